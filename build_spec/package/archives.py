"""Archives that are the same for the same content: names in order, one time, no owner."""

from __future__ import annotations

import gzip
import lzma
import tarfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from build_spec.package.places import commit_time

PRESETS = {".xz": 6, ".gz": 9}


def pack(folder: Path, name: str, target: Path) -> None:
    """Write `folder`, called `name` in it, into a .tar.xz or .tar.gz."""
    with _compressed(target) as stream, tarfile.open(fileobj=stream, mode="w", format=tarfile.GNU_FORMAT) as archive:
        archive.add(folder, name, recursive=False, filter=_plain)
        for path in sorted(folder.rglob("*")):
            archive.add(path, f"{name}/{path.relative_to(folder).as_posix()}", recursive=False, filter=_plain)


@contextmanager
def _compressed(target: Path) -> Generator[lzma.LZMAFile | gzip.GzipFile, None, None]:
    preset = PRESETS[target.suffix]
    if target.suffix == ".xz":
        with lzma.open(target, "wb", preset=preset) as stream:
            yield stream
        return
    with (
        target.open("wb") as file,
        gzip.GzipFile("", "wb", preset, file, mtime=commit_time()) as stream,
    ):
        yield stream


def _plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    entry.mtime = commit_time()
    return entry
