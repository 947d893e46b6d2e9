"""All fixes at once, on every case of the rules, every template's sample and the measures as published.

Afterwards nothing mechanical is left to mend, and nothing has changed but the words that were found.
"""

import re
from collections import defaultdict
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from chengwen_library.model import Measure, Unit
from chengwen_templates.assembly import assemble
from chengwen_templates.checks.checking import check
from chengwen_templates.checks.finding import Finding, FixKind
from chengwen_templates.checks.fixing import apply_all, is_mechanical
from chengwen_templates.checks.passages import Part, passages
from chengwen_templates.checks.subject import Subject
from chengwen_templates.sample import sample_answers
from chengwen_templates.template import Template, templates
from long_drafts import shipped
from material import NAMES, read_seed
from rule_cases import article, cases

TODAY = date(2026, 4, 30)
SENTENCES = {
    text: None for family in ("burden", "fair", "review", "wording") for side in ("found", "passed")
    for _, text in cases(family, side)
}  # fmt: skip
TEMPLATES = [template for template in templates() if template.kind == "measure"]


@cache
def library() -> tuple[Measure, ...]:
    return shipped()


def mechanical(measure: Measure) -> list[Finding]:
    return [one for one in check(Subject(measure, TODAY, library=library())) if is_mechanical(one)]


def texts(measure: Measure) -> dict[tuple[Part, str | None, int], str]:
    return {(one.place.part, one.place.wid, one.place.index): one.text for one in passages(measure)}


def assert_mended(measure: Measure) -> None:
    mended = apply_all(Subject(measure, TODAY, library=library()))
    assert mechanical(mended) == []
    assert_nothing_else_changed(measure, mended)


def assert_nothing_else_changed(measure: Measure, mended: Measure) -> None:
    """Compare every text with what it was: only the words of findings may differ, and marks if any were renumbered."""
    found = mechanical(measure)
    spans: defaultdict[object, list[tuple[int, int]]] = defaultdict(list)
    for one in found:
        spans[one.place.part, one.place.wid, one.place.index].append(one.span or (0, len(one.text)))
    renumbered = any(one.fix and one.fix.kind is FixKind.RENUMBER for one in found)
    before, after = texts(measure), texts(mended)
    assert before.keys() - after.keys() == set()
    for place, text in after.items():
        if place[0] is not Part.NUMBER or not renumbered:
            assert re.fullmatch(around(before[place], spans[place]), text, re.DOTALL)


def around(text: str, spans: list[tuple[int, int]]) -> str:
    """Return a pattern of the text in which anything may stand at the spans."""
    pattern, at = "", 0
    for start, end in sorted(spans):
        pattern += re.escape(text[at:start]) + ".*?"
        at = max(at, end)
    return pattern + re.escape(text[at:])


@pytest.mark.parametrize("text", SENTENCES)
def test_the_cases_of_the_rules(text: str) -> None:
    assert_mended(article(text))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.id)
def test_the_samples_of_the_templates(template: Template) -> None:
    assert_mended(assemble(template, sample_answers(template.id), library(), TODAY))


@pytest.mark.parametrize("measure", shipped(), ids=lambda measure: measure.region)
def test_the_measures_that_ship(measure: Measure) -> None:
    assert_mended(measure)


@pytest.mark.parametrize("name", NAMES)
def test_the_measures_as_published(name: str) -> None:
    assert_mended(read_seed(name).measure)


@pytest.mark.parametrize("measure", shipped(), ids=lambda measure: measure.region)
def test_measures_that_ship_with_a_fault_in_every_clause(measure: Measure) -> None:
    faulty = replace(measure, units=tuple(map(with_fault, measure.units)))
    assert_mended(faulty)
    whole, mended = (apply_all(Subject(one, TODAY, library=library())) for one in (measure, faulty))
    assert texts(mended) == texts(whole)


def with_fault(unit: Unit) -> Unit:
    """Return the unit with its first comma in half width and 的 said twice, and so are those below it."""
    text = unit.text.replace("，", ",", 1).replace("的", "的的", 1)
    return replace(unit, text=text, children=tuple(map(with_fault, unit.children)))
