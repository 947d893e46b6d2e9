"""From a difference to the paragraphs of two cells: words added on the left, words removed on the right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from chengwen_index.comparing.diff import Diff, Operation
from chengwen_index.comparing.similarity import Relation
from chengwen_templates.comparison_table.content import Cell, Mark, Paragraph, Role, Run

MARKED_FROM = 0.40
"""Share of equal words from which on a related text is marked word by word; below, marks would cover all of it."""


def is_marked(relation: Relation | None, difference: Diff) -> bool:
    """Tell whether marking word by word helps a reader."""
    if relation in (Relation.VERBATIM, Relation.ADAPTED):
        return True
    equal = sum(len(part.new) for part in difference.parts if part.operation is Operation.EQUAL)
    longer = max(sum(len(part.new) for part in difference.parts), sum(len(part.base) for part in difference.parts))
    return equal >= MARKED_FROM * longer


def new_runs(difference: Diff) -> tuple[Run, ...]:
    """Return the new text with what the base lacks marked as added."""
    return tuple(
        Run(part.new, None if part.operation is Operation.EQUAL else Mark.ADDED)
        for part in difference.parts
        if part.new
    )


def base_runs(difference: Diff) -> tuple[Run, ...]:
    """Return the base with what the new text lacks marked as removed."""
    return tuple(
        Run(part.base, None if part.operation is Operation.EQUAL else Mark.REMOVED)
        for part in difference.parts
        if part.base
    )


def paragraphs(runs: Iterable[Run], role: Role = Role.TEXT) -> Cell:
    """Return the runs cut into paragraphs at the line feeds in them; empty ones are left out."""
    return tuple(Paragraph(role, tuple(line)) for line in _lines(runs) if line)


def _lines(runs: Iterable[Run]) -> Iterator[list[Run]]:
    line: list[Run] = []
    for run in runs:
        first, *others = run.text.split("\n")
        line += [Run(first, run.mark)] if first else []
        for text in others:
            yield line
            line = [Run(text, run.mark)] if text else []
    yield line
