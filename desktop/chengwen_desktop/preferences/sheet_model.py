"""The rows of a sheet as a Qt model; an edit goes out as new rows and comes back through `show_rows`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from chengwen_desktop.preferences.sheets import TICKED, CellFault, Row, Rows, Sheet
from chengwen_desktop.theme.current import tokens
from chengwen_desktop.theme.marks import Severity
from chengwen_desktop.theme.severity_icon import severity_icon
from chengwen_desktop.translation import tr

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


class SheetModel(QAbstractTableModel):
    """`edited` carries the place of a cell and what a person wrote there."""

    edited = Signal(int, int, str)

    def __init__(self, sheet: Sheet, parent: QObject) -> None:
        super().__init__(parent)
        self.sheet = sheet
        self.rows: Rows = ()
        self.faults: tuple[CellFault, ...] = ()
        self._by_cell: dict[tuple[int, int], CellFault] = {}

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; where only cells differ, place and selection stay."""
        alike = len(rows) == len(self.rows)
        if not alike:
            self.beginResetModel()
        self.rows = tuple(rows)
        self.faults = self.sheet.faults(rows)
        self._by_cell = {(one.row, one.column): one for one in reversed(self.faults)}
        if not alike:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self.sheet.columns) - 1))

    def fault_at(self, row: int, column: int) -> CellFault | None:
        """Return the first fault of a cell."""
        return self._by_cell.get((row, column))

    def fault_in(self, row: int) -> CellFault | None:
        """Return the first fault of a row."""
        return next((one for one in self.faults if one.row == row), None)

    def with_cell(self, row: int, column: int, words: str) -> Rows:
        """Return the rows with one cell written otherwise."""
        cells = list(self.rows[row].cells)
        cells[column] = words
        return (*self.rows[:row], replace(self.rows[row], cells=tuple(cells)), *self.rows[row + 1 :])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.sheet.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:  # noqa: N802
        """Return a column's head, what is to be written there, or a row's number."""
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(self.sheet.columns):
            column = self.sheet.columns[section]
            words = column.words if role == _Role.DisplayRole else column.help if role == _Role.ToolTipRole else ""
            return tr(words) if words else None
        return str(section + 1) if role == _Role.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a cell."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        column = self.sheet.columns[index.column()]
        if column.ticked:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags if column.told else flags | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        """Return a cell's words, its tick, its fault."""
        column = self.sheet.columns[index.column()]
        words = self.rows[index.row()].cells[index.column()]
        fault = self.fault_at(index.row(), index.column())
        if role in (_Role.DisplayRole, _Role.EditRole):
            return None if column.ticked else words
        if role == _Role.CheckStateRole and column.ticked:
            return Qt.CheckState.Checked if words == TICKED else Qt.CheckState.Unchecked
        if role == _Role.ToolTipRole:
            return fault.message if fault else words
        if role == _Role.DecorationRole and fault:
            return severity_icon(Severity.ERROR)
        if role == _Role.ForegroundRole and (fault or column.told):
            return QColor(tokens().err if fault else tokens().text2)
        if role == _Role.AccessibleTextRole:
            return self._spoken(column.words, words if not column.ticked else tr("是") if words else tr("否"), fault)
        return None

    def setData(self, index: Index, value: object, role: int = _Role.EditRole) -> bool:  # noqa: N802
        """Send out what was written or ticked, if it is something else than before."""
        ticks = role == _Role.CheckStateRole
        if ticks:
            words = TICKED if Qt.CheckState(value) is Qt.CheckState.Checked else ""
        else:
            words = " ".join(str(value).split())
        if role not in (_Role.EditRole, _Role.CheckStateRole) or words == self.rows[index.row()].cells[index.column()]:
            return False
        self.edited.emit(index.row(), index.column(), words)
        return True

    def _spoken(self, head: str, words: str, fault: CellFault | None) -> str:
        said = " ".join((tr(head), words or tr("空")))
        return tr("{said}，{message}", said=said, message=fault.message) if fault else said
