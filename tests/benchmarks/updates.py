"""How long it takes until a search sees that a measure was added, changed or removed."""

import statistics
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path
from time import perf_counter

from growth import Built
from tables import table, tell

from chengwen_index.opening import open_index
from chengwen_library.library import Library
from chengwen_library.model import Measure
from recombined import CLAUSES, measures

ROUNDS = 5
_TODAY = date(2026, 1, 20)
_NEW = "绛霄驭鹤"
_NEWER = "碧落乘鸾"
"""Words that no clause has."""


def updates(built: Built) -> str:
    """Return the table of updates of a library of this size, by one measure of 25 clauses."""
    tell(f"updating {built.clauses:,} clauses")
    others = islice(measures((ROUNDS + 1) * CLAUSES, seed=7), 1, None)
    rounds = [_round(built.library, built.cache, other) for other in others]
    names = ("added", "changed", "removed")
    rows = [
        [name, f"{statistics.median(times):.3f}", f"{max(times):.3f}"]
        for name, times in zip(names, zip(*rounds, strict=True), strict=True)
    ]
    note = f"From the file being there until the index, opened again, finds it. {ROUNDS} measures."
    return table(f"Updates of {built.clauses:,} clauses", ["a measure", "median s", "most s"], rows, note)


def _round(library: Library, cache: Path, measure: Measure) -> tuple[float, float, float]:
    new, newer = (_with_words(measure, words) for words in (_NEW, _NEWER))
    library.add(new, _TODAY)
    added = _until(library, cache, lambda found: (found(_NEW), found(_NEWER)) == (1, 0))
    library.add(newer, _TODAY)
    changed = _until(library, cache, lambda found: (found(_NEW), found(_NEWER)) == (0, 1))
    library.remove(new.id)
    return added, changed, _until(library, cache, lambda found: (found(_NEW), found(_NEWER)) == (0, 0))


def _until(library: Library, cache: Path, is_right: Callable[[Callable[[str], int]], bool]) -> float:
    """Return the seconds it takes to open the index anew and to see in it what is now in the library."""
    start = perf_counter()
    index = open_index(library, cache)
    right = is_right(lambda words: index.search(f'"{words}"').total)
    seconds = perf_counter() - start
    index.close()
    if not right:
        raise RuntimeError("the index does not show what is in the library")
    return seconds


def _with_words(measure: Measure, words: str) -> Measure:
    return replace(measure, preamble=f"{measure.preamble}{words}。")
