"""Folding of texts for comparison and exact search (decisions 7).

Folded away: width, Chinese and ASCII punctuation, kinds of quotes among
themselves, kinds of dashes among themselves, white space. Nothing else: neither
traditional characters nor numerals.
"""

from __future__ import annotations

import re
import unicodedata

_PAIRS = {
    "。": ".", "﹒": ".", "，": ",", "：": ":", "；": ";", "！": "!", "？": "?", "（": "(", "）": ")",
    "“": '"', "”": '"', "„": '"', "‟": '"', "＂": '"', "「": '"', "」": '"', "『": '"', "』": '"',
    "‘": '"', "’": '"', "＇": '"', "'": '"', "｀": '"', "`": '"',
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-", "－": "-", "﹣": "-",
}  # fmt: skip


def fold(text: str) -> str:
    """Return the folded text; two texts are the same words if their folds are equal."""
    return text.translate(_FOLDED)


def fold_with_places(text: str) -> tuple[str, list[int]]:
    """Return the folded text and, for each of its characters, the index in `text` it came from."""
    return fold(text), fold_places(text)


def fold_places(text: str) -> list[int]:
    """Return for each character of the folded text the index in `text` it came from."""
    lengths = text.translate(_LENGTHS)
    places: list[int] = []
    behind = 0
    for other in _NOT_ONE.finditer(lengths):
        at = other.start()
        places += [*range(behind, at), *[at] * ord(lengths[at])]
        behind = at + 1
    return [*places, *range(behind, len(text))]


class _Table(dict[int, str]):
    """The fold of every character asked for so far, by code point."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _compute(chr(code))
        return folded


class _Lengths(dict[int, str]):
    """How long the fold of every character asked for so far is, as the character of this number."""

    def __missing__(self, code: int) -> str:
        length = self[code] = chr(len(_FOLDED[code]))
        return length


def _compute(character: str) -> str:
    pair = _PAIRS.get(character)
    if pair is not None:
        return pair
    compatible = unicodedata.normalize("NFKC", character)
    return "".join(_PAIRS.get(part, part) for part in compatible if not (part.isspace() or part in _INVISIBLE))


_INVISIBLE = frozenset("\ufeff\u200b\u200c\u200d\u2060\u00ad")
_FOLDED = _Table()
_LENGTHS = _Lengths()
_NOT_ONE = re.compile("[^\1]")
