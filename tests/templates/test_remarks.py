"""审阅意见: bound to clauses whatever becomes of their numbers, and Word's comments made of them."""

import io
import zipfile
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from chengwen_library.akn.read import parse_measure
from chengwen_library.akn.schema import schema_errors
from chengwen_library.akn.write import render_measure
from chengwen_library.model import Measure, Opinion, TextPart
from chengwen_library.reading.reader import read_file
from chengwen_templates.draft import insert_unit, move_unit, new_unit, remove_unit, reword_unit
from chengwen_templates.export.docx import build_docx
from chengwen_templates.profile import load_profile
from chengwen_templates.remarks import (
    listed,
    new_remark,
    open_count,
    passed_on,
    remarks_of,
    resolved,
    with_remark,
    without_remark,
)
from chengwen_templates.structure import demoted, find_by_wid, join_units, promoted, split_unit
from drafts import small_draft
from sdk import errors_of

CHINA = timezone(timedelta(hours=8))
NOON = datetime(2026, 1, 20, 12, 0, 5, tzinfo=CHINA)
LATER = NOON + timedelta(minutes=3)
PROFILE = load_profile("gbt9704")


def remarked(target, text="写具体。", draft=None, **given):
    """Return a draft with one more remark."""
    draft = draft or small_draft()
    fields = {"opinion": Opinion.CHANGE, "who": "法规科", "written": NOON} | given
    return with_remark(draft, new_remark(draft, target, text, **fields))


def places(draft):
    return [(one.place, one.is_gone) for one in listed(draft)]


def test_a_remark_is_bound_to_the_clause_and_not_to_its_number():
    moved = move_unit(remarked("b"), "b", -1)
    assert places(moved) == [("（一）盘活存量", False)]


def test_remarks_are_listed_in_the_order_of_the_text_and_of_their_writing():
    draft = small_draft()
    for target, text, when in (
        (TextPart.CLOSING, "施行日期待定。", NOON),
        ("b", "后写。", LATER),
        ("b", "先写。", NOON),
        (TextPart.TITLE, "加“试行”。", LATER),
    ):
        draft = remarked(target, text, draft, written=when)
    assert [(one.place, one.remark.text) for one in listed(draft)] == [
        ("标题", "加“试行”。"),
        ("（二）盘活存量", "先写。"),
        ("（二）盘活存量", "后写。"),
        ("结尾", "施行日期待定。"),
    ]


def test_a_remark_whose_clause_is_gone_is_kept_and_named_as_the_clause_was():
    assert places(remove_unit(remarked("b"), "b")) == [("（二）盘活存量", True)]


def test_remarks_on_a_joined_clause_go_to_its_neighbour():
    assert places(join_units(remarked("b"), "b")) == [("（一）培育专利", False)]


def test_remarks_on_a_clause_that_is_split_stay_with_its_beginning():
    split = split_unit(remarked("a"), "a", 2, new_unit(find_by_wid(small_draft(), "a").form))
    assert places(split) == [("（一）培育专利", False)]


def test_a_clause_without_a_heading_is_named_by_its_first_words():
    draft = reword_unit(small_draft(), "b", None, "对未实施的专利开展全面盘点并登记入库。")
    assert places(remarked("b", draft=draft)) == [("（二）对未实施的专利开展全面盘点并登…", False)]


def test_resolving_a_remark_closes_it_and_it_can_be_opened_again():
    draft = remarked("b")
    identity = draft.remarks[0].id
    closed = resolved(draft, identity, LATER)
    assert (open_count(draft), open_count(closed), closed.remarks[0].resolved) == (1, 0, LATER)
    assert resolved(closed, identity, None) == draft


def test_a_remark_written_anew_takes_the_place_of_the_old_one():
    draft = remarked("a", draft=remarked("b"))
    first = replace(draft.remarks[0], text="改过的意见。")
    assert [one.text for one in with_remark(draft, first).remarks] == ["改过的意见。", "写具体。"]


def test_a_remark_can_be_taken_out():
    draft = remarked("b")
    assert without_remark(draft, draft.remarks[0].id) == small_draft()


def test_the_remarks_of_a_clause_are_those_on_it_and_on_no_other():
    draft = remarked("a", "甲", remarked("b", "乙"))
    assert [[one.text for one in remarks_of(draft, wid)] for wid in ("a", "b", "c")] == [["甲"], ["乙"], []]


def test_nothing_changes_where_a_clause_without_remarks_passes_on():
    draft = remarked("a")
    assert passed_on(draft, "b", "a") is draft


OPERATIONS = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 99), st.integers(-3, 3)), max_size=30)


def changed(draft: Measure, kind: int, pick: int, by: int) -> tuple[Measure, set[str]]:
    """Return the draft after an operation, and the wids that were taken out."""
    units = list(draft.walk())
    if not units:
        return insert_unit(draft, new_unit(small_draft().units[0].form, "新", "新条。"), None, 0), set()
    unit = units[pick % len(units)]
    match kind:
        case 0:
            return move_unit(draft, unit.wid, by), set()
        case 1:
            return promoted(draft, unit.wid), set()
        case 2:
            return demoted(draft, unit.wid), set()
        case 3:
            return join_units(draft, unit.wid), set()
        case 4:
            return split_unit(draft, unit.wid, max(0, by), new_unit(unit.form)), set()
        case 5:
            return insert_unit(draft, new_unit(unit.form, "新条", "新的内容。"), None, 0), set()
        case _:
            return remove_unit(draft, unit.wid), {one.wid for one in unit.walk()}


