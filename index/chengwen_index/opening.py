"""Opening the index of a library: what fits is used, what is new is added, what does not fit is built anew."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Protocol

import numpy as np

from chengwen_index.search import Index
from chengwen_index.storage import cache as caching
from chengwen_index.storage.cache import Entry, Manifest, Source
from chengwen_index.storage.corpus import Corpus, Segment
from chengwen_index.words import analysis
from chengwen_index.words.thesaurus import synonyms
from chengwen_library.errors import UnwritableFile
from chengwen_library.facts.topics import topics
from chengwen_library.files import reason
from chengwen_library.model import Measure

LARGEST_SEGMENT = 1000
"""Files; a segment of more is built in parts, so that building needs no more memory for a larger library."""
MERGED_BELOW = 4
"""A segment with fewer than this many times the files that are new is built anew with them."""
_TOLD_EVERY = 200


class Shelf(Protocol):
    """What an index is made of: the library's files."""

    def stamps(self) -> Mapping[str, str]:
        """Return the names of the files, each with something that changes when its content does."""
        ...

    def read(self, name: str) -> Measure | None:
        """Return the measure in a file, None if it cannot be read."""
        ...


class Reason(StrEnum):
    """Why an index must be built, as it is told to people."""

    ABSENT = "第一次建检索目录，稍等片刻。"
    CHANGED = "条款库有变动，正在更新检索目录。"
    DAMAGED = "检索目录损坏，正在重建。"
    FOREIGN = "检索目录由不同版本的程序所建，正在重建。"
    TOPICS = "主题有变动，正在重建检索目录。"


@dataclass(frozen=True, slots=True)
class _State:
    """What was found in the cache: the segments that can be used, and why more is needed, if it is."""

    entries: tuple[Entry, ...]
    missing: tuple[str, ...]
    reason: Reason | None
    left_over: bool


def silent(_message: str) -> None:
    """Tell nobody."""


def open_index(shelf: Shelf, cache: Path, tell: Callable[[str], None] = silent) -> Index:
    """Return the index of a shelf, kept in the folder `cache`; only what changed on the shelf is indexed.

    `tell` gets Chinese sentences: why the index is built, and how far long building is; an
    exception it raises stops the building, and what was there before stays. The folder is
    taken for our own alone. Raises UnwritableFile, and whatever the shelf raises.
    """
    caching.prepare(cache)
    for _ in range(3):  # another process may replace what we are about to open
        stamps = dict(shelf.stamps())
        with _in_one_line(cache):
            state = _look(cache, stamps)
            if state.missing or state.reason or state.left_over:
                state = _update(shelf, stamps, cache, tell)
        try:
            return Index(_corpus(cache, state.entries, stamps))
        except OSError:
            continue
        except Exception:  # Whoosh fails in many ways on files that another Whoosh or another machine wrote
            with _in_one_line(cache), caching.writer(cache):
                caching.publish(cache, Manifest("unusable", ()))
    raise UnwritableFile(f"检索目录“{cache}”一直有别的程序在改动，没能打开。请稍后再试。")


@contextmanager
def _in_one_line(cache: Path) -> Generator[None]:
    """Raise UnwritableFile where the system refuses meanwhile."""
    try:
        yield
    except OSError as error:
        raise UnwritableFile(
            f"没能写入检索目录“{cache}”：{reason(error)}。请检查磁盘空间和这个文件夹的权限。"
        ) from error


def _look(cache: Path, stamps: Mapping[str, str]) -> _State:
    from chengwen_index.storage.indexer import format_stamp

    manifest = caching.read_manifest(cache)
    left_over = caching.left_over(cache, manifest)
    if manifest.damaged or manifest.format != format_stamp():
        return _State((), tuple(stamps), _reason(manifest, format_stamp()), left_over)
    with ThreadPoolExecutor() as pool:
        sound = pool.map(partial(caching.whole, cache), manifest.entries)
        _warm_up()  # while the check sums are made
        usable = tuple(entry for entry, good in zip(manifest.entries, sound, strict=True) if good)
    covered = {source.name for source in _alive(usable, stamps)}
    missing = tuple(name for name in stamps if name not in covered)
    damaged = len(usable) < len(manifest.entries)
    return _State(usable, missing, Reason.DAMAGED if damaged else Reason.CHANGED if missing else None, left_over)


