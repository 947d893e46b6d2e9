"""The words of the library's clauses: completions while somebody types, and what was meant by a mistyped word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import pairwise

from chengwen_index.words import analysis
from chengwen_index.words.normalizing import normal

LONGEST = 8
"""Characters of a word that a mistyped one is compared with."""
ANY = "\0"
"""Stands for the one character that is wrong."""


class Vocabulary:
    """Words and how many clauses have each; `headings` likewise. Both in normal form or as they stand."""

    def __init__(self, words: Mapping[str, int], headings: Mapping[str, int]) -> None:
        self._words = words
        self._headings = headings

    def prepare(self) -> None:
        """Make the tables now that mistyped words are looked up in (0.1 s for a large library, once)."""
        _ = self._terms, self._by_pattern, self._longer

    def completions(self, query: str, limit: int) -> tuple[str, ...]:
        """Return queries that end the last word of the given one, the most promising first.

        Terms of the field come before headings, those that begin with what was typed before
        those that contain it, and frequent ones before rare ones.
        """
        before, typed = _last_word(query)
        wanted = normal(typed)
        if not wanted:
            return ()
        found = [*self._with(wanted, self._terms, limit), *self._with(wanted, self._headings, limit)]
        return tuple(before + text for text in dict.fromkeys(found) if normal(text) != wanted)[:limit]

    def meant(self, word: str, *, only_terms: bool) -> Iterator[str]:
        """Yield what a word (in normal form) that stands nowhere may have been meant to be, the likeliest first.

        One character in it is wrong, missing, too much, or two have changed places. With
        `only_terms` just terms of the field of three characters and more are thought of.
        """
        for start, end in _stretches(word):
            for known in self._near(word[start:end]):
                if not only_terms or (len(known) > 2 and known in self._terms):
                    yield word[:start] + known + word[end:]

    @cached_property
    def _terms(self) -> dict[str, int]:
        return {term: count for term in analysis.terms_of_the_field() if (count := self._words.get(term, 0))}

    def _with(self, wanted: str, texts: Mapping[str, int], limit: int) -> list[str]:
        holding = [(place, -count, text) for text, count in texts.items() if (place := normal(text).find(wanted)) >= 0]
        return [text for *_, text in sorted(holding, key=lambda one: (one[0] > 0, *one[1:]))[:limit]]

    def _near(self, word: str) -> list[str]:
        """Return the known words that differ from a word in one place, what happens most often first.

        Of two characters only terms of the field are thought of.
        """
        if word in self._words:
            return []
        swapped = [other for other in _swapped(word) if other in self._words]
        wrong = [known for pattern in _patterns(word) for known in self._by_pattern.get(pattern, ())]
        if len(word) == 2:
            return [known for known in self._by_frequency(swapped, wrong) if known in self._terms]
        too_much = [other for other in _shortened(word) if other in self._words and len(other) > 2]
        return self._by_frequency(swapped, wrong, self._longer.get(word, ()), too_much)

    def _by_frequency(self, *kinds: Iterable[str]) -> list[str]:
        """Return the words of each kind in turn, those that most clauses have first."""
        ordered = (known for kind in kinds for known in sorted(kind, key=lambda known: (-self._words[known], known)))
        return list(dict.fromkeys(ordered))

    @cached_property
    def _by_pattern(self) -> dict[str, list[str]]:
        """The words that fit a pattern, a word with `ANY` in place of a character."""
        fitting: defaultdict[str, list[str]] = defaultdict(list)
        for word in self._words:
            if 1 < len(word) <= LONGEST:
                for pattern in _patterns(word):
                    fitting[pattern].append(word)
        return dict(fitting)

    @cached_property
    def _longer(self) -> dict[str, set[str]]:
        """The words that a word becomes with one character more."""
        longer: defaultdict[str, set[str]] = defaultdict(set)
        for word in self._words:
            if 3 < len(word) <= LONGEST:
                for shorter in _shortened(word):
                    longer[shorter].add(word)
        return dict(longer)


def _stretches(word: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a word that may be a mistyped word, the longest first."""
    for length in range(min(len(word), LONGEST), 1, -1):
        if length > 2 or len(word) == 2:
            for start in range(len(word) - length + 1):
                yield start, start + length


def _patterns(word: str) -> Iterable[str]:
    return (word[:place] + ANY + word[place + 1 :] for place in range(len(word)))


def _shortened(word: str) -> Iterable[str]:
    return (word[:place] + word[place + 1 :] for place in range(len(word)))


def _swapped(word: str) -> Iterable[str]:
    for place, (first, second) in enumerate(pairwise(word)):
        yield word[:place] + second + first + word[place + 2 :]


def _last_word(query: str) -> tuple[str, str]:
    """Return a query cut before its last word; what stands in quotes or excludes is no word to complete."""
    if sum(map(query.count, '"＂')) % 2:
        return query, ""
    borders = [place for place, character in enumerate(query) if character.isspace() or character in "|｜"]
    start = borders[-1] + 1 if borders else 0
    last = query[start:]
    return (query[:start], last) if last[:1] not in {'"', "＂", "-", "－"} else (query, "")
