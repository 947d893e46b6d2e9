"""How likely two clauses regulate the same: their similarity, their headings, and the topics they are about."""

from __future__ import annotations

from dataclasses import dataclass

from chengwen_index.comparing.similarity import similarity, words_of
from chengwen_library.facts.topics import topics
from chengwen_library.model import Clause

SAME_TOPIC = 0.15
"""Added for clauses about the same topic before all."""

SHARED_TOPIC = 0.10
"""Added for clauses of which one is, among others, about what the other is about before all."""

SAME_HEADING = 0.10
"""Added for clauses with the same heading; for headings that are alike, that share of it."""

AKIN_FROM = 0.45
"""Clauses of this affinity regulate the same."""


@dataclass(frozen=True, slots=True)
class Portrait:
    """What affinity looks at: heading and words of a clause, and its topics, the main one first."""

    heading: str
    words: str
    topics: tuple[str, ...]


def portrait(clause: Clause) -> Portrait:
    """Return what affinity looks at in a clause."""
    return Portrait(clause.heading or "", words_of(clause), topics(clause.heading, clause.text))


def affinity(one: Portrait, other: Portrait) -> float:
    """Return how likely two clauses regulate the same; from `AKIN_FROM` on they do."""
    alike = similarity(one.words, other.words) + _by_topic(one.topics, other.topics)
    if one.heading and other.heading:
        alike += SAME_HEADING * similarity(one.heading, other.heading)
    return alike


def _by_topic(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    if not one or not other:
        return 0.0
    if one[0] == other[0]:
        return SAME_TOPIC
    return SHARED_TOPIC if one[0] in other or other[0] in one else 0.0
