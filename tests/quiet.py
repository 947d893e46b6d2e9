"""What a test of the window must not leave behind: a window, work in a thread, a timer, a word of warning from Qt."""

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from weakref import WeakSet

import shiboken6
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    QThreadPool,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication, QMainWindow

from chengwen_desktop import tasks

LONGEST = 5_000
"""Milliseconds that work which was given up may take to end."""

_EXPECTED = "This plugin does not support"  # offscreen has no window manager
_LOUD = (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)
_pools: WeakSet[QThreadPool] = WeakSet()


class _WatchedPool(QThreadPool):
    def __init__(self, parent: object = None) -> None:
        super().__init__(parent)
        _pools.add(self)


tasks.QThreadPool = _WatchedPool


@contextmanager
def listening() -> Iterator[list[str]]:
    """Return what Qt warns of meanwhile; pytest-qt itself does not listen any more when a test ends."""
    said: list[str] = []

    def hear(kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
        if kind in _LOUD and not words.startswith(_EXPECTED):
            said.append(f"Qt says: {words}")

    before = qInstallMessageHandler(hear)
    try:
        yield said
    finally:
        qInstallMessageHandler(before)


def left_behind(*, with_timers: bool) -> list[str]:
    """Return what is still there; to look for timers takes a tenth of a second."""
    if not isinstance(QApplication.instance(), QApplication):
        return []
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    found = [*_windows(), *_threads()]
    return [*found, *_timers()] if with_timers else found


def _windows() -> Iterator[str]:
    for one in QApplication.topLevelWidgets():
        if one.isVisible() or isinstance(one, QMainWindow):
            yield f"window: {type(one).__name__}“{one.windowTitle()}”"


def _threads() -> Iterator[str]:
    for pool in [*_pools, QThreadPool.globalInstance()]:
        if shiboken6.isValid(pool) and not pool.waitForDone(LONGEST):
            yield "work in a thread that does not end"
    for one in threading.enumerate():
        if not one.daemon and one is not threading.main_thread():
            yield f"thread: {one.name}"


def _timers() -> Iterator[str]:
    for one in gc.get_objects():
        if isinstance(one, QTimer) and shiboken6.isValid(one) and one.isActive():
            yield f"timer: every {one.interval()} ms, of {type(one.parent()).__name__}"