def _reason(manifest: Manifest, wanted: str) -> Reason:
    """Return why nothing of what a manifest names can be used."""
    from chengwen_index.storage.indexer import OWN

    if manifest.damaged:
        return Reason.DAMAGED
    if manifest.format is None:
        return Reason.ABSENT
    alike = manifest.format.partition(OWN)[0] == wanted.partition(OWN)[0]
    return Reason.TOPICS if alike else Reason.FOREIGN


def _warm_up() -> None:
    """Load dictionary, thesaurus and taxonomy (about 0.3 s, once), so that the first search need not."""
    analysis.warm_up()
    synonyms("")
    topics(None, "")


def _alive(entries: Iterable[Entry], stamps: Mapping[str, str]) -> list[Source]:
    """Return the sources that are still as they were indexed."""
    return [source for entry in entries for source in entry.sources if stamps.get(source.name) == source.stamp]


def _update(shelf: Shelf, stamps: Mapping[str, str], cache: Path, tell: Callable[[str], None]) -> _State:
    """Bring the cache up to date as its only writer; return what it then holds."""
    from chengwen_index.storage.indexer import format_stamp

    with caching.writer(cache):
        state = _look(cache, stamps)  # another writer may have done it while we waited
        kept, names = _plan(state, stamps)
        if state.reason is not None:
            tell(state.reason.value)
            built = _build(shelf, stamps, names, cache, tell)
            state = _State((*kept, *built), (), None, left_over=False)
            caching.publish(cache, Manifest(format_stamp(), state.entries))
        else:
            caching.tidy(cache, Manifest(None, state.entries))
    return state


def _plan(state: _State, stamps: Mapping[str, str]) -> tuple[list[Entry], list[str]]:
    """Return the segments that stay and the files to index: the new ones, and those of segments not worth keeping.

    Small segments go into the next larger one, so that there are never more than some (they
    grow in steps), and one that is mostly gone is built anew.
    """
    kept, names = list[Entry](), list(state.missing)
    for entry in sorted(state.entries, key=lambda entry: len(entry.sources)):
        alive = [source.name for source in _alive([entry], stamps)]
        if (len(alive) < MERGED_BELOW * len(names) and len(alive) < LARGEST_SEGMENT) or len(alive) * 2 < len(
            entry.sources
        ):
            names += alive
        else:
            kept.append(entry)
    return kept, sorted(set(names))


def _build(
    shelf: Shelf, stamps: Mapping[str, str], names: list[str], cache: Path, tell: Callable[[str], None]
) -> list[Entry]:
    from chengwen_index.storage.indexer import build

    built: list[Entry] = []
    told = _Teller(len(names), tell)
    for start in range(0, len(names), LARGEST_SEGMENT):
        part = names[start : start + LARGEST_SEGMENT]
        with caching.segment_folder(cache) as folder:
            counts = build(folder, map(shelf.read, part), told.one_more)
            sources = tuple(Source(name, stamps[name], count) for name, count in zip(part, counts, strict=True))
            built.append(Entry(folder.name, sources, caching.check_sums(folder)))
    return built


class _Teller:
    """Tells now and then how many of the files are done."""

    def __init__(self, total: int, tell: Callable[[str], None]) -> None:
        self._total, self._tell, self._done = total, tell, 0

    def one_more(self) -> None:
        self._done += 1
        if self._done % _TOLD_EVERY == 0 and self._done < self._total:
            self._tell(f"正在建检索目录：{self._done}/{self._total} 件。")


def _corpus(cache: Path, entries: Iterable[Entry], stamps: Mapping[str, str]) -> Corpus:
    """Open the segments; of a file that two of them hold alike, the clauses of the first count. Raises OSError."""
    from chengwen_index.storage.engine import Postings
    from chengwen_index.storage.store import Stored

    segments: list[Segment] = []
    seen: set[str] = set()
    for entry in entries:
        alive: list[bool] = []
        for source in entry.sources:
            counts = stamps.get(source.name) == source.stamp and source.name not in seen
            seen |= {source.name} if counts else set()
            alive += [counts] * source.clauses
        folder = cache / entry.folder
        segments.append(Segment(Stored(folder), Postings(folder), np.array(alive, bool)))
    return Corpus(segments)
