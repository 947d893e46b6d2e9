"""A unit dragged to another place: where it goes, and what the draft then is; pure functions that keep references."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from chengwen_library.model import Measure
from chengwen_templates.draft import move_unit
from chengwen_templates.references.keep import keeping_references
from chengwen_templates.structure import Position, is_part, neighbours
from chengwen_templates.tree import find_by_wid, place_of, renumbered, with_unit, without_unit


def moved_to(draft: Measure, wid: str, position: Position) -> Measure:
    """Put the unit, with all below it, to another place, in the form that units have there.

    The index counts the units as they stand before. Below another unit a number is locked no more.
    Unchanged for a place within the unit itself, or if there is no such unit.
    """
    unit, place = find_by_wid(draft, wid), place_of(draft, wid)
    parent, index = position
    if unit is None or place is None or any(below.wid == parent for below in unit.walk()):
        return draft
    if place[0] == parent:
        return move_unit(draft, wid, index - place[1] - (index > place[1]))
    return keeping_references(draft, lambda changed: _moved(changed, wid, position))[0]


def _moved(draft: Measure, wid: str, position: Position) -> Measure:
    unit = find_by_wid(draft, wid)
    if unit is None:
        return draft
    return renumbered(with_unit(without_unit(draft, wid), replace(unit, locked=False), *position))


class Drop(StrEnum):
    """Where something is dropped, seen from the unit it is dropped at."""

    ABOVE = "above"
    ON = "on"
    BELOW = "below"


def drop_place(draft: Measure, wid: str, target: str | None, drop: Drop) -> Position:
    """Return where a dragged unit goes; `target` is the unit it is dropped at, None the room below the last one.

    A clause dropped between two parts goes to the end of the one above, a part dropped at a clause behind
    that clause's part: whoever drags a unit in an outline means its place and not another level.
    """
    dragged = find_by_wid(draft, wid)
    part = is_part(dragged)
    unit = find_by_wid(draft, target)
    while part and unit is not None and not is_part(unit):
        parent = place_of(draft, unit.wid)
        unit, drop = (find_by_wid(draft, parent[0]) if parent and parent[0] else None), Drop.BELOW
    if unit is None:
        return _at_end(draft, (None, len(draft.units)), part=part)
    parent, index = place_of(draft, unit.wid) or (None, 0)
    if not part and (is_part(unit) or unit.children) and drop is not Drop.ABOVE:
        return unit.wid, 0 if drop is Drop.BELOW else len(unit.children)
    return _at_end(draft, (parent, index if drop is Drop.ABOVE else index + 1), part=part)


def _at_end(draft: Measure, place: Position, *, part: bool) -> Position:
    """Return the end of the part above a place between parts, for what is none; the place itself for all else."""
    units = neighbours(draft, place[0])
    above = units[place[1] - 1] if 0 < place[1] <= len(units) else None
    if part or above is None or not is_part(above):
        return place
    return above.wid, len(above.children)
