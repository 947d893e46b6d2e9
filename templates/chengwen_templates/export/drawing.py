"""Straight lines as DrawingML, anchored where they stand."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from docx.oxml import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from chengwen_templates.units import twip_to_emu

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    }.items()
)
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


def anchored_line(
    left: int, top: int, length: int, thickness: float, colour: str, name: str, *, on_page: bool = True
) -> BaseOxmlElement:
    """Return a run with a level line; lengths in twip, `top` to its middle.

    Its place counts from the paper's corner, or (not `on_page`) from its column and paragraph.
    It has no number before `number_drawings`.
    """
    across, down = ("page", "page") if on_page else ("column", "paragraph")
    return parse_xml(f"""<w:r {NAMESPACES}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>
<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="0" behindDoc="0"
 locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="{across}"><wp:posOffset>{twip_to_emu(left)}</wp:posOffset></wp:positionH>
<wp:positionV relativeFrom="{down}"><wp:posOffset>{twip_to_emu(top)}</wp:posOffset></wp:positionV>
<wp:extent cx="{twip_to_emu(length)}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>
<wp:docPr id="0" name="{name}"/><wp:cNvGraphicFramePr/>
<a:graphic><a:graphicData uri="{_SHAPE}"><wps:wsp><wps:cNvCnPr/><wps:spPr>
<a:xfrm><a:off x="0" y="0"/><a:ext cx="{twip_to_emu(length)}" cy="0"/></a:xfrm>
<a:prstGeom prst="line"><a:avLst/></a:prstGeom>
<a:ln w="{round(thickness * 635)}"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></a:ln>
</wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor>
</w:drawing></mc:Choice></mc:AlternateContent></w:r>""")


def number_drawings(parts: Iterable[BaseOxmlElement]) -> None:
    """Give every drawing in the parts of a document an id, and a name, that no other has."""
    properties = chain.from_iterable(part.iter(f"{{{_DRAWING}}}docPr") for part in parts)
    for number, one in enumerate(properties, start=1):
        one.set("id", str(number))
        one.set("name", f"{one.get('name')}{number}")
