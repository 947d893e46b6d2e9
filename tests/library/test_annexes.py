"""附件说明 and annexes: bound with the text or apart, with or without a table (GB/T 9704-2012 7.3.4, 7.3.7)."""

import pytest

from chengwen_library.model import Annex
from chengwen_library.reading.formats.docx import read_docx
from chengwen_library.reading.reader import read_lines
from chengwen_library.reading.report import Reading
from documents import p, table, word_file
from issued import CLOSING, IMPRINT, LETTER, MARK, MEASURE, NUMBER, PLAIN, SIGNED, notice, read

ONE = "附件\n工作组名单\n组长单位：市科技局\n"
TWO = "附件1\n工作组名单\n组长单位：市科技局\n附件2\n指标表\n略。\n"


def test_the_list_of_annexes_that_follow_is_left_out() -> None:
    reading = read(measure=f"{MEASURE}附件：工作组名单\n", below=ONE + IMPRINT)
    assert reading.measure.annexes == (Annex("工作组名单", "组长单位：市科技局"),)
    assert reading.measure.units[1].text == "协同保护。"
    assert notice(reading) == PLAIN


@pytest.mark.parametrize(
    "names",
    [
        "附件：1.工作组名单\n2.指标表\n",
        "　　附件：1. 工作组名单\n　　　　　2. 指标表\n",
        "附件：1．工作组名单　2．指标表\n",
    ],
)
@pytest.mark.parametrize("closing", [CLOSING, ""])
def test_the_list_may_number_several(names: str, closing: str) -> None:
    reading = read(measure=MEASURE + closing + names, below=TWO + IMPRINT)
    assert [annex.title for annex in reading.measure.annexes] == ["工作组名单", "指标表"]
    assert [unit.heading for unit in reading.measure.units] == ["提升质量", "加强保护"]
    assert notice(reading) == PLAIN


def test_a_list_of_annexes_that_do_not_follow_is_left_where_it_was() -> None:
    reading = read(measure=f"{MEASURE}附件：申报表\n{CLOSING}")
    assert reading.measure.units[1].children[1].text == "附件：申报表"
    assert reading.measure.annexes == ()


def test_the_imprint_stands_behind_the_annexes() -> None:
    reading = read(below=ONE + IMPRINT)
    assert notice(reading) == PLAIN
    assert reading.measure.annexes[0].text == "组长单位：市科技局"
    inside = read(below=f"{ONE}抄送：请填写。\n以上由各单位填写。\n")
    assert notice(inside).copies is None


def test_annexes_apart_bear_the_number() -> None:
    below = TWO.replace("附件1", f"{NUMBER}附件1").replace("附件2", f"{NUMBER}附件2")
    reading = read(below=below + IMPRINT)
    assert notice(reading).annexes_apart
    assert [annex.title for annex in reading.measure.annexes] == ["工作组名单", "指标表"]
    assert not notice(read(below=TWO + IMPRINT)).annexes_apart


def test_a_number_and_the_word_in_a_sentence_begin_no_annex() -> None:
    reading = read(measure=f"{MEASURE}见{NUMBER}附件1。\n{CLOSING}")
    assert reading.measure.annexes == ()


LISTED = LETTER + "附件：示例市促进转化若干措施\n"


def test_the_measure_may_be_the_annex_of_its_notice() -> None:
    reading = read(letter=LISTED, signed=f"{SIGNED}附件\n")
    assert notice(reading).measure_as_annex
    assert (reading.measure.title, reading.measure.annexes) == ("示例市促进转化若干措施", ())
    assert notice(reading).body == PLAIN.body
    several = read(letter=f"{LETTER}附件：1.示例市促进转化若干措施\n2.工作组名单\n", signed=f"{SIGNED}附件1\n",
                   below="附件2\n" + ONE.removeprefix("附件\n") + IMPRINT)  # fmt: skip
    assert notice(several).measure_as_annex
    assert [annex.title for annex in several.measure.annexes] == ["工作组名单"]


def test_a_measure_is_no_annex_without_the_list_or_the_mark() -> None:
    assert not notice(read(letter=LISTED)).measure_as_annex
    assert not notice(read(signed=f"{SIGNED}附件\n")).measure_as_annex
    assert not notice(read(letter=f"{LETTER}附件：申报表\n", signed=f"{SIGNED}附件\n")).measure_as_annex


