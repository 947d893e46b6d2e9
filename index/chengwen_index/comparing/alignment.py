"""Measure against measure, aligned by content: what answers what, moved, split, joined, left over."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from chengwen_index.comparing.affinity import AKIN_FROM, Portrait, affinity, portrait
from chengwen_index.comparing.similarity import ADAPTED_FROM, Relation, relation, similarity, words_of
from chengwen_library.clauses import clauses
from chengwen_library.model import Clause, Measure


class Shape(StrEnum):
    """How many clauses answer each other."""

    ONE = "one"
    SPLIT = "split"
    JOINED = "joined"


@dataclass(frozen=True, slots=True)
class Match:
    """Clauses that regulate the same in both measures, in the order of their texts.

    ONE: a clause each. SPLIT: one of the base, several of the new. JOINED: several
    of the base, one of the new. `similarity` compares all words of both sides;
    `relation` is None where hardly more than the topic is the same. `moved` says
    that it stands out of the base's order.
    """

    base: tuple[Clause, ...]
    new: tuple[Clause, ...]
    shape: Shape
    similarity: float
    relation: Relation | None
    moved: bool


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two measures side by side: what answers what, in the order of the new one, and what is left over."""

    matches: tuple[Match, ...]
    base_only: tuple[Clause, ...]
    new_only: tuple[Clause, ...]


def align(base: Measure, new: Measure) -> Alignment:
    """Return which clauses of two measures regulate the same; headings without words of their own do not count."""
    old = [clause for clause in clauses(base) if clause.text]
    young = [clause for clause in clauses(new) if clause.text]
    links = _links(old, young)
    groups = _groups(links)
    moved = _moved([mine[0] for mine, _ in groups])
    matches = [
        _match([old[place] for place in mine], [young[place] for place in theirs], is_moved)
        for (mine, theirs), is_moved in zip(groups, moved, strict=True)
    ]
    taken_old, taken_young = {link[0] for link in links}, {link[1] for link in links}
    return Alignment(
        tuple(matches),
        tuple(clause for place, clause in enumerate(old) if place not in taken_old),
        tuple(clause for place, clause in enumerate(young) if place not in taken_young),
    )


_Link = tuple[int, int]
"""Places of a clause of the base and a clause of the new measure that regulate the same."""


def _links(old: Sequence[Clause], young: Sequence[Clause]) -> list[_Link]:
    """Return what answers what: the likeliest pairs first; what is left over then joins the pair it is likest to."""
    mine, theirs = [portrait(clause) for clause in old], [portrait(clause) for clause in young]
    worth = {(i, j): affinity(one, other) for i, one in enumerate(mine) for j, other in enumerate(theirs)}
    akin = [pair for pair, value in worth.items() if value >= AKIN_FROM]
    answers: dict[int, list[int]] = {}
    answered: dict[int, list[int]] = {}
    for i, j in sorted(akin, key=lambda pair: (-worth[pair], abs(pair[0] - pair[1]))):
        if i not in answers and j not in answered:
            fits = True
        elif j not in answered:
            is_nearest = worth[i, j] == max(worth[place, j] for place in range(len(mine)))
            fits = is_nearest and _stands_alone(answers[i], answered) and _adds(mine[i], theirs, answers[i], j)
        elif i not in answers:
            is_nearest = worth[i, j] == max(worth[i, place] for place in range(len(theirs)))
            fits = is_nearest and _stands_alone(answered[j], answers) and _adds(theirs[j], mine, answered[j], i)
        else:
            fits = False
        if fits:
            answers.setdefault(i, []).append(j)
            answered.setdefault(j, []).append(i)
    return [(i, j) for i, those in answers.items() for j in those]


def _stands_alone(places: Sequence[int], partners: dict[int, list[int]]) -> bool:
    """Tell whether none of the clauses at `places` has more than one partner."""
    return all(len(partners[place]) == 1 for place in places)


def _adds(whole: Portrait, side: Sequence[Portrait], places: Sequence[int], more: int) -> bool:
    """Tell whether one more part makes the parts no less like the whole; parts that are hardly alike say nothing."""
    before, after = ("\n".join(side[place].words for place in sorted(parts)) for parts in (places, [*places, more]))
    alike = similarity(whole.words, before)
    return alike < ADAPTED_FROM or similarity(whole.words, after) > alike


def _groups(links: Sequence[_Link]) -> list[tuple[list[int], list[int]]]:
    """Return the clauses that hang together, in the order of the new measure."""
    by_old: dict[int, list[int]] = {}
    by_new: dict[int, list[int]] = {}
    for i, j in links:
        by_old.setdefault(i, []).append(j)
        by_new.setdefault(j, []).append(i)
    groups = [([i], sorted(those)) for i, those in by_old.items() if len(by_new[those[0]]) == 1]
    groups += [(sorted(those), [j]) for j, those in by_new.items() if len(those) > 1]
    return sorted(groups, key=lambda group: group[1])


def _moved(places: Sequence[int]) -> list[bool]:
    """Tell which places stand out of order: those outside of the longest run that rises."""
    ends: list[int] = []
    lengths: list[int] = []
    for place in places:
        length = bisect_left(ends, place)
        ends[length:] = [place, *ends[length + 1 :]]
        lengths.append(length)
    moved = [True] * len(places)
    wanted = len(ends) - 1
    for index in range(len(places) - 1, -1, -1):
        if lengths[index] == wanted:
            moved[index] = False
            wanted -= 1
    return moved


def _match(base: Sequence[Clause], new: Sequence[Clause], moved: bool) -> Match:
    alike = similarity("\n".join(map(words_of, base)), "\n".join(map(words_of, new)))
    shape = Shape.SPLIT if len(new) > 1 else Shape.JOINED if len(base) > 1 else Shape.ONE
    return Match(tuple(base), tuple(new), shape, alike, relation(alike), moved)
