"""Binding the references of a measure to the units they mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from chengwen_library.model import Form, Measure, Notice, Unit
from chengwen_templates.checks.passages import Part, Place, with_text
from chengwen_templates.references.outline import Outline
from chengwen_templates.references.parse import references
from chengwen_templates.references.reference import Level, Reference
from chengwen_templates.references.resolve import Reason, Resolution, resolved


@dataclass(frozen=True, slots=True)
class Binding:
    """A reference at a place, and what it means."""

    place: Place
    text: str
    reference: Reference
    resolution: Resolution

    @property
    def words(self) -> str:
        """The reference as it is written."""
        return self.text[slice(*self.reference.span)]


@dataclass(frozen=True, slots=True)
class Broken:
    """A reference that points at nothing certain: its words at a place, and why."""

    place: Place
    words: str
    reason: Reason


def bind(measure: Measure) -> tuple[Binding, ...]:
    """Return every reference of the measure with the units it means, in the order of the text.

    In annexes and the notice only references with the document's name count (本措施第三条).
    """
    outline = Outline(measure)
    title = measure.title or ""
    found = ((place, text) for place, text in texts(measure) if references(text, title))
    return tuple(binding for place, text in found for binding in bound(outline, place, text))


def unresolved(measure: Measure) -> tuple[Broken, ...]:
    """Return the references that are not bound: what they mean was removed, is missing or is not certain."""
    return tuple(
        Broken(one.place, one.words, one.resolution.reason)
        for one in bind(measure)
        if one.resolution.reason is not None and one.reference.firm
    )


def bound(outline: Outline, place: Place, text: str) -> Iterator[Binding]:
    """Yield the references of one text with what they mean in a tree."""
    for reference in references(text, outline.measure.title or ""):
        if _is_of_the_measure(place, reference) and (reference.firm or _is_usual(outline, reference)):
            spot = outline.spot(place, text, reference.span[0])
            yield Binding(place, text, reference, resolved(outline, reference, spot))


def texts(measure: Measure) -> Iterator[tuple[Place, str]]:
    """Yield the texts that references stand in, with their places (without eIds)."""
    notice = measure.notice or Notice()
    yield from ((Place(Part.NOTICE_BODY, index=at), text) for at, text in enumerate(notice.body))
    yield Place(Part.PREAMBLE), measure.preamble or ""
    for unit in measure.walk():
        yield from unit_texts(unit)
    yield Place(Part.CLOSING), measure.closing or ""
    yield from ((Place(Part.ANNEX_TEXT, index=at), annex.text) for at, annex in enumerate(measure.annexes))


def unit_texts(unit: Unit) -> Iterator[tuple[Place, str]]:
    """Yield the texts of one unit without those below it."""
    if unit.heading:
        yield Place(Part.HEADING, unit.wid), unit.heading
    if unit.text:
        yield Place(Part.TEXT, unit.wid), unit.text
    if unit.intro:
        yield Place(Part.INTRO, unit.wid), unit.intro
    if unit.wrap_up:
        yield Place(Part.WRAP_UP, unit.wid), unit.wrap_up


def with_texts(measure: Measure, others: Mapping[Place, str]) -> Measure:
    """Return the measure with other texts at places; the tree is gone through once."""
    of_units: dict[str, dict[str, str]] = {}
    for place, text in others.items():
        if place.wid is None:
            measure = with_text(measure, place, text)
        else:
            of_units.setdefault(place.wid, {})[place.part.rpartition(".")[2]] = text
    return replace(measure, units=_with_texts(measure.units, of_units)) if of_units else measure


def _with_texts(units: tuple[Unit, ...], others: Mapping[str, Mapping[str, str]]) -> tuple[Unit, ...]:
    return tuple(_unit_with_texts(unit, others) for unit in units)


def _unit_with_texts(unit: Unit, others: Mapping[str, Mapping[str, str]]) -> Unit:
    children = _with_texts(unit.children, others) if unit.children else ()
    changed = any(one is not other for one, other in zip(children, unit.children, strict=True))
    if unit.wid in others:
        return replace(unit, children=children, **others[unit.wid])  # pyright: ignore[reportArgumentType]
    return replace(unit, children=children) if changed else unit


def _is_usual(outline: Outline, reference: Reference) -> bool:
    """Tell whether a bare 第三条 can be meant as a reference: the measure has 条."""
    level = reference.steps[0].level
    forms = {
        Level.PART: Form.PART,
        Level.CHAPTER: Form.CHAPTER,
        Level.SECTION: Form.SECTION,
        Level.ARTICLE: Form.ARTICLE,
    }
    return level is Level.ANNEX or (level in forms and bool(outline.by_form[forms[level]]))


def _is_of_the_measure(place: Place, reference: Reference) -> bool:
    if place.part in (Part.NOTICE_BODY, Part.ANNEX_TEXT):
        return bool(reference.scope) and reference.scope != "本通知"
    return reference.scope != "本通知" or reference.last.level is Level.ANNEX
