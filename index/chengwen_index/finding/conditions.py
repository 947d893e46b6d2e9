"""Conditions typed into a query: 地区:东莞 类型:若干措施 主题:质押融资 单位:财政局 文号:2024 日期:2023-2024."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from chengwen_index.words.normalizing import normal
from chengwen_index.words.tables import table

_CONDITION = re.compile(r"([^:：]{1,4})[:：](.+)", re.DOTALL)
_SEPARATORS = re.compile(r"[,，、;；]")
_DAY = r"(\d{4})(?:[-./年](\d{1,2}))?(?:[-./月](\d{1,2}))?[年月日]?"
_UNTIL = r"(?:至|到|~|～|\.\.|—+|-(?=\d{4}))"
_PERIOD = re.compile(rf"(?P<before>>=?|≥|自|<=?|≤)?{_DAY}(?:(?P<until>{_UNTIL})(?:{_DAY})?)?(?P<behind>以来|以前)?")
MONTHS = 12
_SEVERAL = frozenset(["topic", "organ"])
"""Fields of which a clause may have several values."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What a clause must be besides found: one of the values in the field, or none of them if `excluded`.

    `field` is region, doc_type, topic, organ, doc_number, date or status. A value is in
    normal form and may be a part of the name; one of `date` is a pair of ISO dates.
    """

    field: str
    values: tuple[str, ...]
    excluded: bool

    def accepts(self, name: str) -> bool:
        """Tell whether a name (in the text's own form) or an ISO date is one of the values."""
        if self.field == "date":
            return any(first <= name <= last for first, last in (value.split("/") for value in self.values))
        plain = normal(name)
        return any(value in plain for value in self.values)


def condition_of(text: str, *, excluded: bool) -> Condition | None:
    """Return the condition that a part of a query states; None if it states none (a:b, 日期:昨天)."""
    match = _CONDITION.fullmatch(text)
    field = _fields().get(match[1]) if match else None
    if match is None or field is None:
        return None
    known = _values(field, match[2])
    return Condition(field, known, excluded) if known else None


def widened(condition: Condition, text: str) -> Condition:
    """Return the condition with the values that follow it behind a | (地区:东莞|武汉)."""
    return replace(condition, values=(*condition.values, *_values(condition.field, text)))


def united(conditions: Iterable[Condition]) -> tuple[Condition, ...]:
    """Return the conditions with those on one field made one where a clause has but one value, as of region or date.

    Topics and organs may be several: each condition on them stays one of its own.
    """
    values: dict[tuple[str, bool], tuple[str, ...]] = {}
    others: list[Condition] = []
    for one in conditions:
        if one.field in _SEVERAL:
            others.append(one)
        else:
            values[one.field, one.excluded] = (*values.get((one.field, one.excluded), ()), *one.values)
    return (*(Condition(field, known, excluded) for (field, excluded), known in values.items()), *others)


def _values(field: str, text: str) -> tuple[str, ...]:
    parts = [part for part in _SEPARATORS.split(text) if part.strip()]
    values = [_period(part) for part in parts] if field == "date" else [normal(part) for part in parts]
    return tuple(value for value in values if value)


def field_names() -> tuple[str, ...]:
    """Return the names of fields that conditions begin with, as they are offered."""
    return tuple(names[0] for names in table("words.toml")["fields"].values())


@cache
def _fields() -> dict[str, str]:
    return {name: field for field, names in table("words.toml")["fields"].items() for name in names}


def _period(text: str) -> str | None:
    """Return the first and the last day of a period (2023, 2023-05, 2022-2024, >2023, 2022至今) with a / between."""
    match = _PERIOD.fullmatch(normal(text).removesuffix("今"))
    if match is None:
        return None
    with suppress(OverflowError):  # before the first day or behind the last one of the calendar
        return _between(*match.groups())
    return None


def _between(before: str | None, *found: str | None) -> str | None:
    *numbers, behind = found
    start, end = numbers[:3], numbers[4:] if numbers[4] else numbers[:3]
    first, last = _day(*start, last=False), _day(*end, last=True)
    if first is None or last is None:
        return None
    if before == ">":
        first = last + timedelta(1)
    if before == "<":
        last = first - timedelta(1)
    if before in {">", ">=", "≥", "自"} or behind == "以来" or (numbers[3] and not numbers[4]):
        last = date.max
    if before in {"<", "<=", "≤"} or behind == "以前":
        first = date.min
    return f"{first.isoformat()}/{last.isoformat()}"


def _day(year: str | None, month: str | None, day: str | None, *, last: bool) -> date | None:
    """Return the first or the last day of a year, a month or a day; None where there is no such."""
    try:
        first = date(int(year or 0), int(month or 1), int(day or 1))
    except ValueError:
        return None
    if not last or day:
        return first
    years, months = divmod((first.month if month else MONTHS), MONTHS)
    following = first.replace(year=first.year + years, month=months + 1) if first.year < date.max.year else date.max
    return following - timedelta(1)
