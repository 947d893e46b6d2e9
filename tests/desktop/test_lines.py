"""A draft as paragraphs, and what typing in one of them does to the draft."""

from dataclasses import replace

import pytest

from chengwen_desktop.draft.lines import BREAK, Line, Part, figures, lines
from chengwen_desktop.draft.rewriting import headed, reworded
from chengwen_library.model import Form, Measure, Unit
from chengwen_templates.structure import find_by_wid
from drafts import small_draft


def line_of(draft: Measure, wid: str, part: Part = Part.UNIT) -> Line:
    return next(line for line in lines(draft) if line.key == (part, wid))


def typed(draft: Measure, wid: str, text: str) -> Unit:
    return find_by_wid(reworded(draft, line_of(draft, wid), text), wid)


def test_every_part_is_a_paragraph_and_numbers_are_not_in_the_text():
    assert [line.text for line in lines(small_draft())] == [
        "示例市若干措施",
        "为促进转化运用，制定本措施。",
        "提升创造质量",
        "培育专利。建立机制。",
        "盘活存量。开展盘点。",
        "加强保护",
        "协同保护。加强协同。",
        "本措施自印发之日起施行。",
    ]


@pytest.mark.parametrize(
    ("text", "heading", "body"),
    [
        ("培育高价值专利。建立机制。", "培育高价值专利", "建立机制。"),
        ("培育专利。建立长效机制。", "培育专利", "建立长效机制。"),
        ("培育专利。加快建立机制。", "培育专利", "加快建立机制。"),
        ("专利。建立机制。", "专利", "建立机制。"),
        ("培育专利。", "培育专利", ""),
        ("培育。专利。建立机制。", "培育", "专利。建立机制。"),
    ],
)
def test_words_typed_before_the_mark_are_heading_and_behind_it_text(text, heading, body):
    unit = typed(small_draft(), "a", text)
    assert (unit.heading, unit.heading_mark, unit.text) == (heading, "。", body)


def test_without_its_mark_a_heading_is_text():
    unit = typed(small_draft(), "a", "培育专利建立机制。")
    assert (unit.heading, unit.heading_mark, unit.text) == (None, None, "培育专利建立机制。")


def test_provenance_stays_whatever_is_typed():
    before = find_by_wid(small_draft(), "a")
    assert typed(small_draft(), "a", "完全不同的话。另写。").provenance == before.provenance


def test_a_heading_that_stands_alone_grows_at_its_end():
    unit = typed(small_draft(), "p1", "提升创造质量和效益")
    assert (unit.heading, unit.heading_mark, len(unit.children)) == ("提升创造质量和效益", None, 2)


def empty_unit() -> Measure:
    draft = small_draft()
    part = draft.units[0]
    new = Unit("n", Form.SECOND)
    return replace(draft, units=(replace(part, children=(*part.children, new)), draft.units[1]))


def test_the_first_sentence_typed_into_an_empty_unit_is_its_heading():
    draft = empty_unit()
    assert line_of(draft, "n").awaits
    unit = typed(draft, "n", "开放许可")
    assert (unit.heading, unit.heading_mark, unit.text) == ("开放许可", None, "")
    draft = reworded(draft, line_of(draft, "n"), "开放许可")
    unit = typed(draft, "n", "开放许可。支持高校")
    assert (unit.heading, unit.heading_mark, unit.text) == ("开放许可", "。", "支持高校")


def test_a_heading_without_mark_keeps_its_text_in_a_paragraph_of_its_own():
    unit = Unit("h", Form.ARTICLE, heading="目的", text="为了保护。")
    draft = Measure(units=(unit,))
    assert [line.text for line in lines(draft)][2:4] == ["目的", "为了保护。"]
    assert typed(draft, "h", "目的依据").text == "为了保护。"
    body = reworded(draft, line_of(draft, "h", Part.BODY), "为了规范。")
    assert (body.units[0].heading, body.units[0].text) == ("目的", "为了规范。")


def test_the_words_before_and_behind_units_below_are_kept_apart():
    child = Unit("i", Form.THIRD, text="一项。")
    parent = Unit(
        "u", Form.SECOND, heading="任务", heading_mark="。", intro="包括：", wrap_up="以上。", children=(child,)
    )
    draft = Measure(units=(parent,))
    unit = typed(draft, "u", "任务。分为：")
    assert (unit.intro, unit.text, unit.wrap_up) == ("分为：", "", "以上。")
    wrapped = reworded(draft, line_of(draft, "u", Part.WRAP_UP), "完。")
    assert wrapped.units[0].wrap_up == "完。"


def test_title_preamble_and_closing_can_be_written_and_emptied():
    draft = small_draft()
    for part, name in ((Part.TITLE, "title"), (Part.PREAMBLE, "preamble"), (Part.CLOSING, "closing")):
        line = line_of(draft, "", part)
        assert getattr(reworded(draft, line, f"一{BREAK}二"), name) == "一\n二"
        assert getattr(reworded(draft, line, ""), name) is None


def test_the_first_sentence_becomes_the_heading_and_text_again():
    plain = headed(small_draft(), "a")
    unit = find_by_wid(plain, "a")
    assert (unit.heading, unit.text) == (None, "培育专利。建立机制。")
    assert headed(plain, "a") == small_draft()


def test_characters_and_clauses_are_counted_without_parts():
    characters, clauses = figures(small_draft())
    assert clauses == 3
    assert characters == sum(len(line.text) for line in lines(small_draft()))
