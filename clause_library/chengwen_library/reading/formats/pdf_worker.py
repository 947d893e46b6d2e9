"""PDFium in a process of its own: a hostile file can stop or kill that process, not the program.

The process is started for the first file and serves the later ones. It ends when a
file takes too long, when it needs more than MEMORY, and with the program.
"""

from __future__ import annotations

import atexit
import faulthandler
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import IO, Any

from chengwen_library.reading.formats.pdf_refusal import Refused

SECONDS, SECONDS_FOR_PAGE = 4.0, 0.02
"""How long a file may take, and how much longer for each of its pages."""

MEMORY = 800 * 1024 * 1024
"""Bytes of address space, where the system can limit it (not on Windows and macOS)."""

MOST_PAGES = 5000
MOST_CHARACTERS = 20_000_000
ARGUMENT = "--read-pdf"
"""The program, frozen into one file, is started with this argument to call `main`."""

_SCRIPT = "from chengwen_library.reading.formats.pdf_worker import main; main()"
_LENGTH = 8


class Worker:
    """The process, seen from the program."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def pages(self, content: bytes) -> Iterator[dict[str, Any]]:
        """Yield what the process says of each page of a PDF. Raises Refused."""
        with self._lock:
            process = self._running()
            ended = False
            try:
                for message in _ask(process, content):
                    ended = "end" in message
                    if ended and message["end"]:
                        raise Refused(message["end"])
                    if not ended:
                        yield message
                if not ended:
                    raise Refused("killed")
            finally:
                if not ended:
                    self.stop()

    def stop(self) -> None:
        """End the process; the next file starts a new one."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                with suppress(OSError):
                    pipe.close() if pipe else None

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.stop()
            self._process = _start()
        return self._process


def main() -> None:
    """Serve the files that come on standard input until it ends."""
    source, target = sys.stdin.buffer, sys.stdout.buffer
    _limit_memory()
    while len(length := source.read(_LENGTH)) == _LENGTH:
        content = source.read(int.from_bytes(length, "big"))
        deadline = time.monotonic() + SECONDS
        for message in _messages(content, deadline):
            target.write(json.dumps(message).encode() + b"\n")
            deadline += SECONDS_FOR_PAGE
            _end_at(deadline)
        faulthandler.cancel_dump_traceback_later()
        target.flush()


def _start() -> subprocess.Popen[bytes]:
    command = [sys.executable, ARGUMENT] if getattr(sys, "frozen", False) else [sys.executable, "-P", "-c", _SCRIPT]
    return subprocess.Popen(  # noqa: S603 - the command is our own
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _ask(process: subprocess.Popen[bytes], content: bytes) -> Iterator[dict[str, Any]]:
    """Send a file and yield the answers, the one with `end` last; fewer if the process dies."""
    if process.stdin is None or process.stdout is None:
        return
    with suppress(BrokenPipeError, OSError):
        process.stdin.write(len(content).to_bytes(_LENGTH, "big"))
        process.stdin.write(content)
        process.stdin.flush()
    for line in process.stdout:
        if not line.endswith(b"\n"):
            return
        message = json.loads(line)
        yield message
        if "end" in message:
            return


def _end_at(deadline: float) -> None:
    """End this process at the given time, whatever it does then; PDFium cannot be interrupted."""
    faulthandler.dump_traceback_later(max(deadline - time.monotonic(), 0.001), exit=True, file=_nowhere())


@cache
def _nowhere() -> IO[bytes]:
    return Path(os.devnull).open("wb")


def _limit_memory() -> None:
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _messages(content: bytes, deadline: float) -> Iterator[dict[str, Any]]:
    from chengwen_library.reading.formats.pdf_pages import read_pages

    _end_at(deadline)
    try:
        yield from read_pages(content, MOST_PAGES, MOST_CHARACTERS)
    except Refused as refused:
        yield {"end": refused.reason}
    except MemoryError:
        yield {"end": "killed"}
    else:
        yield {"end": ""}


worker = Worker()
atexit.register(worker.stop)
