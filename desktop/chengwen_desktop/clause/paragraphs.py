"""What the pane of the chosen clause shows, as paragraphs of runs: in full, or as differences. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from chengwen_desktop.clause import words
from chengwen_desktop.clause.beside import Beside, is_change
from chengwen_desktop.search.held import Held
from chengwen_index.comparing.diff import Diff
from chengwen_library.model import Clause

NOTE, BODY, HEADING = 0.92, 1.0, 1.15
"""Sizes, of the interface font's."""


class Mark(StrEnum):
    """How words are marked."""

    HIT = "hit"
    SYNONYM = "synonym"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Run:
    """Words marked alike; `change` numbers the difference they belong to."""

    text: str
    mark: Mark | None = None
    change: int | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the pane; distances in px, `leading` of the font's size, `role` a token."""

    runs: tuple[Run, ...]
    size: float = BODY
    is_bold: bool = False
    leading: float = 1.85
    before: int = 0
    after: int = 0
    role: str = "text"


def in_full(clause: Clause, found: Held) -> Iterator[Paragraph]:
    """Yield heading, source and text of a clause, with the words that were searched for and their synonyms marked."""
    yield Paragraph((Run(words.heading(clause)),), HEADING, is_bold=True, leading=1.4, after=4)
    for line in (*words.source_lines(clause), *words.responsibility_lines(clause)):
        yield Paragraph((Run(line),), NOTE, leading=1.5, role="text2")
    for number, line in enumerate(clause.text.split("\n")):
        yield Paragraph(tuple(_with_hits(line, found)), before=0 if number else 8)


def as_differences(found: Beside) -> Iterator[Paragraph]:
    """Yield heading and text of the precedent with what it adds, and what it takes away, marked and numbered."""
    heading = [_flat(run) for run in _runs(found.heading, 0)]
    if heading:
        yield Paragraph(tuple(heading), HEADING, is_bold=True, leading=1.6, after=4)
    first = sum(map(is_change, found.heading.parts))
    for number, line in enumerate(_lines(_runs(found.text, first))):
        yield Paragraph(tuple(line), before=0 if number else 4)


def of_difference(difference: Diff) -> Iterator[Paragraph]:
    """Yield the new text with what it adds to the base, and what it takes away, marked and numbered."""
    for number, line in enumerate(_lines(_runs(difference, 0))):
        yield Paragraph(tuple(line), before=0 if number else 4)


def _with_hits(line: str, found: Held) -> Iterator[Run]:
    behind = 0
    for start, end in words.matches(line, (*found.whole, *found.parts, *found.others)):
        yield Run(line[behind:start])
        yield Run(line[start:end], Mark.HIT if found.is_typed(line[start:end]) else Mark.SYNONYM)
        behind = end
    yield Run(line[behind:])


def _runs(difference: Diff, number: int) -> Iterator[Run]:
    for part in difference.parts:
        if not is_change(part):
            yield Run(part.new)
            continue
        if part.base:
            yield Run(part.base.replace("\n", " "), Mark.REMOVED, number)
        if part.new:
            yield Run(part.new, Mark.ADDED, number)
        number += 1


def _flat(run: Run) -> Run:
    return Run(run.text.replace("\n", " "), run.mark, run.change)


def _lines(runs: Iterable[Run]) -> Iterator[list[Run]]:
    line: list[Run] = []
    for run in runs:
        first, *others = run.text.split("\n")
        line += [Run(first, run.mark, run.change)] if first else []
        for text in others:
            yield line
            line = [Run(text, run.mark, run.change)] if text else []
    yield line
