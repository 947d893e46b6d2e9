"""Keys that a person has changed: applied at start and at once, kept in the settings, told by every tooltip."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QTabBar, QToolButton, QWidget

from chengwen_desktop.actions import key_words
from chengwen_desktop.shortcuts.dialog import Command, ShortcutsDialog
from chengwen_desktop.shortcuts.keymap import keymap
from chengwen_desktop.translation import tr

if TYPE_CHECKING:
    from chengwen_desktop.main_window import MainWindow

_KEY = re.compile(r"(?:Ctrl|Alt|Shift|F\d)[^（）()]*")
_TOLD = re.compile(rf"(?:（| \()({_KEY.pattern})[）)]")
"""A key in a tooltip: 保存（Ctrl+S）, Save (Ctrl+S)."""


class Shortcuts(QObject):
    """The keys of a window's commands. It is made when all commands are there."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        actions = window.actions_
        self._factory = {spec.id: actions[spec.id].shortcuts() for spec in actions.specs}
        self.keys = keymap(self._factory, window.settings.shortcuts)
        self.dialog: ShortcutsDialog | None = None
        if self.keys.chosen:
            self._apply()

    def deeds(self) -> dict[str, Callable[[], object]]:
        """Return what the commands do."""
        return {"shortcuts": self.ask}

    def ask(self) -> None:
        """Show the dialog."""
        self.dialog = ShortcutsDialog(self.commands(), self.keys, self._window)
        self.dialog.changed.connect(self._on_changed)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def commands(self) -> Mapping[str, Command]:
        """Return the commands, those of the menus first and in their order."""
        places = self._window.actions_.places()
        by_id = {spec.id: Command(spec.plain, places.get(spec.id, "")) for spec in self._window.actions_.specs}
        order = [*(name for name in places if name in by_id), *(name for name in by_id if name not in places)]
        return {name: by_id[name] for name in order}

    def _on_changed(self) -> None:
        self._window.settings.shortcuts = self.keys.chosen
        self._apply()

    def _apply(self) -> None:
        actions = self._window.actions_
        changes: dict[str, str] = {}
        for name, factory in self._factory.items():
            keys = self.keys.keys(name)
            if actions[name].shortcuts() != keys:
                actions.give_keys(name, keys)
            if factory and factory != keys:
                changes[key_words(factory[0])] = key_words(keys[0]) if keys else ""
        self._window.undoing.refresh()
        retell(self._window, changes)


def retell(window: QWidget, changes: Mapping[str, str]) -> None:
    """Tell the keys of now in every tooltip, and in lines that are nothing but a key, instead of the factory's."""
    for widget in window.findChildren(QWidget):
        if isinstance(widget, QTabBar):
            for tab in range(widget.count()):
                tip = _factory_words(widget, f"tip_{tab}", widget.tabToolTip(tab))
                widget.setTabToolTip(tab, _keep(widget, f"tip_{tab}", _told(tip, changes)))
        elif isinstance(widget, QLabel) and _KEY.fullmatch(_factory_words(widget, "key", widget.text())):
            key = _factory_words(widget, "key", widget.text())
            widget.setText(_keep(widget, "key", changes.get(key, key)))
        elif widget.toolTip() and not (isinstance(widget, QToolButton) and widget.defaultAction()):
            tip = _factory_words(widget, "tip", widget.toolTip())
            widget.setToolTip(_keep(widget, "tip", _told(tip, changes)))


def _factory_words(widget: QWidget, name: str, words: str) -> str:
    """Return the words with the factory's keys: those that were replaced here, unless others have been set since."""
    if words == widget.property(f"told_{name}"):
        words = str(widget.property(f"factory_{name}"))
    widget.setProperty(f"factory_{name}", words)
    return words


def _keep(widget: QWidget, name: str, words: str) -> str:
    widget.setProperty(f"told_{name}", words)
    return words


def _told(tip: str, changes: Mapping[str, str]) -> str:
    return _TOLD.sub(lambda found: _brackets(changes.get(found.group(1), found.group(1))), tip)


def _brackets(key: str) -> str:
    return tr("（{key}）", key=key) if key else ""
