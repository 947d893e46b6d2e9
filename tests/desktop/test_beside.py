"""A precedent beside the draft's clause: what taking it would add and take away, in words and classes."""

import pytest

from chengwen_desktop.clause.beside import beside, counts, own_place, told
from chengwen_desktop.clause.paragraphs import Mark, as_differences, in_full
from chengwen_desktop.draft.lines import Part
from chengwen_desktop.draft.own import own_clause
from chengwen_desktop.search.held import Held
from chengwen_index.comparing.diff import Change
from chengwen_library.model import Clause, ClauseKind, Measure
from drafts import small_draft

OWN_TEXT = "对贷款本金损失，按不超过40%的比例补偿，单户最高100万元。\n每年开展2次对接活动，加强服务。"
PRECEDENT_TEXT = "对贷款本金损失，按不超过30%的比例补偿，单户最高100万元。\n每年开展对接活动，加强指导服务。"


def clause(text: str, heading: str | None = "推进质押融资", path: tuple[str, ...] = ("三、", "（六）")) -> Clause:
    return Clause(Measure(region="鄂州市", title="若干措施"), "x", ClauseKind.NUMBERED, path, heading, text, None)


def sides(paragraphs) -> tuple[str, str]:
    """Return what stands without the removed words, and what stands without the added ones."""
    kept = {mark: [] for mark in (Mark.REMOVED, Mark.ADDED)}
    for paragraph in paragraphs:
        for left_out, texts in kept.items():
            texts.append("".join(run.text for run in paragraph.runs if run.mark is not left_out))
    return "\n".join(kept[Mark.REMOVED]), "\n".join(kept[Mark.ADDED])


def test_underlined_is_what_the_precedent_adds_and_struck_what_it_takes_away():
    found = beside(clause(OWN_TEXT), clause(PRECEDENT_TEXT))
    runs = [run for paragraph in as_differences(found) for run in paragraph.runs]
    added = [run.text for run in runs if run.mark is Mark.ADDED]
    removed = [run.text for run in runs if run.mark is Mark.REMOVED]
    assert any("30%" in text for text in added)
    assert any("40%" in text for text in removed)
    assert not any("100万元" in text for text in (*added, *removed))


def test_the_differences_hold_both_texts_whole():
    found = beside(clause(OWN_TEXT, "推进融资"), clause(PRECEDENT_TEXT))
    new, old = sides(as_differences(found))
    assert new == f"推进质押融资\n{PRECEDENT_TEXT}"
    assert old == f"推进融资\n{OWN_TEXT}"


def test_the_classes_come_the_weightiest_first():
    found = beside(clause(OWN_TEXT), clause(PRECEDENT_TEXT))
    classes = [change for change, _ in counts(found)]
    assert classes[0] is Change.AMOUNT
    assert classes == sorted(classes, key=list(Change).index)


def test_each_difference_has_one_number_in_heading_and_text():
    found = beside(clause(OWN_TEXT, "推进融资"), clause(PRECEDENT_TEXT))
    numbers = {run.change for paragraph in as_differences(found) for run in paragraph.runs} - {None}
    assert numbers == set(range(len(found.parts)))


def test_how_alike_they_are_is_said_and_never_rounded_up():
    found = beside(clause(OWN_TEXT), clause(PRECEDENT_TEXT))
    assert found.is_marked
    assert told(found) == f"与本条（六）相同 {int(found.similarity * 100)}%"
    assert told(beside(clause(OWN_TEXT), clause(OWN_TEXT))) == "与本条（六）文字相同"


def test_clauses_with_little_in_common_are_not_marked_word_by_word():
    other = clause("建立海外维权援助机制，发布风险提示。", "应对海外风险")
    assert not beside(clause(OWN_TEXT), other).is_marked


def test_in_full_the_words_searched_for_are_marked_and_their_synonyms_otherwise():
    paragraphs = list(in_full(clause(OWN_TEXT), Held(("补偿",), (), ("贷款",))))
    marked = [(run.text, run.mark) for paragraph in paragraphs for run in paragraph.runs if run.mark]
    assert marked == [("贷款", Mark.SYNONYM), ("补偿", Mark.HIT)]


@pytest.mark.parametrize(
    ("part", "wid", "place", "text"),
    [
        (Part.UNIT, "b", "（二）", "开展盘点。"),
        (Part.UNIT, "p1", "一、", ""),
        (Part.PREAMBLE, None, "引言", "为促进转化运用，制定本措施。"),
    ],
)
def test_the_clause_with_the_caret_is_found(part, wid, place, text):
    own = own_clause(small_draft(), part, wid)
    assert (own_place(own), own.text) == (place, text)


@pytest.mark.parametrize(("part", "wid"), [(Part.TITLE, None), (Part.UNIT, "gone"), (Part.UNIT, None)])
def test_where_no_clause_is_there_is_none(part, wid):
    assert own_clause(small_draft(), part, wid) is None
