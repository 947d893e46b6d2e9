"""One window asks another of the same machine to come to the front."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

WAIT = 500
"""Milliseconds that another window has to answer."""

_ASK = b"raise"


class Neighbour(QObject):
    """Listens for other windows. `asked` says that one wants this window in front."""

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        if sys.platform == "linux":  # such a name has no file that a killed program would leave
            self._server.setSocketOptions(QLocalServer.SocketOption.AbstractNamespaceOption)
        else:
            self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def listen(self) -> None:
        """Listen from now on."""
        if sys.platform != "linux":
            QLocalServer.removeServer(_name(os.getpid()))
        self._server.listen(_name(os.getpid()))

    def stop(self) -> None:
        """Listen no more."""
        self._server.close()

    def _answer(self) -> None:
        connection = self._server.nextPendingConnection()
        connection.disconnected.connect(connection.deleteLater)
        self.asked.emit()


def show_window_of(process: int) -> bool:
    """Ask the window of a process of this machine to come to the front; tell whether there is one that listens."""
    socket = QLocalSocket()
    if sys.platform == "linux":
        socket.setSocketOptions(QLocalSocket.SocketOption.AbstractNamespaceOption)
    socket.connectToServer(_name(process))
    if not socket.waitForConnected(WAIT):
        return False
    socket.write(_ASK)
    socket.waitForBytesWritten(WAIT)
    socket.disconnectFromServer()
    return True


def _name(process: int) -> str:
    return f"chengwen-{process}"
