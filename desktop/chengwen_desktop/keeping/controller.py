"""Nothing is lost: what was left behind is offered, what others do to the file is told, any end is safe."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QMainWindow

from chengwen_desktop import faults
from chengwen_desktop.differences_dialog import DifferencesDialog, Names
from chengwen_desktop.documents import Documents, load
from chengwen_desktop.draft.session import Session
from chengwen_desktop.keeping import backups, locks
from chengwen_desktop.keeping.backups import Backup, Reason
from chengwen_desktop.keeping.backups_dialog import BackupsDialog, Deeds
from chengwen_desktop.keeping.ending import Ending
from chengwen_desktop.keeping.locks import Holder
from chengwen_desktop.keeping.neighbour import Neighbour, show_window_of
from chengwen_desktop.keeping.offers import Offer, offers
from chengwen_desktop.keeping.outside import Outside
from chengwen_desktop.keeping.recovery import Recovery
from chengwen_desktop.keeping.sweeping import sweep_places
from chengwen_desktop.message_bar import Message, MessageBar
from chengwen_desktop.settings import Settings
from chengwen_desktop.status_line import StatusLine
from chengwen_desktop.tasks import Tasks
from chengwen_desktop.theme.marks import Severity
from chengwen_desktop.translation import day_words, tr
from chengwen_library.akn.write import render_measure
from chengwen_library.errors import ChengwenError
from chengwen_library.model import Measure


class Keeping(QObject):
    """What the window does so that nothing is lost. `fault_told` may be emitted from any thread."""

    fault_told = Signal(bool)

    def __init__(
        self, window: QMainWindow, documents: Documents, settings: Settings, bar: MessageBar, status: StatusLine
    ) -> None:
        super().__init__(window)
        self._window, self._documents, self._settings = window, documents, settings
        self._bar, self._status = bar, status
        self._tasks = Tasks(self)
        self._unkept: Message | None = None
        self._strange: Message | None = None
        self._ending: Ending | None = None
        self.recovery = Recovery(window, documents, bar, status)
        self.outside = Outside(self)
        self._neighbour = Neighbour(self)
        self._connect()

    def begin(self) -> None:
        """Show that this window runs, and look for what another has left, in a thread."""
        self._documents.presence.begin()
        self._neighbour.listen()
        presence, recent, folder = self._documents.presence, self._settings.recent, self._settings.folder

        def look() -> tuple[str, tuple[Offer, ...]]:
            sweep_places(recent, [folder])
            return presence.crash_reports(), offers(presence.left_behind())

        self._tasks.run("left", look, self._tell_left, faults.record)

    def end_with(self, ending: Ending) -> None:
        """End without a question, and with every change in a copy, when the system says so."""
        self._ending = ending
        ending.session_ends.connect(self._flush_for_the_end)
        ending.asked.connect(self._leave)

    def save_at_once(self) -> bool:
        """Write every change into the copy now; tell whether it is there. Any thread may call it; it never raises."""
        return self._documents.autosave.flush()

    def stop(self) -> None:
        """Let go of the file, since the window goes; leave a copy only if the system ends us."""
        self._neighbour.stop()
        self.outside.stop()
        self._tasks.stop()
        self._documents.end()

    def deeds(self) -> dict[str, Callable[[], object]]:
        """Return what the commands do."""
        return {"backups": self.show_backups}

    def show_backups(self) -> None:
        """Show the backups of the open draft's file, and what was left behind."""
        session = self._documents.session
        found = backups.listed(session.path) if session and session.path else ()
        name = session.name if session and session.path else ""
        deeds = Deeds(self._compare, self._open_copy, self.recovery.remove)
        dialog = BackupsDialog(name, found, self.recovery.offers, deeds, self._window)
        dialog.exec()
        dialog.deleteLater()

    def _connect(self) -> None:
        documents = self._documents
        documents.opened.connect(self._on_opened)
        documents.saved.connect(self._on_saved)
        documents.held.connect(self._tell_held)
        documents.faulted.connect(self._on_fault)
        documents.autosave.failed.connect(self._tell_unkept)
        documents.autosave.worked.connect(self._withdraw_unkept)
        self.fault_told.connect(self._tell_fault, Qt.ConnectionType.QueuedConnection)
        self.outside.changed.connect(self._tell_changed)
        self.outside.gone.connect(self._tell_gone)
        self._neighbour.asked.connect(self._come_to_front)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._on_state)

    def _on_opened(self, session: Session | None) -> None:
        self.outside.watch(session)
        if session is not None and session.is_read_only:
            words = tr("只读打开。改动不能写进这个文件，可以另存。")
            self._bar.say(Message(Severity.HINT, words, ((tr("另存为"), self._documents.save_as),)))

    def _on_saved(self) -> None:
        self.outside.watch(self._documents.session)
        if self._strange is not None:
            self._bar.withdraw(self._strange)

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.outside.look()

    def _tell_left(self, found: tuple[str, tuple[Offer, ...]]) -> None:
        report, left = found
        self.recovery.offer(left)
        if report:
            faults.record_words(f"the program was brought down\n{report}")
            words = tr("程序上次意外中断，出错记录已经留下。")
            deeds = ((tr("复制出错记录"), lambda: self._copy(report)),)
            self._bar.say(Message(Severity.HINT, words, deeds, lasting=True))

    def _tell_changed(self) -> None:
        deeds = ((tr("看差别"), self._compare_with_file), (tr("重新打开"), self._reopen))
        self._strange = Message(Severity.WARNING, tr("这个文件刚被别的程序改过。"), deeds)
        self._bar.say(self._strange)

    def _tell_gone(self) -> None:
        words = tr("这个文件被移走或删除了，内容还在窗口里。")
        deeds = ((tr("保存"), self._documents.save), (tr("另存为"), self._documents.save_as))
        self._strange = Message(Severity.WARNING, words, deeds)
        self._bar.say(self._strange)

    def _compare_with_file(self) -> None:
        session = self._documents.session
        if session is not None and session.path is not None:
            path = session.path
            self._tasks.run("compare", lambda: load(path), self._show_file, self._documents.tell)

    def _show_file(self, held: Measure) -> None:
        session = self._documents.session
        if session is None:
            return
        names = Names(tr("窗口"), tr("文件"))
        if self._ask(DifferencesDialog(session.draft, held, names, self._window, agree=tr("重新打开"))):
            self._reopen()
        else:
            self._tell_changed()

    def _reopen(self) -> None:
        """Read the file anew; what the window has becomes a backup first."""
        session = self._documents.session
        if session is None or session.path is None:
            return
        try:
            now = datetime.now()  # noqa: DTZ005 (as the drafter reads it)
            backups.keep(session.path, render_measure(session.draft), Reason.OURS, now)
        except ChengwenError as error:
            self._documents.tell(error, (tr("另存为"), self._documents.save_as))
            return
        self._documents.reopen()
        self._status.say(tr("已重新打开，窗口里原来的那份在 文件 → 备份 里"))

    def _tell_held(self, path: Path, holder: Holder) -> None:
        def read_only() -> None:
            self._documents.open(path, is_read_only=True)

        def go_there() -> None:
            if not show_window_of(holder.process):
                self._tell_held(path, holder)
                self._status.say(tr("没能转到那个窗口"))

        def seize() -> None:
            locks.seize(path)
            self._documents.open(path)

        if holder.is_here:
            words = tr("这份文稿正在另一个窗口编辑。")
            deeds = ((tr("转到那个窗口"), go_there), (tr("只读打开"), read_only))
        else:
            words = tr("这份文稿正在另一台电脑（{host}）上编辑。", host=holder.host)
            deeds = ((tr("只读打开"), read_only), (tr("仍要编辑"), seize))
        self._bar.say(Message(Severity.WARNING, words, deeds))

    def _come_to_front(self) -> None:
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()

    def _tell_unkept(self, why: str) -> None:
        words = tr("没能写下备份：{why}。改动只在窗口里，尽快保存。", why=why)
        deeds = ((tr("保存"), self._documents.save), (tr("另存为"), self._documents.save_as))
        self._unkept = Message(Severity.WARNING, words, deeds)
        self._bar.say(self._unkept)

    def _withdraw_unkept(self) -> None:
        if self._unkept is not None:
            self._bar.withdraw(self._unkept)

    def _on_fault(self) -> None:
        self._tell_fault(self.save_at_once())

    def _tell_fault(self, is_saved: bool) -> None:
        deeds = ((tr("重新启动"), self._restart), (tr("复制出错记录"), lambda: self._copy(faults.last())))
        session = self._documents.session
        if session is None:
            words = tr("程序出了问题，出错记录已经写下。")
        elif not is_saved:
            words = tr("程序出了问题，备份也没能写下。先把文稿另存一份。")
            deeds = ((tr("另存为"), self._documents.save_as), *deeds)
        elif session.is_dirty:
            words = tr("程序出了问题，文稿已经保存到备份。")
        else:
            words = tr("程序出了问题，文稿的改动都已经保存。")
        self._bar.say(Message(Severity.ERROR, words, deeds, leave=tr("继续")))

    def _copy(self, words: str) -> None:
        QGuiApplication.clipboard().setText(words)
        self._status.say(tr("已复制出错记录"))

    def _flush_for_the_end(self) -> None:
        """Put everything into the copy, and let the window go without a question."""
        self._documents.is_ending = True
        self.save_at_once()
        session = self._documents.session
        if session is not None:  # whoever goes on writing has not been ended
            session.changed.connect(self._has_not_ended, Qt.ConnectionType.SingleShotConnection)

    def _has_not_ended(self) -> None:
        self._documents.is_ending = False

    def _leave(self) -> None:
        self._flush_for_the_end()
        self._window.close()
        QGuiApplication.quit()

    def _restart(self) -> None:
        session = self._documents.session
        given = [str(session.path)] if session and session.path and session.path.exists() else []
        module = [] if getattr(sys, "frozen", False) else ["-m", "chengwen_desktop.cli"]
        self._flush_for_the_end()
        self._window.close()
        QProcess.startDetached(sys.executable, [*module, "open", *given])

    def _compare(self, row: Backup | Offer) -> None:
        session = self._documents.session
        if isinstance(row, Offer):
            before, names = row.before or Measure(), Names(tr("文件"), tr("备份"))
            self._show_differences(before, row.copy.draft, names)
        elif session is not None:
            names = Names(f"{day_words(row.at)} {row.at:%H:%M}", tr("窗口"))
            now = session.draft
            self._tasks.run(
                "compare",
                lambda: load(row.file),
                lambda held: self._show_differences(held, now, names),
                self._documents.tell,
            )

    def _show_differences(self, before: Measure, after: Measure, names: Names) -> None:
        self._ask(DifferencesDialog(before, after, names, self._window))

    def _open_copy(self, row: Backup | Offer) -> None:
        if isinstance(row, Offer):
            self.recovery.restore(row)
        elif self._documents.may_leave():
            self._tasks.run("copy", lambda: load(row.file), self._begin_copy, self._documents.tell)

    def _begin_copy(self, draft: Measure) -> None:
        self._documents.begin(draft, is_unsaved=True)

    def _ask(self, dialog: QDialog) -> bool:
        agreed = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return agreed
