"""署名 and 成文日期, with room for seals and 签名章 or without (GB/T 9704-2012 7.3.5)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from chengwen_library.model import Sealing
from chengwen_library.styles import Role
from chengwen_templates.content import Block
from chengwen_templates.layout.flow import Paragraph, Run
from chengwen_templates.layout.shapes import Align, Shape, Tab, shapes
from chengwen_templates.layout.title import width
from chengwen_templates.profile import Profile
from chengwen_templates.units import mm_to_twip

SIGNED = frozenset({Role.SIGNATURE, Role.POST, Role.DATE})
"""Roles of the blocks that `signed` takes."""

_RIGHT_BLANK = 2
_DATE_SHIFT = 2
_SEALED_BLANK = 4
"""Characters right of a date that bears a seal, and of a 签名章."""
_POST_GAP = 2
_STAMP_LINES = 2
"""Blank lines between the text and a 签名章."""
_SEAL_REACH = 0.5
"""Lines between the text and the upper edge of a seal, which must be less than one (7.3.5.1)."""
SEAL_LOW = 0.3
"""Lines by which 署名 and 成文日期 meet below the seal's centre."""


def signed(blocks: Sequence[Block], sealing: Sealing, profile: Profile) -> list[Paragraph]:
    """Return 署名 and 成文日期 below the text; they stay on one face."""
    match sealing:
        case Sealing.SEAL:
            return _sealed(blocks, profile)
        case Sealing.STAMP:
            return _stamped(blocks, profile)
        case Sealing.NONE:
            return _unsealed(blocks, profile)


def _unsealed(blocks: Sequence[Block], profile: Profile) -> list[Paragraph]:
    """Return the lines without a seal (7.3.5.2): one blank line below the text, joint organs below each other."""
    organs, dates = _texts(blocks, Role.SIGNATURE), _texts(blocks, Role.DATE)
    organ_left, date_left = _unsealed_lefts(organs, dates, profile)
    lefts = [organ_left if block.role is Role.SIGNATURE else date_left for block in blocks]
    return [
        _line(block, profile, left=left, before=profile.line_twip if place == 0 else 0)
        for place, (block, left) in enumerate(zip(blocks, lefts, strict=True))
    ]


def _unsealed_lefts(organs: Sequence[str], dates: Sequence[str], profile: Profile) -> tuple[int, int]:
    """Return the left indents of 署名 and 成文日期 in twip.

    The longest organ ends 2 characters before the right edge and the date starts 2
    characters right of its first one; if the date is longer than the organ's name, the
    date ends there and the organ moves left.
    """
    advance = profile.character_twip
    edge = profile.type_width_twip - _RIGHT_BLANK * advance
    longest, date = (max(map(width, lines), default=0.0) for lines in (organs, dates))
    if date > longest:
        date_left = edge - round(date * advance)
        return max(0, date_left - _DATE_SHIFT * advance), date_left
    organ_left = max(0, edge - round(longest * advance))
    return organ_left, organ_left + _DATE_SHIFT * advance


def _sealed(blocks: Sequence[Block], profile: Profile) -> list[Paragraph]:
    """Return the lines under seals (7.3.5.1): rows of organs, the last organ centred on the date.

    The rows stay on one face where they fit one; of more, the last stays with the date.
    """
    organs, dates = _texts(blocks, Role.SIGNATURE), _texts(blocks, Role.DATE)
    centres = seal_centres(organs, dates, profile)
    rows, (first, between) = seal_rows(organs, len(centres)), seal_lines(profile)
    fit = first + len(rows) * (between + 1) < profile.lines_per_page - 1
    paragraphs: list[Paragraph] = []
    for place, row in enumerate(rows):
        shape = replace(
            shapes(profile)[Role.SIGNATURE],
            before=(between if place else first) * profile.line_twip,
            tabs=tuple(Tab(centre, Align.CENTRE) for centre in centres[len(centres) - len(row) :]),
            keep_next=fit or place == len(rows) - 1,
        )
        paragraphs.append(_tabbed(Role.SIGNATURE, row, shape))
    last = replace(shapes(profile)[Role.DATE], tabs=(Tab(centres[-1], Align.CENTRE),))
    return [*paragraphs, *(_tabbed(Role.DATE, (day,), last) for day in dates)]


