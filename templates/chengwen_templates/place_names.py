"""Names of places in a clause from elsewhere: alone, or within the name of an institution, a platform or an area.

What counts as a name is told as in `text.leftover-place`, with whose word lists (`places.toml`) this
one's own table is read: 朝阳区 is not 朝阳市, and the short name of 中山市 is one only beside certain words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import tomli

from chengwen_library.data import load_table
from chengwen_library.facts.words import any_of
from chengwen_library.model import Span
from chengwen_library.regions import find_region, short_name
from chengwen_templates.checks.texts import family_table

_OTHER_KINDS = tuple("区县旗镇乡村路街")
_QUOTED = re.compile(r"[^“”\n]*")


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place's name in a text, its code, and the span of the longer name that it is a part of, if it is."""

    name: str
    code: str
    span: Span
    within: Span | None


@dataclass(frozen=True, slots=True)
class Region:
    """A region by full and short name; the code of GB/T 2260 is "" for one that is not in it."""

    name: str
    short: str
    code: str

    @property
    def level(self) -> str:
        """The last character of the full name: 省, 区, 市, 县."""
        return self.name[-1:]

    def is_related(self, code: str) -> bool:
        """Tell whether a place is this region, holds it or lies in it."""
        return bool(self.code and code) and (self.code.startswith(code) or code.startswith(self.code))


def region(name: str) -> Region:
    """Return the region with this full name."""
    found = find_region(name) if name else None
    return Region(name, short_name(name), found[1] if found and found[0] == name else "")


def province_of(city: Region) -> Region | None:
    """Return the province that a city or county lies in; None for a province and where it is not known."""
    return region(load_table("regions.toml")["provinces"][city.code[:2]]) if len(city.code) > 2 else None


def place_names(text: str, source: Region) -> Iterator[PlaceName]:
    """Yield the names of the country's provinces and cities in the text, and of the counties of the source."""
    names = _names(source)
    for match in _pattern(source).finditer(text):
        if _is_name(text, match):
            yield PlaceName(match.group(), names[match.group()], match.span(), _longer(text, match))


@cache
def ends_like_organ() -> re.Pattern[str]:
    """Return what finds the end of the name of an organ that every place has: 局, 委员会, 法院."""
    return re.compile(rf"(?:{'|'.join(_table()['organs'])})$")


def _is_name(text: str, match: re.Match[str]) -> bool:
    name = match.group()
    if name[-1] not in "省市区县州盟旗" and text[match.end() : match.end() + 1] in _OTHER_KINDS:
        return False
    if name not in family_table("places.toml")["words"]:
        return True
    return _before().search(text[: match.start()]) is not None


def _longer(text: str, match: re.Match[str]) -> Span | None:
    start, end = match.span()
    if text[start - 1 : start] == "“":
        quoted = _QUOTED.match(text, end)
        return (start, quoted.end()) if quoted and quoted.end() > end else None
    if text[start - 1 : start] == "（" and text[end : end + 1] == "）":
        behind = _name_behind().match(text, end + 1)
        before = re.search(r"(?:中国|国家|中新|中德)?$", text[: start - 1])
        return (before.start() if before else start - 1, behind.end() if behind else end + 1)
    behind = _name_behind().match(text, end)
    return (start, behind.end()) if behind else None


@cache
def _table() -> dict[str, list[str]]:
    source = files("chengwen_templates") / "place_names.toml"
    return tomli.loads(source.read_text(encoding="utf-8"))


@cache
def _name_behind() -> re.Pattern[str]:
    """Return what matches, behind a place's name, the rest of the name of an institution, a platform or an area."""
    places = family_table("places.toml")
    endings = "|".join([*_table()["endings"], *places["institutions"], *places["areas"]])
    return re.compile(rf"(?:(?!{'|'.join(_table()['breaks'])})[\u4e00-\u9fffA-Z]){{0,18}}(?:{endings})")


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[，、：；（“　—省区]|{'|'.join(family_table('places.toml')['before'])})$")


@cache
def _names(source: Region) -> dict[str, str]:
    """Return the codes of places by name; a province wins over its city (吉林), the source over all."""
    table = load_table("regions.toml")
    kept = family_table("places.toml")["kept"]
    codes: dict[str, str] = {}
    for code, name in [*table["provinces"].items(), *table["cities"].items()]:
        codes.setdefault(name, code)
        if len(short_name(name)) > 1:
            codes.setdefault(short_name(name), code)
    codes |= {name: code for code, name in table["counties"].items() if source.code and code.startswith(source.code)}
    codes |= {name: source.code for name in (source.name, source.short) if len(name) > 1}
    return {name: code for name, code in codes.items() if name not in kept}


@cache
def _pattern(source: Region) -> re.Pattern[str]:
    return any_of(_names(source))
