"""主体 and annexes: titles, text, headings, 附件说明, tables (GB/T 9704-2012 7.3)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from chengwen_library.model import Sealing
from chengwen_library.styles import Role
from chengwen_templates.content import Block
from chengwen_templates.layout.ending import SIGNED, signed
from chengwen_templates.layout.flow import Paragraph, Run, Table
from chengwen_templates.layout.shapes import INDENT, Align, Lettering, Shape, lead_lettering, shapes
from chengwen_templates.layout.title import break_title, width
from chengwen_templates.profile import Profile
from chengwen_templates.units import pt_to_twip

_TITLES = frozenset({Role.TITLE, Role.MEASURE_TITLE, Role.ANNEX_TITLE})
_ANNEX_LABEL = 3
"""Width of “附件：” in characters."""
_NUMBERED = re.compile(r"(?:附件：)?\d+\.")
_LONGEST_KEPT = 8
"""Lines of 主送机关 that are held together with the text; more may run on to the next face."""
_CELL_MARGIN_EM = 0.5
_NARROWEST = 3
"""Characters that a column of a table holds at least."""
_CELL_SPARE = 2
"""Characters that a column is wider than its words: its margins, and as much again where a font's digits are wider."""


def letter_paragraphs(blocks: Sequence[Block], sealing: Sealing, profile: Profile) -> list[Paragraph]:
    """Return the notice: title, 主送机关, text, 署名 and 成文日期, 附注.

    The last of several paragraphs stays on the face of 署名 (7.3.5.5); a sole one
    stays on the first face, which must show text (7.3.3).
    """
    several = sum(block.role is Role.BODY for block in blocks) > 1
    made: list[Paragraph] = []
    for is_signed, group in groupby(blocks, key=lambda block: block.role in SIGNED):
        together = list(group)
        if is_signed:
            made += signed(together, sealing, profile)
        else:
            made += paragraphs(together, profile)
            if several and together[-1].role is Role.BODY:
                made[-1] = replace(made[-1], shape=replace(made[-1].shape, keep_next=True))
    return made


def paragraphs(blocks: Sequence[Block], profile: Profile) -> list[Paragraph]:
    """Return the paragraphs of the blocks."""
    return [
        _paragraph(block, profile, first=place == 0 or blocks[place - 1].role is not block.role)
        for place, block in enumerate(blocks)
    ]


def plain(block: Block, profile: Profile) -> Paragraph:
    """Return a block's paragraph in the shape of its role."""
    shape = shapes(profile)[block.role]
    return Paragraph(block.role, shape, _runs(block, shape, profile), block.wid, block.inner_wid)


def table(rows: Sequence[Sequence[str]], room_twip: int, profile: Profile) -> Table:
    """Return an annex's table (7.3.7, 8): columns as wide as their words want, the whole as wide as there is room."""
    body = shapes(profile)[Role.CELL].lettering
    black = replace(body, font=profile.first_heading_font)
    wanted = [max(_NARROWEST, *map(width, column)) + _CELL_SPARE for column in zip(*rows, strict=True)]
    widths = _column_widths([round(one * body.em_twip) for one in wanted], room_twip)
    cells = [
        tuple(_cell(words, black if place == 0 else body, profile, centred=place == 0) for words in row)
        for place, row in enumerate(rows)
    ]
    return Table(tuple(cells), tuple(widths))


def cell_margin_twip(profile: Profile) -> int:
    """Return the white left and right of the words in a cell."""
    return round(_CELL_MARGIN_EM * pt_to_twip(profile.table_size_pt))


def _column_widths(wanted: Sequence[int], room: int) -> list[int]:
    """Return the widths of columns that fill the room: where it is short, the widest give way to the others."""
    widest = max(wanted)
    while sum(min(one, widest) for one in wanted) > room:
        widest -= max(1, widest // 50)
    kept = [min(one, widest) for one in wanted]
    return [room * one // sum(kept) for one in kept]


def _cell(words: str, lettering: Lettering, profile: Profile, *, centred: bool) -> Paragraph:
    shape = replace(shapes(profile)[Role.CELL], lettering=lettering, align=Align.CENTRE if centred else Align.LEFT)
    return Paragraph(Role.CELL, shape, (Run(words, lettering),) if words else ())


def _paragraph(block: Block, profile: Profile, *, first: bool) -> Paragraph:
    """Return the paragraph of a block; `first` tells the first of several of its role."""
    if block.role in _TITLES:
        return _title(block, profile)
    made = plain(block, profile)
    if block.role is Role.RECIPIENTS and len(block.text) > _LONGEST_KEPT * profile.characters_per_line:
        return replace(made, shape=replace(made.shape, keep_next=False))
    if block.role is Role.ANNEX_LIST:
        return replace(made, shape=_annex_list_shape(block, made.shape, profile, first=first))
    if block.role is Role.ATTENDANCE:
        return replace(made, shape=_attendance_shape(block, made.shape, profile, first=first))
    return made


def _attendance_shape(block: Block, shape: Shape, profile: Profile, *, first: bool) -> Shape:
    """Return the shape of 出席, 请假 and 列席 (10.3): names on further lines stand below the first name."""
    label = round(width(block.lead)) * profile.character_twip
    left = INDENT * profile.character_twip + label
    return replace(shape, before=profile.line_twip if first else 0, left=left, first=-label)


def _runs(block: Block, shape: Shape, profile: Profile) -> tuple[Run, ...]:
    if block.role is Role.ATTENDANCE:
        black = replace(shape.lettering, font=profile.first_heading_font)
        label = block.lead.removesuffix("：")
        return Run(label, black), Run("：" + block.text, shape.lettering)
    if block.level:
        lead = Run(block.lead, lead_lettering(block.level, profile), block.level)
        return (lead, Run(block.text, shape.lettering)) if block.text else (lead,)
    if block.inner_wid:
        return Run(block.lead, shape.lettering), Run(block.text, shape.lettering)
    return (Run(block.words, shape.lettering),) if block.words else ()


def _title(block: Block, profile: Profile) -> Paragraph:
    """Return a title in lines of whole words, one character narrower than the type area holds (7.3.1)."""
    lines = break_title(block.text, int(profile.type_width_twip / 20 / profile.title_size_pt) - 1, block.unbroken)
    shape = shapes(profile)[block.role]
    if block.role is Role.MEASURE_TITLE:
        shape = replace(shape, before=_white_above(len(lines), profile))
    return Paragraph(block.role, shape, (Run("\n".join(lines), shape.lettering),))


def _white_above(lines: int, profile: Profile) -> int:
    """Return the white above a title (twip) that puts the text below it back onto the line grid.

    One blank line follows the title; about two stand above it.
    """
    grid, block = profile.line_twip, lines * profile.title_line_twip
    return (block + grid // 2) // grid * grid + 2 * grid - block


def _annex_list_shape(block: Block, shape: Shape, profile: Profile, *, first: bool) -> Shape:
    """Return the shape of a line of 附件说明 (7.3.4): lines and later names stand below the first name."""
    advance = profile.character_twip
    names, number = (INDENT + _ANNEX_LABEL) * advance, advance if _NUMBERED.match(block.text) else 0
    begin = INDENT * advance if first else names
    before = profile.line_twip if first else 0
    return replace(shape, before=before, left=names + number, first=begin - names - number)
