"""Sections: the stretches of the document whose faces lie and are numbered alike (GB/T 9704-2012 5, 7.5, 8, 10.1)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import cast

from docx.oxml import OxmlElement
from docx.oxml.ns import nsmap, qn
from docx.oxml.xmlchemy import BaseOxmlElement

from chengwen_templates.export.footers import (
    empty_footer,
    empty_header,
    footer_distance_twip,
    letter_header,
    number_footer,
    turned_number_footer,
)
from chengwen_templates.export.xml import w
from chengwen_templates.profile import Profile
from chengwen_templates.units import mm_to_twip

_HEADER_MM = 15.0
_TURNED_FOOTER_TWIP = 500
"""How far above the paper's edge the empty line ends that holds a turned number: within the lower margin."""


class Kind(StrEnum):
    """What the faces of a section are."""

    UPRIGHT = "upright"
    LETTER = "letter"
    PREPRINTED_LETTER = "preprinted_letter"
    WIDE_ODD = "wide_odd"
    WIDE_EVEN = "wide_even"
    UNNUMBERED = "unnumbered"


_WIDE = (Kind.WIDE_ODD, Kind.WIDE_EVEN)


@dataclass(frozen=True, slots=True)
class _Edge:
    """A header or footer that a section refers to: its part's name, its kind there, and for which faces it is."""

    part: str
    tag: str
    faces: str


_NUMBERS = (_Edge("footer1", "footer", "default"), _Edge("footer2", "footer", "even"))
_NONE = (_Edge("footer3", "footer", "default"), _Edge("footer3", "footer", "even"))
_TURNED = (_Edge("footer4", "footer", "default"), _Edge("footer5", "footer", "even"))
_BARE = _Edge("footer3", "footer", "first")
_PLAIN = (_Edge("header2", "header", "default"), _Edge("header2", "header", "even"))
_EDGES = {
    Kind.UPRIGHT: _NUMBERS,
    Kind.LETTER: (*_PLAIN, _Edge("header1", "header", "first"), _BARE, *_NUMBERS),
    Kind.PREPRINTED_LETTER: (*_PLAIN, _Edge("header2", "header", "first"), _BARE, *_NUMBERS),
    Kind.WIDE_ODD: _TURNED,
    Kind.WIDE_EVEN: _TURNED,
    Kind.UNNUMBERED: _NONE,
}
_PARTS: dict[str, Callable[[Profile], BaseOxmlElement]] = {
    "header1": letter_header,
    "header2": lambda _: empty_header(),
    "footer1": lambda _: number_footer(odd=True),
    "footer2": lambda _: number_footer(odd=False),
    "footer3": lambda _: empty_footer(),
    "footer4": lambda profile: turned_number_footer(profile, odd=True),
    "footer5": lambda profile: turned_number_footer(profile, odd=False),
}


def parts_of(kinds: set[Kind], profile: Profile) -> dict[str, BaseOxmlElement]:
    """Return the headers and footers that sections of these kinds refer to, by the names of their parts."""
    used = {edge.part for kind in kinds for edge in _EDGES[kind]}
    return {name: _PARTS[name](profile) for name in sorted(used)}


def section(kind: Kind, profile: Profile, identities: Mapping[str, str]) -> BaseOxmlElement:
    """Return `w:sectPr`; headers and footers are named by the ids of their relationships."""
    return w(
        "sectPr",
        *(_reference(edge, identities[edge.part]) for edge in _EDGES[kind]),
        _paper(kind, profile),
        _margins(kind, profile),
        w("cols", space=0),
        w("titlePg") if kind in (Kind.LETTER, Kind.PREPRINTED_LETTER) else None,
        w("docGrid", type="lines", linePitch=profile.line_twip) if kind not in _WIDE else None,
    )


def _reference(edge: _Edge, identity: str) -> BaseOxmlElement:
    attributes = {qn("w:type"): edge.faces, qn("r:id"): identity}
    spaces = {prefix: nsmap[prefix] for prefix in ("w", "r")}
    return cast("BaseOxmlElement", OxmlElement(f"w:{edge.tag}Reference", attributes, spaces))


def _paper(kind: Kind, profile: Profile) -> BaseOxmlElement:
    width, height = mm_to_twip(profile.page_width_mm), mm_to_twip(profile.page_height_mm)
    if kind in _WIDE:
        return w("pgSz", w=height, h=width, orient="landscape")
    return w("pgSz", w=width, h=height)


def _margins(kind: Kind, profile: Profile) -> BaseOxmlElement:
    """Return `w:pgMar`. A face that lies across is the upright one turned to the right: its left edge is the foot.

    Word mirrors left and right on even faces, where the upright face mirrors what is now top and bottom.
    """
    width, height = mm_to_twip(profile.page_width_mm), mm_to_twip(profile.page_height_mm)
    head, outer = mm_to_twip(profile.margin_top_mm), mm_to_twip(profile.margin_outer_mm)
    foot, inner = height - head - profile.type_height_twip, width - outer - profile.type_width_twip
    edges = {
        Kind.WIDE_ODD: {"top": inner, "right": head, "bottom": outer, "left": foot},
        Kind.WIDE_EVEN: {"top": outer, "right": foot, "bottom": inner, "left": head},
    }.get(kind, {"top": head, "right": outer, "bottom": foot, "left": inner})
    footer = _TURNED_FOOTER_TWIP if kind in _WIDE else footer_distance_twip(profile)
    distances = {"header": mm_to_twip(_HEADER_MM), "footer": footer, "gutter": 0}
    return w("pgMar", **edges, **distances)
