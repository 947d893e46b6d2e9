"""版头: 发文机关标志, 发文字号 and the red line (GB/T 9704-2012 7.2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docx.oxml.xmlchemy import BaseOxmlElement

from chengwen_templates.content import Block, Role
from chengwen_templates.export.runs import run
from chengwen_templates.export.style_properties import style_id
from chengwen_templates.export.styles import NAME_GAP
from chengwen_templates.export.xml import no_cell_margins, w
from chengwen_templates.layout.title import width
from chengwen_templates.profile import Profile
from chengwen_templates.units import mm_to_pt, mm_to_twip, pt_to_half_points, pt_to_twip

_LINE_EM = 1.15
"""Height of a line of the 标志 in em: enough that no ink is cut."""

_JOINT_LINE_EM = 1.2
_BASELINE = 0.8
"""Word and its kin put the baseline of an exact line at four fifths of its height."""

_RESERVED_LINES = 3
"""Lines above the 标志 for 份号, 密级 and 紧急程度 (7.2.1 to 7.2.3), left blank here."""

_GAP_EM = 0.5
"""Space between the names of a joint 标志 and “文件”, in em."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The measures of a 标志: size (pt), line (twip), blank lines above, and white after them (twip)."""

    size_pt: float
    line_twip: int
    blank_lines: int
    before_twip: int


def head_elements(blocks: Sequence[Block], profile: Profile) -> list[BaseOxmlElement]:
    """Return the paragraphs (and for a joint issue the table) of 版头."""
    names = [block.text for block in blocks if block.role is Role.MARK]
    numbers = [_number(block) for block in blocks if block.role is Role.NUMBER]
    if not names:
        return numbers
    if len(names) == 1:
        return [*single_mark(names[0], profile), *numbers]
    return [*joint_mark(names[:-1], names[-1], profile), *numbers]


def single_mark(name: str, profile: Profile) -> list[BaseOxmlElement]:
    """Return the 标志 of one organ (7.2.4): as large as fits, its ink where the profile says."""
    measures = _mark([name], profile)
    return [*_blanks(measures), _line(name, measures, measures.before_twip)]


def joint_mark(organs: Sequence[str], word: str, profile: Profile) -> list[BaseOxmlElement]:
    """Return a joint 标志 (7.2.4): names stacked to equal width, `word` (文件) centred beside them."""
    measures = _mark([*organs, word], profile)
    longest = max(map(width, organs))
    em = pt_to_twip(measures.size_pt)
    columns = [round((longest + _GAP_EM / 2) * em), round((_GAP_EM / 2 + width(word)) * em)]
    befores = [measures.before_twip, *[0] * len(organs)]
    names = [_spread(organ, longest, measures, before) for organ, before in zip(organs, befores, strict=False)]
    cells = [_cell(columns[0], names), _cell(columns[1], [_line(word, measures, measures.before_twip, "right")])]
    return [*_blanks(measures), _table(columns, cells)]


def mark_height_twip(names: Sequence[str], profile: Profile) -> int:
    """Return the height of the 标志 and all above it in twip; of several names the last is 文件."""
    if not names:
        return 0
    measures = _mark(names, profile)
    lines = max(1, len(names) - 1)
    return measures.blank_lines * profile.line_twip + measures.before_twip + lines * measures.line_twip


def _mark(names: Sequence[str], profile: Profile) -> Mark:
    room = profile.type_width_twip / 20
    if len(names) == 1:
        return _measures(min(profile.mark_size_pt, room / width(names[0])), _LINE_EM, profile)
    *organs, word = names
    widest = room / (max(map(width, organs)) + _GAP_EM + width(word))
    highest = mm_to_pt(profile.mark_block_height_mm) / len(organs) / _JOINT_LINE_EM
    return _measures(min(profile.mark_size_pt, widest, highest), _JOINT_LINE_EM, profile)


def _measures(size_pt: float, line_em: float, profile: Profile) -> Mark:
    size = int(size_pt * 2) / 2
    line = round(size * 20 * line_em)
    ink = _BASELINE * line - profile.mark_ink_ascent_em * size * 20
    white = max(0, round(mm_to_twip(profile.mark_top_mm) - ink))
    blanks = min(_RESERVED_LINES, white // profile.line_twip)
    return Mark(size, line, blanks, white - blanks * profile.line_twip)


def _blanks(measures: Mark) -> list[BaseOxmlElement]:
    return [w("p", w("pPr", w("pStyle", val=style_id(NAME_GAP)))) for _ in range(measures.blank_lines)]


def _line(name: str, measures: Mark, before_twip: int, align: str | None = None) -> BaseOxmlElement:
    return w("p", _placed(measures, before_twip, align), run(name, None, *_size(measures)))


def _spread(name: str, longest: float, measures: Mark, before_twip: int) -> BaseOxmlElement:
    """Return a name spread over the width of the longest, by space between its characters."""
    gaps = len(name) - 1
    missing = (longest - width(name)) * measures.size_pt * 20
    if gaps < 1 or missing <= 0:
        return _line(name, measures, before_twip, "left")
    spaced = w("spacing", val=int(missing / gaps))
    most = run(name[:-1], None, spaced, *_size(measures))
    return w("p", _placed(measures, before_twip, "left"), most, run(name[-1], None, *_size(measures)))


def _placed(measures: Mark, before_twip: int, align: str | None) -> BaseOxmlElement:
    return w(
        "pPr",
        w("pStyle", val=style_id(Role.MARK)),
        w("spacing", before=before_twip, line=measures.line_twip, lineRule="exact"),
        w("jc", val=align) if align else None,
    )


def _size(measures: Mark) -> tuple[BaseOxmlElement, BaseOxmlElement]:
    half_points = pt_to_half_points(measures.size_pt)
    return w("sz", val=half_points), w("szCs", val=half_points)


def _cell(width_twip: int, paragraphs: list[BaseOxmlElement]) -> BaseOxmlElement:
    properties = w("tcPr", w("tcW", w=width_twip, type="dxa"), w("noWrap"), w("vAlign", val="center"))
    return w("tc", properties, *paragraphs)


def _table(columns: list[int], cells: list[BaseOxmlElement]) -> BaseOxmlElement:
    properties = w(
        "tblPr",
        w("tblW", w=sum(columns), type="dxa"),
        w("jc", val="center"),
        w("tblLayout", type="fixed"),
        no_cell_margins(),
    )
    grid = w("tblGrid", *(w("gridCol", w=column) for column in columns))
    return w("tbl", properties, grid, w("tr", *cells))


def _number(block: Block) -> BaseOxmlElement:
    """Return 发文字号 with the red line, which is the lower border of its style (7.2.5, 7.2.7)."""
    content = [run(block.text)] if block.text else []
    return w("p", w("pPr", w("pStyle", val=style_id(Role.NUMBER))), *content)
