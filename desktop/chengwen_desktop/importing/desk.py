"""Reading in: files, folders and pasted text go to the dialog or to a batch. Loaded when something is read in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from chengwen_desktop import faults, home
from chengwen_desktop.importing import batch, questions
from chengwen_desktop.importing.batch import Line, Prepared
from chengwen_desktop.importing.dialog import ReviewDialog
from chengwen_desktop.importing.keeping import Kept, Objection, keep
from chengwen_desktop.importing.model import Review, begin
from chengwen_desktop.importing.outcome_dialog import OutcomeDialog
from chengwen_desktop.importing.progress_line import ProgressLine
from chengwen_desktop.importing.source import load_source, pasted_source
from chengwen_desktop.message_bar import Message, MessageBar
from chengwen_desktop.settings import Settings
from chengwen_desktop.status_line import StatusLine
from chengwen_desktop.tasks import Tasks
from chengwen_desktop.theme.marks import Severity
from chengwen_desktop.translation import tr
from chengwen_library.batch import Result
from chengwen_library.errors import ChengwenError


class Desk(QObject):
    """Does the reading in. `library_changed` says that measures were kept; `line` shows how far a batch is."""

    library_changed = Signal()
    _progressed = Signal(int, int)

    def __init__(
        self,
        window: QWidget,
        tasks: Tasks,
        settings: Settings,
        bar: MessageBar,
        status: StatusLine,
        line: ProgressLine,
    ) -> None:
        super().__init__(window)
        self._window, self._tasks, self._settings, self._bar, self._status = window, tasks, settings, bar, status
        self.line = line
        self._cancel = Event()
        self._is_busy = False
        self.dialog: ReviewDialog | None = None
        self.outcomes: OutcomeDialog | None = None
        self._progressed.connect(self._on_progress, Qt.ConnectionType.QueuedConnection)

    def ask_files(self) -> None:
        """Ask for files and read them in."""
        files = questions.ask_files(self._window, self._settings.folder)
        if files:
            self._settings.folder = files[0].parent
            self.read_in(files)

    def ask_folder(self) -> None:
        """Ask for a folder and read in what is in it."""
        folder = questions.ask_folder(self._window, tr("读入文件夹"), self._settings.folder)
        if folder is not None:
            self._settings.folder = folder
            self.read_in([folder])

    def paste(self) -> None:
        """Read in the text of the clipboard."""
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            self._status.say(tr("剪贴板里没有文字"))
        elif self._may_begin():
            self._start(tr("正在读入剪贴板里的文字…"))
            work = partial(_pasted, text)
            self._tasks.run("import", work, self._on_prepared, self._on_failed)

    def read_in(self, paths: Sequence[Path]) -> None:
        """Read in files and folders: a few are looked at one by one, more in a batch."""
        if self._may_begin():
            self._start(tr("正在读入…"))
            work = partial(batch.prepare, list(paths), self._cancel.is_set)
            self._tasks.run("import", work, self._on_prepared, self._on_failed)

    def correct(self, source: Path, ids: tuple[str, ...]) -> None:
        """Read a kept source again for a look; what is kept then replaces the measures `ids`."""
        if self._may_begin():
            self._start(tr("正在读入原文件…"))
            work = partial(_again, source, ids)
            self._tasks.run("import", work, self._on_prepared, self._on_failed)

    def stop(self) -> None:
        """Stop a batch between two files."""
        self._cancel.set()

    def _may_begin(self) -> bool:
        if self._is_busy or self.dialog is not None:
            self._status.say(tr("正在读入别的文件，读完再来"))
        return not self._is_busy and self.dialog is None

    def _start(self, words: str) -> None:
        self._is_busy = True
        self._cancel.clear()
        self.line.begin(words, self._cancel.set)

    def _end(self) -> None:
        self._is_busy = False
        self.line.end()

    def _on_failed(self, error: Exception) -> None:
        self._end()
        if isinstance(error, ChengwenError):
            self._bar.say(Message(Severity.ERROR, str(error)))
        else:
            faults.record(error)
            self._bar.say(Message(Severity.ERROR, tr(faults.SENTENCE)))

    def _on_prepared(self, prepared: Prepared) -> None:
        self._end()
        for line in prepared.failed:
            self._bar.say(Message(Severity.ERROR, line.message))
        if prepared.many:
            self._run_batch(prepared.many)
        elif not prepared.reviews and not prepared.failed:
            self._status.say(tr("已停止，没有读入") if self._cancel.is_set() else tr("没有可以读入的文件"))
        if prepared.reviews:
            self._review(prepared.reviews)

    def _run_batch(self, files: Sequence[Path]) -> None:
        self._start(tr("正在读入 0 件，共 {count:,} 件。", count=len(files)))
        today = date.today()  # noqa: DTZ011 - the day on the person's desk
        self._tasks.run(
            "import",
            lambda: batch.run(files, home.library_folder(), today, self._progressed.emit, self._cancel.is_set),
            lambda lines: self._on_batch(lines, len(files)),
            self._on_failed,
        )

    def _on_progress(self, done: int, total: int) -> None:
        if self._is_busy and not self._cancel.is_set():
            self.line.say(tr("正在读入 {done:,} 件，共 {total:,} 件。", done=done, total=total))

    def _on_batch(self, lines: list[Line], total: int) -> None:
        self._end()
        if any(line.ids for line in lines):
            self.library_changed.emit()
        if not lines:
            self._status.say(tr("已停止，没有读入"))
            return
        self.outcomes = OutcomeDialog(lines, total, self._window)
        self.outcomes.review_asked.connect(self._review_line)
        self.outcomes.finished.connect(self._on_outcomes_closed)
        self.outcomes.open()

    def _on_outcomes_closed(self) -> None:
        if self.outcomes is not None:
            self.outcomes.deleteLater()
            self.outcomes = None

    def _review_line(self, line: Line) -> None:
        """Open a file of a batch for a look; what the batch kept of it is replaced by what is kept now."""
        if self._may_begin():
            self._start(tr("正在读入“{name}”…", name=line.path.name))
            self._tasks.run(
                "import",
                lambda: begin(load_source(line.path, line.ids)),
                lambda review: self._on_line_read(review, line),
                partial(self._on_line_failed, line),
            )

    def _on_line_read(self, review: Review, line: Line) -> None:
        self._end()
        self._review([review], line)

    def _on_line_failed(self, line: Line, error: Exception) -> None:
        self._end()
        if not isinstance(error, ChengwenError):
            faults.record(error)
        if self.outcomes is not None:
            self.outcomes.words.setText(str(error) if isinstance(error, ChengwenError) else tr(faults.SENTENCE))
            self.outcomes.replace(line, Line(line.path, Result.FAILED, str(error), line.ids))

    def _review(self, reviews: Sequence[Review], line: Line | None = None) -> None:
        self.dialog = ReviewDialog(reviews, self.outcomes or self._window)
        self.dialog.keep_asked.connect(partial(self._keep, line))
        self.dialog.finished.connect(self._on_reviewed)
        self.dialog.open()

    def _keep(self, line: Line | None, review: Review, with_source: bool, anyway: bool) -> None:
        folder, today = home.library_folder(), date.today()  # noqa: DTZ011 - the day on the person's desk
        self._tasks.run(
            "keep",
            lambda: keep(review, folder, today, with_source=with_source, anyway=anyway),
            lambda answer: self._on_kept(answer, line, with_source),
            self._on_not_kept,
        )

    def _on_kept(self, answer: Kept | Objection, line: Line | None, with_source: bool) -> None:
        if self.dialog is None:
            return
        if isinstance(answer, Objection):
            self.dialog.object(answer, with_source=with_source)
            return
        if line is not None and self.outcomes is not None:
            ids = tuple(measure.id for measure in answer.measures)
            self.outcomes.replace(line, Line(line.path, Result.READ, tr("已核对"), ids))
        self.dialog.kept(answer.words)

    def _on_not_kept(self, error: Exception) -> None:
        if not isinstance(error, ChengwenError):
            faults.record(error)
        if self.dialog is not None:
            self.dialog.not_kept(str(error) if isinstance(error, ChengwenError) else tr(faults.SENTENCE))

    def _on_reviewed(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is None:
            return
        if dialog.kept_count:
            self._status.say(tr("已收入条款库 {count} 件", count=dialog.kept_count))
            self.library_changed.emit()
        dialog.deleteLater()


def _again(source: Path, ids: tuple[str, ...]) -> Prepared:
    return Prepared(reviews=(begin(load_source(source, ids)),))


def _pasted(text: str) -> Prepared:
    return Prepared(reviews=(begin(pasted_source(text)),))
