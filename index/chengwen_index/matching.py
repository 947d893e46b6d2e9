"""Which clauses hold what a query asks for.

Everything is found literally in the folded heading or the folded text, never across
the two: pairs of characters narrow the clauses down, the stored words decide. A clause
has a word of the query if the word stands in it, or if all words it is made of do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache, reduce
from itertools import pairwise
from typing import TYPE_CHECKING

from chengwen_index.analysis import lower, pieces
from chengwen_index.query import Query, Word
from chengwen_index.records import Field, Record
from chengwen_library.model import Span

if TYPE_CHECKING:
    from chengwen_index.engine import Postings

FEW = 5
"""With fewer clauses that have all words, those with some are shown as well (decisions 8)."""
_REMEMBERED = 2048

Documents = frozenset[int]


@dataclass(frozen=True, slots=True)
class Matches:
    """The numbers of the clauses with all of what is asked for, and of those with some of the words."""

    all: Documents
    partial: Documents


def grams(field: Field) -> set[str]:
    """Return the single characters and the pairs of characters of a heading or a text."""
    text = field.lowered
    return {*text, *map("".join, pairwise(text))}


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


class Matcher:
    """Finds clauses; keeps what it found for a word, since people search as they type."""

    def __init__(self, records: list[Record], postings: Postings) -> None:
        self._records = records
        self._with_gram = lru_cache(_REMEMBERED)(postings.with_gram)
        self.exactly = lru_cache(_REMEMBERED)(self._exactly)
        self.literally = lru_cache(_REMEMBERED)(self._literally)

    def matches(self, query: Query, allowed: Documents) -> Matches:
        """Return the clauses among `allowed` that hold what is asked for; none if nothing is."""
        if not query.words and not query.exact:
            return Matches(frozenset(), frozenset())
        base = _common([allowed, *map(self.exactly, query.exact)])
        base -= _united([*map(self.literally, query.without), *map(self.exactly, query.without_exact)])
        complete = _common([base, *map(self._with_word, query.words)])
        if not query.words or not (query.by_any_word or len(complete) < FEW):
            return Matches(complete, frozenset())
        return Matches(complete, (base & self._with_some(query.words)) - complete)

    def _with_word(self, word: Word) -> Documents:
        whole = self.literally(word.whole)
        return whole | _common(map(self.literally, word.words)) if word.words else whole

    def _with_some(self, words: Iterable[Word]) -> Documents:
        return _united(self.literally(part) for word in words for part in partial_words(word))

    def _exactly(self, folded: str) -> Documents:
        return self._containing(folded, lambda field: folded in field.folded)

    def _literally(self, normal: str) -> Documents:
        return self._containing(normal, lambda field: normal in field.lowered)

    def _containing(self, folded: str, holds: Callable[[Field], bool]) -> Documents:
        text = lower(folded)
        keys = [text] if len(text) == 1 else map("".join, pairwise(text))
        candidates = _common(map(self._with_gram, keys))
        records = ((number, self._records[number]) for number in candidates)
        return frozenset(number for number, record in records if holds(record.heading) or holds(record.text))


def _common(sets: Iterable[Documents]) -> Documents:
    return reduce(frozenset.intersection, sets)


def _united(sets: Iterable[Documents]) -> Documents:
    return frozenset().union(*sets)
