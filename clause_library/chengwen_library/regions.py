"""Regions by the codes of GB/T 2260: provinces and cities, by full and by short name."""

from __future__ import annotations

import re
from functools import cache

from chengwen_library.data import load_table

_ENDINGS = re.compile(r"(?:特别行政区|壮族自治区|回族自治区|维吾尔自治区|自治区|自治州|地区|省|市|盟)$")


def find_region(text: str) -> tuple[str, str] | None:
    """Return full name and code of the region that a name of an organ, a title or a 文号 begins with."""
    match = _names().match(text)
    if match is None:
        return None
    full = _by_name()[match.group()]
    return full, _codes()[full]


def short_name(region: str) -> str:
    """Return the short name of a region: 东莞市 → 东莞, 广西壮族自治区 → 广西."""
    return _ENDINGS.sub("", region) or region


@cache
def _codes() -> dict[str, str]:
    return {name: code for code, name in load_table("regions.toml")["regions"].items()}


@cache
def _by_name() -> dict[str, str]:
    names: dict[str, str] = {}
    for full in _codes():
        names.setdefault(short_name(full), full)
    names.update((full, full) for full in _codes())
    return names


@cache
def _names() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, _by_name()), key=len, reverse=True)))
