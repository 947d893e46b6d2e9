"""How two rows of tokens are cut into what is equal and what is changed: at stops, and not into shreds."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chengwen_index.comparing.blocks import Block, blocks
from chengwen_index.comparing.token_patterns import TokenKind
from chengwen_index.comparing.tokens import Token
from chengwen_library.folding import fold

SPECIAL = {"100万元": TokenKind.AMOUNT, "应当": TokenKind.MODAL, "企业": TokenKind.SCOPE, "（三）": TokenKind.MARK}


def row(words: str) -> list[Token]:
    """Return the tokens of words with white space between them; only the special ones are more than words."""
    return [_token(word) for word in words.split()]


def shown(old: str, young: str) -> list[str]:
    """Return the blocks of two rows: equal ones as their words, changed ones as “old→young”."""
    base, new = row(old), row(young)
    return [_told(block, base, new) for block in blocks(base, new)]


def _token(word: str) -> Token:
    plain = TokenKind.WORD if word.isalnum() else TokenKind.PUNCTUATION
    return Token(word, fold(word), SPECIAL.get(word, plain), (0, len(word)))


def _told(block: Block, base: Sequence[Token], new: Sequence[Token]) -> str:
    mine, theirs = (
        "".join(token.text for token in side[slice(*span)]) for side, span in ((base, block.old), (new, block.young))
    )
    return mine if block.equal else f"{mine}→{theirs}"


PUT_IN = pytest.mark.parametrize(
    ("short", "long", "before", "put_in", "after"),
    [
        ("支持 企业 。 扩大 贷款 。", "支持 企业 。 鼓励 银行 。 扩大 贷款 。", "支持企业。", "鼓励银行。", "扩大贷款。"),
        ("加强 宣传 。", "加强 培训 。 加强 宣传 。", "", "加强培训。", "加强宣传。"),
        ("甲 ！ 加强 宣传 。", "甲 ！ 加强 培训 ！ 加强 宣传 。", "甲！", "加强培训！", "加强宣传。"),
        ("甲 ； 加强 宣传 。", "甲 ； 加强 培训 ； 加强 宣传 。", "甲；", "加强培训；", "加强宣传。"),
        ("甲 ， 加强 宣传 。", "甲 ， 加强 培训 ， 加强 宣传 。", "甲，", "加强培训，", "加强宣传。"),
        ("要 加强 宣传 。", "要 加强 培训 、 加强 宣传 。", "要", "加强培训、", "加强宣传。"),
        ("要 加强 宣传 。", "要 加强 培训 ， 加强 宣传 。", "要", "加强培训，", "加强宣传。"),
        ("要 加强 宣传 。", "要 加强 培训 ； 加强 宣传 。", "要", "加强培训；", "加强宣传。"),
        ("要 加强 宣传 。", "要 加强 培训 。 加强 宣传 。", "要", "加强培训。", "加强宣传。"),
        ("支持 ， 扩大 。", "支持 ， 加强 。 支持 ， 扩大 。", "", "支持，加强。", "支持，扩大。"),
        ("甲 ， 做 、 乙 。", "甲 ， 做 、 丙 ， 做 、 乙 。", "甲，", "做、丙，", "做、乙。"),
    ],
)  # fmt: skip
"""A row, the same with words put in that could be cut in several ways, and the way a reader cuts it."""


@PUT_IN
def test_what_is_put_in_begins_behind_a_stop_or_ends_with_one(
    short: str, long: str, before: str, put_in: str, after: str
) -> None:
    assert shown(short, long) == [*filter(None, [before]), f"→{put_in}", after]


@PUT_IN
def test_what_is_taken_out_begins_behind_a_stop_or_ends_with_one(
    short: str, long: str, before: str, put_in: str, after: str
) -> None:
    assert shown(long, short) == [*filter(None, [before]), f"{put_in}→", after]


def test_behind_another_change_too_what_is_put_in_begins_behind_a_stop() -> None:
    assert shown("支持 企业 。", "积极 支持 企业 。 鼓励 银行 。") == ["→积极", "支持企业。", "→鼓励银行。"]
    assert shown("支持 企业 。", "积极 支持 企业 。 鼓励 企业 。") == ["→积极", "支持企业。", "→鼓励企业。"]
    assert shown("支持 企业 。 扩大 银行 。", "积极 支持 企业 。") == ["→积极", "支持企业。", "扩大银行。→"]


@pytest.mark.parametrize(
    ("island", "left", "right", "is_one_change"),
    [
        ("岛岛", 4, 4, True),
        ("岛岛", 3, 9, False),
        ("岛岛", 9, 3, False),
        ("岛 岛", 4, 4, True),
        ("岛 岛 岛", 5, 5, False),
        ("岛" * 8, 16, 16, True),
        ("岛" * 9, 40, 40, False),
        ("岛", 2, 2, True),
        ("岛", 1, 2, False),
        ("岛", 2, 1, False),
        ("的", 2, 2, True),
        ("的", 1, 9, False),
        ("岛 的", 2, 2, True),
        ("岛 ， 岛", 4, 4, True),
        ("企业", 4, 4, True),
        ("企业", 3, 3, False),
        ("，", 5, 5, True),
        ("，", 4, 9, False),
        ("，", 9, 4, False),
        ("、", 5, 5, True),
        ("。", 9, 9, False),
        ("；", 9, 9, False),
        ("100万元", 40, 40, False),
        ("应当", 40, 40, False),
        ("岛 应当", 40, 40, False),
    ],
)
def test_an_equal_stretch_that_says_little_beside_the_changes_around_it_is_a_part_of_them(
    island: str, left: int, right: int, is_one_change: bool
) -> None:
    old, new = f"{'旧' * left} {island} {'故' * right}", f"{'新' * left} {island} {'今' * right}"
    expected = [_joined(f"{old}→{new}")] if is_one_change else list(map(_joined, _apart(old, new, island)))
    assert shown(f"始 {old} 终", f"始 {new} 终") == ["始", *expected, "终"]


def _joined(words: str) -> str:
    return words.replace(" ", "")


def _apart(old: str, new: str, island: str) -> list[str]:
    (left, right), (new_left, new_right) = old.split(f" {island} "), new.split(f" {island} ")
    return [f"{left}→{new_left}", island, f"{right}→{new_right}"]


def test_the_longer_side_of_a_change_says_how_large_it_is() -> None:
    assert shown("旧 岛岛 故故故故", "新新新新 岛岛 今") == ["旧岛岛故故故故→新新新新岛岛今"]
    assert shown("岛岛 故故故故", "新新新新 岛岛") == ["岛岛故故故故→新新新新岛岛"]


def test_changes_made_one_can_take_in_the_stretch_before_them() -> None:
    old, new = "旧旧旧旧旧旧 岛岛岛 旧旧 的 旧旧旧旧 终", "新新新新新新 岛岛岛 新新 的 新新新新 终"
    assert shown(old, new) == [_joined(f"{old}→{new}").replace("终", "", 1).removesuffix("终"), "终"]


def test_equal_stretches_at_either_end_stay_equal_however_small() -> None:
    assert shown("的 旧旧旧旧旧 的", "的 新新新新新 的") == ["的", "旧旧旧旧旧→新新新新新", "的"]


ROWS = st.lists(st.sampled_from(["甲", "乙", "，", "。", "、", "的", "100万元"]), max_size=12).map(" ".join)


@given(ROWS, ROWS)
def test_blocks_touch_and_cover_both_rows_by_turns(old: str, young: str) -> None:
    base, new = row(old), row(young)
    found = blocks(base, new)
    ends = [(0, 0), *((block.old[1], block.young[1]) for block in found)]
    assert [(block.old[0], block.young[0]) for block in found] == ends[:-1]
    assert ends[-1] == (len(base), len(new))
    assert all(one.equal != other.equal for one, other in pairwise(found))
    for block in found:
        if block.equal:
            assert base[slice(*block.old)] == new[slice(*block.young)]
