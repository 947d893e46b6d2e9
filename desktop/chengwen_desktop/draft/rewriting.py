"""Other words in the paragraphs of a draft: pure functions that keep the references.

A paragraph's words are the fields of its unit; where the heading ends is computed anew
after every change. References are units' numbers in words: where a change moves 款 or
headings, they are written anew (`chengwen_templates.references.keep`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from chengwen_desktop.draft.lines import BREAK, MARKS, Key, Line, Part, body_of, lines
from chengwen_library.model import Measure, Unit
from chengwen_templates.references.keep import keeping_references

_FIELDS = {Part.TITLE: "title", Part.PREAMBLE: "preamble", Part.CLOSING: "closing"}
_ORDER = (Part.WRAP_UP, Part.BODY, Part.UNIT)
"""The paragraphs of a unit in the order in which they can be changed without moving one another."""


@dataclass(frozen=True, slots=True)
class Splice:
    """Other words in place of the characters `start` to `end` of a paragraph."""

    start: int
    end: int
    words: str = ""


Edits = Mapping[Key, Sequence[Splice]]
"""Splices by paragraph; those of one paragraph do not overlap."""


def reworded(draft: Measure, line: Line, text: str) -> Measure:
    """Return the draft after the paragraph's text has become `text`; the unit's provenance stays."""
    return spliced(draft, {line.key: (splice_between(line.text, text),)})


def spliced(draft: Measure, edits: Edits) -> Measure:
    """Return the draft after other words were put into its paragraphs."""
    return _with_care(draft, lambda changed: with_edits(changed, edits))


def headed(draft: Measure, wid: str) -> Measure:
    """Make the unit's first sentence its heading, or its heading the first sentence of its text."""
    return _with_care(draft, lambda changed: with_units(changed, {wid: _headed}))


def splice_between(old: str, new: str) -> Splice:
    """Return the one splice that makes the new text of the old."""
    before = _common(old, new)
    after = _common(old[before:][::-1], new[before:][::-1])
    return Splice(before, len(old) - after, new[before : len(new) - after])


def with_edits(draft: Measure, edits: Edits) -> Measure:
    """Do what `spliced` does for a draft whose references are kept by the caller."""
    makers: dict[str, list[tuple[Line, Sequence[Splice]]]] = {}
    for line in lines(draft):
        splices = edits.get(line.key)
        if not splices:
            continue
        if line.unit is None:
            draft = replace(draft, **{_FIELDS[line.part]: applied(line.text, splices).replace(BREAK, "\n") or None})
        else:
            makers.setdefault(line.unit.wid, []).append((line, splices))
    return with_units(draft, {wid: _maker(changes) for wid, changes in makers.items()})


def with_units(draft: Measure, makers: Mapping[str, Callable[[Unit], Unit]]) -> Measure:
    """Return the draft with other units in place of some; those untouched stay the same objects."""
    units = _made(draft.units, makers)
    return draft if units is draft.units else replace(draft, units=units)


def applied(text: str, splices: Sequence[Splice]) -> str:
    """Return the text with the splices made."""
    for one in sorted(splices, key=lambda splice: splice.start, reverse=True):
        text = text[: one.start] + one.words + text[one.end :]
    return text


def _with_care(draft: Measure, change: Callable[[Measure], Measure]) -> Measure:
    """Change words; only where 款 or headings come or go can references have to be written anew."""
    after = change(draft)
    return after if _are_shaped_alike(draft.units, after.units) else keeping_references(draft, change)[0]


def _are_shaped_alike(units: tuple[Unit, ...], others: tuple[Unit, ...]) -> bool:
    return all(
        one is other or (_shape(one) == _shape(other) and _are_shaped_alike(one.children, other.children))
        for one, other in zip(units, others, strict=True)
    )


def _shape(unit: Unit) -> tuple[object, ...]:
    return bool(unit.heading), _rows(unit.text), _rows(unit.intro), _rows(unit.wrap_up)


def _rows(text: str | None) -> int:
    return text.count("\n") + 1 if text else 0


def _made(units: tuple[Unit, ...], makers: Mapping[str, Callable[[Unit], Unit]]) -> tuple[Unit, ...]:
    result: list[Unit] = []
    for unit in units:
        children = _made(unit.children, makers) if unit.children else unit.children
        made = unit if children is unit.children else replace(unit, children=children)
        result.append(makers[unit.wid](made) if unit.wid in makers else made)
    return units if all(one is other for one, other in zip(result, units, strict=True)) else tuple(result)


def _maker(changes: list[tuple[Line, Sequence[Splice]]]) -> Callable[[Unit], Unit]:
    def made(unit: Unit) -> Unit:
        for line, splices in sorted(changes, key=lambda change: _ORDER.index(change[0].part)):
            unit = _reworded(unit, line, splices)
        return unit

    return made


def _reworded(unit: Unit, line: Line, splices: Sequence[Splice]) -> Unit:
    text = applied(line.text, splices)
    words = text.replace(BREAK, "\n")
    if line.part is Part.BODY:
        return _with_body(unit, unit.heading, unit.heading_mark, words)
    if line.part is Part.WRAP_UP:
        return replace(unit, wrap_up=words or None)
    boundary = _boundary(line, text, splices)
    head, rest = words[:boundary], words[boundary:] or (body_of(unit) if line.apart else "")
    marks = (unit.heading_mark,) if unit.heading_mark else MARKS
    if any(mark in head for mark in marks):
        return _cut(unit, head + rest, marks)
    if rest and not line.apart:
        return _with_body(unit, None, None, head + rest)
    return _with_body(unit, head or None, None, rest)


def _boundary(line: Line, new: str, splices: Sequence[Splice]) -> int:
    """Return where the heading ends after the splices; one that stands alone without its mark grows at its end."""
    if not line.text:
        return len(new) if line.awaits else 0
    heading = line.heading
    is_open = heading == len(line.text) and not line.text.endswith(MARKS)
    for one in sorted(splices, key=lambda splice: splice.start, reverse=True):
        if one.start >= line.heading:
            heading += len(one.words) - (one.end - one.start) if is_open else 0
        elif one.end <= line.heading:
            heading += len(one.words) - (one.end - one.start)
        else:
            heading = one.start
    return heading


def _headed(unit: Unit) -> Unit:
    if not unit.heading:
        return _cut(unit, body_of(unit), MARKS)
    joint = unit.heading_mark or ("。" if body_of(unit) else "")
    return _with_body(unit, None, None, f"{unit.heading}{joint}{body_of(unit)}")


def _cut(unit: Unit, words: str, marks: tuple[str, ...]) -> Unit:
    """Cut words behind their first mark into heading and text; without a mark they are text."""
    found = [words.index(mark) for mark in marks if mark in words]
    if not found or min(found) == 0:
        return _with_body(unit, None, None, words)
    at = min(found)
    return _with_body(unit, words[:at], words[at], words[at + 1 :])


def _with_body(unit: Unit, heading: str | None, mark: str | None, body: str) -> Unit:
    words = {"intro": body or None} if unit.children else {"text": body}
    return replace(unit, heading=heading, heading_mark=mark if heading else None, **words)


def _common(one: str, other: str) -> int:
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count
