"""Words that run over several paragraphs, taken out or replaced in one step; pure functions that keep the references.

What remains of the first and the last paragraph becomes one, as in any editor, where both
belong to units; title, preamble and closing never take in a unit's words. Units of which no
word is left go; those that stand below one that goes come below the unit before it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from chengwen_desktop.draft.lines import BREAK, Key, Part, body_of, lines
from chengwen_desktop.draft.rewriting import Splice, spliced, with_edits, with_units
from chengwen_library.model import Measure, Provenance, Unit
from chengwen_templates.references.keep import keeping_references
from chengwen_templates.tree import find_by_wid, neighbours, place_of, renumbered, with_unit, without_unit


@dataclass(frozen=True, slots=True)
class Stretch:
    """The characters from `start` of the paragraph `first` to `end` of the paragraph `last`."""

    first: Key
    start: int
    last: Key
    end: int

    @property
    def is_wide(self) -> bool:
        """Whether it runs over several paragraphs."""
        return self.first != self.last


def replaced(draft: Measure, stretch: Stretch, words: str = "") -> Measure:
    """Return the draft with `words` in place of the stretch."""
    if not stretch.is_wide:
        return spliced(draft, {stretch.first: (Splice(stretch.start, stretch.end, words),)})
    plan = _plan(draft, stretch, words)
    return keeping_references(draft, lambda changed: _replaced(changed, stretch, words), plan.heirs)[0]


@dataclass(frozen=True, slots=True)
class _Plan:
    """Which words go into which paragraphs, which units may go, and who takes in whose words."""

    edits: dict[Key, tuple[Splice, ...]]
    going: tuple[str, ...]
    heirs: Mapping[str, str]


def _plan(draft: Measure, stretch: Stretch, words: str) -> _Plan:
    every = lines(draft)
    keys = [line.key for line in every]
    first, last = keys.index(stretch.first), keys.index(stretch.last)
    over = every[first : last + 1]
    head, tail = over[0], over[-1]
    edits = {line.key: (Splice(0, len(line.text)),) for line in over[1:-1]}
    rest = tail.text[stretch.end :]
    begun = stretch.start == 0 and not words and head.part is Part.UNIT
    joined = head.unit is not None and tail.unit is not None and not (begun and rest)
    more = rest if joined else ""
    edits[head.key] = (Splice(stretch.start, len(head.text), words + more),)
    edits[tail.key] = (Splice(0, len(tail.text) if joined else stretch.end),)
    if joined and tail.apart and rest and tail.unit is not None:
        body = body_of(tail.unit).replace("\n", BREAK)
        edits[head.key] = (Splice(stretch.start, len(head.text), f"{words}{rest}。{body}"),)
        edits[Part.BODY, tail.unit.wid] = (Splice(0, len(body)),)
    units = [line.unit for line in (over if begun else over[1:]) if line.part is Part.UNIT and line.unit]
    kept = {tail.unit.wid} if tail.unit and rest and not joined else set[str]()
    going = tuple(unit.wid for unit in units if unit.wid not in kept)
    heirs = {tail.unit.wid: head.unit.wid} if joined and rest and head.unit and tail.unit else {}
    return _Plan(edits, going, {one: other for one, other in heirs.items() if one != other})


def _replaced(draft: Measure, stretch: Stretch, words: str) -> Measure:
    plan = _plan(draft, stretch, words)
    origins = {wid: found.provenance for wid in plan.heirs if (found := find_by_wid(draft, wid))}
    draft = with_edits(draft, plan.edits)
    for wid, heir in plan.heirs.items():
        draft = with_units(draft, {heir: lambda unit, wid=wid: _with_origins(unit, origins.get(wid, ()))})
    for wid in reversed(plan.going):
        unit = find_by_wid(draft, wid)
        if unit is not None and not (unit.heading or unit.text or unit.intro or unit.wrap_up):
            draft = _taken_out(draft, unit)
    return renumbered(draft)


def _with_origins(unit: Unit, origins: tuple[Provenance, ...]) -> Unit:
    new = tuple(one for one in origins if one not in unit.provenance)
    return replace(unit, provenance=(*unit.provenance, *new)) if new else unit


def _taken_out(draft: Measure, unit: Unit) -> Measure:
    """Take out a unit; those below it come below its neighbour before, else into its place."""
    parent, index = place_of(draft, unit.wid) or (None, 0)
    before = neighbours(draft, parent)[index - 1] if index else None
    for number, child in enumerate(unit.children):
        draft = without_unit(draft, child.wid)
        if before is None:
            draft = with_unit(draft, child, parent, index + number)
        else:
            draft = with_unit(draft, child, before.wid, len(before.children) + number)
    return without_unit(draft, unit.wid)
