"""Two windows on one file: who edits a file says so in a lock beside it, or in the user's folder."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLockFile, QSysInfo

from chengwen_desktop.home import locks_folder
from chengwen_library.files import is_alive

WAIT = 250
"""Milliseconds for which a lock is asked for: somebody else may be about to remove the same stale one."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who edits a file: a process of this machine or of another one."""

    process: int
    host: str

    @property
    def is_here(self) -> bool:
        """Whether it runs on this machine."""
        return self.host in ("", QSysInfo.machineHostName())


def take(path: Path) -> QLockFile | Holder:
    """Return the lock of a file, or who has it.

    The lock of a process that no longer runs is taken over. Where the file's folder takes no lock,
    it is kept in the user's folder; where that takes none either, the file counts as free.
    """
    lock = _lock(beside(path))
    if lock.tryLock(WAIT):
        return lock
    if lock.error() == QLockFile.LockError.LockFailedError:
        return _holder(lock)
    with suppress(OSError):
        locks_folder().mkdir(parents=True, exist_ok=True)
    name = hashlib.sha256(str(path.absolute()).encode(errors="replace")).hexdigest()[:24]
    lock = _lock(locks_folder() / f"{name}.lock")
    if lock.tryLock(WAIT) or lock.error() != QLockFile.LockError.LockFailedError:
        return lock
    return _holder(lock)


def beside(path: Path) -> Path:
    """Return the lock of a file, which is hidden where names can hide."""
    return path.with_name(f".{path.name}.lock")


def sweep(lock: Path) -> None:
    """Remove a lock of this machine whose process no longer runs; it is never held for that, not for a moment."""
    if lock.exists():
        found = _lock(lock)
        holder = _holder(found)
        if holder.is_here and not is_alive(holder.process):
            found.removeStaleLockFile()


def seize(path: Path) -> None:
    """Remove the lock of another machine, which may have been left there for ever."""
    beside(path).unlink(missing_ok=True)


def _lock(path: Path) -> QLockFile:
    lock = QLockFile(str(path))
    lock.setStaleLockTime(0)
    return lock


def _holder(lock: QLockFile) -> Holder:
    process, host, _ = lock.getLockInfo()
    return Holder(process, host)
