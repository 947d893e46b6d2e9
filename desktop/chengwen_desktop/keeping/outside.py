"""Notices that somebody else has changed the open draft's file: at once where the system tells, else when we look."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from chengwen_desktop import faults
from chengwen_desktop.draft.session import Session, digest
from chengwen_desktop.tasks import Tasks

PAUSE = 300
"""Milliseconds without a change before the file is looked at, so that a write in steps is seen once."""

_GONE = ""
"""Stands for the digest of a file that is not there."""


class Outside(QObject):
    """Watches one file. `changed` says that it holds what we neither read nor wrote, `gone` that it is not there."""

    changed = Signal()
    gone = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = Tasks(self)
        self._session: Session | None = None
        self._told: str | None = None
        self._watcher = QFileSystemWatcher(self)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.look)
        self._watcher.fileChanged.connect(self._wait)
        self._watcher.directoryChanged.connect(self._wait)

    def watch(self, session: Session | None) -> None:
        """Watch the file of this draft, or of none."""
        self._session, self._told = session, None
        self._rest()
        if session is not None and session.path is not None:
            self._watcher.addPaths([str(session.path), str(session.path.parent)])

    def look(self) -> None:
        """Look at the file in a thread; tell of each strange content once."""
        session = self._session
        if session is None or session.path is None or session.known is None:
            return
        path = session.path
        if str(path) not in self._watcher.files():  # a file that was replaced is not watched any more
            with suppress(OSError):
                if path.exists():
                    self._watcher.addPath(str(path))
        self._tasks.run("look", lambda: digest_of(path), lambda found: self._compare(session, found), faults.record)

    def stop(self) -> None:
        """Watch no more."""
        self._session = None
        self._rest()
        self._tasks.stop()

    def _compare(self, session: Session, found: str | None) -> None:
        if session is not self._session or found is None:
            return
        if found == session.known:
            self._told = None
        elif found != self._told:
            self._told = found
            (self.gone if found == _GONE else self.changed).emit()

    def _wait(self, _path: str) -> None:
        self._timer.start()

    def _rest(self) -> None:
        self._timer.stop()
        self._tasks.forget("look")
        watched = [*self._watcher.files(), *self._watcher.directories()]
        if watched:
            self._watcher.removePaths(watched)


def digest_of(path: Path) -> str | None:
    """Return the digest of a file, an empty one if it is not there, None if it cannot be read now."""
    try:
        return digest(path.read_bytes())
    except FileNotFoundError:
        return _GONE
    except OSError:
        return None
