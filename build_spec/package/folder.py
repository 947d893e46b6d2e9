"""The folder: PyInstaller's work, and what is put beside it."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from build_spec.bootstrap import run
from build_spec.package.environment import PYTHON
from build_spec.package.places import HERE, NAME, OUT, commit_time

FOLDER = OUT / NAME
WORK = OUT / "work"


@dataclass(frozen=True)
class Source:
    """A file or module of the folder: what it is called there, and where it was taken from."""

    name: str
    path: Path


def build_folder() -> None:
    """Make `FOLDER` anew from the environment."""
    for folder in (FOLDER, WORK):
        shutil.rmtree(folder, ignore_errors=True)
    options = ["--noconfirm", "--log-level", "WARN", "--distpath", str(OUT), "--workpath", str(WORK)]
    run([str(PYTHON), "-m", "PyInstaller", *options, str(HERE / f"{NAME}.spec")])
    if sys.platform == "linux":
        _drop_debugging()


def sources() -> list[Source]:
    """Return where everything in the folder came from, as PyInstaller's own records say."""
    collected = _record("COLLECT-00.toc")[0]
    modules = [entry for path in sorted((WORK / NAME).glob("PYZ-*.toc")) for entry in _record(path.name)[1]]
    return sorted({Source(name, Path(path)) for name, path, *_ in (*collected, *modules) if _is_file(path)}, key=str)


def settle_times(folder: Path) -> None:
    """Give every file the time of the commit and rights that do not depend on who built it."""
    for path in sorted(folder.rglob("*"), reverse=True):
        is_program = path.is_dir() or os.access(path, os.X_OK)
        path.chmod(0o755 if is_program else 0o644)
        os.utime(path, (commit_time(), commit_time()))
    folder.chmod(0o755)


def _drop_debugging() -> None:
    """Take what is for debuggers out of Python's own libraries: a Python that was compiled here holds 16 MB of it.

    Nothing else is touched: NumPy's libraries do not survive being stripped.
    """
    inside = FOLDER / "_internal"
    own = [*inside.glob("libpython*"), *inside.glob("python3*/lib-dynload/*.so")]
    subprocess.run(["strip", "--strip-debug", *sorted(own)], check=True)


def _record(name: str) -> list[list[tuple[str, str, str]]]:
    return ast.literal_eval((WORK / NAME / name).read_text("utf-8"))


def _is_file(path: str) -> bool:
    return bool(path) and Path(path).is_file()
