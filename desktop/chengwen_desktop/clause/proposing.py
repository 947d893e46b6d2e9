"""What is asked before a clause goes into the draft in local words: its substitutions, and its slots. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from chengwen_library.model import Clause, Unit
from chengwen_templates.adapting import Substitution, apply, substitutions
from chengwen_templates.blanks import with_values
from chengwen_templates.office import Office
from chengwen_templates.office_files.reading import load_office
from chengwen_templates.slots import Slot, slots


@dataclass(frozen=True, slots=True)
class Swap:
    """Words, what is to stand for them, why, and how often: what a person agrees to at once."""

    old: str
    new: str
    why: str
    count: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """A unit to be taken, and what can be changed in it. `slots` are those that are left when all is substituted."""

    unit: Unit
    source: str | None
    own: str
    substitutions: tuple[Substitution, ...]
    slots: tuple[Slot, ...]

    @property
    def is_nothing(self) -> bool:
        """Whether there is nothing to ask."""
        return not self.substitutions and not self.slots

    @property
    def swaps(self) -> tuple[Swap, ...]:
        """The substitutions, those alike together, in the order of the text."""
        return swaps(self.substitutions)

    def unit_with(self, agreed: Iterable[Swap], values: Mapping[Slot, str]) -> Unit:
        """Return the unit with the substitutions agreed to, and values in its slots; "" makes a slot blank."""
        unit = apply(self.unit, chosen(self.substitutions, agreed))
        wanted = {_nth(self.slots, slot): value for slot, value in values.items()}
        found = slots(unit, self.source, self.own)
        given = {slot: wanted[key] for slot in found if (key := _nth(found, slot)) in wanted}
        return with_values(unit, {slot: value or slot.kind.blank for slot, value in given.items()})


def propose(unit: Unit, clause: Clause, own: str | None, office_folder: Path) -> Proposal:
    """Return what to ask about a unit taken from a clause. Raises ChengwenError if the office's data is faulty."""
    office = load_office(office_folder)
    here = own or office.region or ""
    return proposal(unit, clause.measure.region, here, office)


def proposal(unit: Unit, source: str | None, own: str, office: Office) -> Proposal:
    """Return what to ask about a unit taken from a measure of the region `source`."""
    found = substitutions(unit, source, own, office)
    return Proposal(unit, source, own, found, slots(apply(unit, found), source, own))


def swaps(found: Iterable[Substitution]) -> tuple[Swap, ...]:
    """Return substitutions with those alike together."""
    counts: dict[tuple[str, str, str], int] = {}
    for one in found:
        key = (one.old, one.new, str(one.why))
        counts[key] = counts.get(key, 0) + 1
    return tuple(Swap(*key, count) for key, count in counts.items())


def chosen(found: Iterable[Substitution], agreed: Iterable[Swap]) -> tuple[Substitution, ...]:
    """Return the substitutions that were agreed to."""
    pairs = {(one.old, one.new) for one in agreed}
    return tuple(one for one in found if (one.old, one.new) in pairs)


def _nth(found: tuple[Slot, ...], slot: Slot) -> tuple[object, ...]:
    """Return what tells a slot from the others of its unit, whatever stands before it in the text."""
    alike = [one for one in found if (one.place.part, one.place.wid, one.words) == _told(slot)]
    return (*_told(slot), alike.index(slot))


def _told(slot: Slot) -> tuple[object, ...]:
    return slot.place.part, slot.place.wid, slot.words
