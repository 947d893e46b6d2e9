"""A table of cells that are written in place: Enter and typing write, Tab goes on, Insert adds, Delete removes."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QInputMethodEvent, QKeyEvent, QKeySequence, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QCompleter,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from chengwen_desktop.preferences.sheet_model import SheetModel
from chengwen_desktop.preferences.sheets import Cells, Row, Rows, Sheet, pasted
from chengwen_desktop.rows import read_row, row_height
from chengwen_desktop.theme.current import tokens
from chengwen_desktop.translation import tr

ROW = 28
SMALLEST_COLUMN = 72
Index = QModelIndex | QPersistentModelIndex


class SheetTable(QTableView):
    """`edited` carries what was done and all rows as they are to be; `typed` what is wrong with the cell being written.

    `one` words are the sheet's: 加一个机关.
    """

    edited = Signal(str, object)
    typed = Signal(str)
    moved = Signal()

    def __init__(self, sheet: Sheet, name: str) -> None:
        super().__init__()
        self.sheet = sheet
        self.cells = SheetModel(sheet, self)
        self.setModel(self.cells)
        self.setAccessibleName(name)
        self.setItemDelegate(_Delegate(self))
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self._fit_rows()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        self.cells.edited.connect(self._on_cell)
        self.selectionModel().currentChanged.connect(self._on_moved)

    def show_rows(self, rows: Rows) -> None:
        """Show the rows; the current cell stays where it is as far as there is one."""
        row, column = self.currentIndex().row(), self.currentIndex().column()
        self.cells.show_rows(rows)
        if rows and not self.currentIndex().isValid():
            self.go(min(max(row, 0), len(rows) - 1), max(column, 0))
        self.moved.emit()

    def go(self, row: int, column: int = 0) -> None:
        """Make a cell the current one."""
        self.setCurrentIndex(self.cells.index(row, column))

    def chosen_rows(self) -> list[int]:
        """Return the places of the rows in which something is selected, at least that of the current cell."""
        chosen = self.selectionModel().selectedIndexes() or [self.currentIndex()]
        return sorted({index.row() for index in chosen if index.isValid()})

    def add(self, *, edit: bool = True) -> None:
        """Add an empty row below the last and write in it."""
        width = len(self.sheet.columns)
        rows = self.cells.rows
        self._send(tr("加一{one}", one=tr(self.sheet.one)), (*rows, Row(("",) * width)))
        self.go(len(self.cells.rows) - 1)
        self.setFocus()
        if edit:
            self.edit(self.currentIndex())

    def add_rows(self, name: str, table: list[Cells]) -> None:
        """Add rows below the last, and show the first of them."""
        first = len(self.cells.rows)
        self._send(name, (*self.cells.rows, *map(Row, table)))
        if first < len(self.cells.rows):
            self.go(first)
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtTop)

    def remove(self) -> None:
        """Remove the selected rows."""
        gone = set(self.chosen_rows())
        if gone:
            name = tr("删去 {count} 行", count=len(gone))
            self._send(name, tuple(row for place, row in enumerate(self.cells.rows) if place not in gone))

    def paste(self) -> None:
        """Add what the clipboard has, as rows."""
        table = pasted(QApplication.clipboard().text(), self.sheet)
        if table:
            self.add_rows(tr("粘贴 {count} 行", count=len(table)), table)

    def copy(self) -> None:
        """Put the selected rows on the clipboard as Excel takes them."""
        lines = ["\t".join(self.cells.rows[row].cells) for row in self.chosen_rows()]
        QApplication.clipboard().setText("\n".join(lines))

    def editor(self) -> QLineEdit | None:
        """Return the field in which a cell is being written, if one is."""
        return next((one for one in self.viewport().findChildren(QLineEdit) if one.isVisible()), None)

    def finish(self) -> None:
        """Take over what is being written in a cell."""
        if (editor := self.editor()) is not None:
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Keys of a table of cells; an input method begins to write by itself."""
        if event.key() == Qt.Key.Key_Insert and self._may_grow():
            self.add()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._may_grow():
            self.remove()
        elif event.matches(QKeySequence.StandardKey.Paste) and self._may_grow():
            self.paste()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._may_write() and self.editor() is None:
                self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Share the width out among the columns."""
        super().resizeEvent(event)
        shares = [column.share for column in self.sheet.columns]
        for number, share in enumerate(shares[:-1]):  # the last one takes the rest
            width = max(self.viewport().width() * share // sum(shares), SMALLEST_COLUMN)
            self.setColumnWidth(number, width)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Fit the rows to another font."""
        super().changeEvent(event)
        self._fit_rows()

    def _on_moved(self) -> None:
        self.moved.emit()

    def _may_write(self) -> bool:
        index = self.currentIndex()
        return index.isValid() and bool(self.cells.flags(index) & Qt.ItemFlag.ItemIsEditable)

    def _may_grow(self) -> bool:
        return bool(self.sheet.one)

    def _fit_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(row_height(self, ROW))

    def _on_cell(self, row: int, column: int, words: str) -> None:
        rows = self.cells.with_cell(row, column, words)
        self._send(tr("改“{column}”", column=tr(self.sheet.columns[column].words)), rows)

    def _send(self, name: str, rows: Rows) -> None:
        self.edited.emit(name, self.sheet.settled(rows))

    def try_out(self, index: Index, words: str, editor: QLineEdit) -> None:
        """Say what would be wrong if this were written in a cell."""
        rows = self.cells.with_cell(index.row(), index.column(), words)
        wrong = next((one for one in self.sheet.faults(rows) if one.row == index.row()), None)
        editor.setProperty("wrong", wrong is not None)
        editor.style().polish(editor)
        self.typed.emit(wrong.message if wrong else "")


