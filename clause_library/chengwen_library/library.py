"""The library: a folder of Akoma Ntoso files, one for each measure.

    <id>.akn       the measure as it stands
    sources/<id>/  the files it was read from, named by the digest of their content
    history/<id>/  earlier versions, the oldest first
    removed/       what was taken out and can be put back

The folder can be copied, backed up and put under version control. Files are
written whole or not at all.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache, wraps
from importlib.resources import as_file, files
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from chengwen_library.akn.read import parse_measure
from chengwen_library.akn.write import render_measure
from chengwen_library.catalogue import Catalogue, Entry, entry_of
from chengwen_library.errors import ChengwenError, NotInLibrary, UnreadableFile, UnwritableFile
from chengwen_library.files import read_limited, reason, sweep, write_atomically
from chengwen_library.folding import fold
from chengwen_library.model import Measure, Status

SUFFIX = ".akn"
LARGEST_FILE = 20 * 1024 * 1024
"""Bytes; a library file of this size is not one of ours (decisions 16)."""

_LOCK = ".writer.lock"
_PATIENCE = 10.0
"""Seconds to wait for somebody else who changes the library; a change takes some thousandths."""

_FILLING = ".filling"
"""Ends the name of an empty file beside the folder that is there as long as the measures that ship are not."""

_REMEMBERED = 256
"""Measures that are kept in memory; a large library is not."""

_IDENTITY = re.compile(r"/akn/cn[-/][A-Za-z0-9._/-]{1,180}")
"""No name of a device (CON, NUL) begins like this, and no file's name gets longer than systems take."""

_VERSION = re.compile(r"(\d{4})_(\d{4}-\d{2}-\d{2})_([a-z]+)\.akn")


class Change(StrEnum):
    """Why a version was superseded."""

    REPLACED = "replaced"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class Version:
    """An earlier version of a measure: until what day it stood, and why it was superseded."""

    number: int
    until: date
    change: Change
    path: Path


_Arguments = ParamSpec("_Arguments")
_Answer = TypeVar("_Answer")


def _in_one_line(
    method: Callable[Concatenate[Library, _Arguments], _Answer],
) -> Callable[Concatenate[Library, _Arguments], _Answer]:
    """Have a method raise UnreadableFile where the system refuses: a folder on a network comes and goes."""

    @wraps(method)
    def told(library: Library, *arguments: _Arguments.args, **named: _Arguments.kwargs) -> _Answer:
        try:
            return method(library, *arguments, **named)
        except OSError as error:
            words = f"条款库的文件夹“{library.folder}”用不了：{reason(error)}。请检查磁盘或网络盘，再试一次。"
            raise UnreadableFile(words) from error

    return told


