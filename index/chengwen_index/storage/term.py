"""What clauses score for a term or a word."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from chengwen_index.storage.columns import Numbers

Scores = NDArray[np.float32]
DENSE = 8
"""Where more than one clause in so many has a term, its scores are kept as one number for each clause."""


@dataclass(frozen=True, slots=True)
class Term:
    """The score (above 0) that clauses get for a term or a word.

    Either `documents` are those that have it, rising, with a score for each; or `documents`
    is None and there is a score for every clause, 0 for those without: where many have it
    that takes less room and less time. `says` is what the word counts for beside others.
    """

    documents: Numbers | None
    scores: Scores
    frequency: int
    says: float = 1.0

    def narrow(self, documents: Numbers, scores: Scores) -> tuple[Numbers, Scores]:
        """Return those of some rising documents that have it too, with its scores added to theirs."""
        if self.documents is None:
            added = self.scores[documents]
            having = added > 0
            return documents[having], scores[having] + added[having]
        if not len(self.documents):
            return self.documents, self.scores
        places = self.documents.searchsorted(documents)
        having = self.documents.take(places, mode="clip") == documents
        return documents[having], scores[having] + self.scores[places[having]]

    def sparse(self) -> tuple[Numbers, Scores]:
        """Return the documents that have it, rising, and their scores."""
        if self.documents is not None:
            return self.documents, self.scores
        documents = np.flatnonzero(self.scores)
        return documents, self.scores[documents]

    def add_to(self, total: Scores, weight: float = 1.0) -> None:
        """Add the scores to those of all clauses."""
        added = self.scores if weight == 1.0 else self.scores * np.float32(weight)
        if self.documents is None:
            total += added
        else:
            total[self.documents] += added

    def count_in(self, total: Scores, weight: float) -> None:
        """Add the weight to the figures of the clauses that have it."""
        if self.documents is None:
            total += (self.scores > 0) * np.float32(weight)
        else:
            total[self.documents] += np.float32(weight)
