"""先例: searching and similar clauses above, the chosen clause below; and getting clauses from the library."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from chengwen_desktop import dialogs
from chengwen_desktop.clause.beside import Beside, beside
from chengwen_desktop.clause.pane import ClausePane
from chengwen_desktop.home import searches_file
from chengwen_desktop.origins import Origins
from chengwen_desktop.search.finder import Finder
from chengwen_desktop.search.held import Held, held
from chengwen_desktop.search.help import SearchHelp
from chengwen_desktop.search.memory import Searches
from chengwen_desktop.search.pane import SearchPane
from chengwen_desktop.similar.pane import SimilarPane
from chengwen_desktop.tabbed_pane import TabbedPane, corner_button
from chengwen_desktop.tasks import Tasks
from chengwen_desktop.translation import tr
from chengwen_index.search import Hit
from chengwen_library.errors import NotInLibrary
from chengwen_library.model import Clause, Provenance


class Precedents(QWidget):
    """The pane. `said` carries a sentence for the status bar, `failed` what went wrong."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, tasks: Tasks, origins: Origins, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.finder: Finder | None = None
        self._own: Clause | None = None
        self._help: SearchHelp | None = None
        self.searches = Searches(searches_file(), tasks, self)
        self.search = SearchPane(tasks, origins, self.searches)
        self.similar = SimilarPane(tasks, origins)
        self.clause = ClausePane(origins)
        self.keep_button = corner_button("bookmark-simple", tr("收藏这次检索"))
        self.keep_button.clicked.connect(self._keep)
        self.keep_button.setCheckable(True)
        self.help_button = corner_button("question", tr("检索怎么写"))
        self.help_button.clicked.connect(self.show_help)
        self.tabs = TabbedPane(tr("先例检索和相似条款"), self.keep_button, self.help_button)
        self.tabs.add(self.search, tr("先例检索"))
        self.tabs.add(self.similar, tr("相似条款"))
        self.panes = QSplitter(Qt.Orientation.Vertical)
        self.panes.setHandleWidth(1)
        self.panes.setChildrenCollapsible(False)
        for pane, least in ((self.tabs, 240), (self.clause, 180)):
            pane.setMinimumHeight(least)
            self.panes.addWidget(pane)
        self.panes.setStretchFactor(0, 1)
        self.panes.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panes)
        self._connect()
        self._show_kept()

    def use(self, finder: Finder) -> None:
        """Use this library from now on; the one before is closed."""
        before, self.finder = self.finder, finder
        self.search.use(finder)
        self.similar.use(finder)
        if before is not None:
            before.close()

    def close_library(self) -> None:
        """Let go of the library, and write what is remembered, before the window goes. Raises UnwritableFile."""
        if self.finder is not None:
            self.finder.close()
        self.searches.write()

    def follow(self, own: Clause | None) -> None:
        """Compare with this clause of the draft from now on."""
        self._own = own
        self.similar.follow(own)
        clause = self.clause.clause
        if own is None or clause is None:
            self._tasks.forget("beside")
            self.clause.show_beside(None)
        else:
            self._tasks.run("beside", lambda: beside(own, clause), self._show_beside, self.failed.emit)

    def show_origin(self, source: Provenance) -> None:
        """Show the precedent that a unit was taken from."""
        if not self.clause.isVisibleTo(self.panes):
            self.tabs.show_pane(self.search)
        self._fetch(source.measure, source.eid, Held(), self._origin_failed)

    def show_clause(self, measure: str, eid: str) -> None:
        """Show a clause of the library as the chosen one."""
        self._fetch(measure, eid, Held(), self.failed.emit)

    def show_help(self) -> None:
        """Show how a query can be written."""
        if self._help is None:
            self._help = SearchHelp(self)
            self._help.asked.connect(self.search.ask)
            self._help.destroyed.connect(self._forget_help)
        self._help.show()
        self._help.raise_()

    def _forget_help(self) -> None:
        self._help = None

    def _on_hit(self, hit: Hit | None) -> None:
        if hit is None:
            self._tasks.forget("clause")
            self.clause.show_clause(None, Held())
        else:
            found = held(hit, self.search.question.query) if hit.words else Held()
            self._fetch(hit.measure_id, hit.eid, found, self.failed.emit)

    def _fetch(self, measure: str, eid: str, words: Held, failed: Callable[[Exception], None]) -> None:
        finder, own = self.finder, self._own
        if finder is None:
            return

        def look() -> tuple[Clause, Beside | None]:
            clause = finder.clause(measure, eid)
            return clause, beside(own, clause) if own else None

        self._tasks.run("clause", look, lambda found: self._show(found[0], words, found[1]), failed)

    def _show(self, clause: Clause, words: Held, found: Beside | None) -> None:
        is_same = found is None or found.own is self._own
        self.clause.show_clause(clause, words, found if is_same else None)
        if not is_same or (found is None and self._own is not None):
            self.follow(self._own)

    def _show_beside(self, found: Beside) -> None:
        if found.precedent is self.clause.clause:
            self.clause.show_beside(found)

    def _origin_failed(self, error: Exception) -> None:
        if isinstance(error, NotInLibrary):
            self.said.emit(tr("这一条取自的先例已经不在条款库里"))
        else:
            self.failed.emit(error)

    def _on_tab(self) -> None:
        is_search = self.tabs.current is self.search
        for button in (self.keep_button, self.help_button):
            button.setVisible(is_search)
        has_clauses = self.tabs.current in (self.search, self.similar)
        self.clause.setVisible(has_clauses)
        if not has_clauses:
            return
        hit = self.search.list.hit if is_search else self.similar.list.hit
        if hit is not None:
            self._on_hit(hit)

    def _keep(self) -> None:
        question = self.search.question
        if self.searches.kept(question) is not None:
            self.searches.drop(question)
            self.said.emit(tr("不再收藏这次检索"))
        elif question.query:
            name = dialogs.ask_name(self, tr("收藏这次检索"), tr("收藏"), question.words)
            if name is not None:
                self.searches.keep(name, question)
                self.said.emit(tr("已收藏“{name}”", name=name))
        self._show_kept()

    def _show_kept(self) -> None:
        question = self.search.question
        kept = self.searches.kept(question)
        self.keep_button.setEnabled(bool(question.query))
        self.keep_button.setChecked(kept is not None)
        self.keep_button.setToolTip(
            tr("已收藏为“{name}”，点一下不再收藏", name=kept.name) if kept else tr("收藏这次检索")
        )

    def _back_to_list(self) -> None:
        (self.search if self.tabs.current is self.search else self.similar).list.setFocus()

    def _connect(self) -> None:
        for pane in (self.search, self.similar):
            pane.chosen.connect(self._on_hit)
            pane.taken.connect(lambda: self.clause.insert(adapt=False))
            pane.opened.connect(self.clause.text.setFocus)
            pane.failed.connect(self.failed)
        self.search.asked.connect(self._show_kept)
        self.searches.changed.connect(self._show_kept)
        self.searches.failed.connect(self.failed)
        self.clause.copied.connect(self.said)
        self.clause.left.connect(self._back_to_list)
        self.tabs.tabs.currentChanged.connect(self._on_tab)
