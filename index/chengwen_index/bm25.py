"""The best clauses for some terms by BM25 over decoded postings: sums, conjunctions and the highest of many scores."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from chengwen_index.columns import Numbers
from chengwen_index.corpus import Corpus
from chengwen_index.engine import TEXT
from chengwen_index.term import Scores, Term

BLOCK = 32
"""Scores of which the highest stands for all when the best are looked for."""


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


def summed(corpus: Corpus, terms: Iterable[Term]) -> Scores:
    """Return for each clause the sum of its scores for the terms."""
    total = np.zeros(corpus.count, np.float32)
    for term in terms:
        term.add_to(total)
    return total
