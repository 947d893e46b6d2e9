"""How well a clause answers a query: BM25 of its words, and the query standing in it as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise

import numpy as np

from chengwen_index.finding.bm25 import summed
from chengwen_index.finding.matching import synonyms_of
from chengwen_index.finding.query import Query
from chengwen_index.storage.columns import Mask, Numbers
from chengwen_index.storage.corpus import Corpus
from chengwen_index.storage.engine import HEADING, TEXT
from chengwen_index.storage.memory import MEGABYTE, kept
from chengwen_index.storage.term import Scores, Term
from chengwen_index.words.analysis import pieces, stop_words, weak_words, words
from chengwen_index.words.normalizing import lower
from chengwen_index.words.numerals import ways_of_writing
from chengwen_index.words.thesaurus import synonyms
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
OFTEN = 5_000
"""Of a word that so many clauses have, its pairs say nothing more."""
COMMON = 4
"""Where more than one clause in so many has a word, what it scores is kept as one number for each clause."""
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


class Scored:
    """What every clause of a corpus scores for a query; worked out as far as it is asked for."""

    def __init__(self, ranker: Ranker, query: Query) -> None:
        self._ranker = ranker
        self._query = query
        self._said = ranker.words_of(query)

    @cached_property
    def held(self) -> Mask:
        """Which clauses hold one of the words, or a synonym."""
        return self._words > 0

    @cached_property
    def whole(self) -> Scores:
        """The scores of clauses that hold all that is asked for."""
        return np.multiply(self._exactly + self._beside, self._ranker.standing, dtype=np.float32)

    @cached_property
    def partial(self) -> Scores:
        """The scores of clauses that hold some of the words, by the share of the query that they are."""
        share = self._ranker.share([*self._said.words, *self._said.exact])
        return np.multiply(self._exactly * share + self._beside, self._ranker.standing, dtype=np.float32)

    @cached_property
    def _words(self) -> Scores:
        return self._ranker.summed(self._said.words)

    @cached_property
    def _exactly(self) -> Scores:
        return self._words + self._ranker.summed(self._said.exact) if self._said.exact else self._words

    @cached_property
    def _beside(self) -> Scores:
        """What counts beside the words: the query as a whole, its topics, the pairs of characters of its words."""
        return self._ranker.beside(self._query)


@dataclass(frozen=True, slots=True)
class Said:
    """What the words of a query score, and the words within what is asked for exactly."""

    words: list[Term]
    exact: list[Term]


class Ranker:
    """Scores the clauses of a corpus. What a word scored is kept, since people search as they type."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._of_word = kept(64 * MEGABYTE)(self._score_word)
        self._of_pairs = kept(4 * MEGABYTE)(self._score_pairs)

    def forget(self) -> None:
        """Let go of what words scored."""
        self._of_word.cache_clear()
        self._of_pairs.cache_clear()

    def scored(self, query: Query) -> Scored:
        """Return what each clause of the corpus scores."""
        return Scored(self, query)

    def words_of(self, query: Query) -> Said:
        """Return what the words of a query score, one by one."""
        return Said(
            [self._of_word(word) for word in _said(query)], [self._of_word(word) for word in _exactly_said(query)]
        )

    def summed(self, terms: Iterable[Term]) -> Scores:
        """Return for each clause the sum of its scores for the terms."""
        return summed(self._corpus, terms)

    def beside(self, query: Query) -> Scores:
        """Return what each clause scores beside the words: for the query as a whole, for topics, for pairs."""
        scores = self._of_the_whole(query.whole)
        self._add_topics(query, scores)
        for word in _said(query):
            if self._of_word(word).frequency < OFTEN:
                self._of_pairs(word).add_to(scores)
        return scores

    def share(self, said: Sequence[Term]) -> Scores:
        """Return how much of what the query says stands in each clause; rare words say more."""
        held = np.zeros(self._corpus.count, np.float32)
        weights = [term.says * self._corpus.rarity(term.frequency) for term in said]
        for term, weight in zip(said, weights, strict=True):
            term.count_in(held, weight / (sum(weights) or 1.0))
        return held

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
        if len(documents) * COMMON < self._corpus.count:
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

    def _add_topics(self, query: Query, scores: Scores) -> None:
        named, meant = topics(query.whole, query.whole), topics(None, _meant(query))
        for about, weight in ((named, NAMED_TOPIC), (meant, MEANT_TOPIC)):
            for topic in about:
                scores[self._corpus.with_topic(topic)] += np.float32(weight / len(about))
        if named:
            scores[self._mainly_about(named[0])] += np.float32(MAIN_TOPIC)

    def _mainly_about(self, topic: str) -> Numbers:
        documents = self._corpus.with_topic(topic)
        return documents[self._main_topics[documents] == self._topic_number(topic)]

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
    def standing(self) -> Scores:
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
