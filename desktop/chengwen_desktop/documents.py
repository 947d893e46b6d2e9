"""The draft's way between window and disk: new, open, save, close; its unsaved changes have a copy all the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtWidgets import QWidget

from chengwen_desktop import dialogs, faults
from chengwen_desktop.draft.session import Session
from chengwen_desktop.keeping import backups, locks
from chengwen_desktop.keeping.autosave import Autosave
from chengwen_desktop.keeping.copies import Presence
from chengwen_desktop.keeping.locks import Holder
from chengwen_desktop.keeping.outside import digest_of
from chengwen_desktop.message_bar import Deed, Message, MessageBar
from chengwen_desktop.search.finder import Finder, sample_draft
from chengwen_desktop.settings import Settings
from chengwen_desktop.status_line import StatusLine
from chengwen_desktop.tasks import Tasks
from chengwen_desktop.theme.marks import Severity
from chengwen_desktop.translation import tr
from chengwen_library.errors import ChengwenError, UnwritableFile
from chengwen_library.files import reason
from chengwen_library.model import Measure

Then = Callable[[Session], object]
"""What is done with a draft as soon as it is open."""


@dataclass(frozen=True, slots=True)
class _Read:
    """A draft as it was read: the file's digest, and its lock or who else edits it; None if it is opened read-only."""

    path: Path
    draft: Measure
    known: str | None
    lock: QLockFile | Holder | None


class Documents(QObject):
    """The one open draft. `opened` carries its session, None when nothing is open any more.

    `leaving` comes before that, when the old draft goes; `saved` when a file was written; `held` carries
    the path of a file that was not opened and who edits it; `faulted` says that we are at fault.
    """

    opened = Signal(object)
    leaving = Signal()
    saved = Signal()
    held = Signal(object, object)
    faulted = Signal()

    def __init__(self, window: QWidget, tasks: Tasks, settings: Settings, bar: MessageBar, status: StatusLine) -> None:
        super().__init__(window)
        self._window, self._tasks, self._settings, self._bar, self._status = window, tasks, settings, bar, status
        self._lock: QLockFile | None = None
        self.session: Session | None = None
        self.presence = Presence()
        self.autosave = Autosave(self.presence, self)
        self.is_ending = False

    def open_sample(self, finder: Finder) -> None:
        """Open the sample as a new draft, once what is open has been seen to."""
        if self.may_leave():
            self._tasks.run("open", lambda: sample_draft(finder), self.begin, self.tell)

    def open(self, path: Path | None = None, *, is_read_only: bool = False, then: Then | None = None) -> None:
        """Open a draft, then do `then`; without a path, ask for one. Nothing is done if another window edits it."""
        if not self.may_leave():
            return
        chosen = path or dialogs.ask_open(self._window, self._settings.folder)
        if chosen is not None:
            self._read(chosen, is_read_only=is_read_only, then=then)

    def reopen(self) -> None:
        """Read the open draft's file anew. What the window had is gone then; whoever calls has kept it."""
        if self.session is not None and self.session.path is not None:
            self._read(self.session.path, is_read_only=self.session.is_read_only, then=None)

    def begin(self, draft: Measure, path: Path | None = None, *, is_unsaved: bool = False) -> None:
        """Show a draft that no file has. The caller has asked `may_leave`.

        `path` is where it goes when it is saved; `is_unsaved` says that it must not go without a question.
        """
        session = Session(draft, path, self)
        if is_unsaved:
            session.stack.resetClean()
        self._show(session, None)

    def save(self) -> bool:
        """Save the draft where it is kept, or ask for a place. Tell whether it is saved."""
        if self.session is None:
            return False
        if self.session.path is None or self.session.is_read_only:
            return self.save_as()
        return self._save_to(self.session.path)

    def save_as(self) -> bool:
        """Save the draft in a place to be chosen."""
        if self.session is None:
            return False
        proposed = self.session.path or self._settings.folder / self.session.name
        path = dialogs.ask_save(self._window, tr("另存为"), proposed, dialogs.DRAFTS)
        return self._save_to(path) if path else False

    def close(self) -> None:
        """Close the draft; the window stays."""
        if self.may_leave():
            self._tasks.forget("open")
            self._show(None, None)

    def end(self) -> None:
        """Let the draft go with the window; when the system ends us, its unsaved changes stay in the copy."""
        if self.is_ending:
            self.autosave.flush()
        else:
            self.autosave.drop()
        self.autosave.stop()
        self._hold(None)
        self.presence.end()

    def may_leave(self) -> bool:
        """Ask what to do with unsaved changes, if there are any; tell whether the draft may go."""
        if self.session is None or not self.session.is_dirty or self.is_ending:
            return True
        match dialogs.ask_keep(self._window, self.session.name):
            case dialogs.Keep.SAVE:
                return self.save()
            case dialogs.Keep.DISCARD:
                return True
            case dialogs.Keep.CANCEL:
                return False

    def tell(self, error: Exception, *ways: Deed) -> None:
        """Say a failure above the page; one of our own goes into the log."""
        if isinstance(error, ChengwenError):
            self._bar.say(Message(Severity.ERROR, str(error), ways))
        else:
            faults.record(error)
            self.faulted.emit()

    def _read(self, path: Path, *, is_read_only: bool, then: Then | None) -> None:
        ours = self._lock if self.session and self.session.path and _same(self.session.path, path) else None
        self._tasks.run(
            "open", lambda: read(path, ours, is_read_only=is_read_only), lambda found: self._use(found, then), self.tell
        )

    def _use(self, found: _Read, then: Then | None) -> None:
        if isinstance(found.lock, Holder):
            self.held.emit(found.path, found.lock)
            return
        self._settings.remember(found.path)
        session = Session(found.draft, found.path, self, known=found.known, is_read_only=found.lock is None)
        self._show(session, found.lock)
        if then is not None:
            then(session)

    def _show(self, session: Session | None, lock: QLockFile | None) -> None:
        self.autosave.drop()
        self.leaving.emit()
        old, self.session = self.session, session
        self._hold(lock)
        self.autosave.follow(session)
        self._bar.clear()
        self.opened.emit(session)
        if old is not None:
            old.deleteLater()

    def _hold(self, lock: QLockFile | None) -> None:
        if self._lock is not None and self._lock is not lock:
            self._lock.unlock()
        self._lock = lock

    def _save_to(self, path: Path) -> bool:
        session = self.session
        if session is None:
            return False
        is_own = session.path is not None and _same(session.path, path)
        lock = self._lock if is_own and self._lock else locks.take(path)
        if isinstance(lock, Holder):
            words = tr("没能保存：“{name}”正在另一个窗口编辑。换个名称保存。", name=path.name)
            self._bar.say(Message(Severity.ERROR, words, ((tr("另存为"), self.save_as),)))
            return False
        try:
            strange = _keep_former(path, session.known if is_own else None, is_own=is_own)
            session.save(path)
        except UnwritableFile as error:
            self._not_saved(error)
            return False
        self._saved(path, lock, is_strange=strange)
        return True

    def _saved(self, path: Path, lock: QLockFile, *, is_strange: bool) -> None:
        self.autosave.drop()
        self._hold(lock)
        self._settings.remember(path)
        said = tr("已保存“{name}”", name=path.name)
        self._status.say(said + tr("，别的程序改过的那份在 文件 → 备份 里") if is_strange else said)
        self.saved.emit()

    def _not_saved(self, error: UnwritableFile) -> None:
        cause = error.__cause__
        why = reason(cause) if isinstance(cause, OSError) else tr("系统拒绝写入")
        if self.autosave.flush():
            words = tr("没能保存：{why}。改动还在备份里，请换个位置保存。", why=why)
        else:
            words = tr("没能保存：{why}。备份也没能写下，请换个位置保存。", why=why)
        self._bar.say(Message(Severity.ERROR, words, ((tr("另存为"), self.save_as),)))


