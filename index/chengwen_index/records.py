"""What is kept of each clause, so that an answer needs nothing but the index."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from chengwen_index.analysis import lower
from chengwen_library.clauses import clauses
from chengwen_library.facts.topics import topics
from chengwen_library.folding import fold, fold_with_places
from chengwen_library.model import Clause, Measure, Span


@dataclass(frozen=True, slots=True)
class Field:
    """A heading or a text with its folded form, in which everything is looked for.

    `places` holds, for each folded character, the index in `original` it came from;
    None where both are the same, which is the rule.
    """

    original: str
    folded: str
    lowered: str
    places: tuple[int, ...] | None

    def original_span(self, span: Span) -> Span:
        """Return the span of the original words that a span of the folded text stands for."""
        if self.places is None:
            return span
        return self.places[span[0]], self.places[span[1] - 1] + 1


@dataclass(frozen=True, slots=True)
class Record:
    """A clause with what an answer says of its measure. `heading` is empty where the clause has none."""

    measure_id: str
    region: str | None
    doc_type: str | None
    title: str
    doc_number: str | None
    date: date | None
    status: str
    eid: str
    kind: str
    path: tuple[str, ...]
    topics: tuple[str, ...]
    heading: Field
    text: Field


def records_of(measures: Iterable[Measure]) -> list[Record]:
    """Return the records of all clauses in the order of measures and text."""
    return [_record(clause) for measure in measures for clause in clauses(measure)]


def save_records(path: Path, records: Iterable[Record]) -> None:
    """Write the records into a file of a folder that nobody reads yet."""
    content = [asdict(record) for record in records]
    path.write_text(json.dumps(content, ensure_ascii=False, default=date.isoformat), encoding="utf-8")


def load_records(path: Path) -> list[Record]:
    """Return the records that `save_records` wrote."""
    return [_loaded(entry) for entry in json.loads(path.read_text(encoding="utf-8"))]


def _record(clause: Clause) -> Record:
    measure = clause.measure
    return Record(
        measure_id=measure.id,
        region=measure.region,
        doc_type=measure.doc_type,
        title=measure.title or "",
        doc_number=measure.doc_number,
        date=measure.issue_date,
        status=measure.status.value,
        eid=clause.eid,
        kind=clause.kind.value,
        path=clause.path,
        topics=tuple(topics(clause.heading, clause.text)),
        heading=field(clause.heading or ""),
        text=field(clause.text),
    )


def field(original: str) -> Field:
    """Return a heading or a text with its folded forms."""
    folded, places = fold_with_places(original)
    same = len(folded) == len(original) and places == list(range(len(places)))
    return Field(original, fold(original), lower(folded), None if same else tuple(places))


def _loaded(entry: dict[str, Any]) -> Record:
    changed: dict[str, Any] = {
        "date": date.fromisoformat(entry["date"]) if entry["date"] else None,
        "path": tuple(entry["path"]),
        "topics": tuple(entry["topics"]),
        "heading": _loaded_field(entry["heading"]),
        "text": _loaded_field(entry["text"]),
    }
    return Record(**entry | changed)


def _loaded_field(entry: dict[str, Any]) -> Field:
    places = entry["places"]
    return Field(entry["original"], entry["folded"], entry["lowered"], None if places is None else tuple(places))
