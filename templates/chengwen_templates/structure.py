"""Changes to a draft's tree that need more than one step: levels, splitting, joining, locking, where a clause goes.

References keep what they mean, as in `chengwen_templates.draft`.
"""

from __future__ import annotations

from dataclasses import replace

from chengwen_library.model import Form, Measure, Unit, replace_unit
from chengwen_templates.references.keep import keeping_references
from chengwen_templates.remarks import passed_on
from chengwen_templates.tree import (
    counted_across,
    find_by_wid,
    neighbours,
    new_wid,
    place_of,
    renumbered,
    with_unit,
    without_locks,
    without_unit,
)

__all__ = [
    "Position",
    "demoted",
    "find_by_wid",
    "is_part",
    "join_units",
    "last_place",
    "locked",
    "neighbours",
    "place_after",
    "promoted",
    "split_unit",
    "unlocked",
]

Position = tuple[str | None, int]
"""A parent's wid (None: the first level) and an index among its children."""


def promoted(draft: Measure, wid: str) -> Measure:
    """Lift the unit one level, to stand behind its parent, unlocked; unchanged on the first level."""
    place = place_of(draft, wid)
    parent = place_of(draft, place[0]) if place and place[0] else None
    return _relocated(draft, wid, parent[0], parent[1] + 1) if parent else draft


def demoted(draft: Measure, wid: str) -> Measure:
    """Lower the unit one level, to stand last below its neighbour before, unlocked; unchanged if there is none."""
    place = place_of(draft, wid)
    if place is None or place[1] == 0:
        return draft
    before = neighbours(draft, place[0])[place[1] - 1]
    return _relocated(draft, wid, before.wid, len(before.children))


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


def locked(draft: Measure, wid: str) -> Measure:
    """Lock the unit's number: it stays whatever comes and goes before it; no number changes now.

    The lock holds while the unit is moved among its neighbours, reworded, split, and joined by
    the one behind it; it is gone when the unit gets another level or is joined to the one before it.
    `chengwen_templates.tree.renumbered` says what becomes of the numbers around it.
    Unchanged if there is no such unit, or it has no number (款).
    """
    unit = find_by_wid(draft, wid)
    if unit is None or unit.form is Form.PARAGRAPH or not unit.number:
        return draft
    return replace_unit(draft, wid, replace(unit, locked=True))


def unlocked(draft: Measure, wid: str) -> Measure:
    """Let the unit's number follow from the tree again, and renumber; unchanged if it is not locked."""
    unit = find_by_wid(draft, wid)
    if unit is None or not unit.locked:
        return draft

    def unlock(changed: Measure) -> Measure:
        here = find_by_wid(changed, wid) or unit
        return renumbered(replace_unit(changed, wid, replace(here, locked=False)))

    return keeping_references(draft, unlock)[0]


def split_unit(draft: Measure, wid: str, at: int, new: Unit) -> Measure:
    """Cut the unit's text at the character `at`; the rest becomes the text of `new`, behind the unit.

    A locked number stays with the unit; `new` is not locked.
    """
    place = place_of(draft, wid)
    if place is None:
        return draft
    parent, index = place
    identity = new.wid or new_wid()

    def split(changed: Measure) -> Measure:
        unit = find_by_wid(changed, wid) or new
        rest = replace(new, wid=identity, text=unit.text[at:].lstrip(), locked=False)
        shortened = replace_unit(changed, wid, replace(unit, text=unit.text[:at].rstrip()))
        return renumbered(with_unit(shortened, rest, parent, index + 1))

    return keeping_references(draft, split)[0]


def join_units(draft: Measure, wid: str) -> Measure:
    """Join the unit to its neighbour before, which takes in its words, its units below and its provenance.

    The heading becomes part of the words. References to the unit and remarks on it now mean the neighbour, whose
    number stays locked if it was. Locked numbers of the units below stay only where numbers
    run through the draft; among other units they would mean nothing.
    Unchanged if there is no neighbour before, or it ends with units and the unit has words:
    those then become a 款 of the neighbour.
    """
    place = place_of(draft, wid)
    if place is None or place[1] == 0:
        return draft
    before = neighbours(draft, place[0])[place[1] - 1].wid

    def join(changed: Measure) -> Measure:
        first, second = find_by_wid(changed, before), find_by_wid(changed, wid)
        if first is None or second is None:
            return changed
        joined = _joined(first, without_locks(second, counted_across(changed)))
        return renumbered(replace_unit(without_unit(passed_on(changed, wid, before), wid), before, joined))

    return keeping_references(draft, join, {wid: before})[0]


def _joined(first: Unit, second: Unit) -> Unit:
    heading = second.heading + (second.heading_mark or "。") if second.heading else ""
    words = heading + (second.intro or "" if second.children else second.text)
    provenance = (*first.provenance, *second.provenance)
    if not first.children:
        text = first.text + words
        inner = {"intro": text or None, "text": ""} if second.children else {"text": text}
        mark = first.heading_mark or ("。" if first.heading and text and not second.children else None)
        return replace(
            first,
            heading_mark=mark,
            **inner,
            children=_below(first, second),
            wrap_up=second.wrap_up,
            provenance=provenance,
        )
    lines = [line for line in (first.wrap_up, words) if line]
    if not second.children:
        return replace(first, wrap_up="\n".join(lines) or None, provenance=provenance)
    between = tuple(Unit(new_wid(), Form.PARAGRAPH, text=line) for line in lines)
    children = (*first.children, *between, *_below(first, second))
    return replace(first, children=children, wrap_up=second.wrap_up, provenance=provenance)


def _below(first: Unit, second: Unit) -> tuple[Unit, ...]:
    """Return the units below the second in the forms of those below the first."""
    holder = Measure(units=(replace(first, children=first.children[:1]),))
    for child in second.children:
        holder = with_unit(holder, child, first.wid, len(holder.units[0].children))
    return holder.units[0].children[len(first.children[:1]) :]


def _relocated(draft: Measure, wid: str, parent: str | None, index: int) -> Measure:
    def relocated(changed: Measure) -> Measure:
        unit = find_by_wid(changed, wid)
        if unit is None:
            return changed
        return renumbered(with_unit(without_unit(changed, wid), replace(unit, locked=False), parent, index))

    return keeping_references(draft, relocated)[0]
