"""The small framed words that say what a line or a row is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from chengwen_desktop.theme.current import tokens
from chengwen_desktop.widgets import NOTE, sized_font

PADDING = 6.0
"""Px between the words of a chip and its edges at the sides."""


def chip_width(words: str) -> float:
    """Return the width in px of a chip with these words."""
    return QFontMetricsF(sized_font(NOTE)).horizontalAdvance(words) + 2 * PADDING


def paint_chip(painter: QPainter, words: str, left: float, middle: float, role: str = "text2") -> float:
    """Paint a chip from `left` on, centred on `middle`, its words in the colour `role`; return its width."""
    width = chip_width(words)
    height = QFontMetricsF(sized_font(NOTE)).height() + 2
    box = QRectF(left, middle - height / 2, width, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens().line), 1))
    painter.setBrush(QColor(tokens().raised))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.setFont(sized_font(NOTE))
    painter.setPen(QColor(getattr(tokens(), role)))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()
    return width
