"""Our own engine behind the face of the others: the ranking step alone, without snippets and facets."""

from collections.abc import Sequence
from pathlib import Path

from engines import TOP

from chengwen_index.finding.bm25 import best
from chengwen_index.opening import open_index
from shelves import Shelf


class Ours:
    """BM25 over the words of the text; the clauses are numbered in the order of the shelf."""

    name = "Chengwen"

    def __init__(self, shelf: Shelf, folder: Path) -> None:
        self.index = open_index(shelf, folder / "index")

    def best(self, tokens: Sequence[str], *, every: bool) -> Sequence[int]:
        documents, _ = best(self.index.corpus, tokens, TOP, every)
        return documents.tolist()

    def count(self, tokens: Sequence[str], *, every: bool) -> int:
        documents, _ = best(self.index.corpus, tokens, self.index.clause_count, every)
        return len(documents)

    def forget(self) -> None:
        self.index.corpus.forget()
