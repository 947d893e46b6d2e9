"""What a draft is compared with: measures that were named, and those whose topics are set beside its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from chengwen_index.comparison import Compared, Find
from chengwen_index.similarity import similarity, words_of
from chengwen_library.clauses import clauses
from chengwen_library.library import Library
from chengwen_library.model import Clause, Measure, Status

SIDE_BY_SIDE = 30
"""Measures whose topics and figures are set side by side; of a larger library, those used most."""


@dataclass(frozen=True, slots=True)
class KnownClause:
    """A clause of a measure at hand, as a finder's hit."""

    measure_id: str
    eid: str
    region: str | None
    title: str | None
    doc_number: str | None
    date: date | None
    path: tuple[str, ...]
    heading: str | None
    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """A clause and how alike it is to what was asked for."""

    hit: KnownClause
    similarity: float


def among(measures: Sequence[Measure]) -> Find:
    """Return what finds clauses of these measures like a text: all of them are looked at, so give a few measures."""
    known = [(words_of(clause), _known(clause)) for measure in measures for clause in clauses(measure) if clause.text]

    def find(text: str, limit: int) -> Iterable[Likeness]:
        found = [Likeness(clause, similarity(text, words)) for words, clause in known]
        return sorted(found, key=lambda likeness: -likeness.similarity)[:limit]

    return find


def set_beside(compared: Sequence[Compared], library: Library) -> tuple[Measure, ...]:
    """Return the measures of the library whose topics and figures are set beside a draft's.

    All that are not retired, or of more than `SIDE_BY_SIDE` those that were used most as
    precedents, the most used first.
    """
    entries = [entry for entry in library.entries() if entry.status != Status.REPEALED]
    if len(entries) <= SIDE_BY_SIDE:
        chosen = [entry.id for entry in entries]
    else:
        used = Counter(precedent.hit.measure_id for one in compared for precedent in one.precedents)
        chosen = [identity for identity, _ in used.most_common(SIDE_BY_SIDE)]
    return tuple(library.measure(identity) for identity in chosen)


def _known(clause: Clause) -> KnownClause:
    measure = clause.measure
    return KnownClause(
        measure_id=measure.id,
        eid=clause.eid,
        region=measure.region,
        title=measure.title,
        doc_number=measure.doc_number,
        date=measure.issue_date,
        path=clause.path,
        heading=clause.heading,
        text=clause.text,
        kind=clause.kind,
    )
