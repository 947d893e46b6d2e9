"""Backups: what a file held before it was saved over, kept by day in the user's folder. Pure of any window.

Each file has a folder of its own. Backups are numbered, and the number alone says which is
newer: a clock that jumps neither hides nor drops one.
"""

from __future__ import annotations

import hashlib
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from chengwen_desktop.home import backups_folder
from chengwen_desktop.translation import marked
from chengwen_library.files import write_atomically

MOST_DAYS = 30
"""Days with a save of which the former file is kept."""

MOST_OTHERS = 30
"""Backups for other reasons that are kept."""

_NAME = re.compile(r"(\d{6})-(\d{8}-\d{6})-([a-z]+)\.akn$")


class Reason(StrEnum):
    """Why a backup was made."""

    DAY = "day"
    OUTSIDE = "outside"
    REPLACED = "replaced"
    OURS = "ours"


WORDS = {
    Reason.DAY: marked("当天第一次保存前"),
    Reason.OUTSIDE: marked("别的程序改过的"),
    Reason.REPLACED: marked("另存为覆盖前"),
    Reason.OURS: marked("重新打开前窗口里的"),
}


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup: its file, its number, when and why it was made (local time)."""

    file: Path
    number: int
    at: datetime
    reason: Reason


def listed(path: Path) -> tuple[Backup, ...]:
    """Return the backups of a file, the newest first; none if there are none or they cannot be read."""
    with suppress(OSError):
        found = [_parsed(file) for file in folder_of(path).iterdir()]
        return tuple(sorted((one for one in found if one), key=lambda one: one.number, reverse=True))
    return ()


def keep_former(path: Path, now: datetime) -> Backup | None:
    """Keep what a file holds before it is saved over, if it is the first time on this day.

    Return the backup, None if none was due. Raises UnwritableFile, or OSError if the file cannot be read.
    """
    newest = next((one for one in listed(path) if one.reason is Reason.DAY), None)
    if not path.exists() or (newest and newest.at.date() == now.date()):
        return None
    return keep(path, path.read_bytes(), Reason.DAY, now)


def keep(path: Path, content: bytes, reason: Reason, now: datetime) -> Backup:
    """Keep `content` as a backup of a file; drop those beyond the number kept. Raises UnwritableFile."""
    number = max((one.number for one in listed(path)), default=0) + 1
    file = folder_of(path) / f"{number:06}-{now:%Y%m%d-%H%M%S}-{reason}.akn"
    write_atomically(file, content)
    _prune(path)
    return Backup(file, number, now.replace(microsecond=0, tzinfo=None), reason)


def folder_of(path: Path) -> Path:
    """Return the folder of a file's backups."""
    whole = path.absolute()
    name = whole.stem.encode()[:60].decode(errors="ignore")
    return backups_folder() / f"{name}-{hashlib.sha256(str(whole).encode(errors='replace')).hexdigest()[:12]}"


def _prune(path: Path) -> None:
    backups = listed(path)
    days = [one for one in backups if one.reason is Reason.DAY]
    others = [one for one in backups if one.reason is not Reason.DAY]
    for one in (*days[MOST_DAYS:], *others[MOST_OTHERS:]):
        with suppress(OSError):
            one.file.unlink(missing_ok=True)


def _parsed(file: Path) -> Backup | None:
    match = _NAME.match(file.name)
    if match is None or match[3] not in set(Reason):
        return None
    with suppress(ValueError):
        at = datetime.strptime(match[2], "%Y%m%d-%H%M%S")  # noqa: DTZ007 (local time, as people read it)
        return Backup(file, int(match[1]), at, Reason(match[3]))
    return None
