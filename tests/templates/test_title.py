"""Titles break into lines as GB/T 9704-2012 7.3.1 has it: words and names whole, the shape a trapezoid or diamond."""

import re
import tomllib
from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chengwen_templates.layout.title import break_title, width

CHARACTERS = 19
"""Characters of 2号 on a line of 156 mm, one left blank."""

TITLES = [
    entry["words"] for entry in tomllib.loads((Path(__file__).parent / "titles.toml").read_text("utf-8"))["title"]
]
every_title = pytest.mark.parametrize("words", TITLES, ids=lambda words: words.replace("/", "")[:30])


def bare(text):
    return re.sub(r"\s", "", text)


def lines_of(words):
    return break_title(words.replace("/", ""), CHARACTERS)


def ends(parts):
    return list(accumulate(len(bare(part)) for part in parts))


@every_title
def test_no_word_or_name_of_a_real_title_is_broken(words):
    assert set(ends(lines_of(words))) <= set(ends(words.split("/")))


@every_title
def test_the_lines_joined_are_the_title_and_each_fits(words):
    lines = lines_of(words)
    assert bare("".join(lines)) == bare(words.replace("/", ""))
    assert max(map(width, lines)) <= CHARACTERS


@every_title
def test_lines_widen_to_one_widest_line_and_narrow_from_it(words):
    widths = [width(line) for line in lines_of(words)]
    widest = widths.index(max(widths))
    assert widths[: widest + 1] == sorted(widths[: widest + 1])
    assert widths[widest:] == sorted(widths[widest:], reverse=True)


@every_title
def test_the_lines_make_no_block_with_straight_sides(words):
    widths = [width(line) for line in lines_of(words)]
    assert len(widths) == 1 or max(widths) > min(widths)


@every_title
def test_no_line_ends_with_about_or_and_or_is_a_lone_word(words):
    lines = lines_of(words)
    assert not [line for line in lines[:-1] if re.search(r"(?:关于|[和与及《“（])$", line)]
    assert not [line for line in lines[1:] if re.match(r"[等，、。》”）]|的(?!\w\w$)", line)]
    assert min(map(width, lines)) >= 4


def test_what_stands_in_book_marks_is_kept_whole_where_it_fits_a_line():
    assert break_title("国务院关于落实《政府工作报告》重点工作分工的意见", CHARACTERS) == (
        "国务院关于落实《政府工作报告》",
        "重点工作分工的意见",
    )


def test_joint_organs_break_between_their_names():
    title = "教育部 中央宣传部 中央网信办 工业和信息化部 公安部 市场监管总局关于规范校外线上培训的实施意见"
    assert break_title(title, CHARACTERS) == (
        "教育部 中央宣传部 中央网信办",
        "工业和信息化部 公安部 市场监管总局",
        "关于规范校外线上培训的实施意见",
    )


@pytest.mark.parametrize(
    ("items", "characters", "expected"),
    [
        ((4, 2, 2, 4, 4), 8, [4, 8, 4]),  # a diamond rather than two lines that look equal
        ((4, 2, 8), 12, [6, 8]),  # neighbours that differ by two characters rather than by six
        ((6, 2, 5), 12, [6, 7]),  # a character more is enough; of lines as good those that break first
        ((4, 2, 5), 9, [4, 7]),  # a line of four is none too short
        ((3, 2, 6), 10, [5, 6]),  # a line of three is
    ],
)
def test_of_several_ways_to_break_the_best_shape_is_taken(items, characters, expected):
    *most, last = ("子" * size for size in items)
    title = "".join(f"{item[1:]}、" for item in most) + last
    assert [width(line) for line in break_title(title, characters)] == expected


def test_a_line_feed_in_a_title_breaks_it_there():
    assert break_title("甲市财政局\n乙市财政局关于结算的通知", CHARACTERS) == ("甲市财政局", "乙市财政局关于结算的通知")


def test_a_title_that_fits_stays_as_it_is():
    assert break_title("关于知识产权助力推进科技创新的若干措施", CHARACTERS) == (
        "关于知识产权助力推进科技创新的若干措施",
    )


def test_a_word_wider_than_a_line_is_cut():
    lines = break_title("12345678901234567890", 4)
    assert "".join(lines) == "12345678901234567890"
    assert [width(line) <= 4 for line in lines] == [True] * 3


def test_a_text_too_long_for_a_title_is_cut_at_every_line():
    assert break_title("题" * 101, CHARACTERS) == (*("题" * 19,) * 5, "题" * 6)


TITLE_TEXT = st.lists(
    st.sampled_from(
        [
            "关于",
            "印发",
            "《",
            "》",
            "的通知",
            "和",
            " ",
            "\n",
            "　",
            "2024年",
            "abc",
            "市人民政府",
            "支持",
            "、",
            "“",
            "”",
            "发展",
        ]
    )
    | st.text(max_size=3),
    max_size=40,
).map("".join)


@settings(deadline=None)  # the first title loads the dictionary
@given(TITLE_TEXT, st.integers(1, 40))
def test_any_text_is_broken_without_loss_and_fits(text, characters):
    lines = break_title(text, characters)
    assert bare("".join(lines)) == bare(text)
    assert all(width(line) <= characters for line in lines)


@settings(deadline=None)  # the first title loads the dictionary
@given(TITLE_TEXT)
def test_the_same_title_always_breaks_the_same_way(text):
    first = break_title(text, CHARACTERS)
    break_title.cache_clear()
    assert break_title(text, CHARACTERS) == first


def test_a_name_of_the_documents_own_is_not_broken():
    title = "示例市人民政府办公室关于印发《示例市促进知识产权转化运用若干措施》的通知"
    for characters in range(8, 20):
        lines = break_title(title, characters, ("示例市",))
        assert not any(line.endswith(("示", "示例")) for line in lines[:-1]), lines
