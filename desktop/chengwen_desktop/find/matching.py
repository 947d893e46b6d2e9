r"""Words looked for in paragraphs, with wildcards if wanted; pure functions.

? stands for one character, * for any characters of the same line, as few as possible; at the
end of what is looked for, * reaches to the end of the line. \ takes the meaning from the next character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from chengwen_desktop.draft.lines import BREAK
from chengwen_library.model import Span

_WIDE = {code + 0xFEE0: code for code in range(0x21, 0x7F)} | {0x3000: 0x20}
"""Full-width characters and the half-width ones they stand for (U+FF01 to U+FF5E, U+3000)."""

_TOKEN = re.compile(r"\\(.)|(\*+)|(\?)|(.)", re.DOTALL)
_ANY = f"[^{BREAK}]"


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked for; with `wildcards` ? and * stand for others, with `widths` ， and , are not the same."""

    words: str
    wildcards: bool = False
    widths: bool = False


def spans(text: str, question: Question) -> list[Span]:
    """Return where the words stand in a paragraph, from left to right, none over another; upper case is lower case."""
    if not question.words:
        return []
    if not question.widths:
        text = text.translate(_WIDE)
    words = question.words if question.widths else question.words.translate(_WIDE)
    return list(_matches(text, _pieces(words, question.wildcards)))


@dataclass(frozen=True, slots=True)
class _Pieces:
    """What stands between the stars, in order, and whether a star stands before the first and behind the last."""

    between: tuple[re.Pattern[str], ...]
    from_start: bool
    to_end: bool


def _matches(text: str, pieces: _Pieces) -> Iterator[Span]:
    start = 0
    for line in text.split(BREAK):
        yield from _in_line(text, pieces, start, start + len(line))
        start += len(line) + 1


def _in_line(text: str, pieces: _Pieces, at: int, line_end: int) -> Iterator[Span]:
    """Yield the matches of a line; each piece is looked for once behind the one before, so the time is linear."""
    line_start = at
    while at <= line_end:
        found = _match(text, pieces, at, line_end)
        if found is None or found[0] == found[1]:
            return
        start = line_start if pieces.from_start and at == line_start else found[0]
        end = line_end if pieces.to_end else found[1]
        yield start, end
        at = end


def _match(text: str, pieces: _Pieces, at: int, line_end: int) -> Span | None:
    """Return the first place from `at` on where the pieces stand one behind another, or None."""
    if not pieces.between:
        return at, line_end
    start: int | None = None
    for piece in pieces.between:
        found = piece.search(text, at, line_end)
        if found is None:
            return None
        start = found.start() if start is None else start
        at = found.end()
    return start or 0, at


@lru_cache(maxsize=64)
def _pieces(words: str, wildcards: bool) -> _Pieces:
    if not wildcards:
        return _Pieces((re.compile(re.escape(words), re.IGNORECASE),), from_start=False, to_end=False)
    between: list[str] = [""]
    for match in _TOKEN.finditer(words):
        escaped, stars, one, plain = match.groups()
        if stars:
            between.append("")
        else:
            between[-1] += _ANY if one else re.escape(escaped or plain)
    patterns = tuple(re.compile(piece, re.IGNORECASE) for piece in between if piece)
    return _Pieces(patterns, from_start=not between[0], to_end=not between[-1])
