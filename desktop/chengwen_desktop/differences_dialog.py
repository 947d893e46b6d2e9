"""看差别: what differs between two states of one draft, place by place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from chengwen_desktop.clause.differences import Legend
from chengwen_desktop.clause.paragraphs import NOTE, Mark, Paragraph, Run, of_difference
from chengwen_desktop.clause.view import ClauseView
from chengwen_desktop.differences import Difference, Kind, differences, summary
from chengwen_desktop.plain_rows import fill, plain_list
from chengwen_desktop.tasks import Tasks
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import label, push_button, surface
from chengwen_index.comparing.diff import diff
from chengwen_library.model import Measure
from chengwen_templates.comparison_table.marking import is_marked

USUAL = QSize(920, 560)
SIDES = (280, 640)
"""Widths in px of the list and of the text."""


@dataclass(frozen=True, slots=True)
class Names:
    """What the two states are called: 文件 and 备份."""

    before: str
    after: str


class DifferencesDialog(QDialog):
    """The differences in a list, the words of the chosen one beside it; accepted when `agree` was pressed.

    `agree` are the words of a button that acts on what is shown (恢复备份); without them there is only 关闭.
    What differs is found in a thread; `found` is empty until then.
    """

    def __init__(
        self, before: Measure, after: Measure, names: Names, parent: QWidget | None = None, agree: str = ""
    ) -> None:
        super().__init__(parent)
        self._names = names
        self._tasks = Tasks(self)
        self.found: tuple[Difference, ...] = ()
        self.setWindowTitle(tr("“{after}”与“{before}”的差别", after=names.after, before=names.before))
        self.setModal(True)
        self.resize(USUAL)
        self.words = label(tr("正在比对…"))
        self.list = plain_list(tr("有差别的地方"))
        self.list.currentRowChanged.connect(self._show)
        self.text = ClauseView()
        self.text.setAccessibleName(tr("这一处的差别"))
        self.agree_button = push_button(agree, agree, self.accept)
        self.agree_button.setProperty("primary", True)
        self.agree_button.setVisible(bool(agree))
        self._lay_out()
        self._tasks.run("differences", lambda: differences(before, after), self._list, self._fail)

    def done(self, result: int) -> None:
        """Wait for what is being compared before the dialog goes."""
        self._tasks.stop()
        super().done(result)

    def _list(self, found: Sequence[Difference]) -> None:
        self.found = tuple(found)
        self.words.setText(tr("{summary}。", summary=summary(found)) if found else tr("没有差别。"))
        fill(self.list, (f"{tr(one.kind)}　{one.label}" for one in found))
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def _fail(self, error: Exception) -> None:
        from chengwen_desktop import faults

        faults.record(error)
        self.words.setText(tr("没能比对出差别，出错记录已经写下。"))

    def _show(self, row: int) -> None:
        if 0 <= row < len(self.found):
            self.text.write(_paragraphs(self.found[row]))

    def _lay_out(self) -> None:
        head = surface("head")
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 10, 16, 11)
        row.addWidget(self.words, 1)
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.setHandleWidth(1)
        panes.setChildrenCollapsible(False)
        panes.addWidget(self.list)
        panes.addWidget(self.text)
        panes.setStretchFactor(1, 1)
        panes.setSizes(list(SIDES))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(panes, 1)
        column.addWidget(self._foot())

    def _foot(self) -> QWidget:
        foot = surface("foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 12, 16, 12)
        one, other = self._names.after, self._names.before
        entries = (
            (Mark.ADDED, tr("下划线"), tr("“{one}”里有，“{other}”里没有", one=one, other=other)),
            (Mark.REMOVED, tr("删除线"), tr("“{other}”里有，“{one}”里没有", one=one, other=other)),
        )
        row.addWidget(Legend(entries), 1)
        close = push_button(tr("关闭"), tr("关闭（Esc）"), self.reject)
        for button in (close, self.agree_button):
            button.setAutoDefault(False)
            button.setMinimumHeight(32)
            row.addWidget(button)
        return foot


def _paragraphs(one: Difference) -> list[Paragraph]:
    difference = diff(one.before, one.after)
    title = Paragraph((Run(one.label),), is_bold=True, leading=1.6, after=4)
    if one.kind is Kind.CHANGED and not is_marked(None, difference):
        gone = [Paragraph((Run(line, Mark.REMOVED),)) for line in one.before.split("\n")]
        return [title, *gone, *(Paragraph((Run(line, Mark.ADDED),)) for line in one.after.split("\n"))]
    notes = {Kind.MOVED: tr("文字相同，换了位置或层级。"), Kind.OTHER: tr("文字相同，出处或编号方式不同。")}
    note = [Paragraph((Run(notes[one.kind]),), NOTE, leading=1.5, role="text2")] if one.kind in notes else []
    return [title, *note, *of_difference(difference)]
