"""What this machine has and lacks: Python, Qt's libraries, fonts, LibreOffice, a display.

Needs neither Qt nor any other library, so that it can speak on a machine where the window cannot open.
What it looks for stands in doctor.toml.
"""

from __future__ import annotations

import ctypes
import json
import os
import platform
import shutil
import socket
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

Loads = Callable[[str], bool]

X_SOCKETS = Path("/", "tmp", ".X11-unix")
"""Where X servers listen, on every machine."""


class Group(StrEnum):
    """What an item is for."""

    PROGRAM = "program"
    WINDOW = "window"
    DISPLAY = "display"
    FONTS = "fonts"
    LAYOUT = "layout"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing the program uses. `why` says what it is for, or what stands in for it; `package` installs it (apt)."""

    name: str
    present: bool
    why: str
    group: Group
    package: str | None = None


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """Everything that was looked for, in the order it is told."""

    items: tuple[Item, ...]

    @property
    def window_can_open(self) -> bool:
        """Whether Qt's libraries and a display are there; the command line needs neither."""
        return all(item.present for item in self.items if item.group in {Group.WINDOW, Group.DISPLAY})

    @property
    def missing(self) -> tuple[Item, ...]:
        """What is not there."""
        return tuple(item for item in self.items if not item.present)


def examine() -> Diagnosis:
    """Look at this machine; takes about a tenth of a second and changes nothing."""
    linux = sys.platform == "linux"
    return Diagnosis(
        (
            _python(),
            *(libraries(_loads, wayland="WAYLAND_DISPLAY" in os.environ) if linux else ()),
            display(any(map(_answers, display_addresses(os.environ))) or not linux),
            *(fonts(_font_families()) if linux else ()),
            libre_office(shutil.which("soffice") or shutil.which("libreoffice")),
        )
    )


def install_line(diagnosis: Diagnosis) -> str | None:
    """Return the command that installs all that a package can bring, or None when nothing is wanted."""
    packages = sorted({item.package for item in diagnosis.missing if item.package})
    if not packages:
        return None
    rights = "" if _is_root() else "sudo "
    return f"{rights}apt-get install -y --no-install-recommends {' '.join(packages)}"


def to_json(diagnosis: Diagnosis) -> str:
    """Return the diagnosis as a JSON object: `items`, `window` (can it open), `install` (the line or null)."""
    items = [asdict(item) for item in diagnosis.items]
    document = {"items": items, "window": diagnosis.window_can_open, "install": install_line(diagnosis)}
    return json.dumps(document, ensure_ascii=False, indent=2)


def to_text(diagnosis: Diagnosis) -> str:
    """Return the diagnosis in Chinese, a line an item (libraries that are there share one), then what to do."""
    libraries_present = [item for item in diagnosis.items if item.group is Group.WINDOW and item.present]
    lines = [_line(item) for item in diagnosis.items if item not in libraries_present]
    if libraries_present:
        lines.insert(1, f"有  Qt 要用的系统库：{len(libraries_present)} 个")
    lines += ["", _verdict(diagnosis)]
    if line := install_line(diagnosis):
        lines.append(f"补齐所缺的软件包：{line}")
    return "\n".join(lines)


def libraries(loads: Loads, *, wayland: bool) -> list[Item]:
    """Return an item for each shared library that Qt needs from the system; `loads` tells whether one can be loaded.

    Those of Wayland are looked for only on a Wayland desktop, those of X11 always: Qt can use it on either.
    """
    uses = {"qt": "界面库 Qt 要用", "x11": "在 X11 桌面上开窗口要用", "wayland": "在 Wayland 桌面上开窗口要用"}
    return [
        Item(soname, loads(soname), uses[table], Group.WINDOW, package)
        for table, entries in _needs()["libraries"].items()
        if wayland or table != "wayland"
        for soname, package in entries.items()
    ]


def display(answers: bool) -> Item:
    """Return whether there is a screen to open a window on."""
    why = "可以打开窗口" if answers else "没有图形桌面，窗口打不开，命令行照常可用"
    return Item("显示器", answers, why, Group.DISPLAY)


