from collections import Counter
from collections.abc import Sequence
from random import Random

import numpy as np
import pytest

from chengwen_index.storage.columns import Column, column, joined

NAMES = "甲乙丙丁戊己庚辛"


def some_values(seed: int, count: int) -> list[tuple[str, ...]]:
    rng = Random(seed)
    return [tuple(rng.sample(NAMES, rng.randrange(4))) for _ in range(count)]


def values_of(one: Column) -> list[tuple[str, ...]]:
    return [one.of(clause) for clause in range(len(one.offsets) - 1)]


def counted(values: Sequence[Sequence[str]]) -> dict[str, int]:
    """The same by brute force: the most frequent first, equals by name."""
    found = Counter(name for several in values for name in several)
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


@pytest.fixture(scope="module", params=[0, 1, 7, 200])
def values(request: pytest.FixtureRequest) -> list[tuple[str, ...]]:
    return some_values(request.param, request.param)


def test_each_clause_keeps_its_values_in_their_order(values: list[tuple[str, ...]]):
    assert values_of(column(values)) == values


def test_names_are_kept_once_in_their_order(values: list[tuple[str, ...]]):
    names = column(values).names
    assert list(names) == sorted({name for several in values for name in several})


@pytest.mark.parametrize("share", [0.0, 0.05, 0.5, 1.0])
def test_counts_are_those_of_brute_force_however_many_clauses_are_chosen(values, share: float):
    chosen = sorted(Random(3).sample(range(len(values)), int(share * len(values))))
    found = column(values).counts(np.array(chosen, np.int32))
    expected = counted([values[place] for place in chosen])
    assert list(found.items()) == list(expected.items())


def test_a_row_counts_as_often_as_it_weighs(values):
    weights = [place % 3 for place in range(len(values))]
    repeated = [several for several, weight in zip(values, weights, strict=True) for _ in range(weight)]
    found = column(values).weighed(np.array(weights, np.int64))
    assert list(found.items()) == list(counted(repeated).items())


def test_a_column_of_measures_spreads_to_their_clauses(values):
    rows = Random(5).choices(range(len(values)), k=50) if values else []
    spread = column(values).spread(np.array(rows, np.int64))
    assert values_of(spread) == [values[row] for row in rows]


@pytest.mark.parametrize("accepted", ["", "甲", "丙丁", NAMES])
def test_clauses_have_a_value_that_is_accepted_or_not(values, accepted: str):
    mask = column(values).having(lambda name: name in accepted)
    assert mask.tolist() == [bool(set(several) & set(accepted)) for several in values]


def test_several_columns_join_to_one_of_all_clauses():
    parts = [some_values(seed, count) for seed, count in ((1, 5), (2, 0), (3, 1), (4, 40))]
    one = joined(map(column, parts))
    assert values_of(one) == [several for part in parts for several in part]
    assert list(one.names) == sorted(set(one.names))


def test_no_columns_join_to_one_of_no_clauses():
    assert values_of(joined([])) == []
