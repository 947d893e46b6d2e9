"""Tables that ship in this room as text or TOML, for people to read and change."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import tomli


@cache
def table(name: str) -> dict[str, Any]:
    """Return the TOML table of a file here."""
    return tomli.loads(files("chengwen_index.words").joinpath(name).read_text(encoding="utf-8"))


def lines(name: str) -> list[str]:
    """Return the lines of a text file here, without empty ones and comments."""
    found = files("chengwen_index.words").joinpath(name).read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in found if line.strip() and not line.startswith("#")]