GRID = (["序号", "任务"], ["1", "建立机制。（一）盘点；（二）公布"], ["2", ""])
ROWS = tuple(map(tuple, GRID))
SECTION = '<w:sectPr><w:pgSz w:w="{}" w:h="{}"{}/></w:sectPr>'
UPRIGHT = SECTION.format(11906, 16838, "")
ACROSS = SECTION.format(16838, 11906, ' w:orient="landscape"')
LAYOUT = MEASURE + CLOSING + SIGNED


def grid(*rows: list[str]) -> str:
    return table(*([p(words) for words in row] for row in rows))


def read_word(*behind: str) -> Reading:
    paragraphs = [p(line) for line in LAYOUT.splitlines()]
    (reading,) = read_lines(read_docx(word_file("".join([*paragraphs, *behind])), "a.docx"), [], "a.docx")
    return reading


def annex(*behind: str) -> Annex:
    (found,) = read_word(p("附件"), *behind).measure.annexes
    return found


def test_a_table_at_the_end_of_an_annex_is_kept_as_rows() -> None:
    assert annex(p("分工表"), p("单位：项"), p("按季度。"), grid(*GRID)) == Annex("分工表", "单位：项\n按季度。", ROWS)
    assert annex(p("分工表"), grid(*GRID)) == Annex("分工表", "", ROWS)
    assert annex(grid(*GRID)) == Annex(None, "", ROWS)


def test_the_paragraphs_of_a_cell_are_lines() -> None:
    assert annex(p("表"), table([p("甲") + p("乙"), p("丙")])).rows == (("甲\n乙", "丙"),)


def test_each_annex_has_its_own_table() -> None:
    reading = read_word(p("附件1"), p("甲表"), grid(*GRID), p("附件2"), p("乙表"), grid(["子", "丑"]))
    assert [found.rows for found in reading.measure.annexes] == [ROWS, (("子", "丑"),)]


@pytest.mark.parametrize(
    "behind",
    [
        (grid(*GRID), p("说明。")),
        (grid(*GRID), p("又表"), grid(*GRID)),
        (grid(*GRID), grid(*GRID)),
        (grid(["甲", "乙"], ["丙", "丁", "戊"]),),
        (table([p("甲"), p("乙")], ['<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + p("丙"), p("丁")]),),
        (table([p("甲"), p("乙")], ["<w:tcPr><w:vMerge/></w:tcPr>" + p(""), p("丁")]),),
        (table([p("甲"), p("乙") + table([p("丙"), p("丁")])]),),
    ],
    ids=["text below", "two tables", "two tables in a row", "uneven", "merged across", "merged down", "nested"],
)
def test_other_tables_stay_text(behind: tuple[str, ...]) -> None:
    found = annex(p("表"), *behind)
    assert (found.title, found.rows) == ("表", ())
    assert "甲" in found.text or "任务" in found.text


def test_a_table_in_the_text_is_text() -> None:
    inside = word_file("".join([p("示例市促进转化若干措施"), p("一、甲"), p("乙。"), grid(*GRID)]))
    (found,) = read_lines(read_docx(inside, "a.docx"), [], "a.docx")
    assert [child.text for child in found.measure.units[0].children][:2] == ["乙。", "序号任务"]
    assert found.measure.annexes == ()


def test_a_table_is_wide_if_its_section_lies_across() -> None:
    ends_text = p("", UPRIGHT)
    assert read_word(ends_text, p("附件"), p("表"), grid(*GRID), ACROSS).measure.annexes[0].wide
    assert not read_word(ends_text, p("附件"), p("表"), grid(*GRID), UPRIGHT).measure.annexes[0].wide
    middle = read_word(ends_text, p("附件"), p("表"), grid(*GRID), p("", ACROSS), p(IMPRINT.split("\n")[0]), UPRIGHT)
    assert middle.measure.annexes == (Annex("表", "", ROWS, wide=True),)
    assert not annex(p("表"), grid(*GRID)).wide


def test_a_head_may_stand_in_cells() -> None:
    rows = [["示例市科技局", "文件"], [NUMBER, "签发人：张三"]]
    body = "".join([grid(*rows), *(p(line) for line in (LETTER + SIGNED + LAYOUT).splitlines())])
    (reading,) = read_lines(read_docx(word_file(body), "a.docx"), [], "a.docx")
    assert notice(reading).signers == ("张三",)
    assert MARK not in str(reading.measure)
