"""The plots of growth, as an SVG that needs nothing to be looked at."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

WIDTH, HEIGHT = 200.0, 120.0
"""Of one plot's field, px."""


@dataclass(frozen=True, slots=True)
class Growth:
    """What a library of so many clauses costs."""

    clauses: int
    built_per_second: float
    opening_s: float
    memory_mb: float
    p50_ms: float
    p95_ms: float


@dataclass(frozen=True, slots=True)
class Plot:
    """A field with one line: where its points stand, and the greatest value, at the top."""

    title: str
    points: tuple[tuple[float, float, str], ...]


VALUES: dict[str, Callable[[Growth], float]] = {
    "built of files, clauses a second": lambda one: one.built_per_second,
    "opening, s": lambda one: one.opening_s,
    "memory, MB": lambda one: one.memory_mb,
    "warm answer p50, ms": lambda one: one.p50_ms,
    "warm answer p95, ms": lambda one: one.p95_ms,
}


def growth_plots(rows: Sequence[Growth]) -> str:
    """Return the plots of at least two sizes: clauses to the right on a scale of tens, each value from nothing up."""
    environment = Environment(loader=FileSystemLoader(Path(__file__).parent), undefined=StrictUndefined)
    plots = [_plot(title, rows, value) for title, value in VALUES.items()]
    sizes = [(_across(one.clauses, rows), f"{one.clauses:,}") for one in rows]
    return environment.get_template("growth.svg.j2").render(plots=plots, sizes=sizes, width=WIDTH, height=HEIGHT)


def _plot(title: str, rows: Sequence[Growth], value: Callable[[Growth], float]) -> Plot:
    most = max(map(value, rows)) or 1.0
    points = ((_across(one.clauses, rows), HEIGHT * (1 - value(one) / most), f"{value(one):,.4g}") for one in rows)
    return Plot(title, tuple(points))


def _across(clauses: int, rows: Sequence[Growth]) -> float:
    first, last = math.log10(rows[0].clauses), math.log10(rows[-1].clauses)
    return WIDTH * (math.log10(clauses) - first) / (last - first)
