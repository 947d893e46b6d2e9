"""Archives that are the same for the same content: names in order, one time, no owner."""

from __future__ import annotations

import gzip
import lzma
import tarfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from build_spec.package.places import commit_time

STRENGTH_OF_XZ = 6
STRENGTH_OF_GZ = 9


def pack(folder: Path, name: str, target: Path) -> None:
    """Write `folder`, called `name` in it, into a .tar.xz, a .tar.gz or a plain .tar."""
    with _compressed(target) as stream, tarfile.open(fileobj=stream, mode="w", format=tarfile.GNU_FORMAT) as archive:
        archive.add(folder, name, recursive=False, filter=_plain)
        for path in sorted(folder.rglob("*")):
            archive.add(path, f"{name}/{path.relative_to(folder).as_posix()}", recursive=False, filter=_plain)


@contextmanager
def _compressed(target: Path) -> Generator[IO[bytes] | lzma.LZMAFile | gzip.GzipFile, None, None]:
    with target.open("wb") as file:
        if target.suffix == ".xz":
            with lzma.open(file, "wb", preset=STRENGTH_OF_XZ) as stream:
                yield stream
        elif target.suffix == ".gz":
            with gzip.GzipFile("", "wb", STRENGTH_OF_GZ, file, mtime=commit_time()) as stream:
                yield stream
        else:
            yield file


def _plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    entry.mtime = commit_time()
    return entry
