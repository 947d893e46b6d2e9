"""What is marked in a hit, and which words of the query it holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from chengwen_index.matching import partial_words, synonyms_of
from chengwen_index.numerals import ways_of_writing
from chengwen_index.query import Query, Word
from chengwen_index.records import Record
from chengwen_index.snippets import Wanted

Group = Literal["all", "synonym", "partial"]


def wanted_in(query: Query, record: Record, group: Group) -> tuple[Wanted, tuple[str, ...]]:
    """Return what is to be marked in a record, and the words it holds: those of the query, or synonyms of them.

    Single characters are marked only where they were typed as such.
    """
    text = f"{record.heading.lowered}\n{record.text.lowered}"
    exact = tuple(folded for folded in query.exact if folded in record.heading.folded or folded in record.text.folded)
    held = [way for word in query.words for way in _ways(word, group) if way in text]
    typed = {word.whole for word in query.words}
    to_mark = tuple(way for way in held if len(way) > 1 or way in typed)
    if group == "all":
        named = [word.whole for word in query.words if _stands_in(word, text)]
    else:
        named = [way for way in held if len(way) > 1 or len(held) == 1]
    return Wanted(exact, to_mark), (*exact, *dict.fromkeys(named))


def _ways(word: Word, group: Group) -> Iterator[str]:
    """Yield what may stand in a clause for a word: itself, what it is made of, synonyms where they count."""
    parts = (word.whole, *(partial_words(word) if group == "partial" else word.words))
    others = () if group == "all" else synonyms_of(word)
    for part in (*parts, *others):
        yield from ways_of_writing(part)


def _stands_in(word: Word, text: str) -> bool:
    return any(
        all(any(way in text for way in ways_of_writing(part)) for part in parts)
        for parts in ((word.whole,), word.words)
        if parts
    )
