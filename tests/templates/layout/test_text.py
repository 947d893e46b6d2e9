"""主体 and annexes as paragraphs: 附件说明, attendance, titles, what is held together, tables (7.3, 10.3)."""

from dataclasses import replace

import pytest

from chengwen_library.model import Sealing
from chengwen_library.styles import Role
from chengwen_templates.content import Block
from chengwen_templates.layout.advances import NominalAdvances
from chengwen_templates.layout.flow import Paragraph
from chengwen_templates.layout.lines import cut
from chengwen_templates.layout.shapes import Align
from chengwen_templates.layout.tables import set_rows
from chengwen_templates.layout.text import cell_margin_twip, letter_paragraphs, paragraphs, plain, table
from chengwen_templates.profile import load_profile

PROFILE = load_profile("gbt9704")
CHARACTER, LINE, WIDTH = PROFILE.character_twip, PROFILE.line_twip, PROFILE.type_width_twip
CELL_EM = 240
"""Twip of a character of 12 pt, in which tables are set."""


def begins(paragraph: Paragraph) -> list[float]:
    """Return how many characters from the left edge each line of a paragraph begins."""
    return [line.left / CHARACTER for line in cut(paragraph, WIDTH, NominalAdvances()).lines]


def befores(made: list[Paragraph]) -> list[int]:
    return [paragraph.shape.before for paragraph in made]


def fonts(paragraph: Paragraph) -> list[tuple[str, str]]:
    return [(run.text, run.lettering.font) for run in paragraph.runs]


def test_the_annex_stands_two_characters_in_below_a_blank_line_and_its_further_lines_below_its_name():
    [one] = paragraphs([Block(Role.ANNEX_LIST, "附件：" + "名" * 50)], PROFILE)
    assert (begins(one), one.shape.before) == ([2, 5, 5], LINE)


def test_numbered_annexes_stand_below_each_other_and_their_further_lines_below_their_names():
    blocks = [Block(Role.ANNEX_LIST, f"{label}{'名' * 30}") for label in ("附件：1.", "2.", "10.")]
    made = paragraphs(blocks, PROFILE)
    assert [begins(one) for one in made] == [[2, 6], [5, 6], [5, 6]]
    assert befores(made) == [LINE, 0, 0]


def test_those_present_stand_two_characters_in_and_further_names_below_the_first():
    blocks = [Block(Role.ATTENDANCE, "名" * 60, label) for label in ("出席：", "请假：", "特邀列席：")]
    made = paragraphs(blocks, PROFILE)
    assert [begins(one) for one in made] == [[2, 5, 5], [2, 5, 5], [2, 7, 7]]
    assert befores(made) == [LINE, 0, 0]
    assert fonts(made[0]) == [("出席", PROFILE.first_heading_font), ("：" + "名" * 60, PROFILE.body_font)]


def test_a_blank_line_parts_each_row_of_lists_from_the_text():
    blocks = [Block(Role.ANNEX_LIST, "附件：甲"), Block(Role.BODY, "文。"), Block(Role.ANNEX_LIST, "附件：乙")]
    assert befores(paragraphs(blocks, PROFILE)) == [LINE, 0, LINE]


@pytest.mark.parametrize(("lines", "is_kept"), [(1, True), (8, True), (9, False)])
def test_up_to_eight_lines_of_recipients_are_held_together_with_the_text(lines, is_kept):
    [one] = paragraphs([Block(Role.RECIPIENTS, "名" * (28 * lines))], PROFILE)
    assert (one.shape.keep_next, len(begins(one))) == (is_kept, lines)


@pytest.mark.parametrize(("bodies", "is_kept"), [(1, False), (2, True), (3, True)])
def test_the_last_of_several_paragraphs_of_a_letter_is_held_together_with_the_signature(bodies, is_kept):
    blocks = [*[Block(Role.BODY, "文。")] * bodies, Block(Role.SIGNATURE, "市政府"), Block(Role.DATE, "2026年3月5日")]
    made = letter_paragraphs(blocks, Sealing.NONE, PROFILE)
    assert [one.role for one in made] == [block.role for block in blocks]
    assert [one.shape.keep_next for one in made[:bodies]] == [False] * (bodies - 1) + [is_kept]


def test_what_no_paragraph_of_text_stands_before_is_held_together_with_nothing():
    blocks = [Block(Role.BODY, "文。"), Block(Role.BODY, "文。"), Block(Role.ANNEX_LIST, "附件：甲")]
    made = letter_paragraphs([*blocks, Block(Role.DATE, "2026年3月5日")], Sealing.NONE, PROFILE)
    assert [one.shape.keep_next for one in made[:3]] == [False] * 3


@pytest.mark.parametrize("role", [Role.TITLE, Role.MEASURE_TITLE, Role.ANNEX_TITLE])
def test_a_title_holds_nineteen_characters_a_line(role):
    assert [one.words for one in paragraphs([Block(role, "题" * 19)], PROFILE)] == ["题" * 19]
    [broken] = paragraphs([Block(role, "关于促进知识产权高质量发展的若干措施的通知")], PROFILE)
    assert max(map(len, broken.words.split("\n"))) <= 19
    assert broken.words.replace("\n", "") == "关于促进知识产权高质量发展的若干措施的通知"


