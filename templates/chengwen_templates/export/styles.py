"""The styles part: named styles for every element of an official document, in the shapes of the layout.

Numbers of headings are literal text; the heading styles carry outline levels, and
each is linked to a character style for headings that run into their text. The four
levels of the standard are Word's own headings 标题 1 to 标题 4.
"""

from __future__ import annotations

from docx.oxml.xmlchemy import BaseOxmlElement

from chengwen_library.styles import LEAD_SUFFIX, Role
from chengwen_templates.export.shaping import paragraph_properties, run_properties
from chengwen_templates.export.style_properties import NORMAL, exact_line, fonts, paragraph_style, size, style_id
from chengwen_templates.export.xml import no_cell_margins, w
from chengwen_templates.layout.heights import page_number_line_twip
from chengwen_templates.layout.shapes import Align, Shape, body_lettering, lead_lettering, shapes
from chengwen_templates.profile import Profile
from chengwen_templates.units import pt_to_twip

PAGE_NUMBER = "页码"
ODD_PAGE_NUMBER = "单页码"
EVEN_PAGE_NUMBER = "双页码"
BLACK_LETTERS = "黑体文字"
"""Style of words in 黑体 within a paragraph of another font: heads of tables, 出席, 密级 beside a number."""
SCRIPT_LETTERS = "楷体文字"
"""Style of words in 楷体 within a paragraph of another font: names of 签发人 (7.2.6)."""
TAIL = "版记定位"

_LEVELS = {
    Role.PART: 0,
    Role.CHAPTER: 0,
    Role.SECTION: 1,
    Role.ARTICLE: 2,
    Role.FIRST: 0,
    Role.SECOND: 1,
    Role.THIRD: 2,
    Role.FOURTH: 3,
}
_WORDS_OWN = {
    Role.FIRST: "heading 1",
    Role.SECOND: "heading 2",
    Role.THIRD: "heading 3",
    Role.FOURTH: "heading 4",
}
_BASED_ON = {Role.MEASURE_TITLE: Role.TITLE, Role.ANNEX_TITLE: Role.TITLE} | dict.fromkeys(
    (*_LEVELS, Role.NOTE, Role.ANNEX_LIST, Role.ATTENDANCE), Role.BODY
)


def styles(profile: Profile) -> BaseOxmlElement:
    """Return `w:styles` with everything the exporter uses, and nothing else."""
    roles = sorted(shapes(profile), key=lambda role: role in _BASED_ON)
    return w(
        "styles",
        _defaults(profile),
        w(
            "latentStyles",
            defLockedState=0,
            defUIPriority=99,
            defSemiHidden=1,
            defUnhideWhenUsed=1,
            defQFormat=0,
            count=376,
        ),
        *_built_in(),
        *(_of_role(role, profile) for role in roles),
        *(_of_lead(role, profile) for role in _LEVELS),
        _of_letters(BLACK_LETTERS, profile.first_heading_font),
        _of_letters(SCRIPT_LETTERS, profile.second_heading_font),
        *_page(profile),
    )


def _defaults(profile: Profile) -> BaseOxmlElement:
    characters = w(
        "rPr",
        fonts(profile.body_font),
        w("color", val="000000"),
        w("kern", val=0),
        *size(profile.body_size_pt),
        w("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA"),
    )
    paragraphs = w(
        "pPr",
        w("widowControl", val=0),
        w("overflowPunct", val=0),
        w("autoSpaceDE", val=0),
        w("autoSpaceDN", val=0),
        w("snapToGrid", val=0),
        exact_line(profile.line_twip),
    )
    return w("docDefaults", w("rPrDefault", characters), w("pPrDefault", paragraphs))


def _built_in() -> list[BaseOxmlElement]:
    """Return the four defaults that Word expects under their English names."""
    table = w("tblPr", w("tblInd", w=0, type="dxa"), no_cell_margins())
    normal = w("style", w("name", val="Normal"), w("qFormat"), type="paragraph", default=1, styleId=NORMAL)
    font = _hidden("character", "a0", "Default Paragraph Font")
    plain = _hidden("table", "a1", "Normal Table")
    plain.append(table)
    return [normal, font, plain, _hidden("numbering", "a2", "No List")]


def _hidden(kind: str, identity: str, name: str) -> BaseOxmlElement:
    return w(
        "style",
        w("name", val=name),
        w("uiPriority", val=99),
        w("semiHidden"),
        w("unhideWhenUsed"),
        type=kind,
        default=1,
        styleId=identity,
    )


def _of_role(role: Role, profile: Profile) -> BaseOxmlElement:
    """Return a role's style, which says in what it differs from the one it is based on.

    A heading may end a face, so that every face has its 22 lines (5.2.3).
    """
    shape, based = shapes(profile)[role], _BASED_ON.get(role)
    base = shapes(profile)[based] if based else _normal(profile)
    outline = w("outlineLvl", val=_LEVELS[role]) if role in _LEVELS else None
    return paragraph_style(
        role,
        *paragraph_properties(shape, base),
        outline,
        based=based,
        run=[fonts(shape.lettering.font)] if role in _LEVELS else run_properties(shape.lettering, base.lettering),
        link=role + LEAD_SUFFIX if role in _LEVELS else None,
        known_as=_WORDS_OWN.get(role),
    )


def _normal(profile: Profile) -> Shape:
    """Return the shape of 正文, as the defaults set it."""
    body = body_lettering(profile)
    return Shape(type(body)(body.font, body.size_pt), profile.line_twip, align=Align.LEFT)


def _of_lead(role: Role, profile: Profile) -> BaseOxmlElement:
    """Return the style of a heading's words where they run into the text."""
    return w(
        "style",
        w("name", val=role + LEAD_SUFFIX),
        w("link", val=style_id(role)),
        w("uiPriority", val=1),
        w("qFormat"),
        w("rPr", *run_properties(lead_lettering(role, profile))),
        type="character",
        customStyle=1,
        styleId=style_id(role + LEAD_SUFFIX),
    )


def _of_letters(name: str, font: str) -> BaseOxmlElement:
    return w(
        "style",
        w("name", val=name),
        w("uiPriority", val=1),
        w("qFormat"),
        w("rPr", fonts(font)),
        type="character",
        customStyle=1,
        styleId=style_id(name),
    )


def _page(profile: Profile) -> list[BaseOxmlElement]:
    """Return the styles of the page number, one character from the outer edge (7.5), and of what holds 版记."""
    number = [fonts(profile.page_number_font), *size(profile.page_number_size_pt)]
    blank = pt_to_twip(profile.page_number_size_pt)
    return [
        paragraph_style(PAGE_NUMBER, exact_line(page_number_line_twip(profile)), run=number),
        paragraph_style(ODD_PAGE_NUMBER, w("ind", right=blank), w("jc", val="right"), based=PAGE_NUMBER),
        paragraph_style(EVEN_PAGE_NUMBER, w("ind", left=blank), w("jc", val="left"), based=PAGE_NUMBER),
        paragraph_style(TAIL, exact_line(20), run=list(size(1))),
    ]
