"""A paragraph cut into lines: what may stand at their ends, what stays whole, what fills them (5.2.3)."""

from dataclasses import dataclass, replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chengwen_library.styles import Role
from chengwen_templates.layout.advances import NominalAdvances
from chengwen_templates.layout.flow import Paragraph, Run
from chengwen_templates.layout.lines import NEVER_FIRST, NEVER_LAST, cut, pieces
from chengwen_templates.layout.shapes import Align, Lettering, Shape, Tab, body_lettering
from chengwen_templates.profile import load_profile

PROFILE = load_profile("gbt9704")
BODY = body_lettering(PROFILE)
ROOM, ADVANCE = PROFILE.type_width_twip, PROFILE.character_twip
FULL = 28
NOMINAL = NominalAdvances()


def paragraph(words: str, **shape: object) -> Paragraph:
    values: dict = {"align": Align.BOTH} | shape
    return Paragraph(Role.BODY, Shape(BODY, PROFILE.line_twip, **values), (Run(words, BODY),) if words else ())


def done(words: str, advances=NOMINAL, **shape: object):
    return cut(paragraph(words, **shape), ROOM, advances)


def lines(words: str, **shape: object) -> list[str]:
    return [words[line.start : line.end] for line in done(words, **shape).lines]


def lefts_and_rights(words: str, **shape: object) -> list[tuple[float, float]]:
    made = done(words, **shape)
    parts = [pieces(made, line) for line in made.lines]
    return [(row[0].left, row[-1].left + sum(row[-1].advances)) for row in parts]


def test_a_full_line_holds_exactly_28_characters():
    assert lines("字" * 60) == ["字" * 28, "字" * 28, "字" * 4]


def test_an_empty_paragraph_is_one_empty_line():
    (line,) = done("").lines
    assert (line.start, line.end, line.width) == (0, 0, 0)


@pytest.mark.parametrize("sign", NEVER_FIRST)
def test_a_sign_that_never_begins_a_line_takes_a_character_with_it(sign):
    assert lines("字" * 28 + sign + "文") == ["字" * 27, "字" + sign + "文"]


@pytest.mark.parametrize("sign", NEVER_LAST)
def test_a_sign_that_never_ends_a_line_goes_to_the_next(sign):
    assert lines("字" * 27 + sign + "文文") == ["字" * 27, sign + "文文"]


@pytest.mark.parametrize("signs", ["”，", "》）；", "……”。", "）、", "？”）。"])
def test_closing_signs_in_a_row_go_to_the_next_line_together_with_the_character_before(signs):
    assert lines("字" * 28 + signs + "文") == ["字" * 27, "字" + signs + "文"]
    assert lines("字" * 27 + signs + "文") == ["字" * 26, "字" + signs + "文"]


@pytest.mark.parametrize("signs", ["（《", "：“", "“‘", "（（《"])
def test_opening_signs_in_a_row_go_to_the_next_line_together(signs):
    opening = signs.lstrip("：")
    before = "字" * (28 - len(signs)) + signs[: len(signs) - len(opening)]
    assert lines(before + opening + "文文") == [before, opening + "文文"]


def test_white_space_parts_no_sign_from_what_it_belongs_to():
    assert lines("字" * 27 + "文　）甲") == ["字" * 27, "文　）甲"]
    assert lines("字" * 27 + "（　文甲") == ["字" * 27, "（　文甲"]


def test_a_closing_and_an_opening_sign_may_be_parted():
    assert lines("字" * 27 + "》《文》") == ["字" * 27 + "》", "《文》"]


@pytest.mark.parametrize("mark", ["——", "……"])
def test_dashes_and_dots_of_two_characters_are_not_parted(mark):
    assert any(line.endswith(mark) for line in lines("字" * 26 + mark + "文文"))
    broken = lines("字" * 27 + mark + "文文")
    assert len(broken) == 2
    assert mark in broken[1]


@pytest.mark.parametrize(
    "whole",
    ["2026", "37.5%", "1,000", "20％", "10:30", "GB/T", "PCT", "A3", "R&D", "No.1", "30℃", "http://a.cn/b?c=1", "C++"],
)
def test_numbers_and_western_words_stay_whole_with_their_signs(whole):
    for before in range(20, 28):
        broken = lines("字" * before + whole + "文" * 10)
        assert sum(whole in line for line in broken) == 1


