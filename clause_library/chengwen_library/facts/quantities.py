"""量化指标 and amounts of money, with the words they were read from (decisions 11)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chengwen_library.model import Money, Target

_NUMBER = r"\d+(?:\.\d+)?"
_PHRASE = re.compile(r"[^，。；！？\n]+")
_QUANTITY = re.compile(
    rf"(?P<value>{_NUMBER})\s*(?P<unit>万亿元|亿元|万元|元|%|％|个百分点|[亿万]?[\u4e00-\u9fff])(?P<after>以上|以内|左右)?"
)
_DOUBLING = re.compile(r"翻(?:了)?(?:一|两|二)番")
_BEFORE = (
    ("≥", re.compile(r"(?:达到|达|不少于|不低于|提高到|提升到|提高至|提升至|增加到|突破|力争)(?:全市|约)?$")),
    (">", re.compile(r"(?:超过|超|大于|高于)$")),
    ("≤", re.compile(r"(?:不超过|控制在|压缩至|降至|低于)$")),
    ("+", re.compile(r"(?:增长|提高|提升|增加)(?:了)?$")),
)
_TIME_UNITS = frozenset("年月日天岁期届次")
_GRANT = re.compile(r"给予|奖励|资助|补助|补贴|最高|奖补|贴息")
_YEAR = re.compile(r"(20\d{2})年(?!.{0,2}(?:基础|以来|相比|度))")
_MONEY = re.compile(rf"({_NUMBER})\s*(亿|万)?元")
_CAP = re.compile(r"(?:最高|不超过|上限(?:为)?|至多|累计不超过)(?:给予|奖励|可达)?$")
_SCALE = {"亿": 100_000_000, "万": 10_000, None: 1}


def targets(text: str) -> tuple[Target, ...]:
    """Return the quantities that the text wants reached; thresholds and grants are none."""
    found: list[Target] = []
    year: str | None = None
    for phrase in _PHRASE.finditer(text):
        years = _YEAR.findall(phrase.group())
        year = years[-1] if years and "年）" not in phrase.group() else year
        found += _targets_of(phrase, year)
    return tuple(found)


def amounts(text: str) -> tuple[Money, ...]:
    """Return the amounts of money in yuan; `cap` where the text calls one the highest."""
    found: list[Money] = []
    for match in _MONEY.finditer(text):
        value = float(match.group(1)) * _SCALE[match.group(2)]
        cap = _CAP.search(text[: match.start()]) is not None or text.startswith("以内", match.end())
        found.append(Money(match.group(), value, cap, match.span()))
    return tuple(found)


def _targets_of(phrase: re.Match[str], year: str | None) -> Iterator[Target]:
    words = phrase.group()
    if _GRANT.search(words):
        return
    for match in _DOUBLING.finditer(words):
        yield _target(phrase, match.end(), words[: match.start()], match.group(), None, None, year)
    for match in _QUANTITY.finditer(words):
        comparator = _comparator(words[: match.start()], match)
        if comparator is None or match.group("unit") in _TIME_UNITS or words.startswith("的", match.end()):
            continue
        yield _target(
            phrase,
            match.end(),
            words[: match.start()],
            comparator,
            float(match.group("value")),
            match.group("unit"),
            year,
        )


def _comparator(before: str, match: re.Match[str]) -> str | None:
    if match.group("after") == "以上":
        return "≥"
    return next((sign for sign, pattern in _BEFORE if pattern.search(before)), None)


def _target(
    phrase: re.Match[str], end: int, before: str, comparator: str, value: float | None, unit: str | None, by: str | None
) -> Target:
    start, words = phrase.start(), phrase.group()
    return Target(words[:end], _indicator(before), comparator, value, unit, by, (start, start + end))


def _indicator(before: str) -> str:
    """Return the name of what is measured: the words before the comparator."""
    for _, pattern in _BEFORE:
        before = pattern.sub("", before)
    return re.sub(r"^(?:到20\d{2}年底?|力争|全市实现|实现|全市)", "", before).strip()
