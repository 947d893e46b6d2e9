"""审阅意见: the remarks in a list, the form that writes them, and what can be done with the chosen one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from chengwen_desktop.reviewing.form import RemarkForm
from chengwen_desktop.reviewing.remark_list import RemarkList
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import empty_page, label, link_button, push_button, surface
from chengwen_templates.remarks import Listed


class ReviewPane(QWidget):
    """The pane. The signals carry the remark that something is asked for."""

    write_asked = Signal()
    opened = Signal(object)
    settled = Signal(object)
    rewriting_asked = Signal(object)
    removed = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._all: Sequence[Listed] = ()
        self._is_shown = False
        self.form = RemarkForm()
        self.list = RemarkList()
        self.open_button, self.all_button = self._make_filter()
        self.write_button = link_button(tr("写意见"), tr("对光标所在的条款写意见（Ctrl+M）"), self.write_asked.emit)
        self.settle_button = push_button("", "", self._settle)
        self.rewrite_button = push_button(tr("改写"), tr("改写这条意见（F2）"), self._rewrite)
        self.remove_button = push_button(tr("删除意见"), tr("删除这条意见（Delete），可以撤销"), self._remove)
        self.nothing = label("")
        self._pages = QStackedWidget()
        self._pages.addWidget(empty_page(tr("审阅意见"), "", self.nothing))
        self._pages.addWidget(self._make_full())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._make_head(), self.form):
            column.addWidget(widget)
        column.addWidget(self._pages, 1)
        self._connect()
        self.show_remarks(())

    def show_remarks(self, remarks: Sequence[Listed]) -> None:
        """Show the remarks of the draft as it is now."""
        if remarks == self._all and self._is_shown:  # most changes of a draft leave them as they are
            return
        self._all, self._is_shown = remarks, True
        still_open = [one for one in remarks if one.remark.resolved is None]
        self.open_button.setText(tr("未处理 {count}", count=len(still_open)))
        self.all_button.setText(tr("全部 {count}", count=len(remarks)))
        shown = remarks if self.all_button.isChecked() else still_open
        self.list.show_remarks(shown)
        self.nothing.setText(self._nothing_words())
        self._pages.setCurrentIndex(1 if shown else 0)
        self.setFocusProxy(self.list if shown else self.write_button)

    def choose(self, identity: str) -> None:
        """Choose a remark, among all if it is resolved."""
        if all(one.remark.id != identity for one in self.list.all_listed):
            self.all_button.setChecked(True)
            self._on_filter()
        self.list.choose(identity)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc leads back to the text."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _nothing_words(self) -> str:
        if self._all:
            return tr("{count} 条意见都处理了。", count=len(self._all))
        return tr("还没有意见。把光标放进一条里，按 Ctrl+M 写意见；意见跟着条款走，保存在文稿里。")

    def _refresh(self) -> None:
        listed = self.list.listed
        is_open = listed is None or listed.remark.resolved is None
        self.settle_button.setText(tr("标为已处理") if is_open else tr("重新打开"))
        self.settle_button.setAccessibleName(self.settle_button.text())
        self.settle_button.setToolTip(tr("标为已处理，可以重新打开") if is_open else tr("这条意见还要处理"))
        for button in (self.settle_button, self.rewrite_button, self.remove_button):
            button.setEnabled(listed is not None)

    def _settle(self) -> None:
        if self.list.listed is not None:
            self.settled.emit(self.list.listed)

    def _rewrite(self) -> None:
        if self.list.listed is not None:
            self.rewriting_asked.emit(self.list.listed)

    def _remove(self) -> None:
        if self.list.listed is not None:
            self.removed.emit(self.list.listed)

    def _connect(self) -> None:
        self.list.chosen.connect(self._refresh)
        self.list.opened.connect(self.opened)
        self.list.removal_asked.connect(self._remove)
        self.list.rewriting_asked.connect(self._rewrite)
        self.form.left.connect(self.left)

    def _make_filter(self) -> tuple[QPushButton, QPushButton]:
        group = QButtonGroup(self)
        still_open = push_button(tr("未处理"), tr("只看还没有处理的意见"), self._on_filter)
        everything = push_button(tr("全部"), tr("处理过的也看"), self._on_filter)
        for button in (still_open, everything):
            button.setCheckable(True)
            button.setProperty("segment", True)
            group.addButton(button)
        still_open.setChecked(True)
        return still_open, everything

    def _on_filter(self) -> None:
        self._is_shown = False
        self.show_remarks(self._all)

    def _make_head(self) -> QWidget:
        head = surface("head")
        row = QHBoxLayout(head)
        row.setContentsMargins(12, 4, 12, 5)
        row.setSpacing(0)
        row.addWidget(self.open_button)
        row.addWidget(self.all_button)
        row.addStretch(1)
        row.addWidget(self.write_button)
        return head

    def _make_full(self) -> QWidget:
        foot = surface("foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        for button in (self.settle_button, self.rewrite_button, self.remove_button):
            row.addWidget(button)
        row.addStretch(1)
        full = surface("base")
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addWidget(foot)
        return full
