"""Changing a measure so that its references keep what they mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from chengwen_library.model import Measure, Unit
from chengwen_templates.checks.passages import Place
from chengwen_templates.references.bind import Binding, Broken, bind, bound, texts, unit_texts, with_texts
from chengwen_templates.references.outline import Outline
from chengwen_templates.references.reference import Level
from chengwen_templates.references.render import Change, Standing, is_bound, written_anew
from chengwen_templates.references.resolve import Reason, Resolution

FIRST_SIGN = 0xF0000
"""The first of the private characters (plane 15) that stand for references while a measure is changed."""
_SIGN = re.compile("[\U000f0000-\U000ffffd]")


def keeping_references(
    measure: Measure,
    change: Callable[[Measure], Measure],
    heirs: Mapping[str, str] | None = None,
) -> tuple[Measure, tuple[Broken, ...]]:
    """Return the changed measure with its references pointing at the units they pointed at before, and the broken ones.

    `change` is given the measure with a private character for every character of a bound
    reference, so that texts may be cut, joined and moved without losing one; all lengths stay.
    `heirs` names the units (by wid) that took in the words of others.
    """
    return _kept(measure, (), lambda changed, _: change(changed), heirs or {}, None)


def keeping_references_with(
    measure: Measure,
    coming: Unit,
    beside: str | None,
    change: Callable[[Measure, Unit], Measure],
) -> tuple[Measure, tuple[Broken, ...]]:
    """Do the same for a change that puts in a unit, itself with references.

    Those of a unit with a provenance mean units of its source: what comes along with it is kept,
    all others are broken. Those of other words mean the measure's units, as seen from the unit `beside`.
    """
    return _kept(measure, (coming,), lambda changed, units: change(changed, units[0]), {}, beside)


@dataclass
class _Ledger:
    """The references that private characters stand for."""

    bindings: list[Binding] = field(default_factory=list[Binding])
    letters: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])

    def signed(self, text: str, bindings: list[Binding]) -> str:
        """Return the text with signs in place of the references."""
        for binding in reversed(bindings):
            begin, end = binding.reference.span
            first = FIRST_SIGN + len(self.letters)
            self.letters += [(len(self.bindings), offset) for offset in range(end - begin)]
            self.bindings.append(binding)
            text = text[:begin] + "".join(map(chr, range(first, first + end - begin))) + text[end:]
        return text

    def read(self, place: Place, text: str) -> tuple[str, list[Standing]]:
        """Return a text in plain words again, and the references that have come through whole."""
        standings: list[Standing] = []
        letters = list(text)
        for match in _SIGN.finditer(text):
            at, sign = match.start(), ord(match.group()) - FIRST_SIGN
            if sign >= len(self.letters):
                continue
            number, offset = self.letters[sign]
            binding = self.bindings[number]
            letters[at] = binding.words[offset]
            end = at + len(binding.words)
            if offset == 0 and text[at:end] == "".join(
                map(chr, range(ord(match.group()), ord(match.group()) + end - at))
            ):
                standings.append(Standing(place, at, binding))
        return "".join(letters), standings


def _kept(
    measure: Measure,
    coming: tuple[Unit, ...],
    change: Callable[[Measure, tuple[Unit, ...]], Measure],
    heirs: Mapping[str, str],
    beside: str | None,
) -> tuple[Measure, tuple[Broken, ...]]:
    ledger = _Ledger()
    signed = _signed(measure, [one for one in bind(measure) if is_bound(one)], ledger)
    units = tuple(_signed_unit(unit, measure, beside, ledger) for unit in coming)
    changed = change(signed, units)
    if not ledger.bindings:
        return changed, ()
    standings: list[Standing] = []
    plain: dict[Place, str] = {}
    for place, text in texts(changed):
        if _SIGN.search(text):
            plain[place], here = ledger.read(place, text)
            standings += here
    changed = with_texts(changed, plain)
    before = {unit.wid for unit in measure.walk()}
    fresh = {unit.wid for unit in changed.walk()} - before
    return written_anew(changed, standings, plain, Change(heirs, fresh))


def _signed(measure: Measure, bindings: list[Binding], ledger: _Ledger) -> Measure:
    by_place: dict[Place, list[Binding]] = {}
    for one in bindings:
        by_place.setdefault(one.place, []).append(one)
    return with_texts(measure, {place: ledger.signed(here[0].text, here) for place, here in by_place.items()})


def _signed_unit(unit: Unit, measure: Measure, beside: str | None, ledger: _Ledger) -> Unit:
    found = [*(_of_a_source(unit) if unit.provenance else _of_the_drafter(unit, measure, beside))]
    alone = _signed(Measure(units=(unit,)), found, ledger)
    return alone.units[0]


def _of_a_source(unit: Unit) -> Iterator[Binding]:
    """Yield the references of a unit from elsewhere: within it bound to what comes along, to nothing beyond it."""
    for one in bind(Measure(units=(unit,))):
        if is_bound(one) or not (one.reference.last.items or one.reference.last.offset):
            yield one
        elif one.reference.firm or one.reference.last.level is Level.ARTICLE:
            yield replace(one, resolution=Resolution((), Reason.REMOVED))


def _of_the_drafter(unit: Unit, measure: Measure, beside: str | None) -> Iterator[Binding]:
    """Yield the references by number of a unit of the drafter's words, as seen from the unit beside it."""
    outline = Outline(measure)
    for below in unit.walk():
        for place, text in unit_texts(below):
            for one in bound(outline, replace(place, wid=beside), text):
                absolute = all(step.items for step in one.reference.steps)
                if absolute and is_bound(one):
                    yield replace(one, place=place)
