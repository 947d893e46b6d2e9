"""The building blocks of styles: fonts, sizes, lines, and a named paragraph style."""

from __future__ import annotations

from docx.oxml.xmlchemy import BaseOxmlElement

from chengwen_templates.export.xml import w
from chengwen_templates.profile import Profile
from chengwen_templates.units import pt_to_half_points

NORMAL = "a"
"""Id of the default paragraph style, which Chinese Word shows as 正文."""


def style_id(name: str) -> str:
    """Return the id of the style called `name`."""
    return name.replace(" ", "")


def paragraph_style(
    name: str,
    *properties: BaseOxmlElement,
    based: str | None = None,
    run: list[BaseOxmlElement] | None = None,
    link: str | None = None,
) -> BaseOxmlElement:
    """Return a paragraph style called `name`, based on the style `based` or on 正文, linked to `link`."""
    inherited = style_id(based) if based else NORMAL
    return w(
        "style",
        w("name", val=name),
        w("basedOn", val=inherited),
        w("link", val=style_id(link)) if link else None,
        w("uiPriority", val=1),
        w("qFormat"),
        w("pPr", *properties) if properties else None,
        w("rPr", *run) if run else None,
        type="paragraph",
        customStyle=1,
        styleId=style_id(name),
    )


def first_line_indent(profile: Profile) -> BaseOxmlElement:
    """Return the indent of a paragraph by two characters (7.3.3)."""
    return w("ind", firstLineChars=200, firstLine=2 * profile.character_twip)


def exact_line(height_twip: int, before: int = 0, after: int = 0) -> BaseOxmlElement:
    """Return `w:spacing` with lines of exactly `height_twip` and white (twip) before and after."""
    return w("spacing", before=before, after=after, line=height_twip, lineRule="exact")


def close_set(profile: Profile) -> BaseOxmlElement:
    """Return the run spacing that lets a line hold the profile's number of characters (5.2.3)."""
    return w("spacing", val=profile.character_spacing_twip)


def size(size_pt: float) -> tuple[BaseOxmlElement, BaseOxmlElement]:
    """Return the size in pt for Chinese and for other scripts."""
    half_points = pt_to_half_points(size_pt)
    return w("sz", val=half_points), w("szCs", val=half_points)


def fonts(name: str) -> BaseOxmlElement:
    """Return `w:rFonts` with one font for all scripts."""
    return w("rFonts", ascii=name, hAnsi=name, eastAsia=name, cs=name)
