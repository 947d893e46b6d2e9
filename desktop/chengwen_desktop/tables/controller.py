"""任务分工、指标和来源 of the open draft: made in a thread, anew whenever the person pauses, and exported."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from chengwen_desktop import dialogs
from chengwen_desktop.draft.session import Session
from chengwen_desktop.search.finder import Finder
from chengwen_desktop.translation import tr
from chengwen_library.model import Measure
from chengwen_templates.comparison_table.content import TableDocument

if TYPE_CHECKING:
    from chengwen_desktop.main_window import MainWindow
    from chengwen_desktop.tables.sheets import Sheet
    from chengwen_desktop.tables.window import TablesWindow

PAUSE = 500
"""Milliseconds without a change before the tables are made anew."""


class Tables(QObject):
    """The tables of a window's draft; nothing is done while they do not show."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session: Session | None = None
        self._finder: Finder | None = None
        self.window: TablesWindow | None = None
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._look)
        window.checking.shelf_read.connect(self._look_soon)

    def deeds(self) -> dict[str, Callable[[], object]]:
        """Return what the commands do."""
        return {"tables": self.show}

    def use(self, session: Session | None) -> None:
        """Show the tables of another draft from now on; without one the window closes."""
        self._session = session
        self._window.tasks.forget("tables")
        self._timer.stop()
        if session is not None:
            session.changed.connect(self._look_soon)
            self._look_soon()
        elif self.window is not None:
            self.window.close()

    def use_finder(self, finder: Finder) -> None:
        """Look for sources in this library from now on."""
        self._finder = finder
        self._look_soon()

    def show(self) -> None:
        """Show the window, over the draft and beside it."""
        if self._session is None:
            return
        if self.window is None:
            from chengwen_desktop.tables.window import TablesWindow

            self.window = TablesWindow(self._window)
            self.window.pointed.connect(self._point)
            self.window.opened.connect(self._open)
            self.window.export_asked.connect(self.export)
        self.window.say("")
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        self.window.table.setFocus()
        self._look()

    def export(self) -> None:
        """Ask for a place and write the tables of the draft as it is now there."""
        session, finder = self._session, self._finder
        if session is None or finder is None or self.window is None:
            return
        folder = session.path.parent if session.path else self._window.settings.folder
        proposed = folder / tr("{draft}（任务分工、指标和来源）.docx", draft=Path(session.name).stem)
        path = dialogs.ask_save(self.window, tr("导出任务分工、指标和来源"), proposed, dialogs.DOCUMENTS)
        if path is None:
            return
        self._window.settings.folder = path.parent
        self.window.say(tr("正在导出…"))
        from chengwen_desktop.tables.sheets import write_tables

        make = self._making(session.draft, finder)
        self._window.tasks.run("tables file", lambda: write_tables(make(), path), self._exported, self._not_exported)

    def _look_soon(self) -> None:
        if self._shows():
            self._timer.start()

    def _shows(self) -> bool:
        return self.window is not None and self.window.isVisible()

    def _look(self) -> None:
        session, finder = self._session, self._finder
        if session is None or finder is None or self._window.checking.briefs is None or not self._shows():
            return
        if self._window.draft.editor.is_composing():
            self._timer.start()
            return
        self._timer.stop()
        from chengwen_desktop.tables.sheets import sheets

        make = self._making(session.draft, finder)
        self._window.tasks.run("tables", lambda: sheets(make()), self._take, self._window.documents.tell)

    def _making(self, draft: Measure, finder: Finder) -> Callable[[], TableDocument]:
        from chengwen_desktop.tables.sheets import draft_document

        briefs = self._window.checking.briefs
        return lambda: draft_document(draft, briefs, finder.library)

    def _take(self, found: tuple[Sheet, ...]) -> None:
        if self.window is not None:
            self.window.show_sheets(found)

    def _point(self, eid: str) -> None:
        self._window.ways.to_clause(eid)

    def _open(self, eid: str) -> None:
        self._window.ways.to_clause(eid)
        self._window.activateWindow()
        self._window.draft.editor.setFocus()

    def _exported(self, path: Path) -> None:
        self._window.status.say_exported(path)
        if self.window is not None:
            self.window.say(self._window.status.words.text())

    def _not_exported(self, error: Exception) -> None:
        if self.window is not None:
            self.window.say(tr("没有导出"))
        self._window.documents.tell(error, (tr("换个位置导出"), self.export))
