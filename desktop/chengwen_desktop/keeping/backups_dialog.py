"""备份: what the open draft's file held on former days, and copies that were left when the program was not closed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from chengwen_desktop.keeping.backups import MOST_DAYS, WORDS, Backup
from chengwen_desktop.keeping.offers import Offer
from chengwen_desktop.plain_rows import fill, plain_list
from chengwen_desktop.translation import day_words, tr
from chengwen_desktop.widgets import label, push_button, surface

USUAL = QSize(620, 440)


@dataclass(frozen=True, slots=True)
class Deeds:
    """What the buttons do with the chosen row."""

    compare: Callable[[Backup | Offer], object]
    open_copy: Callable[[Backup | Offer], object]
    remove: Callable[[Offer], bool]


class BackupsDialog(QDialog):
    """The list, the newest day first; copies that were left stand above."""

    def __init__(
        self, name: str, backups: Sequence[Backup], left: Sequence[Offer], deeds: Deeds, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rows: list[Backup | Offer] = [*left, *backups]
        self._deeds = deeds
        self.setWindowTitle(tr("备份"))
        self.setModal(True)
        self.resize(USUAL)
        self.words = label(_told(name, self._rows))
        self.list = plain_list(tr("备份"))
        fill(self.list, map(row_words, self._rows))
        self.compare_button = push_button(tr("看差别"), tr("和窗口里的文稿比"), self._compare)
        self.open_button = push_button(tr("打开副本"), tr("打开成一份新的文稿，原来的文件不动（Enter）"), self._open)
        self.open_button.setProperty("primary", True)
        self.remove_button = push_button(tr("删除备份"), tr("删去没有正常关闭时留下的这份备份"), self._remove)
        self._lay_out()
        self.list.currentRowChanged.connect(self._refresh)
        self.list.itemActivated.connect(self._open)
        self.list.setCurrentRow(0)
        self._refresh()
        self.list.setFocus()

    @property
    def row(self) -> Backup | Offer | None:
        """The row that is current."""
        place = self.list.currentRow()
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def _refresh(self) -> None:
        self.compare_button.setEnabled(self.row is not None)
        self.open_button.setEnabled(self.row is not None)
        self.remove_button.setVisible(any(isinstance(row, Offer) for row in self._rows))
        self.remove_button.setEnabled(isinstance(self.row, Offer))

    def _compare(self) -> None:
        if self.row is not None:
            self._deeds.compare(self.row)

    def _open(self) -> None:
        row = self.row
        if row is not None:
            self.accept()
            self._deeds.open_copy(row)

    def _remove(self) -> None:
        row, place = self.row, self.list.currentRow()
        if isinstance(row, Offer) and self._deeds.remove(row):
            del self._rows[place]
            self.list.takeItem(place)
            self._refresh()

    def _lay_out(self) -> None:
        head, foot = surface("head"), surface("foot")
        above, below = QHBoxLayout(head), QHBoxLayout(foot)
        above.setContentsMargins(16, 10, 16, 11)
        above.addWidget(self.words, 1)
        below.setContentsMargins(16, 12, 16, 12)
        below.addWidget(self.remove_button)
        below.addStretch(1)
        close = push_button(tr("关闭"), tr("关闭（Esc）"), self.reject)
        for button in (close, self.compare_button, self.open_button):
            below.addWidget(button)
        for button in (close, self.compare_button, self.open_button, self.remove_button):
            button.setAutoDefault(False)
            button.setMinimumHeight(32)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.list, 1)
        column.addWidget(foot)


def row_words(row: Backup | Offer) -> str:
    """Return what a row says: when it was made, and why."""
    at = row.at if isinstance(row, Backup) else row.copy.at
    left = tr("没有正常关闭时的“{name}”", name=row.copy.name) if isinstance(row, Offer) else ""
    why = tr(WORDS[row.reason]) if isinstance(row, Backup) else left
    return f"{day_words(at)} {at:%H:%M}　{why}"


def _told(name: str, rows: Sequence[object]) -> str:
    rule = tr("每天第一次保存前，原来的文件会留一份，最多留 {days} 天的。", days=MOST_DAYS)
    if not rows:
        return tr("还没有备份。") + rule
    return (tr("“{name}”的备份。", name=name) if name else tr("没有正常关闭时留下的备份。")) + rule