class Library:
    """The measures kept in `folder`; of those asked for last none is parsed again until its file changes.

    Besides what each method says, all raise UnreadableFile where the folder cannot be used.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.unreadable: dict[Path, str] = {}
        self._parsed = lru_cache(_REMEMBERED)(_parsed)
        self._catalogue = Catalogue(folder)

    @_in_one_line
    def fill(self) -> None:
        """Create the folder with the measures that ship, if there is none; sweep what killed writers left.

        What a full disk or a kill kept from being filled is filled by the next call.
        """
        unfinished = self.folder.with_name(self.folder.name + _FILLING)
        if self.folder.is_dir():
            sweep(self.folder)
            if not unfinished.exists():
                return
        write_atomically(unfinished, b"")
        self.folder.mkdir(parents=True, exist_ok=True)
        for name, content in shipped_files():
            write_atomically(self.folder / name, content)
        unfinished.unlink()

    @_in_one_line
    def measures(self) -> tuple[Measure, ...]:
        """Return all measures in the order of their files; files that cannot be read are told in `unreadable`."""
        self.unreadable = {}
        found: list[Measure] = []
        for path in self.paths():
            try:
                found.append(self._read(path))
            except FileNotFoundError:  # somebody else has just taken it out
                continue
            except ChengwenError as error:
                self.unreadable[path] = str(error)
        return tuple(found)

    @_in_one_line
    def entries(self) -> list[Entry]:
        """Return what the catalogue knows of the measures, in the order of their files."""
        return self._catalogue.entries(self.paths(), self._read)

    @_in_one_line
    def measure(self, identity: str) -> Measure:
        """Return the measure with this id. Raises NotInLibrary."""
        path = self.folder / file_name(identity)
        if not path.is_file():
            raise NotInLibrary(f"条款库里没有“{identity}”。用 chengwen library list 可以看到库里的文件。")
        return self._read(path)

    @_in_one_line
    def add(self, measure: Measure, today: date) -> Entry:
        """Keep the measure and return its entry; the measure with the same id becomes an earlier version.

        Remarks on a draft are not kept: they are the office's own, and a library is passed on.
        """
        measure = replace(measure, remarks=())
        path = self.folder / file_name(measure.id)
        content = render_measure(measure)
        with self._alone():
            if path.is_file() and path.read_bytes() != content:
                self._keep_version(measure.id, Change.REPLACED, today)
            write_atomically(path, content)
        entry = entry_of(measure, path)
        self._catalogue.put(entry)
        return entry

    def keep_source(self, identity: str, content: bytes, suffix: str) -> Path:
        """Keep the raw file that a measure was read from, once however often it is read."""
        name = f"{hashlib.sha256(content).hexdigest()[:16]}{suffix}"
        path = self._beside(identity, "sources") / name
        if not path.is_file():
            write_atomically(path, content)
        return path

    @_in_one_line
    def sources(self, identity: str) -> list[Path]:
        """Return the raw files that a measure was read from."""
        return sorted(path for path in self._beside(identity, "sources").glob("*") if not path.name.startswith("."))

    @_in_one_line
    def set_status(self, identity: str, status: Status, today: date) -> None:
        """Change a measure's status; the version before is kept. Raises NotInLibrary."""
        measure = self.measure(identity)
        if measure.status is status:
            return
        with self._alone():
            self._keep_version(identity, Change.STATUS, today)
            write_atomically(self.folder / file_name(identity), render_measure(replace(measure, status=status)))

    @_in_one_line
    def remove(self, identity: str) -> None:
        """Take a measure out of the library; `restore` puts it back. Raises NotInLibrary."""
        path = self._existing(identity)
        target = self.folder / "removed" / path.name
        with self._alone():
            write_atomically(target, path.read_bytes())
            path.unlink()

    @_in_one_line
    def restore(self, identity: str, today: date) -> None:
        """Put back a removed measure, or undo the last change of one that is there. Raises NotInLibrary."""
        path = self.folder / file_name(identity)
        removed = self.folder / "removed" / path.name
        if removed.is_file() and not path.is_file():
            with self._alone():
                write_atomically(path, removed.read_bytes())
                removed.unlink()
            return
        self._existing(identity)
        versions = self.history(identity)
        if not versions:
            raise NotInLibrary(f"“{identity}”没有更早的版本，不用恢复。")
        with self._alone():
            earlier = versions[-1].path.read_bytes()
            self._keep_version(identity, Change.REPLACED, today)
            write_atomically(path, earlier)

    @_in_one_line
    def removed(self) -> list[Measure]:
        """Return the measures that were taken out and can be put back."""
        return [read_measure_file(path) for path in sorted((self.folder / "removed").glob(f"*{SUFFIX}"))]

    @_in_one_line
    def history(self, identity: str) -> list[Version]:
        """Return the earlier versions of a measure, the oldest first."""
        found: list[Version] = []
        for path in sorted(self._beside(identity, "history").glob(f"*{SUFFIX}")):
            match = _VERSION.fullmatch(path.name)
            if match is not None:
                until = date.fromisoformat(match.group(2))
                found.append(Version(int(match.group(1)), until, Change(match.group(3)), path))
        return found

    @_in_one_line
    def stamps(self) -> dict[str, str]:
        """Return size and time of each measure's file by its name: equal as long as it was not written anew."""
        states: dict[str, str] = {}
        for entry in self._files():
            with suppress(FileNotFoundError):  # somebody else has just taken it out
                state = entry.stat()
                states[entry.name] = f"{state.st_size}-{state.st_mtime_ns}"
        return dict(sorted(states.items()))

    def read(self, name: str) -> Measure | None:
        """Return the measure in this file, without keeping it in memory; None, told in `unreadable`, if it is none.

        Raises UnreadableFile where the system refuses to read it, for it may not do so for long.
        """
        path = self.folder / name
        try:
            return read_measure_file(path)
        except ChengwenError as error:
            if isinstance(error.__cause__, OSError):
                raise
            self.unreadable[path] = str(error)
            return None

    @_in_one_line
    def paths(self) -> list[Path]:
        """Return the files of the measures in a fixed order."""
        return [self.folder / name for name in sorted(entry.name for entry in self._files())]

    def _files(self) -> Iterator[os.DirEntry[str]]:
        """Yield the files of the measures as the folder lists them; none where there is no folder yet."""
        with suppress(FileNotFoundError), os.scandir(self.folder) as found:
            yield from (one for one in found if one.name.endswith(SUFFIX) and not one.name.startswith("."))

    @contextmanager
    def _alone(self) -> Generator[None]:
        """Be the only one who changes the library, so that no version is kept under another one's number."""
        from filelock import FileLock, Timeout

        lock = FileLock(self.folder / _LOCK, timeout=_PATIENCE, poll_interval=0.005)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            lock.acquire()
        except Timeout as error:
            raise UnwritableFile(f"条款库“{self.folder}”正被别的程序改动，这次没有写入。请稍后再试。") from error
        except NotImplementedError:
            pass  # a share without locks: whoever writes last is kept, as with any file
        try:
            yield
        finally:
            lock.release()

    def _existing(self, identity: str) -> Path:
        path = self.folder / file_name(identity)
        if not path.is_file():
            raise NotInLibrary(f"条款库里没有“{identity}”。用 chengwen library list 可以看到库里的文件。")
        return path

    def _keep_version(self, identity: str, change: Change, today: date) -> None:
        number = max((version.number for version in self.history(identity)), default=0) + 1
        name = f"{number:04}_{today.isoformat()}_{change.value}{SUFFIX}"
        write_atomically(self._beside(identity, "history") / name, self._existing(identity).read_bytes())

    def _beside(self, identity: str, kind: str) -> Path:
        return self.folder / kind / file_name(identity).removesuffix(SUFFIX)

    def _read(self, path: Path) -> Measure:
        status = path.stat()
        return self._parsed(path, status.st_size, status.st_mtime_ns)


