"""The hits as rows of a list: each group of hits below a row that says why they are there."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from chengwen_desktop.search.finder import place_words
from chengwen_index.search import Answer, Hit
from chengwen_library.regions import short_name

HIT = Qt.ItemDataRole.UserRole
GROUP = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Group:
    """The head of a group: why its hits are there, and how many there are."""

    words: str
    count: str


Row = Group | Hit


class HitModel(QAbstractListModel):
    """Rows of an answer. The row of a group cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show_answer(self, answer: Answer | None) -> None:
        """Show another answer; None shows nothing."""
        self.beginResetModel()
        self._rows = rows(answer) if answer else []
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row's hit or group, or its words for those who cannot see it."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == HIT:
            return row if isinstance(row, Hit) else None
        if role == GROUP:
            return row if isinstance(row, Group) else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _spoken(row)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let only hits be chosen."""
        if not index.isValid() or isinstance(self._rows[index.row()], Group):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def first_hit(self) -> QModelIndex:
        """Return the first row that is a hit; an invalid index if there is none."""
        number = next((number for number, row in enumerate(self._rows) if isinstance(row, Hit)), -1)
        return self.index(number) if number >= 0 else QModelIndex()

    def row_of(self, measure: str, eid: str) -> QModelIndex:
        """Return the row of a clause; an invalid index if it was not found."""
        for number, row in enumerate(self._rows):
            if isinstance(row, Hit) and (row.measure_id, row.eid) == (measure, eid):
                return self.index(number)
        return QModelIndex()


def rows(answer: Answer) -> list[Row]:
    """Return the rows: hits alone when each has all that was asked for, else in groups."""
    groups: dict[str, list[Hit]] = {}
    for hit in answer.hits:
        groups.setdefault(_reason(hit), []).append(hit)
    if all(hit.group == "all" for hit in answer.hits):
        return list(answer.hits)
    return [row for reason, hits in groups.items() for row in (Group(reason, f"{len(hits)} 条"), *hits)]


def _reason(hit: Hit) -> str:
    if hit.group == "all":
        return "要找的词都有"
    longest = [word for word in hit.words if not any(word != other and word in other for other in hit.words)]
    return f"近义：{'、'.join(longest)}" if hit.group == "synonym" else f"只有“{'”“'.join(longest)}”"


def _spoken(row: Row) -> str:
    if isinstance(row, Group):
        return f"{row.words}，{row.count}"
    region = short_name(row.region) if row.region else ""
    return f"{row.heading or place_words(row)}，{region}{place_words(row)}，{row.snippet}"
