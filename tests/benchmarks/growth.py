"""What a library costs as it grows: building, opening, memory, and how fast whole answers come."""

import json
import statistics
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

from tables import p50, p95, table, tell

from chengwen_index.opening import open_index
from chengwen_library.library import Library
from chengwen_library.model import Measure
from recombined import CLAUSES
from shelves import Shelf, library_of

FRESH = Path(__file__).with_name("fresh.py")
STARTS = 5
"""Fresh processes that are asked one query each."""
RUNS = 5


@dataclass(frozen=True, slots=True)
class Built:
    """A library of so many clauses with its index, and clauses a second of building it."""

    clauses: int
    library: Library
    cache: Path
    from_measures: float
    from_files: float


@dataclass(frozen=True, slots=True)
class Seen:
    """What fresh processes told: times in ms, but `opening` in seconds and memory in MB."""

    opening: float
    first_ever: list[float]
    cold: list[float]
    warm: list[float]
    memory: int
    most: int


def build(measures: list[Measure], folder: Path) -> Built:
    """Index the measures from memory, then as a library of files."""
    count = len(measures) * CLAUSES
    tell(f"building {count:,} clauses from memory")
    folder.mkdir()
    from_memory = _seconds(Shelf(measures), folder / "of memory")
    library = library_of(measures, folder / "library")
    tell(f"building {count:,} clauses from files")
    from_files = _seconds(library, folder / "of files")
    return Built(count, library, folder / "of files", count / from_memory, count / from_files)


def look(built: Built, queries: Sequence[str], folder: Path) -> Seen:
    """Open the index in fresh processes and ask: one query each, then all of them, first cold and then warm."""
    tell(f"asking {built.clauses:,} clauses in fresh processes")
    starts = [_fresh(built, queries[start::STARTS][:1], 0, folder) for start in range(STARTS)]
    long = _fresh(built, queries, RUNS, folder)
    opening = statistics.median(start["opening"] for start in starts)
    first_ever = [start["first"][0] for start in starts]
    return Seen(opening, first_ever, long["first"], long["warm"], long["memory"], long["most"])


def growth(built: Sequence[Built], seen: Sequence[Seen]) -> str:
    """Return the table of growth, a row for each size."""
    head = [
        "clauses",
        "built of measures /s",
        "of files /s",
        "opening s",
        "memory MB",
        "most MB",
        "warm p50 ms",
        "warm p95 ms",
    ]
    rows = [
        [
            f"{made.clauses:,}",
            f"{made.from_measures:,.0f}",
            f"{made.from_files:,.0f}",
            f"{told.opening:.2f}",
            told.memory,
            told.most,
            p50(told.warm),
            p95(told.warm),
        ]
        for made, told in zip(built, seen, strict=True)
    ]
    return table(
        "Growth",
        head,
        rows,
        f"Opening: in a fresh process, imports not counted, files in the page cache, median of {STARTS}. Memory: after {len(seen[-1].warm)} queries, {RUNS + 1} times.",
    )


def answers(built: Built, seen: Seen) -> str:
    """Return the table of whole answers: parsed, found, ranked, with facets, snippets and marks."""
    rows = [
        ["warm", len(seen.warm), p50(seen.warm), p95(seen.warm), f"{max(seen.warm):.3f}"],
        [
            "cold: each query for the first time",
            len(seen.cold),
            p50(seen.cold),
            p95(seen.cold),
            f"{max(seen.cold):.3f}",
        ],
        [
            "first ever, of a fresh process",
            len(seen.first_ever),
            p50(seen.first_ever),
            "",
            f"{max(seen.first_ever):.3f}",
        ],
    ]
    return table(
        f"Whole answers of {built.clauses:,} clauses",
        ["", "queries", "p50 ms", "p95 ms", "most ms"],
        rows,
        f"Warm: median of {RUNS} runs for each query.",
    )


def _seconds(shelf: Shelf | Library, cache: Path) -> float:
    start = perf_counter()
    open_index(shelf, cache).close()
    return perf_counter() - start


def _fresh(built: Built, queries: Sequence[str], runs: int, folder: Path) -> dict[str, Any]:
    asked = folder / "queries.txt"
    asked.write_text("\n".join(queries), encoding="utf-8")
    command = [sys.executable, FRESH, built.library.folder, built.cache, asked, str(runs)]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
