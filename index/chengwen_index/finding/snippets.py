"""The stretch of a clause that shows why it was found, and the words to be marked in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from chengwen_index.finding.matching import spans
from chengwen_index.storage.records import Field
from chengwen_library.model import Span

SHORTEST = 80
LONGEST = 120
"""Characters of a snippet, within a mark or so; a clause that is shorter itself stands whole."""
CUT = "…"
_REMEMBERED = 4096
_SENTENCE_END = re.compile(r"[。；\n]+")
_PHRASE_END = re.compile(r"[。；\n，、：]+")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be marked: `exact` folded, `words` in normal form."""

    exact: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of a text, `CUT` at the ends where more stands before or behind, and the marks in it."""

    text: str
    marks: tuple[Span, ...]


def marks(field: Field, wanted: Wanted) -> tuple[Span, ...]:
    """Return the spans of the wanted words in the original heading or text, in order, joined where they touch."""
    folded = [span for needle in wanted.exact for span in spans(needle, field.folded)]
    folded += [span for needle in wanted.words for span in spans(needle, field.lowered)]
    return _joined(field.original_span(span) for span in folded)


def snippet(text: str, found: tuple[Span, ...]) -> Snippet:
    """Return the first stretch of `text` with the most of what is marked, cut between sentences where it can be."""
    start, end = _best_window(text, found)
    before = CUT if start > 0 else ""
    after = CUT if end < len(text) else ""
    shift = len(before) - start
    inside = tuple((max(a, start) + shift, min(b, end) + shift) for a, b in found if a < end and b > start)
    return Snippet(before + text[start:end].replace("\n", " ") + after, inside)


def _best_window(text: str, found: tuple[Span, ...]) -> Span:
    if len(text) <= LONGEST:
        return 0, len(text)
    sentences, phrases = _borders(_SENTENCE_END, text), _borders(_PHRASE_END, text)
    marked = [(a, b, text[a:b]) for a, b in found]
    wanted = len({words for *_, words in marked})
    best, most = _window(0, len(text), sentences, phrases), 0
    for start in dict.fromkeys([*_starts(sentences, found), *_starts(phrases, found)]):
        window = first, last = _whole_marks(_window(start, len(text), sentences, phrases), found)
        held = len({words for a, b, words in marked if first <= a and b <= last})
        if held > most:
            best, most = window, held
        if most == wanted:
            break
    if found and not most:  # a mark too far from any border
        start = max(0, found[0][0] - LONGEST // 3)
        return _whole_marks((start, min(start + LONGEST, len(text))), found)
    return best


@lru_cache(_REMEMBERED)
def _borders(pattern: re.Pattern[str], text: str) -> list[int]:
    return [0, *(match.end() for match in pattern.finditer(text)), len(text)]


def _starts(borders: list[int], found: tuple[Span, ...]) -> list[int]:
    """Return the borders before each mark, each once, from left to right."""
    return list(dict.fromkeys(borders[bisect_right(borders, start) - 1] for start, _ in found))


def _window(start: int, length: int, sentences: list[int], phrases: list[int]) -> Span:
    """Return the window from `start` to the last good end; at the text's end it grows backwards."""
    if length - start < SHORTEST:
        first = length - LONGEST
        return _next(sentences, first, length - SHORTEST) or _next(phrases, first, start) or start, length
    limit = start + LONGEST
    if limit >= length:
        return start, length
    return start, _last(sentences, start + SHORTEST, limit) or _last(phrases, start + SHORTEST, limit) or limit


def _whole_marks(window: Span, found: tuple[Span, ...]) -> Span:
    """Return the window so that it cuts through no mark, as far as one fits into a window at all."""
    start, end = window
    start = next((a for a, b in found if a < start < b and b - a <= LONGEST), start)
    return start, next((b for a, b in found if a < end < b and b - a <= LONGEST), end)


def _last(borders: list[int], lowest: int, highest: int) -> int | None:
    """Return the last border from `lowest` to `highest`, both included."""
    index = bisect_right(borders, highest) - 1
    return borders[index] if index >= 0 and borders[index] >= lowest else None


def _next(borders: list[int], lowest: int, highest: int) -> int | None:
    """Return the first border from `lowest` to `highest`, both included."""
    index = bisect_left(borders, lowest)
    return borders[index] if index < len(borders) and borders[index] <= highest else None


def _joined(unordered: Iterable[Span]) -> tuple[Span, ...]:
    result: list[Span] = []
    for start, end in sorted(unordered):
        if result and start <= result[-1][1]:
            result[-1] = result[-1][0], max(end, result[-1][1])
        else:
            result.append((start, end))
    return tuple(result)
