"""How alike two measures are as whole texts: equal after folding, or sharing most of their wording.

The resemblance of two texts is estimated from sketches: the smallest hashes of
their overlapping stretches of eight characters (bottom-k sampling).
"""

from __future__ import annotations

import hashlib
import heapq
import zlib

from chengwen_library.folding import fold
from chengwen_library.model import Measure
from chengwen_library.places import whole

STRETCH = 8
SKETCH_SIZE = 128


def text_digest(measure: Measure) -> str:
    """Return a digest of the measure's folded text; equal texts have equal digests."""
    return hashlib.sha256(_folded(measure).encode()).hexdigest()


def sketch(measure: Measure) -> tuple[int, ...]:
    """Return the sketch of the measure's folded text, in rising order."""
    text = _folded(measure).encode("utf-32-le")
    width = 4 * STRETCH
    hashes = {zlib.crc32(text[start : start + width]) for start in range(0, max(len(text) - width, 0) + 1, 4)}
    return tuple(heapq.nsmallest(SKETCH_SIZE, hashes))


def resemblance(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """Return the estimated share of stretches that two sketched texts have in common, from 0 to 1."""
    size = min(SKETCH_SIZE, max(len(one), len(other)))
    union = heapq.nsmallest(size, {*one, *other})
    both = set(one) & set(other)
    return sum(value in both for value in union) / len(union) if union else 0.0


def _folded(measure: Measure) -> str:
    words = [measure.title or "", measure.preamble or "", *map(whole, measure.units), measure.closing or ""]
    return fold("".join(words))
