"""The sheet: a view of the draft's paragraphs with what is painted around and under their words. It changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent, QTextBlock
from PySide6.QtWidgets import QTextEdit, QWidget

from chengwen_desktop.draft import margin, page
from chengwen_desktop.draft.lines import Key, Line, Part, lines
from chengwen_desktop.draft.marking import BELOW, Marking, paint_line
from chengwen_desktop.draft.marks import FindingMark
from chengwen_desktop.draft.ranges import Stretch
from chengwen_desktop.draft.typography import text_font
from chengwen_desktop.origins import Origins
from chengwen_desktop.text_lines import stretches
from chengwen_desktop.theme import current
from chengwen_library.model import Measure, Span, Unit

COLUMN = 592
"""Greatest width of the text in px at 100 %."""

FLASH = 2000
"""Milliseconds for which a clause that has come in stands out."""

_LEFT, _RIGHT = 72, 32
_ZOOMS = (0.8, 2.0)

Hits = Mapping[Key, Sequence[Span]]
"""Characters found, by paragraph."""


class Sheet(QTextEdit):
    """Shows a draft, findings and what was searched for. Its document is always what the draft says."""

    def __init__(self, origins: Origins, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._origins = origins
        self._draft = Measure()
        self._lines: list[Line] = []
        self._sources: dict[str, Unit] = {}
        self._marking = Marking()
        self._hits: Hits = {}
        self._boxed: tuple[Key, Span] | None = None
        self._zoom = 1.0
        self._writing = False
        self._wid: str | None = None
        self._new: frozenset[str] = frozenset()
        self._flash = QTimer(self, singleShot=True, interval=FLASH)
        self._flash.timeout.connect(lambda: self._stand_out(frozenset()))
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        current.changed.connect(self._restyle)

    @property
    def zoom(self) -> float:
        """The size of the text; 1.0 is 12 pt."""
        return self._zoom

    def zoom_to(self, zoom: float) -> None:
        """Show the text at `zoom` times 12 pt, from 80 to 200 %."""
        self._zoom = round(min(max(zoom, _ZOOMS[0]), _ZOOMS[1]), 2)
        self._restyle()

    def show_findings(self, marks: Sequence[FindingMark]) -> None:
        """Show these findings in place of those before; while one writes they stay with their words."""
        self._marking.take(marks, self._lines)
        self.viewport().update()

    def show_hits(self, hits: Hits, boxed: tuple[Key, Span] | None = None) -> None:
        """Show what was searched for, with a frame round the one that is current."""
        self._hits, self._boxed = hits, boxed
        self.viewport().update()

    @property
    def lines(self) -> list[Line]:
        """The paragraphs as they are shown, in the order of the document's blocks."""
        return self._lines

    def select_words(self, key: Key, span: Span) -> None:
        """Select characters of a paragraph and bring them into view."""
        self.select(Stretch(key, span[0], key, span[1]))
        self.ensureCursorVisible()

    def line_of(self, key: Key) -> Line | None:
        """Return a paragraph as it is shown."""
        number = self.number_of(key)
        return None if number is None else self._lines[number]

    def number_of(self, key: Key) -> int | None:
        """Return which block holds a paragraph."""
        return next((number for number, line in enumerate(self._lines) if line.key == key), None)

    def go_to(self, wid: str) -> None:
        """Put the caret into the unit and show it."""
        if self.number_of((Part.UNIT, wid)) is not None:
            self.place_caret((Part.UNIT, wid), 0)
            self._reveal()

    def flash(self, wid: str) -> None:
        """Put the caret into a unit that has come in, and let it stand out for a moment with all below it."""
        self.go_to(wid)
        unit = next((unit for unit in self._draft.walk() if unit.wid == wid), None)
        self._stand_out(frozenset(each.wid for each in unit.walk()) if unit else frozenset())
        self._flash.start()

    def place_caret(self, key: Key, at: int) -> None:
        """Put the caret at a character of a paragraph and show it."""
        number = self.number_of(key)
        if number is None:
            return
        block = self.document().findBlockByNumber(number)
        cursor = self.textCursor()
        cursor.setPosition(block.position() + min(at, block.length() - 1))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def select(self, stretch: Stretch) -> None:
        """Select a stretch."""
        first, last = self.number_of(stretch.first), self.number_of(stretch.last)
        if first is None or last is None:
            return
        cursor = self.textCursor()
        cursor.setPosition(self.document().findBlockByNumber(first).position() + stretch.start)
        cursor.setPosition(self.document().findBlockByNumber(last).position() + stretch.end, cursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _stand_out(self, new: frozenset[str]) -> None:
        self._new = new
        self.viewport().update()

    def _take(self, draft: Measure) -> None:
        """Show another state of the draft, writing only what has changed."""
        old, caret = self._lines, self._caret()
        self._draft, self._lines, self._sources = draft, lines(draft), margin.sources(draft)
        self._origins.meet(draft)
        self._marking.follow(old, self._lines)
        self._quietly(lambda: self._update(old, caret))

    def _update(self, old: list[Line], caret: tuple[Key, int] | None) -> None:
        if len(old) != self.document().blockCount():
            self._write(caret)
            self.viewport().update()
            return
        height, place = self.document().size().height(), self.textCursor().blockNumber()
        changed = page.update(self.document(), old, self._lines, self._zoom, place)
        self._put_caret(caret)
        if self.document().size().height() != height or len(changed) > 1:
            self.viewport().update()
        for number in changed:
            spot = self._spot(self.document().findBlockByNumber(number))
            self.viewport().update(0, int(spot.rect.top()) - 8, self.viewport().width(), int(spot.rect.height()) + 16)

    def _write(self, caret: tuple[Key, int] | None) -> None:
        height = self.verticalScrollBar().value()
        self.document().setDefaultFont(text_font(self._zoom))
        page.write(self.document(), self._lines, self._zoom)
        self._set_margins()
        self._put_caret(caret)
        self.verticalScrollBar().setValue(height)

    def _quietly(self, action: Callable[[], object]) -> None:
        was, self._writing = self._writing, True
        try:
            action()
        finally:
            self._writing = was

    def _caret(self) -> tuple[Key, int] | None:
        line = self._line()
        return (line.key, self.textCursor().positionInBlock()) if line else None

    def _put_caret(self, caret: tuple[Key, int] | None) -> None:
        number = self.number_of(caret[0]) if caret else None
        if caret and number is None and caret[0][1]:
            number = self.number_of((Part.UNIT, caret[0][1]))
        block = self.document().findBlockByNumber(number or 0)
        cursor = self.textCursor()
        place = block.position() + min(caret[1] if caret else 0, block.length() - 1)
        if cursor.position() != place or cursor.hasSelection():
            cursor.setPosition(place)
            self.setTextCursor(cursor)

    def _line(self) -> Line | None:
        number = self.textCursor().blockNumber()
        return self._lines[number] if number < len(self._lines) else None

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the text's column in the middle."""
        super().resizeEvent(event)
        self._set_margins()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint what stands around the words, then the words, then the lines under them."""
        painter = QPainter(self.viewport())
        shown = [(line, block, self._spot(block)) for line, block in self._shown(event.rect().top())]
        shown = [one for one in shown if one[2].rect.top() <= event.rect().bottom()]
        for line, block, spot in shown:
            self._paint_around(painter, line, spot)
            self._paint_hits(painter, line, block)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        for line, block, _ in shown:
            self._paint_findings(painter, line, block)
        self._paint_box(painter, [(line, block) for line, block, _ in shown])

    def _shown(self, top: int) -> Iterator[tuple[Line, QTextBlock]]:
        """Yield the paragraphs from the first that reaches below `top` to the last in the viewport."""
        block = self.cursorForPosition(QPoint(0, top)).block()
        block = block.previous() if block.previous().isValid() else block
        while block.isValid() and block.blockNumber() < len(self._lines):
            if self._corner(block).top() > self.viewport().height():
                return
            yield self._lines[block.blockNumber()], block
            block = block.next()

    def _paint_around(self, painter: QPainter, line: Line, spot: margin.Spot) -> None:
        if line.unit is not None and (line.unit.wid == self._wid or line.unit.wid in self._new):
            margin.paint_band(painter, spot, self.viewport().width())
        margin.paint_number(painter, line, spot, self._zoom)
        source = self._sources.get(line.unit.wid) if line.unit else None
        if source is not None:
            margin.paint_origin(painter, line, source, spot, self._origins)
        severity = self._marking.severity(line.key)
        if severity is not None:
            margin.paint_gravest(painter, severity, spot)

    def _paint_hits(self, painter: QPainter, line: Line, block: QTextBlock) -> None:
        colour = QColor(current.tokens().hit)
        for piece in self._pieces(block, self._hits.get(line.key, ())):
            painter.fillRect(piece, colour)

    def _paint_findings(self, painter: QPainter, line: Line, block: QTextBlock) -> None:
        for placed in self._marking.of(line.key):
            for piece in self._pieces(block, [(placed.start, placed.end)]):
                paint_line(painter, piece.left(), piece.right(), piece.bottom(), placed.mark.severity)

    def _paint_box(self, painter: QPainter, shown: list[tuple[Line, QTextBlock]]) -> None:
        if self._boxed is None:
            return
        key, span = self._boxed
        painter.setPen(QPen(QColor(current.tokens().accent), 2))
        for line, block in shown:
            if line.key == key:
                for piece in self._pieces(block, [span]):
                    painter.drawRect(piece.adjusted(-1, -1, 1, 1))

    def _pieces(self, block: QTextBlock, spans: Sequence[Span]) -> Iterator[QRectF]:
        """Yield the rectangles of spans on the screen, one a line, down to where lines are painted."""
        if not spans:
            return
        corner, layout = self._corner(block), block.layout()
        for number in range(layout.lineCount()):
            row = layout.lineAt(number)
            for left, right in stretches(row, spans):
                baseline = corner.top() + row.y() + row.ascent()
                yield QRectF(corner.left() + left, baseline - row.ascent(), right - left, row.ascent() + BELOW)

    def _corner(self, block: QTextBlock) -> QRectF:
        rect = self.document().documentLayout().blockBoundingRect(block)
        rect.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        return rect

    def _spot(self, block: QTextBlock) -> margin.Spot:
        rect, layout, form = self._corner(block), block.layout(), block.blockFormat()
        pitch, first = form.lineHeight(), layout.lineAt(0)
        spare = pitch - first.height()  # Qt sets four fifths of it above the text, none behind the last line
        ground = QRectF(rect.left(), rect.top() + spare * 0.3, rect.width(), layout.lineCount() * pitch)
        return margin.Spot(ground, pitch, rect.top() + first.y() + first.ascent(), rect.left(), form.textIndent())

    def _set_margins(self) -> None:
        spare = self.viewport().width() - COLUMN * self._zoom
        shift = (_LEFT - _RIGHT) / 2
        frame = self.document().rootFrame().frameFormat()
        left, right = max(_LEFT, spare / 2 + shift), max(_RIGHT, spare / 2 - shift)
        if (frame.leftMargin(), frame.rightMargin()) == (left, right):
            return
        frame.setLeftMargin(left)
        frame.setRightMargin(right)
        frame.setTopMargin(12)
        frame.setBottomMargin(48)
        self._quietly(lambda: self.document().rootFrame().setFrameFormat(frame))

    def _restyle(self) -> None:
        self._quietly(lambda: self._write(self._caret()))
        self.viewport().update()

    def _reveal(self) -> None:
        """Bring the caret's paragraph to the upper third of the view."""
        top = self._spot(self.textCursor().block()).rect.top() + self.verticalScrollBar().value()
        shown = self.verticalScrollBar().value()
        if not shown + 24 <= top <= shown + self.viewport().height() * 0.7:
            self.verticalScrollBar().setValue(int(top - self.viewport().height() / 4))