class _Delegate(QStyledItemDelegate):
    def __init__(self, table: SheetTable) -> None:
        super().__init__(table)
        self._table = table

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: N802, ARG002
        """Return a field in the cell, with suggestions where there are some."""
        column = self._table.sheet.columns[index.column()]
        editor = _CellEdit(parent)
        editor.setAccessibleName(tr(column.words))
        editor.setFrame(False)
        words = [*column.suggestions()]
        if column.suggests_column is not None:
            words += [row.cells[column.suggests_column] for row in self._table.cells.rows]
        if words := [word for word in words if word]:
            completer = QCompleter(words, editor)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            editor.setCompleter(completer)
        place = QPersistentModelIndex(index)
        editor.checked.connect(lambda: self._table.try_out(place, editor.text(), editor) if place.isValid() else None)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802
        """Put the cell's words into the field."""
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:  # noqa: N802, ARG002
        """Take the field's words over."""
        if isinstance(editor, QLineEdit):
            self._table.cells.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802, ARG002
        """Lay the field over its cell."""
        editor.setGeometry(read_row(option).rect)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Leave all keys to an input method that composes."""
        if isinstance(watched, _CellEdit) and watched.composing and isinstance(event, QKeyEvent):
            return False
        return super().eventFilter(watched, event)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell on its ground, and a frame round the current one."""
        row = read_row(option)
        if row.chosen:
            painter.fillRect(row.rect, QColor(tokens().sel if self._table.hasFocus() else tokens().sel_off))
        plain: Any = QStyleOptionViewItem(option)
        plain.state &= ~(QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus)
        super().paint(painter, plain, index)
        if self._table.hasFocus() and index == self._table.currentIndex():
            painter.save()
            painter.setPen(QPen(QColor(tokens().accent), 2))
            painter.drawRect(row.rect.adjusted(1, 1, -1, -1))
            painter.restore()


class _CellEdit(QLineEdit):
    """The field of a cell; `checked` comes a moment after the last key, and not while an input method composes."""

    checked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.composing = False
        self._timer = QTimer(self, singleShot=True, interval=120)
        self._timer.timeout.connect(self.checked)
        self.textEdited.connect(self._wait)

    def _wait(self) -> None:
        self._timer.start()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802
        """Note whether an input method is at work."""
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)


def select_row(table: QTableView, row: int) -> None:
    """Make a row the current one and select all of it."""
    flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    table.selectionModel().setCurrentIndex(table.model().index(row, 0), flags)
