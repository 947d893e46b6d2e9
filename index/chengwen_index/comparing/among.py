"""Finding like clauses in a few measures at hand, without an index: every clause is looked at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from chengwen_index.comparing.comparison import Find
from chengwen_index.comparing.similarity import similarity, words_of
from chengwen_library.clauses import clauses
from chengwen_library.model import Clause, ClauseKind, Measure


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
    kind: ClauseKind


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
