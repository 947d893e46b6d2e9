"""One level up or down: the form that a unit gets then. No Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chengwen_library.model import Form, Measure, Unit

_BELOW = (Form.SECOND, Form.THIRD, Form.FOURTH, Form.FIFTH)
"""Forms that open below whatever a measure has, the widest first."""

_TOP = (Form.FIRST,)


def levels(measure: Measure) -> list[Form]:
    """Return the forms of a measure, the widest first, with those it could still open; 款 is last."""
    depth: dict[Form, int] = {}
    for form, level in _forms(measure.units, 0):
        depth[form] = min(level, depth.get(form, level))
    used = sorted(depth, key=lambda form: (depth[form], list(Form).index(form))) or list(_TOP)
    narrowest = max((_BELOW.index(form) for form in used if form in _BELOW), default=-1)
    return [*used, *_BELOW[narrowest + 1 :], Form.PARAGRAPH]


def moved(measure: Measure, wid: str, by: int) -> Form | None:
    """Return the form of a unit one level up (-1) or down (1); None if it is at the end of the levels.

    A paragraph goes up to the level of the unit it stands in.
    """
    above, unit = _find(measure.units, wid, None)
    if unit is None:
        return None
    known = levels(measure)
    if unit.form is Form.PARAGRAPH:
        return None if by > 0 else above.form if above is not None else known[0]
    place = known.index(unit.form) + by
    return known[place] if 0 <= place < len(known) else None


def _forms(units: Sequence[Unit], level: int) -> Iterator[tuple[Form, int]]:
    for unit in units:
        if unit.form is not Form.PARAGRAPH:
            yield unit.form, level
            yield from _forms(unit.children, level + 1)


def _find(units: Sequence[Unit], wid: str, above: Unit | None) -> tuple[Unit | None, Unit | None]:
    for unit in units:
        if unit.wid == wid:
            return above, unit
        found = _find(unit.children, wid, unit)
        if found[1] is not None:
            return found
    return None, None
