"""Where a unit stands: eIds and paths, and the printed words of a unit.

An eId is computed from the tree (`dvs_2__sdv_8`); it changes when a measure is
renumbered, while the unit's `wid` stays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from chengwen_library.akn.elements import ELEMENTS
from chengwen_library.model import Form, Measure, Unit

PREAMBLE = "preamble"
CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Place:
    """A unit with its eId and the marks from the first level down to it."""

    eid: str
    path: tuple[str, ...]
    unit: Unit


def places(measure: Measure) -> Iterator[Place]:
    """Yield every unit of the measure with its place, in the order of the text."""
    return _places_below(measure.units, "", ())


def siblings(units: Iterable[Unit], prefix: str = "", path: tuple[str, ...] = ()) -> list[Place]:
    """Return the places of units that stand side by side below the eId `prefix`; repeated numbers get -2, -3."""
    taken: Counter[str] = Counter()
    paragraphs = 0
    result: list[Place] = []
    for unit in units:
        paragraphs += unit.form is Form.PARAGRAPH
        number = paragraphs if unit.form is Form.PARAGRAPH else unit.number or 0
        eid = (f"{prefix}__" if prefix else "") + f"{ELEMENTS[unit.form].prefix}_{number}"
        taken[eid] += 1
        unique = eid if taken[eid] == 1 else f"{eid}-{taken[eid]}"
        result.append(Place(unique, (*path, unit.num) if unit.num else path, unit))
    return result


def with_fresh_wids(units: Iterable[Unit], prefix: str = "") -> tuple[Unit, ...]:
    """Return the units with each `wid` set to the eId of its place: the identities of a measure just read."""
    return tuple(
        replace(place.unit, wid=place.eid, children=with_fresh_wids(place.unit.children, place.eid))
        for place in siblings(units, prefix)
    )


def body(unit: Unit) -> str:
    """Return the words of a unit without mark and heading, a line for each paragraph or unit below."""
    lines = [unit.text, unit.intro or "", *map(whole, unit.children), unit.wrap_up or ""]
    return "\n".join(filter(None, lines))


def whole(unit: Unit) -> str:
    """Return all words of a unit as they print: mark, heading, body."""
    rest = body(unit)
    if unit.heading is None:
        return unit.num + rest
    joint = "\n" if rest and not unit.heading_mark else ""
    return f"{unit.num}{unit.heading}{unit.heading_mark or ''}{joint}{rest}"


def _places_below(units: tuple[Unit, ...], prefix: str, path: tuple[str, ...]) -> Iterator[Place]:
    for place in siblings(units, prefix, path):
        yield place
        yield from _places_below(place.unit.children, place.eid, place.path)
