"""What the window has of reading in from its start: the line of progress, drops, the watched folder."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from chengwen_desktop.importing.progress_line import ProgressLine
from chengwen_desktop.importing.watching import Watching
from chengwen_desktop.message_bar import MessageBar
from chengwen_desktop.settings import Settings
from chengwen_desktop.status_line import StatusLine
from chengwen_desktop.tasks import Tasks

if TYPE_CHECKING:
    from chengwen_desktop.importing.desk import Desk


class Importing(QObject):
    """The controller. `library_changed` says that measures were kept; `line` shows how far a batch is."""

    library_changed = Signal()

    def __init__(self, window: QWidget, tasks: Tasks, settings: Settings, bar: MessageBar, status: StatusLine) -> None:
        super().__init__(window)
        self._window = window
        self._services = (tasks, settings, bar, status)
        self._has_desk = False
        self.line = ProgressLine()
        self.watching = Watching(self, window, *self._services)
        self.watching.wanted.connect(self._read_in)

    @cached_property
    def desk(self) -> Desk:
        """What does the reading in; the readers and dialogs are loaded with it, not when the window starts."""
        from chengwen_desktop.importing.desk import Desk

        self._has_desk = True
        made = Desk(self._window, *self._services, self.line)
        made.library_changed.connect(self.library_changed)
        return made

    def ask_files(self) -> None:
        """Ask for files and read them in."""
        self.desk.ask_files()

    def ask_folder(self) -> None:
        """Ask for a folder and read in what is in it."""
        self.desk.ask_folder()

    def paste(self) -> None:
        """Read in the text of the clipboard."""
        self.desk.paste()

    def correct(self, source: Path, ids: tuple[str, ...]) -> None:
        """Open a source that was kept for another look; what is kept then replaces the measures `ids`."""
        self.desk.correct(source, ids)

    def _read_in(self, paths: list[Path]) -> None:
        self.desk.read_in(paths)

    def take_drops(self) -> None:
        """Read in files that are dropped anywhere on the window."""
        self._window.setAcceptDrops(True)
        for widget in (self._window, *self._window.findChildren(QWidget)):
            if widget.acceptDrops():
                widget.installEventFilter(self)

    def stop(self) -> None:
        """Stop a batch between two files and the watching, before the window goes."""
        self.watching.stop()
        if self._has_desk:
            self.desk.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Take files that are dropped; leave all else to the widget."""
        if isinstance(event, QDropEvent):
            paths = _dropped(event)
            if paths:
                event.acceptProposedAction()
                if event.type() == QEvent.Type.Drop:
                    self.desk.read_in(paths)
                return True
        return super().eventFilter(watched, event)


def _dropped(event: QDropEvent) -> list[Path]:
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
