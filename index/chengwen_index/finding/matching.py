"""Which clauses hold what a query asks for.

Everything is found literally in the folded heading or the folded text, never across
the two. A clause has a word of the query if the word stands in it (numbers in any way
of writing), or if all words it is made of do; by a synonym it has it as well, but is
told apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from chengwen_index.finding.query import Choice, Exact, Query, Word
from chengwen_index.storage.columns import Mask, Numbers
from chengwen_index.storage.corpus import Corpus
from chengwen_index.storage.memory import MEGABYTE, kept
from chengwen_index.words.analysis import pieces
from chengwen_index.words.numerals import ways_of_writing
from chengwen_index.words.thesaurus import synonyms
from chengwen_library.model import Span

FEW = 5
"""With fewer clauses that have all words, those with some are shown as well (decisions 8)."""


@dataclass(frozen=True, slots=True)
class Matches:
    """The clauses with all of what is asked for, with all of it only by synonyms, and with some of it; each rising."""

    all: Numbers
    synonym: Numbers
    partial: Numbers

    @property
    def documents(self) -> Numbers:
        """All of them."""
        return np.concatenate([self.all, self.synonym, self.partial])


def spans(needle: str, text: str) -> Iterator[Span]:
    """Yield the spans of `needle` in `text`, from left to right, none overlapping."""
    start = text.find(needle)
    while start >= 0:
        yield start, start + len(needle)
        start = text.find(needle, start + len(needle))


def partial_words(word: Word) -> tuple[str, ...]:
    """Return the words of which a clause needs but one to be shown with the partial hits.

    Single characters (市, 第) count only where the query has nothing longer.
    """
    inner = dict.fromkeys(inner for part in word.words for inner in (part, *pieces(part)))
    return tuple(part for part in inner if len(part) > 1) or tuple(inner) or (word.whole,)


def synonyms_of(word: Word) -> tuple[str, ...]:
    """Return the synonyms of the word and of the words it is made of."""
    return tuple(dict.fromkeys(other for part in (word.whole, *word.words) for other in synonyms(part)))


class Matcher:
    """Finds the clauses of a corpus."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._with = kept(24 * MEGABYTE)(self._find)

    def forget(self) -> None:
        """Let go of what was found."""
        self._with.cache_clear()

    def matches(self, query: Query, allowed: Mask, some: Callable[[], Mask]) -> Matches:
        """Return the clauses among the allowed that hold what is asked for; none if nothing is, but for conditions.

        `some` is called, if that is wanted, to say which clauses hold one of the words, or a synonym.
        """
        none = np.empty(0, np.int32)
        if not query.choices:
            listed = np.flatnonzero(allowed) if query.conditions else none
            return Matches(listed, none, none)
        base = self._base(query, allowed)
        literal = [self._any(choice, by_synonym=False) for choice in query.choices]
        complete = _kept(self._corpus.common(literal), base)
        wide = [self._any(choice, by_synonym=True) for choice in query.choices]
        related = self._corpus.without(_kept(self._corpus.common(wide), base), complete)
        if not query.words or not (query.by_any_word or len(complete) + len(related) < FEW):
            return Matches(complete, related, none)
        exact = [found for choice, found in zip(query.choices, literal, strict=True) if not _has_words(choice)]
        base = base & some()
        base[complete] = base[related] = False
        some_words = _kept(self._corpus.common(exact), base) if exact else np.flatnonzero(base)
        return Matches(complete, related, some_words)

    def _base(self, query: Query, allowed: Mask) -> Mask:
        base = allowed
        for option in query.without:
            base = base.copy()
            base[self._option(option, by_synonym=False, whole_only=True)] = False
        return base

    def _any(self, choice: Choice, *, by_synonym: bool) -> Numbers:
        return self._corpus.united([self._option(option, by_synonym=by_synonym) for option in choice])

    def _option(self, option: Word | Exact, *, by_synonym: bool, whole_only: bool = False) -> Numbers:
        if isinstance(option, Exact):
            return self._corpus.containing(option.folded, exactly=True)
        found = [self._with(option.whole, by_synonym=by_synonym)]
        if option.words and not whole_only:
            found.append(self._corpus.common([self._with(part, by_synonym=by_synonym) for part in option.words]))
        return self._corpus.united(found)

    def _find(self, word: str, *, by_synonym: bool) -> Numbers:
        others = synonyms(word) if by_synonym else ()
        return self._corpus.united([self.with_word(one) for one in (word, *others)])

    def known(self, word: Word) -> bool:
        """Tell whether the word, all it is made of, or a synonym stands in some clause."""
        return bool(len(self._option(word, by_synonym=True)))

    def with_word(self, word: str) -> Numbers:
        """Return the clauses in which the word stands, its numbers in any way of writing."""
        return self._corpus.united([self._corpus.containing(way) for way in ways_of_writing(word)])


def _has_words(choice: Choice) -> bool:
    return any(isinstance(option, Word) for option in choice)


def _kept(documents: Numbers, mask: Mask) -> Numbers:
    return documents[mask[documents]]
