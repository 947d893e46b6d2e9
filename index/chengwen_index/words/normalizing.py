"""The normal form in which words are looked for: folded, small letters, simplified characters (`traditional.txt`)."""

from __future__ import annotations

from chengwen_index.words.tables import lines
from chengwen_library.folding import fold


def normal(text: str) -> str:
    """Return the normal form of a text; it has as many characters as the folded text (decisions 7)."""
    return text.translate(_NORMAL)


def lower(folded: str) -> str:
    """Return folded text in small letters and simplified characters, character for character."""
    return folded.translate(_LOWERED)


class _Lowered(dict[int, str]):
    """The small letter or simplified character of every character asked for so far, by code point."""

    def __init__(self) -> None:
        super().__init__({ord(old): line[0] for line in lines("traditional.txt") for old in line[1:]})

    def __missing__(self, code: int) -> str:
        small = chr(code).lower()
        self[code] = lowered = small if len(small) == 1 else chr(code)
        return lowered


class _Normal(dict[int, str]):
    """The normal form of every character asked for so far, by code point."""

    def __missing__(self, code: int) -> str:
        self[code] = plain = lower(fold(chr(code)))
        return plain


_LOWERED = _Lowered()
_NORMAL = _Normal()
