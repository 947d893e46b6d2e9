"""How well a clause answers a query: BM25 of its words, and the query standing in it as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise

import numpy as np

from chengwen_index.analysis import pieces, stop_words, weak_words, words
from chengwen_index.columns import Mask, Numbers
from chengwen_index.corpus import DENSE, MEGABYTE, Corpus, Scores, Term, kept
from chengwen_index.engine import HEADING, TEXT
from chengwen_index.matching import synonyms_of
from chengwen_index.normalizing import lower
from chengwen_index.numerals import ways_of_writing
from chengwen_index.query import Query
from chengwen_index.thesaurus import synonyms
from chengwen_library.facts.topics import topics
from chengwen_library.model import ClauseKind, Status

HEADING_WEIGHT = 1.5
"""A word of the heading counts as much as this many in the text."""
BY_SYNONYM = 0.8
BY_PIECE = 0.15
ACROSS_WORDS = 0.5
"""What a word counts for that is found by a synonym, by what it is made of, across the words of the text."""
BY_PAIR = 0.1
"""What each pair of characters of a word counts for, wherever it stands."""
WEAK = 0.2
"""What words count for that say little of a subject (企业, 规定)."""
WHOLE_HEADING = 8.0
WHOLE_IN_HEADING = 5.0
WHOLE_IN_TEXT = 3.0
MAIN_TOPIC = 1.0
NAMED_TOPIC = 1.0
MEANT_TOPIC = 0.4
"""What it counts for that a clause is about the query's main topic, one it names, one its synonyms name."""
BESIDE_THE_POINT = {ClauseKind.PREAMBLE.value: 0.7, ClauseKind.LEAD.value: 0.9, ClauseKind.CLOSING.value: 0.7}
"""What clauses count for that are no units of a measure."""
IN_FORCE = 1.02
NO_LONGER = 0.8
NEWNESS = 0.03
"""How much more a clause of today counts than one of `YEARS` ago."""
YEARS = 10
BLOCK = 32


def best(corpus: Corpus, terms: Sequence[str], limit: int, every: bool) -> tuple[Numbers, Scores]:
    """Return the best clauses by BM25 of the text alone, with their scores: those with `every` term, or with any."""
    found = [corpus.term(TEXT, term) for term in terms]
    documents, scores = with_every(found) if every else with_any(corpus, found)
    top = top_of(scores, documents, limit)
    return documents[top], scores[top]


def with_every(terms: Sequence[Term]) -> tuple[Numbers, Scores]:
    """Return the documents that have all terms, and the sums of their scores."""
    if not terms:
        return np.empty(0, np.int32), np.empty(0, np.float32)
    first, *others = sorted(terms, key=lambda term: term.frequency)
    documents, scores = first.sparse()
    for other in others:
        added = other.at(documents)
        having = added > 0
        documents, scores = documents[having], scores[having] + added[having]
    return documents, scores


def with_any(corpus: Corpus, terms: Sequence[Term]) -> tuple[Numbers, Scores]:
    """Return the documents that have one of the terms, and the sums of their scores."""
    scores = summed(corpus, terms)
    documents = np.flatnonzero(scores)
    return documents, scores[documents]


def top_of(scores: Scores, documents: Numbers, limit: int) -> Numbers:
    """Return the places of the `limit` highest scores, the highest first; equals in the order of the documents."""
    places = np.flatnonzero(scores >= _at_least(scores, limit)) if len(scores) > limit else np.arange(len(scores))
    return places[np.lexsort((documents[places], -scores[places]))][:limit]


def _at_least(scores: Scores, limit: int) -> np.float32:
    """Return a score that at least `limit` of them reach, near the highest such.

    The highest of each block of scores are enough to tell: as many blocks as wanted reach it.
    """
    blocks = len(scores) // BLOCK
    if blocks <= limit:
        return np.partition(scores, len(scores) - limit)[len(scores) - limit]
    highest = scores[: blocks * BLOCK].reshape(blocks, BLOCK).max(axis=1)
    return np.partition(highest, blocks - limit)[blocks - limit]


@dataclass(frozen=True, slots=True)
class Scored:
    """What every clause scores for a query: as a whole, and with some of the words by the share of what it holds.

    `held` says which clauses hold one of the words or a synonym.
    """

    whole: Scores
    partial: Scores
    held: Mask


