"""版记: 抄送, 印发机关 and 印发日期 at the foot of the last face (GB/T 9704-2012 7.4).

The text stands in a floating table pinned to the foot of the type area and, being
inset by one character on each side, narrower than it; the rules, as wide as the
type area, are lines anchored in the table's paragraphs and move with them.
"""

from __future__ import annotations

from collections.abc import Sequence

from docx.oxml import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from chengwen_templates.content import Block
from chengwen_templates.layout.heights import imprint_row_twip
from chengwen_templates.export.runs import run
from chengwen_templates.export.style_properties import style_id
from chengwen_templates.export.styles import TAIL
from chengwen_templates.export.xml import no_cell_margins, w
from chengwen_templates.profile import Profile
from chengwen_templates.units import mm_to_emu, pt_to_twip, twip_to_emu

_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    }.items()
)
_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


def imprint_elements(blocks: Sequence[Block], profile: Profile) -> list[BaseOxmlElement]:
    """Return the floating table and the tiny paragraph that holds it; nothing without blocks."""
    if not blocks:
        return []
    width = _width(profile)
    rows = [_row(block, place, place == len(blocks) - 1, profile) for place, block in enumerate(blocks)]
    table = w("tbl", _properties(width), w("tblGrid", w("gridCol", w=width)), *rows)
    return [table, w("p", w("pPr", w("pStyle", val=style_id(TAIL))))]


def rule(number: int, offset_twip: int, thickness_mm: float, profile: Profile) -> BaseOxmlElement:
    """Return a run with a line as wide as the type area, `offset_twip` below its paragraph's top (7.4.1)."""
    inset = (profile.type_width_twip - _width(profile)) // 2
    length = twip_to_emu(profile.type_width_twip)
    return parse_xml(f"""<w:r {_NAMESPACES}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>
<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="{number}" behindDoc="0"
 locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="column"><wp:posOffset>{-twip_to_emu(inset)}</wp:posOffset></wp:positionH>
<wp:positionV relativeFrom="paragraph"><wp:posOffset>{twip_to_emu(offset_twip)}</wp:posOffset></wp:positionV>
<wp:extent cx="{length}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>
<wp:docPr id="{number}" name="版记分隔线{number}"/><wp:cNvGraphicFramePr/>
<a:graphic><a:graphicData uri="{_SHAPE}"><wps:wsp><wps:cNvCnPr/><wps:spPr>
<a:xfrm><a:off x="0" y="0"/><a:ext cx="{length}" cy="0"/></a:xfrm>
<a:prstGeom prst="line"><a:avLst/></a:prstGeom>
<a:ln w="{mm_to_emu(thickness_mm)}"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>
</wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor>
</w:drawing></mc:Choice></mc:AlternateContent></w:r>""")


def _width(profile: Profile) -> int:
    """Return the width of 版记's text: one character blank on each side (7.4.2)."""
    return profile.type_width_twip - 2 * pt_to_twip(profile.imprint_size_pt)


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


def _row(block: Block, place: int, last: bool, profile: Profile) -> BaseOxmlElement:
    height = imprint_row_twip(profile)
    thickness = profile.thin_rule_mm if place else profile.thick_rule_mm
    rules = [rule(2 * place + 1, 0, thickness, profile)]
    if last:
        rules.append(rule(2 * place + 2, height, profile.thick_rule_mm, profile))
    tabs = w("tabs", w("tab", val="right", pos=_width(profile))) if "\t" in block.text else None
    paragraph = w("p", w("pPr", w("pStyle", val=style_id(block.role)), tabs), *rules, run(block.text))
    cell = w("tc", w("tcPr", w("tcW", w=_width(profile), type="dxa")), paragraph)
    return w("tr", w("trPr", w("cantSplit"), w("trHeight", val=height, hRule="atLeast")), cell)
