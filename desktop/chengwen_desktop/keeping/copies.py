"""Copies of unsaved work: how they are written, and which ones a program that is gone has left. No window.

A copy is an .akn file like any other, in the folder for recovery, with a note behind its
last tag: whose it is. It stands there and not beside its file, because a draft that was
never saved has no file, and the folder of one that was may be full, read-only or gone.
"""

from __future__ import annotations

import json
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TextIO
from uuid import uuid4

from PySide6.QtCore import QLockFile

from chengwen_desktop import faults
from chengwen_desktop.home import recovery_folder
from chengwen_library.akn.read import parse_measure
from chengwen_library.akn.write import render_measure
from chengwen_library.errors import UnreadableFile
from chengwen_library.files import read_limited, sweep, write_atomically
from chengwen_library.json_text import parsed_json
from chengwen_library.library import LARGEST_FILE
from chengwen_library.model import Measure

_SUFFIX = ".akn"
_LOCK = ".lock"
_CRASH = ".crash"
_NOTE = re.compile(rb"<\?chengwen (\{.*?\})\?>\s*$")


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that was left: its own file, the file it is of (None: never saved), the draft's name, when it was made."""

    file: Path
    path: Path | None
    name: str
    at: datetime
    draft: Measure


class Presence:
    """Shows, while it lives, that this program runs: its copies are no one else's. `end` gives them up."""

    def __init__(self) -> None:
        self.token = uuid4().hex[:12]
        self._count = 0
        self._crashes: TextIO | None = None
        self._locks: dict[str, QLockFile] = {}

    def begin(self) -> None:
        """Show it from now on, if the folder can be written; sweep what a killed write left there."""
        with suppress(OSError):
            recovery_folder().mkdir(parents=True, exist_ok=True)
            sweep(recovery_folder())
        if self._claim(self.token):
            self._crashes = faults.watch_crashes(recovery_folder() / f"{self.token}{_CRASH}")

    def end(self) -> None:
        """Give up all copies; those that are left are the next program's."""
        if self._crashes is not None:
            faults.stop_watching(self._crashes)
            self._crashes = None
        for lock in self._locks.values():
            lock.unlock()
        self._locks.clear()

    def new_file(self) -> Path:
        """Return where the next copy goes."""
        self._count += 1
        return recovery_folder() / f"{self.token}-{self._count}{_SUFFIX}"

    def left_behind(self) -> list[Copy]:
        """Return the copies of programs that no longer run, the newest first, and keep them from other programs.

        Those that cannot be read are left where they are, locks without a copy are swept.
        """
        tokens = {file.name.split("-")[0] for file in recovery_folder().glob(f"*{_SUFFIX}")}
        ours = {token for token in tokens - {self.token} if self._claim(token)}
        for file in recovery_folder().glob(f"*{_LOCK}"):
            if file.stem not in tokens | {self.token} and self._claim(file.stem):
                self._locks.pop(file.stem).unlock()
        found: list[Copy] = []
        for file in recovery_folder().glob(f"*{_SUFFIX}"):
            if file.name.split("-")[0] in ours:
                with suppress(UnreadableFile):
                    found.append(read_copy(file))
        return sorted(found, key=lambda copy: copy.at, reverse=True)

    def crash_reports(self) -> str:
        """Return what the interpreter wrote of programs that were brought down, and remove it."""
        reports: list[str] = []
        for file in recovery_folder().glob(f"*{_CRASH}"):
            if file.stem != self.token and self._claim(file.stem):
                with suppress(OSError):
                    reports.append(file.read_text(encoding="utf-8", errors="replace").strip())
                    file.unlink()
        return "\n\n".join(filter(None, reports))

    def _claim(self, token: str) -> bool:
        if token in self._locks:
            return True
        lock = QLockFile(str(recovery_folder() / f"{token}{_LOCK}"))
        lock.setStaleLockTime(0)
        if not lock.tryLock(0):
            return False
        self._locks[token] = lock
        return True


def write_copy(file: Path, draft: Measure, path: Path | None, name: str) -> None:
    """Write a copy of the draft whole or not at all. Raises UnwritableFile."""
    note = {"path": str(path) if path else None, "name": name, "at": datetime.now().astimezone().isoformat()}
    words = json.dumps(note).replace("?>", "?\\u003e")
    write_atomically(file, render_measure(draft) + f"<?chengwen {words}?>\n".encode())


def read_copy(file: Path) -> Copy:
    """Return a copy; one that has lost its note is of an unknown file. Raises UnreadableFile."""
    content = read_limited(file, LARGEST_FILE)
    draft = parse_measure(content, file.name)
    match = _NOTE.search(content)
    try:
        note = parsed_json(match[1]) if match else {}
        path, name, at = note.get("path"), str(note.get("name", "")), datetime.fromisoformat(note["at"])
    except (ValueError, KeyError, TypeError):
        path, name, at = None, "", datetime.fromtimestamp(file.stat().st_mtime).astimezone()
    return Copy(file, Path(path) if path else None, name or (draft.title or ""), at, draft)


def remove_copy(file: Path) -> None:
    """Remove a copy that is no longer needed; one that cannot be removed is offered again."""
    with suppress(OSError):
        file.unlink(missing_ok=True)
