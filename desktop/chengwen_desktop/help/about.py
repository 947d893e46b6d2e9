"""关于成文: what it is, which version, and what it is made of."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files

import tomli
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import PageArea, label, push_button, surface

LEAST = 600
"""Least width in px of the page."""


def parts() -> list[tuple[str, str, str]]:
    """Return name, use and licence of what the program is made of besides itself."""
    source = files("chengwen_desktop").joinpath("help", "licences.toml").read_text(encoding="utf-8")
    return [(tr(part["name"]), tr(part["used"]), part["licence"]) for part in tomli.loads(source)["parts"]]


def current_version() -> str:
    """Return the version that is installed; empty where that is not known."""
    try:
        return version("chengwen")
    except PackageNotFoundError:
        return ""


class AboutDialog(QDialog):
    """The dialog."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("关于成文"))
        self.setModal(True)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 20, 24, 0)
        column.setSpacing(8)
        name = label(tr("成文 {version}", version=current_version()).strip(), "title")
        name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(name)
        column.addWidget(label(tr("检索先例、起草条文、导出公文，都在这台电脑上完成，不联网。")))
        column.addWidget(label(tr("成文按 Apache-2.0 许可发布。它用到下面这些开源软件："), "note"))
        line = surface("line")
        line.setFixedHeight(1)
        column.addWidget(line)
        column.addLayout(_table())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 16)
        whole.setSpacing(12)
        whole.addWidget(PageArea(page, LEAST), 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 0, 24, 0)
        foot.addStretch(1)
        close = push_button(tr("关闭"), tr("关闭（Esc）"), self.reject)
        close.setMinimumHeight(32)
        foot.addWidget(close)
        whole.addLayout(foot)


def _table() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(0, 3)
    grid.setColumnStretch(1, 2)
    grid.setColumnStretch(2, 2)
    for row, cells in enumerate(parts()):
        for column, words in enumerate(cells):
            grid.addWidget(label(words, "body" if column == 0 else "note"), row, column)
    return grid
