"""One table's rows as a model."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from chengwen_desktop.tables.sheets import Sheet, cell_words, warns
from chengwen_desktop.translation import tr
from chengwen_templates.comparison_table.content import Row

WARNS = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class SheetModel(QAbstractTableModel):
    """The rows; `data` has also whether a cell warns, and the whole row in words for a screen reader."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()
        self._words: list[tuple[str, ...]] = []
        self._heads: tuple[str, ...] = ()

    def take(self, sheet: Sheet) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = sheet.rows
        self._words = [cell_words(row) for row in sheet.rows]
        self._heads = sheet.table.head if sheet.table else ()
        self.endResetModel()

    def rowCount(self, parent: Index = _TOP) -> int:  # noqa: N802
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _TOP) -> int:  # noqa: N802
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._heads)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the head of a column."""
        is_head = role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal
        return self._heads[section] if is_head else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's words, whether it warns, or what is said of it."""
        words = self._words[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return words[index.column()]
        if role == WARNS:
            return warns(self.rows[index.row()], index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._row_words(index.row()) if index.column() == 0 else words[index.column()]
        return None

    def _row_words(self, row: int) -> str:
        """Return all of a row; a screen reader comes to its first cell."""
        return tr("，").join(f"{head} {cell}" for head, cell in zip(self._heads, self._words[row], strict=True))
