"""What stands on a face, put in its place: words, strokes, places of seals; lengths in pt. No Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chengwen_desktop.printing.face import Place, Stroke, Words
from chengwen_desktop.translation import tr
from chengwen_library.styles import Role
from chengwen_templates.layout.advances import Advances
from chengwen_templates.layout.ending import SEAL_LOW
from chengwen_templates.layout.faces import PlacedLine, PlacedMark, PlacedRow
from chengwen_templates.layout.head import BASELINE
from chengwen_templates.layout.heights import imprint_line_twip
from chengwen_templates.layout.lines import Cut, SetLine, pieces
from chengwen_templates.layout.shapes import BLACK
from chengwen_templates.layout.text import cell_margin_twip
from chengwen_templates.profile import Profile
from chengwen_templates.units import mm_to_pt

_TWIP = 20
_TABLE_RULE_PT = 0.5
_STAMP_BLANK = 4
"""Characters right of a 签名章 (7.3.5.3)."""


def line_words(cut: Cut, line: SetLine, left: float, top: float) -> Iterator[Words]:
    """Yield the words of a line whose height begins at `top`; `left` is that of the room it was cut for."""
    baseline = top + BASELINE * cut.paragraph.shape.line / _TWIP
    for piece in pieces(cut, line):
        if piece.text:
            advances = tuple(advance / _TWIP for advance in piece.advances)
            yield Words(piece.text, piece.lettering, left + piece.left / _TWIP, baseline, advances)


def joint_words(placed: PlacedMark, left: float, top: float, width: float, advances: Advances) -> Iterator[Words]:
    """Yield a joint 标志 (7.2.4): names spread to the width of the longest, 文件 centred beside them."""
    mark, size = placed.mark, placed.mark.lettering.size_pt
    line, before = mark.line / _TWIP, top + (placed.top + mark.before) / _TWIP
    begin = left + (width - (mark.names_width + mark.word_width) / _TWIP) / 2
    natural = {name: [advances.em(one, mark.lettering) * size for one in name] for name in (*mark.names, mark.word)}
    longest = max(sum(natural[name]) for name in mark.names)
    for place, name in enumerate(mark.names):
        own = natural[name]
        spare = (longest - sum(own)) / max(1, len(own) - 1)
        spread = tuple(advance + spare for advance in own[:-1]) + tuple(own[-1:])
        yield Words(name, mark.lettering, begin, before + (place + BASELINE) * line, spread)
    middle = before + ((len(mark.names) - 1) / 2 + BASELINE) * line
    right = begin + (mark.names_width + mark.word_width) / _TWIP
    yield Words(mark.word, mark.lettering, right - sum(natural[mark.word]), middle, tuple(natural[mark.word]))


def row_marks(placed: PlacedRow, left: float, top: float, profile: Profile) -> tuple[list[Words], list[Stroke]]:
    """Return a table's row: the words, in the middle of their cell's height, and the lines around the cells."""
    row, upper = placed.row, top + placed.top / _TWIP
    lower, margin = upper + row.height / _TWIP, cell_margin_twip(profile) / _TWIP
    words: list[Words] = []
    for cell, cell_left in zip(row.cells, row.lefts, strict=True):
        height = cell.paragraph.shape.line / _TWIP
        begin = upper + (lower - upper - height * len(cell.lines)) / 2
        for number, line in enumerate(cell.lines):
            words += line_words(cell, line, left + cell_left / _TWIP + margin, begin + number * height)
    edges = [left + edge / _TWIP for edge in (*row.lefts, row.lefts[-1] + row.widths[-1])]
    strokes = [Stroke(edges[0], y, edges[-1], y, _TABLE_RULE_PT, BLACK) for y in (upper, lower)]
    strokes += [Stroke(x, upper, x, lower, _TABLE_RULE_PT, BLACK) for x in edges]
    return words, strokes


def underline(placed: PlacedLine, left: float, top: float, width: float) -> Iterator[Stroke]:
    """Yield the rule below a paragraph's last line, as wide as the type area (7.2.7)."""
    rule = placed.cut.paragraph.shape.underline
    if rule is None or placed.line is not placed.cut.lines[-1]:
        return
    y = top + (placed.top + placed.height) / _TWIP + rule.gap_pt + rule.thickness_pt / 2
    yield Stroke(left, y, left + width, y, rule.thickness_pt, rule.colour)


def imprint_marks(
    rows: Sequence[Cut], left: float, top: float, width: float, profile: Profile, *, ruled: bool
) -> tuple[list[Words], list[Stroke]]:
    """Return 版记 (7.4): rows inset by one character, thick rules first and last, thin ones between.

    Between 主送 that were moved here and 抄送 there is none (7.4.2).
    """
    line, below = (length / _TWIP for length in imprint_line_twip(profile))
    thick, thin = mm_to_pt(profile.thick_rule_mm), mm_to_pt(profile.thin_rule_mm)
    words: list[Words] = []
    strokes: list[Stroke] = []
    moved = False
    for place, row in enumerate(rows):
        if not moved:
            strokes.append(Stroke(left, top, left + width, top, thin if place else thick, BLACK))
        for one in row.lines:
            words += line_words(row, one, left + profile.imprint_size_pt, top)
            top += line
        top += below
        moved = row.paragraph.role is Role.MOVED_RECIPIENTS
    strokes.append(Stroke(left, top, left + width, top, thick, BLACK))
    return words, strokes if ruled else []


def places(placed: PlacedLine, left: float, top: float, width: float, profile: Profile) -> Iterator[Place]:
    """Yield a seal for each organ set under one (7.3.5.1), or the 签名章 beside a post (7.3.5.3)."""
    paragraph, upper = placed.cut.paragraph, top + placed.top / _TWIP
    height = placed.height / _TWIP
    if paragraph.role is Role.SIGNATURE and paragraph.shape.tabs:
        size, middle = mm_to_pt(profile.seal_mm), upper + height - SEAL_LOW * height
        for tab, _ in zip(paragraph.shape.tabs, paragraph.words.split("\t")[1:], strict=False):
            yield Place(tr("印章"), left + tab.position / _TWIP - size / 2, middle - size / 2, size, size, round=True)
    if paragraph.role is Role.POST:
        across, down = mm_to_pt(profile.stamp_width_mm), mm_to_pt(profile.stamp_height_mm)
        right = left + width - _STAMP_BLANK * profile.character_twip / _TWIP
        yield Place(tr("签名章"), right - across, upper + (height - down) / 2, across, down, round=False)
