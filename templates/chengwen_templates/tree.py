"""A measure's tree of units: finding, numbering and changing units, whatever their texts say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from uuid import uuid4

from chengwen_library.model import Form, Measure, Unit, replace_unit
from chengwen_library.numbering import render_mark

LEVELS = (Form.FIRST, Form.SECOND, Form.THIRD, Form.FOURTH, Form.FIFTH)
"""The forms of the levels of a measure without articles (GB/T 9704-2012 7.3.3), and ① below them by practice."""

Siblings = tuple[Unit, ...]


def renumbered(draft: Measure) -> Measure:
    """Return the draft with every number and mark computed from the tree.

    A locked unit keeps its number, and what follows counts on from it. No other unit that is
    counted with it takes that number: those before it that reach it go on behind it (第三条,
    第五条, then the locked 第四条), so that no number stands twice and references stay certain.
    The check `numbering.sequence` reports a locked unit that has been passed, and the numbers
    left out before one; both mend themselves when the units before it are as many as they were.
    """
    across = counted_across(draft)
    return replace(draft, units=_renumbered(draft.units, across, _Count(draft.walk())))


def counted_across(draft: Measure) -> frozenset[Form]:
    """Return the forms whose numbers run through the whole draft; all others are counted anew below each unit."""
    return frozenset((*(draft.drafting.running_on if draft.drafting else ()), Form.ARTICLE))


def without_locks(unit: Unit, kept: Collection[Form] = ()) -> Unit:
    """Return the unit with its number and those of the units below it unlocked, except those of the forms `kept`."""
    children = tuple(without_locks(child, kept) for child in unit.children)
    return replace(unit, locked=unit.locked and unit.form in kept, children=children)


def with_unit(draft: Measure, unit: Unit, parent: str | None, index: int) -> Measure:
    """Put a unit at `index` of the units below `parent`, in the form of its neighbours; nothing is renumbered."""

    def put(units: Siblings, level: Form) -> Siblings:
        shaped = _shaped(unit, units[0].form if units else level)
        return (*units[:index], shaped, *units[index:])

    return _changed_below(draft, parent, put)


def without_unit(draft: Measure, wid: str) -> Measure:
    """Take out the unit and all below it; what stood before the last unit below is the parent's text again."""
    place = place_of(draft, wid)
    taken = changed_beside(draft, wid, lambda units, at: (*units[:at], *units[at + 1 :]))
    return _with_plain_parent(taken, place[0]) if place and place[0] else taken


def changed_beside(draft: Measure, wid: str, change: Callable[[Siblings, int], Siblings]) -> Measure:
    """Change the row of units in which the unit stands; `change` is given the row and the unit's place in it."""
    return replace(draft, units=_beside(draft.units, wid, change))


def new_wid() -> str:
    """Return an identity that no other unit has had."""
    return f"u-{uuid4().hex[:12]}"


def place_of(draft: Measure, wid: str) -> tuple[str | None, int] | None:
    """Return the parent's wid (None on the first level) and the index among its children, or None."""
    return _place_in(draft.units, None, wid)


def find_by_wid(draft: Measure, wid: str | None) -> Unit | None:
    """Return the unit with this identity, or None."""
    return next((unit for unit in draft.walk() if unit.wid == wid), None)


def neighbours(draft: Measure, parent: str | None) -> tuple[Unit, ...]:
    """Return the units below the unit `parent` (None: the first level)."""
    above = find_by_wid(draft, parent)
    return above.children if above else draft.units


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


class _Count:
    """The numbers reached by units that are counted together, form by form, and those that locked ones hold."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._reached: Counter[Form] = Counter()
        self._held = {(unit.form, unit.number) for unit in units if _is_held(unit)}

    def next(self, unit: Unit) -> int:
        """Return the number of the next unit, its own if it is locked."""
        number = self._reached[unit.form] + 1
        if _is_held(unit):
            number = unit.number or 0
        else:
            while (unit.form, number) in self._held:
                number += 1
        self._reached[unit.form] = max(self._reached[unit.form], number)
        return number


def _is_held(unit: Unit) -> bool:
    """Tell whether a unit is locked at a number that there is a mark for."""
    if not unit.locked or not unit.number:
        return False
    try:
        return bool(render_mark(unit.form, unit.number))
    except ValueError:
        return False


def _renumbered(units: Siblings, across: Collection[Form], running: _Count) -> Siblings:
    """Return the units with their numbers; the very same where none has changed, for speed."""
    here = _Count(units)
    result: list[Unit] = []
    for unit in units:
        count = running if unit.form in across else here
        number = None if unit.form is Form.PARAGRAPH else count.next(unit)
        mark = render_mark(unit.form, number) if number else ""
        children = _renumbered(unit.children, across, running)
        same = (unit.number, unit.num, unit.implied) == (number, mark, False) and children is unit.children
        result.append(unit if same else replace(unit, number=number, num=mark, implied=False, children=children))
    return units if all(one is other for one, other in zip(result, units, strict=True)) else tuple(result)


def _shaped(unit: Unit, form: Form) -> Unit:
    """Return the unit in another form, the units below it in the forms of the levels below; 款 stay 款.

    A number is locked in its form: what takes another form is locked no more.
    """
    locked = unit.locked and unit.form is form
    if unit.form is Form.PARAGRAPH and form is not Form.PARAGRAPH:
        unit = replace(unit, form=form)
    below = level_below(form)
    children = (c if c.form is Form.PARAGRAPH else _shaped(c, below) for c in unit.children)
    return replace(unit, form=form, children=tuple(children), locked=locked)


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


def _beside(units: Siblings, wid: str, change: Callable[[Siblings, int], Siblings]) -> Siblings:
    for index, unit in enumerate(units):
        if unit.wid == wid:
            return change(units, index)
    return tuple(replace(unit, children=_beside(unit.children, wid, change)) for unit in units)


def _with_plain_parent(draft: Measure, wid: str) -> Measure:
    """Make the intro of a unit that has lost its last child its text again."""
    unit = find_by_wid(draft, wid)
    if unit is None or unit.children or not (unit.intro or unit.wrap_up):
        return draft
    words = "\n".join(filter(None, [unit.intro, unit.wrap_up]))
    return replace_unit(draft, wid, replace(unit, text=words, intro=None, wrap_up=None))
