"""The styles part: named styles for every element of an official document.

Numbers of headings are literal text; the heading styles carry outline levels, and
each is linked to a character style for headings that run into their text.
"""

from __future__ import annotations

from docx.oxml.xmlchemy import BaseOxmlElement

from chengwen_templates.content import Role
from chengwen_templates.layout.heights import imprint_line_twip, number_to_rule_pt, page_number_line_twip
from chengwen_templates.export.style_properties import (
    NORMAL,
    close_set,
    exact_line,
    first_line_indent,
    fonts,
    paragraph_style,
    size,
    style_id,
)
from chengwen_templates.export.xml import no_cell_margins, w
from chengwen_templates.profile import Profile
from chengwen_templates.units import pt_to_eighths

PAGE_NUMBER = "页码"
TAIL = "版记定位"
NAME_GAP = "版头空行"
RUN_IN = "字符"
"""What is added to a heading style's name to name its linked character style."""

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


def styles(profile: Profile) -> BaseOxmlElement:
    """Return `w:styles` with everything the exporter uses, and nothing else."""
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
        *_head(profile),
        *_titles(profile),
        *_body(profile),
        *_headings(profile),
        *_ending(profile),
        *_imprint(profile),
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


def _head(profile: Profile) -> list[BaseOxmlElement]:
    """Return the styles of 版头 (7.2); sizes of the 标志 vary and are set in its runs."""
    rule = w(
        "pBdr",
        w(
            "bottom",
            val="single",
            sz=pt_to_eighths(profile.red_rule_pt),
            space=number_to_rule_pt(profile),
            color=profile.red,
        ),
    )
    blank = profile.number_blank_lines * profile.line_twip
    return [
        paragraph_style(NAME_GAP),
        paragraph_style(
            Role.MARK,
            w("jc", val="center"),
            run=[fonts(profile.mark_font), w("color", val=profile.red), *size(profile.mark_size_pt)],
        ),
        paragraph_style(
            Role.NUMBER,
            rule,
            exact_line(profile.line_twip, before=blank),
            w("jc", val="center"),
            run=[close_set(profile)],
        ),
    ]


def _titles(profile: Profile) -> list[BaseOxmlElement]:
    """Return the styles of titles, 2号小标宋 (7.3.1, 7.3.7), and of the mark of an annex."""
    large = [fonts(profile.title_font), *size(profile.title_size_pt)]
    blank, centre = profile.line_twip, w("jc", val="center")
    first = paragraph_style(
        Role.TITLE, w("keepNext"), exact_line(profile.title_line_twip, before=2 * blank, after=blank), centre, run=large
    )
    black = [fonts(profile.first_heading_font), close_set(profile)]
    return [
        first,
        paragraph_style(Role.MEASURE_TITLE, w("keepNext"), w("pageBreakBefore"), based=Role.TITLE),
        paragraph_style(Role.ANNEX_TITLE, w("keepNext"), based=Role.TITLE),
        paragraph_style(Role.ANNEX_MARK, w("keepNext"), w("pageBreakBefore"), run=black),
    ]


def _body(profile: Profile) -> list[BaseOxmlElement]:
    """Return 公文正文 and what is set like it (7.3.2 to 7.3.4, 7.3.6)."""
    close = [close_set(profile)]
    body = paragraph_style(Role.BODY, first_line_indent(profile), w("jc", val="both"), run=close)
    recipients = paragraph_style(Role.RECIPIENTS, w("keepNext"), w("jc", val="both"), run=close)
    return [
        body,
        recipients,
        paragraph_style(Role.NOTE, based=Role.BODY),
        paragraph_style(Role.ANNEX_LIST, based=Role.BODY),
    ]


def _headings(profile: Profile) -> list[BaseOxmlElement]:
    """Return the heading styles (7.3.3) in pairs of paragraph and linked character style."""
    black, script = profile.first_heading_font, profile.second_heading_font
    faces = dict.fromkeys(_LEVELS, profile.body_font) | {
        Role.PART: black,
        Role.CHAPTER: black,
        Role.SECTION: black,
        Role.ARTICLE: black,
        Role.FIRST: black,
        Role.SECOND: script,
    }
    return [style for role, face in faces.items() for style in _heading(profile, role, face)]


def _heading(profile: Profile, role: Role, face: str) -> list[BaseOxmlElement]:
    """Return a heading's two styles; a heading may end a face, so that every face has its 22 lines (5.2.3)."""
    outline = w("outlineLvl", val=_LEVELS[role])
    centred = role in (Role.PART, Role.CHAPTER, Role.SECTION)
    place = (w("ind", firstLineChars=0, firstLine=0), w("jc", val="center")) if centred else ()
    paragraph = paragraph_style(role, *place, outline, based=Role.BODY, run=[fonts(face)], link=role + RUN_IN)
    return [
        paragraph,
        w(
            "style",
            w("name", val=role + RUN_IN),
            w("link", val=style_id(role)),
            w("uiPriority", val=1),
            w("qFormat"),
            w("rPr", fonts(face), close_set(profile)),
            type="character",
            customStyle=1,
            styleId=style_id(role + RUN_IN),
        ),
    ]


def _ending(profile: Profile) -> list[BaseOxmlElement]:
    """Return 署名 and 成文日期 (7.3.5.2); their indents depend on the words and are set there."""
    close = [close_set(profile)]
    return [
        paragraph_style(Role.SIGNATURE, w("keepNext"), run=close),
        paragraph_style(Role.DATE, run=close),
    ]


def _imprint(profile: Profile) -> list[BaseOxmlElement]:
    """Return the styles of 版记 (7.4) and page number (7.5)."""
    small = list(size(profile.imprint_size_pt))
    line, below = imprint_line_twip(profile)
    number = [fonts(profile.page_number_font), *size(profile.page_number_size_pt)]
    hanging = round(profile.imprint_size_pt * 20 * 3)
    return [
        paragraph_style(
            Role.COPIES,
            exact_line(line, after=below),
            w("ind", left=hanging, hanging=hanging),
            w("jc", val="both"),
            run=small,
        ),
        paragraph_style(Role.IMPRINT, exact_line(line, after=below), run=list(size(profile.imprint_size_pt))),
        paragraph_style(PAGE_NUMBER, exact_line(page_number_line_twip(profile)), run=number),
        paragraph_style(TAIL, exact_line(20), run=list(size(1))),
    ]
