"""The line that says how many errors are left before a draft goes out, and the way to them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from chengwen_desktop.theme.marks import Severity
from chengwen_desktop.theme.severity_icon import MARK, severity_icon
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import label, link_button


class ErrorsLeft(QWidget):
    """The line; `show` is the way to the errors."""

    def __init__(self, count: int, show: Callable[[], object]) -> None:
        super().__init__()
        mark = QLabel()
        mark.setPixmap(severity_icon(Severity.ERROR).pixmap(QSize(MARK, MARK)))
        words = label(tr("还有 {count} 个错误", count=count))
        words.setWordWrap(False)
        self.show_button = link_button(tr("看一看"), tr("先不导出，到检查里看这些错误"), show)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for widget in (mark, words, self.show_button):
            row.addWidget(widget)
        row.addStretch(1)
