"""Turning clauses into postings: for each term the clauses that have it, in numpy.

A hundred thousand clauses have tens of millions of postings; sorting them as whole
numbers takes seconds where tuples of Python would take minutes and gigabytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

_DOCUMENT_BITS = 22
_CHARACTER_BITS = 21
MOST_DOCUMENTS = 1 << _DOCUMENT_BITS
"""Clauses of one segment, at most."""


@dataclass(frozen=True, slots=True)
class TermPostings:
    """The postings of a term. `steps` are its documents as differences (uint32), `counts` how often each has it."""

    term: str
    frequency: int
    occurrences: int
    most: int
    first: int
    last: int
    steps: bytes
    counts: bytes


@dataclass(frozen=True, slots=True)
class Inverted:
    """The terms of a field in the order of their UTF-8 bytes; those of `terms[i]` stand from `starts[i]` on.

    `documents` rise within a term; `counts` tells how often the document has the term.
    """

    terms: list[str]
    starts: NDArray[np.int64]
    documents: NDArray[np.uint32]
    counts: NDArray[np.uint32]

    def frequencies(self) -> dict[str, int]:
        """Return how many documents have each term."""
        ends = np.append(self.starts[1:], len(self.documents))
        return dict(zip(self.terms, (ends - self.starts).tolist(), strict=True))

    def __iter__(self) -> Iterator[TermPostings]:
        """Yield the postings of each term."""
        if not self.terms:
            return
        steps = np.diff(self.documents, prepend=np.uint32(0))
        steps[self.starts] = self.documents[self.starts]
        step_bytes, count_bytes = steps.astype(np.uintc).tobytes(), self.counts.astype(np.single).tobytes()
        width = np.dtype(np.uintc).itemsize
        ends = np.append(self.starts[1:], len(self.documents))
        occurrences = np.add.reduceat(self.counts, self.starts).tolist()
        most = np.maximum.reduceat(self.counts, self.starts).tolist()
        for place, (start, end) in enumerate(zip(self.starts.tolist(), ends.tolist(), strict=True)):
            yield TermPostings(
                term=self.terms[place],
                frequency=end - start,
                occurrences=occurrences[place],
                most=most[place],
                first=int(self.documents[start]),
                last=int(self.documents[end - 1]),
                steps=step_bytes[start * width : end * width],
                counts=count_bytes[start * width : end * width],
            )


class Words:
    """Gathers the terms of clause after clause."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._terms: list[NDArray[np.uint32]] = []
        self.lengths: list[int] = []

    def add(self, terms: list[str]) -> None:
        """Take the terms of the next clause."""
        numbers = self._numbers
        for term in terms:
            if term not in numbers:
                numbers[term] = len(numbers)
        self._terms.append(np.fromiter(map(numbers.__getitem__, terms), np.uint32, len(terms)))
        self.lengths.append(len(terms))

    def inverted(self) -> Inverted:
        """Return the postings of all clauses added."""
        ordered = sorted(self._numbers)
        rank = np.empty(len(ordered), np.uint64)
        rank[[self._numbers[term] for term in ordered]] = np.arange(len(ordered), dtype=np.uint64)
        documents = np.repeat(np.arange(len(self.lengths), dtype=np.uint64), self.lengths)
        occurrences = np.concatenate(self._terms) if self._terms else np.empty(0, np.uint32)
        keys = (rank[occurrences] << _DOCUMENT_BITS) | documents
        starts, found, counts, which = _grouped(keys)
        return Inverted([ordered[place] for place in which.tolist()], starts, found, counts)


def invert_grams(texts: Sequence[str], outside: str) -> Inverted:
    """Return the postings of the single characters and the pairs of characters of each clause, each counted once.

    The character `outside` separates fields: it is no gram and stands in none.
    """
    lengths = [len(text) + 1 for text in texts]
    codes = np.frombuffer("".join(text + outside for text in texts).encode("utf-32-le"), np.uint32).astype(np.uint64)
    documents = np.repeat(np.arange(len(texts), dtype=np.uint64), lengths)
    inside = codes != ord(outside)
    paired = inside[:-1] & inside[1:]
    singles = codes[inside] << (_CHARACTER_BITS + _DOCUMENT_BITS) | documents[inside]
    pairs = (codes[:-1] << _CHARACTER_BITS | codes[1:])[paired] << _DOCUMENT_BITS | documents[:-1][paired]
    starts, found, counts, grams = _grouped(np.concatenate([singles, pairs]))
    return Inverted([_gram(code) for code in grams.tolist()], starts, found, np.ones_like(counts))


def _gram(code: int) -> str:
    first, second = code >> _CHARACTER_BITS, code & (1 << _CHARACTER_BITS) - 1
    return chr(first) + chr(second) if second else chr(first)


def _grouped(
    keys: NDArray[Any],
) -> tuple[NDArray[np.int64], NDArray[np.uint32], NDArray[np.uint32], NDArray[Any]]:
    """Return where each term starts, the documents, how often each has the term, and the terms' numbers."""
    keys.sort()
    first = np.flatnonzero(np.diff(keys, prepend=~keys[:1]) != 0)
    counts = np.diff(first, append=len(keys)).astype(np.uint32)
    single = keys[first]
    terms = single >> _DOCUMENT_BITS
    starts = np.flatnonzero(np.diff(terms, prepend=~terms[:1]) != 0).astype(np.int64)
    documents = (single & np.uint64(MOST_DOCUMENTS - 1)).astype(np.uint32)
    return starts, documents, counts, terms[starts]
