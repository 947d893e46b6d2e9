"""Words of Chinese running text, for indexing and for queries.

Words come from `rjieba`, which knows the terms of the field (`terms.txt`) and those of
the thesaurus; numbers keep their units (5号, 100万元), single digits and letters are
words. Tables a drafter might edit: `terms.txt`, `words.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from types import ModuleType

from chengwen_index.normalizing import normal
from chengwen_index.tables import lines, table
from chengwen_index.thesaurus import listed_words

_Parts = tuple[str, ...]


def words(text: str) -> list[str]:
    """Return the words of a text in order, in normal form, without punctuation; stop words included."""
    return [word for word, _ in _words_and_parts(normal(text))]


def index_terms(text: str) -> list[str]:
    """Return what a text is indexed by: its words, and the words inside them (质押 of 质押融资); no stop words."""
    return terms_of(normal(text))


def terms_of(normal_text: str) -> list[str]:
    """Return the index terms of a text in normal form."""
    terms: list[str] = []
    silent = stop_words()
    for word, parts in _words_and_parts(normal_text):
        if word not in silent:
            terms.append(word)
            terms += parts
    return terms


def pieces(word: str) -> tuple[str, ...]:
    """Return what a term of the field is made of (质押融资: 质押, 融资); nothing for any other word."""
    return _pieces_of_terms().get(word, ())


def terms_of_the_field() -> tuple[str, ...]:
    """Return the terms that are always one word, in normal form: those of `terms.txt` and of the thesaurus."""
    return _terms()


@cache
def stop_words() -> frozenset[str]:
    """Return the words that say nothing in a search."""
    return frozenset(table("words.toml")["stop"])


@cache
def question_words() -> frozenset[str]:
    """Return the words that make a query a question."""
    return frozenset(table("words.toml")["questions"])


@cache
def units() -> tuple[str, ...]:
    """Return the measure words that make one word with the number before them, the longest first."""
    return tuple(sorted(table("words.toml")["units"], key=len, reverse=True))


def warm_up() -> None:
    """Load the dictionary now (about 0.15 s, once), so that the first search need not."""
    _segmenter().cut("知识产权")


def _words_and_parts(normal_text: str) -> Iterator[tuple[str, _Parts]]:
    for run in _runs().finditer(normal_text):
        if run.lastgroup == "chinese":
            for word in _segmenter().cut(run.group()):
                yield word, _inner_words(word) if len(word) > 2 else ()
        elif run["number"]:
            yield run.group(), (run["number"],) if run["unit"] else ()
        else:
            yield run.group(), ()


@cache
def _inner_words(word: str) -> _Parts:
    """Return the words of two or more characters that the dictionary knows inside a word."""
    return tuple(inner for inner in _segmenter().cut_all(word) if 1 < len(inner) < len(word))


@cache
def _segmenter() -> ModuleType:
    """Return rjieba with the field's terms in its dictionary."""
    _pieces_of_terms()
    import rjieba

    return rjieba


@cache
def _pieces_of_terms() -> dict[str, _Parts]:
    import rjieba

    known = {term: tuple(rjieba.cut(term)) for term in _terms()}
    for term in known:
        rjieba.add_word(term, None, None)
    return {term: inner for term, inner in known.items() if len(inner) > 1}


@cache
def _terms() -> tuple[str, ...]:
    return tuple(dict.fromkeys(normal(line) for line in [*lines("terms.txt"), *listed_words()]))


@cache
def _runs() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<chinese>[^\W\d_a-z]+)"
        rf"|(?P<number>[0-9]+(?:\.[0-9]+)*%?)(?P<unit>{'|'.join(map(re.escape, units()))})?"
        r"|(?P<letters>[a-z]+)"
    )
