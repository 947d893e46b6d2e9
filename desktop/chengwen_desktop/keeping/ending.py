"""The system ends the program: the terminal closes, the session ends, the machine goes down."""

from __future__ import annotations

import signal
import socket
from contextlib import suppress

from PySide6.QtCore import QObject, QSocketNotifier, Signal
from PySide6.QtGui import QGuiApplication, QSessionManager

_SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")


class Ending(QObject):
    """Listens for the end. `session_ends` comes when the desktop's session ends, `asked` when a signal says to go."""

    session_ends = Signal()
    asked = Signal()

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__(application)
        application.commitDataRequest.connect(self._on_session)
        self._near, self._far = socket.socketpair()
        for end in (self._near, self._far):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._near.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)
        signal.set_wakeup_fd(self._far.fileno(), warn_on_full_buffer=False)
        for name in _SIGNALS:
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), _wake)

    def stop(self) -> None:
        """Listen no more."""
        signal.set_wakeup_fd(-1)
        self._notifier.setEnabled(False)
        self._near.close()
        self._far.close()

    def _on_session(self, _manager: QSessionManager) -> None:
        self.session_ends.emit()

    def _on_signal(self) -> None:
        with suppress(OSError):
            self._near.recv(64)
        self.asked.emit()


def _wake(_number: int, _frame: object) -> None:
    """Do nothing: Python has written to the socket, which wakes Qt."""
