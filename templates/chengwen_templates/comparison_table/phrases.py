"""The fixed words of the tables, from `phrases.toml`."""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import tomli


def phrase(section: str, name: str, **values: str | int) -> str:
    """Return the sentence `name` of a section of `phrases.toml` with its names filled in."""
    return str(_table()[section][name]).format(**values)


def heads(kind: str, **values: str) -> tuple[str, ...]:
    """Return the heads of the columns of a table."""
    return tuple(str(head).format(**values) for head in _table()["heads"][kind])


def words(name: str) -> frozenset[str]:
    """Return a list of `phrases.toml`."""
    return frozenset(_table()[name])


def day(date_: date) -> str:
    """Return a date as documents write it: 2026年1月20日."""
    return f"{date_.year}年{date_.month}月{date_.day}日"


@cache
def _table() -> dict[str, Any]:
    source = files("chengwen_templates.comparison_table") / "phrases.toml"
    return tomli.loads(source.read_text(encoding="utf-8"))
