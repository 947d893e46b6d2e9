"""How well a clause answers a query: BM25F of its words, and the query standing in it as a whole."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from math import log
from typing import TYPE_CHECKING

from chengwen_index.analysis import lower, pieces, stop_words, words
from chengwen_index.matching import Documents, Matches, partial_words
from chengwen_index.query import Query
from chengwen_index.records import Record

if TYPE_CHECKING:
    from chengwen_index.engine import Postings

HEADING_WEIGHT = 2.0
"""A word of the heading counts as much as this many in the text."""
WHOLE_HEADING = 8.0
WHOLE_IN_HEADING = 5.0
WHOLE_IN_TEXT = 3.0
_REMEMBERED = 2048


class Ranker:
    """Scores clauses; keeps the scores of a word, since people search as they type."""

    def __init__(self, records: list[Record], postings: Postings, literally: Callable[[str], Documents]) -> None:
        self._records = records
        self._postings = postings
        self._literally = literally
        self._term = lru_cache(_REMEMBERED)(self._scores_of_term)

    def scores(self, query: Query, matches: Matches) -> dict[int, float]:
        """Return the score of each clause that was found, rounded so that equal means equal."""
        terms = [self._term(term) for term in _terms(query)]
        whole = query.whole
        held = self._weighed_words(query) if matches.partial else []
        result: dict[int, float] = {}
        for number in matches.all | matches.partial:
            score = sum(scores.get(number, 0.0) for scores in terms) + _bonus(self._records[number], whole)
            share = _share(number, held) if number in matches.partial else 1.0
            result[number] = round(score * share, 6)
        return result

    def _weighed_words(self, query: Query) -> list[tuple[Documents, float]]:
        """Return the clauses with each word of which one is enough, and the word's weight: rare ones say more."""
        words = dict.fromkeys(part for word in query.words for part in partial_words(word))
        found = [self._literally(word) for word in words]
        return [(documents, log(1 + len(self._records) / (1 + len(documents)))) for documents in found]

    def _scores_of_term(self, term: str) -> dict[int, float]:
        scores = dict(self._postings.text_scores(term))
        for number, score in self._postings.heading_scores(term).items():
            scores[number] = scores.get(number, 0.0) + HEADING_WEIGHT * score
        return scores


def _terms(query: Query) -> list[str]:
    typed = [part for word in query.words for part in word.words]
    typed += [part for exact in query.exact for part in words(lower(exact)) if part not in stop_words()]
    return list(dict.fromkeys(inner for term in typed for inner in (term, *pieces(term))))


def _bonus(record: Record, whole: str) -> float:
    heading = record.heading.lowered
    in_heading = WHOLE_HEADING if heading == whole else WHOLE_IN_HEADING if whole in heading else 0.0
    return in_heading + (WHOLE_IN_TEXT if whole in record.text.lowered else 0.0)


def _share(number: int, held: list[tuple[Documents, float]]) -> float:
    """Return how much of what the query says stands in a clause that has only some of its words."""
    present = sum(weight for documents, weight in held if number in documents)
    return present / sum(weight for _, weight in held)
