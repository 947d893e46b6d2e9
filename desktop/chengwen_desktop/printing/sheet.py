"""A layout as faces to draw: words, strokes and places on paper, in pt from its top left corner. No Qt.

Preview, printer and PDF all draw these. Wide faces (横排表格, GB/T 9704-2012 8) are as they are
read, with the paper turned clockwise; their number stays where the others have it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from chengwen_desktop.printing.face import Area, Face, Place, Stroke, Words
from chengwen_desktop.printing.marks import (
    imprint_marks,
    joint_words,
    line_words,
    places,
    row_marks,
    underline,
)
from chengwen_library.model import PageForm
from chengwen_templates.layout.advances import Advances
from chengwen_templates.layout.faces import PlacedLine, PlacedMark, PlacedRow
from chengwen_templates.layout.head import double_rule_twip, letter_rule_top_twip
from chengwen_templates.layout.layout import LaidFace, Layout
from chengwen_templates.layout.shapes import Lettering
from chengwen_templates.profile import Profile
from chengwen_templates.units import mm_to_pt

_TWIP = 20
DASH = "—"
"""What stands on both sides of a face's number (7.5)."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What all faces of a document share. `dash_em` is how far the ink of the number's dash rises."""

    layout: Layout
    profile: Profile
    advances: Advances
    dash_em: float

    def paper(self, *, wide: bool) -> tuple[float, float]:
        """Return width and height of the paper as it is read."""
        width, height = mm_to_pt(self.profile.page_width_mm), mm_to_pt(self.profile.page_height_mm)
        return (height, width) if wide else (width, height)

    def type_area(self, laid: LaidFace) -> Area:
        """Return the type area (5.2.1): the inner margin is at the left of odd faces and at the right of even ones."""
        profile = self.profile
        across, down = profile.type_width_twip / _TWIP, profile.type_height_twip / _TWIP
        left = mm_to_pt(profile.margin_inner_mm if laid.number % 2 else profile.margin_outer_mm)
        top = mm_to_pt(profile.margin_top_mm)
        if laid.wide:
            return Area(mm_to_pt(profile.page_height_mm) - top - down, left, down, across)
        return Area(left, top, across, down)

    def words(self, laid: LaidFace, area: Area) -> Iterator[Words]:
        """Yield a face's words."""
        for one in laid.placed:
            match one:
                case PlacedLine():
                    yield from line_words(one.cut, one.line, area.left, area.top + one.top / _TWIP)
                case PlacedMark():
                    yield from joint_words(one, area.left, area.top, area.width, self.advances)
                case PlacedRow():
                    yield from row_marks(one, area.left, area.top, self.profile)[0]
        if laid.imprint_top is not None:
            yield from self._imprint(laid, area)[0]
        if laid.shown:
            yield self._number(laid)

    def strokes(self, laid: LaidFace, area: Area) -> Iterator[Stroke]:
        """Yield a face's rules."""
        for one in laid.placed:
            match one:
                case PlacedLine():
                    yield from underline(one, area.left, area.top, area.width)
                case PlacedRow():
                    yield from row_marks(one, area.left, area.top, self.profile)[1]
                case PlacedMark():
                    pass
        if laid.imprint_top is not None:
            yield from self._imprint(laid, area)[1]
        letter = self.layout.composition.page_form is PageForm.LETTER
        if letter and laid.number == 1 and not self.layout.composition.preprinted:
            yield from self._double_rules()

    def places(self, laid: LaidFace, area: Area) -> Iterator[Place]:
        """Yield where seals and 签名章 will stand."""
        for one in laid.placed:
            if isinstance(one, PlacedLine):
                yield from places(one, area.left, area.top, area.width, self.profile)

    def _imprint(self, laid: LaidFace, area: Area) -> tuple[list[Words], list[Stroke]]:
        ruled = self.layout.composition.page_form is not PageForm.LETTER  # letters have no rules there (10.1)
        top = area.top + (laid.imprint_top or 0) / _TWIP
        return imprint_marks(self.layout.imprint, area.left, top, area.width, self.profile, ruled=ruled)

    def _double_rules(self) -> Iterator[Stroke]:
        """Yield the red double rules of a letter: thick over thin above, thin over thick below (10.1)."""
        profile = self.profile
        thick, thin = profile.letter_thick_rule_pt, profile.letter_thin_rule_pt
        high = double_rule_twip(profile) / _TWIP
        top = letter_rule_top_twip(profile) / _TWIP
        bottom = mm_to_pt(profile.page_height_mm - profile.letter_rule_bottom_mm)
        width = mm_to_pt(profile.letter_rule_width_mm)
        left = (mm_to_pt(profile.page_width_mm) - width) / 2
        for y, thickness in (
            (top + thick / 2, thick),
            (top + high - thin / 2, thin),
            (bottom - high + thin / 2, thin),
            (bottom - thick / 2, thick),
        ):
            yield Stroke(left, y, left + width, y, thickness, profile.red)

    def _number(self, laid: LaidFace) -> Words:
        """Return — 1 —, one character from the type area's outer edge (7.5)."""
        profile = self.profile
        lettering = Lettering(profile.page_number_font, profile.page_number_size_pt)
        words = f"{DASH} {laid.number} {DASH}"
        advances = tuple(self.advances.em(one, lettering) * lettering.size_pt for one in words)
        portrait = self.type_area(LaidFace(laid.number, laid.shown, wide=False, placed=()))
        gap = mm_to_pt(profile.page_number_gap_mm) + self.dash_em * lettering.size_pt
        baseline = portrait.top + portrait.height + gap
        if laid.number % 2:
            left = portrait.left + portrait.width - lettering.size_pt - sum(advances)
        else:
            left = portrait.left + lettering.size_pt
        if laid.wide:  # the sheet is turned clockwise: its left edge is on top
            return Words(words, lettering, mm_to_pt(profile.page_height_mm) - baseline, left, advances, turned=True)
        return Words(words, lettering, left, baseline, advances)


def faces_of(layout: Layout, profile: Profile, advances: Advances, dash_em: float) -> tuple[Face, ...]:
    """Return the faces of a layout; `dash_em` is how far the ink of — rises in the number's font."""
    sheet = Sheet(layout, profile, advances, dash_em)
    return tuple(Face(laid, sheet) for laid in layout.faces)


def all_words(faces: Iterable[Face]) -> str:
    """Return every character that is drawn, in the order of reading."""
    return "".join(one.text for face in faces for one in face.words)


def texts_by_font(faces: Iterable[Face]) -> dict[str, str]:
    """Return every character that is drawn, by the profile's name of its font."""
    texts: defaultdict[str, list[str]] = defaultdict(list)
    for face in faces:
        for one in face.words:
            texts[one.lettering.font].append(one.text)
    return {font: "".join(parts) for font, parts in texts.items()}
