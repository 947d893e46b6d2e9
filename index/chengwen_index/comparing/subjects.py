"""What a text is about, counted by topics: the words of the taxonomy in it, found fast enough for hundreds of texts."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from chengwen_library.data import load_table
from chengwen_library.facts.topics import HEADING_WEIGHT, MOST_REPEATS, Layer, layer, taxonomy
from chengwen_library.facts.words import any_of
from chengwen_library.folding import fold

_Pairs = npt.NDArray[np.uint64]


def subject_of(folded: str) -> dict[str, int]:
    """Return how often a folded text speaks of each topic, by the words of the taxonomy, the longest at each place."""
    words = _topic_words(layer())
    found: Counter[str] = Counter()
    end = 0
    for place in _places_of(words.pairs, folded):
        if place >= end:
            match = words.beginning[folded[place : place + 2]].match(folded, place)
            if match is not None:
                found[match.group()] += 1
                end = match.end()
    scores: dict[str, int] = {}
    for word, count in found.items():
        for topic, weight in words.suggested[word]:
            scores[topic] = scores.get(topic, 0) + weight * min(count, MOST_REPEATS)
    return scores


def _places_of(pairs: _Pairs, folded: str) -> list[int]:
    """Return where in a text one of the pairs of characters stands."""
    if len(folded) < 2:
        return []
    codes = _pair_codes(folded)
    near = np.searchsorted(pairs, codes)
    return np.flatnonzero(pairs[np.minimum(near, len(pairs) - 1)] == codes).tolist()


def _pair_codes(folded: str) -> _Pairs:
    characters = np.frombuffer(folded.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)
    return (characters[:-1] << np.uint64(32)) | characters[1:]


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of the taxonomy: the topics with their weights that each suggests, and how to find them.

    `beginning` holds the words by their first two characters; `pairs` these pairs as
    numbers, in rising order.
    """

    suggested: dict[str, tuple[tuple[str, int], ...]]
    beginning: dict[str, re.Pattern[str]]
    pairs: _Pairs


@lru_cache(maxsize=2)
def _topic_words(_now: Layer) -> _Words:
    suggested: dict[str, tuple[tuple[str, int], ...]] = {
        fold(word): () for word in load_table("facts/topics.toml")["ignored"]
    }
    for topic in taxonomy():
        for words, weight in ((topic.words, 1), (topic.marks, HEADING_WEIGHT)):
            for word in map(fold, words):
                suggested[word] = (*suggested.get(word, ()), (topic.name, weight))
    by_pair: dict[str, list[str]] = {}
    for word in suggested:
        by_pair.setdefault(word[:2], []).append(word)
    beginning = {pair: any_of(words) for pair, words in by_pair.items()}
    return _Words(suggested, beginning, np.sort(np.concatenate([_pair_codes(pair) for pair in beginning])))
