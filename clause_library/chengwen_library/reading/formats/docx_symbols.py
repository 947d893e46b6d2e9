"""Characters that Word stores by their place in a symbol font (w:sym), and those it composes by fields."""

from __future__ import annotations

import re

from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

from chengwen_library.reading.formats.docx_numerals import circled
from chengwen_library.reading.formats.docx_xml import w

_PRIVATE = 0xF000
_FONTS = {
    "wingdings": {
        0x28: "☎", 0x2A: "✉", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x75: "◆", 0x76: "❖", 0x77: "◆",
        0x9F: "•", 0xA1: "○", 0xA4: "◉", 0xA7: "▪", 0xA8: "□", 0xAB: "★", 0xD8: "➢", 0xDF: "←", 0xE0: "→",
        0xE1: "↑", 0xE2: "↓", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
        **{0x80 + digit: circled(digit) or "⓪" for digit in range(11)},
        **{0x8B + digit: circled(digit) or "⓪" for digit in range(11)},
    },
    "wingdings 2": {0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "□", 0x98: "●"},
    "symbol": {0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xAE: "→"},
}  # fmt: skip
_ENCLOSED = re.compile(r"\s*eq\s*\\o\s*(?:\\a[clr]\s*)?\(\s*[○〇◯]\s*[,，;]\s*([0-9]{1,2})\s*\)\s*", re.IGNORECASE)


def symbol(element: Element) -> str:
    """Return the character of a w:sym; one of an unknown font stays in the private area, so that it is not lost."""
    try:
        code = int(element.get(w("char"), ""), 16)
        plain = chr(code)
    except (ValueError, OverflowError):
        return ""
    known = _FONTS.get(element.get(w("font"), "").lower(), {})
    found = known.get(code - _PRIVATE if code >= _PRIVATE else code, plain)
    return found if found.isprintable() or "\ue000" <= found < "\uf900" else ""


def composed(code: str) -> str:
    """Return what a field without a result shows: the enclosed number of 带圈字符; empty for any other."""
    match = _ENCLOSED.fullmatch(code)
    return circled(int(match.group(1))) if match is not None else ""
