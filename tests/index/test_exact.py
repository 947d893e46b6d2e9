"""Exact search against brute force, on the five measures that ship."""

import random
from collections.abc import Iterator
from functools import cache

import pytest

from chengwen_index.finding.filters import Filters
from chengwen_index.search import Index
from chengwen_library.clauses import clauses
from chengwen_library.folding import fold
from chengwen_library.library import Library

SAMPLES = 2000
Place = tuple[str, str]
folded = cache(fold)


@pytest.fixture(scope="module")
def fields(five: Library) -> dict[Place, tuple[str, str]]:
    found = [clause for measure in five.measures() for clause in clauses(measure)]
    return {(clause.measure.id, clause.eid): (clause.heading or "", clause.text) for clause in found}


def substrings(fields: dict[Place, tuple[str, str]]) -> Iterator[str]:
    """Yield substrings of 1 to 8 characters at random places, every character equally likely."""
    chance = random.Random(20240809)
    texts = [text for pair in fields.values() for text in pair if text]
    for text in chance.choices(texts, weights=[len(text) for text in texts], k=SAMPLES):
        start = chance.randrange(len(text))
        yield text[start : start + chance.randint(1, 8)]


def brute_force(phrase: str, fields: dict[Place, tuple[str, str]]) -> set[Place]:
    return {place for place, pair in fields.items() if any(phrase in folded(text) for text in pair)}


def found(index: Index, query: str) -> set[Place]:
    return {(hit.measure_id, hit.eid) for hit in index.search(query, limit=10_000).hits}


@pytest.mark.parametrize("written", [str, fold], ids=["as it stands", "folded"])
def test_exact_search_finds_what_brute_force_finds(index_of_five: Index, fields, written):
    wrong = []
    for sample in substrings(fields):
        phrase = fold(sample)
        expected = brute_force(phrase, fields) if phrase else set()
        if found(index_of_five, f'"{written(sample)}"') != expected:
            wrong.append(sample)
    assert wrong == []


def test_every_clause_of_the_five_is_indexed(index_of_five: Index, fields):
    assert index_of_five.clause_count == len(fields)


@pytest.mark.parametrize("phrase", ["押融", "〔2024〕3号", "“入园惠企”", "10%", "，", "5+5+1", "/RCEP"])
def test_phrases_across_words_with_digits_brackets_and_quotes_are_found(index_of_five: Index, fields, phrase: str):
    assert found(index_of_five, f'"{phrase}"') == brute_force(fold(phrase), fields)


def test_no_phrase_is_found_across_heading_and_text(index_of, measure):
    index = index_of(measure(("质押", "融资"), ("质押融资", "")))
    assert [hit.heading for hit in index.search('"质押融资"').hits] == ["质押融资"]


def test_nothing_longer_than_a_phrase_that_exists_is_found(index_of, measure):
    index = index_of(measure((None, "质押贷款"), (None, "押贷"), (None, "质押，押贷")))
    assert [hit.text for hit in index.search('"质押贷"').hits] == ["质押贷款"]


def test_exact_search_knows_capitals(index_of, measure):
    index = index_of(measure((None, "PCT专利"), (None, "pct专利")))
    assert [hit.text for hit in index.search('"PCT"').hits] == ["PCT专利"]


def test_exact_search_has_no_partial_hits(index_of, measure):
    index = index_of(measure((None, "质押融资"), (None, "质押"), (None, "融资")))
    assert [hit.text for hit in index.search('"质押融资"', Filters()).hits] == ["质押融资"]


@pytest.mark.parametrize("character", ["\ue000", "𠮷", "\u0301", "①", "㎡"])
def test_rare_characters_are_found(index_of, measure, character: str):
    index = index_of(measure((None, f"甲{character}乙"), (None, "甲乙")))
    assert [hit.text for hit in index.search(f'"{character}"').hits] == [f"甲{character}乙"]
