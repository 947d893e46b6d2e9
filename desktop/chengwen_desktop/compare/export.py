"""导出条文对照表: asks where to, compares in a thread with progress and 停止, says where the file is."""

from __future__ import annotations

from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from chengwen_desktop import dialogs
from chengwen_desktop.compare.comparer import Comparer
from chengwen_desktop.compare.table import write_table
from chengwen_desktop.documents import Documents
from chengwen_desktop.importing.progress_line import ProgressLine
from chengwen_desktop.search.finder import Finder
from chengwen_desktop.settings import Settings
from chengwen_desktop.status_line import StatusLine
from chengwen_desktop.tasks import Tasks
from chengwen_desktop.translation import tr


class TableExport(QObject):
    """The export; `line` shows how far it is."""

    _progressed = Signal(int, int)

    def __init__(
        self, window: QWidget, tasks: Tasks, settings: Settings, documents: Documents, status: StatusLine
    ) -> None:
        super().__init__(window)
        self._window, self._tasks, self._settings = window, tasks, settings
        self._documents, self._status = documents, status
        self._comparer: Comparer | None = None
        self._cancel = Event()
        self.line = ProgressLine(tr("停下，不导出"))
        self._progressed.connect(self._on_progress, Qt.ConnectionType.QueuedConnection)

    def use(self, comparer: Comparer) -> None:
        """Take over what was compared already; what is asked with another library is compared anew."""
        self._comparer = comparer

    def ask(self, finder: Finder | None) -> None:
        """Ask for a place and export the open draft's table there."""
        session = self._documents.session
        if session is None or finder is None:
            return
        folder = session.path.parent if session.path else self._settings.folder
        proposed = folder / tr("{draft}（条文对照表）.docx", draft=Path(session.name).stem)
        path = dialogs.ask_save(self._window, tr("导出条文对照表"), proposed, dialogs.DOCUMENTS)
        if path is None:
            return
        self._settings.folder = path.parent
        self.stop()
        cancel, draft = Event(), session.draft
        known = self._comparer
        comparer = known if known is not None and known.finder is finder else Comparer(finder)
        self._cancel = cancel
        self.line.begin(tr("正在逐条对照先例…"), cancel.set)
        self._tasks.run(
            "table",
            lambda: write_table(draft, comparer, path, self._progressed.emit, cancel.is_set),
            lambda written: self._done(path, written),
            lambda error: self._failed(error, finder),
        )

    def stop(self) -> None:
        """Stop between two clauses; nothing is written then."""
        self._cancel.set()

    def _on_progress(self, done: int, total: int) -> None:
        if not self._cancel.is_set():
            self.line.say(tr("正在逐条对照先例，{done:,} 条，共 {total:,} 条。可以继续写。", done=done, total=total))

    def _done(self, path: Path, written: bool) -> None:
        self.line.end()
        if not written:
            self._status.say(tr("没有导出条文对照表"))
            return
        self._status.say_exported(path)

    def _failed(self, error: Exception, finder: Finder) -> None:
        self.line.end()
        self._status.say(tr("没有导出条文对照表"))
        self._documents.tell(error, (tr("换个位置导出"), lambda: self.ask(finder)))
