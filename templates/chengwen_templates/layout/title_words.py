"""The words and names of a title: numbers, regions, organs and terms whole, the rest from the dictionary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import tomli

from chengwen_index.words.analysis import terms_of_the_field, units, whole_words
from chengwen_library.data import load_table

_SHORTEST_NAME = 3
"""Characters of the shortest region taken from the list; shorter ones begin inside other words (和县)."""

_SHORTEST_TERM = 4


def title_words(title: str) -> Iterator[str]:
    """Yield the words of a title, white space included: numbers and names first, the dictionary for the rest."""
    start = 0
    for name_start, name_end in _names(title):
        yield from _dictionary_words(title[start:name_start])
        yield title[name_start:name_end]
        start = name_end
    yield from _dictionary_words(title[start:])


def _names(title: str) -> Iterator[tuple[int, int]]:
    """Yield what is one word by form or by list, from left to right, the longest that begins at a place."""
    position = 0
    while position < len(title):
        run = _runs().match(title, position)
        end = run.end() if run else _name_end(title, position)
        if end > position:
            yield position, end
        position = max(end, position + 1)


def _name_end(title: str, position: int) -> int:
    lengths = _name_lengths().get(title[position], ())
    return next(
        (position + length for length in lengths if title[position : position + length] in _whole_names()), position
    )


def _dictionary_words(text: str) -> list[str]:
    return whole_words(text) if text else []


@cache
def word_lists() -> dict[str, frozenset[str]]:
    """Return the lists of title_words.toml by name."""
    source = files("chengwen_templates.layout") / "title_words.toml"
    return {name: frozenset(words) for name, words in tomli.loads(source.read_text(encoding="utf-8")).items()}


def ending_pattern() -> str:
    """Return the pattern of a title's end: 的通知, 的意见 …."""
    return rf"(?:{'|'.join(endings())})$"


@cache
def endings() -> frozenset[str]:
    """Return 的通知, 的意见 …: one word at the end of a title; the longer kinds stand well on a line of their own."""
    return frozenset(f"的{kind}" for kind in word_lists()["kinds"])


@cache
def _whole_names() -> frozenset[str]:
    """Return what is never broken: regions, organs, areas, terms, and the types of measures."""
    lists, regions = word_lists(), load_table("regions.toml")
    names = [name for level in ("provinces", "cities", "counties") for name in regions[level].values()]
    terms = (*terms_of_the_field(), *load_table("reading/wording.toml")["types"])
    return frozenset(
        (
            *(name for name in names if len(name) >= _SHORTEST_NAME),
            *(term for term in terms if len(term) >= _SHORTEST_TERM),
            *lists["organs"],
            *lists["areas"],
            *lists["terms"],
        )
    )


@cache
def _name_lengths() -> dict[str, tuple[int, ...]]:
    """Return how long the names are that begin with a character, the longest first."""
    lengths: dict[str, set[int]] = {}
    for name in _whole_names():
        lengths.setdefault(name[0], set()).add(len(name))
    return {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}


@cache
def _runs() -> re.Pattern[str]:
    """Return the pattern of one word by its form: white space, 5G, 2022—2025年, 第三批, 的通知 at the end."""
    number = r"[0-9０-９]+(?:[.．—–~～至-]+[0-9０-９]+)*%?"
    ordinal = "第[一二三四五六七八九十百零〇0-9]+"
    unit = "|".join(map(re.escape, ("年版", "年度", *units())))
    return re.compile(rf"\s+|[0-9]*[A-Za-z][A-Za-z0-9]*|(?:{number}|{ordinal})(?:{unit})?|(?:{ending_pattern()})")
