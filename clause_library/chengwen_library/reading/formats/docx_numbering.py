"""Word's automatic numbers, counted as Word counts them and rendered to literal marks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import islice

from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

from chengwen_library.reading.formats.docx_numerals import render_number
from chengwen_library.reading.formats.docx_styles import Styles
from chengwen_library.reading.formats.docx_xml import below, count, switched, value, w

LEVELS = 9
LONGEST_PATTERN = 64
"""Characters of a w:lvlText that is rendered; Word's own are shorter than 32."""

_SEPARATORS = {"tab": "\t", "space": " ", "nothing": ""}
_PLACE = re.compile("%([1-9])")
_FALLBACK_FORMAT = "{*}AlternateContent/{*}Fallback"


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list: how it counts (`start`, `restart`), how it looks, and the style that uses it."""

    start: int
    restart: int | None
    number_format: str
    pattern: str
    arabic: bool
    separator: str
    style: str | None


@dataclass(frozen=True, slots=True)
class WordList:
    """A list (w:num): the levels of its definition `key`, and those that begin anew when first used."""

    key: str
    levels: dict[int, Level]
    anew: frozenset[int]


@dataclass(slots=True)
class _Definition:
    """The w:num and w:abstractNum elements by their numbers."""

    lists: dict[str, Element] = field(default_factory=dict[str, Element])
    abstracts: dict[str, Element] = field(default_factory=dict[str, Element])


class Numbering:
    """The running numbers of a document; `root` (numbering.xml) is None where it has none."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._definition = _Definition()
        if root is not None:
            self._definition.lists = {found.get(w("numId"), ""): found for found in root.iterfind(w("num"))}
            abstracts = root.iterfind(w("abstractNum"))
            self._definition.abstracts = {found.get(w("abstractNumId"), ""): found for found in abstracts}
        self._lists: dict[str, WordList | None] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._used: set[tuple[str, int]] = set()

    def next_mark(self, properties: Element | None) -> str:
        """Return the mark of the next paragraph, with the space behind it; `properties` is its w:pPr.

        Empty for a paragraph without a number and for a bullet. Call it once for each paragraph, in order.
        """
        number, level = self._place(properties)
        word_list = self._list(number) if number is not None else None
        if number is None or word_list is None or level not in word_list.levels:
            return ""
        counters = self._advance(number, word_list, level)
        own = word_list.levels[level]
        mark = "" if own.number_format == "bullet" else _rendered(own, word_list, counters)
        return f"{mark}{own.separator}" if mark.strip() else ""

    def _place(self, properties: Element | None) -> tuple[str | None, int]:
        """Return the list and the level of a paragraph: its own, or those of its style."""
        number, level = value(properties, "numPr/numId"), value(properties, "numPr/ilvl")
        if number is not None:
            return number, count(level, 0)
        style = self._styles.paragraph(value(properties, "pStyle"))
        if style.number is None or level is not None:
            return style.number, count(level, 0)
        word_list = self._list(style.number)
        linked = {own.style: place for place, own in word_list.levels.items()} if word_list is not None else {}
        named = next((linked[name] for name in style.names if name in linked), None)
        return style.number, count(style.level, 0) if named is None else named

    def _list(self, number: str) -> WordList | None:
        if number not in self._lists:
            self._lists[number] = self._read_list(number)
        return self._lists[number]

    def _read_list(self, number: str) -> WordList | None:
        element = self._definition.lists.get(number)
        found = self._abstract(element)
        if element is None or found is None:
            return None
        key, abstract = found
        levels = {
            count(level.get(w("ilvl")), 0): _level(level) for level in islice(abstract.iterfind(w("lvl")), LEVELS)
        }
        anew: set[int] = set()
        for override in islice(element.iterfind(w("lvlOverride")), LEVELS):
            place = count(override.get(w("ilvl")), 0)
            own = below(override, "lvl")
            if own is not None:
                levels[place] = _level(own)
            start = value(override, "startOverride")
            if start is not None and place in levels:
                levels[place] = replace(levels[place], start=count(start, 1))
                anew.add(place)
        return WordList(key, {place: level for place, level in levels.items() if place < LEVELS}, frozenset(anew))

    def _abstract(self, element: Element | None) -> tuple[str, Element] | None:
        """Return the definition of a list, found through numbering styles that stand for other lists."""
        seen: set[str] = set()
        while element is not None:
            key = value(element, "abstractNumId")
            abstract = self._definition.abstracts.get(key) if key is not None else None
            if key is None or abstract is None or key in seen:
                return None
            seen.add(key)
            style = value(abstract, "numStyleLink")
            if style is None:
                return key, abstract
            element = self._definition.lists.get(self._styles.list_of(style) or "")
        return None

    def _advance(self, number: str, word_list: WordList, level: int) -> list[int | None]:
        """Count one on at `level` and begin the levels below anew; return the counters of the definition."""
        counters = self._counters.setdefault(word_list.key, [None] * LEVELS)
        if level in word_list.anew and (number, level) not in self._used:
            counters[level] = None
        self._used.add((number, level))
        for deeper in range(level + 1, LEVELS):
            if _begins_anew(word_list.levels.get(deeper), level):
                counters[deeper] = None
        before = counters[level]
        counters[level] = word_list.levels[level].start if before is None else before + 1
        return counters


def _begins_anew(deeper: Level | None, level: int) -> bool:
    """Tell whether a level begins anew behind `level`: w:lvlRestart names (from 1) the deepest that does it, 0 none."""
    return deeper is None or deeper.restart is None or level < deeper.restart


def _level(element: Element) -> Level:
    number_format = value(element, "numFmt") or value(element.find(_FALLBACK_FORMAT), "numFmt")
    restart = value(element, "lvlRestart")
    return Level(
        start=count(value(element, "start"), 1),
        restart=None if restart is None else count(restart, 0),
        number_format=number_format or "decimal",
        pattern=(value(element, "lvlText") or "")[:LONGEST_PATTERN],
        arabic=bool(switched(element, "isLgl")),
        separator=_SEPARATORS.get(value(element, "suff") or "tab", "\t"),
        style=value(element, "pStyle"),
    )


def _rendered(own: Level, word_list: WordList, counters: list[int | None]) -> str:
    def number(match: re.Match[str]) -> str:
        place = int(match.group(1)) - 1
        level = word_list.levels.get(place)
        if level is None:
            return ""
        reached = counters[place]
        number_format = "decimal" if own.arabic and level.number_format != "none" else level.number_format
        return render_number(level.start if reached is None else reached, number_format)

    return _PLACE.sub(number, own.pattern)
