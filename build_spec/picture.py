"""Make a picture of the window: the sample draft beside a search. `python build_spec/picture.py docs/window.png`."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

POINTS = 9.75
"""Size of the interface font, as a usual desktop has it (13 px)."""

STEP = 20
"""Milliseconds for which Qt works before we look again."""


def main() -> int:
    """Write the picture that the command line asks for."""
    wanted = _arguments()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = str(wanted.scale)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CHENGWEN_HOME"] = folder
        _take(wanted)
    return 0


def _take(wanted: argparse.Namespace) -> None:
    from chengwen_desktop.app import make_application
    from chengwen_desktop.main_window import MainWindow
    from chengwen_desktop.theme import current

    application = make_application()
    font = application.font()
    font.setPointSizeF(POINTS)
    application.setFont(font)
    current.apply(current.Appearance(wanted.theme))
    window = MainWindow()
    window.resize(wanted.width, wanted.height)
    window.show()
    window.resize(wanted.width, wanted.height)
    window.spread_panes()
    window.begin(None, sample=wanted.query != "-")
    window.activateWindow()
    ready: list[bool] = []
    window.library_ready.connect(lambda: ready.append(True))
    until(application, lambda: bool(ready))
    if wanted.query != "-":
        until(application, lambda: window.documents.session is not None)
        window.search.box.setText(wanted.query)
    rest(application, 800)
    session = window.documents.session
    for unit in session.draft.walk() if session else ():
        if wanted.at in (unit.heading or ""):
            window.draft.editor.go_to(unit.wid)
    window.search.box.setFocus()
    if wanted.show == "outline":
        window.actions_["outline"].trigger()
    if wanted.show == "notice":
        window.draft.form.unfold(True)
    rest(application, 300)
    wanted.path.parent.mkdir(parents=True, exist_ok=True)
    if not window.grab().save(str(wanted.path)):
        sys.exit(f"{wanted.path} could not be written")
    window.documents.session = None
    window.close()


def until(application: QApplication, ready: Callable[[], bool]) -> None:
    """Let the window work until it is ready. Exits where that takes too long."""
    for _ in range(500):
        if ready():
            return
        rest(application, STEP)
    sys.exit("the window did not get ready within ten seconds")


def rest(application: QApplication, milliseconds: int) -> None:
    """Let the window work; sleeping between lets the threads have their turn."""
    end = time.monotonic() + milliseconds / 1000
    while time.monotonic() < end:
        application.processEvents()
        time.sleep(STEP / 4000)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--width", type=int, default=1440)
    parser.add_argument("--height", type=int, default=900)
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument(
        "--query", default="质押融资 风险补偿", help="what is searched for; - for the page without a draft"
    )
    parser.add_argument("--at", default="高质量创造机制", help="words of the heading where the caret stands")
    parser.add_argument("--show", choices=("search", "outline", "notice"), default="search")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
