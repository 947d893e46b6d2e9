"""相似条款: the clauses of the library like the one with the caret; the list follows the caret while it is seen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from chengwen_desktop.clause.beside import own_place
from chengwen_desktop.origins import Origins
from chengwen_desktop.search.finder import Finder
from chengwen_desktop.search.hit_list import HitList
from chengwen_desktop.search.model import similar_rows
from chengwen_desktop.tasks import Tasks
from chengwen_desktop.translation import marked, tr
from chengwen_desktop.widgets import ElidedLabel, empty_page, label, surface
from chengwen_index.comparing.similarity import words_of
from chengwen_index.search import SimilarHit
from chengwen_library.model import Clause

SHORTEST = 10
"""Characters of a clause from which on others like it are looked for."""

NO_CLAUSE = marked("把光标放进文稿的一条里，这里就列出写法相近、规定同一件事的先例。")
TOO_SHORT = marked("这一条还太短，写满一句就开始找。")


class SimilarPane(QWidget):
    """The pane. `chosen` carries the hit a person looks at or None, `taken` a hit to insert at once."""

    chosen = Signal(object)
    taken = Signal()
    opened = Signal()
    failed = Signal(object)

    def __init__(self, tasks: Tasks, origins: Origins, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._finder: Finder | None = None
        self._own: Clause | None = None
        self._is_due = False
        self.list = HitList(origins, tr("相似的条款"))
        self.list.installEventFilter(self)
        self.list.chosen.connect(self.chosen)
        self.list.doubleClicked.connect(self._take)
        self.heading = ElidedLabel()
        self.words = label("")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._make_nothing())
        self._stack.addWidget(self._make_found())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._say(tr(NO_CLAUSE))

    def use(self, finder: Finder) -> None:
        """Look in this library from now on."""
        self._finder = finder
        self._look()

    def follow(self, own: Clause | None) -> None:
        """Look for clauses like this one of the draft, now or when the pane is seen."""
        self._own = own
        self._look()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Catch up with the caret."""
        super().showEvent(event)
        if self._is_due:
            self._look()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Look no more until seen."""
        super().hideEvent(event)
        self._is_due = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Enter opens the clause below."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not event.modifiers():
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if is_enter:
                self.opened.emit()
            return is_enter
        return super().eventFilter(watched, event)

    def _take(self, _index: QModelIndex) -> None:
        self.taken.emit()

    def _look(self) -> None:
        finder, own = self._finder, self._own
        self._is_due = not self.isVisible()
        self._tasks.forget("similar")
        if self._is_due or finder is None:
            return
        if own is None:
            self._say(tr(NO_CLAUSE))
        elif len(own.text) < SHORTEST:
            self._say(tr(TOO_SHORT))
        else:
            text, measure = words_of(own), own.measure.id
            self._tasks.run("similar", lambda: finder.similar(text, measure), self._show, self.failed.emit)

    def _show(self, found: tuple[SimilarHit, ...]) -> None:
        own = self._own
        if own is None or not found:
            place = own_place(own) if own else ""
            self._say(tr("没有找到与{place}相近的先例。", place=place) if place else tr(NO_CLAUSE))
            return
        self.heading.set_words(tr("与{place}{heading}相近的先例", place=own_place(own), heading=own.heading or ""))
        self.list.rows.show_rows(similar_rows(found))
        self._stack.setCurrentIndex(1)
        self.list.choose_again()

    def _say(self, words: str) -> None:
        self.words.setText(words)
        self.list.rows.show_rows([])
        self._stack.setCurrentIndex(0)
        if self.isVisible():
            self.chosen.emit(None)

    def _make_nothing(self) -> QWidget:
        return empty_page(tr("相似条款"), "", self.words)

    def _make_found(self) -> QWidget:
        page = surface("window")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.heading.setContentsMargins(12, 0, 12, 0)
        strip = surface("window")
        row = QVBoxLayout(strip)
        row.setContentsMargins(12, 5, 12, 5)
        row.addWidget(self.heading)
        column.addWidget(strip)
        column.addWidget(self.list, 1)
        return page
