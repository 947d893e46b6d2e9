"""What `draft` says of a draft it has made: the words that were put in others' place, and what is still open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from chengwen_library.places import places

if TYPE_CHECKING:
    from chengwen_library.model import Measure
    from chengwen_templates.adapting import Substitution
    from chengwen_templates.adopting import OpenPoints
    from chengwen_templates.assembly import Assembled
    from chengwen_templates.slots import Slot

_ELSEWHERE = "引言、结尾或者通知里"


def assembled_json(made: Assembled, points: OpenPoints, file: Path) -> dict[str, Any]:
    """Return what `draft --json` prints."""
    where = _Where(made.draft)
    return {
        "file": str(file),
        "id": made.draft.id,
        "title": made.draft.title,
        "units": sum(1 for _ in made.draft.walk()),
        "substitutions": [
            *(_substitution_json(one, where, made=True) for one in made.made),
            *(_substitution_json(one, where, made=False) for one in points.proposed),
        ],
        "slots": [
            *(_slot_json(one, where, blank=True) for one in points.blanks),
            *(_slot_json(one, where, blank=False) for one in points.kept),
        ],
    }


def assembled_lines(made: Assembled, points: OpenPoints) -> Iterator[str]:
    """Yield what people are told, a line each."""
    where = _Where(made.draft)
    yield from _told("已改为本地的说法", "", made.made, where)
    yield from _told("没有改、可能要改的", "，要改的写进 adapt", points.proposed, where)
    if points.blanks:
        yield f"待填 {len(points.blanks)} 处："
        yield from (f"  {where.words(one)}：{one.label}{one.words}" for one in points.blanks)
    if points.kept:
        yield f"照用先例的数字、日期和名称 {len(points.kept)} 处，核对是否适用；要改为待填的，在这一条写 slots = true："
        by_place: dict[str, list[str]] = {}
        for one in points.kept:
            by_place.setdefault(where.words(one), []).append(one.words)
        yield from (f"  {place}：{'、'.join(dict.fromkeys(words))}" for place, words in by_place.items())


def _told(what: str, then: str, found: Sequence[Substitution], where: _Where) -> Iterator[str]:
    if found:
        yield f"{what} {len(found)} 处{then}："
        yield from _lines(found, where)


def _lines(found: Iterable[Substitution], where: _Where) -> Iterator[str]:
    """Yield a line for each substitution of each clause; one that is made several times is told once."""
    yield from dict.fromkeys(f"  {where.words(one)}：{one.message}" for one in found)


class _Where:
    """Where the units of a draft stand, by their identities."""

    def __init__(self, draft: Measure) -> None:
        self._places = {place.unit.wid: place for place in places(draft)}

    def words(self, one: Substitution | Slot) -> str:
        """Return the marks that lead to the unit, as people say them."""
        place = self._places.get(one.place.wid or "")
        return "".join(place.path) if place else _ELSEWHERE

    def json(self, one: Substitution | Slot) -> dict[str, Any]:
        """Return the place for JSON."""
        place = self._places.get(one.place.wid or "")
        return {
            "eid": place.eid if place else None,
            "path": list(place.path) if place else [],
            "part": one.place.part,
        }


def _substitution_json(one: Substitution, where: _Where, *, made: bool) -> dict[str, Any]:
    return {**where.json(one), "old": one.old, "new": one.new, "why": one.why, "made": made}


def _slot_json(one: Slot, where: _Where, *, blank: bool) -> dict[str, Any]:
    return {**where.json(one), "kind": one.kind, "label": one.label, "words": one.words, "blank": blank}
