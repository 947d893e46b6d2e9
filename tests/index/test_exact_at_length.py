"""Exact search with operators against brute force, on twenty thousand recombined clauses."""

from itertools import cycle, islice
from pathlib import Path
from random import Random

import numpy as np

from chengwen_index.finding.matching import Matcher
from chengwen_index.finding.query import parse
from chengwen_index.opening import open_index
from chengwen_library.clauses import clauses
from chengwen_library.folding import fold
from recombined import measures
from shelves import Shelf

CLAUSES = 20_000
QUERIES = 5_000
LONGEST = 10
Places = set[int]
Query = tuple[str, Places]


class Texts:
    """The folded clauses, looked through one by one; a line feed, which no phrase has, parts heading and text."""

    def __init__(self, shelf: Shelf, chance: Random) -> None:
        found = [clause for name in shelf.stamps() for clause in clauses(shelf.measures[name])]
        self._texts = [f"{fold(clause.heading or '')}\n{fold(clause.text)}" for clause in found]
        self._chance = chance

    def __len__(self) -> int:
        return len(self._texts)

    def phrase(self) -> Query:
        """A stretch of some heading or text, asked for exactly."""
        words = ""
        while not words:
            text = self._chance.choice(self._chance.choice(self._texts).split("\n"))
            start = self._chance.randrange(len(text) + 1)
            words = text[start : start + self._chance.randint(1, LONGEST)]
        return f'"{words}"', {place for place, text in enumerate(self._texts) if words in text}

    def both(self) -> Query:
        (first, here), (second, there) = self.phrase(), self.phrase()
        return f"{first} {second}", here & there

    def either(self) -> Query:
        (first, here), (second, there) = self.phrase(), self.phrase()
        return f"{first}|{second}", here | there

    def without(self) -> Query:
        (first, here), (second, there) = self.phrase(), self.phrase()
        return f"{first} -{second}", here - there

    def all_of_them(self) -> Query:
        (first, here), (second, there) = self.either(), self.without()
        return f"{first} {second}", here & there


def test_exact_search_with_operators_finds_what_brute_force_finds(tmp_path: Path):
    shelf = Shelf(measures(CLAUSES))
    index = open_index(shelf, tmp_path / "index")
    texts = Texts(shelf, Random(20240809))
    assert index.clause_count == len(texts) == CLAUSES
    matcher, everything = Matcher(index.corpus), np.ones(CLAUSES, bool)
    kinds = cycle([texts.phrase, texts.both, texts.either, texts.without, texts.all_of_them])
    wrong: list[str] = []
    for ask in islice(kinds, QUERIES):
        query, expected = ask()
        if matcher.matches(parse(query), everything, lambda: everything).all.tolist() != sorted(expected):
            wrong.append(query)
    index.close()
    assert wrong == []
