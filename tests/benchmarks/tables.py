"""Figures of a benchmark as tables of Markdown, which also read well on a terminal."""

import statistics
import sys
import time
from collections.abc import Callable, Sequence


def table(title: str, head: Sequence[str], rows: Sequence[Sequence[object]], note: str = "") -> str:
    """Return a table with a title above it and a note below it."""
    cells = [list(head), *([str(cell) for cell in row] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = [_line(row, widths) for row in cells]
    lines.insert(1, f"|{'|'.join('-' * (width + 2) for width in widths)}|")
    return "\n".join([f"### {title}", "", *lines, *(["", note] if note else []), ""])


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = (
        cell.rjust(width) if at else cell.ljust(width) for at, (cell, width) in enumerate(zip(row, widths, strict=True))
    )
    return f"| {' | '.join([first, *others])} |"


def milliseconds(run: Callable[..., object], *arguments: object, **named: object) -> float:
    """Return how long one call takes."""
    start = time.perf_counter_ns()
    run(*arguments, **named)
    return (time.perf_counter_ns() - start) / 1e6


def p50(times: Sequence[float]) -> str:
    """Return the median of times in milliseconds, for a cell."""
    return f"{statistics.median(times):.3f}"


def p95(times: Sequence[float]) -> str:
    """Return what 95 of 100 times do not pass, for a cell."""
    return f"{at_95(times):.3f}"


def at_95(times: Sequence[float]) -> float:
    """Return what 95 of 100 times do not pass."""
    return sorted(times)[int(len(times) * 0.95)]


def tell(words: str) -> None:
    """Say on stderr how far we are."""
    print(f"{time.strftime('%H:%M:%S')} {words}", file=sys.stderr, flush=True)
