"""Breaking a title into lines that keep words whole and make a trapezoid or diamond.

GB/T 9704-2012 7.3.1: 回行时做到词意完整、排列对称、长短适宜、间距恰当, never a
block with straight sides or an hourglass. Each break costs what it does to the sense
(`title_costs`), each line what it does to the shape; the cheapest lines are found by
dynamic programming over the places where a line may begin.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from chengwen_templates.layout.title_costs import CUT, break_costs, width

__all__ = ["break_title", "width"]

_LONG_TITLE = 100
"""A longer one is no title any more and is cut anywhere."""

_LINE = 4.0
"""What one more line costs: as much as a middling break of the sense."""

_SHORTEST = 4
_SHORT_LINE = 15.0
"""A line of fewer than four characters (的通知)."""

_HOURGLASS = 25.0
_STRAIGHT = 8.0
_EQUAL = 2.0
_LEVEL = 1.0
"""Two lines that differ by less than this look equal; so many in a row look straight-sided."""

_STEP = 5.0
_BEYOND_STEP = 0.9
"""Neighbours may differ by this many characters; each character more costs."""


class _Shape(NamedTuple):
    """What of the lines so far bears on the next one."""

    last: float
    """Width of the last line; 0 before the first."""

    narrows: bool
    """Whether a line was narrower than the one before it: a wider one now makes an hourglass."""

    straight: bool
    """Whether all lines look equal."""


_Found = tuple[float, tuple[int, ...]]
"""A cost, and the ends of the lines that have it."""


@cache
def break_title(title: str, characters: int, names: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the title's lines, each at most `characters` Chinese characters wide; none of the `names` is broken.

    Joined, the lines are the title again, but for white space where it breaks. A title
    that fits stays on one line; a line feed in a title always breaks it. A word is cut
    only if it is wider than a line.
    """
    text = title.strip()
    if "\n" not in text and width(title) <= characters:
        return (title,)
    if not text or len(text) > _LONG_TITLE:
        return tuple(title[start : start + characters] for start in range(0, len(title), characters))
    ends = _best_ends(text, characters, names)
    return tuple(text[start:end].strip() for start, end in pairwise((0, *ends)))


def _best_ends(text: str, characters: int, names: tuple[str, ...]) -> tuple[int, ...]:
    """Return where the lines of the cheapest way to break the text end."""
    costs = [*break_costs(text, characters, names), 0.0]
    places = _places(text, costs, characters)
    best: dict[int, dict[_Shape, _Found]] = {place: {} for place in places}
    best[0][_Shape(0.0, narrows=False, straight=True)] = 0.0, ()
    for number, start in enumerate(places):
        for end, wide in _lines_from(text, start, places[number + 1 :], characters):
            for shape, (cost, ends) in best[start].items():
                total = cost + costs[end] + _line_cost(shape, wide)
                following = _followed(shape, wide)
                if total < best[end].get(following, (float("inf"),))[0]:
                    best[end][following] = total, (*ends, end)
    found = best[len(text)].items()
    return min((cost + _whole_cost(shape, len(ends)), ends) for shape, (cost, ends) in found)[1]


def _places(text: str, costs: list[float], characters: int) -> list[int]:
    """Return where lines may begin or end: between words, and anywhere within what is wider than a line."""
    words = [place for place, cost in enumerate(costs) if cost < CUT]
    places = [0]
    for start, end in pairwise(words):
        too_wide = width(text[start:end].strip()) > characters
        places += range(start + 1, end + 1) if too_wide else [end]
    return places


def _lines_from(text: str, start: int, ends: list[int], characters: int) -> Iterator[tuple[int, float]]:
    """Yield where a line that begins at `start` may end, and how wide it is; a single character always fits."""
    for end in ends:
        line = text[start:end].strip()
        wide = width(line)
        if len(line) > 1 and ("\n" in line or wide > characters):
            return
        if line:
            yield end, wide


def _followed(shape: _Shape, wide: float) -> _Shape:
    is_first = not shape.last
    return _Shape(
        wide,
        narrows=shape.narrows or wide < shape.last,
        straight=shape.straight and (is_first or abs(wide - shape.last) < _LEVEL),
    )


def _line_cost(shape: _Shape, wide: float) -> float:
    """Return what a line of this width costs below the lines so far."""
    cost = _LINE + (_SHORT_LINE if wide < _SHORTEST else 0.0)
    if not shape.last:
        return cost
    step = abs(wide - shape.last)
    if step < _LEVEL:
        cost += _EQUAL
    if shape.narrows and wide > shape.last:
        cost += _HOURGLASS
    return cost + _BEYOND_STEP * max(0.0, step - _STEP)


def _whole_cost(shape: _Shape, lines: int) -> float:
    return _STRAIGHT if shape.straight and lines > 1 else 0.0
