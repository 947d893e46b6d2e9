"""A guard around an attempt: a secret nobody may read, an address nobody may call, a fence nobody may write across."""

import os
import socket
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from attacks.attempts import Escaped

SECRET = "机密内容绝不外传"
"""The words of the file that no hostile file may get at."""

_CALLS = frozenset({"socket.connect", "socket.getaddrinfo", "os.system", "os.exec", "os.posix_spawn", "os.startfile"})
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_guards: list["Guard"] = []


class Guard:
    """Watches what this process opens, starts and calls, and whether anybody calls `address`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.secret = folder / "secret" / "机密.txt"
        self.secret.parent.mkdir()
        self.secret.write_text(SECRET, encoding="utf-8")
        self.seen: list[str] = []
        self._server = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._server.getsockname()[1]}"
        threading.Thread(target=self._answer, daemon=True).start()

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Watch meanwhile. Raises Escaped."""
        _guards.append(self)
        try:
            yield
        finally:
            _guards.remove(self)
        if self.seen:
            raise Escaped("; ".join(self.seen))

    def check(self, words: str) -> None:
        """Fail if the secret stands in what was made of a hostile file. Raises Escaped."""
        if SECRET in words:
            raise Escaped("the secret was read")

    def close(self) -> None:
        """Answer no more; fail if anybody called. Raises Escaped."""
        self._server.close()
        if self.seen:
            raise Escaped("; ".join(self.seen))

    def heard(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Note what Python is about to do, if it must not."""
        if event in _CALLS:
            self.seen.append(f"{event} {arguments[-1]}")
        elif event == "subprocess.Popen" and not _is_ours(str(arguments[0])):
            self.seen.append(f"started {arguments[0]}")
        elif event == "open" and isinstance(arguments[0], str | bytes | os.PathLike):
            self._opened(os.fsdecode(arguments[0]), int(arguments[2] or 0))

    def _opened(self, path: str, flags: int) -> None:
        if path == str(self.secret):
            self.seen.append("opened the secret")
        inside = (
            path.startswith((str(self.folder), os.devnull, f"{tempfile.gettempdir()}/chengwen-"))
            or "__pycache__" in path
        )
        if flags & _WRITING and not inside:
            self.seen.append(f"wrote to {path}")

    def _answer(self) -> None:
        with suppress(OSError):
            while True:
                caller, _ = self._server.accept()
                self.seen.append(f"called {self.address}")
                caller.close()


def _is_ours(program: str) -> bool:
    return program == sys.executable or Path(program).name in ("soffice", "libreoffice")


def _hook(event: str, arguments: tuple[Any, ...]) -> None:
    for guard in _guards:
        guard.heard(event, arguments)


sys.addaudithook(_hook)
