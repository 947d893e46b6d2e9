"""What a clause is about: topics of the taxonomy suggested by the words of heading and text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from chengwen_library.data import load_table

HEADING_WEIGHT = 4
"""A word of the heading counts as much as this many in the text."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic, the broader one it stands below, and the words that suggest it."""

    name: str
    parent: str | None
    words: tuple[str, ...]


@cache
def taxonomy() -> tuple[Topic, ...]:
    """Return the topics of facts/topics.toml in their order."""
    table = load_table("facts/topics.toml")["topic"]
    return tuple(Topic(entry["name"], entry.get("parent"), tuple(entry["words"])) for entry in table)


def topics(heading: str | None, text: str) -> tuple[str, ...]:
    """Return the topics a clause is about, the likeliest first; at most three."""
    scores = {topic.name: _score(topic, heading or "", text) for topic in taxonomy()}
    best = max(scores.values(), default=0)
    chosen = [name for name, score in scores.items() if score and score * 3 >= best]
    return tuple(sorted(chosen, key=lambda name: -scores[name])[:3])


def _score(topic: Topic, heading: str, text: str) -> int:
    return sum(HEADING_WEIGHT * heading.count(word) + text.count(word) for word in topic.words)
