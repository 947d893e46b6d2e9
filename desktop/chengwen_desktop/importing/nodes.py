"""What was read, as rows of a tree, and the place of the source that each row came from. No Qt."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

from chengwen_desktop.importing.source import Source
from chengwen_desktop.translation import marked, tr
from chengwen_library.folding import fold
from chengwen_library.model import Measure, Span, Unit
from chengwen_library.reading.corrections import Corrections, Spot, spot
from chengwen_library.reading.report import Dropped, Reading
from chengwen_library.reading.source import Segment


class Part(StrEnum):
    """What a row of the tree is; the value is the word on its chip."""

    TITLE = marked("标题")
    NOTICE = marked("印发通知")
    PREAMBLE = marked("引言")
    UNIT = ""
    CLOSING = marked("结尾")
    ANNEX = marked("附件")


@dataclass(frozen=True, slots=True)
class Node:
    """A row: the number of its measure, and the unit if it is one."""

    measure: int
    part: Part
    wid: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a source line that was left out, with the reason; `whole` if nothing of the line was taken in."""

    line: int
    span: Span
    reason: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Places:
    """Where the rows came from: the node at every place of the source, and the places of every node."""

    nodes: dict[Spot, Node] = field(default_factory=dict[Spot, Node])
    spots: dict[Node, tuple[Spot, ...]] = field(default_factory=dict[Node, tuple[Spot, ...]])
    left_out: dict[Spot, Stretch] = field(default_factory=dict[Spot, Stretch])
    order: tuple[Spot, ...] = ()

    def first(self, node: Node) -> Spot | None:
        """Return the place where a row begins; None for one whose words the source lost."""
        return self.spots.get(node, (None,))[0]

    def at(self, place: Spot) -> Spot | None:
        """Return the beginning of the piece that holds a place of the source."""
        index = bisect_right(self.order, place) - 1
        found = self.order[index] if index >= 0 else None
        return found if found is not None and found[0] == place[0] else None

    def before(self, place: Spot) -> Spot | None:
        """Return the beginning of the piece before the one that begins at `place`."""
        index = bisect_right(self.order, place) - 2
        return self.order[index] if index >= 0 else None


def places_of(source: Source, readings: Sequence[Reading], corrections: Corrections) -> Places:
    """Find for every piece of the source the row its words went into, or why they were left out."""
    lines = source.all_lines()
    stretches = list(_stretches(lines, readings))
    left_out = {(item.line, item.span[0]): item for item in stretches if item.whole}
    units = {
        place: Node(number, Part.UNIT, wid)
        for number, reading in enumerate(readings)
        for place, wid in reading.spots.items()
    }
    order = sorted({*map(spot, lines), *units, *left_out, *corrections.splits} - corrections.joins)
    nodes = dict(_sorted(order, units, left_out, _texts(lines, order), [reading.measure for reading in readings]))
    spots: dict[Node, tuple[Spot, ...]] = {}
    for place in order:
        if place in nodes:
            spots[nodes[place]] = (*spots.get(nodes[place], ()), place)
    return Places(nodes, spots, {(item.line, item.span[0]): item for item in stretches}, tuple(order))


def rows(measure: Measure, number: int) -> list[Node]:
    """Return the rows at the top level of a measure's tree, without its units."""
    has = {
        Part.TITLE: True,
        Part.NOTICE: measure.notice is not None and bool(measure.notice.title or measure.recipients),
        Part.PREAMBLE: bool(measure.preamble),
        Part.CLOSING: bool(measure.closing),
        Part.ANNEX: bool(measure.annexes),
    }
    return [Node(number, part) for part, there in has.items() if there]


def words_of(measure: Measure, part: Part) -> str:
    """Return the words of a row that is no unit."""
    match part:
        case Part.TITLE:
            return measure.title or tr("原文没有")
        case Part.NOTICE:
            return (measure.notice.title if measure.notice else None) or measure.recipients or ""
        case Part.PREAMBLE:
            return measure.preamble or ""
        case Part.CLOSING:
            return measure.closing or ""
        case Part.ANNEX:
            return "、".join(annex.title or annex.text[:20] for annex in measure.annexes)
        case Part.UNIT:
            return ""


def unit_words(unit: Unit) -> str:
    """Return the words that stand for a unit: its heading, or the beginning of its text."""
    return (unit.heading or unit.text or unit.intro or unit.wrap_up or "").replace("\n", " ")


def _stretches(lines: Sequence[Segment], readings: Sequence[Reading]) -> Iterator[Stretch]:
    """Yield what was left out, line by line; a span may run on over lines that were joined."""
    index_of: dict[int, int] = {}
    for index, line in enumerate(lines):
        index_of.setdefault(line.line, index)
    for item in (item for reading in readings for item in reading.dropped):
        index = index_of.get(item.line)
        if index is not None:
            yield from _spread(lines, index, item)


def _spread(lines: Sequence[Segment], index: int, item: Dropped) -> Iterator[Stretch]:
    start, end = item.span or _found(lines, index, item)
    while index < len(lines) and start < end:
        line = lines[index]
        if start < line.end:
            stop = min(end, line.end)
            whole = not line.raw[: start - line.start].strip() and not line.raw[stop - line.start :].strip()
            yield Stretch(line.line, (start, stop), item.reason, whole or item.reason in _PIECES)
            start = stop
        following = lines[index + 1].start if index + 1 < len(lines) else 0
        start, end, index = following + max(0, start - line.end), following + max(0, end - line.end), index + 1


_PIECES = frozenset({"标为无关"})
"""Reasons for which a piece that was cut off is left out whole."""


def _found(lines: Sequence[Segment], index: int, item: Dropped) -> Span:
    """Return where the words of a whole line, or of a piece cut from it, stand."""
    line = lines[index]
    place = max(0, line.raw.find(item.text))
    return line.start + place, line.start + place + len(item.text)


def _texts(lines: Sequence[Segment], order: Sequence[Spot]) -> dict[Spot, str]:
    """Return the folded words of every piece."""
    by_line: dict[int, list[Segment]] = {}
    for line in lines:
        by_line.setdefault(line.line, []).append(line)
    found: dict[Spot, str] = {}
    for (number, start), behind in pairwise([*order, (0, 0)]):
        end = behind[1] if behind[0] == number else None
        pieces = [line for line in by_line.get(number, ()) if line.start <= start < line.end]
        for line in pieces:
            found[number, start] = fold(line.raw[start - line.start : None if end is None else end - line.start])
    return found


def _sorted(
    order: Sequence[Spot],
    units: dict[Spot, Node],
    left_out: dict[Spot, Stretch],
    texts: dict[Spot, str],
    measures: Sequence[Measure],
) -> Iterator[tuple[Spot, Node]]:
    """Yield the node of every piece that was taken in; a piece told by nothing goes on where the one before stood."""
    number, last = 0, Node(0, Part.NOTICE)
    folded = [{part: fold(words_of(measure, part)) for part in Part} for measure in measures]
    for place in order:
        if place in left_out:
            continue
        if place in units:
            last = units[place]
            number = last.measure
        else:
            last = _told(texts.get(place, ""), folded, number) or last
        yield place, last


def _told(words: str, folded: Sequence[dict[Part, str]], number: int) -> Node | None:
    """Return the row that holds the words, of the measure that the text has reached or the one after."""
    core = words.strip("《》全文原")
    for reached in (number, number + 1):
        for part in (Part.TITLE, Part.PREAMBLE, Part.CLOSING, Part.NOTICE) if core and reached < len(folded) else ():
            if core in folded[reached][part]:
                return Node(reached, part)
    return None
