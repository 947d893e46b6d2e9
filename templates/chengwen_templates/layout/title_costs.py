"""Where a title may break, and what a break between each two words costs the sense."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from chengwen_library.data import load_table
from chengwen_templates.layout.title_words import ending_pattern, endings, title_words, word_lists

CUT = 100.0
"""What a break inside a word or name costs; it is made only where the word is wider than a line."""

_CUT_RUN = 200.0
"""Inside a number with its unit, or a run of letters."""

_FORBIDDEN = 60.0
"""Before a closing mark or behind an opening one."""

_GLUED = 30.0
"""Between a single character and the word it belongs to, and within the name of an organ."""

# What a reader loses by a break, from the worst to the best place; a line more costs 4 (`title`).
_AFTER_ABOUT = 20.0
_AFTER_JOINING = 12.0
_BEFORE_KIND = 6.0
_BEFORE_JOINING = 6.5
_AFTER_OPENING = 6.0
_AFTER_MODIFIER = 7.0
_BEFORE_HEAD = 6.0
_INSIDE_PHRASE = 4.0
_AFTER_OF = 1.5
_PHRASE = 1.0
_NATURAL = 0.0
"""Where a reader pauses: before 关于, behind 印发, at the white space between organs."""

_INSIDE_BOOK = 5.0
"""More for a break inside a 《》 that would fit on one line with the 的通知 behind it, or inside a list in “”."""

_NEAR_BOOK_MARK = 5.0
_NEAR = 4
"""More for a break fewer than four characters behind 《 or before 》."""

_CLOSING = "，。：；！？、”’）》〉〕】—…·)]%+＋×-"
_OPENING = "“‘（《〈〔【([+＋×-·"
_LISTING = "、，；："

_Spans = Iterator[tuple[int, int]]


def width(text: str) -> float:
    """Return the text's width in Chinese characters; ASCII counts half."""
    return sum(0.5 if character.isascii() else 1.0 for character in text)


def break_costs(title: str, characters: int, names: tuple[str, ...] = ()) -> list[float]:
    """Return what a break before each character of the title costs; the first is always 0.

    Costs from `CUT` upwards break a word. `characters` is the width of a line: what
    stands in 《》, “” or （）, and the name of an organ, is kept together where it fits.
    `names` are words of the document's own, such as its region.
    """
    costs = _costs_between_words(list(title_words(title)))
    for more, spans in (
        (_INSIDE_BOOK, _matches(rf"《[^《》]*》(?:{ending_pattern()})?|“[^“”]*、[^“”]*”", title)),
        (_GLUED, _matches(r"“[^“”、]*”|[（(][^（）()]*[）)]|〔[^〔〕]*〕", title)),
        (_GLUED, _issuing_organs(title)),
        *((CUT, _matches(re.escape(name), title)) for name in names),
    ):
        for start, end in spans:
            if width(title[start:end]) <= characters:
                _add(costs, range(start + 1, end), more)
    for start, end in _matches(r"《[^》]*》?", title):
        _add(
            costs,
            (*range(start + 1, min(start + 1 + _NEAR, end)), *range(max(start + 1, end - _NEAR), end)),
            _NEAR_BOOK_MARK,
        )
    return costs


def _costs_between_words(words: list[str]) -> list[float]:
    costs: list[float] = []
    for left, right in pairwise(["", *words]):
        inside = _CUT_RUN if right[0].isascii() or right[0].isdigit() else CUT
        costs += [_between(left, right) if left else _NATURAL, *[inside] * (len(right) - 1)]
    return costs


def _between(left: str, right: str) -> float:
    """Return the cost of a break between two words, by the first rule that holds."""
    if left.isspace() or right.isspace():
        return _FORBIDDEN if right.isspace() else _NATURAL
    if right[0] in _CLOSING or left[-1] in _OPENING:
        return _FORBIDDEN
    return next((cost for holds, cost in _rules(left, right) if holds), _INSIDE_PHRASE)


def _rules(left: str, right: str) -> Iterator[tuple[bool, float]]:
    words = word_lists()
    yield left == "关于", _AFTER_ABOUT
    yield right == "关于", _PHRASE if left in words["issuing"] else _NATURAL
    yield right in endings(), _BEFORE_KIND
    yield left in words["joining"], _AFTER_JOINING
    yield right in words["joining"], _BEFORE_JOINING
    yield right in words["trailing"] or left in words["leading"], _GLUED
    yield left in words["issuing"] or left[-1] in _LISTING, _NATURAL
    yield left == "的", _AFTER_OF
    yield left.endswith(_modifiers()), _AFTER_MODIFIER
    yield left in words["openings"] and left not in words["heads"], _AFTER_OPENING
    yield left[-1] == "》" or right[0] == "《" or right in words["issuing"] or right in words["leading"], _PHRASE
    yield left[-1] in "”）" or right[0] in "“（", _INSIDE_PHRASE
    yield 1 in (len(left), len(right)) and left not in words["trailing"], _GLUED
    yield right in words["offices"] or (_is_organ(right) and not _is_organ(left)), _GLUED
    yield _is_organ(left), _PHRASE
    yield right in words["openings"] and right not in words["heads"], _PHRASE
    yield right in words["heads"], _BEFORE_HEAD


def _is_organ(word: str) -> bool:
    return word in word_lists()["organs"] or word.endswith(_organ_ends())


def _issuing_organs(title: str) -> _Spans:
    """Yield the organs before the first 关于 or 印发: up to there, each between white space or 、."""
    verbs = "|".join(["关于", *sorted(word_lists()["issuing"])])
    found = re.match(rf"(.*?)(?:{verbs})", title, re.DOTALL)
    return _matches(r"[^\s、]+", found[1]) if found else iter(())


def _matches(pattern: str, text: str) -> _Spans:
    return (found.span() for found in re.finditer(pattern, text))


def _add(costs: list[float], positions: range | tuple[int, ...], more: float) -> None:
    for position in positions:
        costs[position] += more


@cache
def _modifiers() -> tuple[str, ...]:
    return tuple(word_lists()["modifiers"])


@cache
def _organ_ends() -> tuple[str, ...]:
    return tuple(load_table("reading/wording.toml")["organs"])
