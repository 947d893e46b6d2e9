"""What the lines under and through words mean in 对照: above the two columns, always in view."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from chengwen_desktop.clause.paragraphs import Mark
from chengwen_desktop.clause.view import GROUNDS, LINES
from chengwen_desktop.compare.cells import columns
from chengwen_desktop.theme.current import tokens
from chengwen_desktop.translation import marked, tr
from chengwen_desktop.widgets import NOTE, bold, sized_font

LEGEND = (
    (Mark.ADDED, marked("本措施"), marked("下划线"), marked("本条有、先例没有")),
    (Mark.REMOVED, marked("最佳先例"), marked("删除线"), marked("先例有、本条没有")),
)


class CompareLegend(QWidget):
    """The line; its columns are those of the list below it."""

    def __init__(self, below: QWidget) -> None:
        super().__init__()
        self._below = below
        below.installEventFilter(self)
        told = tr("；").join(
            tr("{head}：{line} {meaning}", head=tr(head), line=tr(line), meaning=tr(meaning))
            for _, head, line, meaning in LEGEND
        )
        self.setAccessibleName(told)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the height of a table's head."""
        return QSize(300, max(28, self.fontMetrics().height() + 8))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Follow the columns."""
        if event.type() == QEvent.Type.Resize:
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Draw both halves."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens().window))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(tokens().line))
        found = columns(self._below.width())
        for left, (mark, head, line, meaning) in zip((found.left, found.right), LEGEND, strict=True):
            at = self._write(painter, left, tr(head), bold(self.font()), "text") + 12
            at = self._write_marked(painter, at, tr(line), mark) + 8
            room = left + found.width - at
            words = QFontMetrics(sized_font(NOTE)).elidedText(tr(meaning), Qt.TextElideMode.ElideRight, room)
            self._write(painter, at, words, sized_font(NOTE), "text2")

    def _write(self, painter: QPainter, left: int, words: str, font: QFont, role: str) -> int:
        painter.setFont(font)
        painter.setPen(QColor(getattr(tokens(), role)))
        width = painter.fontMetrics().horizontalAdvance(words)
        painter.drawText(QRect(left, 0, width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, words)
        return left + width

    def _write_marked(self, painter: QPainter, left: int, words: str, mark: Mark) -> int:
        font = sized_font(NOTE)
        metrics = QFontMetrics(font)
        role, thickness = LINES[mark]
        width = metrics.horizontalAdvance(words)
        top = (self.height() - metrics.height()) // 2
        painter.fillRect(QRect(left, top, width, metrics.height()), QColor(getattr(tokens(), GROUNDS[mark])))
        end = self._write(painter, left, words, font, role)
        painter.setPen(QPen(QColor(getattr(tokens(), role)), thickness))
        base = top + metrics.ascent()
        height = base + 3.0 if mark is Mark.ADDED else base - metrics.ascent() * 0.34
        painter.drawLine(QPointF(left, height), QPointF(left + width, height))
        return end
