"""What hits are narrowed down and counted by."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from operator import eq

import numpy as np

from chengwen_index.finding.conditions import Condition
from chengwen_index.storage.columns import Column, Mask, Numbers
from chengwen_index.storage.corpus import Corpus
from chengwen_library.model import Status

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


def allowed(corpus: Corpus, filters: Filters, conditions: tuple[Condition, ...]) -> Mask:
    """Return for each clause whether filters and conditions let it through."""
    mask = corpus.live.copy()
    for field, accepted in _demands(filters, conditions):
        mask &= column_of(corpus, field).having(accepted)
    for condition in conditions:
        having = _having(corpus, condition)
        mask &= ~having if condition.excluded else having
    return mask


def _demands(filters: Filters, conditions: tuple[Condition, ...]) -> Iterator[tuple[str, Callable[[str], bool]]]:
    """Yield the fields that the filters ask for, with what they accept there."""
    for field in ("doc_type", "topic"):
        if wanted := getattr(filters, field):
            yield field, partial(eq, wanted)
    if filters.region:
        region = filters.region
        yield "region", lambda name: name.startswith(region)
    if filters.date_from or filters.date_to:
        first, last = filters.date_from or date.min, filters.date_to or date.max
        yield "date", lambda day: first.isoformat() <= day <= last.isoformat()
    if filters.status:
        yield "status", partial(eq, filters.status)
    elif all(condition.field != "status" or condition.excluded for condition in conditions):
        yield "status", lambda name: name != Status.REPEALED


def _having(corpus: Corpus, condition: Condition) -> Mask:
    """Return for each clause whether it has what a condition names; an organ may also have issued the measure."""
    having = column_of(corpus, condition.field).having(condition.accepts)
    if condition.field == "organ":
        having |= corpus.of_measures("issuers").having(condition.accepts)
    return having


def facets_of(corpus: Corpus, documents: Numbers) -> Facets:
    """Return how many of the clauses have each region, doc_type, topic and status; what is unknown is not counted."""
    of_measures = np.bincount(corpus.origin_of[documents], minlength=len(corpus.origins))
    counted = {name: corpus.of_origins(name).weighed(of_measures) for name in ("region", "doc_type", "status")}
    return {
        "region": counted["region"],
        "doc_type": counted["doc_type"],
        "topic": corpus.topics.counts(documents),
        "status": counted["status"],
    }


def issue_days(corpus: Corpus) -> Numbers:
    """Return the day of issue of each clause's measure as a number; 0 where it is unknown."""
    days = np.array([origin.date.toordinal() if origin.date else 0 for origin in corpus.origins], np.int32)
    return days[corpus.origin_of]


def column_of(corpus: Corpus, field: str) -> Column:
    """Return the column of a field of conditions or facets."""
    return corpus.topics if field == "topic" else corpus.organs if field == "organ" else corpus.of_measures(field)
