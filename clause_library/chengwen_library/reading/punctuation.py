"""Half-width punctuation in Chinese running text becomes full-width; nothing else changes.

Numbers (1,000；1.5), times (09:26), addresses (https://…) and standard codes
(GB/T 29490—2023) stay as they are. Spaces beside Chinese characters are
typesetting and go; those between Latin words and digits stay.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

NEAR = 8
"""Characters beside a stop among which its neighbour is looked for."""

_CHINESE = "\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_CHINESE_MARKS = "，。、；：？！（）《》〈〉“”‘’【】〔〕—…·"
_ROUND = _CHINESE + _CHINESE_MARKS
_WIDE = {",": "，", ";": "；", "?": "？", "!": "！", ":": "："}

_BRACKETS = re.compile(r"[()]")
_STOPS = re.compile(r"[,;?!:]")
_SPACE = re.compile(r"[^\S\n]+")
_INVISIBLE = re.compile(r"[\ufeff\u200b\u200c\u200d\u2060\u00ad\x00-\x08\x0b\x0c\x0e-\x1f]")
_IS_CHINESE = re.compile(f"[{_ROUND}]")
_END_OF_SENTENCE = re.compile(rf"(?<=[{_CHINESE}”’）》])\.(?=\s*$|[{_CHINESE}])")


def normalised(raw: str) -> str:
    """Return the words of a line without the spaces around and inside them, with full-width punctuation."""
    return _SPACE.sub(_kept_space, _cleaned(raw))


def spaced(raw: str) -> str:
    """Return the words of a title: as `normalised`, but one space stays where the source has any (between organs)."""
    return re.sub(r"\s+", " ", _cleaned(raw))


@lru_cache(maxsize=512)
def _cleaned(raw: str) -> str:
    """Return the words without invisible characters, in full width; the stages ask for the same line again."""
    return full_width(_INVISIBLE.sub("", raw).strip())


def full_width(text: str) -> str:
    """Return the text with the punctuation of its Chinese parts in full width; its length stays the same."""
    if not _IS_CHINESE.search(text):
        return text
    text = _wide_brackets(text)
    text = _STOPS.sub(_wide_stop, text)
    text = _END_OF_SENTENCE.sub("。", text)
    return _curly_quotes(text)


def _kept_space(match: re.Match[str]) -> str:
    text = match.string
    beside = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
    return "" if _IS_CHINESE.search(beside) else match.group()


def _wide_brackets(text: str) -> str:
    """Widen the pairs of brackets that hold or touch Chinese words."""
    if "(" not in text:
        return text
    characters = list(text)
    chinese = [match.start() for match in _IS_CHINESE.finditer(text)]
    open_brackets: list[int] = []
    for bracket in _BRACKETS.finditer(text):
        place = bracket.start()
        if text[place] == "(":
            open_brackets.append(place)
        elif open_brackets:
            start = open_brackets.pop()
            first = bisect_left(chinese, start - 1)
            if first < len(chinese) and chinese[first] <= place + 1:
                characters[start], characters[place] = "（", "）"
    return "".join(characters)


def _wide_stop(match: re.Match[str]) -> str:
    text, stop = match.string, match.group()
    before = text[max(match.start() - NEAR, 0) : match.start()].rstrip()[-1:]
    after = text[match.end() : match.end() + NEAR].lstrip()[:1]
    if before.isascii() and before.isalnum() and after.isascii() and (after.isalnum() or after == "/"):
        return stop
    if _IS_CHINESE.match(before) or _IS_CHINESE.match(after):
        return _WIDE[stop]
    return stop


def _curly_quotes(text: str) -> str:
    """Turn pairs of straight double quotes into “ ”; an odd one out stays, it may be an inch."""
    if text.count('"') % 2:
        return text
    parts = text.split('"')
    return "".join(part + ("“" if index % 2 == 0 else "”") for index, part in enumerate(parts[:-1])) + parts[-1]
