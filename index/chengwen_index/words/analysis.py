"""Words of Chinese running text, for indexing and for queries.

Words come from `rjieba`, which knows the terms of the field (`terms.txt`) and those of
the thesaurus; numbers keep their units (5号, 100万元), single digits and letters are
words. Tables a drafter might edit: `terms.txt`, `words.toml`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from types import ModuleType

from chengwen_index.words.normalizing import normal
from chengwen_index.words.tables import lines, table
from chengwen_index.words.thesaurus import listed_words

_Parts = tuple[str, ...]
_REMEMBERED = 1 << 16


def words(text: str) -> list[str]:
    """Return the words of a text in order, in normal form, without punctuation; stop words included."""
    found: list[str] = []
    for run in _runs().finditer(normal(text)):
        found += _segmenter().cut(run.group()) if run.lastgroup == "chinese" else [run.group()]
    return found


def index_terms(text: str) -> list[str]:
    """Return what a text is indexed by: its words, and the words inside them (质押 of 质押融资); no stop words."""
    return terms_of(normal(text))


def terms_of(normal_text: str) -> list[str]:
    """Return the index terms of a text in normal form."""
    terms: list[str] = []
    cut = _segmenter().cut
    for run in _runs().finditer(normal_text):
        if run.lastgroup == "chinese":
            for word in cut(run.group()):
                terms += _terms_of_word(word)
        else:
            terms += _terms_of_number(run)
    return terms


def whole_words(text: str) -> list[str]:
    """Return the words of a text as it stands, punctuation included; joined they are the text."""
    return _segmenter().cut(text)


def pieces(word: str) -> tuple[str, ...]:
    """Return the words of two or more characters that the dictionary knows inside a word (质押融资: 质押, 融资)."""
    return _terms_of_word(word)[1:] if word.isprintable() else ()


def terms_of_the_field() -> tuple[str, ...]:
    """Return the terms that are always one word, in normal form: those of `terms.txt` and of the thesaurus."""
    return _terms()


@cache
def stop_words() -> frozenset[str]:
    """Return the words that say nothing in a search."""
    return frozenset(table("words.toml")["stop"])


@cache
def weak_words() -> frozenset[str]:
    """Return the words that say little of what a clause is about."""
    return frozenset(table("words.toml")["weak"])


@cache
def question_words() -> frozenset[str]:
    """Return the words that make a query a question."""
    return frozenset(table("words.toml")["questions"])


@cache
def question_signs() -> frozenset[str]:
    """Return what makes a query a question wherever it stands in it."""
    return frozenset(table("words.toml")["question_signs"])


@cache
def units() -> tuple[str, ...]:
    """Return the measure words that make one word with the number before them, the longest first."""
    return tuple(sorted(table("words.toml")["units"], key=len, reverse=True))


def warm_up() -> None:
    """Load the dictionary now (about 0.2 s, once), so that the first search need not."""
    _segmenter().cut("知识产权")


@lru_cache(_REMEMBERED)
def _terms_of_word(word: str) -> _Parts:
    """Return what a Chinese word is found by: itself and the words of two or more characters inside it."""
    if word in stop_words():
        return ()
    inside = _segmenter().cut_all(word) if len(word) > 2 else []
    return (word, *(inner for inner in inside if 1 < len(inner) < len(word)))


def _terms_of_number(run: re.Match[str]) -> _Parts:
    return (run.group(), run["number"]) if run["unit"] else (run.group(),)


@cache
def _segmenter() -> ModuleType:
    """Return rjieba with the field's terms in its dictionary."""
    import rjieba

    for term in (*_terms(), *question_words()):
        rjieba.add_word(term, None, None)
    return rjieba


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
