"""What stands round every page of 设置: title, a line of help, its file, 恢复出厂; or what is wrong with the file."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from chengwen_desktop.preferences.section import Section
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import ElidedLabel, label, link_button, push_button, surface

MOST_TOLD = 12
"""Faults of a file that are listed."""


class PageFrame(QWidget):
    """The frame of one section. `restore_asked` and `reload_asked` are its buttons."""

    restore_asked = Signal()
    reload_asked = Signal()

    def __init__(self, section: Section) -> None:
        super().__init__()
        self._section = section
        self.body = QStackedWidget()
        self.faults = label("", "wrong")
        self.faults.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.open_button = link_button(tr("打开所在文件夹"), tr("在文件管理器里打开"), self._open_folder)
        self.restore_button = push_button(
            tr("恢复出厂"), tr("去掉本页的改动，先问一次，可以撤销"), self.restore_asked.emit
        )
        self.restore_button.setAutoDefault(False)
        self._place = ElidedLabel(Qt.TextElideMode.ElideMiddle)
        self._lay_out()

    def refresh(self) -> None:
        """Show the page or what is wrong with its file, and whether there is anything to restore."""
        section = self._section
        self.body.setCurrentIndex(0 if section.fault is None else 1)
        if section.fault is not None:
            lines = [f"· {fault}" for fault in section.fault.faults]
            more = [tr("另有 {count} 处。", count=len(lines) - MOST_TOLD)] if len(lines) > MOST_TOLD else []
            self.faults.setText("\n".join([*lines[:MOST_TOLD], *more]))
        self.restore_button.setVisible(section.kept is not None)
        self.restore_button.setEnabled(section.fault is not None or not section.is_shipped)
        where = str(section.kept.file) if section.kept else ""
        self._place.set_words(tr("保存在 {file}", file=where) if where else "")
        self.open_button.setVisible(section.kept is not None)

    def _open_folder(self) -> None:
        kept = self._section.kept
        if kept is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(kept.file.parent)))

    def _open_file(self) -> None:
        kept = self._section.kept
        if kept is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(kept.file)))

    def _lay_out(self) -> None:
        section = self._section
        title, note = label(tr(section.words), "title"), label(tr(section.note), "note")
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(section.page)
        self.body.addWidget(area)
        self.body.addWidget(self._broken())
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._place, 1)
        foot.addWidget(self.open_button)
        foot.addWidget(self.restore_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 12)
        column.setSpacing(4)
        column.addWidget(title)
        column.addWidget(note)
        column.addSpacing(8)
        column.addWidget(self.body, 1)
        column.addLayout(foot)

    def _broken(self) -> QWidget:
        page = surface("window")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(push_button(tr("打开文件"), tr("用编辑器打开，改好以后重新读"), self._open_file))
        row.addWidget(push_button(tr("重新读"), tr("改好以后再读一次"), self.reload_asked.emit))
        row.addStretch(1)
        told = label(tr("这个文件读不懂，程序没有动它。改好下面几处再读，或者恢复出厂。"))
        column.addWidget(told)
        column.addWidget(self.faults)
        column.addLayout(row)
        column.addStretch(1)
        return page
