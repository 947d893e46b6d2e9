"""What is kept of each clause, so that an answer needs nothing but the index."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date
from functools import cached_property
from typing import Any

from chengwen_index.words.normalizing import lower
from chengwen_library.clauses import clauses
from chengwen_library.facts.responsibility import responsibilities
from chengwen_library.facts.topics import topics
from chengwen_library.folding import fold, fold_places
from chengwen_library.model import Clause, Measure, Span


class Field:
    """A heading or a text with its folded form, in which everything is looked for; what is known of it is given."""

    def __init__(self, original: str, folded: str | None = None, lowered: str | None = None) -> None:
        self.original = original
        if folded is not None:
            self.folded = folded
        if lowered is not None:
            self.lowered = lowered

    @cached_property
    def folded(self) -> str:
        """The text folded (decisions 7)."""
        return fold(self.original)

    @cached_property
    def lowered(self) -> str:
        """The folded text in normal form, character for character."""
        return lower(self.folded)

    @cached_property
    def _places(self) -> list[int]:
        return fold_places(self.original)

    def original_span(self, span: Span) -> Span:
        """Return the span of the original words that a span of the folded text stands for."""
        return self._places[span[0]], self._places[span[1] - 1] + 1


@dataclass(frozen=True, slots=True)
class Origin:
    """What an answer says of a clause's measure."""

    measure_id: str
    region: str | None
    doc_type: str | None
    title: str
    doc_number: str | None
    date: date | None
    status: str
    issuers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """A clause. `heading` is empty where it has none; `organs` are those of its responsibility notes."""

    origin: Origin
    eid: str
    kind: str
    path: tuple[str, ...]
    topics: tuple[str, ...]
    organs: tuple[str, ...]
    heading: Field
    text: Field


def origin_of(measure: Measure) -> Origin:
    """Return what is kept of a measure."""
    return Origin(
        measure_id=measure.id,
        region=measure.region,
        doc_type=measure.doc_type,
        title=measure.title or "",
        doc_number=measure.doc_number,
        date=measure.issue_date,
        status=measure.status.value,
        issuers=measure.issuers,
    )


def records_of(measure: Measure) -> list[Record]:
    """Return the records of a measure's clauses in the order of the text."""
    origin = origin_of(measure)
    return [_record(origin, clause) for clause in clauses(measure)]


def origin_json(origin: Origin) -> dict[str, Any]:
    """Return an origin as JSON keeps it."""
    return asdict(origin) | {"date": origin.date.isoformat() if origin.date else None}


def origin_from(entry: dict[str, Any]) -> Origin:
    """Return the origin that `origin_json` gave."""
    issued = date.fromisoformat(entry["date"]) if entry["date"] else None
    changed: dict[str, Any] = {"date": issued, "issuers": tuple(entry["issuers"])}
    return Origin(**entry | changed)


def record_line(record: Record) -> bytes:
    """Return what only this clause has, as one line of JSON; topics and organs are kept as columns."""
    own = [record.eid, record.kind, record.path, record.heading.original, record.text.original]
    return json.dumps(own, ensure_ascii=False).encode() + b"\n"


def record_from(
    line: bytes,
    origin: Origin,
    topics: tuple[str, ...],
    organs: tuple[str, ...],
    folded: tuple[str, str],
    lowered: tuple[str, str],
) -> Record:
    """Return the record that `record_line` gave; its heading and text are given folded, and in normal form."""
    eid, kind, path, *originals = json.loads(line)
    heading, text = map(Field, originals, folded, lowered)
    return Record(origin, eid, kind, tuple(path), topics, organs, heading, text)


def _record(origin: Origin, clause: Clause) -> Record:
    return Record(
        origin=origin,
        eid=clause.eid,
        kind=clause.kind.value,
        path=clause.path,
        topics=topics(clause.heading, clause.text),
        organs=tuple(dict.fromkeys(organ for note in responsibilities(clause.text) for organ in note.organs)),
        heading=Field(clause.heading or ""),
        text=Field(clause.text),
    )
