"""What a clause is about: topics of the taxonomy suggested by the words of heading and text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from chengwen_library.data import load_table
from chengwen_library.facts.words import any_of

HEADING_WEIGHT = 6
"""A word of the heading counts as much as this many in the text."""

MOST_REPEATS = 3
"""A word that the text repeats counts no more often than this."""

_KINDS = ("words", "marks", "heads")

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


@dataclass(frozen=True, eq=False)
class Layer:
    """The office's topics over those that ship. What is made of the taxonomy is kept for as long as this object is."""

    own: tuple[Topic, ...] = ()


_in_force = [Layer()]


def layer() -> Layer:
    """Return the layer in force; it is another object after it has changed."""
    return _in_force[0]


def use_own_topics(own: Sequence[Topic]) -> None:
    """Lay an office's topics over those that ship, instead of those laid before.

    A topic with a name that ships adds its words to that one; others come behind the
    narrower topics of the same parent. They must have been checked (`own_topics`).
    """
    if tuple(own) != layer().own:
        _in_force[0] = Layer(tuple(own))


def taxonomy() -> tuple[Topic, ...]:
    """Return the topics of facts/topics.toml in their order, with the office's."""
    return _taxonomy(layer())


def shipped_topics() -> tuple[Topic, ...]:
    """Return the topics of facts/topics.toml alone."""
    return tuple(
        Topic(entry["name"], entry.get("parent"), *(tuple(entry.get(kind, ())) for kind in _KINDS))
        for entry in load_table("facts/topics.toml")["topic"]
    )


def topics(heading: str | None, text: str) -> tuple[str, ...]:
    """Return the topics a clause is about, the main one first; at most three."""
    scores: Counter[str] = Counter()
    now = layer()
    words, in_text = _for_text(now)
    for word, count in Counter(words.findall(text, 0, READ)).items():
        for name, weight in in_text[word]:
            scores[name] += weight * min(count, MOST_REPEATS)
    heads, in_heading = _for_heading(now)
    for word in heads.findall(heading or ""):
        for name, _ in in_heading[word]:
            scores[name] += HEADING_WEIGHT
    if not scores:
        return ()
    order = _order(now)
    best = max(scores.values())
    chosen = sorted((-score, order[name], name) for name, score in scores.items() if score * 3 >= best)
    return tuple(name for _, _, name in chosen[:3])


@lru_cache(maxsize=2)
def _taxonomy(now: Layer) -> tuple[Topic, ...]:
    found = list(shipped_topics())
    for topic in now.own:
        names = [one.name for one in found]
        if topic.name in names:
            place = names.index(topic.name)
            found[place] = _joined(found[place], topic)
        else:
            siblings = [n for n, one in enumerate(found) if topic.parent and topic.parent in (one.name, one.parent)]
            found.insert(siblings[-1] + 1 if siblings else len(found), topic)
    return tuple(found)


def _joined(shipped: Topic, own: Topic) -> Topic:
    both = {kind: tuple(dict.fromkeys((*getattr(shipped, kind), *getattr(own, kind)))) for kind in _KINDS}
    return replace(shipped, **both)


_Suggestions = dict[str, tuple[tuple[str, int], ...]]


def _suggestions(now: Layer, *kinds: str) -> tuple[re.Pattern[str], _Suggestions]:
    """Return the regex for all words, and topics and weights that each suggests; ignored words suggest none."""
    suggested: _Suggestions = dict.fromkeys(load_table("facts/topics.toml")["ignored"], ())
    for topic in _taxonomy(now):
        for kind in kinds:
            weight = 1 if kind == "words" else HEADING_WEIGHT
            for word in getattr(topic, kind):
                suggested[word] = (*suggested.get(word, ()), (topic.name, weight))
    return any_of(suggested), suggested


@lru_cache(maxsize=2)
def _for_text(now: Layer) -> tuple[re.Pattern[str], _Suggestions]:
    return _suggestions(now, "words", "marks")


@lru_cache(maxsize=2)
def _for_heading(now: Layer) -> tuple[re.Pattern[str], _Suggestions]:
    return _suggestions(now, "words", "heads")


@lru_cache(maxsize=2)
def _order(now: Layer) -> dict[str, int]:
    """Return the place of each topic; of two that are suggested alike the narrower one comes first."""
    narrow_first = sorted(_taxonomy(now), key=lambda topic: topic.parent is None)
    return {topic.name: place for place, topic in enumerate(narrow_first)}
