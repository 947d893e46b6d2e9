"""Starts the window after a kill, takes the copy that is offered, saves and closes; run as a program.

    python restoring.py FOLDER

Prints as JSON how many copies were offered and what the draft has of the numbers that were typed.
"""

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from working import collected

from chengwen_desktop import app

REST = 1.0
"""Seconds without news after which nothing more is offered."""


def main(folder: Path) -> int:
    made = app.make_application
    held: list[QTimer] = []
    offered = 0
    ready = 0.0

    def watched() -> QApplication:
        application = made()
        held.append(QTimer(application, interval=20))
        held[0].timeout.connect(look)
        held[0].start()
        return application

    def look() -> None:
        nonlocal offered, ready
        window = next((each for each in QApplication.topLevelWidgets() if each.inherits("QMainWindow")), None)
        if window is None or window.documents.session is None or window.finder is None:
            return
        ready = ready or time.monotonic()
        if window.keeping.recovery.offers:
            offered += 1
            window.keeping.recovery.restore(window.keeping.recovery.offers[0])
        elif time.monotonic() > ready + REST:
            held[0].stop()
            saved = not window.documents.session.is_dirty or window.documents.save()
            text = collected(window.documents.session.draft)
            window.close()
            print(json.dumps({"offered": offered, "text": text, "saved": saved}), flush=True)

    app.make_application = watched
    return app.run(folder / "文稿.akn", False)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
