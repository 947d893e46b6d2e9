"""The library with its index, as the window asks them: plain functions for a thread, no Qt."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Lock
from weakref import finalize

from chengwen_desktop.home import office_folder
from chengwen_desktop.search.question import Question
from chengwen_desktop.translation import tr
from chengwen_index.comparing.similarity import similarity
from chengwen_index.finding.filters import Facets
from chengwen_index.holdings import Held, Holdings, holdings
from chengwen_index.opening import open_index
from chengwen_index.own_words import use_own_words
from chengwen_index.search import Answer, Hit, Index, SimilarHit
from chengwen_library.clauses import find_clause
from chengwen_library.errors import ChengwenError, NotInLibrary
from chengwen_library.folding import fold
from chengwen_library.library import Library, file_name
from chengwen_library.model import Clause, Measure, Status

LIMIT = 200
"""Hits that are listed; more are only counted."""

SIMILAR = 12
"""Similar clauses that are listed."""

SUGGESTED = 5
"""Completions that are offered while somebody types."""


class Replaced(ChengwenError):
    """The library was opened anew meanwhile; whoever asked is told by the newer answer."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a question found.

    `counts` tells for each facet how many hits each value would leave, whatever is chosen
    of that facet now. `freeing` names the facets without which there are hits.
    """

    question: Question
    answer: Answer
    counts: Facets
    freeing: tuple[str, ...] = ()


class Finder:
    """An open library and index. Several threads may ask; `close` waits for them without blocking."""

    def __init__(self, library: Library, index: Index) -> None:
        self.library = library
        self.clause_count = index.clause_count
        self._stamps = dict(library.stamps())
        self._index = index
        self._finish = finalize(self, index.close)  # also when nobody takes the finder
        self._lock, self._counting = Lock(), Lock()
        self._holdings: Holdings | None = None
        self._asking = 0
        self._closing = False

    def is_stale(self) -> bool:
        """Tell whether the library's files are others than when it was opened."""
        return self._stamps != dict(self.library.stamps())

    def find(self, question: Question) -> Found:
        """Return the hits with what they can be narrowed down to."""
        with self._ask() as index:
            answer = index.search(question.query, question.filters, LIMIT, sort=question.sort)
            counts = dict(answer.facets)
            freeing: list[str] = []
            for facet in question.chosen:
                wider = index.search(question.query, question.narrowed(facet, None).filters, 1)
                counts[facet] = wider.facets.get(facet, {})
                freeing += [facet] if wider.hits else []
            repealed = index.search(question.query, question.narrowed("status", Status.REPEALED).filters, 0)
            counts["status"] = {**counts.get("status", {}), **repealed.facets.get("status", {})}
        return Found(question, answer, counts, tuple(freeing))

    def similar(self, text: str, own: str | None) -> tuple[SimilarHit, ...]:
        """Return the clauses related to one of the draft, the most alike first, those of the measure `own` left out.

        `text` is its heading and text as `similarity.words_of` puts them; likeness is that of whole clauses.
        """
        with self._ask() as index:
            found = index.similar(text, SIMILAR * 2)
        measured = [SimilarHit(one.hit, similarity(text, _words(one.hit)), one.same) for one in found]
        related = [one for one in measured if one.relation and one.hit.measure_id != own]
        return tuple(sorted(related, key=lambda one: -one.similarity)[:SIMILAR])

    def candidates(self, text: str, limit: int) -> tuple[SimilarHit, ...]:
        """Return what of the library a clause may be compared with, as a comparison asks for it."""
        with self._ask() as index:
            return index.similar(text, limit)

    def prepare_words(self) -> None:
        """Load now what suggestions and mistyped words are looked up in."""
        with self._ask() as index:
            index.prepare_words()

    def suggestions(self, query: str) -> tuple[str, ...]:
        """Return queries that end the last word of the one being typed."""
        with self._ask() as index:
            return index.suggestions(query, SUGGESTED)

    def holdings(self) -> Holdings:
        """Return the measures that can be found, and which of them write about which topic."""
        with self._ask() as index, self._counting:
            if self._holdings is None:
                self._holdings = holdings(index)
            return self._holdings

    def clause(self, measure: str, eid: str) -> Clause:
        """Return a clause in full. Raises NotInLibrary."""
        found = find_clause(self.library.measure(measure), eid)
        if found is None:
            raise NotInLibrary(tr("条款库里已经没有这一条。"))
        return found

    def measures_named(self, keys: Iterable[str]) -> tuple[Measure, ...]:
        """Return the measures with these ids, 文号 or titles in the order of their files; only these are read.

        Raises NotInLibrary if one left the library meanwhile.
        """
        wanted = set(map(fold, keys))
        held = (one for one in self.holdings().measures if not wanted.isdisjoint(_names(one)))
        return tuple(map(self.library.measure, sorted((one.measure_id for one in held), key=file_name)))

    def give_back(self) -> None:
        """Let go of what questions left in memory and of what was read of files, unless the library is being closed."""
        with suppress(Replaced), self._ask() as index:
            index.give_back()

    def close(self) -> None:
        """Let go of the index as soon as nobody asks it any more."""
        with self._lock:
            self._closing = True
            is_idle = not self._asking
        if is_idle:
            self._finish()

    @contextmanager
    def _ask(self) -> Generator[Index]:
        with self._lock:
            if self._closing:
                raise Replaced(tr("条款库正在重新打开。"))
            self._asking += 1
        try:
            yield self._index
        finally:
            with self._lock:
                self._asking -= 1
                is_last = self._closing and not self._asking
            if is_last:
                self._finish()


def open_finder(library: Path, index: Path, tell: Callable[[str], None]) -> Finder:
    """Fill the library if it is new and open its index, with the office's own topics and synonyms.

    Raises ChengwenError.
    """
    for fault in use_own_words(office_folder()):
        tell(str(fault))
    shelf = Library(library)
    shelf.fill()
    return Finder(shelf, open_index(shelf, index, tell))


def sample_draft(finder: Finder) -> Measure:
    """Return the sample draft, assembled from the library's measures. Raises ChengwenError."""
    from chengwen_templates import sample

    named = finder.measures_named(sample.sample_answers(sample.FIRST).measures)
    return sample.sample_draft(named, date.today())  # noqa: DTZ011 (the day where the drafter sits)


def _names(held: Held) -> set[str]:
    return {fold(name) for name in (held.measure_id, held.doc_number, held.title) if name}


def _words(hit: Hit) -> str:
    return "\n".join(filter(None, [hit.heading, hit.text]))


def place_words(hit: Hit) -> str:
    """Return a hit's place within its measure: （八）, 三、（四）11., 引言."""
    kinds = {"preamble": tr("引言"), "closing": tr("结尾")}
    return kinds.get(hit.kind, "".join(hit.path))
