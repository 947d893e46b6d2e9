"""Runs of text: the pieces of a paragraph with the hints that Chinese punctuation needs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from chengwen_library.storable import storable
from chengwen_templates.export.xml import w

_AMBIGUOUS = re.compile(
    "[\u00a7\u00b0\u00b1\u00b7\u00d7\u00f7\u2010-\u2027\u2030-\u203b\u2103\u2116\u2160-\u217f\u2190-\u22ff\u2460-\u24ff\u25a0-\u26ff]"
)


def run(text: str, style: str | None = None, *properties: BaseOxmlElement) -> BaseOxmlElement:
    """Return a `w:r` with the text, in the character style `style` (its id) if given.

    Quotes, dashes, ellipses and other signs that Word would take for Western are
    marked as East Asian. A tab in the text becomes `w:tab`, a line feed `w:br`;
    characters that XML cannot hold are left out.
    """
    clean = storable(text)
    named = [w("rStyle", val=style)] if style else []
    formatting = [*named, *(_hinted(properties) if _AMBIGUOUS.search(clean) else properties)]
    return w("r", w("rPr", *formatting) if formatting else None, *_text(clean))


def _hinted(properties: Sequence[BaseOxmlElement]) -> list[BaseOxmlElement]:
    """Return the properties with the hint, in `w:rFonts` where that stands among them."""
    fonts = next((one for one in properties if one.tag == qn("w:rFonts")), None)
    if fonts is None:
        return [w("rFonts", hint="eastAsia"), *properties]
    fonts.set(qn("w:hint"), "eastAsia")
    return list(properties)


def _text(text: str) -> list[BaseOxmlElement]:
    parts = re.split("([\t\n])", text)
    return [w("tab") if part == "\t" else w("br") if part == "\n" else _words(part) for part in parts if part]


def _words(text: str) -> BaseOxmlElement:
    element = w("t")
    element.text = text
    if text != text.strip():
        element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element
