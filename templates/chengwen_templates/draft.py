"""A draft and the changes people make to it, each a pure function from measure to measure.

A draft is a `Measure` with `drafting`; numbers are computed from the tree after
every change, so that no unit is ever numbered by hand, and references are written
anew, so that each still means the unit it meant. One whose unit is gone gets ×
for its number (`chengwen_templates.references.bind.unresolved` lists those).
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from chengwen_library.akn.write import render_measure
from chengwen_library.files import write_atomically
from chengwen_library.library import read_measure_file
from chengwen_library.model import Drafting, Form, Measure, Unit
from chengwen_templates.references.keep import keeping_references, keeping_references_with
from chengwen_templates.tree import (
    LEVELS,
    Siblings,
    changed_beside,
    level_below,
    neighbours,
    new_wid,
    place_of,
    renumbered,
    with_unit,
    without_locks,
    without_unit,
)

__all__ = [
    "LEVELS",
    "insert_unit",
    "level_below",
    "load_draft",
    "move_unit",
    "new_unit",
    "new_wid",
    "place_of",
    "remove_unit",
    "renumbered",
    "reword_unit",
    "save_draft",
]


def load_draft(path: Path) -> Measure:
    """Return the draft in an .akn file; a measure that is no draft yet becomes one. Raises UnreadableFile."""
    measure = read_measure_file(path)
    return measure if measure.drafting else replace(measure, drafting=Drafting(template=""))


def save_draft(draft: Measure, path: Path) -> None:
    """Write the draft whole or not at all. Raises UnwritableFile."""
    write_atomically(path, render_measure(draft))


def insert_unit(draft: Measure, unit: Unit, parent: str | None, index: int) -> Measure:
    """Put a unit at `index` of the units below the unit `parent` (None: the first level); renumber.

    The unit and those below it take the forms that its new neighbours and levels have. In a unit
    with a provenance, references to what has not come along with it get × for their numbers.
    What comes in is never locked.
    """
    beside = neighbours(draft, parent)[:index]
    near = beside[-1].wid if beside else parent
    put = keeping_references_with(
        draft, without_locks(unit), near, lambda changed, coming: renumbered(with_unit(changed, coming, parent, index))
    )
    return put[0]


def remove_unit(draft: Measure, wid: str) -> Measure:
    """Take out the unit and all below it; renumber."""
    return keeping_references(draft, lambda changed: renumbered(without_unit(changed, wid)))[0]


def move_unit(draft: Measure, wid: str, by: int) -> Measure:
    """Move the unit by so many places among its neighbours, as far as they go; renumber; a locked number stays."""

    def moved(units: Siblings, at: int) -> Siblings:
        rest = [*units[:at], *units[at + 1 :]]
        rest.insert(max(0, min(len(rest), at + by)), units[at])
        return tuple(rest)

    return keeping_references(draft, lambda changed: renumbered(changed_beside(changed, wid, moved)))[0]


def reword_unit(draft: Measure, wid: str, heading: str | None, text: str) -> Measure:
    """Give a unit other words: its heading (None: no heading) and its text, or its intro if it has units below."""

    def reworded(units: Siblings, at: int) -> Siblings:
        unit = units[at]
        mark = (unit.heading_mark or "。") if heading and text and not unit.children else None
        mark = unit.heading_mark if unit.children else mark
        words = {"intro": text or None} if unit.children else {"text": text}
        return (*units[:at], replace(unit, heading=heading or None, heading_mark=mark, **words), *units[at + 1 :])

    return changed_beside(draft, wid, reworded)


def new_unit(form: Form, heading: str | None = None, text: str = "") -> Unit:
    """Return a unit of the drafter's own words with an identity of its own."""
    return Unit(wid=new_wid(), form=form, heading=heading, heading_mark="。" if heading and text else None, text=text)
