"""Templates of others in a process of its own: a hostile one can stop or kill that process, not the program.

The process is started for the first template and serves the later ones. It ends when a
template takes too long, when it needs more than MEMORY, and with the program.
"""

from __future__ import annotations

import faulthandler
import os
import subprocess
import sys
import threading
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import IO, Any

from chengwen_library.own_process import OwnProcess, limit_memory
from chengwen_templates.fields import values_from_json, values_to_json
from chengwen_templates.rendering import Fault, Faulted, render_blocks

SECONDS = 1.0
"""How long a template may render."""

MEMORY = 400 * 1024 * 1024
"""Bytes of address space, where the system can limit it (not on Windows and macOS)."""

ARGUMENT = "--render-template"
"""The program, frozen into one file, is started with this argument to call `main`."""


class RenderingProcess:
    """The process, seen from the program."""

    def __init__(self) -> None:
        self._process = OwnProcess("chengwen_templates.rendering_process", ARGUMENT)
        self._lock = threading.Lock()

    def render(self, source: str, blocks: Iterable[str], values: Mapping[str, Any]) -> dict[str, str]:
        """Return the text of each block. Raises Faulted; after SECONDS at the latest."""
        asked = values_to_json({"source": source, "blocks": list(blocks), "values": dict(values)})
        with self._lock:
            answer = _ask(self._process.running(), asked.encode() + b"\n")
            if answer is None:
                self.stop()
                raise Faulted(Fault(None, f"写了 {SECONDS:g} 秒还没有写完，或者占用的内存太多，已经停下"))
        if "message" in answer:
            raise Faulted(Fault(answer["line"], answer["message"]))
        return answer["blocks"]

    def stop(self) -> None:
        """End the process; the next template starts a new one."""
        self._process.stop()


def main() -> None:
    """Serve the templates that come on standard input, one a line, until it ends."""
    limit_memory(MEMORY)
    with Path(os.devnull).open("wb") as nowhere:
        for line in sys.stdin.buffer:
            faulthandler.dump_traceback_later(SECONDS, exit=True, file=nowhere)
            answer = values_to_json(_answer(values_from_json(line.decode()))).encode()
            faulthandler.cancel_dump_traceback_later()
            _write(sys.stdout.buffer, answer)


def _answer(asked: dict[str, Any]) -> dict[str, Any]:
    try:
        return {"blocks": render_blocks(asked["source"], asked["blocks"], asked["values"])}
    except Faulted as faulted:
        return {"line": faulted.fault.line, "message": faulted.fault.message}


def _write(target: IO[bytes], answer: bytes) -> None:
    target.write(answer + b"\n")
    target.flush()


def _ask(process: subprocess.Popen[bytes], line: bytes) -> dict[str, Any] | None:
    """Send a template and return the answer; None if the process dies over it."""
    if process.stdin is None or process.stdout is None:
        return None
    try:
        process.stdin.write(line)
        process.stdin.flush()
    except OSError:
        return None
    answer = process.stdout.readline()
    return values_from_json(answer.decode()) if answer.endswith(b"\n") else None


rendering_process = RenderingProcess()
