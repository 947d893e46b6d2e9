"""先例检索: the search box with its suggestions, what narrows the answer down, the hits. Answers come while typing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from chengwen_desktop.origins import Origins
from chengwen_desktop.search.box import SearchBox
from chengwen_desktop.search.facets import Facets
from chengwen_desktop.search.finder import Finder, Found
from chengwen_desktop.search.hit_list import HitList
from chengwen_desktop.search.memory import Searches
from chengwen_desktop.search.model import HIT
from chengwen_desktop.search.nothing import MeantLine, NothingFound
from chengwen_desktop.search.question import Question
from chengwen_desktop.search.start import StartOfSearch, fill_menu
from chengwen_desktop.search.suggesting import Suggestions
from chengwen_desktop.tasks import Tasks
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import surface

PAUSE = 150
"""Milliseconds without typing before a search starts."""

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchPane(QWidget):
    """The pane. `chosen` carries the hit a person looks at or None, `taken` a hit to insert at once.

    `asked` says that another question is being asked; `opened` that a hit is to be read.
    """

    chosen = Signal(object)
    taken = Signal()
    opened = Signal()
    asked = Signal(object)
    failed = Signal(object)

    def __init__(self, tasks: Tasks, origins: Origins, searches: Searches, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._searches = tasks, searches
        self._finder: Finder | None = None
        self._typed = self._to_hits = False
        self._answered = ""
        self.question = Question("")
        self.history_menu = QMenu(self)
        self.box = SearchBox(self._open_history)
        self.box.installEventFilter(self)
        self.facets = Facets(origins)
        self.meant = MeantLine()
        self.list = HitList(origins, tr("找到的条款"))
        self.model = self.list.rows
        self.list.installEventFilter(self)
        self.nothing = NothingFound()
        self.start = StartOfSearch(searches)
        self._stack = QStackedWidget()
        for page in (self.start, self.list, self.nothing):
            self._stack.addWidget(page)
        self._lay_out()
        self.suggestions = Suggestions(self.box, self, tr("检索建议"))
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._connect()

    def use(self, finder: Finder) -> None:
        """Search in this library from now on."""
        self._finder = finder
        self._tasks.forget("suggest")
        self._search()

    def ask(self, query: str) -> None:
        """Search for these words as if they had been typed, with what narrows it down."""
        self.repeat(Question(query, self.question.filters, self.question.sort))

    def repeat(self, question: Question) -> None:
        """Ask a question as it is."""
        self.question = question
        self.box.setText(question.query)
        self.box.setFocus()
        self._typed = False
        self.suggestions.hide()
        self._remember()
        self._search()

    def show_found(self, found: Found) -> None:
        """Show an answer: the best hit is chosen, or the one from before where only limits or order have changed."""
        is_same = found.question.query == self._answered
        self.question, self._answered = found.question, found.question.query
        self.facets.show_found(found)
        self.meant.show_meant(found.answer.did_you_mean)
        self.model.show_answer(found.answer)
        if not found.answer.hits:
            self._say_nothing_found(found)
        else:
            self._stack.setCurrentWidget(self.list)
            (self.list.choose_again if is_same else self.list.choose_first)()
            if self._to_hits:
                self.list.setFocus()
        self._to_hits = False
        self.asked.emit(self.question)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """In the box ↓ and Enter go to the hits, Esc empties it; in the hits Enter opens and ↑ at the top goes back."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not event.modifiers():
            if watched is self.box:
                return not self.box.is_composing() and self._on_box_key(Qt.Key(event.key()))
            if watched is self.list:
                return self._on_list_key(Qt.Key(event.key()))
        if event.type() == QEvent.Type.FocusOut and watched is self.box:
            self.suggestions.hide()
        if event.type() == QEvent.Type.FocusIn and watched is self.box and self._finder is not None:
            self._tasks.run("words", self._finder.prepare_words, lambda _: None, self.failed.emit)
        return super().eventFilter(watched, event)

    def _on_box_key(self, key: Qt.Key) -> bool:
        if key in ENTER:
            self._on_enter()
        elif key == Qt.Key.Key_Down:
            if not (self.suggestions.isVisible() and self.suggestions.step(1)):
                self._go_to_hits()
        elif key == Qt.Key.Key_Up and self.suggestions.isVisible():
            self.suggestions.step(-1)
        elif key == Qt.Key.Key_Escape and self.suggestions.isVisible():
            self.suggestions.hide()
        elif key == Qt.Key.Key_Escape and self.box.text():
            self.box.clear()
        else:
            return False
        return True

    def _on_enter(self) -> None:
        suggestion = self.suggestions.chosen
        if suggestion is not None:
            self.ask(suggestion)
            return
        self.suggestions.hide()
        self._tasks.forget("suggest")
        self._typed = False
        if self._timer.isActive():
            self._to_hits = True
            self._search()
        else:
            self._go_to_hits()
        self._remember()

    def _on_list_key(self, key: Qt.Key) -> bool:
        if key in ENTER:
            self._remember()
            self.opened.emit()
            return True
        if key == Qt.Key.Key_Escape or (key == Qt.Key.Key_Up and self.list.currentIndex() == self.model.first_hit()):
            self.box.setFocus()
            return True
        return False

    def _go_to_hits(self) -> None:
        self.suggestions.hide()
        if self._stack.currentWidget() is self.list:
            self.list.setFocus()

    def _on_typed(self) -> None:
        self._tasks.forget("search")  # else the answer to what stood there before would put back its question
        self._tasks.forget("suggest")
        self.question = Question(self.box.text().strip(), self.question.filters, self.question.sort)
        if self.question.query:
            self._timer.start()
            return
        self._timer.stop()
        self.question = self.question.freed()
        self.suggestions.hide()
        self.facets.hide()
        self.meant.show_meant(None)
        self.model.show_answer(None)
        self._stack.setCurrentWidget(self.start)
        self.chosen.emit(None)
        self.asked.emit(self.question)

    def _on_edited(self) -> None:
        self._typed = True

    def _on_narrowed(self, question: Question) -> None:
        self.question = Question(self.question.query, question.filters, question.sort)
        self._search()

    def _search(self) -> None:
        self._timer.stop()
        question, finder = self.question, self._finder
        if finder is None or not question.query:
            return
        self._tasks.run("search", lambda: finder.find(question), self._answer, self.failed.emit)

    def _answer(self, found: Found) -> None:
        """Show an answer; only then suggestions are looked for, so that the two need not share the machine."""
        self.show_found(found)
        finder, query = self._finder, self.box.text()
        if finder is not None and self._typed and self.box.hasFocus():
            self._tasks.run("suggest", lambda: finder.suggestions(query), self._suggest, self.failed.emit)

    def _suggest(self, queries: tuple[str, ...]) -> None:
        if self.box.hasFocus() and self._typed and not self.box.is_composing():
            self.suggestions.offer(queries)

    def _remember(self) -> None:
        if self.question.query:
            self._searches.remember(self.question)

    def _say_nothing_found(self, found: Found) -> None:
        self.nothing.show_found(found)
        self._stack.setCurrentWidget(self.nothing)
        self.chosen.emit(None)

    def _on_double_click(self, index: QModelIndex) -> None:
        if index.data(HIT) is not None:
            self._remember()
            self.taken.emit()

    def _open_history(self) -> None:
        self.suggestions.hide()
        fill_menu(self.history_menu, self._searches, self.repeat)
        self.history_menu.popup(self.box.mapToGlobal(QPoint(0, self.box.height() + 1)))

    def _connect(self) -> None:
        self._timer.timeout.connect(self._search)
        self.box.textEdited.connect(self._on_edited)
        self.box.settled.connect(self._on_typed)
        self.suggestions.taken.connect(self.ask)
        self.facets.changed.connect(self._on_narrowed)
        self.meant.asked.connect(self.ask)
        self.nothing.asked.connect(self.repeat)
        self.start.asked.connect(self.repeat)
        self.list.chosen.connect(self.chosen)
        self.list.doubleClicked.connect(self._on_double_click)

    def _lay_out(self) -> None:
        top = surface("window")
        rows = QVBoxLayout(top)
        rows.setContentsMargins(12, 10, 12, 8)
        rows.setSpacing(8)
        for widget in (self.box, self.facets, self.meant):
            rows.addWidget(widget)
        line = surface("line")
        line.setFixedHeight(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (top, line, self._stack):
            column.addWidget(widget, 1 if widget is self._stack else 0)
