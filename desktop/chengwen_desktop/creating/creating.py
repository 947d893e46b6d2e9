"""新建文稿 in the window: the ways to it, from the menu, the start page, and a clause of the library."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from chengwen_desktop.clause.pane import ClausePane
from chengwen_desktop.creating.recent import states
from chengwen_desktop.documents import Documents
from chengwen_desktop.draft.start import StartPage
from chengwen_desktop.search.finder import Finder
from chengwen_desktop.settings import Settings
from chengwen_desktop.status_line import StatusLine
from chengwen_desktop.tasks import Tasks
from chengwen_desktop.translation import tr
from chengwen_library.model import Clause

if TYPE_CHECKING:
    from chengwen_desktop.creating.answering import Answering, Beginning
    from chengwen_desktop.creating.dialog import NewDialog


class Creating(QObject):
    """Opens the dialog as soon as the library is open; `answering` is the one that is open."""

    def __init__(
        self,
        window: QWidget,
        tasks: Tasks,
        documents: Documents,
        settings: Settings,
        status: StatusLine,
        page: StartPage,
        clause: ClausePane,
    ) -> None:
        super().__init__(window)
        self._window, self._tasks, self._documents = window, tasks, documents
        self._settings, self._status, self._page = settings, status, page
        self._finder: Finder | None = None
        self._wanted: Callable[[Finder], object] | None = None
        self.answering: Answering | None = None
        clause.begun.connect(self.begin_with)
        page.new_asked.connect(self.new)
        page.sample_asked.connect(self.show_sample)
        documents.opened.connect(self._on_opened)

    @property
    def dialog(self) -> NewDialog | None:
        """The dialog that is open."""
        return self.answering.dialog if self.answering else None

    def deeds(self) -> dict[str, Callable[[], object]]:
        """Return what the commands do."""
        return {"new": self.new, "sample": self.show_sample}

    def use(self, finder: Finder) -> None:
        """Take clauses from this library from now on."""
        self._finder = finder
        if self.answering is not None:
            self.answering.use(finder)
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            QTimer.singleShot(0, self, partial(wanted, finder))  # it may ask a question, and others wait for the finder

    def new(self) -> None:
        """Open the dialog, where it was left or at its beginning."""
        self._open(None)

    def begin_with(self, clause: Clause) -> None:
        """Open the dialog with a clause of the library chosen."""
        self._open(clause)

    def show_sample(self) -> None:
        """Open the sample as a new draft, as soon as the library is open."""
        self._with_finder(self._documents.open_sample)

    def _with_finder(self, wanted: Callable[[Finder], object]) -> None:
        if self._finder is None:
            self._wanted = wanted
            self._status.say(tr("条款库还在打开，打开后就开始"))
        else:
            wanted(self._finder)

    def _open(self, clause: Clause | None) -> None:
        if self.dialog is not None:
            self.dialog.raise_()
            return
        self._with_finder(lambda finder: self._prepare(finder, clause))

    def _prepare(self, finder: Finder, clause: Clause | None) -> None:
        def work() -> Beginning:
            from chengwen_desktop.creating.answering import beginning

            return beginning(finder)

        self._tasks.run("new", work, lambda begun: self._show(begun, clause, finder), self._documents.tell)

    def _show(self, begun: Beginning, clause: Clause | None, finder: Finder) -> None:
        from chengwen_desktop.creating.answering import Answering

        tools = self._tasks, self._documents, self._settings, self._status
        self.answering = Answering(begun, clause, self._window, *tools, self._finder or finder)
        self.answering.ended.connect(self._forget)

    def _forget(self) -> None:
        self.answering = None

    def _on_opened(self, session: object) -> None:
        """Tell on the start page how far the drafts of late are."""
        if session is None:
            paths = self._settings.recent
            self._tasks.run("recent", lambda: states(paths), self._page.show_states, self._documents.tell)
