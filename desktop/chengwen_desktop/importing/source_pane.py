"""原文: the lines of the source with their numbers; what was left out is struck through, with a chip that says why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QSyntaxHighlighter,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from chengwen_desktop.importing.chips import chip_width, paint_chip
from chengwen_desktop.importing.model import Review
from chengwen_desktop.importing.nodes import Places, Stretch
from chengwen_desktop.theme import current
from chengwen_desktop.theme.current import tokens
from chengwen_desktop.translation import tr
from chengwen_library.reading.corrections import Corrections, Spot
from chengwen_library.reading.source import Segment

RIGHT = 12
"""Px right of the text."""

LEADING = 150
"""Distance of lines in percent."""


class SourcePane(QTextEdit):
    """The source, which is never changed; the caret shows what the keys act on. `moved` carries its new place."""

    moved = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[Segment] = ()
        self._numbers: dict[int, list[int]] = {}
        self._review: Review | None = None
        self._chips: dict[int, str] = {}
        self.setReadOnly(True)
        keyboard, mouse = (
            Qt.TextInteractionFlag.TextSelectableByKeyboard,
            Qt.TextInteractionFlag.TextSelectableByMouse,
        )
        self.setTextInteractionFlags(keyboard | mouse)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setAcceptRichText(False)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("原文"))
        self.document().setDocumentMargin(4)
        self._strikes = _Strikes(self)
        self.cursorPositionChanged.connect(self._on_moved)
        current.changed.connect(self._strikes.rehighlight)

    def show_review(self, review: Review) -> None:
        """Show the source as the review reads it; the caret stays."""
        is_new = self._review is None or self._review.source is not review.source
        self._review = review
        with QSignalBlocker(self):
            if is_new:
                self._lines = review.source.all_lines()
                self._numbers = {}
                for number, line in enumerate(self._lines):
                    self._numbers.setdefault(line.line, []).append(number)
                self.setPlainText("\n".join(line.raw.replace("\n", " ") for line in self._lines))
            self._mark(review.places, review.state.corrections, everything=is_new)
        self._strikes.show(self._lines, review.places)
        self.viewport().update()

    def go_to(self, place: Spot) -> None:
        """Put the caret at a place of the source and bring it into view."""
        number = self._block_of(place)
        if number is None:
            return
        block = self.document().findBlockByNumber(number)
        cursor = QTextCursor(block)
        inside = _units(self._lines[number].raw, place[1] - self._lines[number].start)
        cursor.setPosition(block.position() + min(inside, block.length() - 1))
        scrolled, box = self.verticalScrollBar().value(), self._rect(block)
        with QSignalBlocker(self):
            self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(scrolled)  # Qt leaves the line at the very edge
        if box.top() < 0 or box.bottom() > self.viewport().height():
            self.verticalScrollBar().setValue(scrolled + round(box.top() - self.viewport().height() / 3))
        self.viewport().update()

    @property
    def place(self) -> Spot:
        """The place of the source where the caret stands."""
        cursor = self.textCursor()
        line = self._lines[cursor.blockNumber()]
        return line.line, line.start + _points(line.raw, cursor.positionInBlock())

    def chip(self, line: int) -> str:
        """Return the words of the chip on a source line; empty if it has none."""
        number = self._block_of((line, 0))
        return self._chips.get(number, "") if number is not None else ""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the band of the current line, the text, then numbers, chips and cuts."""
        if self._lines:
            painter = QPainter(self.viewport())
            self._paint_band(painter)
            painter.end()
        super().paintEvent(event)
        if self._lines:
            painter = QPainter(self.viewport())
            self._paint_margin(painter, event)
            painter.end()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Give the numbers the room that another font needs."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._review is not None:
            with QSignalBlocker(self):
                self._mark(self._review.places, self._review.state.corrections, everything=True)

    def _mark(self, places: Places, corrections: Corrections, *, everything: bool) -> None:
        """Note the chips, and keep room for them at the right of their lines."""
        before, self._chips = self._chips, {}
        stretches = sorted(places.left_out.items())
        for _, stretch in stretches:
            number = self._block_of((stretch.line, stretch.span[0]))
            if number is not None and stretch.whole:
                self._chips.setdefault(number, stretch.reason)
        for place in corrections.joins:
            number = self._block_of(place)
            if number is not None:
                self._chips.setdefault(number, tr("并入上行"))
        blocks = range(len(self._lines)) if everything else sorted(before.keys() | self._chips.keys())
        left = QFontMetricsF(self.font()).horizontalAdvance("0000") + 20
        for number in blocks:
            if everything or before.get(number) != self._chips.get(number):
                self._shape(number, left)

    def _shape(self, number: int, left: float) -> None:
        words = self._chips.get(number)
        shape = QTextBlockFormat()
        shape.setLeftMargin(left)
        shape.setRightMargin(RIGHT + (chip_width(words) + 8 if words else 0))
        shape.setTopMargin(3)
        shape.setBottomMargin(3)
        shape.setLineHeight(LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        QTextCursor(self.document().findBlockByNumber(number)).setBlockFormat(shape)

    def _block_of(self, place: Spot) -> int | None:
        found = [n for n in self._numbers.get(place[0], ()) if self._lines[n].start <= place[1]]
        return found[-1] if found else None

    def _rect(self, block: QTextBlock) -> QRectF:
        box = self.document().documentLayout().blockBoundingRect(block)
        return box.translated(0, -self.verticalScrollBar().value())

    def _paint_band(self, painter: QPainter) -> None:
        box = self._rect(self.textCursor().block())
        ground = QRectF(0, box.top() - 2, self.viewport().width(), box.height() + 1)
        painter.fillRect(ground, QColor(tokens().sel if self.hasFocus() else tokens().sel_off))
        if self.hasFocus():
            painter.fillRect(QRectF(0, ground.top(), 3, ground.height()), QColor(tokens().accent))

    def _paint_margin(self, painter: QPainter, event: QPaintEvent) -> None:
        block = self.cursorForPosition(event.rect().topLeft()).block()
        splits = self._review.state.corrections.splits if self._review else frozenset[Spot]()
        while block.isValid():
            box = self._rect(block)
            if box.top() > event.rect().bottom():
                return
            self._paint_line(painter, block, splits)
            block = block.next()

    def _paint_line(self, painter: QPainter, block: QTextBlock, splits: frozenset[Spot]) -> None:
        line, layout = self._lines[block.blockNumber()], block.layout()
        if not layout.lineCount():
            return
        first = layout.lineAt(0)
        middle = layout.position().y() + first.y() + first.height() / 2 - self.verticalScrollBar().value()
        painter.setFont(self.font())
        painter.setPen(QColor(tokens().text3))
        number = QRectF(4, middle - 20, block.blockFormat().leftMargin() - 12, 40)
        painter.drawText(number, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(line.line))
        words = self._chips.get(block.blockNumber())
        if words:
            paint_chip(painter, words, self.viewport().width() - RIGHT - chip_width(words), middle)
        for _, start in (cut for cut in splits if cut[0] == line.line):
            self._paint_cut(painter, block, _units(line.raw, start - line.start))

    def _paint_cut(self, painter: QPainter, block: QTextBlock, inside: int) -> None:
        if not 0 < inside < block.length():
            return
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + inside)
        box = QRectF(self.cursorRect(cursor))
        painter.setPen(QPen(QColor(tokens().accent), 2))
        painter.drawLine(QPointF(box.left(), box.top()), QPointF(box.left(), box.bottom()))

    def _on_moved(self) -> None:
        self.viewport().update()
        if self._lines:
            self.moved.emit(self.place)