@settings(max_examples=300, deadline=None)
@given(OPERATIONS)
def test_any_sequence_of_changes_keeps_every_remark_bound(operations):
    draft = small_draft()
    for unit in draft.walk():
        draft = remarked(unit.wid, unit.wid, draft)
    lost: set[str] = set()
    for operation in operations:
        before = {one.id: one.target for one in draft.remarks}
        after, removed = changed(draft, *operation)
        assert [one.id for one in after.remarks] == list(before)
        lost |= {identity for identity, target in before.items() if target in removed}
        draft = after
    assert {one.remark.id for one in listed(draft) if one.is_gone} == lost


def test_a_file_keeps_remarks_with_all_they_say():
    draft = remarked("a", "第一行\n第二行〈&〉", proposal="改为：“建立机制”。")
    draft = remarked(TextPart.PREAMBLE, "", draft, opinion=Opinion.AGREE, who="")
    draft = resolved(draft, draft.remarks[0].id, LATER)
    assert schema_errors(render_measure(draft)) == []
    assert parse_measure(render_measure(draft), "x").remarks == draft.remarks


def exported(draft, **given):
    return build_docx(draft, PROFILE, **given)


def comments(content):
    document = docx.Document(io.BytesIO(content))
    return [(one.author, one.text.split("\n")) for one in document.comments]


def commented(content):
    """Return the words between the ends of each comment."""
    document = docx.Document(io.BytesIO(content))
    found: dict[str, str] = {}
    begun: set[str] = set()
    for element in document.element.body.iter():
        if element.tag == qn("w:commentRangeStart"):
            begun.add(element.get(qn("w:id")))
        elif element.tag == qn("w:commentRangeEnd"):
            begun.discard(element.get(qn("w:id")))
        elif element.tag == qn("w:t"):
            for number in begun:
                found[number] = found.get(number, "") + (element.text or "")
    return [found[number] for number in sorted(found, key=int)]


def test_open_remarks_are_words_comments_on_their_clauses():
    draft = remarked("b", "列明时限。\n分两步。", proposal="开展全面盘点。")
    draft = remarked(TextPart.PREAMBLE, "写明依据。", draft, opinion=None, who="")
    content = exported(draft, remarks=True)
    assert comments(content) == [
        ("审阅意见", ["写明依据。"]),
        ("法规科", ["意见：修改", "列明时限。", "分两步。", "建议改为：开展全面盘点。"]),
    ]
    assert commented(content) == ["为促进转化运用，制定本措施。", "（二）盘活存量。开展盘点。"]


def test_the_time_of_a_comment_is_the_clocks_where_it_was_written():
    document = docx.Document(io.BytesIO(exported(remarked("b"), remarks=True)))
    assert next(iter(document.comments))._comment_elm.get(qn("w:date")) == "2026-01-20T12:00:05"


def test_a_comment_covers_every_paragraph_of_its_clause():
    draft = reword_unit(small_draft(), "b", "盘活存量", "开展盘点。\n建立台账。\n定期更新。")
    draft = remarked(TextPart.CLOSING, "改日期。", remarked("b", draft=draft))
    assert commented(exported(draft, remarks=True)) == [
        "（二）盘活存量。开展盘点。建立台账。定期更新。",
        "本措施自印发之日起施行。",
    ]


def test_several_comments_stand_on_one_clause():
    draft = remarked("b", "二", remarked("b", "一"))
    assert commented(exported(draft, remarks=True)) == ["（二）盘活存量。开展盘点。"] * 2


def test_a_remark_whose_clause_is_gone_stands_on_the_title_and_says_so():
    content = exported(remove_unit(remarked("b"), "b"), remarks=True)
    assert comments(content)[0][1][0] == "原条款已删除：（二）盘活存量"
    assert commented(content) == ["示例市若干措施"]


def test_resolved_remarks_are_no_comments():
    draft = remarked("b")
    content = exported(resolved(draft, draft.remarks[0].id, LATER), remarks=True)
    assert content == exported(small_draft())


def test_without_the_option_there_is_no_trace_of_remarks():
    assert exported(remarked("b")) == exported(small_draft())


def text_of(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_comments_change_no_paragraph_and_no_style():
    plain, with_comments = (text_of(one) for one in (exported(small_draft()), exported(remarked("b"), remarks=True)))
    document = docx.Document(io.BytesIO(exported(remarked("b"), remarks=True))).element
    for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        for element in list(document.iter(qn(f"w:{tag}"))):
            holder = element.getparent() if tag == "commentReference" else element
            holder.getparent().remove(holder)
    same = docx.Document(io.BytesIO(exported(small_draft()))).element
    assert document.xml == same.xml
    assert [name for name in plain if name != "word/document.xml" and plain[name] != with_comments[name]] == [
        "[Content_Types].xml",
        "word/_rels/document.xml.rels",
    ]


def test_a_file_with_comments_reads_back_as_without(tmp_path):
    path, found = tmp_path / "x.docx", []
    for content in (exported(small_draft()), exported(remarked("b"), remarks=True)):
        path.write_bytes(content)
        found.append(read_file(path))
    assert found[0] == found[1]


@pytest.mark.parametrize("direct", [False, True])
def test_the_open_xml_sdk_finds_no_error_in_a_file_with_comments(tmp_path, direct):
    draft = small_draft() if not direct else replace(small_draft(), notice=None)
    for target in (*TextPart, *(unit.wid for unit in draft.walk()), "gone"):
        draft = remarked(target, "写具体。\n说明理由。", draft, proposal="改为这样。")
    assert errors_of(exported(draft, remarks=True), tmp_path) == []
