"""A trial of the window: open it with a draft, say when it can be used, and close it.

Usable: shown and painted, the index ready, the draft displayed.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from chengwen_desktop.app import make_application, open_window
from chengwen_desktop.main_window import MainWindow

PATIENCE = 60_000
"""Milliseconds after which the window has failed."""


def main(file: Path | None) -> None:
    """Print the time (seconds since 1970) at which the window could be used; exit with 1 if it never could.

    Without a file it opens with the sample.
    """
    application = make_application()
    window = open_window(file, sample=file is None)
    usable: list[float] = []
    waiting = {"library", "draft"}

    def done(part: str) -> None:
        if part == "draft" and window.documents.session is None:
            return
        waiting.discard(part)
        if not waiting and not usable:
            usable.append(_paint(application, window))
            application.quit()

    window.library_ready.connect(lambda: done("library"))
    window.draft_shown.connect(lambda: done("draft"))
    QTimer.singleShot(PATIENCE, application.quit)
    application.exec()
    window.tasks.stop()
    window.close()
    sys.stdout.write("".join(f"{moment}\n" for moment in usable))
    sys.exit(0 if usable else 1)


def _paint(application: QApplication, window: MainWindow) -> float:
    """Have all that waits to be painted painted, and return the time."""
    application.processEvents()
    window.draft.editor.viewport().repaint()
    return time.time()
