"""The library with its index, as the window asks them: plain functions for a thread, no Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from chengwen_index.filters import Filters
from chengwen_index.opening import open_index
from chengwen_index.search import Answer, Hit, Index
from chengwen_library.clauses import find_clause
from chengwen_library.errors import NotInLibrary
from chengwen_library.library import Library
from chengwen_library.model import Clause, Measure

LIMIT = 200
"""Hits that are listed; more are only counted."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a query found in `region` (None: everywhere); `regions` counts the hits of all regions."""

    answer: Answer
    region: str | None
    regions: dict[str, int]


class Finder:
    """An open library and index."""

    def __init__(self, library: Library, index: Index) -> None:
        self.library = library
        self._index = index

    @property
    def clause_count(self) -> int:
        """The number of clauses that can be found."""
        return self._index.clause_count

    def find(self, query: str, region: str | None) -> Found:
        """Return the hits; a region without any is not asked for."""
        everywhere = self._index.search(query, Filters(), LIMIT)
        regions = everywhere.facets["region"]
        if region not in regions:
            return Found(everywhere, None, regions)
        return Found(self._index.search(query, Filters(region=region), LIMIT), region, regions)

    def clause(self, measure: str, eid: str) -> Clause:
        """Return a clause in full. Raises NotInLibrary."""
        found = find_clause(self.library.measure(measure), eid)
        if found is None:
            raise NotInLibrary("条款库里已经没有这一条。")
        return found


def open_finder(library: Path, index: Path, tell: Callable[[str], None]) -> Finder:
    """Fill the library if it is new and open its index. Raises ChengwenError."""
    shelf = Library(library)
    shelf.fill()
    return Finder(shelf, open_index(shelf, index, tell))


def sample_draft(library: Library) -> Measure:
    """Return the sample draft, assembled from the library's measures. Raises ChengwenError."""
    from chengwen_templates import sample

    return sample.sample_draft(library.measures(), date.today())  # noqa: DTZ011 (the day where the drafter sits)


def place_words(hit: Hit) -> str:
    """Return a hit's place within its measure: （八）, 三、（四）11., 引言."""
    kinds = {"preamble": "引言", "closing": "结尾"}
    return kinds.get(hit.kind, "".join(hit.path))
