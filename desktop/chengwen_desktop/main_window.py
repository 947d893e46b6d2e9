"""The window: the outline at the left, the draft in the middle, precedents and the chosen clause at the right."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow

from chengwen_desktop import deeds, home
from chengwen_desktop.actions import Actions
from chengwen_desktop.checking.checking import Checking
from chengwen_desktop.checking.pane import CheckingPane
from chengwen_desktop.citing.controller import Citing
from chengwen_desktop.compare.export import TableExport
from chengwen_desktop.compare.view import CompareView
from chengwen_desktop.creating.creating import Creating
from chengwen_desktop.documents import Documents
from chengwen_desktop.draft.counting import Counting
from chengwen_desktop.draft.menu import page_menu
from chengwen_desktop.draft.outline_page import OutlinePage
from chengwen_desktop.draft.outline_parts import row_of_line
from chengwen_desktop.draft.own import OwnClause
from chengwen_desktop.draft.pane import DraftPane
from chengwen_desktop.draft.session import Session
from chengwen_desktop.duties.controller import Duties
from chengwen_desktop.exporting.exporter import Exporter
from chengwen_desktop.find.finding import Finding
from chengwen_desktop.frame import Frame, View
from chengwen_desktop.help.controller import Help
from chengwen_desktop.importing.controller import Importing
from chengwen_desktop.inserting import Inserting
from chengwen_desktop.keeping.controller import Keeping
from chengwen_desktop.library_pane.desk import LibraryDesk
from chengwen_desktop.library_watch import LibraryWatch
from chengwen_desktop.message_bar import MessageBar
from chengwen_desktop.origins import Origins
from chengwen_desktop.palette.controller import Palette
from chengwen_desktop.precedents_pane import Precedents
from chengwen_desktop.preferences.controller import Preferences
from chengwen_desktop.preview.preview import Preview
from chengwen_desktop.resting import Resting
from chengwen_desktop.reviewing.reviewing import Reviewing
from chengwen_desktop.search.finder import Finder, open_finder
from chengwen_desktop.settings import Settings
from chengwen_desktop.shortcuts.controller import Shortcuts
from chengwen_desktop.status_line import StatusLine
from chengwen_desktop.tables.controller import Tables
from chengwen_desktop.tasks import Tasks
from chengwen_desktop.translation import tr
from chengwen_desktop.undoing import Undoing
from chengwen_desktop.versions.versions import Versions
from chengwen_desktop.ways import Ways
from chengwen_library.errors import ChengwenError
from chengwen_library.model import Measure
from chengwen_templates.structure import find_by_wid

SMALLEST = (960, 600)
USUAL = (1440, 900)


class MainWindow(QMainWindow):
    """The one window. `told` brings sentences from threads; `library_ready` and `draft_shown` say how far it is."""

    told = Signal(str)
    library_ready = Signal()
    draft_shown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.settings = Settings()
        self.tasks = Tasks(self)
        self.origins = Origins()
        self.finder: Finder | None = None
        self._placed = False
        self.precedents = Precedents(self.tasks, self.origins)
        self.search, self.clause = self.precedents.search, self.precedents.clause
        self.outline_page = OutlinePage(self.origins)
        self.outline = self.outline_page.tree
        self.draft = DraftPane(self.origins)
        self.own = OwnClause(self.draft.editor, self.tasks, self)
        self.bar = MessageBar()
        self.status = StatusLine()
        self.documents = Documents(self, self.tasks, self.settings, self.bar, self.status)
        self.keeping = Keeping(self, self.documents, self.settings, self.bar, self.status)
        self.importing = Importing(self, self.tasks, self.settings, self.bar, self.status)
        self.table = TableExport(self, self.tasks, self.settings, self.documents, self.status)
        self.library_watch = LibraryWatch(self)
        self.exporter = Exporter(self, self.tasks, self.settings, self.documents, self.status)
        self.finding = Finding(self.draft)
        self.counting = Counting(self.draft.editor, self.tasks, lambda: self.exporter.choices.chosen_profile())
        self.preview = Preview(self, self.tasks, self.documents, self.exporter, self.status)
        self.compare = CompareView(self.tasks, self.documents, self.table, self.origins, self.status)
        self.library = LibraryDesk(self, self.tasks, self.documents, self.importing, self.status)
        self.checks = CheckingPane()
        self.frame = Frame(
            self.outline_page,
            self.library.pane,
            self.draft,
            self.precedents,
            self.compare,
            self.preview,
            self.bar,
            self.importing.line,
            self.table.line,
            below_editor=self.checks,
        )
        self.start_page = self.frame.start_page
        self.actions_ = Actions(self)
        self.ways = Ways(self)
        self.undoing = Undoing(self, self.actions_, self.documents, self.draft.editor)
        self.versions = Versions(self, self.tasks, self.documents, self.draft.editor, self.settings, self.status)
        self.reviewing = Reviewing(
            self,
            self.actions_["read_only"],
            self.frame,
            self.precedents.tabs,
            self.draft.editor,
            self.documents,
            self.settings,
            self.status,
        )
        self.inserting = Inserting(self.draft, self.clause, self.tasks, self.documents, self.undoing, self.status)
        self.checking = Checking(
            self,
            self.tasks,
            self.documents,
            self.checks,
            self.draft,
            self.outline,
            self.frame,
            self.status,
        )
        self.checking.errors_changed.connect(self.exporter.tell_errors)
        self.exporter.look_asked.connect(self.checking.show)
        self.tables = Tables(self)
        self.duties = Duties(self)
        self.citing = Citing(self, self.draft, self.status)
        self.command_palette = Palette(self)
        self.resting = Resting(self.tasks, lambda: self.finder, self)
        self.help = Help(self)
        self.creating = Creating(
            self, self.tasks, self.documents, self.settings, self.status, self.start_page, self.clause
        )
        self.preferences = Preferences(self)
        self.preferences.office_changed.connect(self.checking.look)
        self._lay_out()
        self.shortcuts = Shortcuts(self)
        self._connect()
        deeds.connect(self)
        self.actions_.fill_menus()
        self.addToolBar(self.ways.dress(self.actions_.toolbar()))
        self._on_opened(None)

    def begin(self, file: Path | None, *, sample: bool) -> None:
        """Open library and index in a thread, and the draft that is asked for."""
        self.open_library()
        self.importing.take_drops()
        self.keeping.begin()
        last = self.settings.last_file
        if file is not None:
            self.documents.open(file)
        elif sample:
            self.creating.show_sample()
        elif last is not None and last.is_file():
            self.documents.open(last)

    def open_library(self) -> None:
        """Open library and index in a thread, or open them anew after the library has changed."""
        library, index = home.library_folder(), home.index_folder()
        self.tasks.run(
            "library",
            lambda: open_finder(library, index, self.told.emit),
            self._use_finder,
            self.documents.tell,
        )

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Ask about unsaved changes, then remember the window and wait for running work."""
        if not (self.preferences.may_leave() and self.documents.may_leave()):
            event.ignore()
            return
        self.settings.last_file = self.documents.session.path if self.documents.session else None
        self.settings.keep_shape("geometry", self.saveGeometry())
        self.frame.keep(self.settings)
        self.settings.write()
        self.keeping.stop()
        self.importing.stop()
        self.table.stop()
        self.compare.stop()
        self.library_watch.stop()
        self.tasks.stop()
        with suppress(ChengwenError):  # only the searches of late are lost
            self.precedents.close_library()
        event.accept()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Take the place and shape of last time."""
        if not self._placed:
            self._placed = True
            self._restore_shape()
        super().showEvent(event)

    def spread_panes(self) -> None:
        """Give the panes the widths they have at first in a window of this width."""
        self.frame.spread(self.width())

    def _lay_out(self) -> None:
        self.setMinimumSize(*SMALLEST)
        self.resize(*USUAL)
        self.setCentralWidget(self.frame)
        self.setStatusBar(self.status)

    def _connect(self) -> None:
        self.told.connect(self.status.say)
        self.documents.opened.connect(self._on_opened)
        self.documents.opened.connect(self.importing.watching.offer_again)
        self.importing.library_changed.connect(self.open_library)
        self.library_watch.changed.connect(self._on_library_changed)
        self.precedents.said.connect(self.status.say)
        self.frame.view_changed.connect(self._on_view)
        self.exporter.report_asked.connect(self._to_report)
        self.exporter.choices_changed.connect(self._refresh)
        self.preview.drawn.connect(self._refresh)
        self.counting.counted.connect(self._show_figures)
        self.finding.said.connect(self.status.say)
        self.exporter.choices_changed.connect(self.counting.count_pages)
        self.preview.pane.edit_asked.connect(partial(self.frame.show_view, View.EDIT))
        self.precedents.failed.connect(self.documents.tell)
        self.own.moved.connect(self.precedents.follow)
        self.draft.said.connect(self.status.say)
        self.draft.chosen.connect(self._follow_caret)
        self.draft.origin_asked.connect(self._show_origin)
        self.draft.menu_asked.connect(self._show_menu)
        self.outline.opened.connect(self.ways.to_unit)
        self.outline.head_opened.connect(self.ways.to_head)
        self.outline.moved.connect(self.draft.move_to)
        self.start_page.import_asked.connect(self.importing.ask_files)
        self.start_page.open_asked.connect(self.documents.open)
        self.start_page.recent_asked.connect(self.documents.open)

    def _use_finder(self, finder: Finder) -> None:
        self.finder = finder
        self.creating.use(finder)
        self.precedents.use(finder)
        self.ways.use(finder)
        self.command_palette.use(finder)
        self.checking.use_library(finder.library)
        self.tables.use_finder(finder)
        self.library_watch.watch(finder.library.folder)
        unreadable = finder.library.unreadable
        self.status.say(
            tr("条款库 {count:,} 条", count=finder.clause_count)
            + (tr("，{count} 个文件读不了", count=len(unreadable)) if unreadable else "")
        )
        self.library_ready.emit()

    def _on_opened(self, session: Session | None) -> None:
        has_draft = session is not None
        self.actions_.enable_for(has_draft)
        self.frame.show_draft(has_draft)
        self.status.drop_way()
        if session is None:
            self.draft.show_session(Session(Measure(), None, self.draft))  # lets go of the one that closes
            self.start_page.show_recent(self.settings.recent)
            self.start_page.first.setFocus()
        else:
            self.draft.show_session(session)
            session.changed.connect(self._refresh)
            session.retitled.connect(self._retitle)
            session.stack.indexChanged.connect(self._retitle)
            self.draft.editor.setFocus()
        self.own.use(session)
        self.finding.use(session)
        self.counting.use(session)
        self.reviewing.use(session)
        self.checking.use(session)
        self.tables.use(session)
        self.preview.use(session)
        self.compare.use(session)
        self._refresh()
        self._retitle()
        self.draft_shown.emit()

    def _refresh(self) -> None:
        session = self.documents.session
        self.clause.suit(session is not None)
        if session is None:
            self.outline_page.clear()
            self.status.show_figures(self._profile_label())
            return
        self.outline_page.show_draft(session.draft)
        self._follow_caret()
        if not self.counting.is_waiting():
            self._show_figures()

    def _show_menu(self, place: QPoint) -> None:
        page_menu(self.draft, self.actions_).popup(place)

    def _follow_caret(self) -> None:
        editor = self.draft.editor
        self.outline.show_current(row_of_line(editor.current_part, editor.current_wid))

    def _show_figures(self) -> None:
        in_preview = self.frame.view is View.PREVIEW
        last = (
            tr("{count} 面", count=len(self.preview.faces)) if in_preview else f"{round(self.draft.editor.zoom * 100)}%"
        )
        words = self.counting.words(with_pages=not in_preview)  # there the faces are counted
        self.status.show_figures(f"{words}　{self._profile_label()}　{last}")

    def _profile_label(self) -> str:
        return self.exporter.choices.chosen_profile().label

    def _retitle(self) -> None:
        session = self.documents.session
        self.setWindowTitle(tr("{name}[*] — 成文", name=session.name) if session else tr("未打开文稿 — 成文"))
        self.setWindowModified(bool(session and session.is_dirty))
        self.undoing.refresh()

    def _on_library_changed(self) -> None:
        finder = self.finder
        if finder is not None:
            self.tasks.run("stamps", finder.is_stale, self._on_stale, self.documents.tell)

    def _on_stale(self, is_stale: bool) -> None:
        if is_stale:
            self.open_library()

    def _show_origin(self, wid: str) -> None:
        session = self.documents.session
        unit = find_by_wid(session.draft, wid) if session else None
        if unit is not None and unit.provenance:
            self.precedents.show_origin(unit.provenance[0])

    def to_search(self) -> None:
        """Go to the search box, with what stands in it selected."""
        self.frame.reveal(self.search)
        self.precedents.tabs.show_pane(self.search)
        self.search.box.setFocus()
        self.search.box.selectAll()

    def to_similar(self) -> None:
        """Go to the clauses like the one with the caret."""
        self.frame.reveal(self.precedents.similar)
        self.precedents.tabs.show_pane(self.precedents.similar)
        self.precedents.similar.list.setFocus()

    def zoom(self, steps: int) -> None:
        """Enlarge what the middle shows by so many steps; 0 shows the text in its own size, or whole faces."""
        if self.frame.view is View.PREVIEW:
            self.preview.pane.desk.zoom_by(steps) if steps else self.preview.pane.desk.fit()
            return
        self.draft.editor.zoom_to(self.draft.editor.zoom + steps / 10 if steps else 1.0)
        self._refresh()

    def _on_view(self, view: View) -> None:
        self.preview.show(view is View.PREVIEW)
        (self.preview.pane.desk if view is View.PREVIEW else self.draft.editor).setFocus()
        self.ways.on_view(view)
        self._refresh()

    def _to_report(self) -> None:
        self.frame.show_view(View.PREVIEW)
        self.preview.side.tabs.show_pane(self.preview.side.report)

    def _restore_shape(self) -> None:
        geometry = self.settings.shape("geometry")
        available = self.screen().availableGeometry().size()
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            self.resize(min(USUAL[0], available.width()), min(USUAL[1], available.height()))
        self.frame.restore(self.settings, self.width())