def load(path: Path) -> Measure:
    """Read a draft. Raises UnreadableFile."""
    from chengwen_templates.draft import load_draft

    return load_draft(path)


def read(path: Path, ours: QLockFile | None, *, is_read_only: bool) -> _Read:
    """Read a draft and take its lock, unless it is `ours` already. Raises UnreadableFile."""
    known = digest_of(path)  # before the draft: a change between the two is noticed then
    draft = load(path)
    return _Read(path, draft, known, None if is_read_only else ours or locks.take(path))


def _same(one: Path, other: Path) -> bool:
    return one.absolute() == other.absolute()


def _keep_former(path: Path, known: str | None, *, is_own: bool) -> bool:
    """Keep what the file holds before it is saved over; tell whether that was neither read nor written by us.

    Raises UnwritableFile if that could not be kept; other backups may fail.
    """
    now = datetime.now()  # noqa: DTZ005 (the day where the drafter sits)
    found = digest_of(path)
    if not found:
        return False
    is_strange = is_own and known is not None and found != known
    try:
        if is_own and not is_strange:
            backups.keep_former(path, now)
        else:
            why = backups.Reason.OUTSIDE if is_own else backups.Reason.REPLACED
            backups.keep(path, path.read_bytes(), why, now)
    except (UnwritableFile, OSError) as error:
        faults.record(error)
        if is_strange:
            raise UnwritableFile(str(error)) from (error.__cause__ or error)
    return is_strange
