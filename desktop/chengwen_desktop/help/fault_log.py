"""出错记录: what was written down when something went wrong, to be copied for whoever looks after the program."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import label, push_button, surface

SHOWN = 64 * 1024
"""Bytes at the end of the log that are shown."""


def end_of(file: Path) -> str:
    """Return the end of the log; empty if there is none or it cannot be read."""
    try:
        with file.open("rb") as stream:
            stream.seek(0, os.SEEK_END)
            stream.seek(max(0, stream.tell() - SHOWN))
            return stream.read().decode("utf-8", errors="replace")
    except OSError:
        return ""


class FaultLogDialog(QDialog):
    """The dialog."""

    def __init__(self, file: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._file = file
        self.setWindowTitle(tr("出错记录"))
        self.setModal(True)
        self.resize(QSize(760, 480))
        words = end_of(file)
        self.text = QPlainTextEdit(words)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("出错记录"))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.text.setVisible(bool(words))
        said = tr("最近的在最下面。里面没有文稿的内容，只有程序出错的地方。") if words else tr("还没有出错记录。")
        self.copy_button = push_button(tr("复制出错记录"), tr("复制全部，可以发给维护的人"), self._copy)
        self.copy_button.setEnabled(bool(words))
        self.folder_button = push_button(tr("打开所在的文件夹"), str(file.parent), self._open_folder)
        close = push_button(tr("关闭"), tr("关闭（Esc）"), self.reject)
        foot = surface("foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(8)
        for button in (self.copy_button, self.folder_button, close):
            button.setAutoDefault(False)
            button.setMinimumHeight(32)
            if button is close:
                row.addStretch(1)
            row.addWidget(button)
        body = QVBoxLayout()
        body.setContentsMargins(16, 12, 16, 12)
        body.setSpacing(8)
        body.addWidget(label(said, "note"))
        body.addWidget(self.text, 1)
        if not words:
            body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(body, 1)
        column.addWidget(foot)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._file.parent)))
