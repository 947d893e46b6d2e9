"""The page that stands in the middle while nothing is open: where to begin."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from chengwen_desktop.theme.icons import icon
from chengwen_desktop.widgets import bold, empty, label, link_button, sized_font, surface

WIDTH = 560


class StartPage(QWidget):
    """Two ways to begin and the drafts of late. `recent_asked` carries a path."""

    new_asked = Signal()
    open_asked = Signal()
    recent_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "alt")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(4)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(label("从哪里开始？", "hello"))
        column.addWidget(label("检索先例、起草条文、导出公文，都在这台电脑上完成，不联网。", "note"))
        column.addSpacing(8)
        self.first = _choice(
            "file-plus", "新建文稿", "从示例起步：一份写好的若干措施，改成自己的", "Ctrl+N", self.new_asked.emit
        )
        column.addWidget(self.first)
        column.addWidget(_choice("folder-open", "打开已有文稿", "继续写以前保存的文稿", "Ctrl+O", self.open_asked.emit))
        column.addSpacing(8)
        column.addLayout(self._recent)
        column.addStretch(3)
        holder = surface("alt")
        holder.setMaximumWidth(WIDTH)
        holder.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        holder.setLayout(column)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 0)
        row.addStretch(1)
        row.addWidget(holder, 20)
        row.addStretch(1)

    def show_recent(self, paths: list[Path]) -> None:
        """List the drafts of late, the latest first."""
        empty(self._recent)
        name = label("最近的文稿")
        name.setFont(bold(name.font()))
        self._recent.addWidget(name)
        if not paths:
            self._recent.addWidget(label("还没有。保存过的文稿会列在这里。", "note"))
        for path in paths:
            self._recent.addWidget(link_button(path.stem, str(path), lambda path=path: self.recent_asked.emit(path)))


def _choice(glyph: str, name: str, words: str, keys: str, clicked: Callable[[], object]) -> QPushButton:
    button = QPushButton()
    button.setProperty("choice", True)
    button.setAccessibleName(name)
    button.setAccessibleDescription(words)
    button.clicked.connect(lambda: clicked())
    picture = QLabel()
    picture.setPixmap(icon(glyph).pixmap(QSize(28, 28)))
    head, more, key = QLabel(name), label(words, "note"), label(keys, "faint")
    head.setFont(sized_font(1.15))
    key.setWordWrap(False)
    lines = QVBoxLayout()
    lines.setSpacing(2)
    lines.addStretch(1)
    lines.addWidget(head)
    lines.addWidget(more)
    lines.addStretch(1)
    row = QHBoxLayout(button)
    row.setContentsMargins(24, 0, 20, 0)
    row.setSpacing(20)
    row.addWidget(picture)
    row.addLayout(lines, 1)
    row.addWidget(key)
    for child in (picture, head, more, key):
        child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return button
