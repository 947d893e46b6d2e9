"""The plain text and the Markdown: the same words as the Word document."""

import re
from dataclasses import replace

from chengwen_templates.content import whole
from chengwen_templates.export.text import build_markdown, build_text
from notices import ONE, TITLE, TWO, notice_of


def words(text):
    return re.sub(r"\s", "", text)


def test_plain_text_says_what_the_word_document_says():
    measure = notice_of(TWO)
    assert words(build_text(measure)) == words("".join(block.words for block in whole(measure)))


def test_plain_text_indents_paragraphs_and_sets_titles_apart():
    lines = build_text(notice_of(ONE)).splitlines()
    assert lines[0] == "示例市人民政府办公室文件"
    place = lines.index(TITLE)
    assert (lines[place - 1], lines[place + 1]) == ("", "")
    assert any(line.startswith("　　（一）建立专利分级分类评价机制。组织高校") for line in lines)
    assert "各区县人民政府，市政府各部门，各直属机构：" in lines


def test_markdown_marks_headings_by_their_level_and_run_in_headings_as_bold():
    lines = build_markdown(notice_of(ONE)).splitlines()
    assert f"# {TITLE}" in lines
    assert "## 五、组织保障" in lines
    assert "### （二）宣传引导" in lines
    assert any(line.startswith("**（一）建立专利分级分类评价机制。**组织高校") for line in lines)


def test_markdown_keeps_signs_that_mean_something_to_it():
    text = build_markdown(replace(notice_of(ONE), closing="比例为3*5_6[注]，1. 不是列表。"))
    assert r"3\*5\_6\[注\]" in text


def test_without_a_notice_only_the_measure_is_written():
    text = build_text(replace(notice_of(ONE), notice=None))
    assert text.startswith(TITLE)
    assert text.endswith("有效期5年。\n")
