"""Which command has which keys: those it comes with, and what a person has made of them. No widgets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from chengwen_desktop.actions import sequences
from chengwen_desktop.translation import marked

RESERVED = {
    **dict.fromkeys(("Ctrl+C", "Ctrl+X", "Ctrl+V", "Ctrl+A"), marked("复制、剪切、粘贴和全选")),
    **dict.fromkeys(("Alt+Return", "Alt+Enter"), marked("采用给出的改法")),
    **dict.fromkeys(("Ctrl+PgUp", "Ctrl+PgDown"), marked("上一件、下一件")),
}
"""Keys that belong to what has the focus, with what they do there."""

_ALONE = frozenset(range(Qt.Key.Key_F1.value, Qt.Key.Key_F35.value + 1))
_MODIFIERS = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)


@dataclass
class Keymap:
    """The keys by the ids of commands. `chosen` holds the changes in portable words, empty for no key."""

    factory: Mapping[str, list[QKeySequence]]
    chosen: dict[str, str] = field(default_factory=dict[str, str])

    def keys(self, name: str) -> list[QKeySequence]:
        """Return the keys of a command, the first being the one that is shown."""
        if name in self.chosen:
            return sequences(self.chosen[name])
        return list(self.factory[name])

    def is_changed(self, name: str) -> bool:
        """Tell whether a person has changed a command's keys."""
        return name in self.chosen

    def owner(self, keys: QKeySequence, besides: str = "") -> str | None:
        """Return the command that these keys belong to, another than `besides`."""
        return next((name for name in self.factory if name != besides and keys in self.keys(name)), None)

    def give(self, name: str, keys: QKeySequence) -> None:
        """Give a command these keys and take them from the one that has them."""
        owner = self.owner(keys, besides=name)
        if owner is not None:
            self.take(owner)
        self.chosen[name] = portable(keys)
        self._drop_unchanged(name)

    def take(self, name: str) -> None:
        """Leave a command without keys."""
        self.chosen[name] = ""
        self._drop_unchanged(name)

    def restore(self, name: str) -> None:
        """Give a command the keys it came with, and take them from whichever command has them now."""
        self.chosen.pop(name, None)
        for keys in self.factory[name]:
            owner = self.owner(keys, besides=name)
            if owner is not None:
                self.take(owner)

    def restore_all(self) -> None:
        """Give all commands the keys they came with."""
        self.chosen.clear()

    def _drop_unchanged(self, name: str) -> None:
        if sequences(self.chosen[name]) == list(self.factory[name]):
            del self.chosen[name]


def keymap(factory: Mapping[str, list[QKeySequence]], kept: Mapping[str, str]) -> Keymap:
    """Return the keys as the settings kept them; unknown commands and keys that cannot be are dropped.

    Keys that two commands were given, as can happen when a new command comes with a key, stay with the chosen one.
    """
    made = Keymap(factory)
    for name, words in kept.items():
        keys = QKeySequence(words, QKeySequence.SequenceFormat.PortableText)
        if name not in factory or (words and not may_be_given(keys)):
            continue
        if words:
            made.give(name, keys)
        else:
            made.take(name)
    return made


def may_be_given(keys: QKeySequence) -> bool:
    """Tell whether keys can be a command's: with Ctrl or Alt or a function key, and not what a field needs itself."""
    if keys.count() != 1 or reserved_for(keys):
        return False
    held: Any = keys  # PySide's stubs leave out that it can be counted through
    pressed: QKeyCombination = held[0]
    if pressed.key() in _MODIFIERS or pressed.key() == Qt.Key.Key_unknown:
        return False
    strong = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
    return bool(pressed.keyboardModifiers() & strong) or pressed.key() in _ALONE


def reserved_for(keys: QKeySequence) -> str:
    """Return what keys are needed for everywhere; empty if they are free."""
    return RESERVED.get(portable(keys), "")


def portable(keys: QKeySequence) -> str:
    """Return keys as the settings keep them."""
    return keys.toString(QKeySequence.SequenceFormat.PortableText)
