"""The licences of all that is in the folder, collected from what is installed: one folder for each owner of a file.

A file without an owner, or an owner without a text, stops the build: nothing is shipped whose terms are not in it.
What an owner's package does not hold lies in `build_spec/licences/`.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import Distribution, distributions
from pathlib import Path

from build_spec.bootstrap import ROOT
from build_spec.package.environment import VENV
from build_spec.package.folder import Source
from build_spec.package.places import HERE, NAME

OURS = HERE / "licences"
TEXTS = ("LICEN", "COPYING", "NOTICE", "AUTHORS", "BUILD_LICENSES")
BILLS = "sboms"
AS_THE_TEXT_SAYS = "as its text says"


class LicenceMissing(Exception):
    """Something would be shipped without its terms."""


@dataclass(frozen=True)
class Owner:
    """Whose a file is: name, version, licence as the owner names it, and the files that hold its text."""

    name: str
    version: str
    licence: str
    texts: tuple[Path, ...]


def collect(sources: Iterable[Source], folder: Path) -> list[Owner]:
    """Write the licences of the owners of `sources` into `folder`, with a list of them. Raises LicenceMissing."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    owners = sorted(
        {owner_of(source.path) for source in sources} | {owner_of_starter()}, key=lambda each: each.name.lower()
    )
    for owner in owners:
        _write(owner, folder / owner.name)
    for text in ("LGPL-3.0.txt", "GPL-3.0.txt"):
        shutil.copy(OURS / text, folder)
    shutil.copy(ROOT / "LICENSE", folder / "LICENSE.txt")
    lines = [f"{owner.name} {owner.version}: {owner.licence}" for owner in owners]
    head = (OURS / "README.txt").read_text("utf-8")
    (folder / "README.txt").write_text(head + "\n".join(lines) + "\n", "utf-8")
    return owners


def owner_of(path: Path) -> Owner:
    """Return whose a file is: a distribution's, Python's, or a package's of the system. Raises LicenceMissing."""
    resolved = path.resolve()
    if owner := _owners_of_files().get(resolved):
        return owner
    if resolved.is_relative_to(Path(sys.base_prefix).resolve()) and resolved.is_relative_to(_python_home()):
        return _python()
    if resolved.is_relative_to(ROOT):
        return _owners_by_name()[NAME]
    return _system_owner(resolved)


def owner_of_starter() -> Owner:
    """Return the owner of the program file that starts Python: PyInstaller, whose licence excepts it from the GPL."""
    return _owners_by_name()["pyinstaller"]


def _write(owner: Owner, folder: Path) -> None:
    if not owner.texts:
        raise LicenceMissing(f"{owner.name} {owner.version} has no licence text; put one into {OURS}")
    folder.mkdir()
    for text in owner.texts:
        name = (
            text.name
            if text.name not in {each.name for each in folder.iterdir()}
            else f"{text.parent.name}-{text.name}"
        )
        shutil.copyfile(text, folder / name)


@cache
def _owners_by_name() -> dict[str, Owner]:
    return {each.name.lower(): _owner(each) for each in _distributions()}


@cache
def _owners_of_files() -> dict[Path, Owner]:
    return {
        Path(str(each.locate_file(file))).resolve(): _owners_by_name()[each.name.lower()]
        for each in _distributions()
        for file in each.files or ()
    }


def _distributions() -> Iterable[Distribution]:
    places = [str(path) for path in (*VENV.glob("lib/python3*/site-packages"), *VENV.glob("Lib/site-packages"))]
    return distributions(path=places)


def _owner(distribution: Distribution) -> Owner:
    said = distribution.metadata
    named = next((said[key] for key in ("License-Expression", "License") if key in said), AS_THE_TEXT_SAYS)
    found = [Path(str(distribution.locate_file(file))) for file in distribution.files or () if _is_text(str(file))]
    own = OURS / f"{said['Name']}.txt"
    texts = (*sorted(found), *([own] if own.exists() else []))
    return Owner(said["Name"], said["Version"], named.splitlines()[0], texts)


def _is_text(file: str) -> bool:
    parts = Path(file).parts
    if not parts[0].endswith(".dist-info"):
        return False
    return BILLS in parts or "licenses" in parts or Path(file).name.upper().startswith(TEXTS)


@cache
def _python_home() -> Path:
    return Path(sys.base_prefix, *(() if sys.platform == "win32" else ("lib",))).resolve()


@cache
def _python() -> Owner:
    major, minor, micro = sys.version_info[:3]
    places = (Path(sys.base_prefix, "LICENSE.txt"), _python_home() / f"python{major}.{minor}" / "LICENSE.txt")
    debian = Path("/usr/share/doc", f"python{major}.{minor}", "copyright")
    texts = tuple(place for place in (*places, debian) if place.exists())[:1]
    return Owner("Python", f"{major}.{minor}.{micro}", "PSF-2.0", texts)


@cache
def _system_owner(path: Path) -> Owner:
    for name in (path, Path("/", *path.parts[2:])):  # /usr/lib may be known to the package as /lib
        answer = subprocess.run(["dpkg", "--search", str(name)], capture_output=True, text=True, check=False).stdout
        if answer:
            package = answer.split(":")[0]
            form = ["dpkg-query", "--show", "--showformat", "${Version}", package]
            version = subprocess.run(form, capture_output=True, text=True, check=True).stdout
            text = Path("/usr/share/doc", package, "copyright")
            return Owner(package, version, AS_THE_TEXT_SAYS, (text,) if text.exists() else ())
    raise LicenceMissing(f"nobody is known to own {path}")
