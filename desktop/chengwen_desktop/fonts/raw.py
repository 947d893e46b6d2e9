"""Glyphs of the fonts really used: widths, ink, and what stands in for single characters that a font lacks.

Qt's raw fonts belong to the thread that made them; so each thread has its own. Widths are
plain numbers and shared.
"""

from __future__ import annotations

import threading
from functools import cache

from PySide6.QtGui import QFont, QRawFont, QTextLayout

from chengwen_desktop.fonts.found import FoundFont, found_font
from chengwen_templates.layout.shapes import Lettering

_DESIGN_PX = 1000
"""Size at which widths are asked for, so that no rounding to pixels shows."""

_own = threading.local()


def screen_font(found: FoundFont) -> QFont:
    """Return the font for widgets and painters; the caller gives it its size."""
    font = QFont()
    if found.family:
        font.setFamily(found.family)
    font.setWeight(QFont.Weight(found.weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def raw_font(name: str, character: str, size_pt: float) -> QRawFont:
    """Return the font that draws a character: the profile's as this machine has it, or what Qt takes for it.

    One unit of the painter is one pt.
    """
    return _sized(_drawing(name, character)[0], size_pt)


def glyph(name: str, character: str) -> int:
    """Return the number of a character's glyph in the font that draws it; 0 where no font has it."""
    return _drawing(name, character)[1]


def ink_top_em(name: str, character: str) -> float:
    """Return how far the ink of a character rises over the baseline, in em."""
    font, number = _drawing(name, character)
    return -font.boundingRect(number).top() / _DESIGN_PX


class QtAdvances:
    """The widths of the fonts really used, in em (the protocol of `layout.advances`)."""

    script_gap_em = 0.0

    def em(self, character: str, lettering: Lettering) -> float:
        """Return a character's width in em, the space added to it left out."""
        return _em(lettering.font, character)


@cache
def _em(name: str, character: str) -> float:
    font, number = _drawing(name, character)
    return font.advancesForGlyphIndexes([number], QRawFont.LayoutFlag.UseDesignMetrics)[0].x() / _DESIGN_PX


def _drawing(name: str, character: str) -> tuple[QRawFont, int]:
    """Return the font that draws a character, and its glyph there."""
    known: dict[tuple[str, str], tuple[QRawFont, int]] = _own.__dict__.setdefault("drawing", {})
    if (found := known.get((name, character))) is None:
        font = _font(name)
        if not (number := _glyph(font, character)):
            font = _merged(name, character)
            number = _glyph(font, character)
        found = known[name, character] = (font, number)
    return found


def _font(name: str) -> QRawFont:
    fonts: dict[str, QRawFont] = _own.__dict__.setdefault("fonts", {})
    if name not in fonts:
        fonts[name] = QRawFont.fromFont(_design_font(name))
    return fonts[name]


def _merged(name: str, character: str) -> QRawFont:
    """Return the font that Qt itself would draw the character in."""
    layout = QTextLayout(character, _design_font(name))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = layout.glyphRuns()
    return runs[0].rawFont() if runs else _font(name)


def _design_font(name: str) -> QFont:
    font = screen_font(found_font(name))
    font.setPixelSize(_DESIGN_PX)
    return font


def _sized(font: QRawFont, size_pt: float) -> QRawFont:
    """Return the font in a size; those it is made from are kept, so their ids are theirs alone."""
    sizes: dict[tuple[int, float], QRawFont] = _own.__dict__.setdefault("sizes", {})
    key = (id(font), size_pt)
    if key not in sizes:
        sizes[key] = QRawFont(font)
        sizes[key].setPixelSize(size_pt)
    return sizes[key]


def _glyph(font: QRawFont, character: str) -> int:
    return next(iter(font.glyphIndexesForString(character)), 0)
