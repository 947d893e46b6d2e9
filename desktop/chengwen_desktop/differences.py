"""What differs between two states of one draft, place by place: pure functions without Qt.

Units are the same if they have the same wid; of what is left over on both sides, clauses
that regulate the same are taken for each other. New numbers alone are no difference.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from rapidfuzz.distance import LCSseq

from chengwen_desktop.draft.lines import BREAK, lines
from chengwen_desktop.draft.notice_fields import FIELDS
from chengwen_desktop.translation import marked, tr
from chengwen_library.model import Annex, Measure, Notice, Unit

MOST_ALIGNED = 2500
"""Pairs of clauses up to which those without a common wid are looked at for likeness."""

_SHOWN_OF_TEXT = 16
"""Characters of a text that stand for a heading it lacks."""


class Kind(StrEnum):
    """What became of a place; the value is what it is called."""

    CHANGED = marked("改写")
    ADDED = marked("增加")
    REMOVED = marked("删去")
    MOVED = marked("移动")
    OTHER = marked("其他")


@dataclass(frozen=True, slots=True)
class Difference:
    """A place that differs: its name as it is now, its words before and after.

    OTHER has the same words on both sides: the source, the lock of a number and the like differ.
    """

    kind: Kind
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class _Place:
    key: str
    label: str
    words: str
    unit: Unit | None = None
    parent: str | None = None


def differences(before: Measure, after: Measure) -> tuple[Difference, ...]:
    """Return what differs, in the order of `after`; what was removed stands where it stood. Empty if they are equal."""
    old, new = _places(before), _places(after)
    old = _renamed(old, _answers(old, new))
    was, now = {place.key: place for place in old}, {place.key: place for place in new}
    moved = _moved(old, new)
    found: list[Difference] = []
    for key in _in_order(old, new):
        difference = _difference(was.get(key), now.get(key), is_moved=key in moved)
        found += [difference] if difference else []
    if not found and before != after:
        found = [Difference(Kind.OTHER, tr("文稿的其他内容"), "", "")]
    return tuple(found)


def summary(found: Sequence[Difference]) -> str:
    """Return how many places differ, by kind: 改写 2 处，增加 1 处."""
    number = Counter(one.kind for one in found)
    return tr("，").join(tr("{kind} {count} 处", kind=tr(kind), count=number[kind]) for kind in Kind if number[kind])


def _difference(was: _Place | None, now: _Place | None, *, is_moved: bool) -> Difference | None:
    if was is None or now is None:
        kind, place = (Kind.ADDED, now) if now else (Kind.REMOVED, was)
        return Difference(kind, place.label, was.words if was else "", now.words if now else "") if place else None
    if was.words != now.words:
        return Difference(Kind.CHANGED, now.label, was.words, now.words)
    if is_moved or was.parent != now.parent:
        return Difference(Kind.MOVED, now.label, was.words, now.words)
    if _bare(was.unit) != _bare(now.unit):
        return Difference(Kind.OTHER, now.label, was.words, now.words)
    return None


def _places(draft: Measure) -> list[_Place]:
    notice = draft.notice or Notice()
    fields = [_Place(f"notice {one.name}", tr(one.label), one.read(draft, notice)) for one in FIELDS]
    annexes = [
        _Place(f"annex {number}", tr("附件{number}", number=number), _annex_words(annex))
        for number, annex in enumerate(draft.annexes, 1)
    ]
    return [place for place in (*fields, *_texts(draft), *annexes) if place.words or place.unit]


def _texts(draft: Measure) -> list[_Place]:
    parents = {child.wid: unit.wid for unit in draft.walk() for child in unit.children}
    names = {"title": tr("标题"), "preamble": tr("引言"), "closing": tr("结尾")}
    places: dict[str, _Place] = {}
    for line in lines(draft):
        words = line.text.replace(BREAK, "\n")
        unit = line.unit
        if unit is None:
            places[line.part] = _Place(line.part, names[line.part], words)
        elif unit.wid in places:
            held = places[unit.wid]
            places[unit.wid] = replace(held, words="\n".join(filter(None, [held.words, words])))
        else:
            places[unit.wid] = _Place(unit.wid, _label(unit, words), words, unit, parents.get(unit.wid))
    return list(places.values())


def _label(unit: Unit, words: str) -> str:
    if unit.heading:
        return unit.num + unit.heading
    start = words.split("\n")[0]
    return unit.num + (start if len(start) <= _SHOWN_OF_TEXT else f"{start[:_SHOWN_OF_TEXT]}…") or tr("空的一条")


def _annex_words(annex: Annex) -> str:
    rows = ["　".join(row) for row in annex.rows]
    return "\n".join(filter(None, [annex.title, annex.text, *rows]))


def _bare(unit: Unit | None) -> Unit | None:
    return replace(unit, wid="", children=(), num="", number=None) if unit else None


def _answers(old: Sequence[_Place], new: Sequence[_Place]) -> dict[str, str]:
    """Return which clause only the old has regulates the same as one that only the new has, by their wids."""
    from chengwen_index.comparing.alignment import Shape, align

    known_old, known_new = {place.key for place in old}, {place.key for place in new}
    gone = [place.unit for place in old if place.key not in known_new and place.unit and not place.unit.children]
    come = [place.unit for place in new if place.key not in known_old and place.unit and not place.unit.children]
    if not gone or not come or len(gone) * len(come) > MOST_ALIGNED:
        return {}
    matches = align(Measure(units=tuple(gone)), Measure(units=tuple(come))).matches
    pairs = [(match.base[0].unit, match.new[0].unit) for match in matches if match.shape is Shape.ONE]
    return {mine.wid: theirs.wid for mine, theirs in pairs if mine and theirs}


def _renamed(places: Sequence[_Place], names: dict[str, str]) -> list[_Place]:
    return [
        replace(place, key=names.get(place.key, place.key), parent=names.get(place.parent or "", place.parent))
        for place in places
    ]


def _moved(old: Sequence[_Place], new: Sequence[_Place]) -> set[str]:
    """Return the keys of units that both have and that stand out of the old order."""
    known_old, known_new = {place.key for place in old}, {place.key for place in new}
    mine = [place.key for place in old if place.unit and place.key in known_new]
    theirs = [place.key for place in new if place.unit and place.key in known_old]
    kept = {
        key
        for code in LCSseq.opcodes(mine, theirs)
        if code.tag == "equal"
        for key in theirs[code.dest_start : code.dest_end]
    }
    return set(theirs) - kept


def _in_order(old: Sequence[_Place], new: Sequence[_Place]) -> list[str]:
    order = [place.key for place in new]
    known = set(order)
    behind = 0
    for place in old:
        if place.key in known:
            behind = order.index(place.key) + 1
        else:
            order.insert(behind, place.key)
            behind += 1
    return order
