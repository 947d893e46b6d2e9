"""The rows of the palette: heads of groups and, below them, what was found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from chengwen_desktop.palette.entries import Group
from chengwen_desktop.palette.matching import Match
from chengwen_desktop.translation import marked, tr

MATCH = Qt.ItemDataRole.UserRole
HEAD = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex

_SEVERITIES = {"err": marked("有错误"), "warn": marked("有警告"), "hint": marked("有提示")}


class PaletteModel(QAbstractListModel):
    """The rows; heads cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Group | Match] = []

    def show_found(self, groups: Sequence[tuple[Group, Sequence[Match]]]) -> None:
        """Show these groups."""
        self.beginResetModel()
        self._rows = [row for group, matches in groups for row in (group, *matches)]
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let entries be chosen, heads not."""
        if isinstance(self._rows[index.row()], Match):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what was found, the words of a head, or what a row says to those who hear it."""
        row = self._rows[index.row()]
        if role == MATCH:
            return row if isinstance(row, Match) else None
        if role == HEAD:
            return tr(row.value) if isinstance(row, Group) else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(row) if isinstance(row, Match) else tr(row.value)
        return None

    def step(self, row: int, by: int) -> int:
        """Return the next row that can be chosen, going round at the ends; -1 if there is none."""
        count = len(self._rows)
        for number in range(1, count + 1):
            candidate = (row + by * number) % count
            if isinstance(self._rows[candidate], Match):
                return candidate
        return -1


def spoken(match: Match) -> str:
    """Return what a row says."""
    entry = match.entry
    severity = tr(_SEVERITIES[entry.severity.value]) if entry.severity else ""
    return tr("，").join(filter(None, [f"{entry.mark}{entry.words}", match.note, severity, entry.keys, entry.off]))
