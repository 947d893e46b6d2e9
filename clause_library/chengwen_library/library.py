"""The library: a folder of Akoma Ntoso files, one for each measure.

The folder can be copied, backed up and put under version control. Files are
written whole or not at all.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path

from chengwen_library.akn.read import parse_measure
from chengwen_library.akn.write import render_measure
from chengwen_library.errors import ChengwenError, NotInLibrary
from chengwen_library.files import read_limited, sweep, write_atomically
from chengwen_library.model import Measure

SUFFIX = ".akn"
LARGEST_FILE = 20 * 1024 * 1024
"""Bytes; a library file of this size is not one of ours (decisions 16)."""


class Library:
    """The measures kept in `folder`. Reading one measure parses its file; nothing is cached but what was parsed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.unreadable: dict[Path, str] = {}
        self._parsed: dict[Path, tuple[int, int, Measure]] = {}

    def fill(self) -> None:
        """Create the folder with the measures that ship, if there is none; sweep what killed writers left."""
        if self.folder.is_dir():
            sweep(self.folder)
            return
        self.folder.mkdir(parents=True)
        for name, content in shipped_files():
            write_atomically(self.folder / name, content)

    def measures(self) -> tuple[Measure, ...]:
        """Return all measures in the order of their files; files that cannot be read are told in `unreadable`."""
        self.unreadable = {}
        found: list[Measure] = []
        for path in self._paths():
            try:
                found.append(self._read(path))
            except ChengwenError as error:
                self.unreadable[path] = str(error)
        return tuple(found)

    def measure(self, identity: str) -> Measure:
        """Return the measure with this id. Raises NotInLibrary."""
        for measure in self.measures():
            if measure.id == identity:
                return measure
        raise NotInLibrary(f"条款库里没有“{identity}”。用 chengwen library list 可以看到库里的文件。")

    def add(self, measure: Measure) -> Path:
        """Keep the measure and return its file; a measure with the same id is replaced. Raises UnwritableFile."""
        path = self.folder / file_name(measure.id)
        write_atomically(path, render_measure(measure))
        return path

    def fingerprint(self) -> str:
        """Return a digest of names, sizes and times of the files: equal if nothing was added, changed or removed."""
        digest = hashlib.sha256()
        for path in self._paths():
            status = path.stat()
            digest.update(f"{path.name}\0{status.st_size}\0{status.st_mtime_ns}\n".encode())
        return digest.hexdigest()

    def _paths(self) -> list[Path]:
        return sorted(path for path in self.folder.glob(f"*{SUFFIX}") if not path.name.startswith("."))

    def _read(self, path: Path) -> Measure:
        status = path.stat()
        known = self._parsed.get(path)
        if known is not None and known[:2] == (status.st_size, status.st_mtime_ns):
            return known[2]
        measure = read_measure_file(path)
        self._parsed[path] = (status.st_size, status.st_mtime_ns, measure)
        return measure


def read_measure_file(path: Path) -> Measure:
    """Return the measure or draft in an .akn file. Raises UnreadableFile with one line."""
    return parse_measure(read_limited(path, LARGEST_FILE), path.name)


def file_name(identity: str) -> str:
    """Return the name of the file that keeps the measure `identity` (/akn/cn-4207/act/2024-08-09/ab-1)."""
    return identity.removeprefix("/akn/").replace("/", "_") + SUFFIX


def shipped_files() -> Iterator[tuple[str, bytes]]:
    """Yield name and content of each library file that ships with the product."""
    with as_file(files("chengwen_library").joinpath("measures")) as folder:
        for path in sorted(folder.glob(f"*{SUFFIX}")):
            yield path.name, path.read_bytes()
