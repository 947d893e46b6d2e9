"""Checking: what was remembered of earlier checks never shows in the findings."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from chengwen_library.model import Measure, replace_unit
from chengwen_templates.checks.checking import check
from chengwen_templates.checks.rules import rules
from chengwen_templates.checks.subject import Subject
from chengwen_templates.draft import move_unit, remove_unit
from chengwen_templates.office import Office, Organ
from long_drafts import TODAY, long_draft, shipped

CLAUSES = 20
OFFICES = (
    Office(),
    Office(terms=(("企业", "经营主体"),), organs=(Organ("示例市科学技术局", ("市科技局",)),)),
    Office(region="武汉市", switched_off=frozenset({"text.leftover-place"})),
)
WORDS = (
    "按照国办发[2020]07号文件执行。",
    "到2025年，培育专利30件以上，给予5百万元补助。",
    "由市科技局牵头（责任部门：市财政局、市科技局）",
    "企业须在本市登记注册，方可享受奖励。",
    "依照本措施第（九十九）项和《武汉市专利条例》的的规定,自2020年2月30日起施行。",
    "",
)


@cache
def draft() -> Measure:
    return long_draft(CLAUSES, shipped())


def edited(measure: Measure, edit: tuple[str, int, str, int]) -> Measure:
    """Return the measure after an edit of one of its clauses: words put in, words cut, moved or taken out."""
    kind, number, words, at = edit
    clauses = [unit for unit in measure.walk() if not unit.children]
    unit = clauses[number % len(clauses)]
    match kind:
        case "insert":
            return replace_unit(measure, unit.wid, replace(unit, text=unit.text[:at] + words + unit.text[at:]))
        case "cut":
            return replace_unit(measure, unit.wid, replace(unit, text=unit.text[:at]))
        case "move":
            return move_unit(measure, unit.wid, at % 5 - 2)
        case _:
            return remove_unit(measure, unit.wid)


def forget() -> None:
    """Let every memory of a limited size forget what it knows; tables and patterns are kept."""
    for remembering in _memories():
        remembering.cache_clear()


def _memories() -> Iterator[Any]:
    for module in [one for name, one in sys.modules.items() if name.startswith("chengwen_")]:
        for value in list(vars(module).values()):
            if hasattr(value, "cache_parameters") and value.cache_parameters()["maxsize"] is not None:
                yield value


EDITS = st.tuples(
    st.sampled_from(["insert", "insert", "cut", "move", "remove"]),
    st.integers(0, CLAUSES),
    st.sampled_from(WORDS),
    st.integers(0, 200),
)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(EDITS, min_size=1, max_size=4),
    st.lists(st.sampled_from(OFFICES), min_size=5, max_size=5),
    st.sampled_from([TODAY, date(2019, 12, 31)]),
)
def test_a_check_after_edits_finds_what_a_check_without_any_memory_finds(edits, offices, today):
    measures = [draft()]
    for edit in edits:
        measures.append(edited(measures[-1], edit))
    subjects = [Subject(one, today, office, shipped()) for one, office in zip(measures, offices, strict=False)]
    again = [check(subject) for subject in subjects]
    for subject, found in zip(subjects, again, strict=True):
        forget()
        assert check(replace(subject)) == found


def test_there_is_something_to_forget():
    check(Subject(draft(), TODAY))
    assert sum(one.cache_info().currsize for one in _memories()) > 1000
    forget()
    assert sum(one.cache_info().currsize for one in _memories()) == 0


def test_a_rule_that_is_switched_off_by_its_id_finds_nothing_and_the_others_what_they_did():
    found = check(Subject(draft(), TODAY))
    for off in {one.rule.id for one in found}:
        expected = tuple(one for one in found if one.rule.id != off)
        assert check(Subject(draft(), TODAY), {off}) == expected
        assert check(Subject(draft(), TODAY, Office(switched_off=frozenset({off})))) == expected


def test_a_finding_of_a_draft_says_which_rule_where_and_what_to_do():
    found = check(Subject(draft(), TODAY))
    assert {one.rule.family for one in found} <= {rule.family for rule in rules().values()}
    for one in found:
        assert one.rule.severity
        assert one.rule.basis
        assert one.message.endswith("。")
        unit = next((unit for unit in draft().walk() if unit.wid == one.place.wid), None)
        assert (unit is None) == (one.place.wid is None)
        assert one.line is None
