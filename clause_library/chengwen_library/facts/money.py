"""Sums of money that a text names, and the shares of a sum that it grants."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from chengwen_library.data import load_table
from chengwen_library.facts.figures import BETWEEN, NUMBER, NUMERAL, value_of
from chengwen_library.model import Money, Span

_SCALES = {"千亿": 1e11, "百亿": 1e10, "亿": 1e8, "千万": 1e7, "百万": 1e6, "万": 1e4, "千": 1e3, "百": 1e2}
_SCALE = "|".join(_SCALES)
_WINDOW = 60
_SENTENCE = re.compile(r"[^。；;！？\n]+")
_FIGURE = rf"(?:{NUMBER}|{NUMERAL})"
_SUM = re.compile(rf"(?P<figure>{_FIGURE})\s?(?P<scale>{_SCALE})?[余多]?\s?元(?![件素器宇旦])")
_SHARE = re.compile(rf"(?:(?P<figure>{NUMBER})\s?[%％]|百分之(?P<numeral>{NUMERAL}))")
_BEFORE_IN_LIST = re.compile(rf"(?:{_FIGURE}\s?(?:{_SCALE})?\s?{BETWEEN}\s?){{1,9}}$")
_IN_LIST = re.compile(rf"(?P<figure>{_FIGURE})\s?(?P<scale>{_SCALE})?")
_CONTINUES = re.compile(r"[、和或及/]?(?:和|或)?")
_AFTER_CAP = re.compile(r"(?:人民币|（含）)?(?:以内|封顶|(?:的)?为(?:上限|限)|（?上限）?)")
_CONDITION_AFTER = re.compile(r"(?:（含[^（）]{0,4}）)?(?:及?以上|及?以下|及以内)|[^，。；、]{0,40}的(?=[，。；]|$)")
_REACHED = re.compile(r"(?:达到?|(?<!不)超过?|不低于|不少于|(?<!不)高于|增长|提高|增加|下降|占比?为?)约?$")
_CAP_OF_BASE = re.compile(r"(?:不超过|不高于|最高按?|至多)[^，。；\d]{2,30}$")
_BY_RATIO = re.compile(r"按照?[^，。；]{0,30}比例")


@dataclass(frozen=True, slots=True)
class Ratio:
    """A share of a sum that the text grants (按实际投入的30%给予补助: 0.3); `cap` says that it is an upper limit."""

    text: str
    ratio: float
    cap: bool
    span: Span


def amounts(text: str) -> tuple[Money, ...]:
    """Return all sums in yuan that the text names, thresholds and funds included, in the order of the text.

    `cap` where the text calls a sum the highest; `ratio` is the share that such a
    sum limits, where its sentence names exactly one (按30%补助，最高100万元: 0.3).
    A range or a list that shares its unit (50—200万元) gives one sum for each number.
    """
    found: list[Money] = []
    for sentence in _SENTENCE.finditer(text):
        sums = list(_sums(text, *sentence.span()))
        shares = list(_shares(text, *sentence.span())) if any(item.cap for item in sums) else []
        found += [replace(item, ratio=_limited(item, shares)) for item in sums]
    return tuple(found)


def ratios(text: str) -> tuple[Ratio, ...]:
    """Return the shares of a sum that the text grants, in the order of the text; those of conditions are none."""
    return tuple(share for sentence in _SENTENCE.finditer(text) for share in _shares(text, *sentence.span()))


def _limited(item: Money, shares: list[Ratio]) -> float | None:
    return shares[0].ratio if item.cap and len(shares) == 1 and shares[0].span[1] <= item.span[0] else None


def _sums(text: str, start: int, end: int) -> Iterator[Money]:
    last_end, last_cap = start, False
    for match in _SUM.finditer(text, start, end):
        first, numbers = _list_before(text, max(last_end, match.start() - _WINDOW), match.start())
        cap = _is_cap(text, max(last_end, first - _WINDOW), first, match.end())
        cap = cap or (last_cap and _CONTINUES.fullmatch(text, last_end, first) is not None)
        scale = match.group("scale")
        for figure, own in [*numbers, (match.group("figure"), scale)]:
            yield Money(text[first : match.end()], _amount(figure, own or scale), cap, (first, match.end()))
        last_end, last_cap = match.end(), cap


def _shares(text: str, start: int, end: int) -> Iterator[Ratio]:
    sentence = text[start:end]
    if not (_grants().search(sentence) or _BY_RATIO.search(sentence)):
        return
    last_end, last_cap = start, False
    for match in _SHARE.finditer(text, start, end):
        first, numbers = _list_before(text, max(last_end, match.start() - _WINDOW), match.start())
        before = text[max(start, first - 10) : first]
        if _REACHED.search(before) or _CONDITION_AFTER.match(text, match.end(), end):
            continue
        near = max(last_end, first - _WINDOW)
        cap = _is_cap(text, near, first, match.end()) or _CAP_OF_BASE.search(text, near, first) is not None
        cap = cap or (last_cap and _CONTINUES.fullmatch(text, last_end, first) is not None)
        for figure in [*(figure for figure, _ in numbers), match.group("figure") or match.group("numeral")]:
            yield Ratio(text[first : match.end()], round(value_of(figure) / 100, 8), cap, (first, match.end()))
        last_end, last_cap = match.end(), cap


def _list_before(text: str, start: int, end: int) -> tuple[int, list[tuple[str, str | None]]]:
    """Return where the list or range that ends in a number begins, and its other numbers with their scales."""
    found = _BEFORE_IN_LIST.search(text, start, end)
    if found is None:
        return end, []
    return found.start(), [(item["figure"], item["scale"]) for item in _IN_LIST.finditer(found.group())]


def _is_cap(text: str, start: int, first: int, end: int) -> bool:
    return _cap().search(text, start, first) is not None or _AFTER_CAP.match(text, end) is not None


def _amount(figure: str, scale: str | None) -> float:
    return value_of(figure) * (_SCALES[scale] if scale else 1)


@cache
def _grants() -> re.Pattern[str]:
    return re.compile("|".join(load_table("facts/quantities.toml")["money"]["grants"]))


@cache
def _cap() -> re.Pattern[str]:
    table = load_table("facts/quantities.toml")["money"]
    return re.compile(rf"(?:{'|'.join(table['highest'])})(?:{'|'.join(table['between'])}){{0,6}}\s?$")
