"""Comparing a draft with the library, clause by clause; what was compared is not compared again. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from chengwen_desktop.search.finder import Finder
from chengwen_index.comparing.comparison import Compared, compare_clause
from chengwen_library.clauses import clauses
from chengwen_library.model import Clause, ClauseKind, Measure

PRECEDENTS = 4
"""Precedents of a clause, at most, that can be looked at one after the other."""

_Key = tuple[str, str, str]
_Told = Callable[[int, Compared], object]


@dataclass(frozen=True, slots=True)
class Asked:
    """The clauses of a draft that are compared, and those that are known already."""

    clauses: tuple[Clause, ...]
    known: tuple[Compared | None, ...]


class Comparer:
    """Compares with one library. Several threads may use it."""

    def __init__(self, finder: Finder) -> None:
        self.finder = finder
        self._kept: dict[_Key, Compared] = {}

    def asked(self, draft: Measure) -> Asked:
        """Return the clauses of a draft, in the order of its text, with what is known of them."""
        found = tuple(clause for clause in clauses(draft) if clause.text or clause.kind is ClauseKind.NUMBERED)
        return Asked(found, tuple(map(self._known, found)))

    def fill(self, asked: Asked, first: int, told: _Told, cancelled: Callable[[], bool]) -> None:
        """Compare what is not known yet, beginning with clause `first`, and tell each with its number."""
        for number in _in_order(len(asked.clauses), first):
            if cancelled():
                return
            if asked.known[number] is None:
                told(number, self._compared(asked.clauses[number]))
        keys = set(map(_key, asked.clauses))
        self._kept = {key: kept for key, kept in list(self._kept.items()) if key in keys}

    def compare(
        self, draft: Measure, progress: Callable[[int, int], object], cancelled: Callable[[], bool]
    ) -> tuple[Compared, ...]:
        """Return all clauses of a draft compared; those before the stop if `cancelled`."""
        found: list[Compared] = []
        asked = self.asked(draft)
        for done, (clause, known) in enumerate(zip(asked.clauses, asked.known, strict=True), start=1):
            if cancelled():
                break
            found.append(known or self._compared(clause))
            progress(done, len(asked.clauses))
        return tuple(found)

    def _known(self, clause: Clause) -> Compared | None:
        kept = self._kept.get(_key(clause))
        return replace(kept, clause=clause) if kept else None

    def _compared(self, clause: Clause) -> Compared:
        compared = compare_clause(clause, self.finder.candidates, PRECEDENTS)
        self._kept[_key(clause)] = compared
        return compared


def trimmed(compared: Sequence[Compared], most: int) -> tuple[Compared, ...]:
    """Return the clauses with at most so many precedents each."""
    return tuple(replace(one, precedents=one.precedents[:most]) for one in compared)


def _key(clause: Clause) -> _Key:
    return clause.measure.id, clause.heading or "", clause.text


def _in_order(count: int, first: int) -> Iterator[int]:
    """Yield all numbers, from `first` on, then those before it."""
    yield from range(first, count)
    yield from range(min(first, count))
