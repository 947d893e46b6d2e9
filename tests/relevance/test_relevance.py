"""The labelled queries, and how well the search answers them beside what it must not fall behind."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from chengwen_index.opening import open_index
from chengwen_index.search import Index
from chengwen_library.clauses import clauses
from relevance.judging import ON_THE_POINT, RELATED, Score, five, mean, queries, score
from relevance.rivals import BM25, OURS, WHOOSH, Search, searches

HALVES = ("work", "report")
KINDS = {"keywords", "concept", "paraphrase", "question"}
LEAST = Score(ndcg=0.80, recall=0.83)
"""Floors against falling back; the figures themselves are those of benchmarks/relevance.py."""


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    opened = open_index(five(), tmp_path_factory.mktemp("relevance") / "index")
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def by_name(index: Index) -> dict[str, Search]:
    return searches(index)


@cache
def places() -> frozenset[tuple[str, str]]:
    return frozenset((clause.measure.id, clause.eid) for measure in five().measures() for clause in clauses(measure))


def mean_of(search: Search, half: str) -> Score:
    return mean(score(query, search) for query in queries(half))


class TestLabels:
    @pytest.mark.parametrize("half", HALVES)
    def test_every_label_is_a_clause_of_the_five(self, half: str):
        assert {place for query in queries(half) for place in query.grades} <= places()

    @pytest.mark.parametrize("half", HALVES)
    def test_every_query_has_a_clause_on_the_point_and_only_known_grades(self, half: str):
        for query in queries(half):
            grades = set(query.grades.values())
            assert ON_THE_POINT in grades, query.text
            assert grades <= {ON_THE_POINT, RELATED}, query.text

    @pytest.mark.parametrize("half", HALVES)
    def test_no_clause_is_labelled_twice_for_a_query(self, half: str):
        table = tomllib.loads((Path(__file__).parent / f"{half}.toml").read_text(encoding="utf-8"))
        for entry in table["query"]:
            labels = [*entry["on_the_point"], *entry["related"]]
            assert len(labels) == len(set(labels)), entry["text"]

    def test_the_halves_are_as_large_and_hold_every_kind_alike(self):
        kinds = [Counter(query.kind for query in queries(half)) for half in HALVES]
        assert kinds[0] == kinds[1]
        assert set(kinds[0]) == KINDS
        assert sum(kinds[0].values()) >= 60

    def test_no_query_is_asked_twice_nor_in_both_halves(self):
        asked = [query.text for half in HALVES for query in queries(half)]
        assert len(asked) == len(set(asked))


class TestJudging:
    def test_the_ideal_order_scores_one_and_nothing_found_scores_none(self):
        query = queries("work")[0]
        ideal = sorted(query.grades, key=lambda place: -query.grades[place])
        assert score(query, lambda _: ideal) == Score(1.0, 1.0)
        assert score(query, lambda _: []) == Score(0.0, 0.0)

    def test_related_clauses_first_score_less(self):
        query = next(query for query in queries("work") if RELATED in query.grades.values())
        worst = sorted(query.grades, key=lambda place: query.grades[place])
        assert score(query, lambda _: worst).ndcg < 1
        assert score(query, lambda _: worst).recall == 1


def test_on_the_work_half_the_search_is_as_good_as_it_was(by_name: dict[str, Search]):
    reached = mean_of(by_name[OURS], "work")
    assert reached.ndcg >= LEAST.ndcg
    assert reached.recall >= LEAST.recall


@pytest.mark.parametrize("rival", [BM25, WHOOSH])
@pytest.mark.parametrize("half", HALVES)
def test_on_both_halves_the_search_is_better_than(by_name: dict[str, Search], half: str, rival: str):
    reached, other = mean_of(by_name[OURS], half), mean_of(by_name[rival], half)
    assert reached.ndcg > other.ndcg
    assert reached.recall > other.recall
