"""版记: 抄送, 印发机关 and 印发日期 at the foot of the last face (GB/T 9704-2012 7.4).

The text stands in a floating table pinned to the foot of the type area and, being
inset by one character on each side, narrower than it; the rules, as wide as the
type area, are lines anchored in the table's paragraphs and move with them.
"""

from __future__ import annotations

from collections.abc import Sequence

from docx.oxml.xmlchemy import BaseOxmlElement

from chengwen_library.model import PageForm
from chengwen_library.styles import Role
from chengwen_templates.export.drawing import anchored_line
from chengwen_templates.export.runs import run
from chengwen_templates.export.shaping import paragraph_properties
from chengwen_templates.export.style_properties import style_id
from chengwen_templates.export.styles import TAIL
from chengwen_templates.export.xml import no_cell_margins, w
from chengwen_templates.layout.heights import imprint_line_twip, imprint_width_twip
from chengwen_templates.layout.lines import Cut
from chengwen_templates.layout.shapes import BLACK, shapes
from chengwen_templates.profile import Profile
from chengwen_templates.units import TWIP_PER_POINT, mm_to_pt

_HIGHEST_ROW = 31680
"""Twip; Word takes no more, and a row is higher where its words need it."""


def imprint_elements(rows: Sequence[Cut], page_form: PageForm, profile: Profile) -> list[BaseOxmlElement]:
    """Return the floating table and the tiny paragraph that holds it; nothing without rows.

    No rule stands between 主送 and 抄送 (7.3.2), and letters have none at all (10.1).
    """
    if not rows:
        return []
    width = imprint_width_twip(profile)
    ruled = page_form is not PageForm.LETTER
    made = [_row(rows, place, profile, ruled=ruled) for place in range(len(rows))]
    table = w("tbl", _properties(width), w("tblGrid", w("gridCol", w=width)), *made)
    return [table, tail()]


def tail(*, new_face: bool = False) -> BaseOxmlElement:
    """Return a paragraph that takes no room."""
    return w("p", w("pPr", w("pStyle", val=style_id(TAIL)), w("pageBreakBefore") if new_face else None))


def _rule(offset_twip: int, thickness_mm: float, profile: Profile) -> BaseOxmlElement:
    """Return a run with a line as wide as the type area, `offset_twip` below its paragraph's top (7.4.1)."""
    inset = (profile.type_width_twip - imprint_width_twip(profile)) // 2
    thickness = mm_to_pt(thickness_mm) * TWIP_PER_POINT
    return anchored_line(-inset, offset_twip, profile.type_width_twip, thickness, BLACK, "版记分隔线", on_page=False)


def _properties(width_twip: int) -> BaseOxmlElement:
    place = w(
        "tblpPr",
        leftFromText=0,
        rightFromText=0,
        vertAnchor="margin",
        horzAnchor="margin",
        tblpXSpec="center",
        tblpYSpec="bottom",
    )
    return w(
        "tblPr",
        place,
        w("tblOverlap", val="never"),
        w("tblW", w=width_twip, type="dxa"),
        w("tblLayout", type="fixed"),
        no_cell_margins(),
    )


def _row(rows: Sequence[Cut], place: int, profile: Profile, *, ruled: bool) -> BaseOxmlElement:
    row, width = rows[place], imprint_width_twip(profile)
    line, below = imprint_line_twip(profile)
    height = len(row.lines) * line + below
    rules = _rules(rows, place, height, profile) if ruled else []
    shape = shapes(profile)[row.paragraph.role]
    properties = paragraph_properties(row.paragraph.shape, shape)
    words = [run(one.text) for one in row.paragraph.runs]
    paragraph = w("p", w("pPr", w("pStyle", val=style_id(row.paragraph.role)), *properties), *rules, *words)
    cell = w("tc", w("tcPr", w("tcW", w=width, type="dxa")), paragraph)
    return w("tr", w("trPr", w("cantSplit"), w("trHeight", val=min(height, _HIGHEST_ROW), hRule="atLeast")), cell)


def _rules(rows: Sequence[Cut], place: int, height: int, profile: Profile) -> list[BaseOxmlElement]:
    """Return the rules above a row and, of the last one, below it (7.4.1)."""
    rules: list[BaseOxmlElement] = []
    if place == 0 or rows[place - 1].paragraph.role is not Role.MOVED_RECIPIENTS:
        thickness = profile.thin_rule_mm if place else profile.thick_rule_mm
        rules.append(_rule(0, thickness, profile))
    if place == len(rows) - 1:
        rules.append(_rule(height, profile.thick_rule_mm, profile))
    return rules
