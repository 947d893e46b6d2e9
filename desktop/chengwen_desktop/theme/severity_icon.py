"""The mark of a severity as an icon for buttons and lists."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QIcon, QIconEngine, QPainter

from chengwen_desktop.theme.icons import Drawn
from chengwen_desktop.theme.marks import Severity, paint_severity

MARK = 16
"""Size of the mark in px."""


def severity_icon(severity: Severity) -> QIcon:
    """Return the mark; it follows the theme."""
    return QIcon(_Mark(severity))


class _Mark(Drawn):
    """The mark of a severity as an icon; it follows the theme."""

    def __init__(self, severity: Severity) -> None:
        super().__init__()
        self._severity = severity

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:  # noqa: ARG002
        """Draw the mark so that it fills `rect`."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_severity(painter, QRectF(rect), self._severity)
        painter.restore()

    def clone(self) -> QIconEngine:
        """Return a copy; Qt asks for one when an icon is changed."""
        return _Mark(self._severity)
