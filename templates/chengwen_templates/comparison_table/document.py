"""From content to WordprocessingML: paragraphs and tables, a landscape page, page numbers."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from docx.oxml.xmlchemy import BaseOxmlElement

from chengwen_templates.comparison_table.content import Cell, Paragraph, Role, Row, Table, TableDocument, plain
from chengwen_templates.comparison_table.phrases import phrase
from chengwen_templates.comparison_table.styles import CELL_MARGIN_MM, LINE_TWIP, PAGE_NUMBER, TABLE, TEXT_PT
from chengwen_templates.export.runs import run
from chengwen_templates.export.style_properties import style_id
from chengwen_templates.export.xml import w
from chengwen_templates.layout.title import break_title, width
from chengwen_templates.profile import Profile
from chengwen_templates.units import mm_to_pt, mm_to_twip

SIDE_MM = 18.0
TOP_MM = 19.0
BOTTOM_MM = 18.0
FOOTER_MM = 9.0
WHOLE_ROW = 0.55
"""Share of a page up to which a row is kept on one page."""


def elements(document: TableDocument, profile: Profile) -> list[BaseOxmlElement]:
    """Return the blocks of `w:body` without its section."""
    found = [
        _table(block, profile) if isinstance(block, Table) else _paragraph(_broken(block, profile))
        for block in document.blocks
    ]
    return found if isinstance(document.blocks[-1], Paragraph) else [*found, _after_table()]


def section(profile: Profile, footer_reference: str) -> BaseOxmlElement:
    """Return `w:sectPr` of a landscape page: the profile's paper turned, its footer named by relationship id."""
    reference = w("footerReference", type="default")
    reference.set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id", footer_reference)
    long, short = mm_to_twip(profile.page_height_mm), mm_to_twip(profile.page_width_mm)
    side = mm_to_twip(SIDE_MM)
    return w(
        "sectPr",
        reference,
        w("pgSz", w=long, h=short, orient="landscape"),
        w(
            "pgMar",
            top=mm_to_twip(TOP_MM),
            right=side,
            bottom=mm_to_twip(BOTTOM_MM),
            left=side,
            header=mm_to_twip(FOOTER_MM),
            footer=mm_to_twip(FOOTER_MM),
            gutter=0,
        ),
        w("cols", space=0),
    )


def footer() -> BaseOxmlElement:
    """Return `w:ftr` with the number of the page and of all pages."""
    before, rest = phrase("page", "number", page="\0", pages="\1").split("\0")
    between, after = rest.split("\1")
    properties = w("pPr", w("pStyle", val=style_id(PAGE_NUMBER)))
    return w("ftr", w("p", properties, run(before), *_field("PAGE"), run(between), *_field("NUMPAGES"), run(after)))


def _field(instruction: str) -> list[BaseOxmlElement]:
    code = w("instrText")
    code.text = instruction
    parts = (w("fldChar", fldCharType="begin"), code, w("fldChar", fldCharType="separate"), None)
    return [
        *(run("1") if part is None else w("r", part) for part in parts),
        w("r", w("fldChar", fldCharType="end")),
    ]


def _broken(paragraph: Paragraph, profile: Profile) -> Paragraph:
    """Return a title broken into lines as the house breaks them; other paragraphs as they are."""
    if paragraph.role is not Role.TITLE:
        return paragraph
    room = profile.page_height_mm - 2 * SIDE_MM
    lines = break_title(paragraph.words, int(mm_to_pt(room) / profile.title_size_pt) - 1)
    return plain(Role.TITLE, "\n".join(lines))


def _paragraph(paragraph: Paragraph) -> BaseOxmlElement:
    runs = (run(part.text, style_id(part.mark) if part.mark else None) for part in paragraph.runs if part.text)
    return w("p", w("pPr", w("pStyle", val=style_id(paragraph.role))), *runs)


def _after_table() -> BaseOxmlElement:
    """Return the empty paragraph that Word wants behind a table at the end."""
    return w("p", w("pPr", w("pStyle", val=style_id(Role.TAIL))))


def _table(table: Table, profile: Profile) -> BaseOxmlElement:
    edges = [mm_to_twip(sum(table.widths_mm[:count])) for count in range(len(table.widths_mm) + 1)]
    widths = [right - left for left, right in pairwise(edges)]
    head = Row(tuple((plain(Role.HEAD, text),) for text in table.head))
    return w(
        "tbl",
        w(
            "tblPr",
            w("tblStyle", val=style_id(TABLE)),
            w("tblW", w=sum(widths), type="dxa"),
            w("tblLayout", type="fixed"),
            w("tblLook", val="0420", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=0, noVBand=1),
        ),
        w("tblGrid", *(w("gridCol", w=width) for width in widths)),
        _row(head, widths, w("cantSplit"), w("tblHeader")),
        *(_row(row, widths, w("cantSplit") if _is_whole(row, table, profile) else None) for row in table.rows),
    )


def _row(row: Row, widths: Sequence[int], *properties: BaseOxmlElement | None) -> BaseOxmlElement:
    made = [part for part in properties if part is not None]
    if len(row.cells) == 1:
        cells = [_cell(row.cells[0], sum(widths), w("gridSpan", val=len(widths)))]
    else:
        cells = [_cell(cell, width) for cell, width in zip(row.cells, widths, strict=True)]
    return w("tr", w("trPr", *made) if made else None, *cells)


def _cell(cell: Cell, width_twip: int, span: BaseOxmlElement | None = None) -> BaseOxmlElement:
    properties = w("tcPr", w("tcW", w=width_twip, type="dxa"), span)
    return w("tc", properties, *(_paragraph(paragraph) for paragraph in cell or (plain(Role.TEXT, ""),)))


def _is_whole(row: Row, table: Table, profile: Profile) -> bool:
    """Tell whether a row is short enough to be moved to the next page as a whole."""
    widths = table.widths_mm if len(row.cells) > 1 else (sum(table.widths_mm),)
    lines = max(_lines(cell, width_mm) for cell, width_mm in zip(row.cells, widths, strict=True))
    room = mm_to_twip(profile.page_width_mm - TOP_MM - BOTTOM_MM)
    return lines * LINE_TWIP <= WHOLE_ROW * room


def _lines(cell: Cell, width_mm: float) -> int:
    room = mm_to_pt(width_mm - 2 * CELL_MARGIN_MM) / TEXT_PT
    return sum(max(1, math.ceil(width(paragraph.words) / room)) for paragraph in cell)
