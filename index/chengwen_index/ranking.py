"""How well a clause answers a query: BM25 of its words, and the query standing in it as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property, lru_cache

import numpy as np

from chengwen_index.analysis import pieces, stop_words, words
from chengwen_index.columns import Mask, Numbers
from chengwen_index.corpus import DENSE, Corpus, Scores, Term
from chengwen_index.engine import HEADING, TEXT
from chengwen_index.matching import Matcher
from chengwen_index.normalizing import lower
from chengwen_index.numerals import ways_of_writing
from chengwen_index.query import Query
from chengwen_index.thesaurus import synonyms
from chengwen_library.facts.topics import topics
from chengwen_library.model import ClauseKind, Status

HEADING_WEIGHT = 2.0
"""A word of the heading counts as much as this many in the text."""
BY_SYNONYM = 0.6
BY_PIECE = 0.4
ACROSS_WORDS = 0.3
"""What a word counts for that is found by a synonym, by what it is made of, across the words of the text."""
WHOLE_HEADING = 8.0
WHOLE_IN_HEADING = 5.0
WHOLE_IN_TEXT = 3.0
MAIN_TOPIC = 2.0
OTHER_TOPIC = 1.0
BESIDE_THE_POINT = {ClauseKind.PREAMBLE.value: 0.7, ClauseKind.LEAD.value: 0.9, ClauseKind.CLOSING.value: 0.7}
"""What clauses count for that are no units of a measure."""
IN_FORCE = 1.02
NO_LONGER = 0.8
NEWNESS = 0.03
"""How much more a clause of today counts than one of `YEARS` ago."""
YEARS = 10
_REMEMBERED = 256


def best(corpus: Corpus, terms: Sequence[str], limit: int, every: bool) -> tuple[Numbers, Scores]:
    """Return the best clauses by BM25 of the text alone, with their scores: those with `every` term, or with any."""
    found = [corpus.term(TEXT, term) for term in terms]
    lists = [term.documents for term in found]
    documents = (corpus.common(lists) if every else corpus.united(lists)) if lists else np.empty(0, np.int32)
    scores = summed(corpus, [(term, 1.0) for term in found])[documents]
    top = top_of(scores, documents, limit)
    return documents[top], scores[top]


def top_of(scores: Scores, documents: Numbers, limit: int) -> Numbers:
    """Return the places of the `limit` highest scores, the highest first; equals in the order of the documents."""
    places = np.arange(len(scores))
    if len(scores) > limit:
        lowest = np.partition(scores, len(scores) - limit)[len(scores) - limit]
        places = np.flatnonzero(scores >= lowest)
    return places[np.lexsort((documents[places], -scores[places]))][:limit]


class Ranker:
    """Scores the clauses of a corpus. What a word scored is kept, since people search as they type."""

    def __init__(self, corpus: Corpus, matcher: Matcher) -> None:
        self._corpus = corpus
        self._matcher = matcher
        self._of_word = lru_cache(_REMEMBERED)(self._score_word)

    def scores(self, query: Query, documents: Numbers, *, partial: bool) -> Scores:
        """Return the scores of the clauses; of those with some of the words by the share of what they hold."""
        said = [self._of_word(word) for word in _said(query)]
        total = summed(self._corpus, [(term, 1.0) for term in said])[documents]
        if partial:
            total *= self._share(said, documents)
        total += self._of_the_whole(query.whole, documents) + self._of_topics(query, documents)
        return np.round(total * self._standing[documents], 4)

    def _score_word(self, word: str) -> Term:
        """Return what a word of a query scores: for each clause by the best of the ways in which it is there."""
        corpus = self._corpus
        scores = np.zeros(corpus.count, np.float32)
        ways = dict.fromkeys(ways_of_writing(word), 1.0)
        for other in synonyms(word):
            ways.setdefault(other, BY_SYNONYM)
        for piece in pieces(word):
            ways.setdefault(piece, BY_PIECE)
        for way, weight in ways.items():
            literal = self._corpus.containing(way)
            found = np.zeros(corpus.count, np.float32)
            found[literal] = ACROSS_WORDS * corpus.rarity(len(literal))
            terms = [corpus.term(TEXT, way), corpus.term(HEADING, way)]
            found = np.maximum(found, summed(corpus, zip(terms, (1.0, HEADING_WEIGHT), strict=True)))
            np.maximum(scores, np.float32(weight) * found, out=scores)
        documents = np.flatnonzero(scores).astype(np.int32)
        return Term(documents, scores[documents], scores if len(documents) * DENSE > corpus.count else None)

    def _of_the_whole(self, whole: str, documents: Numbers) -> Scores:
        holding = documents[self._corpus.mask(self._corpus.containing(whole))[documents]] if whole else documents[:0]
        bonus = np.zeros(self._corpus.count, np.float32)
        looked = self._corpus.look(whole, holding)
        bonus[holding] = WHOLE_IN_TEXT
        bonus[holding[looked.in_heading]] = WHOLE_IN_HEADING + WHOLE_IN_TEXT
        bonus[holding[looked.is_heading]] = WHOLE_HEADING + WHOLE_IN_TEXT
        return bonus[documents]

    def _of_topics(self, query: Query, documents: Numbers) -> Scores:
        about = topics(query.whole, query.whole)
        bonus = np.zeros(len(documents), np.float32)
        for topic in about:
            bonus += OTHER_TOPIC * self._having_topic(topic)[documents] / len(about)
        if about:
            bonus += MAIN_TOPIC * (self._main_topics[documents] == self._topic_number(about[0]))
        return bonus

    def _share(self, said: Sequence[Term], documents: Numbers) -> Scores:
        """Return how much of what the query says stands in the clauses; rare words say more."""
        held, total = np.zeros(len(documents), np.float32), 0.0
        for term in said:
            weight = self._corpus.rarity(len(term.documents))
            held += np.float32(weight) * self._corpus.mask(term.documents)[documents]
            total += weight
        return held / np.float32(total or 1.0)

    def _having_topic(self, topic: str) -> Mask:
        return self._corpus.topics.having(lambda name: name == topic)

    def _topic_number(self, topic: str) -> int:
        names = self._corpus.topics.names
        return names.index(topic) if topic in names else -1

    @cached_property
    def _main_topics(self) -> Numbers:
        column = self._corpus.topics
        main = np.full(self._corpus.count, -2, np.int32)
        having = np.diff(column.offsets) > 0
        main[having] = column.codes[column.offsets[:-1][having]]
        return main

    @cached_property
    def _standing(self) -> Scores:
        """What the scores of each clause are multiplied by for its kind, its status and its age."""
        kinds = np.array([BESIDE_THE_POINT.get(name, 1.0) for name in self._corpus.kinds.names], np.float32)
        newest = max((origin.date for origin in self._corpus.origins if origin.date), default=date.min)
        of_measures = np.array(
            [_standing(origin.status, origin.date, newest) for origin in self._corpus.origins], np.float32
        )
        if not self._corpus.count:
            return np.empty(0, np.float32)
        return kinds[self._corpus.kinds.codes] * of_measures[self._corpus.origin_of]


def _standing(status: str, issued: date | None, newest: date) -> float:
    factor = {Status.IN_FORCE.value: IN_FORCE, Status.REPEALED.value: NO_LONGER}.get(status, 1.0)
    age = (newest - issued).days / 365 if issued else YEARS
    return factor * (1 - NEWNESS * min(age / YEARS, 1.0))


def _said(query: Query) -> list[str]:
    """Return the words that the query says, each once; single characters only where there is nothing longer."""
    typed = [part for word in query.words for part in word.words or (word.whole,)]
    typed += [part for exact in query.exact for part in words(lower(exact)) if part not in stop_words()]
    longer = [part for part in typed if len(part) > 1]
    return list(dict.fromkeys(longer or typed))


def summed(corpus: Corpus, terms: Iterable[tuple[Term, float]]) -> Scores:
    """Return for each clause the weighted sum of its scores for the terms."""
    total = np.zeros(corpus.count, np.float32)
    for term, weight in terms:
        if term.dense is not None:
            total += term.dense if weight == 1.0 else np.float32(weight) * term.dense
        else:
            total[term.documents] += term.scores if weight == 1.0 else np.float32(weight) * term.scores
    return total