class Ranker:
    """Scores the clauses of a corpus. What a word scored is kept, since people search as they type."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._of_word = kept(96 * MEGABYTE)(self._score_word)
        self._of_pairs = kept(64 * MEGABYTE)(self._score_pairs)

    def scored(self, query: Query) -> Scored:
        """Return what each clause of the corpus scores; what it does not hold counts nothing."""
        said = [self._of_word(word) for word in _said(query)]
        exact = [self._of_word(word) for word in _exactly_said(query)]
        words = summed(self._corpus, said)
        held = words > 0
        for term in exact:
            term.add_to(words)
        beside = self._of_the_whole(query.whole) + self._of_topics(query)
        for word in _said(query):
            self._of_pairs(word).add_to(beside)
        partial = words * self._share([*said, *exact]) + beside
        standing = self._standing
        return Scored(
            np.multiply(words + beside, standing, dtype=np.float32),
            np.multiply(partial, standing, dtype=np.float32),
            held,
        )

    def _score_word(self, word: str) -> Term:
        """Return what a word of a query scores: for each clause by the best of the ways in which it is there."""
        corpus = self._corpus
        scores = np.zeros(corpus.count, np.float32)
        says = WEAK if word in weak_words() else 1.0
        for way, weight in _ways(word).items():
            literal = corpus.containing(way)
            found = np.zeros(corpus.count, np.float32)
            corpus.term(TEXT, way).add_to(found)
            corpus.term(HEADING, way).add_to(found, HEADING_WEIGHT)
            found[literal] = np.maximum(found[literal], np.float32(ACROSS_WORDS * corpus.rarity(len(literal))))
            np.maximum(scores, np.float32(says * weight) * found, out=scores)
        return self._as_term(scores, says)

    def _score_pairs(self, word: str) -> Term:
        """Return what the pairs of characters in a word score."""
        scores = np.zeros(self._corpus.count, np.float32)
        says = WEAK if word in weak_words() else 1.0
        for pair in pairwise(word):
            having = self._corpus.with_gram("".join(pair))
            scores[having] += np.float32(says * BY_PAIR * self._corpus.rarity(len(having)))
        return self._as_term(scores, says)

    def _as_term(self, scores: Scores, says: float) -> Term:
        documents = np.flatnonzero(scores).astype(np.int32)
        if len(documents) * DENSE < self._corpus.count:
            return Term(documents, scores[documents], len(documents), says)
        return Term(None, scores, len(documents), says)

    def _of_the_whole(self, whole: str) -> Scores:
        bonus = np.zeros(self._corpus.count, np.float32)
        if whole:
            in_heading, is_heading = self._corpus.in_headings(whole)
            bonus[self._corpus.containing(whole)] = WHOLE_IN_TEXT
            bonus[in_heading] = WHOLE_IN_HEADING + WHOLE_IN_TEXT
            bonus[is_heading] = WHOLE_HEADING + WHOLE_IN_TEXT
        return bonus

    def _of_topics(self, query: Query) -> Scores:
        named, meant = topics(query.whole, query.whole), topics(None, _meant(query))
        bonus = np.zeros(self._corpus.count, np.float32)
        for about, weight in ((named, NAMED_TOPIC), (meant, MEANT_TOPIC)):
            for topic in about:
                bonus[self._corpus.with_topic(topic)] += np.float32(weight / len(about))
        if named:
            bonus[self._main_topics == self._topic_number(named[0])] += np.float32(MAIN_TOPIC)
        return bonus

    def _share(self, said: Sequence[Term]) -> Scores:
        """Return how much of what the query says stands in the clauses; rare words say more."""
        held = np.zeros(self._corpus.count, np.float32)
        weights = [term.says * self._corpus.rarity(term.frequency) for term in said]
        for term, weight in zip(said, weights, strict=True):
            term.count_in(held, weight)
        return (held / np.float32(sum(weights) or 1.0)).astype(np.float32)

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
    longer = [part for part in typed if len(part) > 1]
    return list(dict.fromkeys(longer or typed))


def _meant(query: Query) -> str:
    """Return the query with the synonyms of its words."""
    others = (other for word in query.words for other in synonyms_of(word))
    return "。".join([query.whole, *dict.fromkeys(others)])


def _exactly_said(query: Query) -> list[str]:
    """Return the words within what is asked for exactly."""
    said = set(_said(query))
    typed = (part for exact in query.exact for part in words(lower(exact)) if part not in stop_words())
    return [part for part in dict.fromkeys(typed) if part not in said]


def _ways(word: str) -> dict[str, float]:
    """Return how a word may stand in a clause, and what each way counts for."""
    ways = dict.fromkeys(ways_of_writing(word), 1.0)
    for other in synonyms(word):
        ways.setdefault(other, BY_SYNONYM)
    for piece in pieces(word):
        ways.setdefault(piece, BY_PIECE)
    return ways


def summed(corpus: Corpus, terms: Iterable[Term]) -> Scores:
    """Return for each clause the sum of its scores for the terms."""
    total = np.zeros(corpus.count, np.float32)
    for term in terms:
        term.add_to(total)
    return total