def seal_centres(organs: Sequence[str], dates: Sequence[str], profile: Profile) -> list[int]:
    """Return the centres (twip) of the seals of a row, as many as fit; the last one is the date's.

    The date ends 4 characters from the edge; neither seals nor names touch each other.
    """
    for count in range(len(organs), 1, -1):
        centres = _centres(organs, dates, count, profile)
        if _least_left(organs, centres, profile) >= 0:
            return centres
    return _centres(organs, dates, 1, profile)


def _centres(organs: Sequence[str], dates: Sequence[str], count: int, profile: Profile) -> list[int]:
    advance = profile.character_twip
    rows = seal_rows(organs, count)
    under_last = max((width(row[-1]) for row in rows), default=0.0) * advance
    date = max(map(width, dates), default=0.0) * advance
    seal = mm_to_twip(profile.seal_mm)
    last = profile.type_width_twip - max(_SEALED_BLANK * advance + date / 2, under_last / 2, seal / 2)
    beside = [(width(one) + width(other)) / 2 + 1 for row in rows for one, other in pairwise(row)]
    pitch = max([seal + mm_to_twip(profile.seal_gap_mm), *(gap * advance for gap in beside)])
    return [round(last - pitch * (count - 1 - place)) for place in range(count)]


def _least_left(organs: Sequence[str], centres: Sequence[int], profile: Profile) -> float:
    """Return where the leftmost ink of names and seals begins (twip)."""
    advance, seal = profile.character_twip, mm_to_twip(profile.seal_mm)
    rows = seal_rows(organs, len(centres))
    return min(
        centre - max(width(name) * advance, seal) / 2
        for row in rows
        for name, centre in zip(row, centres[len(centres) - len(row) :], strict=True)
    )


def seal_rows(organs: Sequence[str], columns: int) -> list[tuple[str, ...]]:
    """Return the organs of each row of seals, in their order."""
    return [tuple(organs[start : start + columns]) for start in range(0, len(organs), columns)]


def seal_lines(profile: Profile) -> tuple[int, int]:
    """Return the blank lines above the first row of names under seals, and between two rows."""
    radius = mm_to_twip(profile.seal_mm) / 2 / profile.line_twip
    first = math.floor(_SEAL_REACH + radius + SEAL_LOW - 1 + 0.5)
    pitch = mm_to_twip(profile.seal_mm + profile.seal_gap_mm) / profile.line_twip
    return max(0, first), max(0, math.ceil(pitch) - 1)


def _stamped(blocks: Sequence[Block], profile: Profile) -> list[Paragraph]:
    """Return the posts beside 签名章, and the date one blank line below the last of them (7.3.5.3)."""
    advance, line = profile.character_twip, profile.line_twip
    high = max(0, (mm_to_twip(profile.stamp_height_mm) - line) // 2)
    right = (_SEALED_BLANK + _POST_GAP) * advance + mm_to_twip(profile.stamp_width_mm)
    made: list[Paragraph] = []
    for place, block in enumerate(blocks):
        above = _STAMP_LINES * line if place == 0 else line if block.role is Role.DATE else 0
        shape = replace(
            shapes(profile)[block.role],
            before=above + (high if place == 0 or block.role is Role.DATE else 2 * high),
            right=_SEALED_BLANK * advance if block.role is Role.DATE else right,
            align=Align.RIGHT,
        )
        made.append(Paragraph(block.role, shape, (Run(block.text, shape.lettering),)))
    return made


def _texts(blocks: Sequence[Block], role: Role) -> list[str]:
    return [block.text for block in blocks if block.role is role]


def _line(block: Block, profile: Profile, *, left: int, before: int) -> Paragraph:
    """Return a line that runs on to the right where a substituted font is wider, and never breaks."""
    right = -_RIGHT_BLANK * profile.character_twip
    shape = replace(shapes(profile)[block.role], left=left, right=right, before=before)
    return Paragraph(block.role, shape, (Run(block.text, shape.lettering),))


def _tabbed(role: Role, words: Sequence[str], shape: Shape) -> Paragraph:
    return Paragraph(role, shape, (Run("".join(f"\t{word}" for word in words), shape.lettering),))
