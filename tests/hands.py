"""A person at the window: presses keys, writes through the input method, clicks on what can be seen, and waits.

Nothing here reaches into the window: a key goes to what has the focus, a click to a widget that shows.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QWidget

PATIENCE = 30.0
"""Seconds to wait for something that has to happen."""

PICTURES = "CHENGWEN_PICTURES"
"""Names the folder that pictures of the steps go to; without it none are taken."""


class Hands:
    """Works the window that is in front. `at` is the step that is being done."""

    def __init__(self) -> None:
        self.at = ""
        self.begun: Callable[[str], object] = lambda _: None
        self._count = 0

    def begin(self, step: str) -> None:
        """Begin a step of the work."""
        self.at = step
        self.begun(step)

    def rest(self, seconds: float) -> None:
        """Let the window do what it has to."""
        loop = QEventLoop()
        QTimer.singleShot(int(seconds * 1000), loop.quit)
        loop.exec()

    def until(self, ready: Callable[[], object]) -> None:
        """Wait until it is so; raises AssertionError where it does not come about."""
        end = time.monotonic() + PATIENCE
        while not ready():
            assert time.monotonic() < end, f"{self.at}: did not come about"
            self.rest(0.01)

    def press(self, keys: str) -> None:
        """Press a key, given as in Alt+Enter, where the focus is."""
        key = QKeySequence(keys.replace("Enter", "Return"))[0]
        QTest.keyClick(self.focus, key.key(), key.keyboardModifiers())

    def write(self, words: str) -> None:
        """Write words as an input method gives them: composed first, then committed at once."""
        target = self.focus
        QApplication.sendEvent(target, QInputMethodEvent(words[:1], []))
        event = QInputMethodEvent("", [])
        event.setCommitString(words)
        QApplication.sendEvent(target, event)

    def come_to(self, window: QWidget) -> None:
        """Wait until a window is in front; where no window manager sees to it, we do."""
        self.until(lambda: QApplication.activeModalWidget() in (None, window))
        self.rest(0.05)
        if not window.isActiveWindow():
            window.activateWindow()
        self.until(window.isActiveWindow)

    @property
    def focus(self) -> QWidget:
        """What keys go to."""
        self.until(lambda: QApplication.activeWindow() is not None)
        found = QApplication.focusWidget() or QApplication.activeWindow()
        assert found is not None
        return found

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        """Click on a widget that shows and can be used."""
        assert widget.isVisible(), f"{self.at}: {widget} cannot be seen"
        assert widget.isEnabled(), f"{self.at}: {widget} is off"
        QTest.mouseClick(
            widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place or widget.rect().center()
        )

    def click_words(self, words: str, inside: QWidget | None = None) -> None:
        """Click on the button that says this."""
        parent = inside or QApplication.activeWindow()
        assert parent is not None
        buttons = parent.findChildren(QAbstractButton)
        self.click(next(one for one in buttons if one.isVisible() and one.text().strip() == words))

    def click_row(self, view: QAbstractItemView, index: QModelIndex) -> None:
        """Click on a row, scrolled to if it is out of sight."""
        view.scrollTo(index)
        self.click(view.viewport(), view.visualRect(index).center())

    def tab_to(self, wanted: QWidget) -> None:
        """Press Tab until it has the focus; raises AssertionError where Tab does not lead to it."""
        for _ in range(80):
            if wanted.hasFocus():
                return
            self.press("Tab")
        raise AssertionError(f"{self.at}: Tab does not lead to {wanted.accessibleName()}")

    def picture(self, name: str) -> None:
        """Keep a picture of the screen if pictures are wanted."""
        folder = os.environ.get(PICTURES)
        if not folder:
            return
        self.rest(0.4)
        self._count += 1
        Path(folder).mkdir(parents=True, exist_ok=True)
        front = QApplication.activeWindow()
        assert front is not None
        front.screen().grabWindow(0).save(str(Path(folder) / f"{self._count:02}-{name}.png"))
