"""The marks that a browser or a word processor computes for the items of an ordered list."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from chengwen_library.numbering import render_numeral

_STYLE = re.compile(
    r"list-style(?:-type)?\s*:[^;]*?(none|cjk-ideographic|cjk-decimal|(?:simp|trad)-chinese-\w+|"
    r"(?:lower|upper)-(?:alpha|latin|roman)|decimal)"
)
_KINDS = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
LARGEST = 9999
"""Numbers above are printed as decimals in every style."""


@dataclass(slots=True)
class OrderedList:
    """An ordered list that is being read: the style of its marks and the number of the next item."""

    style: str
    following: int
    step: int = 1

    @classmethod
    def of(cls, attributes: Mapping[str, str]) -> OrderedList:
        """Return the list that an `ol` element with these attributes opens."""
        step = -1 if "reversed" in attributes else 1
        return cls(_style(attributes, "decimal"), _integer(attributes.get("start"), 1), step)

    def item(self, attributes: Mapping[str, str]) -> str:
        """Return the mark of the next `li`, with its stop; empty in a list without marks."""
        number = _integer(attributes.get("value"), self.following)
        self.following = number + self.step
        return rendered(_style(attributes, self.style), number)


def rendered(style: str, number: int) -> str:
    """Return the mark (1. or a. or iv. or 一、) of a number in a CSS `list-style-type`."""
    if style == "none":
        return ""
    if style.startswith(("cjk-ideographic", "simp-chinese", "trad-chinese")) and 1 <= number <= 999:
        return f"{render_numeral(number)}、"
    if style.endswith(("alpha", "latin")) and 1 <= number <= LARGEST:
        letters = _letters(number)
        return f"{letters.upper() if style.startswith('upper') else letters}."
    if style.endswith("roman") and 1 <= number <= LARGEST:
        numeral = _roman(number)
        return f"{numeral.upper() if style.startswith('upper') else numeral}."
    return f"{number}."


def _style(attributes: Mapping[str, str], inherited: str) -> str:
    named = _STYLE.search(attributes.get("style", "").lower())
    return named.group(1) if named else _KINDS.get(attributes.get("type", ""), inherited)


def _integer(text: str | None, default: int) -> int:
    match = re.fullmatch(r"\s*(-?\d{1,6})\s*", text or "")
    return int(match.group(1)) if match else default


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def _roman(number: int) -> str:
    numeral = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        numeral += letters * count
    return numeral
