"""The one way a file is written here: whole or not at all.

A killed write leaves its temporary file behind; the next write into the same
folder, and every start, sweeps such files.
"""

from __future__ import annotations

import errno
import os
import re
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from chengwen_library.errors import UnreadableFile, UnwritableFile, plain

PREFIX = ".chengwen-"
SUFFIX = ".tmp"
STALE_SECONDS = 60.0
"""A temporary file of another living process is left alone for this long."""

_REASONS = {
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EEXIST: "同名的文件已经存在",
    errno.ENOENT: "文件或文件夹已经不在了",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EISDIR: "它是一个文件夹",
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "磁盘配额已用完",
    errno.EFBIG: "超过了系统允许的大小",
    errno.EROFS: "磁盘是只读的",
    errno.ENAMETOOLONG: "文件名太长",
    errno.EIO: "磁盘或网络出了故障",
    errno.ESTALE: "网络盘断开了",
    errno.ENOTCONN: "网络盘断开了",
    errno.ETIMEDOUT: "网络盘没有回应",
    errno.EBUSY: "它正被别的程序占用",
    errno.ETXTBSY: "它正被别的程序占用",
}

_INSTEAD = str.maketrans('\\/:*?"<>|', "＼／：＊？＂＜＞｜")
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)", re.IGNORECASE)
_LONGEST_NAME = 180
"""Bytes, so that a lock or a backup of the file has room for more."""

_OWNER = re.compile(rf"{re.escape(PREFIX)}(\d+)-.*{re.escape(SUFFIX)}$")


def write_atomically(path: Path, content: bytes) -> None:
    """Replace `path` by `content`: temporary file in the same folder, flush, fsync, replace.

    Raises UnwritableFile; the old file is then untouched and no temporary file stays.
    """
    path = path.resolve() if path.is_symlink() else path
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        sweep(path.parent)
        _replace(path, content)
    except OSError as error:
        raise UnwritableFile(f"没能写入“{path}”：{reason(error)}。请换个位置，或检查权限和空间。") from error


def read_limited(path: Path, limit: int) -> bytes:
    """Return the content of `path`, of at most `limit` bytes. Raises UnreadableFile with one line."""
    try:
        if not path.exists():
            raise UnreadableFile(f"没有找到“{path}”。请核对路径。")
        if not path.is_file():
            raise UnreadableFile(f"“{path}”不是文件，读不了。")
        if path.stat().st_size > limit:
            raise UnreadableFile(f"“{path.name}”太大，超过 {_size(limit)} 的上限。请拆成几个文件再读入。")
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFile(f"没能打开“{path}”：{reason(error)}。") from error


def _size(limit: int) -> str:
    return f"{limit // 1024 // 1024} MB" if limit >= 1024 * 1024 else f"{limit // 1024} KB"


def sweep(folder: Path) -> None:
    """Remove temporary files left in `folder` by writers that are no longer alive; what refuses to go stays.

    Another writer may finish, and its file be gone, while we look.
    """
    for entry in folder.glob(f"{PREFIX}*{SUFFIX}"):
        with suppress(OSError):
            if _is_orphan(entry):
                entry.unlink()


def _replace(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f"{PREFIX}{os.getpid()}-", suffix=SUFFIX, dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(_mode(path))
        temporary.replace(path)
        _sync_folder(path.parent)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """Return the permission bits of the file to be replaced, or those a new file gets here."""
    with suppress(FileNotFoundError):
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _sync_folder(folder: Path) -> None:
    """Make the rename itself durable where the system can (not on Windows)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _is_orphan(entry: Path) -> bool:
    match = _OWNER.match(entry.name)
    if match is None:
        return False
    owner = int(match.group(1))
    if owner == os.getpid():
        return False
    if is_alive(owner):
        return time.time() - entry.stat().st_mtime > STALE_SECONDS
    return True


def name_of_file(words: str, suffix: str) -> str:
    """Return words, such as a title, as the name of a file that every system takes; it may have no words left."""
    bare = "".join(letter for letter in words.translate(_INSTEAD) if plain(letter) == letter).strip(" .")
    short = bare.encode(errors="ignore")[:_LONGEST_NAME].decode(errors="ignore").rstrip(" .")
    return _DEVICE.sub(r"_\1", short) + suffix if _DEVICE.match(short) else short + suffix


def is_alive(process: int) -> bool:
    """Tell whether a process with this number runs; on Windows always, for asking would end it."""
    if os.name == "nt":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def reason(error: OSError) -> str:
    """Return in a few words of Chinese why the system refused."""
    return _REASONS.get(error.errno or 0, f"系统拒绝了（错误 {error.errno}）" if error.errno else "系统拒绝了")
