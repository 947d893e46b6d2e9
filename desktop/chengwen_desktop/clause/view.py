"""The text of the chosen clause; its lines below and through words are painted by us, Qt's own are too thin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFontInfo,
    QPainter,
    QPaintEvent,
    QPen,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextLine,
)
from PySide6.QtWidgets import QTextEdit

from chengwen_desktop.clause.paragraphs import Mark, Paragraph, Run
from chengwen_desktop.text_lines import stretches
from chengwen_desktop.theme import current
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import bold, sized_font
from chengwen_library.model import Span

LINES = {Mark.ADDED: ("add", 2.0), Mark.REMOVED: ("delete", 1.5), Mark.SYNONYM: ("warn", 2.0)}
"""Colour and thickness in px of the line below added words and synonyms (dotted), and through removed words."""

GROUNDS = {Mark.HIT: "hit", Mark.ADDED: "add_bg", Mark.REMOVED: "del_bg"}


class ClauseView(QTextEdit):
    """A read-only text of paragraphs; `box` puts a frame round one of its numbered differences."""

    def __init__(self) -> None:
        super().__init__()
        self._marked: list[tuple[Span, Run, Mark]] = []
        self._boxed: int | None = None
        self.setAccessibleName(tr("条款全文"))
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(12)

    @property
    def boxed(self) -> int | None:
        """The number of the difference with the frame."""
        return self._boxed

    def write(self, paragraphs: Iterable[Paragraph]) -> None:
        """Show these paragraphs from the top."""
        self.clear()
        self._marked, self._boxed = [], None
        cursor = self.textCursor()
        for paragraph in paragraphs:
            self._write(cursor, paragraph)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def box(self, change: int) -> None:
        """Put the frame round a difference and show it."""
        self._boxed = change
        place = next((span[0] for span, run, _ in self._marked if run.change == change), None)
        if place is not None:
            cursor = self.textCursor()
            cursor.setPosition(place)
            self.setTextCursor(cursor)
            self.ensureCursorVisible()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the text, then the lines and the frame."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        for span, _, mark in self._marked:
            if mark in LINES:
                role, thickness = LINES[mark]
                painter.setPen(QPen(QColor(getattr(current.tokens(), role)), thickness, _style(mark)))
                for corner, line, left, right in self._pieces(span):
                    below = 3.5 if mark is not Mark.REMOVED else -line.ascent() * 0.34
                    height = corner.y() + line.y() + line.ascent() + below
                    painter.drawLine(QPointF(corner.x() + left, height), QPointF(corner.x() + right, height))
        self._paint_box(painter)

    def _paint_box(self, painter: QPainter) -> None:
        if self._boxed is None:
            return
        painter.setPen(QPen(QColor(current.tokens().accent), 2))
        spans = [span for span, run, _ in self._marked if run.change == self._boxed]
        if not spans:
            return
        for corner, line, left, right in self._pieces((spans[0][0], spans[-1][1])):
            top = corner.y() + line.y() - 1
            painter.drawRect(QRectF(corner.x() + left - 1, top, right - left + 2, line.height() + 5))

    def _pieces(self, span: Span) -> Iterator[tuple[QPointF, QTextLine, float, float]]:
        """Yield the pieces of a span that show: the corner of its block on the screen, its line, left and right."""
        start, end = span
        shift = QPointF(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        block = self.document().findBlock(start)
        while block.isValid() and block.position() < end:
            corner = self._corner(block) + shift
            inside = (start - block.position(), end - block.position())
            layout = block.layout()
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                for left, right in stretches(line, [inside]):
                    yield corner, line, left, right
            block = block.next()

    def _corner(self, block: QTextBlock) -> QPointF:
        return self.document().documentLayout().blockBoundingRect(block).topLeft()

    def _write(self, cursor: QTextCursor, paragraph: Paragraph) -> None:
        font = sized_font(paragraph.size)
        font = bold(font) if paragraph.is_bold else font
        shape = QTextBlockFormat()
        height = QFontInfo(font).pixelSize() * paragraph.leading
        shape.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        shape.setTopMargin(paragraph.before)
        shape.setBottomMargin(paragraph.after)
        if self.document().isEmpty():
            cursor.setBlockFormat(shape)
        else:
            cursor.insertBlock(shape)
        for run in paragraph.runs:
            words = QTextCharFormat()
            words.setFont(font)
            role = LINES[run.mark][0] if run.change is not None and run.mark else paragraph.role
            words.setForeground(QColor(getattr(current.tokens(), role)))
            if run.mark is not None and run.mark in GROUNDS:
                words.setBackground(QColor(getattr(current.tokens(), GROUNDS[run.mark])))
            start = cursor.position()
            cursor.insertText(run.text, words)
            if run.mark is not None:
                self._marked.append(((start, cursor.position()), run, run.mark))


def _style(mark: Mark) -> Qt.PenStyle:
    return Qt.PenStyle.DotLine if mark is Mark.SYNONYM else Qt.PenStyle.SolidLine