def _parsed(path: Path, _size: int, _changed: int) -> Measure:
    return read_measure_file(path)


def named(measures: Iterable[Measure], key: str) -> Measure | None:
    """Return the measure that has this id, 文号 or title, or None."""
    wanted = fold(key)
    for measure in measures:
        names = filter(None, (measure.doc_number, measure.title))
        if measure.id == key or any(fold(name) == wanted for name in names):
            return measure
    return None


def read_measure_file(path: Path) -> Measure:
    """Return the measure or draft in an .akn file. Raises UnreadableFile with one line."""
    return parse_measure(read_limited(path, LARGEST_FILE), path.name)


def file_name(identity: str) -> str:
    """Return the name of the file that keeps the measure `identity` (/akn/cn-4207/act/2024-08-09/ab-1).

    Raises NotInLibrary for what can be no identity of ours, so that no name leads out of the library.
    """
    if not _IDENTITY.fullmatch(identity) or ".." in identity:
        raise NotInLibrary(f"“{identity}”不是条款库文件的编号。")
    return identity.removeprefix("/akn/").replace("/", "_") + SUFFIX


def shipped_files() -> Iterator[tuple[str, bytes]]:
    """Yield name and content of each library file that ships with the product."""
    with as_file(files("chengwen_library").joinpath("measures")) as folder:
        for path in sorted(folder.glob(f"*{SUFFIX}")):
            yield path.name, path.read_bytes()
