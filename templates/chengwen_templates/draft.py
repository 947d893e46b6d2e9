"""A draft and the changes people make to it, each a pure function from measure to measure.

A draft is a `Measure` with `drafting`; numbers are computed from the tree after
every change, so that no unit is ever numbered by hand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from chengwen_library.akn.write import render_measure
from chengwen_library.files import write_atomically
from chengwen_library.library import read_measure_file
from chengwen_library.model import Drafting, Form, Measure, Unit
from chengwen_library.numbering import render_mark

LEVELS = (Form.FIRST, Form.SECOND, Form.THIRD, Form.FOURTH, Form.FIFTH)
"""The forms of the levels of a measure without articles (GB/T 9704-2012 7.3.3), and ① below them by practice."""

Siblings = tuple[Unit, ...]


def load_draft(path: Path) -> Measure:
    """Return the draft in an .akn file; a measure that is no draft yet becomes one. Raises UnreadableFile."""
    measure = read_measure_file(path)
    return measure if measure.drafting else replace(measure, drafting=Drafting(template=""))


def save_draft(draft: Measure, path: Path) -> None:
    """Write the draft whole or not at all. Raises UnwritableFile."""
    write_atomically(path, render_measure(draft))


def renumbered(draft: Measure) -> Measure:
    """Return the draft with every number and mark computed from the tree."""
    running_on = draft.drafting.running_on if draft.drafting else ()
    across = {*running_on, Form.ARTICLE}
    return replace(draft, units=_renumbered(draft.units, across, Counter()))


def insert_unit(draft: Measure, unit: Unit, parent: str | None, index: int) -> Measure:
    """Put a unit at `index` of the units below the unit `parent` (None: the first level); renumber.

    The unit and those below it take the forms that its new neighbours and levels have.
    """

    def put(units: Siblings, level: Form) -> Siblings:
        shaped = _shaped(unit, units[0].form if units else level)
        return (*units[:index], shaped, *units[index:])

    return renumbered(_changed_below(draft, parent, put))


def remove_unit(draft: Measure, wid: str) -> Measure:
    """Take out the unit and all below it; renumber."""
    return renumbered(_changed_beside(draft, wid, lambda units, at: (*units[:at], *units[at + 1 :])))


def move_unit(draft: Measure, wid: str, by: int) -> Measure:
    """Move the unit by so many places among its neighbours, as far as they go; renumber."""

    def moved(units: Siblings, at: int) -> Siblings:
        rest = [*units[:at], *units[at + 1 :]]
        rest.insert(max(0, min(len(rest), at + by)), units[at])
        return tuple(rest)

    return renumbered(_changed_beside(draft, wid, moved))


def reword_unit(draft: Measure, wid: str, heading: str | None, text: str) -> Measure:
    """Give a unit other words: its heading (None: no heading) and its text, or its intro if it has units below."""

    def reworded(units: Siblings, at: int) -> Siblings:
        unit = units[at]
        mark = (unit.heading_mark or "。") if heading and text and not unit.children else None
        mark = unit.heading_mark if unit.children else mark
        words = {"intro": text or None} if unit.children else {"text": text}
        return (*units[:at], replace(unit, heading=heading or None, heading_mark=mark, **words), *units[at + 1 :])

    return _changed_beside(draft, wid, reworded)


def new_unit(form: Form, heading: str | None = None, text: str = "") -> Unit:
    """Return a unit of the drafter's own words with an identity of its own."""
    return Unit(wid=new_wid(), form=form, heading=heading, heading_mark="。" if heading and text else None, text=text)


def new_wid() -> str:
    """Return an identity that no other unit has had."""
    return f"u-{uuid4().hex[:12]}"


def place_of(draft: Measure, wid: str) -> tuple[str | None, int] | None:
    """Return the parent's wid (None on the first level) and the index among its children, or None."""
    return _place_in(draft.units, None, wid)


def level_below(form: Form) -> Form:
    """Return the form of the level below: 一、 → （一）, 条 → （一）, 章 → 条."""
    match form:
        case Form.PART | Form.CHAPTER | Form.SECTION:
            return Form.ARTICLE
        case Form.ARTICLE:
            return Form.SECOND
        case Form.PARAGRAPH:
            return Form.PARAGRAPH
        case _:
            return LEVELS[min(LEVELS.index(form) + 1, len(LEVELS) - 1)]


def _place_in(units: Siblings, parent: str | None, wid: str) -> tuple[str | None, int] | None:
    for index, unit in enumerate(units):
        if unit.wid == wid:
            return parent, index
        found = _place_in(unit.children, unit.wid, wid)
        if found is not None:
            return found
    return None


def _renumbered(units: Siblings, across: set[Form], running: Counter[Form]) -> Siblings:
    here: Counter[Form] = Counter()
    result: list[Unit] = []
    for unit in units:
        counter = running if unit.form in across else here
        counter[unit.form] += 1
        number = None if unit.form is Form.PARAGRAPH else counter[unit.form]
        mark = render_mark(unit.form, number) if number else ""
        children = _renumbered(unit.children, across, running)
        result.append(replace(unit, number=number, num=mark, implied=False, children=children))
    return tuple(result)


def _shaped(unit: Unit, form: Form) -> Unit:
    """Return the unit in another form, the units below it in the forms of the levels below; 款 stay 款."""
    if unit.form is Form.PARAGRAPH and form is not Form.PARAGRAPH:
        unit = replace(unit, form=form)
    below = level_below(form)
    children = (c if c.form is Form.PARAGRAPH else _shaped(c, below) for c in unit.children)
    return replace(unit, form=form, children=tuple(children))


def _changed_below(draft: Measure, parent: str | None, change: Callable[[Siblings, Form], Siblings]) -> Measure:
    if parent is None:
        return replace(draft, units=change(draft.units, LEVELS[0]))
    return replace(draft, units=_below(draft.units, parent, change))


def _below(units: Siblings, parent: str, change: Callable[[Siblings, Form], Siblings]) -> Siblings:
    def visited(unit: Unit) -> Unit:
        if unit.wid != parent:
            return replace(unit, children=_below(unit.children, parent, change))
        children = change(unit.children, level_below(unit.form))
        if unit.text and not unit.children:
            return replace(unit, text="", intro=unit.text, children=children)
        return replace(unit, children=children)

    return tuple(map(visited, units))


def _changed_beside(draft: Measure, wid: str, change: Callable[[Siblings, int], Siblings]) -> Measure:
    return replace(draft, units=_beside(draft.units, wid, change))


def _beside(units: Siblings, wid: str, change: Callable[[Siblings, int], Siblings]) -> Siblings:
    for index, unit in enumerate(units):
        if unit.wid == wid:
            return change(units, index)
    return tuple(replace(unit, children=_beside(unit.children, wid, change)) for unit in units)
