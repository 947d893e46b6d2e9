"""The wordings of the elements that few documents have (GB/T 9704-2012 7.2, 7.3.5.3, 10.2, 10.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from chengwen_library.data import load_table
from chengwen_library.reading import wording

LONGEST_POST = 24
"""Characters of a post's full title."""

_NUMBER = r"第\s*[0-9一二三四五六七八九十百零〇]+\s*[号期次]"
_SERIAL = re.compile(rf"[（(]?(?:[〔\[（(]?20\d\d[〕\]）)]?年?)?\s*(?:{_NUMBER}|[0-9]+\s*[号期])[）)]?")
_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]+(?:[·•][\u4e00-\u9fff]+)+")
_NAME_ENDS = re.compile(r"[\s、，,;；]+")


@dataclass(frozen=True, slots=True)
class Element:
    """An element found in a line as it stands: its kind, from where to where, and where its label ends."""

    kind: str
    start: int
    end: int
    value: int


def elements(raw: str) -> list[Element]:
    """Return the elements of 版头 that a line consists of, in order; none if it holds any other word.

    Kinds are `copy_number`, `secrecy`, `urgency`, `doc_number` and `signers`.
    """
    found: list[Element] = []
    place = _after_space(raw, 0)
    while place < len(raw):
        match = _element().match(raw, place)
        if match is None or match.lastgroup is None:
            return []
        found.append(Element(match.lastgroup, place, match.end(), match.start(match.lastgroup)))
        place = _after_space(raw, match.end())
    return found


def names(words: str) -> list[str]:
    """Return the persons' names that words consist of, parted by white space or 、; none if there is another word.

    Two characters set apart are one name (张　三).
    """
    found: list[str] = []
    lone = False
    for piece in filter(None, _NAME_ENDS.split(words)):
        if lone and len(piece) == 1:
            found[-1] += piece
            lone = False
            continue
        found.append(piece)
        lone = len(piece) == 1
    return found if all(map(_NAME.fullmatch, found)) else []


def order_organ(text: str) -> str | None:
    """Return the organ that the 标志 of a 命令（令） names, or None (10.2)."""
    match = re.fullmatch(rf"([\u4e00-\u9fff（）]{{2,36}}?)(?:{_any('orders')})", text)
    return match.group(1) if match else None


def is_minutes(text: str) -> bool:
    """Tell whether a line is the 标志 of 纪要 (10.3)."""
    return re.fullmatch(rf"[\u4e00-\u9fff（）]{{2,36}}(?:{_any('minutes')})", text) is not None


def minutes_organ(text: str) -> str | None:
    """Return the organ whose name the 标志 of 纪要 begins with, the longest; None if it names none."""
    return next((text[:end] for end in range(len(text) - 2, 1, -1) if wording.is_organ(text[:end])), None)


def serial(text: str) -> bool:
    """Tell whether a line is the number of a 令 or of 纪要: 第1号, （第1号）, 〔2026〕3号, 第5期."""
    return _SERIAL.fullmatch(text) is not None


def order_number_place(raw: str) -> int | None:
    """Return where the number begins in a line that holds both the 标志 of a 令 and its number, or None."""
    match = re.fullmatch(rf"\s*[\u4e00-\u9fff\s]{{2,40}}?(?:{_any('orders')})\s*([（(]?\s*{_NUMBER}\s*[）)]?)\s*", raw)
    return match.start(1) if match else None


def is_post(text: str) -> bool:
    """Tell whether a line is the title of a post and nothing else, such as 市长 or 示例市副市长 (7.3.5.3)."""
    return len(text) <= LONGEST_POST and _post().fullmatch(text) is not None


def attendance_names(raw: str) -> int | None:
    """Return where the names begin in a line of 出席, 请假 or 列席 as it stands; None for any other line (10.3)."""
    match = _attendance().match(raw)
    return match.end() if match and "。" not in raw.strip()[:-1] else None


def _after_space(raw: str, place: int) -> int:
    while place < len(raw) and raw[place].isspace():
        place += 1
    return place


@cache
def _element() -> re.Pattern[str]:
    return re.compile("|".join(_patterns()))


def _patterns() -> Iterator[str]:
    yield rf"(?:(?:{_any('copy_labels', gap=True)})\s*[：:]\s*)?(?P<copy_number>[0-9]{{6}})(?!\d)"
    period = r"\s*★(?:\s*(?:长\s*期|[0-9]+\s*(?:年|个?\s*月|日|天)))?"
    yield rf"(?:密\s*级\s*[：:]\s*)?(?P<secrecy>(?:{_any('secrecy', gap=True)})(?:{period})?)(?![\u4e00-\u9fff])"
    yield rf"(?:紧\s*急\s*程\s*度\s*[：:]\s*)?(?P<urgency>{_any('urgency', gap=True)})(?![\u4e00-\u9fff])"
    yield r"签\s*发\s*人\s*[：:](?P<signers>[\s\u4e00-\u9fff·•、，,]*)$"
    yield f"(?P<doc_number>{wording.DOC_NUMBER.pattern})"


@cache
def _post() -> re.Pattern[str]:
    return re.compile(rf"[\u4e00-\u9fff（）]*(?:{_any('posts')})")


@cache
def _attendance() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{_any('attendance', gap=True)})\s*(?:人\s*员)?\s*[：:](?=\s*\S)")


def _any(name: str, *, gap: bool = False) -> str:
    """Return a pattern for the words of a list, longest first; with `gap` their characters may stand apart."""
    words: list[str] = load_table("reading/elements.toml")[name]
    between = r"\s*" if gap else ""
    return "|".join(between.join(map(re.escape, word)) for word in sorted(words, key=len, reverse=True))
