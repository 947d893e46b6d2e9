"""Regions by the codes of GB/T 2260: provinces, cities and counties, by full and by short name."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from chengwen_library.data import load_table

LONGEST_NAME = 15
"""Characters of the longest name (双江拉祜族佤族布朗族傣族自治县)."""

_PARTY = re.compile(r"^(?:中共|中国共产党)")
_ENDINGS = re.compile(r"(?:特别行政区|(?:壮族|回族|维吾尔)?自治区|地区|省|市|盟)$")

_OTHER_KINDS = frozenset("区县旗镇乡")
"""A short name with one of these behind it is another place's: 朝阳区 is not 朝阳市."""


def find_region(text: str) -> tuple[str, str] | None:
    """Return full name and code of the region that a name of an organ, a title or a 文号 begins with.

    Provinces and cities are also known by their short names (广西), counties by
    their full names, behind the name of their city or where no other has the same.
    """
    words = _PARTY.sub("", text)
    found = _longest(words, _wide_names())
    if found is None:
        return _named(_longest(words, _county_names()))
    for names in (_wide_names, _county_names):
        inner = _longest(words[len(found[0]) :], names(found[1]))
        found = (found[0] + inner[0], inner[1]) if inner else found
    return _named(found)


def short_name(region: str) -> str:
    """Return the short name of a region: 东莞市 → 东莞, 广西壮族自治区 → 广西."""
    return _ENDINGS.sub("", region) or region


def _longest(words: str, names: dict[str, str]) -> tuple[str, str] | None:
    for length in range(min(LONGEST_NAME, len(words)), 1, -1):
        name = words[:length]
        code = names.get(name)
        is_other = words[length : length + 1] in _OTHER_KINDS and name != _full_names().get(code or "")
        if code is not None and not is_other:
            return name, code
    return None


def _named(found: tuple[str, str] | None) -> tuple[str, str] | None:
    return (_full_names()[found[1]], found[1]) if found else None


@cache
def _full_names() -> dict[str, str]:
    table = load_table("regions.toml")
    return {**table["provinces"], **table["cities"], **table["counties"]}


@cache
def _wide_names(prefix: str = "") -> dict[str, str]:
    """Return the codes of provinces and cities below `prefix` by name; a province wins over its city (吉林)."""
    table = load_table("regions.toml")
    codes: dict[str, str] = {}
    for code, name in [*table["provinces"].items(), *table["cities"].items()]:
        if code.startswith(prefix) and code != prefix:
            codes.setdefault(name, code)
            if len(short_name(name)) > 1:
                codes.setdefault(short_name(name), code)
    return codes


@cache
def _county_names(prefix: str = "") -> dict[str, str]:
    """Return the codes of the counties whose code begins with `prefix` by name, names held twice left out."""
    counties = [
        (name, code) for code, name in load_table("regions.toml")["counties"].items() if code.startswith(prefix)
    ]
    held = Counter(name for name, _ in counties)
    return {name: code for name, code in counties if held[name] == 1}
