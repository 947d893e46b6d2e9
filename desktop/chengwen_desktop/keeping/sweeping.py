"""What killed writes leave: temporary files and locks, in the places where this program writes. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from chengwen_desktop.home import backups_folder, home, locks_folder
from chengwen_desktop.keeping import locks
from chengwen_library import files


def sweep_places(recent: Iterable[Path], folders: Iterable[Path]) -> None:
    """Sweep our own folders, `folders`, and what stands beside the `recent` drafts. Living processes lose nothing."""
    drafts = list(recent)
    with suppress(OSError):
        for lock in [*map(locks.beside, drafts), *locks_folder().glob("*.lock")]:
            locks.sweep(lock)
    for folder in {home(), *folders, *(draft.parent for draft in drafts), *_below(backups_folder())}:
        with suppress(OSError):
            files.sweep(folder)


def _below(folder: Path) -> list[Path]:
    with suppress(OSError):
        return [entry for entry in folder.iterdir() if entry.is_dir()]
    return []
