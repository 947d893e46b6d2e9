"""All segments of an index as one: clauses numbered through, what they are counted by, and who has which words.

What was decoded or looked for once is kept, since people search as they type.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import accumulate, pairwise
from math import log
from threading import Lock

import numpy as np

from chengwen_index.storage.columns import Column, Mask, Numbers, column, joined
from chengwen_index.storage.engine import GRAMS, HEADING, TEXT, Postings
from chengwen_index.storage.memory import MEGABYTE, kept
from chengwen_index.storage.records import Origin, Record
from chengwen_index.storage.store import Looked, Stored
from chengwen_index.storage.term import DENSE, Scores, Term
from chengwen_index.words.normalizing import lower
from chengwen_index.words.vocabulary import Vocabulary

K1 = 1.2
B = 0.75
"""The constants of BM25, those of Whoosh."""
FEW = 20
"""Documents are looked up one by one in a list of more than this many times their number."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of the index as it lies on disk; `live` says which of its clauses still count."""

    stored: Stored
    postings: Postings
    live: Mask


class Corpus:
    """The clauses of some segments. Safe for several threads at once."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = segments
        self._bases = list(accumulate((segment.stored.count for segment in segments), initial=0))
        self.count: int = self._bases[-1]
        """The number of clauses, those that no longer count included; documents are numbered below it."""
        self.live: Mask = np.concatenate([np.empty(0, bool), *(segment.live for segment in segments)])
        self.origins: tuple[Origin, ...] = tuple(origin for one in segments for origin in one.stored.origins)
        self.origin_of = self._origin_numbers()
        self.topics = joined(segment.stored.topics for segment in segments)
        self.organs = joined(segment.stored.organs for segment in segments)
        self.kinds = joined(segment.stored.kinds for segment in segments)
        self._norms = {field: self._norm(field) for field in (HEADING, TEXT)}
        self._lock = Lock()
        self.forget()

    def forget(self) -> None:
        """Let go of all that was decoded or looked for."""
        self.term = kept(36 * MEGABYTE)(self._term)
        self.with_gram = kept(12 * MEGABYTE)(self._with_gram)
        self.containing = kept(24 * MEGABYTE)(self._containing)
        self.in_headings = kept(2 * MEGABYTE)(self._in_headings)
        self.with_topic = kept(4 * MEGABYTE)(self._with_topic)
        self.of_measures = lru_cache()(self._of_measures)
        self.of_origins = lru_cache()(self._of_origins)

    @property
    def live_count(self) -> int:
        """The number of clauses that count."""
        return int(np.count_nonzero(self.live))

    def record(self, document: int) -> Record:
        """Return a clause."""
        place = int(np.searchsorted(self._bases, document, "right")) - 1
        return self._segments[place].stored.record(document - self._bases[place])

    def plain(self, document: int) -> tuple[str, str]:
        """Return heading (empty if there is none) and text of a clause in normal form."""
        place = int(np.searchsorted(self._bases, document, "right")) - 1
        return self._segments[place].stored.plain(document - self._bases[place])

    def look(self, words: str, documents: Numbers, *, exactly: bool = False) -> Looked:
        """Look for folded words (in normal form unless `exactly`) in the given clauses."""
        parts = [
            segment.stored.look(words, documents[within] - base, exactly=exactly)
            for segment, base, within in self._within(documents)
        ]
        if not parts:
            return Looked(*[np.empty(0, bool)] * 3)
        return Looked(*(np.concatenate([getattr(one, name) for one in parts]) for name in Looked.__slots__))

    def common(self, several: Sequence[Numbers]) -> Numbers:
        """Return the documents that stand in all of the rising lists."""
        smallest, *others = sorted(several, key=len)
        for other in others:
            if not len(smallest):
                break
            if len(smallest) * FEW < len(other):
                smallest = smallest[other.take(other.searchsorted(smallest), mode="clip") == smallest]
            else:
                smallest = smallest[self.mask(other)[smallest]]
        return smallest

    def united(self, several: Iterable[Numbers]) -> Numbers:
        """Return the documents that stand in one of the lists, rising."""
        filled = [one for one in several if len(one)]
        return filled[0] if len(filled) == 1 else np.flatnonzero(self.mask(*filled)).astype(np.int32)

    def without(self, documents: Numbers, *others: Numbers) -> Numbers:
        """Return the documents that stand in none of the others."""
        return documents[~self.mask(*others)[documents]]

    def mask(self, *several: Numbers) -> Mask:
        """Return for each clause whether it stands in one of the lists."""
        mask = np.zeros(self.count, bool)
        for documents in several:
            mask[documents] = True
        return mask

    def rarity(self, frequency: int) -> float:
        """Return what a word says that so many clauses have (the inverse document frequency of BM25)."""
        return log(1 + (self.count - frequency + 0.5) / (frequency + 0.5))

    def give_back(self) -> None:
        """Let go of what single questions left, and of the pages of files that the system has read for us.

        The terms that most questions need stay decoded.
        """
        for answers in (self.containing, self.in_headings, self.with_topic):
            answers.cache_clear()
        for segment in self._segments:
            segment.stored.give_back()

    def close(self) -> None:
        """Let go of the files."""
        for segment in self._segments:
            segment.postings.close()
            segment.stored.close()

    def vocabulary(self) -> Vocabulary:
        """Return the words and headings of the clauses; those of clauses that no longer count may be among them.

        Raises OSError where another process has rebuilt the index meanwhile.
        """
        words, headings = Counter[str](), Counter[str]()
        for segment in self._segments:
            for total, counted in zip((words, headings), segment.stored.words(), strict=True):
                total.update(counted)
        return Vocabulary(words, headings)

    def _term(self, field: str, term: str) -> Term:
        """Return the term's clauses and scores (BM25), in a field of words."""
        documents, counts = self._postings(field, term)
        rarity = np.float32(self.rarity(len(documents)))
        shares = counts * np.float32(K1 + 1) / (counts + self._norms[field][documents])
        scores: Scores = (rarity * shares).astype(np.float32)
        if len(documents) * DENSE < self.count:
            return Term(documents, scores, len(documents))
        dense = np.zeros(self.count, np.float32)
        dense[documents] = scores
        return Term(None, dense, len(documents))

    def _with_gram(self, gram: str) -> Numbers:
        return self._postings(GRAMS, gram)[0]

    def _containing(self, words: str, *, exactly: bool = False) -> Numbers:
        """Return the clauses whose heading or text holds the folded words.

        Exactly so; or in normal form, and then no number within a longer one (5日 of 15日).
        """
        plain = lower(words)
        keys = [plain] if len(plain) == 1 else ["".join(pair) for pair in pairwise(plain)]
        found = self.common([self.with_gram(key) for key in dict.fromkeys(keys)])
        sure = self._with_term(plain)[found] if len(plain) > 2 else np.ones(len(found), bool)
        if exactly:
            sure &= ~self._altered(found) if words == plain else np.zeros(len(found), bool)
        doubted = found[~sure]
        found = self.without(found, doubted[~self.look(words, doubted, exactly=exactly).found])
        return found if exactly else self._with_whole_numbers(plain, found)

    def _with_term(self, words: str) -> Mask:
        """Return which clauses hold the words (in normal form) because they are one of their terms."""
        return self.mask(*(self.term(field, words).sparse()[0] for field in (HEADING, TEXT)))

    def _with_whole_numbers(self, plain: str, documents: Numbers) -> Numbers:
        """Return those of the documents in which numbers at the ends of the words are whole."""
        before, behind = plain[:1].isascii() and plain[:1].isdigit(), plain[-1:].isascii() and plain[-1:].isdigit()
        if not before and not behind:
            return documents
        whole = re.compile(("(?<![0-9.])" if before else "") + re.escape(plain) + ("(?![0-9.])" if behind else ""))
        kept = [any(map(whole.search, self.plain(number))) for number in documents.tolist()]
        return documents[np.array(kept, bool)]

    def _in_headings(self, words: str) -> tuple[Numbers, Numbers]:
        """Return the clauses in whose heading the words (in normal form) stand, and those whose heading they are."""
        found = self.containing(words)
        looked = self.look(words, found)
        return found[looked.in_heading], found[looked.is_heading]

    def _with_topic(self, topic: str) -> Numbers:
        """Return the clauses that are about a topic."""
        return np.flatnonzero(self.topics.having(lambda name: name == topic))

    def _postings(self, field: str, term: str) -> tuple[Numbers, Scores]:
        found: list[Numbers] = [np.empty(0, np.int32)]
        counts: list[Scores] = [np.empty(0, np.float32)]
        with self._lock:
            for segment, base in zip(self._segments, self._bases, strict=False):
                documents, several = segment.postings.of(field, term)
                found.append(documents.astype(np.int32) + np.int32(base))
                counts.append(np.ones(len(documents), np.float32) if several is None else several)
        documents, frequencies = np.concatenate(found), np.concatenate(counts)
        if not self.live.all():
            still = self.live[documents]
            return documents[still], frequencies[still]
        return documents, frequencies

    def _altered(self, documents: Numbers) -> Mask:
        parts = [segment.stored.altered(documents[at] - base) for segment, base, at in self._within(documents)]
        return np.concatenate([np.empty(0, bool), *parts])

    def _within(self, documents: Numbers) -> Iterable[tuple[Segment, int, slice]]:
        """Yield each segment with clauses among the rising documents, its first number, and where they stand."""
        borders = np.searchsorted(documents, self._bases).tolist()
        for segment, base, (start, end) in zip(self._segments, self._bases, pairwise(borders), strict=False):
            if end > start:
                yield segment, base, slice(start, end)

    def _norm(self, field: str) -> Scores:
        lengths = np.concatenate([np.empty(0, np.float32), *(one.stored.lengths[field] for one in self._segments)])
        average = float(lengths.mean()) if len(lengths) else 0.0
        return (K1 * (1 - B + B * lengths / (average or 1.0))).astype(np.float32)

    def _origin_numbers(self) -> Numbers:
        bases = accumulate((len(segment.stored.origins) for segment in self._segments), initial=0)
        numbers = [one.stored.origin_of + np.int32(base) for one, base in zip(self._segments, bases, strict=False)]
        return np.concatenate([np.empty(0, np.int32), *numbers])

    def _of_measures(self, name: str) -> Column:
        """Return the column of what clauses have from their measure: region, doc_type, status, date, issuers."""
        return self.of_origins(name).spread(self.origin_of)

    def _of_origins(self, name: str) -> Column:
        """Return the same column of the measures themselves."""
        return column(_values(origin, name) for origin in self.origins)


def _values(origin: Origin, name: str) -> tuple[str, ...]:
    value: object = getattr(origin, name)
    if isinstance(value, tuple):
        return value
    if isinstance(value, date):
        return (value.isoformat(),)
    return (value,) if isinstance(value, str) and value else ()
