"""版本历史: the states of the draft in a table, and what can be done with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from chengwen_desktop.rows import paint_ground, read_row, row_height
from chengwen_desktop.theme.current import tokens
from chengwen_desktop.translation import marked, moment_words, tr
from chengwen_desktop.versions.entries import Entry
from chengwen_desktop.widgets import label, push_button, surface

USUAL = QSize(820, 480)
HEADS = (marked("名称"), marked("时间"), marked("字数"), marked("条数"), marked("与前一版相比"))

_ENTRY = Qt.ItemDataRole.UserRole
_PADDING = 7
"""White left of a cell's words in px, as the head has it."""

Index = QModelIndex | QPersistentModelIndex


class HistoryDialog(QDialog):
    """The table. The signals carry the entries that something is asked for.

    `compared` and `table_asked` carry two entries, the older first.
    """

    compared = Signal(object, object)
    restore_asked = Signal(object)
    renaming_asked = Signal(object)
    removal_asked = Signal(object)
    table_asked = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("版本历史"))
        self.setModal(True)
        self.resize(USUAL)
        self._model = QStandardItemModel(self)
        self.words = label(tr("正在读版本…"))
        self.table = self._make_table()
        self.compare_button = push_button(
            tr("看差别"), tr("选一个，与现在的文稿比；选两个（Ctrl+单击），两个相比"), self._compare
        )
        self.export_button = push_button(tr("导出对照表…"), tr("把差别写成条文对照表（.docx）"), self._export)
        self.rename_button = push_button(tr("改名…"), tr("改版本的名称（F2）"), self._rename)
        self.remove_button = push_button(tr("删除…"), tr("删除这个版本（Delete）"), self._remove)
        self.restore_button = push_button(
            tr("恢复到此版本"), tr("现在的文稿先自动存为一个版本；审阅意见保留现在的；可以撤销"), self._restore
        )
        self.restore_button.setProperty("primary", True)
        self._lay_out()
        self.table.selectionModel().selectionChanged.connect(self._refresh)
        self._refresh()

    def show_entries(self, entries: Sequence[Entry], today: date) -> None:
        """Show the history; the row that was current stays so."""
        row = max(1, self.table.currentIndex().row())
        self._model.removeRows(0, self._model.rowCount())
        for entry in entries:
            self._model.appendRow(_items(entry, today))
        count = len(entries) - 1
        kept = tr("{count} 个版本，保存在这台电脑上。", count=count)
        self.words.setText(kept if count else tr("还没有版本。用“存为版本”给现在的文稿留一份，以后可以比较和恢复。"))
        index = self._model.index(min(row, count), 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.table.selectionModel().setCurrentIndex(index, flags)
        self.table.setFocus()
        self._refresh()

    @property
    def chosen(self) -> list[Entry]:
        """The entries that are selected, the older first."""
        rows = sorted({index.row() for index in self.table.selectionModel().selectedRows()}, reverse=True)
        return [self._model.item(row).data(_ENTRY) for row in rows]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """F2 renames, Delete drops, Enter shows the differences."""
        key = event.key()
        if key == Qt.Key.Key_F2:
            self._rename()
        elif key == Qt.Key.Key_Delete:
            self._remove()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._compare()
        else:
            super().keyPressEvent(event)

    def _refresh(self) -> None:
        one, pair = self._one, self._pair
        for button in (self.rename_button, self.remove_button):
            button.setEnabled(one is not None)
        self.restore_button.setEnabled(one is not None and one.draft is not None)
        for button in (self.compare_button, self.export_button):
            button.setEnabled(pair is not None)

    @property
    def _one(self) -> Entry | None:
        """The version that is selected, if it is one alone."""
        chosen = self.chosen
        return chosen[0] if len(chosen) == 1 and chosen[0].version is not None else None

    @property
    def _pair(self) -> tuple[Entry, Entry] | None:
        """The two entries to compare, the older first: what is selected, one alone with the draft as it is now."""
        chosen = self.chosen
        if len(chosen) == 1 and chosen[0].version is not None:
            chosen.append(self._model.item(0).data(_ENTRY))
        if len(chosen) != 2 or any(entry.draft is None for entry in chosen):
            return None
        return chosen[0], chosen[1]

    def _compare(self) -> None:
        if self._pair is not None:
            self.compared.emit(*self._pair)

    def _export(self) -> None:
        if self._pair is not None:
            self.table_asked.emit(*self._pair)

    def _restore(self) -> None:
        if self._one is not None:
            self.restore_asked.emit(self._one)

    def _rename(self) -> None:
        if self._one is not None:
            self.renaming_asked.emit(self._one)

    def _remove(self) -> None:
        if self._one is not None:
            self.removal_asked.emit(self._one)

    def _make_table(self) -> QTreeView:
        table = QTreeView()
        table.setModel(self._model)
        self._model.setHorizontalHeaderLabels([tr(head) for head in HEADS])
        table.setProperty("report", True)
        table.setAccessibleName(tr("版本"))
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        table.setAllColumnsShowFocus(True)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setTabKeyNavigation(False)
        header = table.header()
        header.setStretchLastSection(True)
        header.setSectionsMovable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in enumerate((240, 150, 80, 70)):
            table.setColumnWidth(column, width)
        table.setItemDelegate(_Delegate(table))
        table.setMouseTracking(True)
        table.doubleClicked.connect(self._compare)
        return table

    def _lay_out(self) -> None:
        head, foot = surface("head"), surface("foot")
        head_row, foot_row = QHBoxLayout(head), QHBoxLayout(foot)
        head_row.setContentsMargins(16, 10, 16, 11)
        head_row.addWidget(self.words)
        foot_row.setContentsMargins(16, 12, 16, 12)
        foot_row.setSpacing(8)
        close = push_button(tr("关闭"), tr("关闭（Esc）"), self.reject)
        asides: tuple[QPushButton, ...] = (
            self.compare_button,
            self.export_button,
            self.rename_button,
            self.remove_button,
        )
        for button in (*asides, close, self.restore_button):
            button.setAutoDefault(False)
            button.setMinimumHeight(32)
            if button is close:
                foot_row.addStretch(1)
            foot_row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.table, 1)
        column.addWidget(foot)


