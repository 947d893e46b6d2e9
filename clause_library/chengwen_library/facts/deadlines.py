"""Deadlines in running text: 到2027年底, 3年内, “十五五”期间."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chengwen_library.model import Span

_YEAR = r"(?P<{0}>20\d\d|２０[０-９]{{2}})\s?年"
_DEADLINE = re.compile(
    rf"(?:20\d\d年?\s?[-—–－~～至到]{{1,2}}\s?{_YEAR.format('last')}"
    rf"|(?P<lead>力争到|争取到|到|至|在|于|截至|截止)?\s?{_YEAR.format('year')}"
    r"(?:\s?(?P<month>1[0-2]|0?[1-9])月(?:(?P<day>[12]\d|3[01]|0?[1-9])日)?)?(?P<tail>(?:年?[底末]|[上下]半年|内)?(?:之?前)?))"
    r"(?!以来|以后|后|起|开始|度(?!末|底)|印发|发布|修订|版|第|基础|的?基数|水平|相比|的?基础|\s?\d)"
    r"|(?:力争|争取|利用|用)(?P<term>[一二三四五六两\d]{1,2}年)(?:左右)?(?:的?时间)?(?!内)|(?P<words>(?:[“\"]?十[三四五六七]五[”\"]?(?:期间|时期|期末|末))|(?:未来|今后)[一二三四五六两\d]{1,2}年"
    r"|(?<![\d一二三四五六七八九十])(?:\d{1,2}|[一二三四五六两])(?:年|个月)(?:之内|以内|内)|(?<!\d)(?:今|明|本)?年底前?|今年内?|明年内?)"
)
_NOT_AFTER = re.compile(r"(?:自|从|由|较|比|按|以|(?:控制在|压[缩减降]?[至到]|缩短[至到]|降[至到]|不超过|延长[至到]))$")


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline: where it stands, and an ISO year, month or date, the text's own words if relative (3年内)."""

    span: Span
    value: str
    relative: bool


def deadlines(words: str) -> Iterator[Deadline]:
    """Yield the deadlines in a phrase; years that are only named (在2022年基础上, 2018年度) are none."""
    for match in _DEADLINE.finditer(words):
        if _NOT_AFTER.search(words, max(match.start() - 4, 0), match.start()):
            continue
        if own := match.group("words") or match.group("term"):
            yield Deadline(match.span(), own, relative=True)
        elif match.group("last") or _is_deadline(words, match):
            yield Deadline(match.span(), _iso(match), relative=False)


def without_deadline(words: str) -> str:
    """Return the words without the deadlines they begin with."""
    while match := _DEADLINE.match(words):
        words = words[match.end() :].lstrip("，、 ")
    return words


def _is_deadline(words: str, match: re.Match[str]) -> bool:
    """Tell a deadline (到2025年；2025年底；2025年，…) from a year that is only named."""
    alone = not words[: match.start()].strip("（，、 ") or match.end() == len(words)
    return bool(match.group("lead") or match.group("tail") or alone)


def _iso(match: re.Match[str]) -> str:
    numbers = [match.group("last") or match.group("year"), match.group("month"), match.group("day")]
    return "-".join(f"{int(number):02}" for number in numbers if number)
