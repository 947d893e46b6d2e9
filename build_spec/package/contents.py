"""What goes into the folder, decided file by file: the PyInstaller spec asks, the tests ask too."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from typing import Any

NOT_DATA = {".py", ".pyc", ".pyi", ".so", ".pyd", ".dll"}
"""Endings of files that are modules, or libraries which PyInstaller finds by itself."""

KEPT_OF_METADATA = {"METADATA"}
"""The rest of a distribution's metadata names places of the machine that built it."""

ICONS = ("__init__.py", "fonts/phosphor-*")
"""What is read of QtAwesome: its place (the module is never imported) and one font with its table."""


@cache
def table() -> dict[str, Any]:
    """Return contents.toml."""
    return tomllib.loads(Path(__file__).with_name("contents.toml").read_text("utf-8"))


def package_data(package: str) -> list[tuple[str, str]]:
    """Return each file beside the modules of an installed package, and the folder it goes to."""
    folder = _place(package)
    return [(str(path), path.parent.relative_to(folder.parent).as_posix()) for path in sorted(data_files(folder))]


def data_files(folder: Path) -> Iterator[Path]:
    """Yield the files below a package's folder that are data."""
    for path in folder.rglob("*"):
        if path.is_file() and path.suffix not in NOT_DATA and "__pycache__" not in path.parts:
            yield path


def icon_data() -> list[tuple[str, str]]:
    """Return the files of QtAwesome that are used, and the folders they go to."""
    folder = _place("qtawesome")
    found = [path for pattern in ICONS for path in sorted(folder.glob(pattern))]
    return [(str(path), path.parent.relative_to(folder.parent).as_posix()) for path in found]


def compiled_helpers() -> list[str]:
    """Return the modules, named by a digest, that tomli's compiled parser imports out of sight."""
    return [path.name.split(".")[0] for path in sorted(_place("tomli").parent.glob("*__mypyc*"))]


def is_wanted(name: str, kind: str) -> bool:
    """Return whether a file goes in; `name` is its place in the folder, `kind` what PyInstaller calls it.

    Links stay out: a stick has none, and every library finds its neighbours by its own path.
    """
    path = PurePosixPath(name.replace("\\", "/"))
    if kind == "SYMLINK":
        return False
    if path.parts[0].endswith(".dist-info"):
        return path.name in KEPT_OF_METADATA
    if path.parts[0] == "PySide6":
        return _is_wanted_of_qt(path)
    if len(path.parts) == 1 and ".so" in path.name and path.name.startswith("lib"):
        return plain_name(path.name) in table()["system"]["brought"]
    return True


def plain_name(file: str) -> str:
    """Return the name of a library or plugin without what systems add: libQt6Core.so.6 and Qt6Core.dll are Qt6Core."""
    name = file.removeprefix("lib") if ".so" in file else file
    return name.split(".")[0]


def _is_wanted_of_qt(path: PurePosixPath) -> bool:
    qt, name = table()["qt"], plain_name(path.name)
    if "plugins" in path.parts:
        return name in qt["plugins"].get(path.parent.name, ())
    if "translations" in path.parts:
        return name in qt["translations"]
    if path.name.startswith("Qt") and path.suffix in {".so", ".pyd"}:
        return name in qt["modules"]
    if name.startswith(("Qt6", "icu", "opengl32sw")) or path.parent.name == "lib":
        return name in qt["libraries"]
    return path.suffix != ".qml"


def _place(package: str) -> Path:
    found = find_spec(package)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(package)
    return Path(found.origin).parent
