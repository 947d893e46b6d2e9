"""Headers and footers: page numbers on both sides of the sheet, and the double rules of a letter (7.5, 8, 10.1)."""

from __future__ import annotations

from docx.oxml import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from chengwen_templates.export.drawing import NAMESPACES, anchored_line
from chengwen_templates.export.runs import run
from chengwen_templates.export.style_properties import style_id
from chengwen_templates.export.styles import EVEN_PAGE_NUMBER, ODD_PAGE_NUMBER, PAGE_NUMBER
from chengwen_templates.export.xml import w
from chengwen_templates.layout.head import double_rule_twip, letter_rule_top_twip
from chengwen_templates.layout.heights import page_number_line_twip
from chengwen_templates.profile import Profile
from chengwen_templates.units import mm_to_twip, pt_to_twip, twip_to_emu

_DASH = "—"
DASH_EM = 0.36
"""How far the ink of a dash rises over the baseline, in em."""

_BASELINE = 0.8
_NUMBER_ROOM_MM = 40


def number_footer(*, odd: bool) -> BaseOxmlElement:
    """Return `w:ftr` with — 1 —, one character from the outer edge of the type area (7.5)."""
    return w("ftr", _number(odd=odd))


def empty_footer() -> BaseOxmlElement:
    """Return the footer of a face without a number."""
    return w("ftr", w("p", w("pPr", w("pStyle", val=style_id(PAGE_NUMBER)))))


def turned_number_footer(profile: Profile, *, odd: bool) -> BaseOxmlElement:
    """Return the footer of a face that lies across: its number stands where upright faces have theirs (8).

    The sheet is turned to the right, so that the head of the table lies at its left edge;
    the number is a box with its words turned, in the margin at the left, as far from that
    edge as an upright footer is from the paper's foot.
    """
    room, line = mm_to_twip(_NUMBER_ROOM_MM), page_number_line_twip(profile)
    edge = mm_to_twip(profile.margin_outer_mm)
    top = mm_to_twip(profile.page_width_mm) - edge - room if odd else edge
    left = footer_distance_twip(profile)
    box = _turned_box(left, top, line, room, _number(odd=odd))
    return w("ftr", w("p", w("pPr", w("pStyle", val=style_id(PAGE_NUMBER))), box))


def letter_header(profile: Profile) -> BaseOxmlElement:
    """Return the header of a letter's first face: a thick over a thin red rule, and at the foot the reverse (10.1)."""
    width = mm_to_twip(profile.letter_rule_width_mm)
    left = (mm_to_twip(profile.page_width_mm) - width) // 2
    foot = mm_to_twip(profile.page_height_mm - profile.letter_rule_bottom_mm) - double_rule_twip(profile)
    thick, thin, apart = (
        pt_to_twip(one)
        for one in (profile.letter_thick_rule_pt, profile.letter_thin_rule_pt, profile.letter_rules_apart_pt)
    )
    lines: list[BaseOxmlElement] = []
    for top, (first, second) in ((letter_rule_top_twip(profile), (thick, thin)), (foot, (thin, thick))):
        for offset, height in ((0, first), (first + apart, second)):
            lines.append(anchored_line(left, top + offset + height // 2, width, height, profile.red, "信函格式双线"))
    return w("hdr", w("p", w("pPr", w("pStyle", val=style_id(PAGE_NUMBER))), *lines))


def empty_header() -> BaseOxmlElement:
    """Return the header of the other faces of a letter."""
    return w("hdr", w("p", w("pPr", w("pStyle", val=style_id(PAGE_NUMBER)))))


def footer_distance_twip(profile: Profile) -> int:
    """Return how far the footer's line ends above the paper's lower edge, so that 7.5 holds.

    The top of the dash lies `page_number_gap_mm` below the type area.
    """
    bottom = mm_to_twip(profile.margin_bottom_mm) - mm_to_twip(profile.page_number_gap_mm)
    dash = round(DASH_EM * profile.page_number_size_pt * 20)
    below_baseline = round((1 - _BASELINE) * page_number_line_twip(profile))
    return max(0, bottom - dash - below_baseline)


def _number(*, odd: bool) -> BaseOxmlElement:
    properties = w("pPr", w("pStyle", val=style_id(ODD_PAGE_NUMBER if odd else EVEN_PAGE_NUMBER)))
    return w("p", properties, run(f"{_DASH} "), *_page_field(), run(f" {_DASH}"))


def _page_field() -> list[BaseOxmlElement]:
    instruction = w("instrText")
    instruction.text = "PAGE"
    return [
        w("r", w("fldChar", fldCharType="begin")),
        w("r", instruction),
        w("r", w("fldChar", fldCharType="separate")),
        run("1"),
        w("r", w("fldChar", fldCharType="end")),
    ]


def _turned_box(left: int, top: int, width: int, height: int, paragraph: BaseOxmlElement) -> BaseOxmlElement:
    """Return a run with a box (twip, from the paper's edges) whose words are turned to the right."""
    made = parse_xml(f"""<w:r {NAMESPACES}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>
<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="0" behindDoc="0"
 locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="page"><wp:posOffset>{twip_to_emu(left)}</wp:posOffset></wp:positionH>
<wp:positionV relativeFrom="page"><wp:posOffset>{twip_to_emu(top)}</wp:posOffset></wp:positionV>
<wp:extent cx="{twip_to_emu(width)}" cy="{twip_to_emu(height)}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>
<wp:wrapNone/><wp:docPr id="0" name="页码"/><wp:cNvGraphicFramePr/>
<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>
<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>
<a:ext cx="{twip_to_emu(width)}" cy="{twip_to_emu(height)}"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>
<wps:txbx><w:txbxContent/></wps:txbx>
<wps:bodyPr vert="vert" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"/></wps:wsp>
</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>""")
    next(made.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}txbxContent")).append(paragraph)
    return made
