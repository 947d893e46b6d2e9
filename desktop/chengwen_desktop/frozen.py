"""Where the shipped program begins: as a process apart, as a trial of the window, else as the command line."""

from __future__ import annotations

import os
import sys
from collections.abc import MutableMapping
from functools import partial
from pathlib import Path

from chengwen_desktop.home import VARIABLE

DATA = "data"
"""A folder of this name beside the program holds all of the user's files: a program on a stick takes its data along."""

_SEARCHED = "LD_LIBRARY_PATH"


def main() -> None:
    """Run what the arguments ask for."""
    if getattr(sys, "frozen", False):
        settle(os.environ, Path(sys.executable).parent)
    match sys.argv[1:]:
        case ["--read-pdf"]:
            from chengwen_library.reading.formats.pdf_worker import main as run
        case ["--render-template"]:
            from chengwen_templates.rendering_process import main as run
        case ["--try-window", *files]:
            from chengwen_desktop.cli import try_window

            run = partial(try_window, *map(Path, files))
        case _:
            from chengwen_desktop.cli import main as run
    run()


def settle(environment: MutableMapping[str, str], folder: Path) -> None:
    """Make the environment that of a program in `folder`, for itself and for the programs it starts."""
    if (folder / DATA).is_dir():
        environment.setdefault(VARIABLE, str(folder / DATA))
    _give_back_libraries(environment)
    _find_input_method(environment)


def _give_back_libraries(environment: MutableMapping[str, str]) -> None:
    """Undo what the start added: LibreOffice, and whatever else we start, must load its own libraries."""
    before = environment.pop(f"{_SEARCHED}_ORIG", None)
    environment.pop(_SEARCHED, None)
    if before:
        environment[_SEARCHED] = before


def _find_input_method(environment: MutableMapping[str, str]) -> None:
    """Let fcitx be spoken to as ibus, which it understands: no fcitx plugin comes with our Qt."""
    if environment.get("QT_IM_MODULE", "").startswith("fcitx"):
        environment.setdefault("QT_IM_MODULES", "fcitx;ibus")


if __name__ == "__main__":
    main()
