"""What of a clause from elsewhere is to be put in the words of one's own place: proposals that a person agrees to.

Replaced are names of the source's place that stand alone, its organs that the office's register
knows, organs that were renamed, and 全省 for 全市. Never replaced: titles in 《》, 文号, and names that
a place is only a part of (东莞理工学院, “武汉新城”); those, and the source's districts, are told as
slots (`chengwen_templates.slots`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from chengwen_index.comparing.token_patterns import TokenKind
from chengwen_index.comparing.tokens import tokens
from chengwen_library.model import Span, Unit
from chengwen_templates.checks.passages import Place
from chengwen_templates.office import Office
from chengwen_templates.organ_names import Why, organ_here
from chengwen_templates.organ_spans import organ_spans
from chengwen_templates.place_names import Region, ends_like_organ, place_names, province_of, region
from chengwen_templates.spots import Edit, edited, texts_of

UNTOUCHED = frozenset({TokenKind.TITLE, TokenKind.DOC_NUMBER})
"""Tokens in which nothing is replaced."""


@dataclass(frozen=True, slots=True)
class Substitution:
    """Words of a unit, at a span of the text at a place, what is to stand there instead, and why."""

    place: Place
    span: Span
    old: str
    new: str
    why: Why

    @property
    def message(self) -> str:
        """What a person is asked to agree to: “市工商局”改为“市市场监管局”（机关改名）."""
        return f"“{self.old}”改为“{self.new}”（{self.why}）"


def substitutions(unit: Unit, source: str | None, own: str, office: Office) -> tuple[Substitution, ...]:
    """Return what is to be replaced in a unit taken from a measure of the region `source`, in the order of the text.

    `own` is the full name of the draft's region; "" if it is not known: no place is replaced then.
    """
    there, here = region(source) if source else None, region(own)
    return tuple(
        Substitution(place, span, text[slice(*span)], new, why)
        for place, text in texts_of(unit)
        for span, new, why in sorted(_in_text(text, there, here, office))
    )


def apply(unit: Unit, chosen: Iterable[Substitution]) -> Unit:
    """Return the unit with the chosen substitutions made; headings, children, provenance and identities stay.

    A substitution whose words do not stand at its place any more is left out.
    """
    return edited(unit, (Edit(one.place, one.span, one.old, one.new) for one in chosen))


@lru_cache(maxsize=4096)
def untouched_spans(text: str) -> tuple[Span, ...]:
    """Return where titles and 文号 stand in a text."""
    return tuple(token.span for token in tokens(text) if token.kind in UNTOUCHED)


def overlaps(span: Span, others: Iterable[Span]) -> bool:
    """Tell whether a span has a character in common with one of the others."""
    return any(span[0] < end and start < span[1] for start, end in others)


def _in_text(text: str, source: Region | None, own: Region, office: Office) -> Iterator[tuple[Span, str, Why]]:
    organs = organ_spans(text, tuple(one.name for one in (source, own) if one and one.name), office.organs)
    replaced: list[Span] = []
    for span in organs:
        here = organ_here(text[slice(*span)], source, own, office)
        if here is not None:
            replaced.append(span)
            yield span, *here
    if source is None or not own.name or source.name == own.name:
        return
    taken = [*replaced, *untouched_spans(text)]
    yield from ((span, new, Why.PLACE) for span, new in _places(text, source, own, organs) if not overlaps(span, taken))
    if source.level != own.level:
        for match in _self_named(source.level).finditer(text):
            if not overlaps(match.span(), taken):
                yield match.span(), match.group()[0] + own.level, Why.LEVEL


def _places(text: str, source: Region, own: Region, organs: tuple[Span, ...]) -> Iterator[tuple[Span, str]]:
    """Yield the source's own names that stand alone or begin the name of an organ that every place has."""
    beginnings = {start for start, end in organs if ends_like_organ().search(text[start:end])}
    for found in place_names(text, source):
        if found.name not in (source.name, source.short):
            continue
        begins_organ = found.span[0] in beginnings and found.name == source.name
        in_organ = overlaps(found.span, (span for span in organs if span != found.span))
        if begins_organ or (found.within is None and not in_organ):
            start = _with_province(text, found.span[0], source, own)
            yield (start, found.span[1]), own.name if found.name == source.name else own.short


def _with_province(text: str, start: int, source: Region, own: Region) -> int:
    """Return where a name begins with its province's before it (湖北武汉), unless that is the own province too."""
    province = province_of(source)
    if province is None or own.is_related(province.code):
        return start
    before = next((name for name in (province.name, province.short) if text.endswith(name, 0, start)), "")
    return start - len(before)


@lru_cache
def _self_named(level: str) -> re.Pattern[str]:
    """Return what finds the words by which a region of a level speaks of itself: 全省, 我区."""
    return re.compile(rf"(?<![安完健齐])[全我]{level}(?![场域间块位县])")
