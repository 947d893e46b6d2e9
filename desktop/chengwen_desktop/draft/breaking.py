"""Enter, and Backspace and Delete between paragraphs: units are split and joined; references are kept."""

from __future__ import annotations

from dataclasses import replace

from chengwen_desktop.draft.lines import BREAK, Key, Line, Part, body_of, lines
from chengwen_desktop.draft.ranges import Stretch, replaced
from chengwen_desktop.draft.rewriting import Splice, spliced, with_edits
from chengwen_library.model import Form, Measure, Unit
from chengwen_templates.draft import insert_unit, level_below, new_unit, new_wid, place_of
from chengwen_templates.references.keep import keeping_references
from chengwen_templates.structure import is_part, join_units, neighbours, split_unit
from chengwen_templates.tree import renumbered, with_unit

Caret = tuple[Key, int]
"""A paragraph and a character in it."""


def broken(draft: Measure, line: Line, at: int) -> tuple[Measure, Caret]:
    """Return the draft after Enter at a character of a paragraph, and where the caret then stands."""
    unit = line.unit
    if unit is None:
        return _broken_text(draft, line, at)
    if line.part is Part.UNIT and at == 0 and line.text:
        return _before(draft, unit), (line.key, 0)
    wid = new_wid()
    return _behind(draft, line, unit, at, wid), ((Part.UNIT, wid), 0)


def joined(draft: Measure, key: Key) -> tuple[Measure, Caret] | None:
    """Return the draft after a paragraph was joined to the one before it, and where the caret then stands.

    None where nothing can be joined: title, preamble and closing stay by themselves.
    """
    every = lines(draft)
    at = next((number for number, line in enumerate(every) if line.key == key), 0)
    line, before = every[at], every[at - 1]
    if at == 0 or line.unit is None or before.unit is None:
        return None
    after = _joined(draft, line, before)
    text = next((one.text for one in lines(after) if one.key == before.key), "")
    whole = text.endswith(line.text) and len(text) >= len(before.text)
    return after, (before.key, len(text) - len(line.text) if whole else len(before.text))


def _joined(draft: Measure, line: Line, before: Line) -> Measure:
    place = place_of(draft, line.unit.wid) if line.unit else None
    if line.part is Part.UNIT and line.unit and place and place[1]:
        sibling = neighbours(draft, place[0])[place[1] - 1]
        if before.unit is sibling and not sibling.children and before.part is Part.UNIT and not before.apart:
            return join_units(draft, line.unit.wid)
    return replaced(draft, Stretch(before.key, len(before.text), line.key, 0))


def _broken_text(draft: Measure, line: Line, at: int) -> tuple[Measure, Caret]:
    if line.part is Part.TITLE:
        return draft, ((Part.PREAMBLE, ""), 0)
    if line.part is Part.PREAMBLE and at == len(line.text) and not draft.units:
        new = new_unit(Form.FIRST)
        return insert_unit(draft, new, None, 0), ((Part.UNIT, new.wid), 0)
    return spliced(draft, {line.key: (Splice(at, at, BREAK),)}), (line.key, at + 1)


def _before(draft: Measure, unit: Unit) -> Measure:
    parent, index = place_of(draft, unit.wid) or (None, 0)
    return insert_unit(draft, new_unit(unit.form), parent, index)


def _behind(draft: Measure, line: Line, unit: Unit, at: int, wid: str) -> Measure:
    """Put a new unit with the words behind the caret behind the unit, or below it if it has units below."""
    parent, index = place_of(draft, unit.wid) or (None, 0)
    below = line.part is not Part.WRAP_UP and (bool(unit.children) or (is_part(unit) and at == len(line.text)))
    place = (unit.wid, 0) if below else (parent, index + 1)
    form = level_below(unit.form) if below else unit.form
    origins = unit.provenance if line.text[at:] else ()
    new = Unit(wid, form, provenance=origins)
    in_text = line.part is Part.BODY or (line.part is Part.UNIT and not line.apart and at >= line.heading)
    if in_text and not below and line.text[at:]:
        return split_unit(draft, unit.wid, at - (line.heading if line.part is Part.UNIT else 0), new)
    return keeping_references(draft, lambda changed: _cut_off(changed, line.key, at, new, place))[0]


def _cut_off(draft: Measure, key: Key, at: int, new: Unit, place: tuple[str | None, int]) -> Measure:
    line = next(one for one in lines(draft) if one.key == key)
    unit, rest = line.unit, line.text[at:]
    if unit is None:
        return draft
    heading = max(0, line.heading - at) if line.part is Part.UNIT else 0
    mark = unit.heading_mark if heading else None
    edits = {key: (Splice(at, len(line.text)),)}
    text = rest[heading:]
    if line.apart and heading:
        text = body_of(unit)
        edits[Part.BODY, unit.wid] = (Splice(0, len(text)),)
    new = replace(
        new,
        heading=rest[: heading - len(mark or "")] or None if heading else None,
        heading_mark=mark if heading > len(mark or "") else None,
        text=text.replace(BREAK, "\n").strip(),
    )
    return renumbered(with_unit(with_edits(draft, edits), new, *place))
