from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from random import Random

import numpy as np
import pytest

from chengwen_index.storage.inversion import Inverted, TermPostings, Words, invert_grams

END = "\n"
Postings = dict[str, dict[int, int]]


def some_texts(count: int) -> list[list[str]]:
    rng = Random(count)
    return [rng.choices(["专利", "商标", "a", "z", "知识产权", "𠮷", "é"], k=rng.randrange(9)) for _ in range(count)]


def inverted(texts: Sequence[list[str]]) -> Inverted:
    words = Words()
    for text in texts:
        words.add(text)
    return words.inverted()


def by_brute_force(texts: Sequence[Sequence[str]]) -> Postings:
    counts = [Counter(text) for text in texts]
    terms = sorted({term for text in texts for term in text}, key=str.encode)
    return {term: {number: count[term] for number, count in enumerate(counts) if term in count} for term in terms}


def read(postings: TermPostings) -> dict[int, int]:
    documents = np.cumsum(np.frombuffer(postings.steps, np.uintc)).tolist()
    counts = np.frombuffer(postings.counts, np.single).astype(int).tolist()
    return dict(zip(documents, counts, strict=True))


@pytest.fixture(scope="module", params=[0, 1, 2, 300])
def texts(request: pytest.FixtureRequest) -> list[list[str]]:
    return some_texts(request.param)


def test_postings_are_those_of_brute_force_in_the_order_of_bytes(texts: list[list[str]]):
    found = [(postings.term, read(postings)) for postings in inverted(texts)]
    assert found == list(by_brute_force(texts).items())


def test_what_is_said_of_a_term_fits_its_postings(texts: list[list[str]]):
    expected = by_brute_force(texts)
    for postings in inverted(texts):
        having = expected[postings.term]
        assert (postings.frequency, postings.occurrences) == (len(having), sum(having.values()))
        assert (postings.first, postings.last, postings.most) == (min(having), max(having), max(having.values()))


def test_frequencies_are_the_numbers_of_documents(texts: list[list[str]]):
    assert inverted(texts).frequencies() == {term: len(having) for term, having in by_brute_force(texts).items()}


def test_lengths_count_every_word(texts: list[list[str]]):
    words = Words()
    for text in texts:
        words.add(text)
    assert words.lengths == [len(text) for text in texts]


def test_texts_without_a_word_have_no_postings():
    assert list(inverted([[], [], []])) == []


def grams_of(text: str) -> set[str]:
    """The characters and pairs of characters of each field."""
    fields = text.split(END)
    return {gram for field in fields for gram in [*field, *map("".join, pairwise(field))]}


@pytest.mark.parametrize(
    "texts",
    [
        [],
        [""],
        ["专"],
        ["专利专利"],
        [f"标题{END}正文"],
        [f"{END}正文", f"标题{END}", END],
        ["𠮷野𠮷", "ab\U0010ffff", "é,。"],
        ["专利" * 50, "利专", "", "专"],
    ],
)
def test_grams_are_the_characters_and_pairs_within_a_field_each_counted_once(texts: list[str]):
    found = [(postings.term, read(postings)) for postings in invert_grams(texts, END)]
    expected = by_brute_force([sorted(grams_of(text)) for text in texts])
    assert found == list(expected.items())


def test_no_gram_stands_across_two_clauses():
    assert {postings.term for postings in invert_grams(["专", "利"], END)} == {"专", "利"}
