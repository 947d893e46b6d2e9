"""One line that says how far long work is, with 停止."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import label, push_button


class ProgressLine(QFrame):
    """The line; it is hidden while nothing goes on."""

    def __init__(self, stop_tip: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bar", True)
        self.setAccessibleName(tr("进度"))
        self._stop: Callable[[], object] | None = None
        self.words = label("")
        self.stop_button = push_button(tr("停止"), stop_tip or tr("停下，已经读入的留着"), self._on_stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.addWidget(self.words, 1)
        row.addWidget(self.stop_button)
        self.hide()

    def begin(self, words: str, stop: Callable[[], object]) -> None:
        """Show the line; 停止 does `stop`."""
        self._stop = stop
        self.stop_button.setEnabled(True)
        self.say(words)
        self.show()

    def say(self, words: str) -> None:
        """Say how far it is."""
        self.words.setText(words)

    def end(self) -> None:
        """Hide the line."""
        self._stop = None
        self.hide()

    def _on_stop(self) -> None:
        if self._stop is not None:
            self.stop_button.setEnabled(False)
            self.say(tr("正在停下…"))
            self._stop()
