"""The help of the search box: how a query can be written, with examples that can be tried."""

from __future__ import annotations

from importlib.resources import files

import tomli
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import PageArea, label, link_button, push_button
from chengwen_index.finding.conditions import field_names

LEAST = 560
"""Least width in px of the page."""


def ways() -> list[tuple[str, str]]:
    """Return examples of queries and what each finds."""
    source = files("chengwen_desktop").joinpath("search", "language.toml").read_text(encoding="utf-8")
    return [(way["example"], way["finds"]) for way in tomli.loads(source)["ways"]]


class SearchHelp(QDialog):
    """The help; it may stay open while one searches. `asked` carries an example."""

    asked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("检索怎么写"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        grid.setColumnMinimumWidth(1, 360)
        for row, (example, finds) in enumerate(ways()):
            link = link_button(
                example, tr("检索 {words}", words=example), lambda example=example: self.asked.emit(example)
            )
            grid.addWidget(link, row, 0)
            grid.addWidget(label(tr(finds), "note"), row, 1)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 20, 24, 0)
        column.setSpacing(12)
        column.addWidget(label(tr("检索怎么写"), "title"))
        column.addLayout(grid)
        column.addWidget(
            label(
                tr("可以作条件的：{names}。没有说明的，已废止的文件不列出。", names=tr("、").join(field_names())),
                "note",
            )
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 16)
        whole.setSpacing(12)
        whole.addWidget(PageArea(page, LEAST), 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 0, 24, 0)
        foot.addStretch(1)
        foot.addWidget(push_button(tr("关闭"), tr("关闭（Esc）"), self.close))
        whole.addLayout(foot)
