"""The texts of a measure one by one, each with the place it stands at, and a way to put another text there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from chengwen_library.model import Annex, Measure, Notice, Unit, replace_unit
from chengwen_library.places import siblings


class Part(StrEnum):
    """What a passage is; the value is the name of the field of Measure, Notice, Unit or Annex that holds it."""

    DOC_NUMBER = "doc_number"
    NOTICE_TITLE = "notice.title"
    RECIPIENTS = "recipients"
    NOTICE_BODY = "notice.body"
    SIGNATURE = "notice.signature"
    DATE = "notice.date_text"
    NOTE = "notice.note"
    TITLE = "title"
    PREAMBLE = "preamble"
    NUMBER = "unit.num"
    HEADING = "unit.heading"
    INTRO = "unit.intro"
    TEXT = "unit.text"
    WRAP_UP = "unit.wrap_up"
    CLOSING = "closing"
    ANNEX_TITLE = "annex.title"
    ANNEX_TEXT = "annex.text"
    COPIES = "notice.copies"
    PRINTER = "notice.printer"
    PRINT_DATE = "notice.print_date_text"

    __hash__ = str.__hash__  # that of Enum is Python code, and every rule asks of every passage what part it is


RUNNING = frozenset(
    {Part.NOTICE_BODY, Part.PREAMBLE, Part.INTRO, Part.TEXT, Part.WRAP_UP, Part.CLOSING, Part.ANNEX_TEXT}
)
"""The parts that are running text."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a passage stands: its part, of a unit its wId and eId, of several alike (annexes …) which, from 0."""

    part: Part
    wid: str | None = None
    eid: str | None = None
    index: int = 0


class Passage(NamedTuple):
    """A text of the measure with its place; of a unit's text also the unit."""

    place: Place
    text: str
    unit: Unit | None = None


def passages(measure: Measure) -> tuple[Passage, ...]:
    """Return the texts of a measure that are not empty, in the order in which they are printed."""
    return tuple(passage for passage in _passages(measure, measure.notice or Notice()) if passage.text)


def with_text(measure: Measure, place: Place, text: str) -> Measure:
    """Return the measure with another text at a place; unchanged if the place is not in it."""
    owner, _, name = str(place.part).rpartition(".")
    match owner:
        case "":
            return replace(measure, **{name: text})
        case "notice":
            return _with_notice(measure, name, place.index, text)
        case "annex":
            return replace(measure, annexes=tuple(_annexes(measure, name, place.index, text)))
        case _:
            unit = next((one for one in measure.walk() if one.wid == place.wid), None)
            return replace_unit(measure, unit.wid, replace(unit, **{name: text})) if unit else measure


def _passages(measure: Measure, notice: Notice) -> Iterator[Passage]:
    yield _of(Part.DOC_NUMBER, measure.doc_number)
    yield _of(Part.NOTICE_TITLE, notice.title)
    yield _of(Part.RECIPIENTS, measure.recipients)
    yield from (_of(Part.NOTICE_BODY, text, place) for place, text in enumerate(notice.body))
    yield from (_of(Part.SIGNATURE, text, place) for place, text in enumerate(notice.signature))
    yield _of(Part.DATE, notice.date_text)
    yield _of(Part.NOTE, notice.note)
    yield _of(Part.TITLE, measure.title)
    yield _of(Part.PREAMBLE, measure.preamble)
    for place in siblings(measure.units):
        yield from _of_unit(place.unit, place.eid)
    yield _of(Part.CLOSING, measure.closing)
    for number, annex in enumerate(measure.annexes):
        yield _of(Part.ANNEX_TITLE, annex.title, number)
        yield _of(Part.ANNEX_TEXT, annex.text, number)
    yield _of(Part.COPIES, notice.copies)
    yield _of(Part.PRINTER, notice.printer)
    yield _of(Part.PRINT_DATE, notice.print_date_text)


def _of_unit(unit: Unit, eid: str) -> Iterator[Passage]:
    own = (
        (Part.NUMBER, unit.num),
        (Part.HEADING, unit.heading),
        (Part.TEXT, unit.text),
        (Part.INTRO, unit.intro),
    )
    for part, text in own:
        if text:
            yield Passage(Place(part, unit.wid, eid), text, unit)
    for below in siblings(unit.children, eid) if unit.children else ():
        yield from _of_unit(below.unit, below.eid)
    if unit.wrap_up:
        yield Passage(Place(Part.WRAP_UP, unit.wid, eid), unit.wrap_up, unit)


def _of(part: Part, text: str | None, index: int = 0) -> Passage:
    return Passage(Place(part, index=index), text or "")


def _annexes(measure: Measure, name: str, index: int, text: str) -> Iterator[Annex]:
    for place, annex in enumerate(measure.annexes):
        yield replace(annex, **{name: text}) if place == index else annex


def _with_notice(measure: Measure, name: str, index: int, text: str) -> Measure:
    notice = measure.notice or Notice()
    if name not in ("body", "signature"):
        return replace(measure, notice=replace(notice, **{name: text}))
    old: tuple[str, ...] = getattr(notice, name)
    new = tuple(text if place == index else one for place, one in enumerate(old))
    return replace(measure, notice=replace(notice, **{name: new}))
