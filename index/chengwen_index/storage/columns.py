"""What clauses are filtered and counted by, as numbers beside a list of names."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.integer]
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Column:
    """The values of each clause: those of clause n are `codes[offsets[n]:offsets[n + 1]]`, numbers of `names`."""

    names: tuple[str, ...]
    offsets: Numbers
    codes: Numbers

    def of(self, clause: int) -> tuple[str, ...]:
        """Return the values of a clause, in their order."""
        return tuple(self.names[code] for code in self.codes[self.offsets[clause] : self.offsets[clause + 1]])

    def counts(self, clauses: Numbers) -> dict[str, int]:
        """Return how many of the clauses have each value, the most frequent first; those that none has are left out."""
        if len(clauses) * 4 < len(self.offsets):
            return self._named(np.bincount(self._codes_of(clauses), minlength=len(self.names)))
        chosen = np.zeros(len(self.offsets) - 1, np.int32)
        chosen[clauses] = 1
        owners, starts = self._by_name
        return self._named(np.add.reduceat(chosen[owners], starts) if len(starts) else starts)

    def weighed(self, weights: Numbers) -> dict[str, int]:
        """Return the same where row n counts `weights[n]` times."""
        of_codes = np.repeat(weights, np.diff(self.offsets))
        return self._named(np.bincount(self.codes, of_codes, minlength=len(self.names)))

    def spread(self, rows: Numbers) -> Column:
        """Return the column of clauses whose values stand at the given rows of this one (those of measures, say)."""
        lengths = np.diff(self.offsets)[rows]
        return Column(self.names, np.concatenate(([0], np.cumsum(lengths))), self._codes_of(rows))

    def having(self, accepted: Callable[[str], bool]) -> Mask:
        """Return for each clause whether it has a value that is accepted."""
        wanted = np.array([accepted(name) for name in self.names], bool)
        mask = np.zeros(len(self.offsets) - 1, bool)
        if wanted.any():
            mask[self._owners[wanted[self.codes]]] = True
        return mask

    def _named(self, counted: NDArray[Any]) -> dict[str, int]:
        order = np.argsort(-counted, kind="stable")[: np.count_nonzero(counted)]
        return dict(
            zip((self.names[code] for code in order.tolist()), counted[order].astype(int).tolist(), strict=True)
        )

    def _codes_of(self, clauses: Numbers) -> Numbers:
        first, behind = self.offsets[clauses], self.offsets[clauses + 1]
        lengths = behind - first
        if not lengths.any():
            return self.codes[:0]
        shift = np.repeat(first - np.concatenate(([0], np.cumsum(lengths)[:-1])), lengths)
        return self.codes[np.arange(lengths.sum()) + shift]

    @cached_property
    def _by_name(self) -> tuple[Numbers, Numbers]:
        """The clauses that have each name, one name after the other, and where each begins."""
        order = np.argsort(self.codes, kind="stable")
        return self._owners[order], np.searchsorted(self.codes[order], np.arange(len(self.names)))

    @cached_property
    def _owners(self) -> Numbers:
        """The clause that each of the codes belongs to."""
        return np.repeat(np.arange(len(self.offsets) - 1, dtype=np.int32), np.diff(self.offsets))


def column(values: Iterable[Iterable[str]]) -> Column:
    """Return the column of the clauses' values, in the order of the clauses."""
    numbers: dict[str, int] = {}
    offsets, codes = [0], list[int]()
    for several in values:
        codes += [numbers.setdefault(value, len(numbers)) for value in several]
        offsets.append(len(codes))
    return _sorted(tuple(numbers), np.array(offsets, np.int64), np.array(codes, np.int32))


def joined(columns: Iterable[Column]) -> Column:
    """Return one column of the clauses of several, one after the other."""
    numbers: dict[str, int] = {}
    offsets: list[Numbers] = [np.zeros(1, np.int64)]
    codes: list[Numbers] = [np.empty(0, np.int32)]
    behind = 0
    for one in columns:
        new = np.array([numbers.setdefault(name, len(numbers)) for name in one.names], np.int32)
        codes.append(new[one.codes] if len(one.codes) else codes[0])
        offsets.append(one.offsets[1:] + behind)
        behind += int(one.offsets[-1])
    return _sorted(tuple(numbers), np.concatenate(offsets), np.concatenate(codes))


def _sorted(names: tuple[str, ...], offsets: Numbers, codes: Numbers) -> Column:
    """Return the column with its names in their order, so that equal counts stand in it too."""
    order = sorted(range(len(names)), key=names.__getitem__)
    place = np.empty(len(names), np.int32)
    place[order] = np.arange(len(names), dtype=np.int32)
    return Column(tuple(names[number] for number in order), offsets, place[codes])
