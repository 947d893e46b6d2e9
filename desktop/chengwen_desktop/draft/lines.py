"""A draft as the paragraphs one writes in, and back: pure functions without Qt.

Each paragraph belongs to one part of the draft. Numbers are not in its text: they are
computed and painted. A heading that ends in its mark (。 or ：) runs into the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from chengwen_library.model import Form, Measure, Unit, replace_unit
from chengwen_templates.structure import find_by_wid, is_part

BREAK = "\u2028"
"""Stands for a line break within a paragraph, as Qt's documents have it."""

MARKS = ("。", "：")
_HEADED = (Form.PART, Form.CHAPTER, Form.SECTION, Form.FIRST, Form.SECOND)


class Part(StrEnum):
    """What of the draft a paragraph holds."""

    TITLE = "title"
    PREAMBLE = "preamble"
    UNIT = "unit"
    BODY = "body"
    WRAP_UP = "wrap_up"
    CLOSING = "closing"


Key = tuple[Part, str]
"""A paragraph's identity: its part, and the wid of its unit or nothing."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: `heading` counts the characters of the heading with its mark at the start of `text`.

    `apart` says that the unit's text is a paragraph of its own; `awaits` that what is typed
    into the empty paragraph is a heading.
    """

    part: Part
    text: str
    unit: Unit | None = None
    heading: int = 0
    apart: bool = False
    awaits: bool = False
    depth: int = 0

    @property
    def key(self) -> Key:
        """The paragraph's identity."""
        return self.part, self.unit.wid if self.unit else ""


def lines(draft: Measure) -> list[Line]:
    """Return the paragraphs of the draft in the order of the text."""
    return [
        Line(Part.TITLE, _shown(draft.title)),
        Line(Part.PREAMBLE, _shown(draft.preamble)),
        *_below(draft.units, 0),
        Line(Part.CLOSING, _shown(draft.closing)),
    ]


def reworded(draft: Measure, line: Line, text: str) -> Measure:
    """Return the draft after the paragraph's text has become `text`; the unit's provenance stays."""
    words = text.replace(BREAK, "\n")
    match line.part:
        case Part.TITLE:
            return replace(draft, title=words or None)
        case Part.PREAMBLE:
            return replace(draft, preamble=words or None)
        case Part.CLOSING:
            return replace(draft, closing=words or None)
        case _:
            unit = find_by_wid(draft, line.unit.wid if line.unit else None)
            return replace_unit(draft, unit.wid, _reworded(unit, line, words)) if unit else draft


def headed(draft: Measure, wid: str) -> Measure:
    """Make the unit's first sentence its heading, or its heading the first sentence of its text."""
    unit = find_by_wid(draft, wid)
    if unit is None:
        return draft
    if unit.heading:
        return replace_unit(draft, wid, _with_body(unit, None, None, _joined(unit)))
    return replace_unit(draft, wid, _cut(unit, _body(unit), MARKS))


def figures(draft: Measure) -> tuple[int, int]:
    """Return how many characters the draft has, white space aside, and how many clauses."""
    characters = sum(len("".join(line.text.split())) for line in lines(draft))
    return characters, sum(not is_part(unit) and unit.form is not Form.PARAGRAPH for unit in _heads(draft.units))


def _heads(units: tuple[Unit, ...]) -> Iterator[Unit]:
    for unit in units:
        yield unit
        if is_part(unit):
            yield from _heads(unit.children)


def _below(units: tuple[Unit, ...], depth: int) -> Iterator[Line]:
    any_headed = any(unit.heading for unit in units)
    for unit in units:
        yield from _of_unit(unit, any_headed or len(units) == 1, depth)


def _of_unit(unit: Unit, with_heading: bool, depth: int) -> Iterator[Line]:
    head = f"{unit.heading}{unit.heading_mark or ''}" if unit.heading else ""
    body = _body(unit)
    apart = bool(unit.heading) and not unit.heading_mark and bool(body)
    awaits = not head and not body and with_heading and unit.form in _HEADED
    text = head if apart else head + body
    yield Line(Part.UNIT, _shown(text), unit, len(head), apart, awaits, depth)
    if apart:
        yield Line(Part.BODY, _shown(body), unit, depth=depth)
    yield from _below(unit.children, depth + 1)
    if unit.wrap_up:
        yield Line(Part.WRAP_UP, _shown(unit.wrap_up), unit, depth=depth)


def _reworded(unit: Unit, line: Line, text: str) -> Unit:
    if line.part is Part.BODY:
        return _with_body(unit, unit.heading, unit.heading_mark, text)
    if line.part is Part.WRAP_UP:
        return replace(unit, wrap_up=text or None)
    boundary = _boundary(line, text)
    head, rest = text[:boundary], text[boundary:] or (_body(unit) if line.apart else "")
    marks = (unit.heading_mark,) if unit.heading_mark else MARKS
    if any(mark in head for mark in marks):
        return _cut(unit, head + rest, marks)
    if rest and not line.apart:
        return _with_body(unit, None, None, head + rest)
    return _with_body(unit, head or None, None, rest)


def _boundary(line: Line, new: str) -> int:
    """Return where the heading ends after the paragraph's text became `new`."""
    old = line.text
    if not old:
        return len(new) if line.awaits else 0
    before = _common(old, new)
    after = _common(old[before:][::-1], new[before:][::-1])
    if before >= line.heading:
        open_ended = line.heading == len(old) and not old.endswith(MARKS)
        return len(new) if open_ended and line.heading else line.heading
    if len(old) - after <= line.heading:
        return line.heading + len(new) - len(old)
    return before


def _common(one: str, other: str) -> int:
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count


def _cut(unit: Unit, words: str, marks: tuple[str, ...]) -> Unit:
    """Cut words behind their first mark into heading and text; without a mark they are text."""
    found = [words.index(mark) for mark in marks if mark in words]
    if not found or min(found) == 0:
        return _with_body(unit, None, None, words)
    at = min(found)
    return _with_body(unit, words[:at], words[at], words[at + 1 :])


def _joined(unit: Unit) -> str:
    joint = unit.heading_mark or ("。" if _body(unit) else "")
    return f"{unit.heading or ''}{joint}{_body(unit)}"


def _body(unit: Unit) -> str:
    return (unit.intro or "") if unit.children else unit.text


def _with_body(unit: Unit, heading: str | None, mark: str | None, body: str) -> Unit:
    words = {"intro": body or None} if unit.children else {"text": body}
    return replace(unit, heading=heading, heading_mark=mark if heading else None, **words)


def _shown(text: str | None) -> str:
    return (text or "").replace("\n", BREAK)
