"""印出来的样子: the example on white paper in both themes, with a frame round what the focused field says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit

from chengwen_desktop.creating.example import Kind, Line
from chengwen_desktop.draft.typography import heading_font, line_height, text_font, title_font
from chengwen_desktop.text_lines import stretches
from chengwen_desktop.theme.tokens import LIGHT
from chengwen_desktop.translation import tr
from chengwen_library.model import Form

ZOOM = 0.66
"""Of the editor's text."""

_CENTRED = (Kind.ORGAN, Kind.NUMBER, Kind.NOTICE_TITLE, Kind.TITLE)


class ExampleView(QTextEdit):
    """The example; it cannot be written in, and the focus passes it by."""

    def __init__(self) -> None:
        super().__init__()
        self._marked: list[tuple[int, int]] = []
        self.setAccessibleName(tr("印出来的样子"))
        self.setReadOnly(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(16)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(LIGHT.base))
        self.setPalette(palette)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show the lines, the first that is marked in view."""
        at = self.verticalScrollBar().value()
        self.clear()
        self._marked = []
        cursor = self.textCursor()
        for number, line in enumerate(lines):
            if number:
                cursor.insertBlock()
            self._write(cursor, line, lines[number - 1].kind if number else None)
        self.verticalScrollBar().setValue(at)
        if self._marked:
            cursor.setPosition(self._marked[0][0])
            self.setTextCursor(cursor)
            self.ensureCursorVisible()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the text, the red line below the 文号, and the frames."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        block = self.document().firstBlock()
        while block.isValid():
            if block.userState() == 1:
                box = self._box_of(block)
                painter.setPen(QPen(QColor(LIGHT.official), 1.5))
                painter.drawLine(QPointF(16, box.bottom() + 5), QPointF(self.viewport().width() - 16, box.bottom() + 5))
            block = block.next()
        painter.setPen(QPen(QColor(LIGHT.accent), 1.5))
        for start, end in self._marked:
            for box in self._boxes(start, end):
                painter.drawRect(box)

    def _write(self, cursor: QTextCursor, line: Line, above: Kind | None) -> None:
        font = _font(line.kind)
        shape = QTextBlockFormat()
        shape.setLineHeight(line_height(font) * 0.9, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        centred = line.kind in _CENTRED
        shape.setAlignment(
            Qt.AlignmentFlag.AlignHCenter
            if centred
            else Qt.AlignmentFlag.AlignRight
            if line.kind is Kind.RIGHT
            else Qt.AlignmentFlag.AlignLeft
        )
        if line.kind in (Kind.TEXT, Kind.FIRST):
            shape.setTextIndent(2 * font.pointSizeF() * self.logicalDpiX() / 72)
        is_new = above is not None and line.kind is not above
        gap = {Kind.TITLE: 28, Kind.NOTICE_TITLE: 10, Kind.FLUSH: 8, Kind.RIGHT: 8, Kind.IMPRINT: 12, Kind.NUMBER: 4}
        shape.setTopMargin(gap.get(line.kind, 4 if above in (Kind.TITLE, Kind.NOTICE_TITLE) else 0) if is_new else 0)
        shape.setBottomMargin(10 if line.kind is Kind.NUMBER else 0)
        cursor.setBlockFormat(shape)
        cursor.block().setUserState(1 if line.kind is Kind.NUMBER else 0)
        words = QTextCharFormat()
        words.setFont(font)
        red = QColor(LIGHT.official)
        words.setForeground(red if line.kind is Kind.ORGAN else QColor(LIGHT.text))
        start = cursor.position()
        cursor.insertText(line.text, words)
        if line.marked is not None:
            self._marked.append((start + line.marked[0], start + line.marked[1]))

    def _boxes(self, start: int, end: int) -> Iterator[QRectF]:
        block = self.document().findBlock(start)
        while block.isValid() and block.position() < end:
            corner = self._box_of(block).topLeft()
            inside = (start - block.position(), end - block.position())
            layout = block.layout()
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                for left, right in stretches(line, [inside]):
                    yield QRectF(corner.x() + left - 2, corner.y() + line.y() - 1, right - left + 4, line.height() + 3)
            block = block.next()

    def _box_of(self, block: QTextBlock) -> QRectF:
        box = self.document().documentLayout().blockBoundingRect(block)
        return box.translated(0, -self.verticalScrollBar().value())


def _font(kind: Kind) -> QFont:
    match kind:
        case Kind.ORGAN:
            font = QFont(title_font(ZOOM * 1.25))
            font.setBold(True)
            return font
        case Kind.NOTICE_TITLE | Kind.TITLE:
            return title_font(ZOOM * 0.95)
        case Kind.FIRST:
            return heading_font(Form.FIRST, ZOOM)
        case _:
            return text_font(ZOOM)
