"""What is pasted: units where numbers are recognised, else words; pure functions."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from chengwen_desktop.draft.lines import BREAK, Key, Part
from chengwen_library.errors import ChengwenError
from chengwen_library.model import Form, Measure, Unit
from chengwen_library.storable import storable
from chengwen_templates.draft import insert_unit, new_wid, place_of
from chengwen_templates.references.keep import keeping_references
from chengwen_templates.structure import Position, find_by_wid, last_place, place_after
from chengwen_templates.tree import renumbered, without_unit

LONGEST = 2_000_000
"""Characters that are looked through for units; a longer text is pasted as words."""

_LINES = re.compile(r"[\r\n\u2028\u2029\v\f]+")


@dataclass(frozen=True, slots=True)
class Pasted:
    """What there is to paste: the plain text, the same as a web page if there is one, units copied from a draft."""

    text: str
    page: str = ""
    units: tuple[Unit, ...] = ()


def recognised(pasted: Pasted, *, alone: bool) -> tuple[Unit, ...]:
    """Return the units in what is pasted, none if no numbers are recognised.

    A single line is a unit only where it would be `alone`, in an empty paragraph.
    """
    if pasted.units:
        return pasted.units
    from chengwen_library.reading.reader import parse_units

    for text in (pasted.text, _text_of(pasted.page)):
        rows = rows_of(text)
        if len(text) <= LONGEST and (len(rows) > 1 or (alone and rows)):
            units = parse_units("\n".join(rows))
            if any(unit.num for unit in units):
                return tuple(map(_own, units))
    return ()


def words_of(pasted: Pasted) -> str:
    """Return what is pasted as the words of one paragraph; its lines stay lines."""
    return BREAK.join(rows_of(pasted.text or _text_of(pasted.page)))


def rows_of(text: str) -> list[str]:
    """Return the lines of a text that are not empty, without the space around them."""
    rows = (storable(row).strip() for row in _LINES.split(text))
    return [row for row in rows if row]


def inserted(draft: Measure, key: Key, units: tuple[Unit, ...]) -> Measure:
    """Put the units behind the paragraph's unit on the level of their kind; an empty unit makes way for them."""
    empty = find_by_wid(draft, key[1]) if key[0] is Part.UNIT else None
    if empty is not None and (empty.heading or empty.text or empty.children):
        empty = None
    parent, index = _place(draft, key, units[0].form, empty)
    for offset, unit in enumerate(units):
        draft = insert_unit(draft, unit, parent, index + offset)
    return draft if empty is None else keeping_references(draft, _without(empty.wid))[0]


def _without(wid: str) -> Callable[[Measure], Measure]:
    return lambda draft: renumbered(without_unit(draft, wid))


def _place(draft: Measure, key: Key, form: Form, empty: Unit | None) -> Position:
    """Return where units of a form go: behind the unit of that form that holds the paragraph, if there is one."""
    if key[0] is Part.CLOSING:
        return last_place(draft)
    if empty is not None:
        parent, index = place_of(draft, empty.wid) or (None, 0)
        return parent, index + 1
    wid: str | None = key[1] or None
    while wid is not None:
        unit, place = find_by_wid(draft, wid), place_of(draft, wid)
        if unit is None or place is None:
            break
        if unit.form is form:
            return place[0], place[1] + 1
        wid = place[0]
    return place_after(draft, key[1] or None)


def _text_of(page: str) -> str:
    """Return the lines of a web page from the clipboard."""
    if not page.strip():
        return ""
    from chengwen_library.reading.formats.html import read_html

    try:
        found, _ = read_html(f"\ufeff{page}".encode(), "剪贴板")
    except ChengwenError:
        return ""
    return "\n".join(line.text for line in found)


def _own(unit: Unit) -> Unit:
    """Return a unit as the drafter's own, to be numbered by its place."""
    return replace(unit, wid=new_wid(), implied=False, children=tuple(map(_own, unit.children)))
