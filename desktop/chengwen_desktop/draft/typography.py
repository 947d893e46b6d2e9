"""The fonts of the page as the editor shows them: those of the standard's profile, by the one rule of `fonts`."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF

from chengwen_desktop.fonts.found import found_font
from chengwen_desktop.fonts.raw import screen_font
from chengwen_library.model import Form
from chengwen_templates.profile import DEFAULT_PROFILE, load_profile

TEXT_POINTS = 12.0
LINE_HEIGHT = 1.875
"""Of the text's size."""

TITLE_SIZE = 1.375
"""Of the text's size: 2号 to 3号, as printed."""

_FIRST = (Form.PART, Form.CHAPTER, Form.SECTION, Form.ARTICLE, Form.FIRST)


@lru_cache(maxsize=64)
def text_font(zoom: float) -> QFont:
    """Return the font of the text: 仿宋, else a Song face. Fonts are kept: making one takes longer than a key may."""
    return _font(load_profile(DEFAULT_PROFILE).body_font, zoom)


@lru_cache(maxsize=256)
def heading_font(form: Form, zoom: float) -> QFont:
    """Return the font of a heading: 黑体 for the first level, 楷体 for the second, else the text's."""
    profile = load_profile(DEFAULT_PROFILE)
    if form in _FIRST:
        return _font(profile.first_heading_font, zoom)
    return _font(profile.second_heading_font if form is Form.SECOND else profile.body_font, zoom)


@lru_cache(maxsize=64)
def title_font(zoom: float) -> QFont:
    """Return the font of the measure's title."""
    return _font(load_profile(DEFAULT_PROFILE).title_font, zoom * TITLE_SIZE)


@lru_cache(maxsize=4096)
def number_advance(number: str, form: Form, zoom: float) -> float:
    """Return the width in px of a number as it stands before its unit."""
    return QFontMetricsF(heading_font(form, zoom)).horizontalAdvance(number)


@lru_cache(maxsize=64)
def indent(zoom: float) -> float:
    """Return the width in px of the indent of a paragraph's first line: 2 characters (GB/T 9704-2012 7.3.3)."""
    return 2 * em(text_font(zoom))


def line_height(font: QFont) -> float:
    """Return the distance of lines in px."""
    return QFontInfo(font).pixelSize() * LINE_HEIGHT


def em(font: QFont) -> float:
    """Return the width of one Chinese character in px."""
    return QFontMetricsF(font).horizontalAdvance("中")


def _font(name: str, zoom: float) -> QFont:
    font = screen_font(found_font(name))
    font.setHintingPreference(QFont.HintingPreference.PreferDefaultHinting)
    font.setPointSizeF(TEXT_POINTS * zoom)
    return font
