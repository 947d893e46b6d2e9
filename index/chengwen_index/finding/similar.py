"""Clauses like a text: who has used this wording, and who regulates the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from rapidfuzz.distance import LCSseq

from chengwen_index.comparing.similarity import Relation, relation, shared_spans, similarity
from chengwen_index.finding.bm25 import summed, top_of
from chengwen_index.storage.columns import Mask, Numbers
from chengwen_index.storage.corpus import Corpus
from chengwen_index.storage.engine import HEADING, TEXT
from chengwen_index.storage.term import Scores
from chengwen_index.words.analysis import terms_of
from chengwen_index.words.normalizing import normal
from chengwen_library.model import Span

PAIRS = 32
"""Pairs of characters of a text by which others with its wording are looked for, the rarest."""
WORDS = 16
"""Words of a text by which others on its subject are looked for, those that say most."""
LOOKED_UP = 32
"""Of a longer text every second, third … pair and word is looked up, so that its length costs nothing."""
BY_WORDING, BY_SUBJECT = 32, 16
"""Clauses of either kind that are compared with the text."""
LOOKED_AT = 12
"""So many, or as many as are asked for, the most alike in wording and the best by subject, are measured in full."""
EVERYDAY = 0.25
"""A pair that a larger share of clauses has says nothing."""


@dataclass(frozen=True, slots=True)
class Alike:
    """A clause like a text: its number, how alike it is, and the spans of its text that stand in the given one."""

    document: int
    similarity: float
    same: tuple[Span, ...]

    @property
    def relation(self) -> Relation | None:
        """What the clause is to the text; None if they are hardly related."""
        return relation(self.similarity)


class Similar:
    """Finds the clauses of a corpus that are like a text."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus

    def to(self, text: str, allowed: Mask, limit: int) -> list[Alike]:
        """Return the clauses most like a text (a clause's heading and words, or any), the most alike first."""
        plain = normal(text)
        if not plain:
            return []
        wording = self._best(self._by_wording(plain), allowed, max(BY_WORDING, limit))
        subject = self._best(self._by_subject(plain), allowed, max(BY_SUBJECT, limit))
        looked_at = self._most_alike(plain, wording, subject, max(LOOKED_AT, limit))
        measured = [(similarity(text, words), number) for number, words in looked_at]
        measured.sort(key=lambda one: (-one[0], one[1]))
        return [Alike(number, alike, self._same(number, text)) for alike, number in measured[:limit]]

    def _same(self, number: int, text: str) -> tuple[Span, ...]:
        return shared_spans(self._corpus.record(number).text.original, text)

    def _by_wording(self, plain: str) -> Scores:
        """Return for each clause how much of the text's rarest pairs of characters it has."""
        pairs = list(dict.fromkeys(map("".join, pairwise(plain))))
        found = [self._corpus.with_gram(pair) for pair in pairs[:: 1 + len(pairs) // LOOKED_UP]]
        most = EVERYDAY * self._corpus.count
        telling = [having for having in found if 0 < len(having) <= most] or found
        scores = np.zeros(self._corpus.count, np.float32)
        for having in sorted(telling, key=len)[:PAIRS]:
            scores[having] += np.float32(self._corpus.rarity(len(having)))
        return scores

    def _by_subject(self, plain: str) -> Scores:
        """Return for each clause how well it answers the words of the text."""
        words = list(dict.fromkeys(terms_of(plain)))
        known = [(self._corpus.term(TEXT, word), word) for word in words[:: 1 + len(words) // LOOKED_UP]]
        telling = sorted((one for one in known if one[0].frequency), key=lambda one: one[0].frequency)[:WORDS]
        return summed(
            self._corpus, [*(term for term, _ in telling), *(self._corpus.term(HEADING, w) for _, w in telling)]
        )

    def _best(self, scores: Scores, allowed: Mask, limit: int) -> list[int]:
        documents = np.flatnonzero(allowed & (scores > 0))
        best: Numbers = documents[top_of(scores[documents], limit)]
        return best.tolist()

    def _most_alike(
        self, plain: str, wording: Iterable[int], subject: Iterable[int], count: int
    ) -> list[tuple[int, str]]:
        """Return the candidates worth measuring, with their words: half for their wording, half for their subject.

        The text may be a clause with its heading or without: a candidate is taken as what is more alike.
        """
        forms = {number: self._nearer_form(plain, number) for number in dict.fromkeys([*wording, *subject])}
        first = sorted(forms, key=lambda number: -forms[number][0])[: (count + 1) // 2]
        others = [number for number in subject if number not in first][: count - len(first)]
        return [(number, self._words(number, with_heading=forms[number][1])) for number in (*first, *others)]

    def _nearer_form(self, plain: str, number: int) -> tuple[float, bool]:
        """Return how alike in wording a clause is, and whether with its heading or, being nearer so, without."""
        heading, text = self._corpus.plain(number)
        without = LCSseq.normalized_similarity(plain, text)
        return max((LCSseq.normalized_similarity(plain, heading + text), True), (without, False))

    def _words(self, number: int, *, with_heading: bool) -> str:
        record = self._corpus.record(number)
        heading = record.heading.original if with_heading else ""
        return "\n".join(filter(None, [heading, record.text.original]))
