"""插入引用: a field above the draft's units, and the words that mean the chosen one from the caret."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from chengwen_desktop.palette.delegate import PaletteDelegate
from chengwen_desktop.palette.entries import Entry
from chengwen_desktop.palette.matching import Match, asked, find
from chengwen_desktop.palette.model import MATCH, PaletteModel
from chengwen_desktop.palette.pane import PaletteField
from chengwen_desktop.theme.current import growth
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import label, push_button, surface

USUAL, SMALLEST = QSize(640, 480), QSize(480, 320)

Meaning = Callable[[str], str | None]
"""From the wid of a unit to the words that mean it from the caret; None where no words do."""


class CitingDialog(QDialog):
    """The dialog. `chosen` carries the words to be inserted."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[Entry], meaning: Meaning, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries, self._meaning = entries, meaning
        self._words: str | None = None
        self.setWindowTitle(tr("插入引用"))
        self.setModal(True)
        self.setMinimumSize(SMALLEST)
        self.resize(USUAL + QSize(8, 4) * growth())
        self.field = PaletteField(list)
        self.field.setAccessibleName(tr("要引用的条款"))
        self.field.setPlaceholderText(tr("编号、条标里的字或拼音首字母"))
        self.field.setToolTip(tr("输入编号、条标里的字或拼音首字母，按 ↑↓ 选，按 Enter 插入"))
        self.rows = PaletteModel(self)
        self.list = self._make_list()
        self.preview = label("")
        self.insert_button = push_button(tr("插入"), tr("插入到光标那里（Enter），可以撤销"), self.accept)
        self.insert_button.setProperty("primary", True)
        self._lay_out()
        self.insert_button.setDefault(True)  # only now, for a dialog takes no default from elsewhere
        self.field.settled.connect(self._find)
        self.field.installEventFilter(self)
        self.list.selectionModel().currentChanged.connect(self._tell)
        self._find()
        self.field.setFocus()

    def accept(self) -> None:
        """Hand over the words; nothing happens while an input method composes or there are none."""
        if self._words is not None and not self.field.is_composing():
            words = self._words
            super().accept()
            self.chosen.emit(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """↑↓ go through the units."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not self.field.is_composing():
            by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if by is not None:
                self._choose(self.rows.step(self.list.currentIndex().row(), by))
                return True
        return super().eventFilter(watched, event)

    def _find(self) -> None:
        found = find(self._entries, asked(self.field.text()))
        self.rows.show_found(found)
        self._choose(self.rows.step(-1, 1))
        self.list.scrollToTop()
        self._tell()

    def _choose(self, row: int) -> None:
        self.list.setCurrentIndex(self.rows.index(row) if row >= 0 else QModelIndex())

    def _tell(self) -> None:
        """Show the words for the chosen unit, or why there are none."""
        match = self.list.currentIndex().data(MATCH)
        self._words = self._meaning(match.entry.id) if isinstance(match, Match) else None
        if not isinstance(match, Match):
            said = tr("文稿里没有这样的条款。")
        elif self._words is None:
            said = tr("光标这里写不出只指这一条的引用。光标不要在书名号、引号或别的引用里；没有编号的段落也引不了。")
        else:
            said = tr("写成：{words}", words=self._words)
        self.preview.setText(said)
        self.insert_button.setEnabled(self._words is not None)

    def _make_list(self) -> QListView:
        made = QListView()
        made.setModel(self.rows)
        made.setItemDelegate(PaletteDelegate(made))
        made.setAccessibleName(tr("文稿的条款"))
        made.setFrameShape(QFrame.Shape.NoFrame)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setMouseTracking(True)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.doubleClicked.connect(self.accept)
        return made

    def _lay_out(self) -> None:
        head, foot = surface("head"), surface("foot")
        top, row = QHBoxLayout(head), QHBoxLayout(foot)
        top.setContentsMargins(16, 10, 16, 11)
        top.addWidget(self.field)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(8)
        row.addWidget(self.preview, 1)
        cancel = push_button(tr("取消"), tr("不插入（Esc）"), self.reject)
        for button in (self.insert_button, cancel):
            button.setMinimumHeight(32)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        self.preview.setMinimumHeight(2 * self.preview.fontMetrics().lineSpacing() + 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.list, 1)
        column.addWidget(foot)
