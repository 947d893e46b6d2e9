"""The search box: it tells of its text only when no input method is composing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QInputMethodEvent

from chengwen_desktop.theme.icons import icon
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import FieldEdit


class SearchBox(FieldEdit):
    """The box. `settled` says that the text has changed and nothing is being composed."""

    settled = Signal()

    def __init__(self, open_history: Callable[[], object]) -> None:
        super().__init__()
        self._composing = False
        self._told = ""
        self.setAccessibleName(tr("检索先例"))
        self.setPlaceholderText(tr("输入几个词，或一句话"))
        self.setToolTip(tr("检索先例（Ctrl+Shift+F）几个词用空格隔开，都要出现；加半角引号的原样查找。"))
        self.setClearButtonEnabled(True)
        self.addAction(icon("magnifying-glass"), FieldEdit.ActionPosition.LeadingPosition)
        self.history = self.addAction(icon("clock-counter-clockwise"), FieldEdit.ActionPosition.TrailingPosition)
        self.history.setToolTip(tr("检索过的和收藏的"))
        self.history.triggered.connect(lambda: open_history())
        for action in self.findChildren(QAction, "_q_qlineeditclearaction"):
            action.setIcon(icon("x"))
            action.setToolTip(tr("清空（Esc）"))
        self.setTextMargins(-6, 0, 0, 0)
        self.textChanged.connect(self._tell)

    def is_composing(self) -> bool:
        """Tell whether an input method has not committed yet."""
        return self._composing

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802
        """Take in what an input method brings; what it replaces or commits is told when it is done."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        self._tell()

    def _tell(self) -> None:
        if not self._composing and self.text() != self._told:
            self._told = self.text()
            self.settled.emit()
