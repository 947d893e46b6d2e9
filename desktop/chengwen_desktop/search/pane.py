"""先例检索: the search box, the regions found, the hits. Answers appear while typing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QListView, QStackedWidget, QVBoxLayout, QWidget

from chengwen_desktop.origins import Origins
from chengwen_desktop.search.delegate import HitDelegate
from chengwen_desktop.search.facets import RegionFacets
from chengwen_desktop.search.finder import Finder, Found
from chengwen_desktop.search.model import HIT, HitModel
from chengwen_desktop.tasks import Tasks
from chengwen_desktop.theme import current
from chengwen_desktop.theme.icons import icon
from chengwen_desktop.widgets import FieldEdit, empty, empty_page, label, link_button, surface

PAUSE = 150
"""Milliseconds without typing before a search starts."""

EXAMPLES = ("质押融资 风险补偿", "先使用后付费", "怎么鼓励银行给专利贷款", '"开放许可"')


class SearchPane(QWidget):
    """The pane. `chosen` carries the hit a person looks at or None, `taken` a hit to insert at once."""

    chosen = Signal(object)
    taken = Signal()
    opened = Signal()
    failed = Signal(object)

    def __init__(self, tasks: Tasks, origins: Origins, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._finder: Finder | None = None
        self._region: str | None = None
        self.box = self._make_box()
        self.facets = RegionFacets(origins)
        self.model = HitModel(self)
        self.list = self._make_list(origins)
        self._none = surface("base")
        self._none_column = QVBoxLayout(self._none)
        self._stack = QStackedWidget()
        for page in (self._make_start(), self.list, self._none):
            self._stack.addWidget(page)
        self._lay_out()
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._search)
        self.box.textChanged.connect(self._on_typed)
        self.facets.chosen.connect(self._on_region)

    def use(self, finder: Finder) -> None:
        """Search in this library from now on."""
        self._finder = finder
        self._search()

    def ask(self, query: str) -> None:
        """Search for these words as if they had been typed."""
        self.box.setText(query)
        self.box.setFocus()

    def show_found(self, found: Found) -> None:
        """Show an answer; the hit that was chosen stays so if it is still there."""
        before = self.list.currentIndex().data(HIT)
        self._region = found.region
        self.facets.show_counts(found.regions, found.region)
        self.model.show_answer(found.answer)
        if not found.answer.hits:
            self._say_nothing_found(found.answer.query)
            return
        self._stack.setCurrentWidget(self.list)
        kept = self.model.row_of(before.measure_id, before.eid) if before else QModelIndex()
        self.list.setCurrentIndex(kept if kept.isValid() else self.model.first_hit())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """In the box ↓ and Enter go to the hits, Esc empties it; in the hits Enter opens and ↑ at the top goes back."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.box:
                return self._on_box_key(event)
            if watched is self.list:
                return self._on_list_key(event)
        return super().eventFilter(watched, event)

    def _on_box_key(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self._stack.currentWidget() is self.list:
                self.list.setFocus()
            return True
        if event.key() == Qt.Key.Key_Escape and self.box.text():
            self.box.clear()
            return True
        return False

    def _on_list_key(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit()
            return True
        if event.key() == Qt.Key.Key_Escape or (
            event.key() == Qt.Key.Key_Up and self.list.currentIndex() == self.model.first_hit()
        ):
            self.box.setFocus()
            return True
        return False

    def _on_typed(self) -> None:
        if self.box.text().strip():
            self._timer.start()
            return
        self._timer.stop()
        self._tasks.forget("search")
        self._region = None
        self.facets.show_counts({}, None)
        self.model.show_answer(None)
        self._stack.setCurrentIndex(0)
        self.chosen.emit(None)

    def _on_region(self, region: str | None) -> None:
        self._region = region
        self._search()

    def _search(self) -> None:
        query, region, finder = self.box.text().strip(), self._region, self._finder
        if finder is not None and query:
            self._tasks.run("search", lambda: finder.find(query, region), self.show_found, self.failed.emit)

    def _on_current(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(HIT))

    def _on_double_click(self, _index: QModelIndex) -> None:
        self.taken.emit()

    def _say_nothing_found(self, query: str) -> None:
        empty(self._none_column)
        words = query.split()
        said = f"同时含“{'”“'.join(words)}”" if len(words) > 1 else f"含“{query}”"
        self._none_column.setContentsMargins(12, 16, 12, 12)
        self._none_column.setSpacing(4)
        self._none_column.addWidget(label(f"没有找到{said}的条款。"))
        for word in words if len(words) > 1 else ():
            self._none_column.addWidget(link_button(f"只查“{word}”", f"检索 {word}", lambda word=word: self.ask(word)))
        self._none_column.addStretch(1)
        self._stack.setCurrentWidget(self._none)
        self.chosen.emit(None)

    def _make_box(self) -> FieldEdit:
        box = FieldEdit()
        box.setAccessibleName("检索先例")
        box.setPlaceholderText("输入几个词，或一句话")
        box.setToolTip("检索先例（Ctrl+Shift+F）几个词用空格隔开，都要出现；加半角引号的原样查找。")
        box.setClearButtonEnabled(True)
        box.addAction(icon("magnifying-glass"), FieldEdit.ActionPosition.LeadingPosition)
        for action in box.findChildren(QAction, "_q_qlineeditclearaction"):
            action.setIcon(icon("x"))
            action.setToolTip("清空（Esc）")
        box.setTextMargins(-6, 0, 0, 0)
        box.installEventFilter(self)
        return box

    def _make_list(self, origins: Origins) -> QListView:
        view = QListView()
        view.setAccessibleName("找到的条款")
        view.setModel(self.model)
        view.setItemDelegate(HitDelegate(origins, view))
        view.setFrameShape(QListView.Shape.NoFrame)
        view.setMouseTracking(True)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.installEventFilter(self)
        view.selectionModel().currentChanged.connect(self._on_current)
        view.doubleClicked.connect(self._on_double_click)
        current.changed.connect(view.viewport().update)
        return view

    def _make_start(self) -> QWidget:
        links = [link_button(words, f"检索 {words}", lambda words=words: self.ask(words)) for words in EXAMPLES]
        return empty_page("从先例里找条款", "几个词用空格隔开，都要出现；加半角引号的原样查找。可以试试：", *links)

    def _lay_out(self) -> None:
        top = surface("window")
        rows = QVBoxLayout(top)
        rows.setContentsMargins(12, 10, 12, 10)
        rows.setSpacing(8)
        rows.addWidget(self.box)
        rows.addWidget(self.facets)
        line = surface("line")
        line.setFixedHeight(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (top, line, self._stack):
            column.addWidget(widget, 1 if widget is self._stack else 0)
