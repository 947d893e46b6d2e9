"""What a person corrects in a reading: spots in the source, and what they are.

The reading is a function of the source and the corrections, so that every
correction can be undone, and the raw source is never changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from chengwen_library.model import Form
from chengwen_library.reading.source import Segment, cut

Spot = tuple[int, int]
"""A line of the source (from 1) and a place in it (from 0)."""


@dataclass(frozen=True, slots=True)
class Corrections:
    """Lines a person left out or wants back, the form of units, lines to be cut and to be joined to the one before."""

    dropped: frozenset[Spot] = frozenset()
    kept: frozenset[Spot] = frozenset()
    forms: dict[Spot, Form] = field(default_factory=dict[Spot, Form])
    splits: frozenset[Spot] = frozenset()
    joins: frozenset[Spot] = frozenset()


NONE = Corrections()


def spot(line: Segment) -> Spot:
    """Return where a stretch of the source begins."""
    return line.line, line.start


def recut(lines: Iterable[Segment], corrections: Corrections) -> list[Segment]:
    """Return the lines cut where a person cut them, and joined where a person joined them."""
    result: list[Segment] = []
    for line in lines:
        for piece in _split(line, corrections):
            if result and spot(piece) in corrections.joins:
                before = result.pop()
                words = before.raw + piece.raw, before.text + piece.text
                piece = Segment(before.line, before.start, *words, hint=before.hint)
            result.append(piece)
    return result


def _split(line: Segment, corrections: Corrections) -> Iterator[Segment]:
    places = sorted(place for number, place in corrections.splits if number == line.line)
    yield from cut(line, *(place - line.start for place in places if line.start < place < line.end))
