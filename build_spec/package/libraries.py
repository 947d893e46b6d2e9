"""What the libraries in the folder need of the system (Linux): other libraries, and how new a glibc."""

from __future__ import annotations

import re
import subprocess
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from build_spec.bootstrap import ROOT
from build_spec.package.contents import plain_name, table

MAGIC = b"\x7fELF"


class LibraryMissing(Exception):
    """The folder needs a library that is neither in it nor known to be on the systems it is for."""


@dataclass(frozen=True)
class Needs:
    """What one file needs: names of libraries, and the newest version of glibc whose functions it calls."""

    path: Path
    libraries: frozenset[str]
    glibc: tuple[int, ...]


def needs_of(folder: Path) -> list[Needs]:
    """Return what each library and program below `folder` needs."""
    return [_needs(path) for path in sorted(folder.rglob("*")) if path.is_file() and path.open("rb").read(4) == MAGIC]


def glibc(needs: list[Needs]) -> str:
    """Return the oldest glibc on which all of it runs, like 2.35."""
    return ".".join(map(str, max(each.glibc for each in needs)))


def packages(needs: list[Needs]) -> tuple[list[str], list[str]]:
    """Return the Debian packages that the program has to have, and those that only optional plugins want.

    Raises LibraryMissing for a library that contents.toml and doctor.toml do not know.
    """
    must: set[str] = set()
    may: set[str] = set()
    for each, library in _left_to_the_system(needs):
        package = _known().get(library)
        if package is None:
            raise LibraryMissing(f"{each.path.name} needs {library}: name its package in contents.toml, or bring it")
        (may if _is_optional(each.path) else must).add(package)
    return sorted(must), sorted(may - must)


def _left_to_the_system(needs: list[Needs]) -> Iterator[tuple[Needs, str]]:
    present = {each.path.name for each in needs}
    for each in needs:
        for library in sorted(each.libraries - present):
            yield each, library


def _needs(path: Path) -> Needs:
    text = subprocess.run(["objdump", "-p", str(path)], capture_output=True, text=True, check=True).stdout
    versions = [tuple(map(int, found.split("."))) for found in re.findall(r"\bGLIBC_([\d.]+)", text)]
    return Needs(path, frozenset(re.findall(r"NEEDED\s+(\S+)", text)), max(versions, default=(0,)))


def _is_optional(path: Path) -> bool:
    return plain_name(path.name) in table()["system"]["optional"]


@cache
def _known() -> dict[str, str]:
    doctor = tomllib.loads((ROOT / "desktop" / "chengwen_desktop" / "doctor.toml").read_text("utf-8"))
    asked = {name: package for group in doctor["libraries"].values() for name, package in group.items()}
    return {**table()["system"]["left"], **asked}
