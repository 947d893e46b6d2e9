"""What the rules go by besides the draft: the office's files, read when they change, and the library in brief.

The library is read a little at a time, and of a measure only what a citation can be held against is
kept: a hundred thousand clauses would neither be read at once nor fit in memory beside the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from time import perf_counter

from chengwen_library.errors import ChengwenError
from chengwen_library.library import Library
from chengwen_library.model import Measure, Notice
from chengwen_templates.office import Office
from chengwen_templates.office_files.reading import LIMITS, ORGANS, RULES, TERMS, load_office

AT_ONCE = 0.02
"""Seconds for which the library is read at one go: a search that is asked for meanwhile comes so much later."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the rules go by besides the draft: the office's data, the library, the day."""

    office: Office
    library: Sequence[Measure]
    today: date


class OfficeFiles:
    """The office's data as its files have it; `office` is what was last read whole. One thread may ask at a time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stamps: tuple[object, ...] | None = None
        self.office = Office()

    def load(self) -> Office:
        """Return the data. Raises FaultyOffice and UnreadableFile, once for each state of the files."""
        stamps = tuple(map(_stamp, (self._folder / name for name in (ORGANS, LIMITS, TERMS, RULES))))
        if stamps != self._stamps:
            self._stamps = stamps
            self.office = load_office(self._folder)
        return self.office


class Shelf:
    """The measures of a library in brief, as far as they have been read."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._waiting = library.paths()
        self.measures: tuple[Measure, ...] = ()

    @property
    def is_read(self) -> bool:
        """Whether all have been read."""
        return not self._waiting

    def read_on(self) -> None:
        """Read for a moment, one measure at least."""
        begun, found = perf_counter(), list[Measure]()
        while self._waiting and (not found or perf_counter() - begun < AT_ONCE):
            measure = self._library.read(self._waiting.pop(0).name)
            if measure is not None:
                found.append(brief(measure))
        self.measures = (*self.measures, *found)


class Sources:
    """Where what is known comes from; the library is there as far as its shelf has been read."""

    def __init__(self, office: OfficeFiles) -> None:
        self._office = office
        self.shelf: Shelf | None = None

    def known(self) -> tuple[Known, ChengwenError | None]:
        """Return what is known now, and what is wrong with the office's files where that is new."""
        fault: ChengwenError | None = None
        try:
            self._office.load()
        except ChengwenError as error:
            fault = error
        measures = self.shelf.measures if self.shelf else ()
        return Known(self._office.office, measures, date.today()), fault  # noqa: DTZ011 (where the drafter sits)


def brief(measure: Measure) -> Measure:
    """Return of a measure what a citation can be held against: names, numbers, validity, what it repeals."""
    notice = Notice(title=measure.notice.title) if measure.notice else None
    return replace(measure, notice=notice, preamble=None, units=(), closing=None, annexes=(), remarks=())


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_size, state.st_mtime_ns