class _Delegate(QStyledItemDelegate):
    """Paints a row's cells on the ground that all lists have."""

    def __init__(self, table: QTreeView) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, ARG002
        """Return a row of the height that the font asks for."""
        return QSize(60, row_height(self._table, 28))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell; the first draws the ground of the whole row."""
        row, first = read_row(option), index.sibling(index.row(), 0)
        row = replace(row, view=self._table, chosen=self._table.selectionModel().isSelected(first))
        painter.save()
        if index.column() == 0:
            paint_ground(painter, row, tokens().base)
        painter.setFont(row.font)
        entry = first.data(_ENTRY)
        is_quiet = isinstance(entry, Entry) and (entry.draft is None or index.column() > 0)
        painter.setPen(QColor(tokens().text2 if is_quiet else tokens().text))
        box = row.rect.adjusted(_PADDING, 0, -_PADDING, 0)
        words = painter.fontMetrics().elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.restore()


def _items(entry: Entry, today: date) -> list[QStandardItem]:
    version = entry.version
    when = moment_words(version.when, today) if version else ""
    name = entry.name + (tr("（自动）") if version and version.is_automatic else "")
    known = entry.draft is not None
    cells = (name, when, f"{entry.characters:,}" if known else "", str(entry.clauses) if known else "", entry.changes)
    items = [QStandardItem(words) for words in cells]
    heads = [tr(head) for head in HEADS]
    items[0].setData(entry, _ENTRY)
    spoken = tr("，").join(f"{head} {words}" for head, words in zip(heads, cells, strict=True) if words)
    items[0].setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
    for item, words in zip(items, cells, strict=True):
        item.setToolTip(words)
    return items
