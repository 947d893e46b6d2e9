"""The library as a tree that is filled where it is opened: groups, their measures, the clauses of a measure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from chengwen_desktop.library_pane.grouping import Group, Grouping, fitting, groups, shown_name
from chengwen_desktop.translation import day_words, marked, tr
from chengwen_index.holdings import Held, Holdings
from chengwen_library.model import Clause, ClauseKind, Status

ITEM = Qt.ItemDataRole.UserRole
"""What a row is: a Group, a Held measure, or a Clause."""

PAGE = 500
"""Measures of a group that are listed at once; a row below them lists more."""


@dataclass(frozen=True, slots=True)
class More:
    """The row below the measures that are listed: how many are left over."""

    left: int


Item = Group | Held | Clause | More
Index = QModelIndex | QPersistentModelIndex

_KINDS = {ClauseKind.PREAMBLE: marked("引言"), ClauseKind.LEAD: marked("总述"), ClauseKind.CLOSING: marked("结尾")}


@dataclass(slots=True)
class _Node:
    item: Item
    parent: int
    row: int
    below: list[int] | None = None
    is_asked: bool = False


class LibraryModel(QAbstractItemModel):
    """The tree. `wanted` asks for the clauses of the measure at an index; `put_clauses` brings them."""

    wanted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.grouping = Grouping.REGION
        self.found = 0
        self._nodes: list[_Node] = []
        self._top: list[int] = []

    def show_holdings(self, holdings: Holdings, by: Grouping, words: str) -> None:
        """Show the measures that hold the words, in groups."""
        fits = fitting(holdings, words)
        made = groups(holdings, by, fits)
        self.beginResetModel()
        self.grouping = by
        self.found = sum(fits)
        self._nodes = [_Node(group, -1, row) for row, group in enumerate(made)]
        self._top = list(range(len(made)))
        self.endResetModel()

    def put_clauses(self, index: Index, clauses: Sequence[Clause]) -> None:
        """Put clauses below a measure; twice does nothing."""
        node = self._nodes[index.internalId()] if index.isValid() else None
        if node is not None and node.below is None:
            self._fill(index, node, clauses)

    def list_more(self, index: Index) -> None:
        """List the next measures above the row that stands for those left over."""
        more = self._nodes[index.internalId()]
        group = self._nodes[more.parent]
        if not isinstance(more.item, More) or not isinstance(group.item, Group) or group.below is None:
            return
        first = more.row
        added = group.item.measures[first : first + PAGE]
        place = self.createIndex(group.row, 0, more.parent)
        self.beginInsertRows(place, first, first + len(added) - 1)
        number = len(self._nodes)
        self._nodes += [_Node(held, more.parent, first + row) for row, held in enumerate(added)]
        group.below[first:first] = range(number, number + len(added))
        more.row = first + len(added)
        more.item = More(more.item.left - len(added))
        self.endInsertRows()
        if not more.item.left:
            self.beginRemoveRows(place, more.row, more.row)
            group.below.pop()
            self.endRemoveRows()

    def index_of(self, identity: str) -> QModelIndex:
        """Return a row of a measure in a group that was opened; invalid if there is none."""
        for number, node in enumerate(self._nodes):
            if isinstance(node.item, Held) and node.item.measure_id == identity:
                return self.createIndex(node.row, 0, number)
        return QModelIndex()

    def topic_of(self, index: Index) -> str | None:
        """Return the topic of the group that a measure stands in."""
        item = self.item(index.parent())
        return item.topic if isinstance(item, Group) else None

    def item(self, index: Index) -> Item | None:
        """Return what a row is."""
        return self._nodes[index.internalId()].item if index.isValid() else None

    def index(self, row: int, column: int = 0, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """Return the place of a row."""
        below = self._below(parent)
        return self.createIndex(row, column, below[row]) if 0 <= row < len(below) and not column else QModelIndex()

    def parent(self, index: Index) -> QModelIndex:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Return the place of the row above."""
        if not index.isValid():
            return QModelIndex()
        above = self._nodes[index.internalId()].parent
        return self.createIndex(self._nodes[above].row, 0, above) if above >= 0 else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Return how many rows were made below a row."""
        return len(self._below(parent))

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008, ARG002
        """Return one."""
        return 1

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: N802, B008
        """Tell whether a row can be opened."""
        item = self.item(parent)
        return bool(self._top) if item is None else not isinstance(item, Clause | More)

    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802
        """Tell whether the rows below a row were not made yet."""
        node = self._nodes[parent.internalId()] if parent.isValid() else None
        return (
            node is not None and node.below is None and not node.is_asked and not isinstance(node.item, Clause | More)
        )

    def fetchMore(self, parent: Index) -> None:  # noqa: N802
        """Make the measures of a group; ask for the clauses of a measure."""
        if not self.canFetchMore(parent):
            return
        node = self._nodes[parent.internalId()]
        node.is_asked = True
        if isinstance(node.item, Group):
            listed = node.item.measures[:PAGE]
            left = len(node.item.measures) - len(listed)
            self._fill(parent, node, (*listed, More(left)) if left else listed)
        else:
            self.wanted.emit(QPersistentModelIndex(parent))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row's words."""
        item = self.item(index)
        if item is None:
            return None
        if role == ITEM:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(item)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr("，").join(filter(None, [self.words(item), note(item)]))
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(item)
        return None

    def words(self, item: Item) -> str:
        """Return what a row is called."""
        if isinstance(item, Group):
            return shown_name(item, self.grouping)
        if isinstance(item, Held):
            return named(item)
        if isinstance(item, More):
            return tr("再列一些，还有 {count} 件", count=f"{item.left:,}")
        return clause_words(item)

    def _fill(self, parent: Index, node: _Node, items: Sequence[Item]) -> None:
        place = self.createIndex(node.row, 0, parent.internalId())
        first = len(self._nodes)
        if items:
            self.beginInsertRows(place, 0, len(items) - 1)
        above = parent.internalId()
        self._nodes += [_Node(item, above, row) for row, item in enumerate(items)]
        node.below = list(range(first, first + len(items)))
        if items:
            self.endInsertRows()

    def _below(self, parent: Index) -> list[int]:
        return (self._nodes[parent.internalId()].below or []) if parent.isValid() else self._top


