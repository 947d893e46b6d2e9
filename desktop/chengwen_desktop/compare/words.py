"""Words laid out in a column, with changed ones underlined or struck as the design has it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QFont, QFontInfo, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption

from chengwen_desktop.clause.paragraphs import Mark
from chengwen_desktop.clause.view import GROUNDS, LINES
from chengwen_desktop.compare.pairs import Numbered
from chengwen_desktop.text_lines import stretches
from chengwen_desktop.theme.current import tokens

LEADING = 1.85
"""Distance of lines, of the font's size in px."""


class Words:
    """A text broken into lines of a width (px); `spans` are the changed words, all of one mark."""

    def __init__(
        self, text: str, spans: Sequence[Numbered], mark: Mark, font: QFont, width: float, role: str = "text"
    ) -> None:
        self._spans, self._mark, self._role = tuple(spans), mark, role
        self.leading = leading(font)
        self._layout = QTextLayout(text.replace("\n", "\u2028"), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setFormats([_format(mark, start, end) for start, end, _ in self._spans])
        self._layout.beginLayout()
        top = 0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top))
            top += self.leading
        self._layout.endLayout()
        self.height = top

    def draw(self, painter: QPainter, corner: QPointF, boxed: int | None = None) -> None:
        """Draw the words below a corner, with a frame round the change `boxed`."""
        shift = (self.leading - self._layout.lineAt(0).height()) / 2 if self._layout.lineCount() else 0
        corner = corner + QPointF(0, shift)
        painter.setPen(QColor(getattr(tokens(), self._role)))
        self._layout.draw(painter, corner)
        role, thickness = LINES[self._mark]
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            below = 3.5 if self._mark is Mark.ADDED else -line.ascent() * 0.34
            height = corner.y() + line.y() + line.ascent() + below
            painter.setPen(QPen(QColor(getattr(tokens(), role)), thickness))
            for left, right in stretches(line, [span[:2] for span in self._spans]):
                painter.drawLine(QPointF(corner.x() + left, height), QPointF(corner.x() + right, height))
            painter.setPen(QPen(QColor(tokens().accent), 2))
            for left, right in stretches(line, [span[:2] for span in self._spans if span[2] == boxed]):
                top = corner.y() + line.y() - 1
                painter.drawRect(QRectF(corner.x() + left - 1, top, right - left + 2, line.height() + 5))

    def top_of(self, change: int) -> int | None:
        """Return how far below the corner a change begins; None if it has no words here."""
        start = next((start for start, _, number in self._spans if number == change), None)
        return None if start is None else round(self._layout.lineForTextPosition(start).y())


def leading(font: QFont) -> int:
    """Return the distance of lines in px."""
    return round(QFontInfo(font).pixelSize() * LEADING)


def estimated_height(text: str, size: int, width: float) -> int:
    """Return about how high a text in a font of `size` px will be, without laying it out."""
    room = max(1, int(width / size))
    return sum(-(-len(line) // room) or 1 for line in text.split("\n")) * round(size * LEADING)


def _format(mark: Mark, start: int, end: int) -> QTextLayout.FormatRange:
    made: Any = QTextLayout.FormatRange()  # PySide's stubs leave out its members
    made.start, made.length = start, end - start
    look = QTextCharFormat()
    look.setBackground(QBrush(QColor(getattr(tokens(), GROUNDS[mark]))))
    look.setForeground(QBrush(QColor(getattr(tokens(), LINES[mark][0]))))
    made.format = look
    return made
