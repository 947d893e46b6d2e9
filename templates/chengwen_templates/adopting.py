"""Clauses of the library as a draft wants them: what was put in the own place's words, and what is still open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from chengwen_library.model import Clause, Measure, Unit
from chengwen_templates.adapting import Substitution, apply, substitutions
from chengwen_templates.answers import ClauseAnswer
from chengwen_templates.blanks import unfilled, with_values
from chengwen_templates.office import Office
from chengwen_templates.provenance import adapted, taken_unit
from chengwen_templates.slots import Slot, slots


@dataclass(frozen=True, slots=True)
class Adopted:
    """A clause that was taken, and the substitutions that were made in it."""

    unit: Unit
    made: tuple[Substitution, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenPoints:
    """What a person has yet to look at in a draft: substitutions not made, the sources' figures and names, blanks."""

    proposed: tuple[Substitution, ...]
    kept: tuple[Slot, ...]
    blanks: tuple[Slot, ...]


def adopted(clause: Clause, wanted: ClauseAnswer, own: str, office: Office, today: date) -> Adopted:
    """Return a clause of the library as it is wanted: in other words, with its slots blank or filled, or as it is."""
    unit, source = taken_unit(clause, today), clause.measure.region
    made: tuple[Substitution, ...] = ()
    if isinstance(wanted.adapt, dict):
        unit = adapted(unit, wanted.adapt)
    elif wanted.adapt:
        made = substitutions(unit, source, own, office)
        unit = apply(unit, made)
    if wanted.slots is not False:
        values = wanted.slots if isinstance(wanted.slots, dict) else {}
        found = slots(unit, source, own)
        unit = with_values(unit, {slot: values.get(slot.words) or slot.kind.blank for slot in found})
    return Adopted(unit, made)


def open_points(draft: Measure, office: Office) -> OpenPoints:
    """Return what a person has yet to look at in a draft, in the order of its text."""
    own = draft.region or office.region or ""
    taken = [*_taken(draft.units)]
    return OpenPoints(
        tuple(one for unit, source in taken for one in substitutions(unit, source, own, office)),
        tuple(one for unit, source in taken for one in slots(unit, source, own)),
        unfilled(draft),
    )


def _taken(units: Iterable[Unit]) -> Iterator[tuple[Unit, str | None]]:
    """Yield the units that were taken from elsewhere, whole, with the region of their first source."""
    for unit in units:
        if unit.provenance:
            yield unit, unit.provenance[0].region
        else:
            yield from _taken(unit.children)
