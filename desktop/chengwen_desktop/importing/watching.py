"""The watched folder: what is put there is offered for reading in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from chengwen_desktop import faults
from chengwen_desktop.message_bar import Message, MessageBar
from chengwen_desktop.settings import Settings
from chengwen_desktop.status_line import StatusLine
from chengwen_desktop.tasks import Tasks
from chengwen_desktop.theme.marks import Severity
from chengwen_desktop.translation import tr

if TYPE_CHECKING:
    from chengwen_library.watch import Watch

INTERVAL = 5000
"""Milliseconds between two looks."""


class Watching(QObject):
    """Looks at the folder in a thread. `wanted` carries the files that a person wants to read in."""

    wanted = Signal(object)

    def __init__(
        self, parent: QObject, window: QWidget, tasks: Tasks, settings: Settings, bar: MessageBar, status: StatusLine
    ) -> None:
        super().__init__(parent)
        self._window, self._tasks, self._settings, self._bar, self._status = window, tasks, settings, bar, status
        self._watch: Watch | None = None
        self._is_looking = False
        self._pending: list[Path] = []
        self._message: Message | None = None
        self.timer = QTimer(self, interval=INTERVAL)
        self.timer.timeout.connect(self.look)
        if settings.watched is not None:
            self._begin(settings.watched)

    def ask(self) -> None:
        """Ask for the folder to be watched, or whether to stop."""
        from chengwen_desktop.importing import questions

        folder = self._settings.watched
        if folder is not None:
            stops = questions.ask_stop_watching(self._window, folder)
            if stops is None:
                return
            if stops:
                self._leave()
                self._status.say(tr("不再监视文件夹"))
                return
        chosen = questions.ask_folder(self._window, tr("监视文件夹"), folder or self._settings.folder)
        if chosen is not None:
            self._leave()
            self._settings.watched = chosen
            self._begin(chosen)
            self._status.say(tr("正在监视“{name}”，放进去的新文件会提示读入", name=chosen.name))

    def look(self) -> None:
        """Look at the folder in a thread, unless the last look is not over."""
        watch = self._watch
        if watch is not None and not self._is_looking:
            self._is_looking = True
            self._tasks.run("watch", watch.look, lambda found: self._on_found(watch, found), self._on_failed)

    def offer(self) -> None:
        """Offer the files that wait."""
        if self._message is not None:
            self._bar.withdraw(self._message)
            self._message = None
        self._pending = [path for path in self._pending if path.is_file()]
        if self._pending:
            deeds = ((tr("读入"), self._read_in), (tr("以后再说"), self._postpone))
            words = tr("监视的文件夹里有 {count} 个新文件。", count=len(self._pending))
            self._message = Message(Severity.HINT, words, deeds)
            self._bar.say(self._message)

    def offer_again(self, *_signal: object) -> None:
        """Offer what was offered and not answered, after all messages were taken away."""
        if self._message is not None:
            self.offer()

    def stop(self) -> None:
        """Look no more."""
        self.timer.stop()

    def _begin(self, folder: Path) -> None:
        from chengwen_library.watch import Watch

        self._watch = Watch(folder, self._settings.offered)
        self.timer.start()

    def _leave(self) -> None:
        self.timer.stop()
        self._watch, self._pending = None, []
        self.offer()
        self._settings.watched = None
        self._settings.offered = {}

    def _on_found(self, watch: Watch, found: list[Path]) -> None:
        self._is_looking = False
        if watch is self._watch and found:
            self._pending += [path for path in found if path not in self._pending]
            self._remember(watch)
            self.offer()

    def _on_failed(self, error: Exception) -> None:
        self._is_looking = False
        if not isinstance(error, OSError):  # a folder on the network may come back
            faults.record(error)

    def _read_in(self) -> None:
        files, self._pending, self._message = self._pending, [], None
        if self._watch is not None:
            self._remember(self._watch)
        self.wanted.emit(files)

    def _postpone(self) -> None:
        self._message = None

    def _remember(self, watch: Watch) -> None:
        """Keep what was offered, without what still waits: that is offered again at the next start."""
        waiting = {str(path.relative_to(watch.folder)) for path in self._pending}
        self._settings.offered = {name: stamp for name, stamp in watch.offered.items() if name not in waiting}
