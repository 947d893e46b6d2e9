"""What is marked in a hit, and which words of the query it holds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from chengwen_index.finding.matching import partial_words, synonyms_of
from chengwen_index.finding.query import Query, Word
from chengwen_index.finding.snippets import Wanted
from chengwen_index.storage.records import Record
from chengwen_index.words.numerals import ways_of_writing

Group = Literal["all", "synonym", "partial"]


class Finding:
    """Tells for the hits of one group what of the query stands in them: its words, or synonyms where those count."""

    def __init__(self, query: Query, group: Group) -> None:
        self._exact = query.exact
        self._words = query.words
        self._whole_words = group == "all"
        self._typed = {word.whole for word in query.words}
        self._ways = tuple(dict.fromkeys(way for word in query.words for way in _ways(word, group)))

    def in_record(self, record: Record) -> tuple[Wanted, tuple[str, ...]]:
        """Return what is to be marked in a record, and the words it holds.

        Single characters are marked only where they were typed as such.
        """
        heading, text = record.heading, record.text
        exact = tuple(folded for folded in self._exact if folded in heading.folded or folded in text.folded)
        held = [way for way in self._ways if way in text.lowered or way in heading.lowered]
        to_mark = tuple(way for way in held if len(way) > 1 or way in self._typed)
        if self._whole_words:
            named: Iterable[str] = (word.whole for word in self._words if _stands_in(word, held))
        else:
            named = (way for way in held if not any(way in other for other in held if other != way))
        return Wanted(exact, to_mark), (*exact, *dict.fromkeys(named))


def _ways(word: Word, group: Group) -> Iterable[str]:
    """Yield what may stand in a clause for a word: itself, what it is made of, synonyms where they count."""
    parts = (word.whole, *(partial_words(word) if group == "partial" else word.words))
    others = () if group == "all" else synonyms_of(word)
    for part in (*parts, *others):
        yield from ways_of_writing(part)


def _stands_in(word: Word, held: Iterable[str]) -> bool:
    return any(
        all(any(way in held for way in ways_of_writing(part)) for part in parts)
        for parts in ((word.whole,), word.words)
        if parts
    )
