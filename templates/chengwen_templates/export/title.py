"""Breaking a title into lines that keep words whole and make a trapezoid or diamond.

GB/T 9704-2012 7.3.1: 回行时做到词意完整、排列对称、长短适宜、间距恰当, never a
block with straight sides or an hourglass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from chengwen_index.words.analysis import whole_words

_NEVER_FIRST = "省市州县区局委厅办处的地得和与及或、，。：；？！”’）》〉〕】—…·之"
_NEVER_LAST = "“‘（《〈〔【和与及或第省市州县区"
_SYMBOLS = re.compile(r"[0-9A-Za-z.%]+|.")
_LONG_TITLE = 100
"""A longer one is no title any more and is cut anywhere."""

_SHORTEST = 2
_SPACES = 2
_FAULT_COST = 20.0
_HOURGLASS_COST = 30.0
_STRAIGHT_COST = 4.0
_LINE_COST = 8.0


@cache
def break_title(title: str, characters: int) -> tuple[str, ...]:
    """Return the title's lines, each at most `characters` Chinese characters wide.

    Joined, the lines are the title again, but for white space where it breaks. A title
    that fits stays on one line; a word longer than a line is the only thing ever cut.
    One line more than needed is taken where it keeps the sense better.
    """
    if width(title) <= characters:
        return (title,)
    words = _words(title, characters)
    for count in range(2, len(words) + 1):
        found = [lines for more in (0, 1) if (lines := _best(words, count + more, characters))]
        if found:
            return min(found, key=lambda lines: _cost(lines) + _LINE_COST * len(lines))
    return (title,)


def width(text: str) -> float:
    """Return the text's width in Chinese characters; ASCII counts half."""
    return sum(0.5 if character.isascii() else 1.0 for character in text)


def _words(title: str, characters: int) -> list[str]:
    if len(title) > _LONG_TITLE:
        return [title[start : start + characters] for start in range(0, len(title), characters)]
    words: list[str] = []
    for word in whole_words(title):
        words.extend([word] if width(word) <= characters else _SYMBOLS.findall(word))
    return words


def _best(words: list[str], count: int, characters: int) -> tuple[str, ...] | None:
    return min(_choices(words, count, characters), key=_cost, default=None)


def _choices(words: list[str], count: int, characters: int) -> Iterator[tuple[str, ...]]:
    """Yield every way to set the words on `count` lines that all fit."""
    if count < 1 or sum(map(width, words)) > count * characters + _SPACES:
        return
    if count == 1:
        line = "".join(words).strip()
        if _SHORTEST <= width(line) <= characters:
            yield (line,)
        return
    for end in range(1, len(words)):
        line = "".join(words[:end]).strip()
        if width(line) > characters:
            return
        if width(line) >= _SHORTEST:
            yield from ((line, *rest) for rest in _choices(words[end:], count - 1, characters))


def _cost(lines: tuple[str, ...]) -> float:
    """Return how bad a break is: bad line ends first, then shape, then unequal lengths."""
    widths = [width(line) for line in lines]
    cost = _FAULT_COST * sum(_breaks_badly(first, second) for first, second in pairwise(lines))
    if len(lines) > 2 and any(b < a and b < c for a, b, c in zip(widths, widths[1:], widths[2:], strict=False)):
        cost += _HOURGLASS_COST
    cost += _STRAIGHT_COST * sum(first == second for first, second in pairwise(widths))
    return cost + (max(widths) - min(widths))


def _breaks_badly(first: str, second: str) -> int:
    """Count the faults of a break: bad first or last characters, inside brackets, before a lone 通知."""
    before = first.rstrip("0123456789")
    inside = before.count("《") > before.count("》") or before.count("（") > before.count("）")
    return (second[0] in _NEVER_FIRST) + (first[-1] in _NEVER_LAST) + inside + (len(second) < 4)