def display_addresses(environment: Mapping[str, str]) -> list[Path | tuple[str, int]]:
    """Return where the displays that the environment names listen: a socket's path, or host and port (X11 over TCP)."""
    addresses: list[Path | tuple[str, int]] = []
    if wayland := environment.get("WAYLAND_DISPLAY"):
        addresses.append(Path(environment.get("XDG_RUNTIME_DIR", ""), wayland))
    host, _, screen = environment.get("DISPLAY", "").rpartition(":")
    number = screen.partition(".")[0]
    if number.isdecimal():
        local = host in {"", "unix"}
        addresses.append(X_SOCKETS / f"X{number}" if local else (host, 6000 + int(number)))
    return addresses


def fonts(families: Iterable[str] | None) -> list[Item]:
    """Return whether there are Chinese fonts at all, then an item for each kind of type of GB/T 9704-2012.

    `families` are the Chinese families installed; None says that they cannot be listed.
    """
    known = set(families or ())
    lister = Item("fontconfig", families is not None, "查看已装的字体", Group.FONTS, "fontconfig")
    any_font = Item("中文字体", bool(known), "显示和排印汉字", Group.FONTS, "fonts-noto-cjk")
    if families is None:
        return [lister, any_font]
    return [lister, any_font, *(_kind_of_type(entry, known) for entry in _needs()["font"])]


def libre_office(path: str | None) -> Item:
    """Return whether LibreOffice is there, with which the pages of a .docx are measured."""
    why = "核对 .docx 的版面时要用，程序本身不需要"
    return Item("LibreOffice", path is not None, why, Group.LAYOUT, "libreoffice-writer")


def _kind_of_type(entry: Mapping[str, Any], known: set[str]) -> Item:
    """Return the item of a kind of type; these fonts are licensed, so no package brings them."""
    own = _first(entry["families"], known)
    if own:
        return Item(entry["name"], True, f"用于{entry['use']}，已装“{own}”", Group.FONTS)
    stand_in = _first(entry["substitutes"], known)
    rest = f"本机以“{stand_in}”代替" if stand_in else "本机没有可代替的字体"
    return Item(entry["name"], False, f"用于{entry['use']}，{rest}", Group.FONTS)


def _first(names: Iterable[str], known: set[str]) -> str | None:
    return next((name for name in names if name in known), None)


def _line(item: Item) -> str:
    return f"{'有' if item.present else '缺'}  {item.name}：{item.why}"


def _verdict(diagnosis: Diagnosis) -> str:
    if diagnosis.window_can_open:
        return "窗口可以打开。"
    libraries_missing = sum(item.group is Group.WINDOW for item in diagnosis.missing)
    if libraries_missing:
        return f"窗口打不开：缺 {libraries_missing} 个系统库。命令行照常可用。"
    return "窗口打不开：没有图形桌面。命令行照常可用。"


def _python() -> Item:
    fits = (3, 11) <= sys.version_info[:2] <= (3, 13)
    return Item(f"Python {platform.python_version()}", fits, "运行本程序，需要 3.11 至 3.13", Group.PROGRAM)


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def _answers(address: Path | tuple[str, int]) -> bool:
    """Return whether somebody listens there: a display that is named may be long gone."""
    try:
        if isinstance(address, tuple):
            socket.create_connection(address, timeout=1).close()
        else:
            with socket.socket(socket.AF_UNIX) as connection:
                connection.connect(str(address))
    except OSError:
        return False
    return True


def _font_families() -> list[str] | None:
    """Return the Chinese font families installed, every name of each; None where they cannot be listed."""
    tool = shutil.which("fc-list")
    if tool is None:
        return None
    listing = subprocess.run([tool, ":lang=zh", "family"], capture_output=True, check=False, timeout=20)  # noqa: S603
    names = listing.stdout.decode("utf-8", "replace").replace("\n", ",").split(",")
    return sorted({name.replace("\\", "").strip() for name in names} - {""})


@cache
def _needs() -> dict[str, Any]:
    return tomllib.loads(resources.files("chengwen_desktop").joinpath("doctor.toml").read_text("utf-8"))


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def main(arguments: list[str]) -> int:
    """Print the diagnosis and return 0 if the window can open here, else 1.

    `--json` prints it as JSON, `--quiet` prints nothing.
    """
    diagnosis = examine()
    if "--quiet" not in arguments:
        sys.stdout.write((to_json if "--json" in arguments else to_text)(diagnosis) + "\n")
    return 0 if diagnosis.window_can_open else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
