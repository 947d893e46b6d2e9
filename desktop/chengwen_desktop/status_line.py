"""The status bar: what was just done, for five seconds; figures of the draft at the right."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QPushButton, QStatusBar, QWidget

from chengwen_desktop.theme.current import growth
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import NOTE, link_button, sized_font

SHOWN = 5000
"""Milliseconds for which a message stays."""


class StatusLine(QStatusBar):
    """Says one thing at a time; a message can bring one way on, which stays until the next message."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setMinimumHeight(26 + growth())
        self.words = QLabel()
        self.words.setAccessibleName(tr("状态"))
        self.words.setFont(sized_font(NOTE))
        self.words.setContentsMargins(8, 0, 0, 0)
        self.figures = QLabel()
        self.figures.setAccessibleName(tr("文稿的字数和条数"))
        self.figures.setFont(sized_font(NOTE))
        self.figures.setContentsMargins(0, 0, 8, 0)
        self.way: QPushButton | None = None
        self._timer = QTimer(self, singleShot=True, interval=SHOWN)
        self._timer.timeout.connect(self.words.clear)
        self.addWidget(self.words)
        self.addPermanentWidget(self.figures)

    def say(self, words: str, way: str = "", clicked: Callable[[], object] | None = None) -> None:
        """Say a sentence for five seconds; `way` becomes a link that does `clicked`."""
        self.words.setText(words)
        self._timer.start()
        self.drop_way()
        if clicked is not None:
            self.way = link_button(way, way, clicked)
            self.way.setFont(sized_font(NOTE))
            self.addWidget(self.way)

    def say_exported(self, path: Path) -> None:
        """Say that a file has been written, with the way to its folder."""
        folder = QUrl.fromLocalFile(str(path.parent))
        words = tr("已导出“{name}”", name=path.name)
        self.say(words, tr("打开所在文件夹"), lambda: QDesktopServices.openUrl(folder))

    def show_figures(self, words: str) -> None:
        """Show the figures of the draft."""
        self.figures.setText(words)

    def drop_way(self) -> None:
        """Take away the way on, which may lead to a draft that has been closed."""
        if self.way is not None:
            self.removeWidget(self.way)
            self.way.deleteLater()
            self.way = None
