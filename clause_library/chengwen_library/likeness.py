"""How alike two measures are as whole texts: equal after folding, or sharing most of their wording.

The resemblance of two texts is the share of phrases, the words between two
marks of punctuation, that they have in common. It is estimated from sketches:
the smallest hashes of the phrases (bottom-k sampling).
"""

from __future__ import annotations

import hashlib
import heapq
import re
import zlib
from dataclasses import dataclass
from functools import lru_cache

from chengwen_library.folding import fold
from chengwen_library.model import Measure
from chengwen_library.places import whole

SKETCH_SIZE = 128
SHORTEST_PHRASE = 4
"""Characters; shorter phrases (此外, 等) say nothing of a text."""

_BETWEEN = re.compile(r"[,.;:、!?()\"《》]+")


@dataclass(frozen=True, slots=True)
class Imprint:
    """What is kept of a text to tell others like it: a digest, and a sketch in rising order."""

    digest: str
    sketch: tuple[int, ...]


@lru_cache(maxsize=32)
def imprint(measure: Measure) -> Imprint:
    """Return the imprint of the measure's folded text; metadata do not count."""
    words = [measure.title or "", measure.preamble or "", *map(whole, measure.units), measure.closing or ""]
    text = fold("".join(words))
    phrases = {phrase for phrase in _BETWEEN.split(text) if len(phrase) >= SHORTEST_PHRASE}
    hashes = (zlib.crc32(phrase.encode()) for phrase in phrases)
    return Imprint(hashlib.sha256(text.encode()).hexdigest(), tuple(heapq.nsmallest(SKETCH_SIZE, hashes)))


def resemblance(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """Return the estimated share of phrases that two sketched texts have in common, from 0 to 1."""
    size = min(SKETCH_SIZE, max(len(one), len(other)))
    union = heapq.nsmallest(size, {*one, *other})
    both = set(one) & set(other)
    return sum(value in both for value in union) / len(union) if union else 0.0
