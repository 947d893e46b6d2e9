"""The building blocks of styles: fonts, sizes, lines, and a named paragraph style."""

from __future__ import annotations

from docx.oxml.xmlchemy import BaseOxmlElement

from chengwen_templates.export.xml import w
from chengwen_templates.units import pt_to_half_points

NORMAL = "a"
"""Id of the default paragraph style, which Chinese Word shows as 正文."""


def style_id(name: str) -> str:
    """Return the id of the style called `name`."""
    return name.replace(" ", "")


def paragraph_style(
    name: str,
    *properties: BaseOxmlElement | None,
    based: str | None = None,
    run: list[BaseOxmlElement] | None = None,
    link: str | None = None,
    known_as: str | None = None,
) -> BaseOxmlElement:
    """Return a paragraph style called `name`, based on the style `based` or on 正文, linked to `link`.

    `known_as` is the name by which Word knows one of its own styles, `name` then stands
    beside it.
    """
    inherited = style_id(based) if based else NORMAL
    used = [one for one in properties if one is not None]
    return w(
        "style",
        w("name", val=known_as or name),
        w("aliases", val=name) if known_as else None,
        w("basedOn", val=inherited),
        w("link", val=style_id(link)) if link else None,
        w("uiPriority", val=1),
        w("qFormat"),
        w("pPr", *used) if used else None,
        w("rPr", *run) if run else None,
        type="paragraph",
        customStyle=None if known_as else 1,
        styleId=style_id(name),
    )


def exact_line(height_twip: int, before: int = 0, after: int = 0) -> BaseOxmlElement:
    """Return `w:spacing` with lines of exactly `height_twip` and white (twip) before and after."""
    return w("spacing", before=before, after=after, line=height_twip, lineRule="exact")


def size(size_pt: float) -> tuple[BaseOxmlElement, BaseOxmlElement]:
    """Return the size in pt for Chinese and for other scripts."""
    half_points = pt_to_half_points(size_pt)
    return w("sz", val=half_points), w("szCs", val=half_points)


def fonts(name: str) -> BaseOxmlElement:
    """Return `w:rFonts` with one font for all scripts."""
    return w("rFonts", ascii=name, hAnsi=name, eastAsia=name, cs=name)
