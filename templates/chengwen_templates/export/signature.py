"""署名 and 成文日期 without a seal (GB/T 9704-2012 7.3.5.2)."""

from __future__ import annotations

from collections.abc import Sequence

from docx.oxml.xmlchemy import BaseOxmlElement

from chengwen_templates.content import Block, Role
from chengwen_templates.export.runs import run
from chengwen_templates.export.style_properties import style_id
from chengwen_templates.export.xml import w
from chengwen_templates.layout.title import width
from chengwen_templates.profile import Profile

SIGNED = frozenset({Role.SIGNATURE, Role.DATE})
"""Roles of the blocks that `signature_elements` takes."""

_RIGHT_BLANK = 2
_DATE_SHIFT = 2


def signature_elements(blocks: Sequence[Block], profile: Profile) -> list[BaseOxmlElement]:
    """Return 署名 and 成文日期, one blank line below the text; they stay on one face."""
    organs = [block.text for block in blocks if block.role is Role.SIGNATURE]
    dates = [block.text for block in blocks if block.role is Role.DATE]
    organ_left, date_left = signature_indents(organs, dates, profile)
    lefts = [organ_left if block.role is Role.SIGNATURE else date_left for block in blocks]
    befores = [profile.line_twip, *[0] * len(blocks)]
    right = -_RIGHT_BLANK * profile.character_twip
    return [_line(block, left, right, before) for block, left, before in zip(blocks, lefts, befores, strict=False)]


def signature_indents(organs: Sequence[str], dates: Sequence[str], profile: Profile) -> tuple[int, int]:
    """Return the left indents of 署名 and 成文日期 in twip.

    The longest organ ends 2 characters before the right edge and the date starts 2
    characters right of its first one; if the date is longer than the organ's name, the
    date ends there and the organ moves left. Joint: the organs stand below each other.
    """
    advance = profile.character_twip
    edge = profile.type_width_twip - _RIGHT_BLANK * advance
    longest, date = (max(map(width, lines), default=0.0) for lines in (organs, dates))
    if date > longest:
        date_left = edge - round(date * advance)
        return max(0, date_left - _DATE_SHIFT * advance), date_left
    organ_left = max(0, edge - round(longest * advance))
    return organ_left, organ_left + _DATE_SHIFT * advance


def _line(block: Block, left_twip: int, right_twip: int, before_twip: int) -> BaseOxmlElement:
    """Return a line that runs on to the right where a substituted font is wider, and never breaks."""
    spacing = w("spacing", before=before_twip) if before_twip else None
    properties = w("pPr", w("pStyle", val=style_id(block.role)), spacing, w("ind", left=left_twip, right=right_twip))
    return w("p", properties, run(block.text))
