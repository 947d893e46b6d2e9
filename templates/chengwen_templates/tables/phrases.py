"""The fixed words of the tables, from `phrases.toml`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import tomli


def phrase(*path: str, **values: str | int) -> str:
    """Return the words at a path of `phrases.toml` with its names filled in."""
    found: Any = _table()
    for name in path:
        found = found[name]
    return str(found).format(**values)


def heads(kind: str) -> tuple[str, ...]:
    """Return the heads of the columns of a table."""
    return tuple(_table()["heads"][kind])


@cache
def _table() -> dict[str, Any]:
    source = files("chengwen_templates.tables") / "phrases.toml"
    return tomli.loads(source.read_text(encoding="utf-8"))
