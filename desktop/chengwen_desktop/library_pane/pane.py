"""条款库: a field to narrow the measures down, what they are grouped by, and the tree."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPersistentModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from chengwen_desktop.library_pane.grouping import Group, Grouping
from chengwen_desktop.library_pane.model import LibraryModel
from chengwen_desktop.library_pane.tree import LibraryTree
from chengwen_desktop.theme.icons import icon
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import NOTE, ElidedLabel, empty_page, link_button, push_button, sized_font, surface
from chengwen_index.holdings import Held, Holdings
from chengwen_library.model import Clause, Status

PAUSE = 120
"""Milliseconds without a key before the measures are narrowed down."""

UNFOLDED = 40
"""So few measures that are left over are shown without a click."""


class LibraryPane(QWidget):
    """The pane. `chosen` and `opened` carry a clause; the others carry the measure something is to be done with."""

    chosen = Signal(object)
    opened = Signal(object)
    clauses_wanted = Signal(object, object, object)
    read_asked = Signal(object)
    folder_asked = Signal(object)
    status_asked = Signal(object, object)
    correction_asked = Signal(object)
    removal_asked = Signal(object)
    import_asked = Signal()
    shipped_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._holdings: Holdings | None = None
        self.rows = LibraryModel(self)
        self.tree = LibraryTree(self.rows)
        self.field = self._make_field()
        self.grouping = Grouping.REGION
        self.switches = {by: self._switch(by) for by in Grouping}
        self.figures = ElidedLabel()
        self.figures.setFont(sized_font(NOTE))
        self._stack = QStackedWidget()
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.refresh)
        self._lay_out()
        self._connect()

    def show_holdings(self, holdings: Holdings) -> None:
        """Show another library, or the same one after a change; what was open stays open."""
        self._holdings = holdings
        self.refresh()
        self._stack.setCurrentIndex(1 if holdings.measures else 2)

    def put_clauses(self, index: QPersistentModelIndex, clauses: tuple[Clause, ...]) -> None:
        """Show the clauses that `clauses_wanted` asked for."""
        self.rows.put_clauses(index, clauses)

    def group_by(self, by: Grouping) -> None:
        """Group the measures by something else."""
        self.grouping = by
        self.switches[by].setChecked(True)
        self.refresh()

    def refresh(self) -> None:
        """Show what fits the words in the field."""
        if self._holdings is None:
            return
        open_groups, chosen = self._open_groups(), self.tree.measure
        words = self.field.text().strip()
        self.rows.show_holdings(self._holdings, self.grouping, words)
        few = bool(words) and self.rows.found <= UNFOLDED
        for row in range(self.rows.rowCount()):
            index = self.rows.index(row)
            item = self.rows.item(index)
            if isinstance(item, Group) and (few or item.name in open_groups):
                self.tree.expand(index)
        if chosen is not None:
            self.tree.setCurrentIndex(self.rows.index_of(chosen.measure_id))
        total, clauses = len(self._holdings.measures), sum(held.clauses for held in self._holdings.measures)
        shown = tr("{count} 件，共 {total} 件", count=f"{self.rows.found:,}", total=f"{total:,}")
        whole = tr("{count} 件，{clauses} 条", count=f"{total:,}", clauses=f"{clauses:,}")
        self.figures.set_words(shown if words else whole)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Hand the focus to the tree; as its proxy it would be all of the pane that Tab comes to."""
        self.tree.setFocus(event.reason())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """In the field ↓ and Enter go to the tree, Esc empties it; in the tree Esc goes to the field."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not event.modifiers():
            key = event.key()
            if watched is self.field and key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._to_tree()
                return True
            if watched is self.field and key == Qt.Key.Key_Escape and self.field.text():
                self.field.clear()
                return True
            if watched is self.tree and key == Qt.Key.Key_Escape:
                self.field.setFocus()
                return True
        return super().eventFilter(watched, event)

    def menu(self, held: Held) -> QMenu:
        """Return what can be done with a measure."""
        menu = QMenu(self)
        menu.addAction(tr("打开原文(&O)")).triggered.connect(lambda: self.read_asked.emit(held))
        menu.addAction(tr("打开所在文件夹(&F)")).triggered.connect(lambda: self.folder_asked.emit(held))
        menu.addSeparator()
        states = menu.addMenu(tr("状态(&S)"))
        group = QActionGroup(states)
        for number, status in enumerate((Status.IN_FORCE, Status.AMENDED, Status.REPEALED, *_REST), start=1):
            action = QAction(f"{tr(status.value)}(&{number})", group, checkable=True, checked=held.status == status)
            action.triggered.connect(lambda _=False, status=status: self.status_asked.emit(held, status))
            states.addAction(action)
        menu.addAction(tr("更正读入结果(&C)…")).triggered.connect(lambda: self.correction_asked.emit(held))
        menu.addSeparator()
        menu.addAction(tr("从条款库删除(&D)…")).triggered.connect(lambda: self.removal_asked.emit(held))
        return menu

    def _open_groups(self) -> set[str]:
        found: set[str] = set()
        for row in range(self.rows.rowCount()):
            index = self.rows.index(row)
            item = self.rows.item(index)
            if isinstance(item, Group) and self.tree.isExpanded(index):
                found.add(item.name)
        return found

    def _to_tree(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self.refresh()
        self.tree.setFocus()
        if not self.tree.currentIndex().isValid():
            self.tree.setCurrentIndex(self.rows.index(0))

    def _on_wanted(self, index: QPersistentModelIndex) -> None:
        self.clauses_wanted.emit(index, self.rows.item(index), self.rows.topic_of(index))

    def _on_menu(self, place: QPoint) -> None:
        index = self.tree.indexAt(place)
        if index.isValid():
            self.tree.setCurrentIndex(index)
        held = self.tree.measure
        if held is not None:
            at = place if index.isValid() else self.tree.visualRect(self.tree.currentIndex()).center()
            self.menu(held).popup(self.tree.viewport().mapToGlobal(at))

    def _make_field(self) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(tr("题目、文号、地区"))
        field.setAccessibleName(tr("筛选条款库里的文件"))
        field.setToolTip(tr("只列题目、文号、地区或类型里有这些词的文件"))
        field.setClearButtonEnabled(True)
        field.addAction(icon("funnel"), QLineEdit.ActionPosition.LeadingPosition)
        return field

    def _switch(self, by: Grouping) -> QPushButton:
        button = push_button(tr(by.value), tr("按{name}分组", name=tr(by.value)), lambda: self.group_by(by))
        button.setCheckable(True)
        button.setChecked(by is self.grouping)
        button.setProperty("segment", True)
        return button

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda: self._timer.start())
        self.field.installEventFilter(self)
        self.tree.installEventFilter(self)
        self.tree.chosen.connect(self.chosen)
        self.tree.opened.connect(self.opened)
        self.tree.removal_asked.connect(self.removal_asked)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(self._on_menu)
        self.rows.wanted.connect(self._on_wanted)

    def _lay_out(self) -> None:
        top = surface("alt")
        rows = QVBoxLayout(top)
        rows.setContentsMargins(8, 8, 8, 6)
        rows.setSpacing(6)
        rows.addWidget(self.field)
        switches = QHBoxLayout()
        switches.setSpacing(0)
        group = QButtonGroup(self)
        for button in self.switches.values():
            group.addButton(button)
            switches.addWidget(button)
        rows.addLayout(switches)
        foot = surface("alt")
        below = QHBoxLayout(foot)
        below.setContentsMargins(12, 2, 8, 2)
        below.addWidget(self.figures, 1)
        below.addWidget(link_button(tr("读入"), tr("把文件读入条款库（Ctrl+I）"), self.import_asked.emit))
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (top, _line(), self.tree, _line(), foot):
            column.addWidget(widget, 1 if widget is self.tree else 0)
        self._stack.addWidget(empty_page(tr("正在打开条款库"), ""))
        self._stack.addWidget(full)
        self._stack.addWidget(self._make_empty())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _make_empty(self) -> QWidget:
        return empty_page(
            tr("条款库是空的。"),
            tr("读入几件先例文件，就能检索、对照和插入。"),
            link_button(tr("读入文件"), tr("把文件读入条款库（Ctrl+I）"), self.import_asked.emit),
            link_button(tr("恢复附带的 5 件"), tr("把程序附带的五件文件放回条款库"), self.shipped_asked.emit),
        )


_REST = (Status.UNVERIFIED, Status.CONSULTATION)


def _line() -> QWidget:
    line = surface("line")
    line.setFixedHeight(1)
    return line
