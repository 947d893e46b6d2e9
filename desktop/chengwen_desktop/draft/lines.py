"""A draft as the paragraphs one writes in: pure functions without Qt; `rewriting` has the way back.

Each paragraph belongs to one part of the draft. Numbers are not in its text: they are
computed and painted. A heading that ends in its mark (。 or ：) runs into the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from chengwen_library.model import Form, Measure, Span, Unit
from chengwen_templates.checks import passages
from chengwen_templates.structure import is_part

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

    @property
    def look(self) -> tuple[object, ...]:
        """All that the page shows of it; paragraphs with the same look are shown alike."""
        unit = self.unit
        marks = (unit.form, unit.num, unit.locked) if unit else ()
        return (self.part, self.text, self.heading, self.apart, self.awaits, self.depth, *marks)


def lines(draft: Measure) -> list[Line]:
    """Return the paragraphs of the draft in the order of the text; those of the same unit are the same objects."""
    return [
        Line(Part.TITLE, _shown(draft.title)),
        Line(Part.PREAMBLE, _shown(draft.preamble)),
        *_below(draft.units, 0),
        Line(Part.CLOSING, _shown(draft.closing)),
    ]


def span_in(line: Line, part: passages.Part, start: int, end: int) -> Span | None:
    """Return where a span of one of the draft's texts stands in a paragraph, None if it stands in another one.

    A unit's number is not in the paragraph: its span is empty, at the start.
    """
    match line.part, part:
        case (Part.UNIT, passages.Part.NUMBER):
            return (0, 0)
        case (Part.UNIT, passages.Part.HEADING):
            offset = 0
        case (Part.UNIT, passages.Part.TEXT | passages.Part.INTRO) if not line.apart:
            offset = line.heading
        case (Part.BODY, passages.Part.TEXT | passages.Part.INTRO):
            offset = 0
        case _ if part.value in (line.part.value, f"unit.{line.part.value}"):
            offset = 0
        case _:
            return None
    length = len(line.text)
    return min(start + offset, length), min(end + offset, length)


def place_at(line: Line, at: int) -> tuple[passages.Place, int] | None:
    """Return in which of the draft's texts the character `at` of a paragraph stands, and where; None in the title."""
    unit = line.unit
    if unit is None:
        part = passages.Part(line.part.value)
        return None if line.part is Part.TITLE else (passages.Place(part), at)
    if line.part is Part.WRAP_UP:
        return passages.Place(passages.Part.WRAP_UP, unit.wid), at
    grows = line.heading == len(line.text) and not unit.heading_mark
    if line.part is Part.UNIT and (at < line.heading or (line.heading and grows)):
        return passages.Place(passages.Part.HEADING, unit.wid), at
    part = passages.Part.INTRO if unit.children else passages.Part.TEXT
    return passages.Place(part, unit.wid), at - (line.heading if line.part is Part.UNIT else 0)


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
        yield from _known(unit, any_headed or len(units) == 1, depth)


_KNOWN: dict[tuple[int, bool, int], tuple[Unit, tuple[Line, ...]]] = {}
"""The paragraphs of units that were asked for, by the unit's identity: a key changes one unit of hundreds."""

_MOST_KNOWN = 8192


def _known(unit: Unit, with_heading: bool, depth: int) -> tuple[Line, ...]:
    key = id(unit), with_heading, depth
    known = _KNOWN.get(key)
    if known is not None and known[0] is unit:
        return known[1]
    made = tuple(_of_unit(unit, with_heading, depth))
    if len(_KNOWN) > _MOST_KNOWN:
        _KNOWN.clear()
    _KNOWN[key] = unit, made
    return made


def _of_unit(unit: Unit, with_heading: bool, depth: int) -> Iterator[Line]:
    head = f"{unit.heading}{unit.heading_mark or ''}" if unit.heading else ""
    body = body_of(unit)
    apart = bool(unit.heading) and not unit.heading_mark and bool(body)
    awaits = not head and not body and with_heading and unit.form in _HEADED
    text = head if apart else head + body
    yield Line(Part.UNIT, _shown(text), unit, len(head), apart, awaits, depth)
    if apart:
        yield Line(Part.BODY, _shown(body), unit, depth=depth)
    yield from _below(unit.children, depth + 1)
    if unit.wrap_up:
        yield Line(Part.WRAP_UP, _shown(unit.wrap_up), unit, depth=depth)


def body_of(unit: Unit) -> str:
    """Return a unit's own words behind its heading and before the units below it."""
    return (unit.intro or "") if unit.children else unit.text


def _shown(text: str | None) -> str:
    return (text or "").replace("\n", BREAK)
