"""Finding clauses: `open_index` and `Index.search`.

Importing this module is light; Whoosh is loaded by `open_index`, the word segmenter by
the first search or build.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Literal

from chengwen_index import cache as caching
from chengwen_index.matching import Matcher, partial_words
from chengwen_index.query import Query, parse
from chengwen_index.ranking import Ranker
from chengwen_index.records import Record
from chengwen_index.snippets import Wanted, marks, snippet
from chengwen_library.errors import UnwritableFile
from chengwen_library.model import Measure, Span, Status

if TYPE_CHECKING:
    from chengwen_index.engine import Postings

Group = Literal["all", "synonym", "partial"]
Sort = Literal["relevance", "date"]
Facets = dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class Filters:
    """What a hit must be besides found; None does not ask.

    `region` may be the beginning of the name (东莞). The dates are those of issue, both
    included; a measure without one is then left out. 已废止 is found only by `status`.
    """

    region: str | None = None
    doc_type: str | None = None
    topic: str | None = None
    status: str | None = None
    date_from: date | None = None
    date_to: date | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A clause that was found.

    `marks` are spans of `snippet`, `heading_marks` of `heading`. `group` is `partial`
    for a clause with only some of the words; `words` tells which of the query's words
    it holds.
    """

    measure_id: str
    eid: str
    region: str | None
    doc_type: str | None
    title: str
    doc_number: str | None
    date: date | None
    path: tuple[str, ...]
    heading: str | None
    text: str
    snippet: str
    marks: tuple[Span, ...]
    heading_marks: tuple[Span, ...]
    score: float
    group: Group
    kind: str
    topics: tuple[str, ...]
    status: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search found, the best first, partial hits last.

    `total` counts the clauses that hold all that was asked for, before any limit.
    `facets` counts all clauses found, partial ones included, by region, doc_type,
    topic and status; what is unknown is not counted.
    """

    query: str
    total: int
    took_ms: float
    hits: tuple[Hit, ...]
    facets: Facets


class Index:
    """An open index; several threads may search it. It keeps answering if the cache is rebuilt meanwhile."""

    def __init__(self, records: list[Record], postings: Postings) -> None:
        self._records = records
        self._postings = postings
        self._matcher = Matcher(records, postings)
        self._ranker = Ranker(records, postings, self._matcher.literally)
        self._lock = Lock()

    @property
    def clause_count(self) -> int:
        """The number of clauses that can be found."""
        return len(self._records)

    def search(self, query: str, filters: Filters = Filters(), limit: int = 50, *, sort: Sort = "relevance") -> Answer:
        """Return the clauses that hold what the query asks for (`chengwen_index.query`), at most `limit` of them.

        Sorted by date, the newest of each group come first and those without a date last.
        """
        start = time.perf_counter()
        parsed = parse(query)
        with self._lock:
            found = self._matcher.matches(parsed, self._allowed(filters))
            scores = self._ranker.scores(parsed, found)
        ordered = [*self._ordered(found.all, scores, sort), *self._ordered(found.partial, scores, sort)]
        shown = [self._hit(n, parsed, scores[n], "all" if n in found.all else "partial") for n in ordered[:limit]]
        facets = _facets(self._records[number] for number in ordered)
        took = (time.perf_counter() - start) * 1000
        return Answer(query, len(found.all), round(took, 3), tuple(shown), facets)

    def close(self) -> None:
        """Let go of the files; the index cannot be searched any more."""
        with self._lock:
            self._postings.close()

    def _allowed(self, filters: Filters) -> frozenset[int]:
        return frozenset(number for number, record in enumerate(self._records) if _passes(record, filters))

    def _ordered(self, numbers: Iterable[int], scores: dict[int, float], sort: Sort) -> list[int]:
        best = sorted(numbers, key=lambda number: (-scores[number], self._records[number].measure_id, number))
        if sort == "date":
            best.sort(key=lambda number: self._records[number].date or date.min, reverse=True)
        return best

    def _hit(self, number: int, query: Query, score: float, group: Group) -> Hit:
        record = self._records[number]
        wanted, words = _wanted(query, record, group)
        window = snippet(record.text.original, marks(record.text, wanted))
        return Hit(
            measure_id=record.measure_id,
            eid=record.eid,
            region=record.region,
            doc_type=record.doc_type,
            title=record.title,
            doc_number=record.doc_number,
            date=record.date,
            path=record.path,
            heading=record.heading.original or None,
            text=record.text.original,
            snippet=window.text,
            marks=window.marks,
            heading_marks=marks(record.heading, wanted),
            score=score,
            group=group,
            kind=record.kind,
            topics=record.topics,
            status=record.status,
            words=words,
        )


def silent(_message: str) -> None:
    """Tell nobody."""


def open_index(
    measures: Callable[[], Iterable[Measure]],
    fingerprint: str,
    cache: Path,
    tell: Callable[[str], None] = silent,
) -> Index:
    """Return the index kept in the folder `cache`, built anew where it does not fit.

    `measures` is called only for that, after `tell` got one Chinese sentence saying why.
    `fingerprint` stands for the content of the library. The folder is taken for our own
    alone. Raises UnwritableFile, and whatever `measures` raises.
    """
    from chengwen_index.indexer import stamp

    caching.prepare(cache)
    wanted = stamp(fingerprint)
    opened = _open_current(cache, wanted)
    if opened is caching.Reason.DAMAGED:  # or replaced by another process while we looked
        opened = _open_current(cache, wanted)
    if isinstance(opened, caching.Reason):
        tell(opened.value)
        opened = _rebuild(measures, cache, wanted)
    caching.tidy(cache)
    return opened


def marked(hit: Hit) -> str:
    """Return the snippet with `<mark>…</mark>` around the words found; nothing is escaped."""
    parts: list[str] = []
    behind = 0
    for start, end in hit.marks:
        parts += [hit.snippet[behind:start], "<mark>", hit.snippet[start:end], "</mark>"]
        behind = end
    return "".join([*parts, hit.snippet[behind:]])


def _open_current(cache: Path, wanted: caching.Stamp) -> Index | caching.Reason:
    from chengwen_index.indexer import load

    folder = caching.current(cache, wanted)
    if isinstance(folder, caching.Reason):
        return folder
    # Whoosh fails in many ways on files of another machine's architecture, or removed a moment ago.
    with suppress(Exception):
        return Index(*load(folder))
    return caching.Reason.DAMAGED


def _rebuild(measures: Callable[[], Iterable[Measure]], cache: Path, wanted: caching.Stamp) -> Index:
    from chengwen_index.indexer import build, load

    known = tuple(measures())
    try:
        with caching.build_folder(cache) as folder:
            build(folder, known)
            index = Index(*load(folder))
            caching.publish(cache, folder, wanted)
    except OSError as error:
        raise UnwritableFile(f"没能写入检索目录“{cache}”。请检查磁盘空间和这个文件夹的权限。") from error
    return index


def _passes(record: Record, filters: Filters) -> bool:
    if filters.region and not (record.region or "").startswith(filters.region):
        return False
    if filters.doc_type and record.doc_type != filters.doc_type:
        return False
    if filters.topic and filters.topic not in record.topics:
        return False
    if filters.status != record.status and (filters.status or record.status == Status.REPEALED):
        return False
    if filters.date_from and (record.date is None or record.date < filters.date_from):
        return False
    return not filters.date_to or (record.date is not None and record.date <= filters.date_to)


def _wanted(query: Query, record: Record, group: Group) -> tuple[Wanted, tuple[str, ...]]:
    """Return what is to be marked in a record, and the words of the query it holds."""
    both = (record.heading.lowered, record.text.lowered)
    held: list[str] = []
    for word in query.words:
        candidates = (word.whole, *(partial_words(word) if group == "partial" else word.words))
        held += [part for part in candidates if any(part in text for text in both)]
    whole = [word.whole for word in query.words]
    to_mark = tuple(part for part in held if len(part) > 1 or part in whole)
    named = whole if group == "all" else held
    return Wanted(query.exact, to_mark), (*query.exact, *dict.fromkeys(named))


def _facets(records: Iterable[Record]) -> Facets:
    found = list(records)
    counters = {
        "region": Counter(record.region for record in found if record.region),
        "doc_type": Counter(record.doc_type for record in found if record.doc_type),
        "topic": Counter(topic for record in found for topic in record.topics),
        "status": Counter(record.status for record in found),
    }
    return {
        name: dict(sorted(counter.items(), key=lambda one: (-one[1], one[0]))) for name, counter in counters.items()
    }
