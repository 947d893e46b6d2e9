"""Sentences with slots: what one city writes is cut into fixed words and what another would write in their place.

The words that can stand for each other are in `slots.toml`.
"""

import math
import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from chengwen_library.data import load_table
from chengwen_library.regions import short_name

Fill = Callable[[Random, "Place"], str]
Sentence = tuple[str | Fill, ...]

_UNITS = "万元|亿元|个百分点|个工作日|%|倍|件|家|个|项|年|日|天|次|名|人|条"
_NUMBER = re.compile(rf"(?P<value>\d+(?:\.\d+)?)(?P<unit>{_UNITS})")
_INDUSTRY_SHARE = 0.25
"""How often it is said what industry 产业 is (新材料产业)."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a measure is made; `counties` are those of the city, or the city where it has none."""

    name: str
    code: str
    province: str
    counties: tuple[str, ...]

    @property
    def short(self) -> str:
        return short_name(self.name)


@cache
def places() -> tuple[Place, ...]:
    """Return all cities of the country, in the order of their codes."""
    table = load_table("regions.toml")
    found: list[Place] = []
    for code, name in sorted(table["cities"].items()):
        counties = tuple(county for key, county in sorted(table["counties"].items()) if key.startswith(code))
        found.append(Place(name, code, table["provinces"][code[:2]], counties or (name,)))
    return tuple(found)


def slotted(text: str) -> Sentence:
    """Return the sentence with a slot for each number, name and word that has others to stand for it."""
    pieces: list[str | Fill] = []
    behind = 0
    for match in _pattern().finditer(text):
        pieces += [text[behind : match.start()], _slot(match)]
        behind = match.end()
    return (*pieces, text[behind:])


def filled(sentence: Sentence, rng: Random, place: Place) -> str:
    """Return the sentence as the place would write it."""
    return "".join(piece if isinstance(piece, str) else piece(rng, place) for piece in sentence)


def organ(rng: Random, place: Place) -> str:
    """Return an organ as responsibility notes name it (市科技局)."""
    if rng.random() < 0.2:
        return rng.choice(_table()["others"]).format(short=place.short)
    return rng.choice(_table()["levels"]) + rng.choice(_table()["organs"])


def industry(rng: Random, _place: Place) -> str:
    """Return an industry; those that stand first in the table are asked for more often."""
    names = _table()["industries"]
    return names[int(len(names) * rng.random() ** 2)]


def coined(rng: Random, _place: Place) -> str:
    """Return a new name of a programme or product (知贷通)."""
    return _syllables(rng, rng.choice((1, 1, 2))) + rng.choice(_table()["endings"])


def _syllables(rng: Random, count: int) -> str:
    return "".join(rng.choices(_table()["syllables"], k=count))


def _zone(rng: Random, place: Place) -> str:
    return rng.choice((place.short, *map(short_name, place.counties))) + rng.choice(_table()["zones"])


def _company(rng: Random, place: Place) -> str:
    return place.short + _syllables(rng, 2) + industry(rng, place) + rng.choice(_table()["companies"])


def _school(rng: Random, place: Place) -> str:
    return place.short + rng.choice(_table()["schools"])


_NAMES: dict[str, Fill] = {
    "city": lambda _, place: place.name,
    "short": lambda _, place: place.short,
    "province": lambda _, place: short_name(place.province),
    "here": lambda _, place: f"在{place.short}",
    "zone": _zone,
    "coined": coined,
    "company": _company,
    "school": _school,
}


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def extra_sentences() -> list[tuple[str, str]]:
    """Return topic and text of sentences that the five measures lack and others have."""
    return [(entry["topic"], entry["text"]) for entry in _table()["extra"]]


@cache
def _fills() -> dict[str, Fill]:
    fills = {group[0]: _any_of(group) for group in _table()["alike"]}
    fills |= dict.fromkeys(_table()["industries"], industry)
    return fills | {name: _NAMES[kind] for kind, names in _table()["names"].items() for name in names}


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted(_fills(), key=lambda word: (-len(word), word))
    return re.compile(
        rf"《[^》]*》|(?P<document>〔\d+〕\d+号)|(?P<year>20\d\d)|{_NUMBER.pattern}|(?P<word>{'|'.join(map(re.escape, words))})"
    )


def _slot(match: re.Match[str]) -> str | Fill:
    if match["document"]:
        return lambda rng, _: f"〔{rng.randint(2015, 2026)}〕{rng.randint(1, 120)}号"
    if match["year"]:
        return lambda rng, _: str(rng.randint(2018, 2030))
    if match["value"]:
        value, unit = match["value"], match["unit"]
        return lambda rng, _: about(float(value), rng, whole="." not in value) + unit
    if match["word"]:
        return _fills()[match["word"]]
    return match.group()  # the title of a document stays as it is


def _any_of(words: list[str]) -> Fill:
    if words[0] == "产业":
        return lambda rng, place: (industry(rng, place) if rng.random() < _INDUSTRY_SHARE else "") + rng.choice(words)
    return lambda rng, _: rng.choice(words)


def about(value: float, rng: Random, *, whole: bool = True) -> str:
    """Return a number of the size of `value`: mostly a round one, now and then an exact one."""
    drawn = value * math.exp(rng.gauss(0, 0.8))
    if not whole:
        return f"{drawn:.1f}"
    digits = 1 - math.floor(math.log10(drawn)) if rng.random() < 0.8 else 0
    return str(max(1, int(round(drawn, min(digits, 0)))))
