"""主体: titles, text, headings, annexes (GB/T 9704-2012 7.3)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from docx.oxml.xmlchemy import BaseOxmlElement

from chengwen_templates.content import Block, Role
from chengwen_templates.export.runs import run
from chengwen_templates.export.signature import SIGNED, signature_elements
from chengwen_templates.export.style_properties import style_id
from chengwen_templates.export.styles import RUN_IN
from chengwen_templates.export.xml import w
from chengwen_templates.layout.title import break_title
from chengwen_templates.profile import Profile

_TITLES = frozenset({Role.TITLE, Role.MEASURE_TITLE, Role.ANNEX_TITLE})
_ANNEX_LABEL = 3
"""Width of “附件：” in characters."""


def letter_elements(blocks: Sequence[Block], profile: Profile) -> list[BaseOxmlElement]:
    """Return the notice: title, 主送机关, text, 署名 and 成文日期 without a seal, 附注.

    The last of several paragraphs stays on the face of 署名 (7.3.5.5); a sole one
    stays on the first face, which must show text (7.3.3).
    """
    several = sum(block.role is Role.BODY for block in blocks) > 1
    elements: list[BaseOxmlElement] = []
    for signed, group in groupby(blocks, key=lambda block: block.role in SIGNED):
        together = list(group)
        elements += signature_elements(together, profile) if signed else text_elements(together, profile, keep=several)
    return elements


def text_elements(blocks: Sequence[Block], profile: Profile, *, keep: bool = False) -> list[BaseOxmlElement]:
    """Return the paragraphs of the blocks; `keep` holds a last one of text on the face of what follows."""
    elements: list[BaseOxmlElement] = []
    for place, block in enumerate(blocks):
        first = place == 0 or blocks[place - 1].role is not block.role
        last = place == len(blocks) - 1 and block.role is Role.BODY
        elements.append(text_element(block, profile, keep=keep and last, first=first))
    return elements


def text_element(block: Block, profile: Profile, *, keep: bool = False, first: bool = True) -> BaseOxmlElement:
    """Return the paragraph of a block; `keep` holds it on the face of the next one.

    `first` tells the first of several names in 附件说明.
    """
    if block.role in _TITLES:
        return _title(block, profile)
    if block.role is Role.ANNEX_LIST:
        return _annex_list(block, profile, first=first)
    lead_style = style_id(block.level + RUN_IN) if block.level else None
    lead = run(block.lead, lead_style) if block.lead and lead_style else None
    text = block.text if lead is not None else block.words
    return _paragraph(block.role, [w("keepNext") if keep else None], [lead, run(text) if text else None])


def title_lines(text: str, profile: Profile) -> tuple[str, ...]:
    """Return the lines of a title (7.3.1), one character narrower than the type area holds."""
    return break_title(text, int(profile.type_width_twip / 20 / profile.title_size_pt) - 1)


def _title(block: Block, profile: Profile) -> BaseOxmlElement:
    lines = title_lines(block.text, profile)
    before = {Role.TITLE: None, Role.ANNEX_TITLE: profile.line_twip}.get(block.role, _white_above(len(lines), profile))
    spacing = w("spacing", before=before) if before is not None else None
    return _paragraph(block.role, [spacing], [run("\n".join(lines))])


def _white_above(lines: int, profile: Profile) -> int:
    """Return the white above a title (twip) that puts the text below it back onto the line grid.

    One blank line follows the title; about two stand above it.
    """
    grid, block = profile.line_twip, lines * profile.title_line_twip
    return (block + grid // 2) // grid * grid + 2 * grid - block


def _annex_list(block: Block, profile: Profile, *, first: bool) -> BaseOxmlElement:
    """Return a line of 附件说明 (7.3.4): later names stand below the first one's."""
    advance = profile.character_twip
    label = 0 if first else _ANNEX_LABEL
    hanging = _ANNEX_LABEL * advance if first else 0
    indent = w("ind", left=(2 + label) * advance + hanging, firstLineChars=0, firstLine=0, hanging=hanging or None)
    spacing = w("spacing", before=profile.line_twip) if first else None
    return _paragraph(block.role, [spacing, indent], [run(block.text)])


def _paragraph(
    role: Role, properties: Sequence[BaseOxmlElement | None], content: Sequence[BaseOxmlElement | None]
) -> BaseOxmlElement:
    return w("p", w("pPr", w("pStyle", val=style_id(role)), *properties), *content)
