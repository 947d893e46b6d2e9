"""What taking a precedent makes of the draft: in the place of a clause, or a single difference of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from chengwen_desktop.clause.beside import Beside, is_change
from chengwen_desktop.translation import tr
from chengwen_index.comparing.diff import Part as DiffPart
from chengwen_library.errors import ChengwenError
from chengwen_library.model import Clause, Measure, Span, Unit, replace_unit
from chengwen_library.places import CLOSING, PREAMBLE, places
from chengwen_templates.checks.passages import Part, Place, with_text
from chengwen_templates.provenance import provenance
from chengwen_templates.references.keep import keeping_references_with
from chengwen_templates.structure import is_part
from chengwen_templates.tree import changed_beside, find_by_wid, place_of, renumbered, with_unit, without_locks


class NotTaken(ChengwenError):
    """A difference cannot be taken by itself; the message says why and what can be done."""


def clause_with(draft: Measure, wid: str | None) -> Unit | None:
    """Return the clause that holds the unit `wid`: what stands right below a part. None for a part itself."""
    unit = find_by_wid(draft, wid)
    if unit is None or is_part(unit):
        return None
    parent, _ = place_of(draft, unit.wid) or (None, 0)
    while parent is not None and not is_part(find_by_wid(draft, parent)):
        unit = find_by_wid(draft, parent) or unit
        parent, _ = place_of(draft, parent) or (None, 0)
    return unit


def with_clause_replaced(draft: Measure, wid: str, coming: Unit) -> Measure:
    """Put a unit in the place of the clause `wid`, with its number and identity, so that references still mean it."""
    place, old = place_of(draft, wid), find_by_wid(draft, wid)
    if place is None or old is None:
        return draft
    parent, index = place

    def exchanged(changed: Measure, unit: Unit) -> Measure:
        standing = replace(unit, locked=old.locked, number=old.number, num=old.num)
        put = with_unit(changed, standing, parent, index + 1)
        return renumbered(changed_beside(put, wid, lambda units, at: (*units[:at], *units[at + 1 :])))

    return keeping_references_with(draft, replace(without_locks(coming), wid=wid), wid, exchanged)[0]


def with_difference(draft: Measure, found: Beside, number: int, today: date) -> Measure:
    """Return the draft with one difference of its clause taken from the precedent, which becomes one more source of it.

    Raises NotTaken if the clause reads otherwise by now, or the difference goes over several paragraphs.
    """
    part = found.parts[number]
    unit = next((place.unit for place in places(draft) if place.eid == found.own.eid), None)
    if unit is not None and number < sum(map(is_change, found.heading.parts)):
        return _with_source(_with_heading(draft, unit, part.base_span, part.new), unit.wid, found.precedent, today)
    if found.own.eid in (PREAMBLE, CLOSING):
        pieces = [_Piece(getattr(draft, found.own.eid) or "", Place(Part(found.own.eid)))]
    elif unit is not None:
        pieces = [*_body(unit, found.own)]
    else:
        raise NotTaken(tr("文稿里已经没有这一条。"))
    new = f"\n{part.new}" if _begins_line(found, part) else part.new
    changed = _edited(draft, found.own.text, pieces, part.base_span, new)
    return _with_source(changed, unit.wid, found.precedent, today) if unit else changed


def _begins_line(found: Beside, part: DiffPart) -> bool:
    """Tell whether the part begins a line in the precedent and not in the draft: the differences leave out breaks."""
    there, here = part.new_span[0], part.base_span[0]
    return found.precedent.text[:there].endswith("\n") and here > 0 and found.own.text[here - 1] != "\n"


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words of a clause and the passage that they are; None for marks and for headings below."""

    text: str
    place: Place | None


def _edited(draft: Measure, text: str, pieces: list[_Piece], span: Span, new: str) -> Measure:
    if "".join(piece.text for piece in pieces) != text:
        raise NotTaken(tr("这一条刚改过，差别还在重新比。等一下再取。"))
    start = 0
    for piece in pieces:
        end = start + len(piece.text)
        if start <= span[0] and span[1] <= end and piece.place is not None and "\n" not in new:
            words = piece.text[: span[0] - start] + new + piece.text[span[1] - start :]
            return with_text(draft, piece.place, words)
        start = end
    raise NotTaken(tr("这一处跨了几段，不能单独取。可以用“替换”取整条。"))


def _with_heading(draft: Measure, unit: Unit, span: Span, new: str) -> Measure:
    words = unit.heading or ""
    heading = (words[: span[0]] + new + words[span[1] :]).replace("\n", "") or None
    mark = (unit.heading_mark or ("。" if unit.text else None)) if heading else None
    return replace_unit(draft, unit.wid, replace(unit, heading=heading, heading_mark=mark))


def _with_source(draft: Measure, wid: str, clause: Clause, today: date) -> Measure:
    unit, source = find_by_wid(draft, wid), provenance(clause, today)
    if unit is None or any((one.measure, one.eid) == (source.measure, source.eid) for one in unit.provenance):
        return draft
    return replace_unit(draft, wid, replace(unit, provenance=(*unit.provenance, source)))


def _body(unit: Unit, own: Clause) -> Iterator[_Piece]:
    """Yield the words of a clause as `Clause.text` has them, line breaks between."""
    children = unit.children if own.unit is not None else tuple(child for child in unit.children if not child.heading)
    yield from _joined(
        [_own(unit, Part.TEXT), _own(unit, Part.INTRO), *map(_whole, children), _own(unit, Part.WRAP_UP)]
    )


def _whole(unit: Unit) -> list[_Piece]:
    rest = [*_joined([_own(unit, Part.TEXT), _own(unit, Part.INTRO), *map(_whole, unit.children)])]
    rest = [*_joined([rest, _own(unit, Part.WRAP_UP)])]
    if unit.heading is None:
        return [_Piece(unit.num, None), *rest]
    joint = "\n" if rest and not unit.heading_mark else ""
    return [_Piece(f"{unit.num}{unit.heading}{unit.heading_mark or ''}{joint}", None), *rest]


def _own(unit: Unit, part: Part) -> list[_Piece]:
    words: str | None = getattr(unit, part.rpartition(".")[2])
    return [_Piece(words, Place(part, unit.wid))] if words else []


def _joined(lines: list[list[_Piece]]) -> Iterator[_Piece]:
    for number, line in enumerate(filter(None, lines)):
        if number:
            yield _Piece("\n", None)
        yield from line
