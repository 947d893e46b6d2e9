"""Whether nothing was lost: the characters of the source are those taken in and those left out. No Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from chengwen_desktop.importing.source import Source
from chengwen_library.folding import fold
from chengwen_library.model import Measure, Notice, Unit
from chengwen_library.reading.report import Reading


@dataclass(frozen=True, slots=True)
class Figures:
    """Characters (folded, without white space) of the source, and of them those taken in and left out.

    `lost` are in the source alone, `added` in the measures alone.
    """

    source: int
    kept: int
    dropped: int
    lost: int
    added: int

    @property
    def add_up(self) -> bool:
        """Tell whether every character is accounted for."""
        return self.source == self.kept + self.dropped and self.lost == 0


def count(source: Source, readings: Sequence[Reading]) -> Figures:
    """Count the characters of a source and of what was read from it."""
    given = _characters(line.raw for line in source.all_lines())
    kept = _characters(words for words in _words(readings) if words)
    dropped = _characters(item.text for reading in readings for item in reading.dropped)
    got = kept + dropped
    return Figures(given.total(), kept.total(), dropped.total(), (given - got).total(), (got - given).total())


def _characters(texts: Iterable[str]) -> Counter[str]:
    return Counter("".join(map(fold, texts)))


def _words(readings: Sequence[Reading]) -> Iterator[str | None]:
    """Yield all words of the measures read from one source; a notice that they share counts once."""
    first = readings[0].measure
    for number, measure in enumerate(reading.measure for reading in readings):
        yield from (measure.title, measure.preamble, measure.closing)
        if number == 0 or measure.notice != first.notice:
            yield from _head(measure, measure.notice or Notice())
        for unit in measure.walk():
            yield from _own(unit)
        for annex in measure.annexes:
            yield from (annex.title, annex.text, *(cell for row in annex.rows for cell in row))


def _head(measure: Measure, notice: Notice) -> Iterator[str | None]:
    yield from (measure.doc_number, measure.recipients, notice.title, notice.date_text, notice.copies, notice.note)
    yield from (notice.printer, notice.print_date_text, *notice.body, *notice.signature)
    yield from (notice.copy_number, notice.secrecy, notice.urgency, *notice.signers, *notice.posts)
    for group in notice.attendance:
        yield from (group.role, group.names)


def _own(unit: Unit) -> Iterator[str | None]:
    yield None if unit.implied else unit.num
    yield from (unit.heading, unit.heading_mark, unit.text, unit.intro, unit.wrap_up)
