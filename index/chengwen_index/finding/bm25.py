"""The best clauses for some terms by BM25 over decoded postings: sums, conjunctions and the highest of many scores."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from chengwen_index.storage.columns import Numbers
from chengwen_index.storage.corpus import Corpus
from chengwen_index.storage.engine import TEXT
from chengwen_index.storage.term import Scores, Term

BLOCK = 32
"""Scores of a group, of which the highest stands for all when the best are looked for."""


def best(corpus: Corpus, terms: Sequence[str], limit: int, every: bool) -> tuple[Numbers, Scores]:
    """Return the best clauses by BM25 of the text alone, with their scores: those with `every` term, or with any."""
    found = sorted((corpus.term(TEXT, term) for term in terms), key=lambda term: term.frequency)
    if found and found[0].documents is not None and (every or len(found) == 1):
        documents, scores = _with_every(found)
        places = top_of(scores, limit)
        return documents[places], scores[places]
    scores = found[0].scores if len(found) == 1 else summed(corpus, found)
    if every and len(found) > 1:
        for term in found:
            scores *= term.scores > 0
    places = top_of(scores, limit)
    places = places[scores[places] > 0]
    return places, scores[places]


def top_of(scores: Scores, limit: int) -> Numbers:
    """Return the places of the `limit` highest scores, the highest first; equals in the order of their places."""
    if len(scores) <= limit:
        return np.argsort(-scores, kind="stable")
    places = np.flatnonzero(scores >= _at_least(scores, limit))
    return places[np.argsort(-scores[places], kind="stable")[:limit]]


def _with_every(terms: Sequence[Term]) -> tuple[Numbers, Scores]:
    """Return the documents that have all terms, the rarest of which comes first, and the sums of their scores."""
    documents, scores = terms[0].sparse()
    for other in terms[1:]:
        documents, scores = other.narrow(documents, scores)
    return documents, scores


def _at_least(scores: Scores, limit: int) -> np.float32:
    """Return a score that at least `limit` of them reach, near the highest such.

    The highest score of each group is enough to tell: as many groups as wanted reach it.
    """
    blocks = len(scores) // BLOCK
    if blocks <= limit:
        return np.partition(scores, len(scores) - limit)[len(scores) - limit]
    highest = scores[: blocks * BLOCK].reshape(BLOCK, blocks).max(axis=0)  # along rows, which is quick
    return np.partition(highest, blocks - limit)[blocks - limit]


def summed(corpus: Corpus, terms: Iterable[Term]) -> Scores:
    """Return for each clause the sum of its scores for the terms."""
    total = np.zeros(corpus.count, np.float32)
    for term in terms:
        term.add_to(total)
    return total