def test_the_number_of_a_document_keeps_its_brackets_with_the_year():
    for before in range(15, 28):
        assert sum("〔2026〕" in line for line in lines("字" * before + "示政办发〔2026〕8号" + "文" * 10)) == 1


def test_a_line_may_leave_a_western_word_after_a_hyphen_and_only_there():
    assert lines("字" * 25 + "0532-8897") == ["字" * 25 + "0532-", "8897"]
    assert lines("字" * 26 + "Wi-Fi6") == ["字" * 26 + "Wi-", "Fi6"]


def test_a_word_longer_than_a_line_is_cut_where_the_line_ends():
    assert lines("字字" + "9" * 120) == ["字字", "9" * 57, "9" * 57, "9" * 6]


def test_western_characters_take_half_a_place():
    assert lines("12" * 14 + "字" * 15) == ["12" * 14 + "字" * 14, "字"]


def test_white_space_may_stand_beyond_the_edge():
    assert lines("字" * 28 + "　文") == ["字" * 28 + "　", "文"]
    assert done("字" * 28 + "　文").lines[0].width == 28 * ADVANCE


def test_a_first_line_is_indented_and_holds_26_characters():
    assert lines("字" * 60, first=2 * ADVANCE) == ["字" * 26, "字" * 28, "字" * 6]
    assert [line.left for line in done("字" * 60, first=2 * ADVANCE).lines] == [2 * ADVANCE, 0, 0]


def test_a_hanging_indent_moves_all_lines_but_the_first():
    made = done("字" * 60, left=5 * ADVANCE, first=-5 * ADVANCE)
    assert [line.left for line in made.lines] == [0, 5 * ADVANCE, 5 * ADVANCE]
    assert [line.end - line.start for line in made.lines] == [28, 23, 9]


def test_a_line_feed_breaks_the_line_and_belongs_to_none():
    assert lines("甲\n乙丙\n\n丁") == ["甲", "乙丙", "", "丁"]


def test_lines_are_spread_from_edge_to_edge_but_for_the_last():
    words = "字" * 27 + "，字" + "文" * 30 + "（甲）"
    *full, last = lefts_and_rights(words)
    assert full
    assert all(left == 0 and right == pytest.approx(ROOM) for left, right in full)
    assert last[1] < ROOM


def test_western_words_are_not_spread():
    made = done("字" * 20 + "PCT2026" + "字" * 20)
    (piece,) = pieces(made, made.lines[0])
    at = piece.text.index("PCT2026")
    western = piece.advances[at : at + 6]
    assert set(western) == {BODY.em_twip / 2 + BODY.spacing_twip}


@pytest.mark.parametrize(
    ("align", "left"), [(Align.LEFT, 0), (Align.CENTRE, 12 * ADVANCE), (Align.RIGHT, 24 * ADVANCE)]
)
def test_lines_stand_left_in_the_middle_or_right(align, left):
    spare = ROOM - 28 * ADVANCE
    expected = left + {Align.LEFT: 0, Align.CENTRE: spare / 2, Align.RIGHT: spare}[align]
    assert lefts_and_rights("四个汉字", align=align) == [
        (pytest.approx(expected), pytest.approx(expected + 4 * ADVANCE))
    ]


def test_tabs_lead_to_their_places_one_after_the_other():
    tabs = (Tab(2000, Align.LEFT), Tab(5000, Align.CENTRE), Tab(8000, Align.RIGHT))
    made = done("头\t左二\t中二\t右二", tabs=tabs, align=Align.LEFT)
    found = {piece.text: piece.left for piece in pieces(made, made.lines[0])}
    assert found == {"头": 0, "左二": 2000, "中二": 5000 - ADVANCE, "右二": 8000 - 2 * ADVANCE}


def test_words_behind_the_last_tab_follow_what_stands_there():
    made = done("甲\t乙\t丙", tabs=(Tab(2000, Align.LEFT),), align=Align.LEFT)
    assert [piece.left for piece in pieces(made, made.lines[0])] == [0, 2000, 2000 + ADVANCE]


