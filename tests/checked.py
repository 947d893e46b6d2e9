"""Small measures to be checked, and what one rule finds in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from chengwen_library.model import Form, Measure, Unit
from chengwen_templates.checks.checking import check
from chengwen_templates.checks.finding import Finding
from chengwen_templates.checks.subject import Subject
from chengwen_templates.draft import renumbered
from chengwen_templates.office import Office

TODAY = date(2026, 3, 5)


def measure_of(*texts: str, **changes: object) -> Measure:
    """Return a measure with a clause （一） for each text; the words before its first 。 are the heading."""
    children = tuple(_unit(number, text) for number, text in enumerate(texts))
    part = Unit("part", Form.FIRST, heading="主要措施", children=children)
    made = Measure(id="/akn/cn-0000/act/0001/own", title="示例市若干措施", region="示例市", units=(part,))
    return renumbered(replace(made, **changes))  # type: ignore[arg-type]


def found(
    rule: str, measure: Measure, *, office: Office | None = None, library: Sequence[Measure] = ()
) -> list[Finding]:
    """Return the findings of one rule."""
    subject = Subject(measure, TODAY, office or Office(), library)
    return [finding for finding in check(subject) if finding.rule.id == rule]


def words(rule: str, measure: Measure, *, office: Office | None = None, library: Sequence[Measure] = ()) -> list[str]:
    """Return the words that the findings of one rule mean."""
    return [finding.text for finding in found(rule, measure, office=office, library=library)]


def _unit(number: int, text: str) -> Unit:
    heading, stop, rest = text.partition("。")
    return Unit(f"u-{number}", Form.SECOND, heading=heading, heading_mark=stop or None, text=rest)
