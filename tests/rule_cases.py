"""Measures of one sentence, and the cases of a family's rules on both sides."""

from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pathlib import Path

import tomli

from chengwen_library.model import Form, Measure, Unit
from chengwen_templates.checks.finding import Finding
from chengwen_templates.checks.subject import Subject

CASES = Path(__file__).parent / "templates" / "checks"
"""Where the cases of every family lie, as TOML."""


def cases(family: str, side: str) -> list[tuple[str, str]]:
    """Return (rule, sentence) for one side, `found` or `passed`, of a family's cases."""
    return [(rule, text) for rule, sides in _table(family).items() for text in sides[side]]


def ids_found(family: str, text: str) -> set[str]:
    """Return the rules of a family that find something in an article of this text."""
    return {one.rule.id for one in findings(family, article(text))}


def article(text: str) -> Measure:
    """Return a 管理办法 of one article."""
    return Measure(title="示例市专项资金管理办法", units=(Unit("a", Form.ARTICLE, num="第一条", number=1, text=text),))


def findings(family: str, measure: Measure) -> list[Finding]:
    """Return what one family finds in a measure."""
    check = import_module(f"chengwen_templates.checks.families.{family}").check
    return list(check(Subject(measure, date(2026, 1, 1))))


def counted(family: str) -> Iterator[tuple[str, int, int]]:
    """Yield every rule with the number of its cases on either side."""
    for rule, sides in _table(family).items():
        yield rule, len(sides["found"]), len(sides["passed"])


def _table(family: str) -> dict[str, dict[str, list[str]]]:
    return tomli.loads((CASES / f"{family}.toml").read_text(encoding="utf-8"))
