"""The folder that keeps the index: a cache of ours alone, which can be rebuilt at any moment.

Each segment, the index of some files of the library, has a folder of its own that never
changes once it is written. `current.json` names the segments that count, the files each
was built from and the check sums of its own. It is replaced in one step, so that a reader
sees the old index or the new one. Nothing is opened, and so nothing unpickled, whose
check sums do not fit.
"""

from __future__ import annotations

import json
import os
import shutil
import stat
import tempfile
import zlib
from collections.abc import Generator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from chengwen_library.errors import UnwritableFile
from chengwen_library.files import sweep, write_atomically
from chengwen_library.json_text import parsed_json

POINTER = "current.json"
_LOCK = "writer.lock"
_PREFIX = "segment-"
_OPEN_TO_OTHERS = 0o022
_CHUNK = 1 << 20
_found_whole: dict[Path, tuple[dict[str, int], dict[str, tuple[int, int]]]] = {}


@dataclass(frozen=True, slots=True)
class Source:
    """A file of the library as it was indexed: its stamp then, and the number of its clauses."""

    name: str
    stamp: str
    clauses: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A segment as `current.json` knows it."""

    folder: str
    sources: tuple[Source, ...]
    sums: dict[str, int]


@dataclass(frozen=True, slots=True)
class Manifest:
    """What counts in a cache folder. `damaged` says that something there could not be used."""

    format: str | None
    entries: tuple[Entry, ...]
    damaged: bool = False


def prepare(cache: Path) -> None:
    """Make `cache` a folder that only its owner can enter; a link in its place is removed, not followed.

    What others could have written to is not trusted and built anew. Raises UnwritableFile
    where the folder cannot be made or belongs to somebody else.
    """
    try:
        if cache.is_symlink():
            cache.unlink()
        cache.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.name != "nt":
            _take_possession(cache)
    except OSError as error:
        raise UnwritableFile(f"没能建立检索目录“{cache}”。请检查这个位置的权限和磁盘空间。") from error


def read_manifest(cache: Path) -> Manifest:
    """Return what counts in the folder; nothing, and perhaps `damaged`, where no sense can be made of it."""
    pointer = cache / POINTER
    if not os.path.lexists(pointer):
        return Manifest(None, ())
    try:
        content = parsed_json(pointer.read_bytes())
        entries = tuple(_entry(entry) for entry in content["segments"])
        return Manifest(str(content["format"]), entries)
    except (OSError, ValueError, KeyError, TypeError):
        return Manifest(None, (), damaged=True)


def whole(cache: Path, entry: Entry) -> bool:
    """Tell whether a segment's files are those that were written, all of them and no others.

    What this process has found whole is not read again as long as sizes and times stay the same.
    """
    folder = cache / entry.folder
    try:
        state = {path.name: (path.stat().st_size, path.stat().st_mtime_ns) for path in folder.iterdir()}
        if _found_whole.get(folder) == (entry.sums, state):
            return True
        if check_sums(folder) != entry.sums:
            return False
    except OSError:
        return False
    _found_whole[folder] = (entry.sums, state)
    return True


def check_sums(folder: Path) -> dict[str, int]:
    """Return the CRC-32 of each file of a folder, by name. Raises OSError."""
    return {path.name: _check_sum(path) for path in sorted(folder.iterdir())}


@contextmanager
def writer(cache: Path) -> Generator[None]:
    """Be the only writer of the cache; wait for another one to end. One that is killed holds up nobody."""
    from filelock import FileLock

    with FileLock(cache / _LOCK, mode=0o600):
        yield


@contextmanager
def segment_folder(cache: Path) -> Generator[Path]:
    """Yield an empty folder to build a segment in; it is removed if the build fails."""
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=cache))
    try:
        yield folder
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def publish(cache: Path, manifest: Manifest) -> None:
    """Make these segments the ones that count, and remove all others. Call as the only writer; raises UnwritableFile.

    Processes that still read a removed segment keep it open where the system allows that,
    or it stays until the next time where it does not (Windows).
    """
    pointer = cache / POINTER
    if pointer.is_symlink():
        pointer.unlink()
    elif pointer.is_dir():
        shutil.rmtree(pointer, ignore_errors=True)
    for folder in set(_found_whole) - {cache / entry.folder for entry in manifest.entries}:
        _found_whole.pop(folder, None)
    content = {"format": manifest.format, "segments": [_content(entry) for entry in manifest.entries]}
    write_atomically(pointer, json.dumps(content, ensure_ascii=False).encode())
    tidy(cache, manifest)


def tidy(cache: Path, manifest: Manifest) -> None:
    """Remove what killed writers left and what does not count. Call as the only writer."""
    sweep(cache)
    counting = {entry.folder for entry in manifest.entries}
    for path in cache.iterdir():
        if path.name not in {POINTER, _LOCK} | counting:
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
            else:
                with suppress(OSError):
                    path.unlink()


def left_over(cache: Path, manifest: Manifest) -> bool:
    """Tell whether there is something that `tidy` would remove."""
    known = {POINTER, _LOCK} | {entry.folder for entry in manifest.entries}
    return any(path.name not in known for path in cache.iterdir())


def _content(entry: Entry) -> dict[str, object]:
    sources = [[source.name, source.stamp, source.clauses] for source in entry.sources]
    return {"folder": entry.folder, "sources": sources, "sums": entry.sums}


def _entry(content: dict[str, object]) -> Entry:
    sources, sums = content["sources"], content["sums"]
    if not isinstance(sources, Sequence) or not isinstance(sums, dict):
        raise TypeError("not a segment")
    return Entry(
        folder=Path(str(content["folder"])).name,
        sources=tuple(Source(str(name), str(stamp), int(clauses)) for name, stamp, clauses in sources),
        sums={str(name): int(value) for name, value in sums.items()},
    )


def _check_sum(path: Path) -> int:
    total = 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            total = zlib.crc32(chunk, total)
    return total


def _take_possession(cache: Path) -> None:
    state = cache.lstat()
    if state.st_uid != os.getuid():
        raise UnwritableFile(f"检索目录“{cache}”属于别的用户，不能使用。请删去它，或换一个数据文件夹。")
    if stat.S_IMODE(state.st_mode) & _OPEN_TO_OTHERS:
        (cache / POINTER).unlink(missing_ok=True)
    if stat.S_IMODE(state.st_mode) != stat.S_IRWXU:
        cache.chmod(stat.S_IRWXU)
