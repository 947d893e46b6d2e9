"""The bar above the page that says what went wrong; it stays until acted on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from chengwen_desktop.theme.marks import Severity, paint_severity, severity_colour
from chengwen_desktop.translation import marked, tr
from chengwen_desktop.widgets import empty, label, push_button

_WORDS = {Severity.ERROR: marked("错误"), Severity.WARNING: marked("警告"), Severity.HINT: marked("提示")}

_GRAVEST_FIRST = list(_WORDS)

Deed = tuple[str, Callable[[], object]]
"""The words of a button and what it does."""


@dataclass(frozen=True, slots=True)
class Message:
    """One or two short sentences, and the ways out; a last one that only closes the bar is added: `leave`.

    What is `lasting` is about the program and not about the open draft: it stays when another draft is opened.
    """

    severity: Severity
    words: str
    deeds: tuple[Deed, ...] = field(default=())
    leave: str = ""
    lasting: bool = False


class MessageBar(QFrame):
    """Shows one message at a time, the gravest first, of those that wait the oldest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[Message] = []
        self._shown: Message | None = None
        self.setProperty("bar", True)
        self.setMinimumHeight(44)
        self._words = label("")
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(48, 6, 12, 6)
        self._row.setSpacing(8)
        self._row.addWidget(self._words, 1)
        self.hide()

    @property
    def message(self) -> Message | None:
        """What is said now."""
        return self._shown

    def say(self, message: Message) -> None:
        """Say it now or, if something graver is being said, afterwards. The same is not said twice."""
        self._waiting = [*(waiting for waiting in self._waiting if waiting.words != message.words), message]
        self._waiting.sort(key=lambda one: _GRAVEST_FIRST.index(one.severity))
        self._refresh()

    def close_message(self) -> None:
        """Take the message away; the next one comes."""
        if self._shown is not None:
            self._waiting.remove(self._shown)
        self._refresh()

    def holds(self, message: Message) -> bool:
        """Tell whether a message is being said or waits."""
        return message in self._waiting

    def withdraw(self, message: Message) -> None:
        """Take back a message, whether it is being said or waits; nothing happens if it is gone."""
        if message in self._waiting:
            self._waiting.remove(message)
            self._refresh()

    def clear(self) -> None:
        """Take all messages away but the lasting ones."""
        self._waiting = [message for message in self._waiting if message.lasting]
        self._refresh()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the edge in the colour of the severity and its mark."""
        super().paintEvent(event)
        if self._shown is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        painter.fillRect(QRectF(12, middle - 12, 3, 24), severity_colour(self._shown.severity))
        paint_severity(painter, QRectF(24, middle - 8, 16, 16), self._shown.severity)

    def _refresh(self) -> None:
        self._shown = self._waiting[0] if self._waiting else None
        empty(self._row, keep=1)
        if self._shown is not None:
            self._words.setText(self._shown.words)
            self.setAccessibleName(
                tr("{severity}：{words}", severity=tr(_WORDS[self._shown.severity]), words=self._shown.words)
            )
            for words, deed in (*self._shown.deeds, (self._shown.leave or tr("关闭"), lambda: None)):
                button = push_button(words, words, lambda deed=deed: self._act(deed))
                self._row.addWidget(button)
                button.show()  # a layout shows it only when the window gets its turn again
        self.setVisible(self._shown is not None)
        self.update()

    def _act(self, deed: Callable[[], object]) -> None:
        self.close_message()
        deed()
