"""Opens the index of a library in a fresh process and searches it; prints the figures as JSON.

python tests/benchmarks/fresh.py LIBRARY INDEX QUERIES RUNS: every line of the file QUERIES is a query.
"""

import json
import re
import statistics
import sys
import time
from pathlib import Path

from tables import milliseconds


def main(library: str, folder: str, queries: str, runs: int) -> None:
    start = time.perf_counter()
    from chengwen_index.opening import open_index
    from chengwen_library.library import Library

    importing = time.perf_counter() - start
    start = time.perf_counter()
    index = open_index(Library(Path(library)), Path(folder))
    opening = time.perf_counter() - start
    asked = Path(queries).read_text(encoding="utf-8").splitlines()

    def once() -> list[float]:
        return [milliseconds(index.search, query) for query in asked]

    first = once()
    warm = [statistics.median(times) for times in zip(*(once() for _ in range(runs)), strict=True)]
    now, most = (_memory(name) for name in ("VmRSS", "VmHWM"))
    print(
        json.dumps(
            {"importing": importing, "opening": opening, "first": first, "warm": warm, "memory": now, "most": most}
        )
    )
    index.close()


def _memory(name: str) -> int | None:
    """Return a figure of the kernel's about this process in MB; None where there is no Linux to ask."""
    status = Path("/proc/self/status")
    found = re.search(rf"{name}:\s+(\d+) kB", status.read_text()) if status.exists() else None
    return int(found[1]) // 1024 if found else None


if __name__ == "__main__":
    _, at_library, at_index, at_queries, times = sys.argv
    main(at_library, at_index, at_queries, int(times))
