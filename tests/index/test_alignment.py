"""Measure against measure, against alignments made by hand (labels/alignment.toml)."""

from collections.abc import Callable

import pytest

from chengwen_index.comparing.alignment import Shape, align
from chengwen_index.comparing.similarity import Relation
from chengwen_library.clauses import clauses
from chengwen_library.model import Measure
from clause_labels import clause_at, five, labels

FINANCE = ("推进质押融资", "鼓励银行开发质押融资产品，扩大贷款规模，对贷款利息给予贴息。")
TALENT = ("加强人才培养", "支持高校建设知识产权学院，培养一批复合型专业人才，建立实训基地。")
ABROAD = ("强化海外维权", "建立海外知识产权纠纷应对指导机制，设立维权互助基金，助力企业出海。")
NAVIGATION = ("推进专利导航", "围绕重点产业开展专利导航，建立导航项目库，发布导航成果。")


@pytest.mark.parametrize("pair", ["广西-武汉", "鄂州-成都", "东莞-广西"])
def test_nine_of_ten_clauses_are_answered_as_a_reader_says(pair: str) -> None:
    """The first pair was for work, the other two are for the report."""
    base, new = pair.split("-")
    found = align(five()[base], five()[new])
    answers = {clause.eid: match.base for match in found.matches for clause in match.new}
    wrong: list[str] = []
    rows = labels("alignment.toml")[pair]
    for label, allowed in rows.items():
        eids = {name and clause_at(base, name).eid for name in allowed}
        got = {clause.eid for clause in answers.get(clause_at(new, label).eid, ())} or {""}
        if not got & eids:
            wrong.append(label)
    assert 1 - len(wrong) / len(rows) >= 0.90, wrong


def test_every_clause_is_matched_or_left_over_once() -> None:
    base, new = five()["广西"], five()["武汉"]
    found = align(base, new)
    for measure, sides, rest in (
        (base, [match.base for match in found.matches], found.base_only),
        (new, [match.new for match in found.matches], found.new_only),
    ):
        eids = [clause.eid for side in [*sides, rest] for clause in side]
        assert sorted(eids) == sorted(clause.eid for clause in clauses(measure) if clause.text)


def test_a_measure_against_itself_is_verbatim_in_its_order() -> None:
    found = align(five()["鄂州"], five()["鄂州"])
    assert {(match.shape, match.relation, match.moved) for match in found.matches} == {
        (Shape.ONE, Relation.VERBATIM, False)
    }
    assert (found.base_only, found.new_only) == ((), ())


def test_a_clause_that_moved_is_told_and_the_others_are_not(measure: Callable[..., Measure]) -> None:
    found = align(measure(FINANCE, TALENT, ABROAD, NAVIGATION), measure(ABROAD, FINANCE, TALENT, NAVIGATION))
    assert [(match.new[0].heading, match.moved) for match in found.matches] == [
        ("强化海外维权", True),
        ("推进质押融资", False),
        ("加强人才培养", False),
        ("推进专利导航", False),
    ]


def test_a_clause_split_in_two_answers_both(measure: Callable[..., Measure]) -> None:
    first = "鼓励银行开发质押融资产品，扩大质押贷款规模，简化审批流程，对首次贷款的企业优先受理。"
    second = "对质押融资的贷款利息按照百分之五十给予贴息，每家企业每年最高二十万元，由市财政局审核拨付。"
    base = measure(TALENT, ("推进质押融资", first + second))
    new = measure(TALENT, ("扩大质押融资", first), ("给予质押贴息", second))
    split = next(match for match in align(base, new).matches if match.shape is not Shape.ONE)
    assert split.shape is Shape.SPLIT
    assert [clause.heading for clause in split.base] == ["推进质押融资"]
    assert [clause.heading for clause in split.new] == ["扩大质押融资", "给予质押贴息"]
    assert split.relation is Relation.ADAPTED


def test_two_clauses_joined_answer_one(measure: Callable[..., Measure]) -> None:
    first = "鼓励银行开发质押融资产品，扩大质押贷款规模，简化审批流程，对首次贷款的企业优先受理。"
    second = "对质押融资的贷款利息按照百分之五十给予贴息，每家企业每年最高二十万元，由市财政局审核拨付。"
    base = measure(("扩大质押融资", first), ("给予质押贴息", second), ABROAD)
    new = measure(("推进质押融资", first + second), ABROAD)
    joined = align(base, new).matches[0]
    assert joined.shape is Shape.JOINED
    assert [clause.heading for clause in joined.base] == ["扩大质押融资", "给予质押贴息"]
    assert not joined.moved


def test_what_has_no_answer_is_left_over_on_its_side(measure: Callable[..., Measure]) -> None:
    found = align(measure(FINANCE, TALENT), measure(FINANCE, NAVIGATION))
    assert [clause.heading for clause in found.base_only] == ["加强人才培养"]
    assert [clause.heading for clause in found.new_only] == ["推进专利导航"]


def test_an_empty_measure_answers_nothing(measure: Callable[..., Measure]) -> None:
    found = align(measure(), measure(FINANCE))
    assert (found.matches, len(found.new_only)) == ((), 1)
    assert len(align(measure(FINANCE), measure()).base_only) == 1
