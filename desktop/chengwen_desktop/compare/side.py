"""覆盖: which topics the draft and its precedents regulate, and what the draft leaves out."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from chengwen_desktop.compare.covering import Covered, TopicRow
from chengwen_desktop.origins import Origins, character
from chengwen_desktop.rows import row_height
from chengwen_desktop.tabbed_pane import TabbedPane
from chengwen_desktop.theme import current
from chengwen_desktop.theme.current import tokens
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import bold, empty, label, link_button, surface
from chengwen_library.model import Measure

LISTED = 6
"""Missing topics that are listed below the table; the table marks them all."""

_TOPIC, _OWN = 0, 1

Index = QModelIndex | QPersistentModelIndex


class CoverageSide(QWidget):
    """The side. `searched` carries a topic to look for in the library."""

    searched = Signal(str)

    def __init__(self, origins: Origins) -> None:
        super().__init__()
        self.table = _Table(origins)
        self.table.activated.connect(self._on_activated)
        self.table.installEventFilter(self)
        self._title = label("")
        self._title.setFont(bold(self._title.font()))
        self._note = label("", "note")
        self._rows = QVBoxLayout()
        self._lay_out()
        self.show_covered(None)

    def show_covered(self, covered: Covered | None) -> None:
        """Show what is regulated; None shows that it is not known yet."""
        self.table.show_covered(covered)
        empty(self._rows)
        missing = covered.missing if covered else ()
        count = len(missing)
        self._title.setText(
            tr("本稿没有规定的 {count} 个主题", count=count) if count else tr("先例规定的主题，本稿都有")
        )
        self._title.setVisible(covered is not None)
        for row in missing[:LISTED]:
            self._rows.addWidget(self._missing(row, len(covered.measures) if covered else 0))
        told = tr("数字是该件文件里规定这一主题的条数。选中一个主题按 Enter，就检索它。")
        if covered and covered.left_out:
            told = tr("只列用得最多的 {count} 件先例。", count=len(covered.measures)) + told
        self._note.setText(told if covered else tr("对照完就列出各件先例规定的主题。"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Enter searches the chosen topic, wherever in its row the choice stands."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and _is_enter(event):
            self._on_activated(self.table.currentIndex())
            return True
        return super().eventFilter(watched, event)

    def _on_activated(self, index: QModelIndex) -> None:
        row = self.table.rows.row(index)
        if row is not None:
            self.searched.emit(row.topic)

    def _missing(self, row: TopicRow, total: int) -> QWidget:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        held = row.held_by
        words = tr("{count} 件先例都有", count=held) if held == total else tr("{count} 件先例有", count=held)
        name, told = label(row.topic), label(words, "note")
        for each in (name, told):
            each.setWordWrap(False)
        way = link_button(tr("看先例"), tr("检索“{topic}”", topic=row.topic), lambda: self.searched.emit(row.topic))
        way.setAccessibleName(tr("看先例 {topic}", topic=row.topic))
        for widget in (name, told):
            line.addWidget(widget)
        line.addStretch(1)
        line.addWidget(way)
        return holder

    def _lay_out(self) -> None:
        foot = surface("base")
        below = QVBoxLayout(foot)
        below.setContentsMargins(12, 12, 12, 12)
        below.setSpacing(2)
        below.addWidget(self._title)
        below.addLayout(self._rows)
        below.addSpacing(8)
        below.addWidget(self._note)
        below.addStretch(1)
        area = QScrollArea()
        area.setAccessibleName(tr("本稿没有规定的主题"))
        area.setWidget(foot)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        page = QWidget()
        inner = QVBoxLayout(page)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        line = surface("line")
        line.setFixedHeight(1)
        inner.addWidget(self.table, 3)
        inner.addWidget(line)
        inner.addWidget(area, 2)
        tabs = TabbedPane(tr("覆盖"))
        tabs.add(page, tr("覆盖"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(tabs)


_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


class _Table(QTableView):
    def __init__(self, origins: Origins) -> None:
        super().__init__()
        self._widest = 108
        self.rows = _Rows(origins, self)
        self.setModel(self.rows)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(tr("覆盖"))
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        for corner in self.findChildren(QAbstractButton):
            corner.setAccessibleName(tr("全选"))  # Qt's own, where the heads meet; never shown
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(row_height(self, 28))
        self.verticalHeader().setMinimumSectionSize(row_height(self, 28))
        self.verticalHeader().setAccessibleName(tr("主题"))
        head = self.horizontalHeader()
        head.setAccessibleName(tr("本稿和先例"))
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setHighlightSections(False)
        head.setMinimumSectionSize(30)
        head.setFixedHeight(row_height(self, 28))
        current.changed.connect(self.viewport().update)

    def show_covered(self, covered: Covered | None) -> None:
        """Show the rows; the chosen topic stays chosen."""
        before = self.rows.row(self.currentIndex())
        self.rows.show_covered(covered)
        metrics = self.fontMetrics()
        topics = [row.topic for row in covered.rows] if covered else []
        self._widest = max([108, *(metrics.horizontalAdvance(topic) + 20 for topic in topics)])
        self.setColumnWidth(_OWN, metrics.horizontalAdvance(tr("本稿")) + 20)
        for column in range(_OWN + 1, self.rows.columnCount()):
            self.setColumnWidth(column, metrics.horizontalAdvance("鄂") + 18)
        self._share_out()
        if before is not None and before.topic in topics:
            self.setCurrentIndex(self.rows.index(topics.index(before.topic), _TOPIC))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Give the topics what room the figures leave."""
        super().resizeEvent(event)
        self._share_out()

    def _share_out(self) -> None:
        figures = sum(self.columnWidth(column) for column in range(_OWN, self.rows.columnCount()))
        self.setColumnWidth(_TOPIC, max(self._widest, self.viewport().width() - figures))


