"""The page the draft is written on: what a person types, presses, pastes and points at becomes a request.

The draft is the truth. What is typed in a paragraph is told by `typed`; whatever else would
change the document is asked for by a signal of its own, and if the document has come to differ
from the draft in any other way, it is written anew. While an input method composes, nothing is told.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QTextBlock,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from chengwen_desktop import origins as origin_words
from chengwen_desktop.draft import margin
from chengwen_desktop.draft.copying import FORMAT, copied_text, copied_units, pasted_units
from chengwen_desktop.draft.lines import BREAK, Key, Line, Part
from chengwen_desktop.draft.marks import FindingMark
from chengwen_desktop.draft.pasting import Pasted
from chengwen_desktop.draft.ranges import Stretch
from chengwen_desktop.draft.rewriting import splice_between
from chengwen_desktop.draft.sheet import Sheet
from chengwen_desktop.origins import Origins
from chengwen_desktop.translation import marked, tr
from chengwen_desktop.widgets import is_undo
from chengwen_library.model import Measure, Span, Unit

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NOT_OURS = marked("这里的文字要在原处改")
_FIX = marked("{message}\nAlt+Enter {fix}")


class DraftEditor(Sheet):
    """The page.

    `typed` carries a paragraph as it was and the splice; `replaced` a stretch, the words to put there and
    the name of the step; `broken` the stretch that a new unit takes the place of; `joined` the key of the paragraph
    to be joined to the one before; `pasted` what there is, the stretch it replaces, and whether as words alone.
    """

    typed = Signal(object, object)
    replaced = Signal(object, str, str)
    broken = Signal(object)
    joined = Signal(object)
    pasted = Signal(object, object, bool)
    level_asked = Signal(str, int)
    chosen = Signal(object)
    origin_asked = Signal(str)
    fix_asked = Signal(object)
    menu_asked = Signal(QPoint)
    refused = Signal(str)

    def __init__(self, origins: Origins, parent: QWidget | None = None) -> None:
        super().__init__(origins, parent)
        self._pending: Stretch | None = None
        self._told = ""
        self.setAccessibleName(tr("文稿正文"))
        self.textChanged.connect(self._on_text_changed)
        self.cursorPositionChanged.connect(self._on_cursor_moved)

    @property
    def current_wid(self) -> str | None:
        """The unit with the caret; None in the title, the preamble and the closing."""
        return self._wid

    @property
    def current_part(self) -> Part:
        """The part of the draft with the caret."""
        line = self._line()
        return line.part if line else Part.TITLE

    @property
    def current_key(self) -> Key:
        """The paragraph with the caret."""
        line = self._line()
        return line.key if line else (Part.TITLE, "")

    def show_draft(self, draft: Measure, wid: str | None = None) -> None:
        """Show the draft; `wid` is the unit to go to, None to stay where the caret is."""
        self._take(draft)
        if wid is not None and self.current_key[1] != wid:
            self.go_to(wid)
        self._on_cursor_moved()

    def is_composing(self) -> bool:
        """Tell whether an input method has not committed yet."""
        return bool(self.textCursor().block().layout().preeditAreaText())

    def stretch(self) -> Stretch:
        """Return what is selected; empty at the caret if nothing is."""
        cursor = self.textCursor()
        first, start = self._place_of(cursor.selectionStart())
        last, end = self._place_of(cursor.selectionEnd())
        return Stretch(first, start, last, end)

    def selected_characters(self) -> int:
        """Return how many characters are selected, white space and numbers aside."""
        return len("".join(self.textCursor().selectedText().split()))

    def finding_at_caret(self) -> FindingMark | None:
        """Return the finding whose words the caret is in."""
        return self._marking.at(self.current_key, self.textCursor().positionInBlock())

    def can_paste(self) -> bool:
        """Tell whether there is anything to paste, and a place for it."""
        there = QGuiApplication.clipboard().mimeData()  # None, whatever the stubs say, where no clipboard is reached
        return bool(not self.isReadOnly() and there and there.formats())

    def paste_words(self) -> None:
        """Paste as plain words into one paragraph."""
        if self.can_paste():
            self._paste(QGuiApplication.clipboard().mimeData(), as_words=True)

    def ask_fix(self) -> bool:
        """Ask for the fix of the finding at the caret; tell whether there is one."""
        mark = self.finding_at_caret()
        if mark is None:
            return False
        self.fix_asked.emit(mark)
        return True

    def _place_of(self, position: int) -> tuple[Key, int]:
        block = self.document().findBlock(position)
        return self._lines[block.blockNumber()].key, position - block.position()

    def _on_text_changed(self) -> None:
        if self._writing or self.document().blockCount() == 0 or not self._lines:
            return
        if self.document().blockCount() != len(self._lines):
            self._restore(tr(_NOT_OURS))
        elif not self.is_composing():
            number = self.textCursor().blockNumber()
            text, line = self.textCursor().block().text(), self._lines[number]
            if text != line.text:
                self.typed.emit(line, splice_between(line.text, text))

    def _restore(self, message: str) -> None:
        QGuiApplication.inputMethod().reset()
        self._quietly(lambda: self._write(None))
        self.refused.emit(message)

    def _on_cursor_moved(self) -> None:
        part, wid = self.current_key
        place = wid or part
        if place != self._told and not self._writing:
            self._told, self._wid = place, wid or None
            self.chosen.emit(self._wid)
            self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Keep typing within a paragraph; what changes several of them is asked for."""
        if event.matches(QKeySequence.StandardKey.Copy) or event.matches(QKeySequence.StandardKey.Cut):
            (self.copy if event.matches(QKeySequence.StandardKey.Copy) else self.cut)()
            event.accept()
            return
        if (
            not self._lines
            or self.isReadOnly()
            or self.is_composing()
            or not (self._is_structural(event) or self._is_over_several(event))
        ):
            super().keyPressEvent(event)
        else:
            event.accept()

    def _is_structural(self, event: QKeyEvent) -> bool:
        """Do what a key means for the tree; tell whether it means anything there."""
        line, cursor, key = self._line(), self.textCursor(), event.key()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if line is None:
            return False
        if key in _ENTER and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return self.ask_fix()
        if key in _ENTER and not shift:
            self.broken.emit(self.stretch())
            return True
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            if line.unit is not None:
                self.level_asked.emit(line.unit.wid, 1 if key == Qt.Key.Key_Tab else -1)
            return True
        if cursor.hasSelection():
            return False
        if key == Qt.Key.Key_Backspace and cursor.atBlockStart():
            self.joined.emit(line.key)
            return True
        if key == Qt.Key.Key_Delete and cursor.atBlockEnd():
            after = cursor.blockNumber() + 1
            if after < len(self._lines):
                self.joined.emit(self._lines[after].key)
            return True
        return False

    def _is_over_several(self, event: QKeyEvent) -> bool:
        """Ask for what a key does to a selection over several paragraphs; tell whether it does anything."""
        stretch = self.stretch()
        if not stretch.is_wide or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return False
        if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.replaced.emit(stretch, "", tr("删除选中的文字"))
        elif event.key() in _ENTER:
            self.replaced.emit(stretch, BREAK, tr("改写选中的文字"))
        elif event.text() and event.text().isprintable():
            self.replaced.emit(stretch, event.text(), tr("改写选中的文字"))
        else:
            return False
        return True

    def copy(self) -> None:
        """Copy what is selected: plain text with the numbers as they print, and units that were selected whole."""
        if not self.textCursor().hasSelection():
            return
        data, stretch = QMimeData(), self.stretch()
        data.setText(copied_text(self._draft, stretch))
        units = copied_units(self._draft, stretch)
        if units is not None:
            data.setData(FORMAT, units)
        QGuiApplication.clipboard().setMimeData(data)

    def cut(self) -> None:
        """Copy what is selected and take it out."""
        if self.textCursor().hasSelection() and not self.isReadOnly():
            self.copy()
            self.replaced.emit(self.stretch(), "", tr("剪切"))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802
        """Let the input method write behind what is selected; its words take the place of that once they are final."""
        if self._pending is None and event.preeditString() and self.textCursor().hasSelection():
            self._wait()
        if self._pending is None and not (event.commitString() and self.textCursor().hasSelection()):
            super().inputMethodEvent(event)
            return
        stretch = self._pending or self.stretch()
        words = event.commitString()
        if words:
            event.setCommitString("")
        super().inputMethodEvent(event)
        if words or not event.preeditString():
            self._end_waiting(stretch, words)
        event.accept()

    def _wait(self) -> None:
        """Keep what is selected on the page and in mind while an input method composes behind it."""
        self._pending = self.stretch()
        cursor = self.textCursor()
        extra = QTextEdit.ExtraSelection()
        extra.cursor = QTextCursor(cursor)  # pyright: ignore[reportAttributeAccessIssue]
        extra.format.setBackground(self.palette().highlight())  # pyright: ignore[reportAttributeAccessIssue]
        self.setExtraSelections([extra])
        cursor.setPosition(cursor.selectionEnd())
        self.setTextCursor(cursor)

    def _end_waiting(self, stretch: Stretch, words: str) -> None:
        self._pending = None
        self.setExtraSelections([])
        if words:
            self.replaced.emit(stretch, words, tr("改写选中的文字"))
        else:
            self.select(stretch)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """Paste: units where numbers are recognised, else words."""
        self._paste(source, as_words=False)

    def _paste(self, source: QMimeData, *, as_words: bool) -> None:
        if self.is_composing() or self.isReadOnly():
            return
        units = pasted_units(bytes(source.data(FORMAT).data())) if source.hasFormat(FORMAT) else ()
        there = Pasted(source.text(), source.html() if source.hasHtml() else "", units)
        self.pasted.emit(there, self.stretch(), as_words)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Take words from elsewhere; the page's own are moved by cutting and pasting, or in the outline."""
        self.dragLeaveEvent(QDragLeaveEvent())
        if self.isReadOnly() or event.source() in (self, self.viewport()):
            event.setDropAction(Qt.DropAction.IgnoreAction)
            event.accept()
            return
        self.setTextCursor(self.cursorForPosition(event.position().toPoint()))
        self._paste(event.mimeData(), as_words=False)
        event.acceptProposedAction()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the draft's own stack; Alt+Enter within a finding is ours."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if is_undo(event):
                event.ignore()
                return True
            is_alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
            if is_alt and event.key() in _ENTER and self.finding_at_caret() is not None:
                event.accept()
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
        unit = self._source_at(event.position().toPoint())
        if unit is not None and unit.provenance and event.button() == Qt.MouseButton.LeftButton:
            self.origin_asked.emit(unit.wid)
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Ask for the menu of what is pointed at."""
        if event.reason() == QContextMenuEvent.Reason.Mouse and not self.textCursor().hasSelection():
            self.setTextCursor(self.cursorForPosition(event.pos()))
        self.menu_asked.emit(event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        """Say where a clause is from, or what is wrong, when the pointer rests on its mark."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._told_at(event.pos()), self)
            return True
        return super().viewportEvent(event)

    def _told_at(self, place: QPoint) -> str:
        unit = self._source_at(place)
        if unit is not None:
            return origin_words.told(unit)
        return "\n".join(_words(mark) for mark in self._findings_at(place))

    def _source_at(self, place: QPoint) -> Unit | None:
        left = self.document().rootFrame().frameFormat().leftMargin()
        if not left - 48 <= place.x() <= left - 12:
            return None
        line = next((line for line, spot in self._spots() if _covers(spot, place)), None)
        return self._sources.get(line.unit.wid) if line and line.unit else None

    def _findings_at(self, place: QPoint) -> list[FindingMark]:
        """Return the findings whose words, or whose mark in the margin, are pointed at."""
        for line, block in self._shown(0):
            spot, placed = self._spot(block), self._marking.of(line.key)
            if margin.severity_box(spot).contains(place):
                return [one.mark for one in placed]
            under = [one.mark for one in placed if self._is_over(block, (one.start, one.end), place)]
            if under:
                return under
        return []

    def _is_over(self, block: QTextBlock, span: Span, place: QPoint) -> bool:
        return any(piece.contains(place) for piece in self._pieces(block, [span]))

    def _spots(self) -> list[tuple[Line, margin.Spot]]:
        return [(line, self._spot(block)) for line, block in self._shown(0)]


def _covers(spot: margin.Spot, place: QPoint) -> bool:
    return spot.rect.top() <= place.y() <= spot.rect.bottom()


def _words(mark: FindingMark) -> str:
    return tr(_FIX, message=mark.message, fix=mark.fix_words) if mark.fix_words else mark.message