def named(held: Held) -> str:
    """Return what a measure is called: its title, else its 文号 or region."""
    return held.title or tr("原文没有标题，{name}", name=held.doc_number or held.region or held.measure_id)


def clause_words(clause: Clause) -> str:
    """Return mark and heading of a clause; without a heading the first words."""
    mark = clause.path[-1] if clause.path else ""
    kind = _KINDS.get(clause.kind)
    rest = clause.heading or clause.text[:30].replace("\n", " ")
    gap = " " if mark[-1:].isascii() else ""
    return f"{mark}{tr(kind)}　{rest}" if kind else f"{mark}{gap}{rest}"


def note(item: Item) -> str:
    """Return what stands at the right of a row: how many measures or clauses, and the status if it says something."""
    if isinstance(item, Group):
        return tr("{count} 件", count=f"{len(item.measures):,}")
    if isinstance(item, Held):
        telling = item.status not in (Status.UNVERIFIED.value, Status.IN_FORCE.value)
        return "　".join(filter(None, [tr(item.status) if telling else "", tr("{count} 条", count=item.clauses)]))
    return ""


def _tip(item: Item) -> str:
    if isinstance(item, Group):
        return tr("{name}，{note}", name=item.name, note=note(item))
    if isinstance(item, Clause):
        return clause_words(item)
    if isinstance(item, More):
        return tr("件数多的时候，在上面写题目里的字更快")
    when = day_words(item.date) if item.date else tr("未署日期")
    facts = "　".join(filter(None, [item.doc_number, when, tr("效力{status}", status=tr(item.status))]))
    return f"{named(item)}\n{facts}"
