"""The styles of a table document: named for what they are, fonts from the profile."""

from __future__ import annotations

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from chengwen_templates.comparison_table.content import Mark, Role
from chengwen_templates.export import styles as documents
from chengwen_templates.export.style_properties import exact_line, fonts, paragraph_style, size, style_id
from chengwen_templates.export.xml import w
from chengwen_templates.profile import Profile
from chengwen_templates.units import mm_to_twip

TABLE = "公文附表"
PAGE_NUMBER = "页码"
TEXT_PT = 10.5
"""五号, the size of all text in tables."""

LINE_TWIP = 310
"""A line of text in tables."""

CELL_MARGIN_MM = 1.6
_NOTE_PT = 11.0
_SECTION_PT = 14.0
_RULE = 4
_SHADE = "EDEDED"
_PLAIN_TABLE = "a1"
"""Id of Word's Normal Table in the house's documents."""


def styles(profile: Profile) -> BaseOxmlElement:
    """Return `w:styles`: the defaults of the house's documents, and the styles of the table."""
    part = documents.styles(profile)
    for style in part.findall(qn("w:style")):
        if style.get(qn("w:default")) is None:
            part.remove(style)
    part.extend([*_above(profile), *_cells(profile), *_marks(), _table()])
    return part


def _above(profile: Profile) -> list[BaseOxmlElement]:
    black, centre = profile.first_heading_font, w("jc", val="center")
    return [
        paragraph_style(
            Role.TITLE,
            w("keepNext"),
            exact_line(profile.title_line_twip, after=160),
            centre,
            w("outlineLvl", val=0),
            run=[fonts(profile.title_font), *size(profile.title_size_pt)],
        ),
        paragraph_style(
            Role.SECTION,
            w("keepNext"),
            exact_line(440, before=160, after=40),
            w("outlineLvl", val=1),
            run=[fonts(black), *size(_SECTION_PT)],
        ),
        paragraph_style(Role.NOTE, exact_line(350, after=20), w("jc", val="both"), run=[*size(_NOTE_PT)]),
        paragraph_style(PAGE_NUMBER, exact_line(360), centre, run=[fonts(profile.page_number_font), *size(TEXT_PT)]),
    ]


def _cells(profile: Profile) -> list[BaseOxmlElement]:
    black, script = fonts(profile.first_heading_font), fonts(profile.second_heading_font)
    small = [*size(TEXT_PT)]
    line, both = exact_line(LINE_TWIP), w("jc", val="both")
    return [
        paragraph_style(Role.TAIL, exact_line(20), run=[*size(1)]),
        paragraph_style(Role.TEXT, line, both, run=small),
        paragraph_style(
            Role.HEAD,
            w("keepNext"),
            exact_line(LINE_TWIP, before=60, after=60),
            w("jc", val="center"),
            based=Role.TEXT,
            run=[black],
        ),
        paragraph_style(
            Role.GROUP, w("keepNext"), exact_line(LINE_TWIP, before=40, after=40), based=Role.TEXT, run=[black]
        ),
        paragraph_style(Role.HEADING, w("jc", val="left"), based=Role.TEXT, run=[black]),
        paragraph_style(Role.SOURCE, w("jc", val="left"), based=Role.TEXT, run=[script]),
        paragraph_style(
            Role.VERDICT, exact_line(LINE_TWIP, after=40), w("jc", val="left"), based=Role.TEXT, run=[black]
        ),
        paragraph_style(Role.REMARK, exact_line(LINE_TWIP, after=20), w("jc", val="left"), based=Role.TEXT),
    ]


def _marks() -> list[BaseOxmlElement]:
    """Return the character styles: added words bold and underlined, removed ones struck."""
    return [
        _character(Mark.ADDED, w("b"), w("bCs"), w("u", val="single")),
        _character(Mark.REMOVED, w("strike")),
        _character(Mark.STRONG, w("b"), w("bCs")),
    ]


def _character(name: str, *properties: BaseOxmlElement) -> BaseOxmlElement:
    return w(
        "style",
        w("name", val=name),
        w("uiPriority", val=1),
        w("qFormat"),
        w("rPr", *properties),
        type="character",
        customStyle=1,
        styleId=style_id(name),
    )


def _table() -> BaseOxmlElement:
    """Return the table style: thin rules all round, a shaded head."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    margin = mm_to_twip(CELL_MARGIN_MM)
    margins = {"top": 40, "left": margin, "bottom": 40, "right": margin}
    head = w("tblStylePr", w("tcPr", w("shd", val="clear", color="auto", fill=_SHADE), w("vAlign", val="center")))
    head.set(qn("w:type"), "firstRow")
    return w(
        "style",
        w("name", val=TABLE),
        w("basedOn", val=_PLAIN_TABLE),
        w("uiPriority", val=1),
        w("qFormat"),
        w(
            "tblPr",
            w("tblBorders", *(w(side, val="single", sz=_RULE, space=0, color="auto") for side in sides)),
            w("tblCellMar", *(w(side, w=width, type="dxa") for side, width in margins.items())),
        ),
        head,
        type="table",
        customStyle=1,
        styleId=style_id(TABLE),
    )
