"""Closing up the lines of a notice so that 署名 and 成文日期 stay with its text.

GB/T 9704-2012 7.3.5.5 lets line spacing be adjusted where they would not fit; the
heights here are arithmetic, a renderer may break a paragraph one line earlier.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import cast

from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.oxml.text.parfmt import CT_PPr
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Twips

from chengwen_templates.content import Block, Role
from chengwen_templates.export.body import title_lines
from chengwen_templates.export.head import mark_height_twip
from chengwen_templates.layout.heights import red_rule_twip
from chengwen_templates.export.style_properties import style_id
from chengwen_templates.layout.title import width
from chengwen_templates.profile import Profile

_INDENT = 2
_RESERVE_TWIP = 60
"""Left free because renderers round rules and tables differently."""

_BLANKS = {Role.NUMBER: (2, 0), Role.TITLE: (2, 1)}
"""Blank lines above and below, where the style has some."""

_CLOSABLE = (Role.NUMBER, Role.TITLE, Role.RECIPIENTS, Role.BODY, Role.SIGNATURE, Role.DATE, Role.NOTE)


def first_face_line_twip(head: Sequence[Block], letter: Sequence[Block], profile: Profile) -> int:
    """Return the line height (twip) at which the notice fits on the first face.

    The profile's own where the notice fits or is too long to be helped; 附注 is
    given up first.
    """
    for blocks in (letter, [block for block in letter if block.role is not Role.NOTE]):
        line = _fitting(head, blocks, profile)
        if line >= profile.line_twip:
            return profile.line_twip
        if line >= profile.least_line_twip:
            return line
    return profile.line_twip


def close_up(elements: Sequence[BaseOxmlElement], line_twip: int, profile: Profile) -> None:
    """Set the lines and blank lines of the notice's paragraphs to `line_twip`."""
    roles = {style_id(role): role for role in _CLOSABLE}
    for paragraph in elements:
        properties = paragraph.find(qn("w:pPr"))
        if properties is not None:
            properties = cast("CT_PPr", properties)
            role = roles.get(properties.style or "")
            if role is not None:
                _close(properties, role, line_twip, profile)


def _close(properties: CT_PPr, role: Role, line_twip: int, profile: Profile) -> None:
    before, after = _BLANKS.get(role, (0, 0))
    blank = properties.spacing_before is not None
    properties.spacing_before = Twips(line_twip * (1 if blank else before))
    properties.spacing_after = Twips(line_twip * after)
    properties.spacing_line = Twips(_title_line(line_twip, profile) if role is Role.TITLE else line_twip)
    properties.spacing_lineRule = WD_LINE_SPACING.EXACTLY


def _fitting(head: Sequence[Block], letter: Sequence[Block], profile: Profile) -> int:
    names = [block.text for block in head if block.role is Role.MARK]
    titles = sum(len(title_lines(block.text, profile)) for block in letter if block.role is Role.TITLE)
    fixed = mark_height_twip(names, profile) + red_rule_twip(profile)
    lines = titles * profile.title_line_twip / profile.line_twip
    lines += sum(_lines(block, profile) for block in (*head, *letter))
    lines += any(block.role is Role.SIGNATURE for block in letter)
    return int((profile.type_height_twip - fixed - _RESERVE_TWIP) / max(1, lines))


def _title_line(line_twip: int, profile: Profile) -> int:
    """Return the height of a title's line that closes up as much as the others."""
    return line_twip * profile.title_line_twip // profile.line_twip


def _lines(block: Block, profile: Profile) -> int:
    """Return how many lines a block takes, blank lines included, 标志 and title lines left out."""
    if block.role is Role.MARK:
        return 0
    if block.role in _BLANKS:
        return sum(_BLANKS[block.role]) + (block.role is Role.NUMBER)
    indent = 0 if block.role is Role.RECIPIENTS else _INDENT
    if block.role in (Role.SIGNATURE, Role.DATE):
        return 1
    return max(1, math.ceil((width(block.words) + indent) / profile.characters_per_line))
