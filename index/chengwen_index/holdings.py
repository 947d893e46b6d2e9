"""What an index holds: its measures with the number of their clauses, and which of them write about which topic."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from chengwen_index.search import Index
from chengwen_library.facts.topics import taxonomy


@dataclass(frozen=True, slots=True)
class Held:
    """A measure that can be found, and how many clauses of it; those without a mark are counted too."""

    measure_id: str
    title: str
    doc_number: str | None
    region: str | None
    doc_type: str | None
    date: date | None
    status: str
    clauses: int


@dataclass(frozen=True, slots=True)
class Holdings:
    """The measures of an index.

    `topics` tells for each topic that clauses are about, in the order of the taxonomy,
    which measures (their places in `measures`) have such clauses.
    """

    measures: tuple[Held, ...]
    topics: dict[str, tuple[int, ...]]


def holdings(index: Index) -> Holdings:
    """Return what an index holds, repealed measures included; nothing is read from the library."""
    corpus = index.corpus
    counts = np.bincount(corpus.origin_of[corpus.live], minlength=len(corpus.origins))
    kept = np.flatnonzero(counts)
    places = np.cumsum(counts > 0) - 1
    measures = tuple(
        Held(
            origin.measure_id,
            origin.title,
            origin.doc_number,
            origin.region,
            origin.doc_type,
            origin.date,
            origin.status,
            int(counts[number]),
        )
        for number, origin in ((int(number), corpus.origins[number]) for number in kept)
    )
    topics: dict[str, tuple[int, ...]] = {}
    for topic in taxonomy():
        having = corpus.topics.having(topic.name.__eq__) & corpus.live
        if having.any():
            topics[topic.name] = tuple(places[np.flatnonzero(np.bincount(corpus.origin_of[having]))].tolist())
    return Holdings(measures, topics)
