"""How alike two texts are: the one measure by which the program ranks, names and aligns clauses (decisions 12).

Two things count. *Wording*: the characters that two folded texts have in common
in the same order, against their mean (geometric) length; phrases may change
places, notes of responsibility do not count. *Subject*: how much they speak of
the same topics of the taxonomy. The similarity is the wording, and what is alike
in wording less than an adapted text is lifted by its subject: texts on the same
topics are related in whatever words, and never adapted by their subject alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import groupby
from math import sqrt

from rapidfuzz.distance import LCSseq

from chengwen_index.comparing.subjects import subject_of
from chengwen_library.folding import fold, fold_with_places
from chengwen_library.model import Clause, Span

ADAPTED_FROM = 0.60
RELATED_FROM = 0.40
SUBJECT_SHARE = 0.42
"""What the same subject is worth where not one word is the same."""

BELOW_EQUAL = 0.999
"""The similarity of texts that differ after folding is never higher."""

REARRANGED_FROM = 0.30
"""Texts with less wording in common are not looked at for phrases that changed places."""

PROMISING = 60
"""Texts that `most_alike` looks at more closely, or twice as many as it is asked for."""

SHORTEST_SHARED = 4
"""Characters; shorter runs that two texts share say nothing."""

_BETWEEN = re.compile(r"[,.;:、!?()\"《》]+")
_NOTE = re.compile(
    r"\((?:第一)?(?:牵头|责任|配合|协同|协办|主办|承办|参与|落实|实施|执行)[^:()]{0,6}:(?:[^()]|\([^()]*\))*\)?"
)
_EVERYDAY = frozenset(["知识产权", "的知识产权", "知识产权的", "和知识产权", "高质量发展"])
_EDGES = ',.;:、!?()"《》的和及与'


class Relation(StrEnum):
    """What a text is to another one; unrelated texts have none."""

    VERBATIM = "verbatim"
    ADAPTED = "adapted"
    RELATED = "related"


def similarity(one: str, other: str) -> float:
    """Return how alike two texts are, from 0 to 1; 1 only if they are equal after folding. Symmetrical.

    Give a clause as `words_of` returns it, heading and text.
    """
    mine, theirs = _core(one), _core(other)
    if mine.folded == theirs.folded:
        return 1.0
    return _lifted(_wording(mine, theirs), mine, theirs)


def most_alike(text: str, others: Sequence[str], limit: int) -> list[tuple[float, int]]:
    """Return similarity and place of the others that are most like the text, the most alike first, at most `limit`.

    As `similarity` for each, but faster: subjects are looked at only of the best by wording.
    """
    mine = _core(text)
    cores = [_core(other) for other in others]
    wordings = [_wording(mine, theirs) for theirs in cores]
    by_wording = sorted(range(len(others)), key=lambda place: -wordings[place])
    promising = by_wording[: max(PROMISING, 2 * limit)]
    found = [
        (1.0 if mine.folded == cores[place].folded else _lifted(wordings[place], mine, cores[place]), place)
        for place in promising
    ]
    return sorted(found, key=lambda item: (-item[0], item[1]))[:limit]


def relation(value: float) -> Relation | None:
    """Return the relation of two texts whose similarity is `value`; None if they are unrelated."""
    if value >= 1:
        return Relation.VERBATIM
    if value >= ADAPTED_FROM:
        return Relation.ADAPTED
    return Relation.RELATED if value >= RELATED_FROM else None


def words_of(clause: Clause) -> str:
    """Return what of a clause is compared: its heading on a line of its own, and its text."""
    return "\n".join(filter(None, [clause.heading, clause.text]))


def same_subject(one: str, other: str) -> float:
    """Return how much two texts speak of the same topics, from 0 to 1."""
    return _same_subject(_core(one), _core(other))


def shared_spans(text: str, other: str) -> tuple[Span, ...]:
    """Return the spans of `text` (its own characters) whose words stand in `other` too, in the order of the text.

    Runs of at least `SHORTEST_SHARED` characters; everyday words alone are left out.
    """
    folded, places = fold_with_places(text)
    grams = _grams(other)
    shared = bytearray(len(folded))
    for start in range(len(folded) - SHORTEST_SHARED + 1):
        if folded[start : start + SHORTEST_SHARED] in grams:
            shared[start : start + SHORTEST_SHARED] = b"\1" * SHORTEST_SHARED
    return tuple((places[start], places[end - 1] + 1) for start, end in _runs(folded, shared))


@lru_cache(maxsize=16)
def _grams(text: str) -> frozenset[str]:
    """Return the runs of `SHORTEST_SHARED` characters of a text, folded."""
    folded = fold(text)
    return frozenset(folded[start : start + SHORTEST_SHARED] for start in range(len(folded) - SHORTEST_SHARED + 1))


@dataclass(frozen=True, slots=True)
class _Core:
    """What is compared of a text: its fold, and that without notes of responsibility."""

    folded: str
    core: str


@lru_cache(maxsize=8192)
def _core(text: str) -> _Core:
    folded = fold(text)
    return _Core(folded, (_NOTE.sub("", folded) if "(" in folded else "") or folded)


@lru_cache(maxsize=8192)
def _subject(core: str) -> tuple[dict[str, int], float]:
    """Return how often a text speaks of each topic, and the length of this as a vector."""
    subject = subject_of(core)
    return subject, sqrt(sum(count * count for count in subject.values()))


def _lifted(wording: float, one: _Core, other: _Core) -> float:
    """Return the similarity of different texts with this wording in common, which their subject may lift."""
    if wording >= ADAPTED_FROM:
        return min(wording, BELOW_EQUAL)
    return wording + SUBJECT_SHARE * _same_subject(one, other) * (1 - wording / ADAPTED_FROM)


def _wording(one: _Core, other: _Core) -> float:
    lengths = sqrt(len(one.core) * len(other.core))
    if not lengths:
        return 0.0
    common = LCSseq.similarity(one.core, other.core)
    if common >= REARRANGED_FROM * lengths:
        common = max(common, LCSseq.similarity(_rearranged(one.core), _rearranged(other.core)))
    return min(common / lengths, 1.0)


@lru_cache(maxsize=4096)
def _rearranged(core: str) -> str:
    """Return the text with its phrases in a fixed order, so that moving one makes no difference."""
    return "".join(sorted(_BETWEEN.split(core)))


def _same_subject(one: _Core, other: _Core) -> float:
    (mine, my_length), (theirs, their_length) = _subject(one.core), _subject(other.core)
    if not my_length or not their_length:
        return 0.0
    return sum(count * theirs.get(topic, 0) for topic, count in mine.items()) / (my_length * their_length)


def _runs(folded: str, shared: bytearray) -> Iterator[Span]:
    """Yield the runs of shared characters that are worth showing, without punctuation at their ends."""
    start = 0
    for is_shared, run in groupby(shared):
        end = start + len(list(run))
        if is_shared:
            words = folded[start:end]
            first = end - len(words.lstrip(_EDGES))
            last = start + len(words.rstrip(_EDGES))
            if last - first >= SHORTEST_SHARED and folded[first:last] not in _EVERYDAY:
                yield first, last
        start = end
