"""The blocks of a unit: what stands on a line of its own, and what runs on."""

import pytest

from chengwen_library.model import Form, Unit
from chengwen_library.styles import Role
from chengwen_templates.content import Block, unit_blocks


def paragraph(words: str) -> Unit:
    return Unit(wid=words, form=Form.PARAGRAPH, text=words)


def article(*children: Unit, **others: str) -> Unit:
    return Unit(wid="条", form=Form.ARTICLE, num="第二条", number=2, children=children, **others)


def words(unit: Unit) -> list[str]:
    return [block.words for block in unit_blocks(unit)]


def test_the_first_paragraph_of_an_article_runs_on_from_its_mark():
    first, second = unit_blocks(article(paragraph("甲。"), paragraph("乙。")))
    assert first == Block(Role.BODY, "甲。", "第二条　", Role.ARTICLE, "条", "甲。")
    assert second == Block(Role.BODY, "乙。", wid="乙。")


@pytest.mark.parametrize(("form", "num"), [(Form.FIRST, "一、"), (Form.SECOND, "（一）"), (Form.THIRD, "1.")])
def test_so_does_that_of_any_unit_with_a_mark_alone(form: Form, num: str):
    first, _ = unit_blocks(Unit("u", form, num, 1, children=(paragraph("甲。"), paragraph("乙。"))))
    assert (first.lead, first.text, first.level, first.wid, first.inner_wid) == (num, "甲。", None, "u", "甲。")


def test_a_heading_and_an_introduction_stand_above_the_first_paragraph():
    paragraphs = (paragraph("甲。"), paragraph("乙。"))
    assert words(article(*paragraphs, heading="适用范围")) == ["第二条　适用范围", "甲。", "乙。"]
    assert words(article(*paragraphs, heading="适用范围", heading_mark="。")) == ["第二条　适用范围。", "甲。", "乙。"]
    assert words(article(*paragraphs, intro="总。")) == ["第二条　总。", "甲。", "乙。"]


def test_chapters_and_lists_do_not_run_on():
    chapter = Unit("章", Form.CHAPTER, "第一章", 1, children=(paragraph("甲。"),))
    assert words(chapter) == ["第一章", "甲。"]
    item = Unit("项", Form.SECOND, "（一）", 1, text="甲；")
    assert words(article(item)) == ["第二条", "（一）甲；"]


def test_a_paragraph_with_a_list_of_its_own_runs_on_with_its_introduction():
    item = Unit("项", Form.SECOND, "（一）", 1, text="甲；")
    first = Unit("款", Form.PARAGRAPH, intro="下列情形除外：", children=(item,))
    assert words(article(first, paragraph("乙。"))) == ["第二条　下列情形除外：", "（一）甲；", "乙。"]


def test_an_empty_paragraph_leaves_the_mark_alone():
    assert words(article(paragraph(""), paragraph("乙。"))) == ["第二条", "乙。"]
