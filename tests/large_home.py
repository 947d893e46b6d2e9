"""A user's folder with a library of 100,000 clauses and its index: made once, and taken again where it is kept."""

from __future__ import annotations

import shutil
from pathlib import Path

from chengwen_index.opening import open_index
from chengwen_library.library import Library, shipped_files
from recombined import measures
from shelves import library_of

CLAUSES = 100_000


def large_home(folder: Path, clauses: int = CLAUSES) -> Path:
    """Return a folder for `CHENGWEN_HOME` that holds nothing but the library, with the measures that ship, and its index.

    `folder` keeps it: what was made there before is used, what the window has written beside it is removed.
    """
    home = folder / f"{clauses}"
    if not (home / "library").is_dir():
        home.mkdir(parents=True, exist_ok=True)
        _make(home / "library", clauses)
    for path in home.iterdir():
        if path.name not in ("library", "index"):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    open_index(Library(home / "library"), home / "index").close()
    return home


def _make(library: Path, clauses: int) -> None:
    """Make the library under another name first, so that half of one is never taken for a whole one."""
    half = library.with_name("half made")
    shutil.rmtree(half, ignore_errors=True)
    library_of(measures(clauses), half)
    for name, content in shipped_files():
        (half / name).write_bytes(content)
    half.rename(library)
