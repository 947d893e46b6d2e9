"""The findings as a list's model: those of the severities looked at, with the words for a screen reader."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from chengwen_desktop.checking.looking import Row
from chengwen_desktop.checking.words import SEVERITIES
from chengwen_desktop.theme.marks import Severity
from chengwen_desktop.translation import tr

ROW = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class FindingModel(QAbstractListModel):
    """The rows that are looked at: all that count, or those of some severities alone, or those passed over."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Row, ...] = ()
        self._only: frozenset[Severity] = frozenset()
        self._ignored = False
        self.rows: tuple[Row, ...] = ()

    def take(self, rows: Sequence[Row]) -> None:
        """Take other findings."""
        self._all = tuple(rows)
        self._select()

    def look_at(self, only: frozenset[Severity], *, ignored: bool) -> None:
        """Look at these severities alone (none: at all), or at what was passed over."""
        self._only, self._ignored = only, ignored
        self._select()

    def rowCount(self, parent: Index = _TOP) -> int:  # noqa: N802
        """Return how many findings are looked at."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a finding, its message, or what is said of it."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        match role:
            case _ if role == ROW:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return row.finding.message
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(row)
            case Qt.ItemDataRole.ToolTipRole:
                return told(row)
            case _:
                return None

    def _select(self) -> None:
        wanted = tuple(row for row in self._all if row.is_ignored == self._ignored and self._is_wanted(row))
        if len(wanted) == len(self.rows):
            self.rows = wanted
            self.dataChanged.emit(self.index(0), self.index(max(0, len(wanted) - 1)))
            return
        self.beginResetModel()
        self.rows = wanted
        self.endResetModel()

    def _is_wanted(self, row: Row) -> bool:
        return not self._only or row.severity in self._only


def spoken(row: Row) -> str:
    """Return a finding in the words of a screen reader."""
    said = [tr(SEVERITIES[row.severity]), row.place, row.finding.message, tr("依据：{basis}", basis=row.basis)]
    return tr("，").join([*said, *([row.fix] if row.fix else [])])


def told(row: Row) -> str:
    """Return all of a finding, for its tooltip."""
    lines = [row.finding.message, tr("依据：{basis}", basis=row.basis)]
    if row.fix:
        lines.append(tr("Alt+Enter {fix}", fix=row.fix))
    return "\n".join(lines)


def placed(row: Row) -> str:
    """Return where a finding is and its message; a message that begins with its place says it once."""
    message = row.finding.message
    return message if message.startswith(row.place) else tr("{place}：{message}", place=row.place, message=message)
