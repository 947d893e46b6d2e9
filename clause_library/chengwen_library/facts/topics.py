"""What a clause is about: topics of the taxonomy suggested by the words of heading and text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from chengwen_library.data import load_table
from chengwen_library.facts.words import any_of

HEADING_WEIGHT = 6
"""A word of the heading counts as much as this many in the text."""

MOST_REPEATS = 3
"""A word that the text repeats counts no more often than this."""

READ = 4_000
"""Characters of a text that are looked at; what a clause is about it says before."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic and the broader one it stands below.

    `words` suggest it wherever they stand, `heads` in a heading only; `marks` in a
    text suggest it as much as the words of a heading.
    """

    name: str
    parent: str | None
    words: tuple[str, ...]
    marks: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()


@cache
def taxonomy() -> tuple[Topic, ...]:
    """Return the topics of facts/topics.toml in their order."""
    table = load_table("facts/topics.toml")["topic"]
    return tuple(
        Topic(entry["name"], entry.get("parent"), *(tuple(entry.get(kind, ())) for kind in ("words", "marks", "heads")))
        for entry in table
    )


def topics(heading: str | None, text: str) -> tuple[str, ...]:
    """Return the topics a clause is about, the main one first; at most three."""
    scores: Counter[str] = Counter()
    words, in_text = _for_text()
    for word, count in Counter(words.findall(text, 0, READ)).items():
        for name, weight in in_text[word]:
            scores[name] += weight * min(count, MOST_REPEATS)
    heads, in_heading = _for_heading()
    for word in heads.findall(heading or ""):
        for name, _ in in_heading[word]:
            scores[name] += HEADING_WEIGHT
    if not scores:
        return ()
    order = _order()
    best = max(scores.values())
    chosen = sorted((-score, order[name], name) for name, score in scores.items() if score * 3 >= best)
    return tuple(name for _, _, name in chosen[:3])


_Suggestions = dict[str, tuple[tuple[str, int], ...]]


def _suggestions(*kinds: str) -> tuple[re.Pattern[str], _Suggestions]:
    """Return the regex for all words, and topics and weights that each suggests; ignored words suggest none."""
    suggested: _Suggestions = dict.fromkeys(load_table("facts/topics.toml")["ignored"], ())
    for topic in taxonomy():
        for kind in kinds:
            weight = 1 if kind == "words" else HEADING_WEIGHT
            for word in getattr(topic, kind):
                suggested[word] = (*suggested.get(word, ()), (topic.name, weight))
    return any_of(suggested), suggested


@cache
def _for_text() -> tuple[re.Pattern[str], _Suggestions]:
    return _suggestions("words", "marks")


@cache
def _for_heading() -> tuple[re.Pattern[str], _Suggestions]:
    return _suggestions("words", "heads")


@cache
def _order() -> dict[str, int]:
    """Return the place of each topic; of two that are suggested alike the narrower one comes first."""
    narrow_first = sorted(taxonomy(), key=lambda topic: topic.parent is None)
    return {topic.name: place for place, topic in enumerate(narrow_first)}