class _Rows(QAbstractTableModel):
    def __init__(self, origins: Origins, parent: QObject) -> None:
        super().__init__(parent)
        self._origins = origins
        self._covered: Covered | None = None

    def show_covered(self, covered: Covered | None) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._covered = covered
        self.endResetModel()

    def row(self, index: Index) -> TopicRow | None:
        """Return the topic of a row."""
        return self._covered.rows[index.row()] if self._covered and index.isValid() else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Return the number of topics."""
        return len(self._covered.rows) if self._covered and not parent.isValid() else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008, ARG002
        """Return the topic, the draft, and the precedent measures."""
        return 2 + len(self._covered.measures) if self._covered else 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's words; 无 is a topic that precedents regulate and the draft does not."""
        row = self.row(index)
        if row is None:
            return None
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return row.topic if column == _TOPIC else _cell(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole and column != _TOPIC:
            held = _cell(row, column) if _count(row, column) else tr("无")
            return tr("{topic}，{name}，{held}", topic=row.topic, name=self._name(column), held=held)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.topic
        if role == Qt.ItemDataRole.ToolTipRole:
            told = tr("本稿没有规定，{count} 件先例有", count=row.held_by) if row.is_missing else ""
            return "\n".join(filter(None, [row.topic, told, tr("Enter 检索这个主题")]))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # noqa: N802
        """Return the heads: one-character names of regions, in their colours."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        measure = self._covered.measures[section - 2] if self._covered and section > _OWN else None
        if role == Qt.ItemDataRole.DisplayRole:
            return _short(measure) if measure else self._name(section)
        if role == Qt.ItemDataRole.ForegroundRole and measure:
            return QColor(self._origins.colour(measure.region)) if measure.region else None
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._name(section)
        if role == Qt.ItemDataRole.TextAlignmentRole and section > _TOPIC:
            return Qt.AlignmentFlag.AlignCenter
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _name(self, column: int) -> str:
        if column <= _OWN or self._covered is None:
            return tr("主题") if column == _TOPIC else tr("本稿")
        measure = self._covered.measures[column - 2]
        return "　".join(
            filter(None, [measure.region, f"《{measure.title}》" if measure.title else "", measure.doc_number])
        )


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: _Table) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell; the row's ground is whole, with an edge at its left where the focus is."""
        given: Any = option  # PySide's stubs leave out the members of style options
        view, column = self._view, index.column()
        topic = view.rows.row(index)
        if topic is None:
            return
        rect, chosen = QRect(given.rect), bool(given.state & QStyle.StateFlag.State_Selected)
        focused = view.hasFocus()
        ground = tokens().alt if topic.is_missing else tokens().base
        if chosen:
            ground = tokens().sel if focused else tokens().sel_off
        painter.save()
        painter.fillRect(rect, QColor(ground))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(tokens().hair))
        if chosen and focused and column == _TOPIC:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(tokens().accent))
        words = topic.topic if column == _TOPIC else _cell(topic, column)
        is_missing = topic.is_missing and column == _OWN
        if is_missing:
            painter.setFont(bold(view.font()))
        role = "warn" if is_missing else "text" if words != "·" else "text3"
        painter.setPen(QColor(getattr(tokens(), role)))
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        flags = left if column == _TOPIC else Qt.AlignmentFlag.AlignCenter
        painter.drawText(rect.adjusted(10, 0, -2, 0) if column == _TOPIC else rect, flags, words)
        painter.restore()


def _short(measure: Measure) -> str:
    return character(measure.region) if measure.region else "—"


def _is_enter(event: QKeyEvent) -> bool:
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & _MODIFIERS


def _count(row: TopicRow, column: int) -> int:
    return row.own if column == _OWN else row.theirs[column - 2]


def _cell(row: TopicRow, column: int) -> str:
    if column == _OWN and row.is_missing:
        return tr("无")
    return str(_count(row, column) or "·")
