"""A disk that fails at the k-th thing it is asked to do, and what must hold after each such failure."""

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree, rmtree
from typing import Any
from unittest.mock import patch

from attacks.attempts import Lost, everything, one_line
from chengwen_library import files
from chengwen_library.errors import ChengwenError

EVERY = "CHENGWEN_ALL_ATTACKS" in os.environ
"""Whether slow actions, too, fail at every single operation: in `make attacks` they do, in `make test` not."""

_MAKING = frozenset({"open to write", "os.mkdir", "write", "fsync"})
_ANY = _MAKING | {"open", "os.rename", "os.remove", "os.rmdir", "os.chmod", "os.listdir", "os.scandir"}


@dataclass(frozen=True)
class Trouble:
    """A way to fail: with which error, at which operations, and whether for good from then on."""

    name: str
    number: int
    at: frozenset[str]
    lasts: bool


TROUBLES = (
    Trouble("full", errno.ENOSPC, _MAKING, lasts=True),
    Trouble("broken once", errno.EIO, _ANY, lasts=False),
    Trouble("share gone", errno.ESTALE, _ANY, lasts=True),
    Trouble("read-only", errno.EROFS, _MAKING | {"os.rename", "os.remove", "os.rmdir", "os.chmod"}, lasts=True),
)


class FaultyDisk:
    """Counts the operations in a folder, and fails the k-th; none where `fails_at` is 0."""

    def __init__(self, folder: Path, trouble: Trouble, fails_at: int = 0) -> None:
        self._folder, self._trouble, self._fails_at = str(folder), trouble, fails_at
        self.count = 0

    @contextmanager
    def working(self) -> Iterator[None]:
        """Let all that is done meanwhile be done on this disk."""
        opened, synced = os.fdopen, os.fsync

        def fdopen(handle: int, *arguments: Any, **named: Any) -> Any:
            return _Stream(opened(handle, *arguments, **named), self)

        def fsync(handle: int) -> None:
            self.operation("fsync")
            synced(handle)

        _disks.append(self)
        try:
            with patch.object(os, "fdopen", fdopen), patch.object(os, "fsync", fsync):
                yield
        finally:
            _disks.remove(self)

    def heard(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Count what Python is about to do in the folder. Raises OSError."""
        if not arguments or not isinstance(arguments[0], str | bytes | os.PathLike):
            return
        if not os.fsdecode(arguments[0]).startswith(self._folder):
            return
        writes = event == "open" and int(arguments[2] or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        self.operation("open to write" if writes else event)

    def operation(self, name: str) -> None:
        """Count an operation. Raises OSError if it is the one that fails."""
        if name not in self._trouble.at:
            return
        self.count += 1
        if self._fails_at and (self.count == self._fails_at or (self._trouble.lasts and self.count > self._fails_at)):
            raise OSError(self._trouble.number, os.strerror(self._trouble.number))


class _Stream:
    """A file that is written half when the disk fails."""

    def __init__(self, stream: Any, disk: FaultyDisk) -> None:
        self._stream, self._disk = stream, disk

    def write(self, content: bytes) -> int:
        try:
            self._disk.operation("write")
        except OSError:
            self._stream.write(content[: len(content) // 2])
            raise
        return self._stream.write(content)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def __enter__(self) -> "_Stream":
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()


_disks: list[FaultyDisk] = []


def _hook(event: str, arguments: tuple[Any, ...]) -> None:
    for disk in _disks:
        disk.heard(event, arguments)


sys.addaudithook(_hook)


@dataclass(frozen=True)
class Action:
    """What is done on the disk: what is there before, what is done, and what may differ each time.

    `loose` are names of files with the time in them, which must be whole but not the same;
    `cache` is a folder that can be deleted at any moment. `heals` says that doing it again makes good what failed.
    Of what `is_slow`, every fourth operation fails unless EVERY one is to.
    """

    before: Callable[[], object]
    act: Callable[[], object]
    loose: frozenset[str] = frozenset()
    cache: str | None = None
    heals: bool = False
    is_slow: bool = False


def fail_everywhere(folder: Path, action: Action) -> str:
    """Do something on a disk that fails at its first operation, at its second, and so on, in every way it can fail.

    Each time: the error is ours and one line, every file is as it was or as it was to become,
    nothing that is to stay is gone, and no temporary file is left once the next writer has swept.
    """
    action.before()
    kept = copytree(folder, folder.with_name("kept"))
    before, failures, refused = _held(folder, action), 0, 0
    for trouble in TROUBLES:
        _put_back(kept, folder)
        disk = FaultyDisk(folder, trouble)
        with disk.working():
            action.act()
        after = _held(folder, action)
        for number in range(1, disk.count + 1, 1 if EVERY or not action.is_slow else 4):
            _put_back(kept, folder)
            failures += 1
            refused += _failed(FaultyDisk(folder, trouble, number), action.act)
            _swept(folder)
            _whole(before, after, _held(folder, action), f"operation {number} of {disk.count}, {trouble.name}")
            if action.heals:
                action.act()
                if _held(folder, action) != after:
                    raise Lost(f"not made good by doing it again ({number} of {disk.count}, {trouble.name})")
    rmtree(kept)
    assert failures
    return f"{failures} failures of the disk, {refused} told in one line, nothing lost"


def _put_back(kept: Path, folder: Path) -> None:
    rmtree(folder)
    copytree(kept, folder)


def _held(folder: Path, action: Action) -> dict[str, bytes]:
    """Return the files that count; of those with the time in them, only that they are whole."""
    held: dict[str, bytes] = {}
    for name, content in everything(folder).items():
        if name.endswith(".lock") or (action.cache and name.startswith(action.cache)):
            continue
        held[name] = _ends(content) if name in action.loose else content
    return held


def _ends(content: bytes) -> bytes:
    """Return how a file begins and ends: a PDF by its mark, a copy by its note."""
    return content[:5] + (b"whole" if content.rstrip().endswith((b"%%EOF", b"?>")) else b"cut off")


def _failed(disk: FaultyDisk, act: Callable[[], object]) -> bool:
    try:
        with disk.working():
            act()
    except ChengwenError as error:
        one_line(error)
        return True
    return False


def _swept(folder: Path) -> None:
    """Sweep as the next program does that writes there; this one is gone by then."""
    with patch.object(os, "getpid", lambda: 0), patch.object(files, "is_alive", lambda _: False):
        for place in [folder, *(path for path in folder.rglob("*") if path.is_dir())]:
            files.sweep(place)


def _whole(before: dict[str, bytes], after: dict[str, bytes], now: dict[str, bytes], when: str) -> None:
    for name in before.keys() | after.keys() | now.keys():
        if now.get(name) not in (before.get(name), after.get(name)):
            raise Lost(f"{name} is neither old nor new ({when})")
    gone = set(before.values()) & set(after.values()) - set(now.values())
    if gone:
        raise Lost(f"{len(gone)} contents ({when})")
