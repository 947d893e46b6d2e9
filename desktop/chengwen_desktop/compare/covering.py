"""Which topics the draft and its precedents regulate, put together for the table of 覆盖. No Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chengwen_desktop.compare.comparer import Comparer
from chengwen_desktop.side_by_side import SIDE_BY_SIDE
from chengwen_index.comparing.comparison import Compared
from chengwen_library.facts.topics import taxonomy
from chengwen_library.model import Measure, Status

if TYPE_CHECKING:
    from chengwen_index.comparing.coverage import Coverage


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A topic with the number of clauses on it: of the draft, then of each precedent measure."""

    topic: str
    own: int
    theirs: tuple[int, ...]
    is_missing: bool

    @property
    def held_by(self) -> int:
        """How many precedent measures regulate it."""
        return sum(map(bool, self.theirs))


@dataclass(frozen=True, slots=True)
class Covered:
    """Topics × the draft and its precedents, in the order of the taxonomy; `left_out` measures are not set beside."""

    measures: tuple[Measure, ...]
    rows: tuple[TopicRow, ...]
    left_out: int

    @property
    def missing(self) -> tuple[TopicRow, ...]:
        """What precedents regulate and the draft does not, what most of them regulate first."""
        return tuple(sorted((row for row in self.rows if row.is_missing), key=lambda row: -row.held_by))


class Coverer:
    """Works out coverage; that of the precedents is kept as long as they are the same."""

    def __init__(self, comparer: Comparer) -> None:
        self._comparer = comparer
        self._kept: Coverage | None = None

    def covered(self, draft: Measure, compared: Sequence[Compared]) -> Covered:
        """Return what a draft and its precedents regulate. Raises NotInLibrary if one left the library meanwhile."""
        from chengwen_index.comparing.coverage import coverage

        measures, all_of_them = precedent_measures(self._comparer, draft, compared)
        kept = self._kept
        if kept is None or [one.id for one in kept.measures] != [one.id for one in measures]:
            kept = self._kept = coverage(measures)
        return _merged(coverage([draft]), kept, all_of_them - len(measures))


def precedent_measures(
    comparer: Comparer, draft: Measure, compared: Sequence[Compared]
) -> tuple[tuple[Measure, ...], int]:
    """Return the measures set beside a draft, those used most first, and of how many they are.

    All that are not repealed, or of more than `SIDE_BY_SIDE` those used as precedents. The draft is none of them.
    """
    finder = comparer.finder
    known = {
        held.measure_id
        for held in finder.holdings().measures
        if held.status != Status.REPEALED and held.measure_id != draft.id
    }
    used = Counter(precedent.hit.measure_id for one in compared for precedent in one.precedents)
    chosen = [identity for identity, _ in used.most_common(SIDE_BY_SIDE) if identity in known]
    if len(known) <= SIDE_BY_SIDE:
        chosen += sorted(known - set(chosen))
    return tuple(finder.library.measure(identity) for identity in chosen), len(known)


def _merged(own: Coverage, theirs: Coverage, left_out: int) -> Covered:
    mine = {row.topic: len(row.cells[0]) for row in own.rows}
    counts = {row.topic: tuple(map(len, row.cells)) for row in theirs.rows}
    parents = {topic.name: topic.parent for topic in taxonomy()}
    covered = {*mine, *(parents[name] for name in mine)}
    nobody = (0,) * len(theirs.measures)
    rows = tuple(
        TopicRow(name, mine.get(name, 0), counts.get(name, nobody), name not in covered)
        for name in parents
        if name in mine or name in counts
    )
    return Covered(theirs.measures, rows, left_out)
