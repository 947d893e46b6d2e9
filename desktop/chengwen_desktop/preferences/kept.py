"""A page's state and the file it is kept in: read with its faults, never written over what others wrote meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Generic, TypeVar

from chengwen_desktop.translation import tr
from chengwen_library.errors import ChengwenError, UnwritableFile
from chengwen_library.files import reason
from chengwen_library.own_files import Fault

State = TypeVar("State")
Stamp = tuple[int, int] | None


class Broken(ChengwenError):
    """A file cannot be used as it is; `faults` say where."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(" ".join(map(str, faults)))
        self.faults = tuple(faults)


class ChangedOutside(ChengwenError):
    """Another program has written the file since it was read."""


@dataclass
class Stamps:
    """How the files were when they were last read or written here; pages that share a file share this."""

    known: dict[Path, Stamp] = field(default_factory=dict[Path, Stamp])


@dataclass
class Kept(Generic[State]):
    """A state, its file, and what it is when nobody has changed anything.

    `read` raises Broken, `write` UnwritableFile.
    """

    file: Path
    shipped: State
    read: Callable[[], State]
    write: Callable[[State], None]
    stamps: Stamps

    def load(self) -> State:
        """Return the state as the file has it now. Raises Broken."""
        self.stamps.known[self.file] = stamp(self.file)
        return self.read()

    def save(self, state: State) -> None:
        """Write the state. Raises ChangedOutside if the file is another than it was, and UnwritableFile."""
        if self.is_stale():
            raise ChangedOutside(tr("“{name}”刚被别的程序改过，窗口里的改动还没有存。", name=self.file.name))
        try:
            self.write(state)
        except OSError as error:
            raise UnwritableFile(tr("没能写入“{name}”：{why}。", name=self.file, why=reason(error))) from error
        self.stamps.known[self.file] = stamp(self.file)

    def is_stale(self) -> bool:
        """Tell whether the file is another than it was when it was last read or written here."""
        return self.stamps.known.get(self.file) != stamp(self.file)

    def note(self) -> None:
        """Take the file as it is now for the one that is known."""
        self.stamps.known[self.file] = stamp(self.file)

    def save_over(self, state: State) -> Path | None:
        """Write the state over what the file holds, which is kept beside it; return where. Raises UnwritableFile."""
        aside = _set_aside(self.file)
        self.stamps.known[self.file] = stamp(self.file)
        self.save(state)
        return aside


def stamp(path: Path) -> Stamp:
    """Return what changes when a file does, or a file of a folder; None if it is not there."""
    try:
        states = [one.stat() for one in path.iterdir()] if path.is_dir() else [path.stat()]
    except OSError:
        return None
    return sum(state.st_size for state in states), max((state.st_mtime_ns for state in states), default=0)


def _set_aside(path: Path) -> Path | None:
    """Move a file beside itself under a name with the time; None if there is none. Raises UnwritableFile."""
    if not path.is_file():
        return None
    aside = path.with_name(f"{path.name}.{datetime.now():%Y%m%d-%H%M%S-%f}")  # noqa: DTZ005
    try:
        path.rename(aside)
    except OSError as error:
        raise UnwritableFile(tr("没能把“{name}”留在旁边：{why}。", name=path.name, why=reason(error))) from error
    return aside
