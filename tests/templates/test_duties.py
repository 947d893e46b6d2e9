"""责任分工 of a clause: read from its note, written back into it, with the words of the text where nothing changed."""

from dataclasses import replace

import pytest

from checked import measure_of
from chengwen_library.model import Form, Measure, Unit, replace_unit
from chengwen_templates.checks.passages import Part
from chengwen_templates.duties import Duty, noted, organs_named, usual_roles, with_duties, with_note
from chengwen_templates.tables.tasks import tasks
from drafts import small_draft

LEAD, DUTY = Duty("牵头单位", ("市科技局",)), Duty("责任单位", ("市财政局", "各区人民政府"))


def draft(text: str) -> Measure:
    unit = Unit("a", Form.SECOND, heading="培育专利", heading_mark="。", text=text)
    return replace_unit(small_draft(), "a", unit)


def text_with(text: str, *duties: Duty) -> str:
    after = with_duties(draft(text), "a", duties)
    return next(unit.text for unit in after.walk() if unit.wid == "a")


@pytest.mark.parametrize(
    ("text", "duties"),
    [
        ("建立机制。（牵头单位：市科技局；责任单位：市财政局、各区人民政府）", (LEAD, DUTY)),
        ("建立机制。（责任单位：市财政局、各区人民政府）", (DUTY,)),
        ("建立机制。（市科技局牵头，市财政局、各区人民政府负责）", (LEAD, DUTY)),
        ("建立机制。责任单位：市财政局、各区人民政府。", (DUTY,)),
        ("建立机制。", ()),
    ],
)
def test_a_note_is_read_and_written_back_as_it_was(text, duties):
    found = noted(draft(text), "a")
    assert found is not None
    assert found.duties == duties
    assert text_with(text, *duties) == text


def test_a_clause_without_a_note_gets_one_at_its_end():
    assert text_with("建立机制。", LEAD, DUTY) == "建立机制。（牵头单位：市科技局；责任单位：市财政局、各区人民政府）"
    assert text_with("建立机制。", Duty("牵头单位"), DUTY) == "建立机制。（责任单位：市财政局、各区人民政府）"


def test_organs_are_changed_in_place_and_their_order_is_kept():
    other = Duty("牵头单位", ("市财政局", "市科技局"))
    before = "建立机制。（牵头单位：市科技局；责任单位：市财政局、各区人民政府；完成时限：2026年12月）后面的话。"
    after = (
        "建立机制。（牵头单位：市财政局、市科技局；责任单位：市财政局、各区人民政府；完成时限：2026年12月）后面的话。"
    )
    assert text_with(before, other, DUTY) == after
    assert text_with("建立机制。（市科技局牵头，市财政局负责）", other, Duty("责任单位", ("市财政局",))) == (
        "建立机制。（市财政局、市科技局牵头，市财政局负责）"
    )


def test_a_role_that_comes_or_goes_leaves_what_else_the_note_says():
    before = "建立机制。（责任单位：市财政局；完成时限：2026年12月）"
    added = "建立机制。（牵头单位：市科技局；责任单位：市财政局；完成时限：2026年12月）"
    assert text_with(before, LEAD, Duty("责任单位", ("市财政局",))) == added
    assert text_with(added, LEAD) == "建立机制。（牵头单位：市科技局；完成时限：2026年12月）"
    assert text_with("建立机制。（市科技局牵头，市财政局配合）", LEAD) == "建立机制。（牵头单位：市科技局）"


def test_a_note_that_is_a_sentence_stays_one():
    assert text_with("建立机制。责任单位：市财政局。", LEAD, Duty("责任单位", ("市财政局",))) == (
        "建立机制。牵头单位：市科技局；责任单位：市财政局。"
    )


def test_without_organs_the_note_goes():
    assert text_with("建立机制。（牵头单位：市科技局；责任单位：市财政局）") == "建立机制。"
    assert text_with("建立机制。", Duty("牵头单位"), Duty("责任单位")) == "建立机制。"


def test_the_note_of_a_clause_with_items_stands_behind_the_last_of_them():
    items = tuple(Unit(f"i{number}", Form.THIRD, text=f"任务{number}。") for number in (1, 2))
    clause = Unit("a", Form.SECOND, heading="培育专利", heading_mark="。", intro="做好：", children=items)
    after = with_duties(replace_unit(small_draft(), "a", clause), "a", (LEAD,))
    assert [unit.text for unit in after.walk() if unit.wid.startswith("i")] == [
        "任务1。",
        "任务2。（牵头单位：市科技局）",
    ]
    found = noted(after, "a")
    assert found is not None
    assert (found.place.part, found.place.wid, found.duties) == (Part.TEXT, "i2", (LEAD,))


def test_the_roles_are_called_as_the_draft_mostly_calls_them():
    assert usual_roles(small_draft()) == ("牵头单位", "责任单位")
    notes = ["（牵头部门：市科技局；责任部门：市财政局）"] * 2 + ["（牵头单位：市科技局；配合部门：市财政局）"]
    assert usual_roles(measure_of(*(f"条标。内容。{note}" for note in notes))) == ("牵头部门", "责任部门")


def test_organs_of_the_draft_come_with_the_most_frequent_first():
    notes = ("（责任单位：市科技局、市财政局）", "（责任单位：市财政局）")
    assert organs_named(measure_of(*(f"条标。内容。{note}" for note in notes))) == ("市财政局", "市科技局")


def test_an_answer_becomes_a_note_in_the_drafts_own_words():
    notes = with_note(draft("建立机制。"), "b", "市财政局")
    assert next(unit.text for unit in notes.walk() if unit.wid == "b") == "开展盘点。（责任单位：市财政局）"
    assert with_note(small_draft(), "b", "") == small_draft()
    assert with_note(small_draft(), "gone", "市财政局") == small_draft()


def test_what_was_written_is_what_the_table_of_tasks_has():
    after = with_duties(small_draft(), "b", (LEAD, DUTY))
    (task,) = tasks(replace(after, closing=None))
    assert (task.lead, task.responsible) == (LEAD.organs, DUTY.organs)
