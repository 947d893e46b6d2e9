"""The pairs as rows of a list, narrowed down by what the clauses are to their precedents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from chengwen_desktop.compare.pairs import Filter, Pair, spoken, tip
from chengwen_index.comparing.comparison import Compared
from chengwen_library.model import Clause

PAIR = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex


class PairModel(QAbstractListModel):
    """All pairs of a draft, and the rows that show of them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pairs: list[Pair] = []
        self.filter = Filter.ALL
        self._shown: list[int] = []

    @property
    def waiting(self) -> int:
        """How many clauses are not compared yet."""
        return sum(pair.compared is None for pair in self.pairs)

    def show_clauses(self, clauses: Sequence[Clause], known: Sequence[Compared | None]) -> None:
        """Show the clauses of a draft; which precedent showed, and what was unfolded, stays so for equal clauses."""
        before = {pair.clause.eid: pair for pair in self.pairs}
        pairs = [_kept(before.get(clause.eid), clause, one) for clause, one in zip(clauses, known, strict=True)]
        same = [pair.clause.eid for pair in self.pairs] == [pair.clause.eid for pair in pairs]
        if not same or self.filter is not Filter.ALL:
            self._reset(pairs)
            return
        changed = [row for row, (old, new) in enumerate(zip(self.pairs, pairs, strict=True)) if _differs(old, new)]
        self.pairs = pairs
        for row in changed:
            self._tell(row)

    def take(self, compared: Sequence[tuple[int, Compared]]) -> None:
        """Take clauses that were compared, with their numbers."""
        for number, one in compared:
            self.pairs[number] = replace(self.pairs[number], compared=one, at=0, boxed=None)
        if self.filter is not Filter.ALL:
            self._reset(self.pairs)
            return
        for number, _ in compared:
            self._tell(number)

    def narrow(self, wanted: Filter) -> None:
        """Show only some of the rows."""
        self.filter = wanted
        self._reset(self.pairs)

    def change(self, index: Index, make: Callable[[Pair], Pair]) -> None:
        """Change how a row shows."""
        number = self._shown[index.row()]
        self.pairs[number] = make(self.pairs[number])
        place = self.index(index.row())
        self.dataChanged.emit(place, place)

    def pair(self, row: int) -> Pair:
        """Return the pair that a row shows."""
        return self.pairs[self._shown[row]]

    def number(self, index: Index) -> int:
        """Return the number of a row's clause among all of the draft; 0 for no row."""
        return self._shown[index.row()] if index.isValid() else 0

    def row_of(self, eid: str) -> QModelIndex:
        """Return the row of a clause, or of the one that holds the unit `eid`; invalid if it does not show."""
        best = QModelIndex()
        longest = -1
        for row, number in enumerate(self._shown):
            known = self.pairs[number].clause.eid
            if (eid == known or eid.startswith(known + "__")) and len(known) > longest:
                best, longest = self.index(row), len(known)
        return best

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Return the number of rows that show."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row's pair, or its words for those who cannot see it."""
        if not index.isValid():
            return None
        pair = self.pairs[self._shown[index.row()]]
        if role == PAIR:
            return pair
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(pair)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(pair) or None
        return None

    def _reset(self, pairs: list[Pair]) -> None:
        self.beginResetModel()
        self.pairs = pairs
        self._shown = [number for number, pair in enumerate(pairs) if pair.fits(self.filter)]
        self.endResetModel()

    def _tell(self, row: int) -> None:
        place = self.index(row)
        self.dataChanged.emit(place, place)


def _kept(before: Pair | None, clause: Clause, compared: Compared | None) -> Pair:
    if before is None or before.compared is None or compared is None:
        return Pair(clause, compared)
    same = before.compared.precedents == compared.precedents
    return replace(before, clause=clause, compared=compared) if same else Pair(clause, compared)


def _differs(old: Pair, new: Pair) -> bool:
    """Tell whether two pairs of one place look different; the drafts around them are not compared."""
    is_same = (old.clause.path, old.clause.heading, old.clause.text) == (
        new.clause.path,
        new.clause.heading,
        new.clause.text,
    )
    return not is_same or old.compared is None or new.compared is None or old.precedent is not new.precedent