class _Strikes(QSyntaxHighlighter):
    """Strikes through what was left out."""

    def __init__(self, pane: SourcePane) -> None:
        super().__init__(pane.document())
        self._lines: Sequence[Segment] = ()
        self._stretches: dict[int, list[Stretch]] = {}

    def show(self, lines: Sequence[Segment], places: Places) -> None:
        """Strike through what these places leave out."""
        self._lines = lines
        self._stretches = {}
        for stretch in places.left_out.values():
            self._stretches.setdefault(stretch.line, []).append(stretch)
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:  # noqa: N802, ARG002
        """Strike through the stretches of one line."""
        number = self.currentBlock().blockNumber()
        if number >= len(self._lines):
            return
        line = self._lines[number]
        struck = QTextCharFormat()
        struck.setForeground(QColor(tokens().text3))
        struck.setFontStrikeOut(True)
        for stretch in self._stretches.get(line.line, ()):
            start, end = (_units(line.raw, min(max(place - line.start, 0), len(line.raw))) for place in stretch.span)
            self.setFormat(start, end - start, struck)


def _units(text: str, place: int) -> int:
    """Return a place in the text in Qt's units, which count characters beyond the first plane twice."""
    return len(text[: max(place, 0)].encode("utf-16-le", "surrogatepass")) // 2


def _points(text: str, units: int) -> int:
    """Return a place given in Qt's units in characters."""
    return len(text.encode("utf-16-le", "surrogatepass")[: units * 2].decode("utf-16-le", "ignore"))
