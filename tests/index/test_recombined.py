"""The measures that long tests and benchmarks search: they must be many, different and like real ones."""

from collections import Counter
from itertools import islice
from random import Random

import pytest
from rapidfuzz.distance import Levenshtein

from chengwen_index.words.analysis import index_terms
from chengwen_library.akn.read import parse_measure
from chengwen_library.akn.write import render_measure
from chengwen_library.clauses import clauses
from chengwen_library.library import file_name
from chengwen_library.model import Clause, Measure
from recombined import CLAUSES, measures, perturbed, queries


@pytest.fixture(scope="module")
def some() -> list[Measure]:
    return list(measures(5_000))


@pytest.fixture(scope="module")
def cut(some: list[Measure]) -> list[Clause]:
    return [clause for measure in some for clause in clauses(measure)]


def test_the_same_seed_gives_the_same_measures_and_another_seed_others():
    first = list(measures(100))
    assert list(measures(100)) == first
    assert not set(first) & set(measures(100, seed=2))


def test_a_larger_count_begins_with_the_same_measures(some: list[Measure]):
    assert list(measures(200)) == some[:8]


def test_every_measure_has_its_clauses_and_an_id_of_its_own(some: list[Measure]):
    assert {len(clauses(measure)) for measure in some} == {CLAUSES}
    assert len({file_name(measure.id) for measure in some}) == len(some) == 200


def test_a_measure_can_be_kept_in_a_library_as_it_is(some: list[Measure]):
    for measure in some[:20]:
        assert parse_measure(render_measure(measure), "made.akn") == measure


def test_measures_differ_in_what_is_known_of_them(some: list[Measure]):
    assert len({measure.region for measure in some}) > 100
    assert len({measure.issue_date for measure in some}) > 150
    assert len({measure.status for measure in some}) == 5
    assert len({measure.doc_type for measure in some}) > 5


def test_hardly_any_clause_is_there_twice(cut: list[Clause]):
    texts = Counter(clause.text for clause in cut)
    assert all(texts)
    assert 1 - len(texts) / len(cut) < 0.01


def test_few_words_are_in_most_clauses_and_most_words_in_few(cut: list[Clause]):
    held = Counter(term for clause in cut for term in set(index_terms(clause.text)))
    common = {term for term, count in held.items() if count > len(cut) / 2}
    assert common <= {"知识产权", "知识", "产权", "专利", "单位"}
    rare = sum(count <= 2 for count in held.values())
    assert 0.3 < rare / len(held) < 0.7


def test_more_clauses_have_more_words_but_ever_fewer_new_ones(cut: list[Clause]):
    known: set[str] = set()
    sizes: list[int] = []
    for start in range(0, len(cut), 1_000):
        for clause in cut[start : start + 1_000]:
            known.update(index_terms(clause.text))
        sizes.append(len(known))
    new = [after - before for before, after in zip([0, *sizes], sizes, strict=False)]
    assert 300 < new[-1] < new[1] < new[0] / 3


def test_queries_are_of_every_kind_and_always_the_same():
    asked = queries(200)
    assert queries(200) == asked
    assert min(map(len, asked)) > 1
    assert sum('"' in query for query in asked) > 10
    assert sum(" -" in query for query in asked) > 5
    assert sum(query.endswith("？") for query in asked) > 10
    assert sum(" " in query for query in asked) > 60
    assert sum(len(query) > 8 and query.isalpha() for query in asked) > 10
    assert len(set(asked)) > 170


def test_one_character_in_twelve_is_wrong():
    rng = Random(1)
    for measure in islice(measures(25), 1):
        for clause in clauses(measure):
            changed = perturbed(clause.text, rng)
            assert changed != clause.text
            assert Levenshtein.distance(changed, clause.text) <= max(1, len(clause.text) // 12)
