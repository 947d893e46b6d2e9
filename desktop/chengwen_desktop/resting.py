"""Memory that the program has no use for is given back to the system while it rests."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject

from chengwen_desktop.search.finder import Finder
from chengwen_desktop.tasks import Tasks


class Resting(QObject):
    """Gives back what was read of the library's index, and what lies free since something large was made."""

    def __init__(self, tasks: Tasks, finder: Callable[[], Finder | None], parent: QObject) -> None:
        super().__init__(parent)
        self._finder = finder
        tasks.rested.connect(self._give_back)

    def _give_back(self) -> None:
        finder = self._finder()
        if finder is not None:
            finder.give_back()
        trim()


def trim() -> None:
    """Have the C library give back what is free (a hundredth of a second); only GNU's keeps it otherwise."""
    library = ctypes.CDLL(None) if sys.platform == "linux" else None
    if hasattr(library, "malloc_trim"):
        library.malloc_trim(0)
