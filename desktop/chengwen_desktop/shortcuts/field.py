"""The field that takes the keys a person presses."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from chengwen_desktop.translation import tr

_PASSED = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)
_MODIFIERS = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)


class KeyField(QLineEdit):
    """`pressed` carries keys as one sequence, `emptied` says that the command is to have none."""

    pressed = Signal(object)
    emptied = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setAccessibleName(tr("按下新的键"))
        self.setPlaceholderText(tr("在这里按下新的键"))
        self.setToolTip(tr("在这里按下新的键；Backspace 去掉现在的键"))
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def event(self, event: QEvent) -> bool:
        """Take the keys before they do what they do elsewhere."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Take what is pressed; Tab goes on, Esc closes, Backspace empties."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        if event.key() in _MODIFIERS:
            return
        if event.key() in _PASSED and plain:
            event.ignore()
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) and plain:
            self.emptied.emit()
        else:
            combination = event.keyCombination()
            modifiers = combination.keyboardModifiers() & ~Qt.KeyboardModifier.KeypadModifier
            self.pressed.emit(QKeySequence(modifiers.value | event.key()))
