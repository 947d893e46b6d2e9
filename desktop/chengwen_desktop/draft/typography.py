"""The print fonts of the page and their substitutes on this machine (fonts.toml)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import tomli
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF

from chengwen_library.model import Form

TEXT_POINTS = 12.0
LINE_HEIGHT = 1.875
"""Of the text's size."""

TITLE_SIZE = 1.375
"""Of the text's size: 2号 to 3号, as printed."""

_FIRST = (Form.PART, Form.CHAPTER, Form.SECTION, Form.ARTICLE, Form.FIRST)


def text_font(zoom: float) -> QFont:
    """Return the font of the text: 仿宋, else a Song face."""
    return _font("text", zoom)


def heading_font(form: Form, zoom: float) -> QFont:
    """Return the font of a heading: 黑体 for the first level, 楷体 for the second, else the text's.

    Where the machine has no 楷体 the heading is the text's font in bold, so that it can be told apart.
    """
    if form in _FIRST:
        return _font("first", zoom)
    if form is not Form.SECOND:
        return _font("text", zoom)
    if _family("second"):
        return _font("second", zoom)
    font = _font("text", zoom)
    font.setBold(True)
    return font


def title_font(zoom: float) -> QFont:
    """Return the font of the measure's title; the substitutes of 小标宋 are bold."""
    font = _font("title", zoom * TITLE_SIZE)
    font.setBold(not font.family().startswith("方正小标宋"))
    return font


def line_height(font: QFont) -> float:
    """Return the distance of lines in px."""
    return QFontInfo(font).pixelSize() * LINE_HEIGHT


def em(font: QFont) -> float:
    """Return the width of one Chinese character in px."""
    return QFontMetricsF(font).horizontalAdvance("中")


def _font(role: str, zoom: float) -> QFont:
    font = QFont()
    family = _family(role)
    if family:
        font.setFamily(family)
    font.setPointSizeF(TEXT_POINTS * zoom)
    return font


@cache
def _family(role: str) -> str | None:
    table = tomli.loads(files("chengwen_desktop").joinpath("draft", "fonts.toml").read_text(encoding="utf-8"))
    known = set(QFontDatabase.families())
    return next((family for family in table[role] if family in known), None)
