"""Rows of cells as a person writes them, their faults, and what of them is kept. No Qt."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from io import StringIO

Cells = tuple[str, ...]

MOST_PASTED = 5000
"""Rows that are taken from the clipboard at once."""

TICKED = "✓"
"""What a cell holds that is ticked; otherwise it is empty."""

_BETWEEN = re.compile(r"[、，,；;\n]+")


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its cells as written, and as they were when they were last without fault; None if they never were."""

    cells: Cells
    last: Cells | None = None

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written in it."""
        return not any(cell.strip() for cell in self.cells)


Rows = tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class CellFault:
    """What is wrong with a cell."""

    row: int
    column: int
    message: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, what is to be written there, its share of the width; ticked or written, or only told.

    `suggestions` are words that are offered while somebody types; `suggests_column` offers what stands there.
    """

    words: str
    help: str = ""
    share: int = 1
    ticked: bool = False
    told: bool = False
    suggestions: Callable[[], Sequence[str]] = field(default=tuple)
    suggests_column: int | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """The columns of a table, what checks its rows (blank ones are never given), and what one row is called."""

    columns: tuple[Column, ...]
    check: Callable[[tuple[Cells, ...]], Sequence[CellFault]]
    one: str

    def faults(self, rows: Sequence[Row]) -> tuple[CellFault, ...]:
        """Return what is wrong with the rows."""
        places = [place for place, row in enumerate(rows) if not row.is_blank]
        found = self.check(tuple(rows[place].cells for place in places))
        return tuple(replace(fault, row=places[fault.row]) for fault in found)

    def settled(self, rows: Sequence[Row]) -> Rows:
        """Return the rows, each without fault remembered as it is now."""
        wrong = {fault.row for fault in self.faults(rows)}
        return tuple(
            row if place in wrong or row.is_blank else Row(row.cells, row.cells) for place, row in enumerate(rows)
        )

    def written(self, rows: Sequence[Row]) -> tuple[Cells, ...]:
        """Return what is kept: the rows without fault, the others as they last were without; never a fault."""
        wrong = {fault.row for fault in self.faults(rows)}
        chosen = [(place, row.last if place in wrong else row.cells) for place, row in enumerate(rows)]
        kept = [(place, cells) for place, cells in chosen if cells is not None and any(map(str.strip, cells))]
        still = {kept[fault.row][0] for fault in self.check(tuple(cells for _, cells in kept))}
        return tuple(cells for place, cells in kept if place not in still or place not in wrong)


def rows_of(table: Sequence[Cells]) -> Rows:
    """Return rows as they come from a file, all without fault."""
    return tuple(Row(cells, cells) for cells in table)


def split_words(words: str) -> list[str]:
    """Return the names or words that a cell lists: 甲、乙，丙."""
    return [word.strip() for word in _BETWEEN.split(words) if word.strip()]


def joined(words: Sequence[str]) -> str:
    """Return names or words as a cell lists them."""
    return "、".join(words)


def pasted(text: str, sheet: Sheet) -> list[Cells]:
    """Return the rows of a table that was copied from Excel, Word or a web page, as wide as the sheet.

    Empty rows and a first row of heads are left out; more columns than the sheet has are dropped.
    """
    width = len(sheet.columns)
    found: list[Cells] = []
    for line in _lines(text):
        cells = tuple(" ".join(cell.split()) if "\n" not in cell else joined(split_words(cell)) for cell in line)
        if any(cells):
            found.append((*cells, *[""] * width)[:width])
        if len(found) > MOST_PASTED:
            break
    heads = {column.words for column in sheet.columns}
    if found and found[0][0] in heads:
        found = found[1:]
    return found[:MOST_PASTED]


def _lines(text: str) -> Iterator[list[str]]:
    clean = text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    try:
        yield from list(csv.reader(StringIO(clean, newline=""), delimiter="\t", strict=True))
    except csv.Error:  # quotes that are no cell's
        yield from (line.split("\t") for line in clean.split("\n"))
