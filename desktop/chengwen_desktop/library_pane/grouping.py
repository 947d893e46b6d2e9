"""The measures of a library in groups: by region, kind, topic or status. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from chengwen_desktop.translation import marked, tr
from chengwen_index.holdings import Held, Holdings
from chengwen_library.model import Status
from chengwen_library.regions import short_name


class Grouping(StrEnum):
    """What measures are grouped by; the value is its name."""

    REGION = marked("地区")
    KIND = marked("类型")
    TOPIC = marked("主题")
    STATUS = marked("状态")


_UNKNOWN = {Grouping.REGION: marked("地区不详"), Grouping.KIND: marked("类型不详")}


@dataclass(frozen=True, slots=True)
class Group:
    """A group and its measures; `topic` if they are those with clauses about one."""

    name: str
    measures: tuple[Held, ...]
    topic: str | None = None


def in_order(holdings: Holdings) -> Holdings:
    """Return the same with the newest measures first, those without a date last, so that groups need no sorting."""
    order = sorted(range(len(holdings.measures)), key=lambda place: _age(holdings.measures[place]))
    rank = {place: number for number, place in enumerate(order)}
    measures = tuple(holdings.measures[place] for place in order)
    topics = {topic: tuple(sorted(rank[place] for place in places)) for topic, places in holdings.topics.items()}
    return Holdings(measures, topics)


def fitting(holdings: Holdings, words: str) -> list[bool]:
    """Tell which measures hold all the words in title, 文号, region or kind."""
    wanted = words.lower().split()
    return [_fits(held, wanted) for held in holdings.measures]


def groups(holdings: Holdings, by: Grouping, fits: list[bool]) -> tuple[Group, ...]:
    """Return the groups with the measures that fit, in their order; groups without any are left out."""
    if by is Grouping.TOPIC:
        made = [
            Group(topic, tuple(holdings.measures[place] for place in places if fits[place]), topic)
            for topic, places in holdings.topics.items()
        ]
        return tuple(group for group in made if group.measures)
    found: dict[str, list[Held]] = {}
    for held, is_wanted in zip(holdings.measures, fits, strict=True):
        if is_wanted:
            found.setdefault(_NAMES[by](held), []).append(held)
    names = sorted(found, key=lambda name: _rank(by, name, len(found[name])))
    return tuple(Group(name or tr(_UNKNOWN[by]), tuple(found[name])) for name in names)


def shown_name(group: Group, by: Grouping) -> str:
    """Return what a group is called: 鄂州市 → 鄂州."""
    if by is Grouping.REGION:
        return short_name(group.name)
    return tr(group.name) if by is Grouping.STATUS else group.name


def _fits(held: Held, words: list[str]) -> bool:
    if not words:
        return True
    text = "\n".join(filter(None, [held.title, held.doc_number, held.region, held.doc_type])).lower()
    return all(word in text for word in words)


def _age(held: Held) -> tuple[int, str]:
    return -(held.date or date.min).toordinal(), held.title


_NAMES: dict[Grouping, Callable[[Held], str]] = {
    Grouping.REGION: lambda held: held.region or "",
    Grouping.KIND: lambda held: held.doc_type or "",
    Grouping.STATUS: lambda held: held.status,
}


def _rank(by: Grouping, name: str, count: int) -> tuple[bool, int, str]:
    """Return what groups are ordered by: the largest first, statuses in their own order, the unknown last."""
    if by is Grouping.STATUS:
        order = [status.value for status in Status]
        return False, order.index(name) if name in order else len(order), name
    return not name, -count, name