def test_a_gap_between_scripts_widens_a_line_but_not_its_end():
    gap = 0.25 * BODY.em_twip
    apart = NominalAdvances(script_gap_em=0.25)
    assert done("字2字", apart).lines[0].width == done("字2字").lines[0].width + 2 * gap
    assert done("字，2字", apart).lines[0].width == done("字，2字").lines[0].width + gap
    full = "字" * 28 + "2026年"
    assert [full[line.start : line.end] for line in done(full, apart).lines] == ["字" * 28, "2026年"]


def test_words_behind_the_last_tab_follow_what_ends_there():
    made = done("甲\t乙\t丙", tabs=(Tab(5000, Align.RIGHT),), align=Align.LEFT)
    assert [piece.left for piece in pieces(made, made.lines[0])] == [0, 5000 - ADVANCE, 5000]


def test_words_with_tabs_are_one_line_however_long():
    words = "字" * 20 + "\t" + "文" * 20
    assert lines(words, tabs=(Tab(2000, Align.LEFT),)) == [words]


def test_a_tab_without_a_place_to_lead_to_takes_no_room():
    words = "字" * 10 + "\t" + "文" * 30
    assert lines(words) == [words[:29], words[29:]]
    assert lefts_and_rights(words)[0] == (0, pytest.approx(ROOM))


def test_places_for_tabs_do_nothing_to_a_line_without_one():
    tabs = (Tab(2000, Align.LEFT),)
    [(left, right)] = lefts_and_rights("四个汉字", tabs=tabs, align=Align.CENTRE)
    assert left == pytest.approx(ROOM - right)


def test_an_indent_from_the_right_shortens_every_line():
    made = done("字" * 60, right=2 * ADVANCE)
    assert [line.end - line.start for line in made.lines] == [26, 26, 8]
    assert {line.room for line in made.lines} == {ROOM - 2 * ADVANCE}


def test_only_the_first_line_of_a_paragraph_with_line_feeds_is_indented():
    made = done("甲\n" + "字" * 29, first=2 * ADVANCE)
    assert [(line.left, line.end - line.start) for line in made.lines] == [(2 * ADVANCE, 1), (0, 28), (0, 1)]
    assert [line.room for line in made.lines] == [ROOM - 2 * ADVANCE, ROOM, ROOM]


@dataclass(frozen=True)
class Wide:
    """Fonts whose characters are all of one width, in em."""

    width: float
    script_gap_em: float = 0.0

    def em(self, character: str, lettering: Lettering) -> float:
        return self.width


@pytest.mark.parametrize(("beyond", "characters"), [(0.4, 28), (0.6, 27)])
def test_a_line_may_be_half_a_twip_too_long(beyond, characters):
    em = ((ROOM + beyond) / FULL - BODY.spacing_twip) / BODY.em_twip
    for line in done("字" * 60, Wide(em)).lines[:2]:
        assert line.end - line.start == characters


@pytest.mark.parametrize("character", "字⺀、。（》—…“”‘’①℃·×〇Ａ")
def test_chinese_characters_and_signs_are_a_full_em_wide(character):
    assert NOMINAL.em(character, BODY) == 1


@pytest.mark.parametrize("character", "aZ09.,-%() é")
def test_western_characters_are_half_an_em_wide(character):
    assert NOMINAL.em(character, BODY) == 0.5


def test_the_rest_of_a_line_is_spread_evenly():
    made = done("字" * 28 + "，" + "文" * 30)
    (piece,) = pieces(made, made.lines[0])
    assert piece.text == "字" * 27
    assert piece.advances[:-1] == pytest.approx([(ROOM - ADVANCE) / 26] * 26)
    assert piece.advances[-1] == ADVANCE


def test_pieces_of_a_line_keep_their_letterings_and_touch():
    black = type(BODY)("黑体", 16.0, BODY.spacing_twip)
    made = cut(
        Paragraph(Role.BODY, Shape(BODY, 579, align=Align.BOTH), (Run("一、", black), Run("字" * 40, BODY))),
        ROOM,
        NOMINAL,
    )
    first, second = pieces(made, made.lines[0])
    assert (first.text, first.lettering, second.lettering) == ("一、", black, BODY)
    assert second.left == pytest.approx(first.left + sum(first.advances))


