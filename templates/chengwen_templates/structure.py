"""Changes to a draft's tree that need more than one step: levels, splitting, and where a new clause goes."""

from __future__ import annotations

from dataclasses import replace

from chengwen_library.model import Form, Measure, Unit, replace_unit
from chengwen_templates.draft import insert_unit, new_wid, place_of, remove_unit

Position = tuple[str | None, int]
"""A parent's wid (None: the first level) and an index among its children."""


def find_by_wid(draft: Measure, wid: str | None) -> Unit | None:
    """Return the unit with this identity, or None."""
    return next((unit for unit in draft.walk() if unit.wid == wid), None)


def promoted(draft: Measure, wid: str) -> Measure:
    """Lift the unit one level, to stand behind its parent; unchanged on the first level."""
    place = place_of(draft, wid)
    unit = find_by_wid(draft, wid)
    if unit is None or place is None or place[0] is None:
        return draft
    parent = place_of(draft, place[0])
    if parent is None:
        return draft
    return insert_unit(_with_plain_parent(remove_unit(draft, wid), place[0]), unit, parent[0], parent[1] + 1)


def demoted(draft: Measure, wid: str) -> Measure:
    """Lower the unit one level, to stand last below its neighbour before; unchanged if there is none."""
    place = place_of(draft, wid)
    unit = find_by_wid(draft, wid)
    if unit is None or place is None or place[1] == 0:
        return draft
    before = neighbours(draft, place[0])[place[1] - 1]
    return insert_unit(remove_unit(draft, wid), unit, before.wid, len(before.children))


def neighbours(draft: Measure, parent: str | None) -> tuple[Unit, ...]:
    """Return the units below the unit `parent` (None: the first level)."""
    above = find_by_wid(draft, parent)
    return above.children if above else draft.units


def place_after(draft: Measure, wid: str | None) -> Position:
    """Return where a clause goes that is inserted at the unit `wid`: below a part, else behind the clause.

    None stands for what is before the first unit.
    """
    unit = find_by_wid(draft, wid)
    if unit is None:
        first = draft.units[0] if draft.units else None
        return (first.wid, 0) if first and is_part(first) else (None, 0)
    if is_part(unit):
        return unit.wid, 0
    parent, index = place_of(draft, unit.wid) or (None, 0)
    while parent is not None and not is_part(find_by_wid(draft, parent)):
        parent, index = place_of(draft, parent) or (None, 0)
    return parent, index + 1


def last_place(draft: Measure) -> Position:
    """Return where a clause goes that is inserted behind the last unit."""
    last = draft.units[-1] if draft.units else None
    return (last.wid, len(last.children)) if last and is_part(last) else (None, len(draft.units))


def is_part(unit: Unit | None) -> bool:
    """Tell whether clauses stand below the unit: it has headed ones there, or a heading and nothing else."""
    if unit is None:
        return False
    if unit.children:
        return any(child.heading for child in unit.children)
    return unit.form in (Form.FIRST, Form.CHAPTER, Form.SECTION) and bool(unit.heading) and not unit.text


def split_unit(draft: Measure, wid: str, at: int, new: Unit) -> Measure:
    """Cut the unit's text at the character `at`; the rest becomes the text of `new`, behind the unit."""
    unit = find_by_wid(draft, wid)
    place = place_of(draft, wid)
    if unit is None or place is None:
        return draft
    rest = replace(new, wid=new.wid or new_wid(), text=unit.text[at:].lstrip())
    shortened = replace_unit(draft, wid, replace(unit, text=unit.text[:at].rstrip()))
    return insert_unit(shortened, rest, place[0], place[1] + 1)


def _with_plain_parent(draft: Measure, wid: str) -> Measure:
    """Make the intro of a unit that has lost its last child its text again."""
    unit = find_by_wid(draft, wid)
    if unit is None or unit.children or not (unit.intro or unit.wrap_up):
        return draft
    words = "\n".join(filter(None, [unit.intro, unit.wrap_up]))
    return replace_unit(draft, wid, replace(unit, text=words, intro=None, wrap_up=None))
