"""The copy of the open draft's unsaved changes: written in a thread, at most a few seconds behind the typing."""

from __future__ import annotations

from pathlib import Path
from threading import RLock
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from chengwen_desktop import faults
from chengwen_desktop.draft.session import Session
from chengwen_desktop.keeping.copies import Presence, remove_copy, write_copy
from chengwen_desktop.tasks import Tasks
from chengwen_desktop.translation import tr
from chengwen_library.errors import ChengwenError
from chengwen_library.files import reason
from chengwen_library.model import Measure

PAUSE = 1.0
"""Seconds without a change after which a copy is written."""

LATEST = 3.0
"""Seconds after the first change at which a copy is written, however much is being typed."""

PATIENCE = 5.0
"""Seconds that a write in the thread is waited for when a copy is needed at once."""


class _Writer:
    """Writes one file from several threads; a state that has been overtaken is not written any more."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._guard = RLock()
        self._newest = 0
        self._given = 0

    def next_number(self) -> int:
        self._given += 1
        return self._given

    def holds(self, number: int) -> bool:
        """Whether the file has what was written under this number."""
        return self._newest == number

    def write(self, number: int, draft: Measure, path: Path | None, name: str) -> None:
        """Write it, unless something newer is there or the file was dropped since. Raises UnwritableFile."""
        if not self._guard.acquire(timeout=PATIENCE):
            return
        try:
            if number > self._newest:
                write_copy(self.file, draft, path, name)
                self._newest = number
        finally:
            self._guard.release()

    def drop(self) -> None:
        if not self._guard.acquire(timeout=PATIENCE):
            return
        try:
            self._newest = self.next_number()
            remove_copy(self.file)
        finally:
            self._guard.release()


class Autosave(QObject):
    """Follows the open draft. `failed` carries why no copy could be written, once; `worked` that it went again."""

    failed = Signal(str)
    worked = Signal()

    def __init__(self, presence: Presence, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._presence = presence
        self._tasks = Tasks(self)
        self._session: Session | None = None
        self._writer: _Writer | None = None
        self._kept: Measure | None = None
        self._since: float | None = None
        self._is_writing = self._has_failed = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._write)

    def follow(self, session: Session | None) -> None:
        """Keep the changes of this draft from now on. What was followed before keeps its copy unless it is dropped."""
        self._timer.stop()
        if self._session is not None:
            self._session.changed.disconnect(self._on_changed)
        self._session, self._kept, self._since = session, None, None
        self._writer = _Writer(self._presence.new_file()) if session else None
        if session is not None:
            session.changed.connect(self._on_changed)

    def flush(self) -> bool:
        """Write what is not in the copy yet, at once; tell whether every change is in a file. Never raises.

        May be called from any thread.
        """
        session, writer = self._session, self._writer
        if session is None or writer is None or not session.is_dirty or session.draft is self._kept:
            return True
        draft, number = session.draft, writer.next_number()
        try:
            writer.write(number, draft, session.path, session.name)
        except Exception as error:
            faults.record(error)
            return False
        if writer.holds(number):
            self._kept = draft
        return writer.holds(number)

    def drop(self) -> None:
        """Remove the copy: the changes are in the file, or nobody wants them."""
        self._timer.stop()
        self._kept, self._since = None, None
        if self._writer is not None:
            self._writer.drop()

    def stop(self) -> None:
        """Follow nothing more, and wait for a write that is under way."""
        self.follow(None)
        self._tasks.stop()

    def _on_changed(self) -> None:
        now = monotonic()
        self._since = self._since or now
        left = min(PAUSE, LATEST - (now - self._since))
        self._timer.start(max(0, int(left * 1000)))

    def _write(self) -> None:
        session, writer = self._session, self._writer
        if session is None or writer is None or self._is_writing:
            return
        self._since = None
        if not session.is_dirty:
            self.drop()
            return
        draft, path, name, number = session.draft, session.path, session.name, writer.next_number()
        if draft is self._kept:
            return
        self._is_writing = True
        self._tasks.run(
            "copy",
            lambda: writer.write(number, draft, path, name),
            lambda _: self._written(writer, number, draft),
            self._not_written,
        )

    def _written(self, writer: _Writer, number: int, draft: Measure) -> None:
        self._is_writing = False
        if self._has_failed:
            self._has_failed = False
            self.worked.emit()
        if writer is self._writer and writer.holds(number):
            self._kept = draft
        if self._session and self._session.draft is not self._kept and not self._timer.isActive():
            self._timer.start(int(PAUSE * 1000))

    def _not_written(self, error: Exception) -> None:
        self._is_writing = False
        if not isinstance(error, ChengwenError):
            faults.record(error)
        if not self._has_failed:
            self._has_failed = True
            cause = error.__cause__
            self.failed.emit(reason(cause) if isinstance(cause, OSError) else tr("程序出了问题"))
        self._timer.start(int(LATEST * 1000))
