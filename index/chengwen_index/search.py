"""Searching the clauses of a library.

index = open_index(library, cache)
answer = index.search('质押 "风险补偿" -保险 地区:东莞')
"""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache, partial
from itertools import islice
from typing import Literal

import numpy as np

from chengwen_index.comparing.similarity import Relation, relation
from chengwen_index.finding.bm25 import top_of
from chengwen_index.finding.filters import Facets, Filters, allowed, facets_of, issue_days
from chengwen_index.finding.matching import Matcher
from chengwen_index.finding.query import NOTHING, Query, parse
from chengwen_index.finding.ranking import Ranker
from chengwen_index.finding.similar import Similar
from chengwen_index.finding.snippets import marks, snippet
from chengwen_index.finding.wanted import Finding, Group
from chengwen_index.storage.columns import Numbers
from chengwen_index.storage.corpus import Corpus
from chengwen_index.storage.term import Scores
from chengwen_index.words.vocabulary import Vocabulary
from chengwen_library.model import Span

Sort = Literal["relevance", "date"]
_EVERYTHING = Filters()
_REMEMBERED = 64
MEANT = 12
"""Words that a mistyped one may have been meant to be, looked at."""


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
class SimilarHit:
    """A clause like a text: how alike it is, and the spans of its text whose words stand in the given one."""

    hit: Hit
    similarity: float
    same: tuple[Span, ...]

    @property
    def relation(self) -> Relation | None:
        """What the clause is to the text; None if they are hardly related."""
        return relation(self.similarity)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search found, the best first, partial hits last.

    `total` counts the clauses that hold all that was asked for, before any limit.
    `facets` counts all clauses found, partial ones included, by region, doc_type,
    topic and status; what is unknown is not counted. `did_you_mean` is the query with a word
    that stands in no clause replaced by one that does.
    """

    query: str
    total: int
    took_ms: float
    hits: tuple[Hit, ...]
    facets: Facets
    did_you_mean: str | None = None


class Index:
    """An open index; several threads may search it. It keeps answering if the cache is rebuilt meanwhile."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self._matcher = Matcher(corpus)
        self._ranker = Ranker(corpus)
        self._similar = Similar(corpus)
        self._allowed = lru_cache(_REMEMBERED)(partial(allowed, corpus))
        self._issue_days = issue_days(corpus)
        self.search("专利", limit=1)  # works out what every search needs, so that the first one need not

    @property
    def clause_count(self) -> int:
        """The number of clauses that can be found."""
        return self.corpus.live_count

    def search(
        self, query: str, filters: Filters = _EVERYTHING, limit: int = 20, *, sort: Sort = "relevance"
    ) -> Answer:
        """Return the clauses that hold what the query asks for (`finding.query` tells its language), at most `limit`.

        Sorted by date, the newest of each group come first and those without a date last.
        """
        start = time.perf_counter()
        parsed = parse(query)
        scored = self._ranker.scored(parsed)
        found = self._matcher.matches(parsed, self._allowed(filters, parsed.conditions), lambda: scored.held)
        groups: tuple[tuple[Group, Numbers], ...] = (
            ("all", found.all),
            ("synonym", found.synonym),
            ("partial", found.partial),
        )
        hits: list[Hit] = []
        for group, documents in groups:
            if len(documents) and len(hits) < limit:
                scores = (scored.partial if group == "partial" else scored.whole)[documents]
                places = self._best(documents, scores, limit - len(hits), sort)
                finding = Finding(parsed, group)
                hits += [self._hit(int(documents[at]), finding, float(scores[at]), group) for at in places]
        total = len(found.all) + len(found.synonym)
        facets = facets_of(self.corpus, found.documents)
        meant = self._meant(query, parsed)
        took = (time.perf_counter() - start) * 1000
        return Answer(query, total, round(took, 3), tuple(hits), facets, meant)

    def similar(self, text: str, limit: int = 10, filters: Filters = _EVERYTHING) -> tuple[SimilarHit, ...]:
        """Return the clauses most like a text, the most alike first.

        Give a clause with its heading on a line of its own. Texts hardly related come last, with
        no `relation`; a text of nothing has none.
        """
        alike = self._similar.to(text, self._allowed(filters, ()), limit)
        nothing = Finding(NOTHING, "all")
        hits = [self._hit(one.document, nothing, one.similarity, "all") for one in alike]
        return tuple(SimilarHit(hit, one.similarity, one.same) for hit, one in zip(hits, alike, strict=True))

    def prepare_words(self) -> None:
        """Load the words of the clauses now (0.1 s for a large library, once), so that who types need not wait."""
        self._vocabulary.prepare()

    def suggestions(self, query: str, limit: int = 8) -> tuple[str, ...]:
        """Return queries that end the last word of the one being typed, the most promising first."""
        return self._vocabulary.completions(query, limit)

    def give_back(self) -> None:
        """Let go of what was read and worked out for the questions so far; the next one pays for it again."""
        self._matcher.forget()
        self._ranker.forget()
        self.corpus.give_back()

    def close(self) -> None:
        """Let go of the files; the index cannot be searched any more."""
        self.corpus.close()

    def _meant(self, query: str, parsed: Query) -> str | None:
        """Return the query with its first mistyped word put right; None if none is, or nothing would be found."""
        for word in parsed.words:
            if len(self.corpus.containing(word.whole)):
                continue
            known = self._matcher.known(word)
            if known and all(len(part) > 1 for part in word.words):
                continue
            start, end = word.span
            near = islice(self._vocabulary.meant(word.whole, only_terms=known), MEANT)
            righted = (query[:start] + meant + query[end:] for meant in near if len(self.corpus.containing(meant)))
            best = max(righted, key=self._finds, default=None)
            if best is not None:
                return best
        return None

    def _finds(self, query: str) -> bool:
        """Tell whether some clause holds all that a query asks for."""
        parsed = parse(query)
        allowed = self._allowed(_EVERYTHING, parsed.conditions)
        return bool(len(self._matcher.matches(parsed, allowed, lambda: self.corpus.live).all))

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        with suppress(OSError):
            return self.corpus.vocabulary()
        return Vocabulary({}, {})

    def _best(self, documents: Numbers, scores: Scores, limit: int, sort: Sort) -> Numbers:
        """Return the places of the hits that are shown, in their order."""
        if sort == "relevance":
            return top_of(scores, limit)
        return np.lexsort((documents, -scores, -self._issue_days[documents]))[:limit]

    def _hit(self, number: int, finding: Finding, score: float, group: Group) -> Hit:
        record = self.corpus.record(number)
        origin = record.origin
        wanted, held = finding.in_record(record)
        window = snippet(record.text.original, marks(record.text, wanted))
        return Hit(
            measure_id=origin.measure_id,
            eid=record.eid,
            region=origin.region,
            doc_type=origin.doc_type,
            title=origin.title,
            doc_number=origin.doc_number,
            date=origin.date,
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
            status=origin.status,
            words=held,
        )


def marked(hit: Hit) -> str:
    """Return the snippet with `<mark>…</mark>` around the words found; nothing is escaped."""
    parts: list[str] = []
    behind = 0
    for start, end in hit.marks:
        parts += [hit.snippet[behind:start], "<mark>", hit.snippet[start:end], "</mark>"]
        behind = end
    return "".join([*parts, hit.snippet[behind:]])