ALPHABET = "字文机关，。；：、“”（）《》〔〕—…0123456789aZ%./- 　"
WORDS = st.text(st.sampled_from(ALPHABET) | st.sampled_from("措施专利转化"), min_size=1, max_size=160)


@settings(deadline=None)
@given(WORDS)
def test_the_lines_joined_are_the_text(words):
    assert "".join(lines(words)) == words


@settings(deadline=None)
@given(WORDS, st.sampled_from([0.0, 0.25]))
def test_behind_a_line_feed_words_break_as_they_do_alone(words, gap):
    advances = NominalAdvances(gap)
    alone, behind = done(words, advances), done("甲\n" + words, advances)
    spans = [(line.start + 2, line.end + 2) for line in alone.lines]
    assert [(line.start, line.end) for line in behind.lines[1:]] == spans
    assert [line.width for line in behind.lines[1:]] == pytest.approx([line.width for line in alone.lines])


@settings(deadline=None)
@given(WORDS, st.integers(0, 160), st.sampled_from([0.0, 0.25]))
def test_the_pieces_of_a_line_are_its_words_each_in_the_letters_of_its_run(words, parted, gap):
    black = replace(BODY, font="黑体")
    runs = tuple(run for run in (Run(words[:parted], black), Run(words[parted:], BODY)) if run.text)
    made = cut(Paragraph(Role.BODY, Shape(BODY, 579, align=Align.BOTH), runs), ROOM, NominalAdvances(gap))
    for line in made.lines:
        found = pieces(made, line)
        assert "".join(piece.text for piece in found) == words[line.start : line.end].rstrip(" 　")
        at = line.start
        for piece in found:
            assert len(piece.advances) == len(piece.text)
            assert piece.lettering == (black if at < parted else BODY)
            at += len(piece.text)
        assert all(other.left == pytest.approx(one.left + sum(one.advances)) for one, other in pairwise(found))


@settings(deadline=None)
@given(WORDS)
def test_with_a_gap_between_scripts_no_line_is_wider_than_its_room(words):
    made = done(words, NominalAdvances(script_gap_em=0.25))
    assert all(line.width <= line.room + 0.5 for line in made.lines)


@settings(deadline=None)
@given(WORDS)
def test_no_line_is_wider_than_its_room(words):
    assert all(line.width <= line.room + 0.5 for line in done(words, first=2 * ADVANCE).lines)


@settings(deadline=None)
@given(WORDS)
def test_what_begins_a_line_would_not_have_fitted_the_line_before(words):
    """The shortest beginning of the next line that could have been left on this one is too wide."""
    made = done(words)
    for line, following in pairwise(made.lines):
        end = next(
            (place for place in range(following.start + 1, following.end) if _may_part(words[place - 1], words[place])),
            following.end,
        )
        wanted = line.start + len(words[line.start : end].rstrip(" 　"))
        assert sum(made.widths[line.start : wanted]) > line.room


@settings(deadline=None)
@given(st.text(st.sampled_from("措施专利转化运用"), min_size=1, max_size=200))
def test_every_line_of_chinese_characters_alone_is_full(words):
    *full, last = lines(words)
    assert all(len(line) == FULL for line in full)
    assert len(last) <= FULL


@settings(deadline=None)
@given(WORDS)
def test_no_line_begins_or_ends_with_a_sign_that_may_not_stand_there(words):
    for line, following in pairwise(lines(words)):
        if len(following.strip()) and len(line) > 1 and not _is_one_run(line + following):
            assert following[0] not in NEVER_FIRST or _cut_by_force(line)
            assert line[-1] not in NEVER_LAST or _cut_by_force(line)


def _may_part(one: str, other: str) -> bool:
    """Tell whether a line may end between two characters, for sure."""
    plain = "字文机关措施专利转化"
    return one in plain and other in plain


def _is_one_run(words: str) -> bool:
    return not any(character in "字文机关措施专利转化" for character in words)


def _cut_by_force(line: str) -> bool:
    """Tell whether a line is one unit, or the part of one, that could not be left whole."""
    return len(line) >= FULL and all(character in NEVER_FIRST + NEVER_LAST + "0123456789aZ—" for character in line[1:])
