"""Writing references anew, so that each means after a change what it meant before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from chengwen_library.model import Measure
from chengwen_templates.checks.passages import Place
from chengwen_templates.references.bind import Binding, Broken, bound, with_texts
from chengwen_templates.references.outline import ANNEX_WID, Outline, Target
from chengwen_templates.references.reference import Reference
from chengwen_templates.references.resolve import BoundItem, Reason, Resolution
from chengwen_templates.references.wording import number_of, plain, same_level, same_shape, unknown


@dataclass(frozen=True, slots=True)
class Standing:
    """A bound reference where it stands now: at `start` of the text at a place, still in its old words."""

    place: Place
    start: int
    binding: Binding


@dataclass(frozen=True, slots=True)
class Change:
    """What a change has done to units: `heirs` took in the words of others, `fresh` were not there before."""

    heirs: Mapping[str, str] = field(default_factory=dict[str, str])
    fresh: Collection[str] = frozenset()


def rendered(measure: Measure, bindings: Sequence[Binding]) -> tuple[Measure, tuple[Broken, ...]]:
    """Return the measure with references in the words that fit its present numbers, and those that are broken.

    `bindings` are those of the measure before it was changed; the texts must still stand in
    the same units. A reference whose unit is gone is written with × for its number.
    """
    standings = [Standing(one.place, one.reference.span[0], one) for one in bindings if is_bound(one)]
    return written_anew(measure, standings, {one.place: one.text for one in bindings}, Change())


def is_bound(binding: Binding) -> bool:
    """Tell whether it is certain what a reference means, or meant before that was removed."""
    resolution = binding.resolution
    return bool(resolution.steps) and resolution.reason in (None, Reason.REMOVED)


def written_anew(
    measure: Measure, standings: Sequence[Standing], texts: Mapping[Place, str], change: Change
) -> tuple[Measure, tuple[Broken, ...]]:
    """Return the measure with the references that stand in its `texts` written anew, and the broken ones."""
    outline = Outline(measure)
    at: defaultdict[Place, list[Standing]] = defaultdict(list)
    for standing in standings:
        at[standing.place].append(standing)
    broken: list[Broken] = []
    written = {place: _Rewriting(outline, change, place, texts[place], broken).done(here) for place, here in at.items()}
    return with_texts(measure, {place: text for place, text in written.items() if text != texts[place]}), tuple(broken)


@dataclass
class _Rewriting:
    outline: Outline
    change: Change
    place: Place
    text: str
    broken: list[Broken]

    def done(self, standings: Sequence[Standing]) -> str:
        """Return the text with all references in it written anew, from left to right."""
        shift = 0
        for standing in sorted(standings, key=lambda one: one.start):
            old = standing.binding.words
            start = standing.start + shift
            new = self._words(standing.binding, start)
            self.text = self.text[:start] + new + self.text[start + len(old) :]
            shift += len(new) - len(old)
        return self.text

    def _words(self, binding: Binding, start: int) -> str:
        reference, old = binding.reference, binding.words
        resolution = self._present(binding.resolution)
        targets, gone = self._left(resolution)
        if gone:
            self.broken.append(Broken(self.place, old, Reason.REMOVED))
        expected = frozenset(targets)
        for words in self._candidates(reference, old, resolution, targets, gone):
            if self._means(start, len(old), words, expected, gone):
                return words
        if not gone:
            self.broken.append(Broken(self.place, old, Reason.REMOVED))
        known_above = unknown(self.outline, old, reference, resolution)
        if self._points_below(start, len(old), known_above, resolution):
            return known_above
        return unknown(self.outline, old, reference, Resolution(()))

    def _candidates(
        self, reference: Reference, old: str, resolution: Resolution, targets: Sequence[Target], gone: int
    ) -> Iterator[str]:
        if not targets:
            return
        if not gone:
            yield old
        numbers = [number_of(self.outline, target) for target in dict.fromkeys(targets)]
        if reference.last.items and resolution.steps:
            ordered = [*sorted(filter(None, numbers)), *[None] * gone]
            shaped = same_shape(self.outline, old, reference, resolution)
            levelled = same_level(self.outline, old, reference, resolution, ordered)
            yield from (levelled, shaped) if _is_gathered(reference) else (shaped, levelled)
        if any(target.wid.startswith(ANNEX_WID) for target in targets):
            return
        here = self.outline.nodes.get(self.place.wid or "", self.outline.root)
        for words in plain(self.outline, here, tuple(dict.fromkeys(targets)), gone, reference.last.level):
            yield words
            yield words.strip("“”")
            if reference.scope:
                yield reference.scope + words

    def _present(self, resolution: Resolution) -> Resolution:
        """Return the resolution with heirs in the places of those whose words they took in."""

        def heir(target: Target | None) -> Target | None:
            if target is None or target.wid not in self.change.heirs:
                return target
            return Target(self.change.heirs[target.wid])

        steps = tuple(
            tuple(
                BoundItem(heir(one.first), heir(one.last), tuple(filter(None, map(heir, one.members)))) for one in items
            )
            for items in resolution.steps
        )
        return replace(resolution, steps=steps)

    def _left(self, resolution: Resolution) -> tuple[list[Target], int]:
        """Return the targets that are left, and how many numbers mean nothing any more."""
        left: list[Target] = []
        gone = 0
        for item in resolution.steps[-1] if resolution.steps else ():
            ends = (item.first, item.last) if item.last or len(item.members) > 1 else (item.first,)
            gone += sum(end is None or not self.outline.alive(end) for end in ends)
            left += [target for target in item.members if self.outline.alive(target)]
        return left, gone if resolution.steps else 1

    def _points_below(self, start: int, length: int, words: str, resolution: Resolution) -> bool:
        """Tell whether words with × for their last number still name what they named above it."""
        text = self.text[:start] + words + self.text[start + length :]
        inside = [
            one for one in bound(self.outline, self.place, text) if one.reference.span == (start, start + len(words))
        ]
        return (
            len(inside) == 1
            and bool(inside[0].resolution.steps)
            and inside[0].resolution.steps[:-1] == resolution.steps[:-1]
        )

    def _means(self, start: int, length: int, words: str, expected: frozenset[Target], gone: int) -> bool:
        """Tell whether words put in place of the old ones mean just the units expected."""
        text = self.text[:start] + words + self.text[start + length :]
        end = start + len(words)
        found: list[Target] = []
        for one in bound(self.outline, self.place, text):
            if one.reference.span[0] < end and one.reference.span[1] > start:
                within = _meant_within(one, start, end, gone=bool(gone))
                if within is None:
                    return False
                found += within
        once = frozenset(found)
        extra = {target for target in once - expected if target.wid not in self.change.fresh}
        return bool(found or gone) and len(once) == len(found) and expected <= once and not extra


def _meant_within(binding: Binding, start: int, end: int, *, gone: bool) -> list[Target] | None:
    """Return what the numbers between two places mean; None if that is not certain.

    A reference may have been joined to what stands beside it: 前条和第三条 has become 第二条和第三条.
    """
    reference, steps = binding.reference, binding.resolution.steps
    if not steps:
        return None
    begin, stop = reference.span
    if not reference.last.items:
        return [*binding.resolution.targets] if start <= begin and stop <= end else None
    found: list[Target] = []
    inside = 0
    for item, written in zip(steps[-1], reference.last.items, strict=True):
        if start <= written.first.span[0] < end:
            inside += 1
            found += item.members
            known = item.first is not None and (written.last is None or item.last is not None)
            if not known and not (gone and None in (number.value for number in written.numbers)):
                return None
    return found if inside else None


def _is_gathered(reference: Reference) -> bool:
    """Tell whether a list with ranges has all runs of numbers as ranges, so that it may be gathered anew."""
    items = reference.last.items
    numbers = [(item.first.value or 0, (item.last or item.first).value or 0) for item in items]
    return len(items) > 1 and any(item.last for item in items) and all(b[0] > a[1] + 1 for a, b in pairwise(numbers))
