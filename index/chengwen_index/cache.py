"""The folder that keeps the index: a cache of ours alone, which can be rebuilt at any moment.

A build has a folder of its own, and `current.json` names the one that counts, with what
it was built from and the digest of each of its files. That file is replaced in one step,
so that a reader sees the old index or the new one. Nothing is opened, and so nothing
unpickled, whose digest does not fit.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import stat
import tempfile
import time
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from threading import Lock

from chengwen_library.errors import UnwritableFile
from chengwen_library.files import is_alive, sweep, write_atomically

POINTER = "current.json"
STALE_SECONDS = 600.0
"""A build folder of another living process is left alone for this long."""
_PREFIX = "index-"
_OPEN_TO_OTHERS = 0o022

_lock = Lock()
_building: set[str] = set()


@dataclass(frozen=True, slots=True)
class Stamp:
    """What an index must have been built with and from to be of use."""

    format: str
    engine: str
    fingerprint: str


class Reason(StrEnum):
    """Why an index must be built, as it is told to people."""

    ABSENT = "第一次建检索目录，稍等片刻。"
    CHANGED = "条款库有变动，正在重建检索目录。"
    DAMAGED = "检索目录损坏，正在重建。"
    FOREIGN = "检索目录由不同版本的程序所建，正在重建。"


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


def current(cache: Path, stamp: Stamp) -> Path | Reason:
    """Return the folder of the index that fits the stamp, or why there is none."""
    pointer = cache / POINTER
    if not os.path.lexists(pointer):
        return Reason.ABSENT
    try:
        content = json.loads(pointer.read_bytes())
        known = Stamp(content["format"], content["engine"], content["fingerprint"])
        if (known.format, known.engine) != (stamp.format, stamp.engine):
            return Reason.FOREIGN
        if known != stamp:
            return Reason.CHANGED
        folder = cache / Path(content["folder"]).name
        return folder if content["files"] == _digests(folder) else Reason.DAMAGED
    except (OSError, ValueError, KeyError, TypeError):
        return Reason.DAMAGED


@contextmanager
def build_folder(cache: Path) -> Generator[Path]:
    """Yield an empty folder to build in. It is removed if the build fails, and by `tidy` if it never counted."""
    with _lock:
        folder = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-", dir=cache))
        _building.add(folder.name)
    try:
        yield folder
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    finally:
        with _lock:
            _building.discard(folder.name)


def publish(cache: Path, folder: Path, stamp: Stamp) -> None:
    """Make a finished build the index that counts. Raises UnwritableFile."""
    pointer = cache / POINTER
    if pointer.is_symlink():
        pointer.unlink()
    elif pointer.is_dir():
        shutil.rmtree(pointer, ignore_errors=True)
    content = {
        "format": stamp.format,
        "engine": stamp.engine,
        "fingerprint": stamp.fingerprint,
        "folder": folder.name,
        "files": _digests(folder),
    }
    write_atomically(pointer, json.dumps(content, indent=1).encode())


def tidy(cache: Path) -> None:
    """Remove builds that do not count and that nobody works on: those of ended processes, our own old ones."""
    sweep(cache)
    counting = _counting(cache)
    for folder in cache.glob(f"{_PREFIX}*"):
        if folder.name != counting and _is_left_over(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _take_possession(cache: Path) -> None:
    state = cache.lstat()
    if state.st_uid != os.getuid():
        raise UnwritableFile(f"检索目录“{cache}”属于别的用户，不能使用。请删去它，或换一个数据文件夹。")
    if stat.S_IMODE(state.st_mode) & _OPEN_TO_OTHERS:
        (cache / POINTER).unlink(missing_ok=True)
    if stat.S_IMODE(state.st_mode) != stat.S_IRWXU:
        cache.chmod(stat.S_IRWXU)


def _digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def _counting(cache: Path) -> str | None:
    try:
        return json.loads((cache / POINTER).read_bytes())["folder"]
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _is_left_over(folder: Path) -> bool:
    owner = folder.name.removeprefix(_PREFIX).partition("-")[0]
    if not owner.isdecimal():
        return True
    if int(owner) == os.getpid():
        with _lock:
            return folder.name not in _building
    try:
        return not is_alive(int(owner)) or time.time() - folder.stat().st_mtime > STALE_SECONDS
    except FileNotFoundError:
        return False