def test_names_of_the_documents_own_are_not_broken_in_its_title():
    title = "关于印发促进知识产权转化运用示例新区若干措施"
    for name in ("运用示例", "化运用示", "用示例新"):
        [made] = paragraphs([Block(Role.TITLE, title, unbroken=(name,))], PROFILE)
        assert name in made.words


@pytest.mark.parametrize("lines", range(1, 7))
def test_about_two_blank_lines_above_the_measures_title_bring_its_text_to_the_grid(lines):
    [title] = paragraphs([Block(Role.MEASURE_TITLE, "\n".join(["题"] * lines))], PROFILE)
    height = title.shape.before + lines * title.shape.line + title.shape.after
    assert height % LINE == 0
    assert abs(title.shape.before - 2 * LINE) <= LINE / 2


def test_a_heading_that_runs_into_its_text_keeps_its_own_letters():
    made = plain(Block(Role.BODY, "支持企业。", "（一）推进融资。", Role.SECOND), PROFILE)
    assert fonts(made) == [("（一）推进融资。", PROFILE.second_heading_font), ("支持企业。", PROFILE.body_font)]
    assert [run.level for run in made.runs] == [Role.SECOND, None]
    assert fonts(plain(Block(Role.BODY, "", "第一条", Role.ARTICLE), PROFILE)) == [
        ("第一条", PROFILE.first_heading_font)
    ]


def test_a_paragraph_behind_a_mark_is_a_run_of_its_own():
    made = plain(Block(Role.BODY, "支持企业。", "（一）", wid="a", inner_wid="b"), PROFILE)
    assert [run.text for run in made.runs] == ["（一）", "支持企业。"]
    assert (made.wid, made.inner_wid) == ("a", "b")
    assert [run.text for run in plain(Block(Role.BODY, "支持企业。", "（一）"), PROFILE).runs] == ["（一）支持企业。"]
    assert plain(Block(Role.BODY, ""), PROFILE).runs == ()


def test_the_columns_of_a_table_fill_the_room_each_as_wide_as_its_words_want():
    made = table([("序号", "任务"), ("1", "名" * 8)], 9000, PROFILE)
    assert made.widths == (3000, 6000)  # 3 characters at least and 2 beside the words, against 8 and 2
    assert table([("责任单位", "任务"), ("1", "名" * 10)], 9000, PROFILE).widths == (3000, 6000)


def test_where_room_is_short_the_widest_column_gives_way_to_the_others():
    widths = table([("序号", "任务", "单位"), ("1", "名" * 200, "名" * 6)], WIDTH, PROFILE).widths
    assert sum(widths) == pytest.approx(WIDTH, abs=len(widths))
    assert widths[0] == pytest.approx(5 * CELL_EM, rel=0.02)
    assert widths[2] == pytest.approx(8 * CELL_EM, rel=0.02)


def test_columns_that_all_want_more_than_there_is_share_it():
    widths = table([["名" * 100] * 4], WIDTH, PROFILE).widths
    assert set(widths) == {WIDTH // 4}


def test_the_head_of_a_table_is_black_and_centred_and_its_cells_are_neither():
    head, row = table([("序号", "任务"), ("1", "")], WIDTH, PROFILE).rows
    assert [(cell.shape.align, fonts(cell)) for cell in head] == [
        (Align.CENTRE, [("序号", PROFILE.first_heading_font)]),
        (Align.CENTRE, [("任务", PROFILE.first_heading_font)]),
    ]
    assert [(cell.shape.align, fonts(cell)) for cell in row] == [
        (Align.LEFT, [("1", PROFILE.body_font)]),
        (Align.LEFT, []),
    ]
    assert {cell.runs[0].lettering.size_pt for cell in head} == {12}


def test_cells_stand_beside_each_other_in_the_middle_of_the_room_with_half_a_character_at_either_side():
    assert cell_margin_twip(PROFILE) == CELL_EM / 2
    made = replace(table([("甲", "乙")], 6000, PROFILE), widths=(2400, 1200))
    [row] = set_rows(made, 6000, PROFILE, NominalAdvances())
    assert (row.lefts, row.widths) == ((1200, 3600), (2400, 1200))
    assert [cell.lines[0].room for cell in row.cells] == [2400 - CELL_EM, 1200 - CELL_EM]


def test_a_row_is_as_high_as_the_lines_of_its_highest_cell_and_its_rule():
    made = replace(table([("甲", "乙" * 10)], 6000, PROFILE), widths=(2400, 1200))
    [row] = set_rows(made, 6000, PROFILE, NominalAdvances())
    assert [len(cell.lines) for cell in row.cells] == [1, 3]  # four characters a line
    assert row.height == 3 * 1.5 * CELL_EM + 10
