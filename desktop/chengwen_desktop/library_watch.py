"""Notices that the library's folder has changed, whoever changed it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

PAUSE = 1500
"""Milliseconds without a change before it is told, so that a batch is told once."""


class LibraryWatch(QObject):
    """Watches one folder. `changed` says that files came, went or were replaced."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watcher = QFileSystemWatcher(self)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.changed)
        self._watcher.directoryChanged.connect(self._wait)

    def watch(self, folder: Path) -> None:
        """Watch this folder, if it is not watched yet."""
        if str(folder) not in self._watcher.directories():
            self._watcher.addPath(str(folder))

    def _wait(self, _folder: str) -> None:
        self._timer.start()

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())
