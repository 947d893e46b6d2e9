"""The normal form in which words are looked for: folded, small letters, simplified characters (`traditional.txt`)."""

from __future__ import annotations

from functools import cache

from chengwen_index.tables import lines
from chengwen_library.folding import fold


def normal(text: str) -> str:
    """Return the normal form of a text; it has as many characters as the folded text (decisions 7)."""
    return lower(fold(text))


def lower(folded: str) -> str:
    """Return folded text in small letters and simplified characters, character for character."""
    lowered = folded.lower()
    if len(lowered) != len(folded):
        lowered = "".join(small if len(small := character.lower()) == 1 else character for character in folded)
    return lowered if lowered.isascii() else lowered.translate(_simplified())


@cache
def _simplified() -> dict[int, str]:
    return {ord(old): line[0] for line in lines("traditional.txt") for old in line[1:]}
