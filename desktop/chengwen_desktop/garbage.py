"""Python's search for garbage, on the window's thread alone.

Left to itself it runs on whichever thread happens to make objects, and what of Qt's it deletes there can bring the
program down.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

YOUNG = 2_000
"""Milliseconds between two looks at what was made lately; each takes well below one."""

OLD = 60_000
"""Milliseconds between two looks at all that was made since the window began."""


class Garbage(QObject):
    """Looks for garbage from time to time, from `begin` on and until it goes; Python itself no longer does."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._young = QTimer(self, interval=YOUNG)
        self._young.timeout.connect(lambda: gc.collect(1))
        self._old = QTimer(self, interval=OLD)
        self._old.timeout.connect(lambda: gc.collect())

    def begin(self) -> None:
        """Look at what is made from now on; looking through what starting made would take a tenth of a second."""
        gc.freeze()
        self._young.start()
        self._old.start()
