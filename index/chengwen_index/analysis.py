"""Words of Chinese running text, for indexing and for queries.

Words come from `rjieba`, which knows the terms of the field (`terms.txt`); numbers
keep their units (5号, 100万元), single digits and letters are words. Tables a
drafter might edit: `terms.txt`, `words.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from types import ModuleType

from chengwen_library.folding import fold


def normal(text: str) -> str:
    """Return the folded text (decisions 7) in lower case; it has as many characters as the folded text."""
    return lower(fold(text))


def lower(folded: str) -> str:
    """Return folded text in lower case, character for character."""
    lowered = folded.lower()
    if len(lowered) == len(folded):
        return lowered
    return "".join(small if len(small := character.lower()) == 1 else character for character in folded)


def words(text: str) -> list[str]:
    """Return the words of a text in order, in normal form, without punctuation; stop words included."""
    return [word for word, _ in _words_and_parts(text)]


def index_terms(text: str) -> list[str]:
    """Return what a text is indexed by: its words, and the words inside them (质押 of 质押融资); no stop words."""
    terms: list[str] = []
    for word, parts in _words_and_parts(text):
        if word not in stop_words():
            terms += [word, *parts]
    return terms


def pieces(word: str) -> tuple[str, ...]:
    """Return what a term of the field is made of (质押融资: 质押, 融资); nothing for any other word."""
    return _pieces_of_terms().get(word, ())


@cache
def stop_words() -> frozenset[str]:
    """Return the words that say nothing in a search."""
    return frozenset(_table()["stop"])


@cache
def question_words() -> frozenset[str]:
    """Return the words that make a query a question."""
    return frozenset(_table()["questions"])


def _words_and_parts(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for run in _runs().finditer(normal(text)):
        if run["number"]:
            yield run.group(), (run["number"],) if run["unit"] else ()
        elif run["letters"]:
            yield run.group(), ()
        else:
            yield from _chinese_words(run.group())


def _chinese_words(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    segmenter = _segmenter()
    for word in segmenter.cut(text):
        yield word, _inner_words(word) if len(word) > 2 else ()


@cache
def _inner_words(word: str) -> tuple[str, ...]:
    """Return the words of two or more characters that the dictionary knows inside a word."""
    return tuple(inner for inner in _segmenter().cut_all(word) if 1 < len(inner) < len(word))


@cache
def _segmenter() -> ModuleType:
    """Return rjieba with the field's terms in its dictionary (loading takes about 0.15 s, once)."""
    _pieces_of_terms()
    import rjieba

    return rjieba


@cache
def _pieces_of_terms() -> dict[str, tuple[str, ...]]:
    import rjieba

    known = {term: tuple(rjieba.cut(term)) for term in _terms()}
    for term in known:
        rjieba.add_word(term, None, None)
    return {term: inner for term, inner in known.items() if len(inner) > 1}


@cache
def _terms() -> tuple[str, ...]:
    lines = files("chengwen_index").joinpath("terms.txt").read_text(encoding="utf-8").splitlines()
    return tuple(normal(line) for line in lines if line.strip() and not line.startswith("#"))


@cache
def _runs() -> re.Pattern[str]:
    units = "|".join(map(re.escape, sorted(_table()["units"], key=len, reverse=True)))
    return re.compile(
        rf"(?P<number>[0-9]+(?:\.[0-9]+)*%?)(?P<unit>{units})?"
        r"|(?P<letters>[a-z]+)"
        r"|[^\W\d_a-z]+"
    )


@cache
def _table() -> dict[str, list[str]]:
    return tomllib.loads(files("chengwen_index").joinpath("words.toml").read_text(encoding="utf-8"))
