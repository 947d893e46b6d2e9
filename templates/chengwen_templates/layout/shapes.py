"""How the paragraphs of an official document are set: one table, which Word's styles and our own faces both follow."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from chengwen_library.styles import Role
from chengwen_templates.layout.heights import imprint_line_twip, imprint_width_twip, number_to_rule_pt
from chengwen_templates.profile import Profile

INDENT = 2
"""Characters that the first line of a paragraph is indented by (7.3.3)."""
BLACK = "000000"
MARK_LINE_EM = 1.15
"""Height of a line of the 标志 in em: enough that no ink is cut."""
CELL_LINE_EM = 1.5
"""Height of a line in a table in em."""


class Align(StrEnum):
    """Where the lines of a paragraph stand; the value is Word's."""

    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Lettering:
    """A font at a size (pt), the space added to each character (twip) and a colour (hex RGB)."""

    font: str
    size_pt: float
    spacing_twip: int = 0
    colour: str = BLACK

    @property
    def em_twip(self) -> int:
        """The width of a Chinese character without the space added to it."""
        return round(self.size_pt * 20)


@dataclass(frozen=True, slots=True)
class Underline:
    """A rule below a paragraph, as wide as the type area: `gap_pt` below its line, `thickness_pt` thick."""

    gap_pt: int
    thickness_pt: float
    colour: str

    @property
    def height_twip(self) -> int:
        """What the rule adds to its paragraph."""
        return round((self.gap_pt + self.thickness_pt) * 20)


@dataclass(frozen=True, slots=True)
class Tab:
    """Where a tab leads, in twip from the left edge of the type area, and what stands there."""

    position: int
    align: Align


@dataclass(frozen=True, slots=True)
class Shape:
    """How a paragraph stands; lengths in twip.

    `first` is the indent of its first line beyond `left`, negative where that hangs.
    `keep_next` holds the whole paragraph on the face of the next one. `pinned_top` is
    where its line begins below the paper's edge, for what stands outside the flow of the text.
    """

    lettering: Lettering
    line: int
    before: int = 0
    after: int = 0
    left: int = 0
    right: int = 0
    first: int = 0
    align: Align = Align.LEFT
    keep_next: bool = False
    new_face: bool = False
    underline: Underline | None = None
    pinned_top: int | None = None
    tabs: tuple[Tab, ...] = ()


@cache
def shapes(profile: Profile) -> dict[Role, Shape]:
    """Return the shape of every role in a profile."""
    return {**_head(profile), **_titles(profile), **_body(profile), **_ending(profile), **_imprint(profile)}


def lead_lettering(role: Role, profile: Profile) -> Lettering:
    """Return the letters of a heading that runs into its text (7.3.3)."""
    return shapes(profile)[role].lettering


def body_lettering(profile: Profile) -> Lettering:
    """Return the letters of the text: 3号仿宋, close enough for the profile's characters a line (5.2.2, 5.2.3)."""
    return Lettering(profile.body_font, profile.body_size_pt, profile.character_spacing_twip)


def _head(profile: Profile) -> dict[Role, Shape]:
    """Return the shapes of 版头 (7.2); sizes of the 标志 vary and are set where it stands."""
    line, body = profile.line_twip, body_lettering(profile)
    black = replace(body, font=profile.first_heading_font)
    mark = Lettering(profile.mark_font, profile.mark_size_pt, colour=profile.red)
    rule = Underline(number_to_rule_pt(profile), profile.red_rule_pt, profile.red)
    return {
        Role.HEAD_GAP: Shape(body, line),
        Role.COPY_NUMBER: Shape(body, line),
        Role.SECRECY: Shape(black, line),
        Role.URGENCY: Shape(black, line),
        Role.MARK: Shape(mark, round(mark.em_twip * MARK_LINE_EM), align=Align.CENTRE),
        Role.NUMBER: Shape(body, line, before=profile.number_blank_lines * line, align=Align.CENTRE, underline=rule),
        Role.SIGNER: Shape(body, line),
    }


def _titles(profile: Profile) -> dict[Role, Shape]:
    """Return the shapes of titles, 2号小标宋 (7.3.1, 7.3.7), and of the mark of an annex, 3号黑体."""
    line = profile.line_twip
    large = Lettering(profile.title_font, profile.title_size_pt)
    title = Shape(large, profile.title_line_twip, before=2 * line, after=line, align=Align.CENTRE, keep_next=True)
    black = replace(body_lettering(profile), font=profile.first_heading_font)
    return {
        Role.TITLE: title,
        Role.MEASURE_TITLE: replace(title, new_face=True),
        Role.ANNEX_TITLE: replace(title, before=line),
        Role.ANNEX_MARK: Shape(black, line, keep_next=True, new_face=True),
    }


def _body(profile: Profile) -> dict[Role, Shape]:
    """Return the shapes of the text and its headings (7.3.2 to 7.3.4, 7.3.6, 10.3)."""
    body = body_lettering(profile)
    text = Shape(body, profile.line_twip, first=INDENT * profile.character_twip, align=Align.BOTH)
    centred = replace(text, first=0, align=Align.CENTRE)
    hanging = replace(text, align=Align.LEFT)  # spreading the first line would move its label off the names below
    black, script = (
        replace(body, font=profile.first_heading_font),
        replace(body, font=profile.second_heading_font),
    )
    return {
        Role.RECIPIENTS: replace(text, first=0, keep_next=True),
        Role.BODY: text,
        Role.PART: replace(centred, lettering=black),
        Role.CHAPTER: replace(centred, lettering=black),
        Role.SECTION: replace(centred, lettering=black),
        Role.ARTICLE: replace(text, lettering=black),
        Role.FIRST: replace(text, lettering=black),
        Role.SECOND: replace(text, lettering=script),
        Role.THIRD: text,
        Role.FOURTH: text,
        Role.ANNEX_LIST: hanging,
        Role.NOTE: text,
        Role.ATTENDANCE: hanging,
    }


def _ending(profile: Profile) -> dict[Role, Shape]:
    """Return 署名 and what goes with it (7.3.5), whose indents depend on the words and are set there, and cells."""
    cell = Lettering(profile.body_font, profile.table_size_pt)
    signed = Shape(body_lettering(profile), profile.line_twip, keep_next=True)
    return {
        Role.SIGNATURE: signed,
        Role.POST: signed,
        Role.DATE: replace(signed, keep_next=False),
        Role.CELL: Shape(cell, round(CELL_LINE_EM * cell.em_twip)),
    }


def _imprint(profile: Profile) -> dict[Role, Shape]:
    """Return the shapes of 版记 (7.4), which stand within it."""
    small = Lettering(profile.body_font, profile.imprint_size_pt)
    line, below = imprint_line_twip(profile)
    hanging = 3 * small.em_twip
    names = Shape(small, line, after=below, left=hanging, first=-hanging)
    return {
        Role.MOVED_RECIPIENTS: names,
        Role.COPIES: names,
        Role.IMPRINT: Shape(small, line, after=below, tabs=(Tab(imprint_width_twip(profile), Align.RIGHT),)),
    }
