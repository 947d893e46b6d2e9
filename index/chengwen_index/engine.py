"""Whoosh behind a small typed face: three fields of terms, written once, then only read.

Whoosh gets lists of ready terms and never a text, so that no analyzer of its own is
used. It unpickles parts of its files: open only what `cache` has verified.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

with warnings.catch_warnings():
    # Whoosh 2.7.4 has invalid escapes and comparisons by `is`, of which Python warns when it first compiles them.
    warnings.simplefilter("ignore", SyntaxWarning)
    warnings.simplefilter("ignore", DeprecationWarning)
    from whoosh import versionstring
    from whoosh.codec.whoosh3 import W3Codec
    from whoosh.fields import KEYWORD, Schema
    from whoosh.filedb.filestore import FileStorage
    from whoosh.scoring import BM25F

VERSION: str = versionstring()
_HEADING = "heading"
_TEXT = "text"
_GRAMS = "grams"
_SURROGATE = re.compile("[\ud800-\udfff]")
"""Half a character, as a damaged command line may have; Whoosh cannot encode it, and no text holds it."""
_LOCK_FILE = "MAIN_WRITELOCK"
_MEMORY = 512
"""MB; below this Whoosh sorts in memory and puts no file into the system's temporary folder."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What one clause is found by."""

    heading: list[str]
    text: list[str]
    grams: list[str]


def write(folder: Path, clauses: Iterable[Terms]) -> None:
    """Write an index of the clauses, numbered from 0 in their order, into an empty folder."""
    created = FileStorage(str(folder)).create_index(_schema())
    writer = created.writer(codec=W3Codec(compression=0), limitmb=_MEMORY)
    for clause in clauses:
        writer.add_document(**{_HEADING: clause.heading, _TEXT: clause.text, _GRAMS: clause.grams})
    writer.commit()
    created.close()
    (folder / _LOCK_FILE).unlink(missing_ok=True)


class Postings:
    """The postings of an index that was written by `write`. Not safe for several threads at once."""

    def __init__(self, folder: Path) -> None:
        storage = FileStorage(str(folder))
        self._index = storage.open_index(schema=_schema())
        self._searcher: Any = self._index.searcher(weighting=BM25F())

    @property
    def count(self) -> int:
        """The number of clauses."""
        return int(self._searcher.doc_count_all())

    def with_gram(self, gram: str) -> frozenset[int]:
        """Return the numbers of the clauses that have the gram."""
        reader = self._searcher.reader()
        if _SURROGATE.search(gram) or (_GRAMS, gram) not in reader:
            return frozenset()
        return frozenset(reader.postings(_GRAMS, gram).all_ids())

    def heading_scores(self, term: str) -> dict[int, float]:
        """Return the BM25F score of the term for each clause that has it in its heading."""
        return self._scores(_HEADING, term)

    def text_scores(self, term: str) -> dict[int, float]:
        """Return the BM25F score of the term for each clause that has it in its text."""
        return self._scores(_TEXT, term)

    def close(self) -> None:
        """Let go of the files."""
        self._searcher.close()
        self._index.close()

    def _scores(self, field: str, term: str) -> dict[int, float]:
        scores: dict[int, float] = {}
        if (field, term) in self._searcher.reader():
            matcher = self._searcher.postings(field, term)
            while matcher.is_active():
                scores[matcher.id()] = matcher.score()
                matcher.next()
        return scores


def _schema() -> Schema:
    return Schema(
        heading=KEYWORD(scorable=True),
        text=KEYWORD(scorable=True),
        grams=KEYWORD(scorable=True),
    )
