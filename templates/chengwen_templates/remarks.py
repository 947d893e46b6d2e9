"""审阅意见 of a draft: writing, resolving, listing them; each is bound to a unit or a part and follows it.

A remark whose unit has gone is kept and listed last. Where a unit is joined to its neighbour its
remarks go there; where one is split they stay with the first half.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import uuid4

from chengwen_library.model import Measure, Opinion, Remark, TextPart, Unit

Target = str | TextPart
"""What a remark is bound to: the wid of a unit, or a part of the text."""

GONE = "原条款已删除"

_PARTS = {TextPart.TITLE: "标题", TextPart.PREAMBLE: "引言", TextPart.CLOSING: "结尾"}
_SHORT = 16
"""Characters by which a unit without a heading is named."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A remark as it is listed: `place` names its unit as it is numbered now, or as it was when it has gone."""

    remark: Remark
    place: str
    is_gone: bool


def new_remark(
    draft: Measure,
    target: Target,
    text: str,
    opinion: Opinion | None,
    who: str,
    written: datetime,
    proposal: str | None = None,
) -> Remark:
    """Return a remark on what `target` is now, with an identity of its own. `written` must know its time zone."""
    return Remark(f"r-{uuid4().hex[:12]}", target, place_words(draft, target), text, opinion, who, written, proposal)


def with_remark(draft: Measure, remark: Remark) -> Measure:
    """Return the draft with the remark, in place of the one with the same identity if there is one."""
    if any(other.id == remark.id for other in draft.remarks):
        return _changed(draft, remark.id, lambda _: remark)
    return replace(draft, remarks=(*draft.remarks, remark))


def without_remark(draft: Measure, identity: str) -> Measure:
    """Return the draft without the remark."""
    return replace(draft, remarks=tuple(one for one in draft.remarks if one.id != identity))


def resolved(draft: Measure, identity: str, when: datetime | None) -> Measure:
    """Return the draft with the remark resolved; None opens it again."""
    return _changed(draft, identity, lambda remark: replace(remark, resolved=when))


def remarks_of(draft: Measure, target: Target) -> tuple[Remark, ...]:
    """Return the remarks on a unit or a part, in the order they were written."""
    return tuple(sorted((one for one in draft.remarks if one.target == target), key=lambda one: one.written))


def open_count(draft: Measure) -> int:
    """Return how many remarks are still open."""
    return sum(one.resolved is None for one in draft.remarks)


def listed(draft: Measure) -> tuple[Listed, ...]:
    """Return all remarks in the order of the text, those of one clause as they were written; the gone come last."""
    if not draft.remarks:
        return ()
    places: dict[Target, str] = {target: _PARTS[target] for target in (TextPart.TITLE, TextPart.PREAMBLE)}
    places |= {unit.wid: _unit_words(unit) for unit in draft.walk()}
    places[TextPart.CLOSING] = _PARTS[TextPart.CLOSING]
    order = {target: number for number, target in enumerate(places)}
    found = sorted(draft.remarks, key=lambda one: (order.get(one.target, len(order)), one.written))
    return tuple(Listed(one, places.get(one.target, one.about), one.target not in places) for one in found)


def passed_on(draft: Measure, wid: str, heir: str) -> Measure:
    """Return the draft with the remarks on the unit `wid` bound to the unit `heir`, which takes in its words."""
    if not any(one.target == wid for one in draft.remarks):
        return draft
    remarks = (replace(one, target=heir) if one.target == wid else one for one in draft.remarks)
    return replace(draft, remarks=tuple(remarks))


def place_words(draft: Measure, target: Target) -> str:
    """Return how people call what a remark is bound to: （六）推进知识产权质押融资, or 引言; nothing if it has gone."""
    if isinstance(target, TextPart):
        return _PARTS[target]
    unit = next((one for one in draft.walk() if one.wid == target), None)
    return _unit_words(unit) if unit else ""


def _unit_words(unit: Unit) -> str:
    words = unit.heading or ((unit.intro if unit.children else unit.text) or "").split("\n", 1)[0]
    return unit.num + (words if unit.heading or len(words) <= _SHORT else f"{words[: _SHORT - 1]}…")


def _changed(draft: Measure, identity: str, change: Callable[[Remark], Remark]) -> Measure:
    remarks = (change(one) if one.id == identity else one for one in draft.remarks)
    return replace(draft, remarks=tuple(remarks))
