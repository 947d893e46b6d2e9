"""The filters that templates have of ours: numerals, dates, organs and the words of official documents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from chengwen_library.numbering import render_numeral

FINAL_MARKS = "。；，、：！"

_PLACES = ("自治区", "自治州", "自治县", "省", "市", "区", "县", "州", "盟", "旗", "镇", "乡")


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that stand under one heading."""

    heading: str
    rows: tuple[dict[str, Any], ...]


def grouped(rows: Sequence[dict[str, Any]], column: str, headings: Sequence[str] = ()) -> list[Group]:
    """Return rows by their heading in `column`: `headings` in their order, even empty ones, then others as they come.

    A row whose cell is empty belongs where the row above does, the first one to the first heading.
    """
    under: dict[str, list[dict[str, Any]]] = {heading: [] for heading in headings}
    current = headings[0] if headings else ""
    for row in rows:
        current = row[column] or current
        under.setdefault(current, []).append(row)
    return [Group(heading, tuple(found)) for heading, found in under.items()]


def day(value: date) -> str:
    """Return a date as documents write it: 2026年1月20日."""
    return f"{value.year}年{value.month}月{value.day}日"


def bare(words: str) -> str:
    """Return the words without marks at their end."""
    return words.strip().rstrip(FINAL_MARKS)


def sentence(words: str) -> str:
    """Return the words with a full stop at their end, if no mark stands there."""
    words = words.strip()
    return words if not words or words[-1] in "。；：！？”）" else f"{words}。"


def quoted(title: str) -> str:
    """Return a title in 《》, those inside it turned to 〈〉."""
    return f"《{title.replace('《', '〈').replace('》', '〉')}》"


def titles(names: Sequence[str]) -> str:
    """Return titles one behind another: 《甲》《乙》, with 、 where something stands between the marks ."""
    told = [name.strip() for name in names]
    gaps = ["" if name.endswith("》") and after.startswith("《") else "、" for name, after in pairwise(told)]
    return "".join(gap + name for gap, name in zip(["", *gaps], told, strict=False))


def place(region: str) -> str:
    """Return what a region is: 市, 县, 自治区 …; 地方 for other names."""
    return next((ending for ending in _PLACES if region.endswith(ending)), "地方")


def ours(region: str) -> str:
    """Return how a document speaks of its own region: 我市, 我县, 我区."""
    kind = place(region)
    return "本地" if kind == "地方" else f"我{kind[-1]}"


def responsibility(lead: Sequence[str], others: Sequence[str], deadline: str = "") -> str:
    """Return the note of a task: （牵头单位：…；责任单位：…；完成时限：…）; nothing where nobody is named."""
    notes = [("牵头单位", "、".join(lead)), ("责任单位", "、".join(others)), ("完成时限", deadline)]
    said = "；".join(f"{label}：{words}" for label, words in notes if words)
    return f"（{said}）" if said else ""


def lines(text: str) -> list[str]:
    """Return the paragraphs of a text."""
    return [line.strip() for line in text.splitlines() if line.strip()]


OWN_FILTERS: dict[str, Callable[..., Any]] = {
    "bare": bare,
    "day": day,
    "grouped": grouped,
    "lines": lines,
    "numeral": render_numeral,
    "ours": ours,
    "place": place,
    "quoted": quoted,
    "responsibility": responsibility,
    "sentence": sentence,
    "titles": titles,
}
