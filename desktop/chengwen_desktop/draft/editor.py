"""The page the draft is written on: a view of the draft that tells what was typed and shows what it has become.

The draft is the truth. What a person types in a paragraph is told by `typed`; if the
document has come to differ from the draft in any other way, it is written anew.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from chengwen_desktop import origins as origin_words
from chengwen_desktop.draft import margin, page
from chengwen_desktop.draft.lines import BREAK, Key, Line, Part, lines
from chengwen_desktop.draft.typography import text_font
from chengwen_desktop.origins import Origins
from chengwen_desktop.theme import current
from chengwen_desktop.widgets import is_undo
from chengwen_library.model import Measure, Unit

COLUMN = 592
"""Greatest width of the text in px at 100 %."""

_LEFT, _RIGHT = 64, 28
_ZOOMS = (0.8, 2.0)
_WIDE = "选中的文字跨了几段，一次只能改一段"


class DraftEditor(QTextEdit):
    """The page. `typed` carries a paragraph as it was and its new text; the others ask for a change of the tree."""

    typed = Signal(object, str)
    entered = Signal(object, int)
    level_asked = Signal(str, int)
    removal_asked = Signal(str)
    chosen = Signal(object)
    origin_asked = Signal(str)
    refused = Signal(str)

    def __init__(self, origins: Origins, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._origins = origins
        self._lines: list[Line] = []
        self._sources: dict[str, Unit] = {}
        self._zoom = 1.0
        self._writing = False
        self._wid: str | None = None
        self.setAccessibleName("文稿正文")
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._on_text_changed)
        self.cursorPositionChanged.connect(self._on_cursor_moved)
        current.changed.connect(self._restyle)

    @property
    def current_wid(self) -> str | None:
        """The unit with the caret; None in the title, the preamble and the closing."""
        return self._wid

    @property
    def current_part(self) -> Part:
        """The part of the draft with the caret."""
        line = self._line()
        return line.part if line else Part.TITLE

    def show_draft(self, draft: Measure, wid: str | None = None) -> None:
        """Show the draft; `wid` is the unit to go to, None to stay where the caret is."""
        before, caret = [line.key for line in self._lines], self._caret()
        old = self._lines
        self._lines, self._sources = lines(draft), margin.sources(draft)
        self._origins.meet(draft)
        same = before == [line.key for line in self._lines] and len(before) == self.document().blockCount()
        self._quietly(lambda: self._update(old) if same else self._write(caret))
        if wid is not None and wid != self._wid:
            self.go_to(wid)
        self._on_cursor_moved()
        self.viewport().update()

    def go_to(self, wid: str) -> None:
        """Put the caret into the unit and show it."""
        number = self._number_of((Part.UNIT, wid))
        if number is None:
            return
        cursor = self.textCursor()
        cursor.setPosition(self.document().findBlockByNumber(number).position())
        self.setTextCursor(cursor)
        self._reveal()

    def zoom_to(self, zoom: float) -> None:
        """Show the text at `zoom` times 12 pt, from 80 to 200 %."""
        self._zoom = min(max(zoom, _ZOOMS[0]), _ZOOMS[1])
        self._restyle()

    @property
    def zoom(self) -> float:
        """The size of the text; 1.0 is 12 pt."""
        return self._zoom

    def is_composing(self) -> bool:
        """Tell whether an input method has not committed yet."""
        return bool(self.textCursor().block().layout().preeditAreaText())

    def _write(self, caret: tuple[Key, int] | None) -> None:
        height = self.verticalScrollBar().value()
        self.document().setDefaultFont(text_font(self._zoom))
        page.write(self.document(), self._lines, self._zoom)
        self._set_margins()
        self._put_caret(caret)
        self.verticalScrollBar().setValue(height)

    def _update(self, old: list[Line]) -> None:
        caret = self._caret()
        for number, (was, line) in enumerate(zip(old, self._lines, strict=True)):
            block = self.document().findBlockByNumber(number)
            if was != line or block.text() != line.text:
                page.rewrite(block, line, self._zoom)
        self._put_caret(caret)

    def _quietly(self, action: Callable[[], object]) -> None:
        self._writing = True
        try:
            action()
        finally:
            self._writing = False

    def _on_text_changed(self) -> None:
        if self._writing or self.document().blockCount() == 0:
            return
        if self.document().blockCount() != len(self._lines):
            self._restore(_WIDE)
        elif not self.is_composing():
            number = self.textCursor().blockNumber()
            text = self.textCursor().block().text()
            if text != self._lines[number].text:
                self.typed.emit(self._lines[number], text)

    def _restore(self, message: str) -> None:
        QGuiApplication.inputMethod().reset()
        self._quietly(lambda: self._write(None))
        self.refused.emit(message)

    def _on_cursor_moved(self) -> None:
        line = self._line()
        wid = line.unit.wid if line and line.unit else None
        if wid != self._wid and not self._writing:
            self._wid = wid
            self.chosen.emit(wid)
            self.viewport().update()

    def _caret(self) -> tuple[Key, int] | None:
        line = self._line()
        return (line.key, self.textCursor().positionInBlock()) if line else None

    def _put_caret(self, caret: tuple[Key, int] | None) -> None:
        number = self._number_of(caret[0]) if caret else None
        if caret and number is None and caret[0][1]:
            number = self._number_of((Part.UNIT, caret[0][1]))
        block = self.document().findBlockByNumber(number or 0)
        cursor = self.textCursor()
        cursor.setPosition(block.position() + min(caret[1] if caret else 0, len(block.text())))
        self.setTextCursor(cursor)

    def _number_of(self, key: Key) -> int | None:
        return next((number for number, line in enumerate(self._lines) if line.key == key), None)

    def _line(self) -> Line | None:
        number = self.textCursor().blockNumber()
        return self._lines[number] if number < len(self._lines) else None

    def _is_wide(self) -> bool:
        cursor = self.textCursor()
        first = self.document().findBlock(cursor.selectionStart())
        return first != self.document().findBlock(cursor.selectionEnd())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Keep every change within one paragraph; Enter, Tab and Backspace at the head speak of units."""
        if self._is_structural(event):
            event.accept()
        elif self._is_wide() and _is_editing(event):
            self.refused.emit(_WIDE)
        else:
            super().keyPressEvent(event)

    def _is_structural(self, event: QKeyEvent) -> bool:
        line, cursor = self._line(), self.textCursor()
        if line is None:
            return False
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shift:
            self.entered.emit(line, cursor.positionInBlock())
            return True
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            if line.unit is not None:
                self.level_asked.emit(line.unit.wid, 1 if key == Qt.Key.Key_Tab else -1)
            return True
        if cursor.hasSelection():
            return False
        if key == Qt.Key.Key_Backspace and cursor.atBlockStart():
            if line.unit is not None and not line.text and not line.unit.children:
                self.removal_asked.emit(line.unit.wid)
            return True
        return key == Qt.Key.Key_Delete and cursor.atBlockEnd()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802
        """Let the input method write where the caret is, never over several paragraphs."""
        if self._is_wide():
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)
        super().inputMethodEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """Paste as plain text into one paragraph; its lines stay lines."""
        if self._is_wide():
            self.refused.emit(_WIDE)
            return
        self.textCursor().insertText(BREAK.join(source.text().strip().splitlines()))

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the draft's own stack."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and is_undo(event):
            event.ignore()
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Zoom with Ctrl held."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_to(self._zoom + (0.1 if event.angleDelta().y() > 0 else -0.1))
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Ask for the precedent when its mark is clicked."""
        unit = self._source_at(event.position().x(), event.position().y())
        if unit is not None and unit.provenance:
            self.origin_asked.emit(unit.wid)
        super().mousePressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        """Say where a clause is from when the pointer rests on its mark."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            unit = self._source_at(event.pos().x(), event.pos().y())
            QToolTip.showText(event.globalPos(), origin_words.told(unit) if unit else "", self)
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the text's column in the middle."""
        super().resizeEvent(event)
        self._set_margins()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint what stands around the words, then the words."""
        painter = QPainter(self.viewport())
        block = self.document().begin()
        for line in self._lines:
            spot = self._spot(block)
            if spot.rect.bottom() >= event.rect().top() and spot.rect.top() <= event.rect().bottom():
                self._paint_around(painter, line, spot)
            block = block.next()
        painter.end()
        super().paintEvent(event)

    def _paint_around(self, painter: QPainter, line: Line, spot: margin.Spot) -> None:
        if line.unit is not None and line.unit.wid == self._wid:
            margin.paint_band(painter, spot, self.viewport().width())
        margin.paint_number(painter, line, spot, self._zoom)
        source = self._sources.get(line.unit.wid) if line.unit else None
        if source is not None:
            margin.paint_origin(painter, line, source, spot, self._origins)

    def _spot(self, block: QTextBlock) -> margin.Spot:
        rect = self.document().documentLayout().blockBoundingRect(block)
        rect.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        layout, pitch = block.layout(), block.blockFormat().lineHeight()
        first = layout.lineAt(0)
        spare = pitch - first.height()  # Qt sets four fifths of it above the text, none behind the last line
        ground = QRectF(rect.left(), rect.top() + spare * 0.3, rect.width(), layout.lineCount() * pitch)
        indent = block.blockFormat().textIndent()
        return margin.Spot(ground, pitch, rect.top() + first.y() + first.ascent(), rect.left(), indent)

    def _source_at(self, x: float, y: float) -> Unit | None:
        left = self.document().rootFrame().frameFormat().leftMargin()
        if not left - 48 <= x <= left - 12:
            return None
        block = self.document().begin()
        for line in self._lines:
            spot = self._spot(block)
            if line.unit is not None and spot.rect.top() <= y <= spot.rect.bottom():
                return self._sources.get(line.unit.wid)
            block = block.next()
        return None

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


def _is_editing(event: QKeyEvent) -> bool:
    deleting = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
    cutting = event.matches(QKeySequence.StandardKey.Cut)
    typing = bool(event.text()) and event.text().isprintable()
    return cutting or typing or event.key() in deleting
