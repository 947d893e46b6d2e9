"""Stretches of the texts of a unit and of those below it, and other words in their place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from chengwen_library.model import Measure, Span, Unit
from chengwen_templates.checks.passages import Part, Place
from chengwen_templates.references.bind import unit_texts, with_texts


@dataclass(frozen=True, slots=True)
class Edit:
    """Words at a span of the text at a place, and what is to stand there instead."""

    place: Place
    span: Span
    old: str
    new: str


def texts_of(unit: Unit) -> Iterator[tuple[Place, str]]:
    """Yield the texts of a unit and of all units below it, in their order, with their places (without eIds)."""
    own = [*unit_texts(unit)]
    yield from (one for one in own if one[0].part is not Part.WRAP_UP)
    for child in unit.children:
        yield from texts_of(child)
    yield from (one for one in own if one[0].part is Part.WRAP_UP)


def edited(unit: Unit, edits: Iterable[Edit]) -> Unit:
    """Return the unit with the edits made; all else, children and provenance too, stays.

    Left out are edits whose words do not stand at their place, and of edits that overlap the later one.
    """
    by_place: defaultdict[Place, list[Edit]] = defaultdict(list)
    for edit in edits:
        by_place[Place(edit.place.part, edit.place.wid)].append(edit)
    texts = {place: _with_edits(text, by_place[place]) for place, text in texts_of(unit) if place in by_place}
    return with_texts(Measure(units=(unit,)), texts).units[0]


def _with_edits(text: str, edits: list[Edit]) -> str:
    free = len(text)
    for edit in sorted(edits, key=lambda one: one.span, reverse=True):
        start, end = edit.span
        if end <= free and text[start:end] == edit.old:
            text = text[:start] + edit.new + text[end:]
            free = start
    return text
