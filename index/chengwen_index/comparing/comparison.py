"""A draft against the library: each clause beside its precedents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from chengwen_index.comparing.diff import Change, Diff, diff
from chengwen_index.comparing.similarity import Relation, relation, similarity, words_of
from chengwen_library.clauses import clauses
from chengwen_library.model import Clause, ClauseKind, Measure

CANDIDATES = 30
"""Clauses of the library that are looked at for each clause of a draft."""


class Source(Protocol):
    """A clause of the library as a finder knows it."""

    @property
    def measure_id(self) -> str:
        """The id of its measure."""
        ...

    @property
    def eid(self) -> str:
        """Its place in the measure."""
        ...

    @property
    def region(self) -> str | None:
        """The region of its measure."""
        ...

    @property
    def title(self) -> str | None:
        """The title of its measure."""
        ...

    @property
    def doc_number(self) -> str | None:
        """The 文号 of its measure."""
        ...

    @property
    def date(self) -> date | None:
        """The date of its measure."""
        ...

    @property
    def path(self) -> tuple[str, ...]:
        """Its marks from the first level down."""
        ...

    @property
    def heading(self) -> str | None:
        """Its heading without the mark at the end."""
        ...

    @property
    def text(self) -> str:
        """Its words without the heading."""
        ...

    @property
    def kind(self) -> str:
        """What it is within its measure."""
        ...


class Candidate(Protocol):
    """What a finder answers: a clause of the library."""

    @property
    def hit(self) -> Source:
        """The clause."""
        ...


class Find(Protocol):
    """What finds clauses of the library like a text, the likeliest first, at most `limit`."""

    def __call__(self, text: str, limit: int) -> Iterable[Candidate]:
        """Return the clauses."""
        ...


@dataclass(frozen=True, slots=True)
class Precedent:
    """A clause of the library beside a clause of the draft; the precedent is the base of both differences."""

    hit: Source
    similarity: float
    relation: Relation
    heading: Diff
    diff: Diff

    @property
    def changes(self) -> tuple[Change, ...]:
        """The classes of what differs in heading and text, the weightiest first."""
        found = {*self.heading.classes, *self.diff.classes}
        return tuple(change for change in Change if change in found)


@dataclass(frozen=True, slots=True)
class Compared:
    """A clause of the draft and its precedents, the most alike first; none if nothing in the library is related."""

    clause: Clause
    precedents: tuple[Precedent, ...]

    @property
    def relation(self) -> Relation | None:
        """What the clause is to its best precedent; None without one."""
        return self.precedents[0].relation if self.precedents else None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a comparison is."""

    done: int
    total: int
    compared: Compared


def compare(
    draft: Measure,
    find: Find,
    precedents: int = 3,
    measures: frozenset[str] | None = None,
    progress: Callable[[Progress], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[Compared]:
    """Yield the clauses of the draft with their best precedents, in the order of its text.

    `precedents` says how many at most; `measures` names the ids of those looked at,
    None is all (of a large library, give a `find` that looks at these only). The draft
    itself is never its own precedent. Headings that have no words of their own are left
    out. Stops between two clauses if `cancelled`.
    """
    asked = [clause for clause in clauses(draft) if clause.text or clause.kind is ClauseKind.NUMBERED]
    for done, clause in enumerate(asked, start=1):
        if cancelled():
            return
        compared = compare_clause(clause, find, precedents, measures)
        progress(Progress(done, len(asked), compared))
        yield compared


def compare_clause(clause: Clause, find: Find, precedents: int = 3, measures: frozenset[str] | None = None) -> Compared:
    """Return a clause with its best precedents, as `compare` does for all of a draft."""
    words = words_of(clause)
    found = [
        (similarity(words, _words(candidate.hit)), candidate.hit)
        for candidate in find(words, CANDIDATES)
        if candidate.hit.measure_id != clause.measure.id and (measures is None or candidate.hit.measure_id in measures)
    ]
    found.sort(key=lambda item: -item[0])
    beside = (beside_precedent(clause, hit) for _, hit in found[:precedents])
    return Compared(clause, tuple(precedent for precedent in beside if precedent is not None))


def beside_precedent(clause: Clause, hit: Source) -> Precedent | None:
    """Return a clause of the library beside one of the draft; None if they are unrelated."""
    alike = similarity(words_of(clause), _words(hit))
    what = relation(alike)
    if what is None:
        return None
    return Precedent(hit, alike, what, diff(hit.heading or "", clause.heading or ""), diff(hit.text, clause.text))


def _words(hit: Source) -> str:
    return "\n".join(filter(None, [hit.heading, hit.text]))
