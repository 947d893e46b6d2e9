"""The client's raw texts beside the project, and measures read from them or shipped."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from chengwen_library.library import Library
from chengwen_library.model import Measure
from chengwen_library.reading.reader import read_file
from chengwen_library.reading.report import Reading

SEEDS = Path(__file__).parent.parent.parent / "shared" / "seeds"
NAMES = ("ezhou.txt", "dongguan.txt", "guangxi.txt", "chengdu.txt", "wuhan.txt")


def seed(name: str) -> Path:
    """Return the raw text of one of the five measures; the test is skipped where it is not at hand."""
    if not SEEDS.is_dir():
        pytest.skip("needs the raw texts (../shared/seeds)")
    return SEEDS / name


@cache
def read_seed(name: str) -> Reading:
    """Return the reading of a raw text that holds one measure."""
    (reading,) = read_file(seed(name))
    return reading


def expected(name: str) -> dict[str, Any]:
    """Return what a right reading of a raw text contains, counted by hand."""
    entries = json.loads(seed("expected.json").read_text(encoding="utf-8"))
    return next(entry for entry in entries if entry["file"] == name)


@cache
def shipped_measures(folder: Path) -> tuple[Measure, ...]:
    """Return the measures that ship, from a library in `folder`."""
    library = Library(folder / "library")
    library.fill()
    return library.measures()


def all_units(units: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the units of the contract's JSON, those below included."""
    for unit in units:
        yield unit
        yield from all_units(unit["children"])
