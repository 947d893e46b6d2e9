"""Which panes there is room for, and what the person opened or closed by hand."""

from __future__ import annotations

import json
from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QToolBar, QToolButton

from chengwen_desktop.theme.current import growth
from chengwen_library.json_text import parsed_json


class Pane(StrEnum):
    """A pane that can give way; the value is kept in the settings."""

    LEFT = "left"
    RIGHT = "right"
    BELOW = "below"


WORDS_NEEDED = {"save": 1400, "search": 1400, "cite": 1240, "duties": 1240, "add": 1240}
"""Widths in px of a window from which on these tools show their words; in this order they do without them."""


def has_room(pane: Pane, window: QSize) -> bool:
    """Tell whether a window of this size (px) has room for a pane; below the editor, for more than one line.

    Larger letters need more.
    """
    match pane:
        case Pane.LEFT:
            return window.width() >= 1160 + 14 * growth()
        case Pane.RIGHT:
            return window.width() >= 1000 + 14 * growth()
        case Pane.BELOW:
            return window.height() >= 800 + 4 * growth()


class Wishes:
    """What the person opened (True) or closed (False) by hand, for each view; the rest goes by the room there is."""

    def __init__(self) -> None:
        self._wishes: dict[str, bool] = {}

    def shows(self, view: str, pane: Pane, window: QSize) -> bool:
        """Tell whether a pane shows in a view."""
        return self._wishes.get(f"{view}/{pane}", has_room(pane, window))

    def wish(self, view: str, pane: Pane, shown: bool) -> None:
        """Remember what the person wants."""
        self._wishes[f"{view}/{pane}"] = shown

    def kept(self) -> QByteArray:
        """Return what the settings keep."""
        return QByteArray(json.dumps(self._wishes).encode())

    def restore(self, kept: QByteArray) -> None:
        """Take what the settings kept; what cannot be read is dropped."""
        try:
            table = parsed_json(bytes(kept.data()))
            self._wishes = {str(key): bool(value) for key, value in table.items()}
        except (ValueError, AttributeError):
            self._wishes = {}


class ToolWords(QObject):
    """Takes words off the tools of a narrow window and puts them back in a wide one."""

    def __init__(self, bar: QToolBar, button: Callable[[str], QToolButton | None]) -> None:
        super().__init__(bar)
        self._bar, self._button = bar, button
        bar.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Look again whenever the width changes."""
        if event.type() == QEvent.Type.Resize:
            self._suit(self._bar.width())
        return super().eventFilter(watched, event)

    def _suit(self, width: int) -> None:
        """Show the words that there is room for; larger letters and longer words need more of it."""
        for name, needed in WORDS_NEEDED.items():
            self._show_words(name, width >= needed)
        for name in WORDS_NEEDED:
            if self._bar.sizeHint().width() <= width:
                return
            self._show_words(name, False)

    def _show_words(self, name: str, shown: bool) -> None:
        button, style = self._button(name), Qt.ToolButtonStyle
        wanted = style.ToolButtonTextBesideIcon if shown else style.ToolButtonIconOnly
        if button is not None and button.toolButtonStyle() is not wanted:
            button.setToolButtonStyle(wanted)
            button.setProperty("words", shown)
            button.style().polish(button)
