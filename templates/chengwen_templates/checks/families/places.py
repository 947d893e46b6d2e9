"""别处地名: the name of another province or city that was left over from a precedent.

Looked at: headings and sentences; of a measure whose region the table of regions lacks (a town, a sample), known by
its title, the cities alone; provinces by full and short name, cities by full name, and by short name where
the words beside it show that it is a name (`places.toml`). Not a finding: a measure whose region is not known;
the measure's own region, what it belongs to and what belongs to it; names in 《》, in 文号, in brackets
（中国（武汉）知识产权保护中心）; names of institutions and areas (武汉大学, 南京海关, 海南自由贸易港, 武汉都市圈);
two or more places side by side, and sentences that speak of working together, learning from others or ways there
(与黄石市合作, 学习深圳经验, 沪渝高速); 香港, 澳门, 台湾 and 北京 as the seat of what is national.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from chengwen_library.data import load_table
from chengwen_library.regions import find_region, short_name
from chengwen_templates.checks.finding import Finding, Fix
from chengwen_templates.checks.own_place import own_place
from chengwen_templates.checks.passages import Part
from chengwen_templates.checks.subject import Subject
from chengwen_templates.checks.texts import PROSE, Hit, asked, family_table, findings, replaced, without_titles

_SENTENCE = re.compile(r"[^。；！？\n]*")
_LOOKED_AT = PROSE - {Part.ANNEX_TEXT}


def check(subject: Subject) -> Iterator[Finding]:
    """Yield the findings of text.leftover-place."""
    own = subject.measure.region or subject.office.region or own_place(subject.measure)
    if not own:
        return
    code = subject.measure.region_code or (find_region(own) or ("", ""))[1]
    for passage in subject.passages:
        if passage.place.part in _LOOKED_AT:
            yield from findings(_left_over(passage.text, own, code), passage)


@lru_cache(maxsize=16384)
def _left_over(text: str, own: str, code: str) -> tuple[Hit, ...]:
    if _names_in(text, 1) is None:
        return ()
    return tuple(hit for match in _SENTENCE.finditer(without_titles(text)) for hit in _of_sentence(match, own, code))


def _names_in(text: str, least: int) -> re.Match[str] | None:
    return _any_name().search(text) if len(text) >= least else None


def _of_sentence(sentence: re.Match[str], own: str, code: str) -> Iterator[Hit]:
    words = sentence.group()
    found = [match for match in _any_name().finditer(words) if _is_name(words, match)]
    others = [match for match in found if not _is_related(_codes()[match.group()], code)]
    if not code:
        others = [match for match in others if len(_codes()[match.group()]) > 2]
    if not others or len({match.group() for match in found}) > 1 or _together().search(words):
        return
    for match in others:
        if not _is_part_of_name(words, match):
            span = (sentence.start() + match.start(), sentence.start() + match.end())
            message = (
                f"“{match.group()}”不是本地（{own}）的地名，可能是从别处的文件里带来的。核对，改成本地的名称或者删去。"
            )
            yield Hit("text.leftover-place", span, message, _fix(match.group(), own))


def _fix(name: str, own: str) -> Fix:
    """Return the own name for another's of the same kind, else a question: a province is not a city's."""
    if name[-1] == own[-1] == "市":
        return replaced(own)
    return asked(f"改成“{own}”吗？")


def _is_related(other: str, own: str) -> bool:
    return bool(own) and (own.startswith(other) or other.startswith(own))


def _is_name(words: str, match: re.Match[str]) -> bool:
    """Tell whether the words are the name: full and provinces' names always, a city's short one by its neighbours."""
    name = match.group()
    behind = words[match.end() : match.end() + 1]
    if name not in _short_cities():
        return behind not in tuple("区县旗镇乡村路街") or name[-1] in "省区州盟"
    return behind not in tuple("区县旗镇乡村路街") and bool(_before_short().search(words[: match.start()]))


def _is_part_of_name(words: str, match: re.Match[str]) -> bool:
    if words[match.start() - 1 : match.start()] == "（" and words[match.end() : match.end() + 1] == "）":
        return True
    return bool(_institution().match(words, match.end())) or words[match.end() : match.end() + 8].startswith("〔")


@cache
def _codes() -> dict[str, str]:
    table = load_table("regions.toml")
    kept = set(family_table("places.toml")["kept"])
    codes = {name: code for code, name in [*table["provinces"].items(), *table["cities"].items()]}
    provinces = {short_name(name): code for code, name in table["provinces"].items()}
    return {name: code for name, code in {**codes, **_short_city_codes(), **provinces}.items() if name not in kept}


@cache
def _short_city_codes() -> dict[str, str]:
    words = set(family_table("places.toml")["words"])
    cities = load_table("regions.toml")["cities"].items()
    short = ((short_name(name), code) for code, name in cities)
    return {name: code for name, code in short if len(name) > 1 and name not in words}


@cache
def _short_cities() -> frozenset[str]:
    provinces = {short_name(name) for name in load_table("regions.toml")["provinces"].values()}
    full = set(load_table("regions.toml")["cities"].values())
    return frozenset(_short_city_codes()) - provinces - full


@cache
def _any_name() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, _codes()), key=len, reverse=True)))


@cache
def _before_short() -> re.Pattern[str]:
    words = "|".join(family_table("places.toml")["before"])
    return re.compile(rf"(?:^|[，、：；（“　—]|{words})$")


@cache
def _institution() -> re.Pattern[str]:
    table = family_table("places.toml")
    return re.compile(
        rf"市?[\u4e00-\u9fffA-Z]{{0,10}}?(?:{'|'.join(table['institutions'])})|(?:{'|'.join(table['areas'])})"
    )


@cache
def _together() -> re.Pattern[str]:
    return re.compile("|".join(family_table("places.toml")["together"]))
