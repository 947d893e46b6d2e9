"""PDFium in a process of its own: a hostile file can stop or kill that process, not the program.

The process is started for the first file and serves the later ones. It ends when a
file takes too long, when it needs more than MEMORY, and with the program.
"""

from __future__ import annotations

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

from chengwen_library.own_process import OwnProcess, limit_memory
from chengwen_library.reading.formats.pdf_refusal import Refused

SECONDS, SECONDS_FOR_PAGE = 4.0, 0.02
"""How long a file may take, and how much longer for each of its pages."""

MEMORY = 800 * 1024 * 1024
"""Bytes of address space, where the system can limit it (not on Windows and macOS)."""

MOST_PAGES = 5000
MOST_CHARACTERS = 20_000_000
ARGUMENT = "--read-pdf"
"""The program, frozen into one file, is started with this argument to call `main`."""

_LENGTH = 8


class Worker:
    """The process, seen from the program."""

    def __init__(self) -> None:
        self._process = OwnProcess("chengwen_library.reading.formats.pdf_worker", ARGUMENT)
        self._lock = threading.Lock()

    def pages(self, content: bytes) -> Iterator[dict[str, Any]]:
        """Yield what the process says of each page of a PDF. Raises Refused."""
        with self._lock:
            process = self._process.running()
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
        self._process.stop()


def main() -> None:
    """Serve the files that come on standard input until it ends."""
    source, target = sys.stdin.buffer, sys.stdout.buffer
    limit_memory(MEMORY)
    while len(length := source.read(_LENGTH)) == _LENGTH:
        content = source.read(int.from_bytes(length, "big"))
        deadline = time.monotonic() + SECONDS
        for message in _messages(content, deadline):
            target.write(json.dumps(message).encode() + b"\n")
            deadline += SECONDS_FOR_PAGE
            _end_at(deadline)
        faulthandler.cancel_dump_traceback_later()
        target.flush()


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
