"""One of the tables: rows as high as their words need, gone to by a click or Enter, copied for a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QItemSelectionModel, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from chengwen_desktop.rows import paint_ground, read_row, row_height
from chengwen_desktop.tables.model import WARNS, Index, SheetModel
from chengwen_desktop.tables.sheets import Sheet, tabbed
from chengwen_desktop.theme import current
from chengwen_desktop.theme.current import tokens
from chengwen_desktop.widgets import bold

ROW, SIDE, ABOVE = 28, 12, 4
"""Least height of a row, and the white beside and above a cell's words: px."""

_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft


class SheetTable(QTableView):
    """The table. `pointed` carries the eid of the row that was clicked on, `opened` of the one to go to with Enter."""

    pointed = Signal(str)
    opened = Signal(str)
    copied = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.sheet = Sheet()
        self._model = SheetModel(self)
        self.setModel(self._model)
        self._delegate = _Delegate(self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setProperty("sheet", True)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(ROW)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.clicked.connect(self._point)
        current.changed.connect(self.viewport().update)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show other rows; the row that is current stays so as far as there is one."""
        if sheet == self.sheet:
            return
        row, height = max(0, self.currentIndex().row()), self.verticalScrollBar().value()
        self.sheet = sheet
        self._model.take(sheet)
        self._share_out()
        if sheet.rows:
            self._choose(min(row, len(sheet.rows) - 1))
        self.verticalScrollBar().setValue(height)

    def copy(self) -> int:
        """Put the selected rows on the clipboard; return how many they are."""
        chosen = sorted({index.row() for index in self.selectionModel().selectedRows()})
        if chosen:
            QGuiApplication.clipboard().setText(tabbed([self._model.rows[row] for row in chosen]))
            self.copied.emit(len(chosen))
        return len(chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter goes to the clause, Ctrl+C copies."""
        row = self.currentIndex().row()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            self.opened.emit(self._model.rows[row].eid)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Share the width out among the columns, as the document does."""
        super().resizeEvent(event)
        self._share_out()

    def _share_out(self) -> None:
        table, room = self.sheet.table, self.viewport().width()
        if table is not None:
            metrics = self.horizontalHeader().fontMetrics()
            least = [metrics.horizontalAdvance(head) + 2 * SIDE + 2 for head in table.head]
            for column, width in enumerate(shared_out(room, table.widths_mm, least)):
                self.setColumnWidth(column, width)
            self.resizeRowsToContents()

    def _choose(self, row: int) -> None:
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(self._model.index(row, 0), flags)

    def _point(self, index: Index) -> None:
        self.pointed.emit(self._model.rows[index.row()].eid)


class _Delegate(QStyledItemDelegate):
    def __init__(self, table: SheetTable) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Return the height that a cell's words need in its column."""
        width = self._table.columnWidth(index.column()) - 2 * SIDE
        metrics = QFontMetrics(_font(read_row(option).font, index))
        needed = metrics.boundingRect(QRect(0, 0, max(1, width), 10_000), _WRAPPED, str(index.data())).height()
        return QSize(width, max(row_height(self._table, ROW), needed + 2 * ABOVE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground, a line below it and the words; what warns is bold."""
        row = replace(read_row(option), view=self._table)
        painter.save()
        if index.column() == 0:
            paint_ground(painter, row, tokens().base)
            edge = QRect(0, row.rect.bottom(), self._table.viewport().width(), 1)
            painter.fillRect(edge, QColor(tokens().hair))
        painter.setFont(_font(row.font, index))
        painter.setPen(QColor(tokens().warn if index.data(WARNS) else tokens().text))
        box = row.rect.adjusted(SIDE, ABOVE, -SIDE, -ABOVE)
        painter.drawText(box, _WRAPPED | Qt.AlignmentFlag.AlignVCenter, str(index.data()))
        painter.restore()


def _font(usual: QFont, index: Index) -> QFont:
    return bold(usual) if index.data(WARNS) else usual


def shared_out(room: int, wanted: Sequence[float], least: Sequence[int]) -> list[int]:
    """Share a width out among columns in the proportion that is wanted, with what each needs at least."""
    more = [max(0.0, room * share / sum(wanted) - needed) for share, needed in zip(wanted, least, strict=True)]
    spare = max(0, room - sum(least))
    widths = [needed + int(spare * extra / (sum(more) or 1)) for extra, needed in zip(more, least, strict=True)]
    return [*widths[:-1], max(least[-1], room - sum(widths[:-1]))]
