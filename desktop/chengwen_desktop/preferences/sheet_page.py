"""A page that is a table: what is written is checked at once; rows with a fault wait until they are mended."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from chengwen_desktop.preferences.page import Page, Spot
from chengwen_desktop.preferences.sheet_table import SheetTable, select_row
from chengwen_desktop.preferences.sheets import Rows, Sheet
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import label, link_button, push_button, surface


class SheetPage(Page[Rows]):
    """The table with its buttons; below it what is wrong with the current row."""

    def __init__(self, sheet: Sheet, name: str, empty: str) -> None:
        super().__init__()
        self.sheet = sheet
        self._empty = empty
        self.table = SheetTable(sheet, name)
        self.table.edited.connect(self.edited)
        self.table.typed.connect(self._tell_typed)
        self.table.moved.connect(self._tell)
        one = tr(sheet.one)
        self.add_button = push_button(tr("加一{one}", one=one), tr("在最后加一行（Insert）"), self.table.add)
        self.remove_button = push_button(tr("删去"), tr("删去选中的行（Delete）"), self.table.remove)
        self.paste_button = push_button(
            tr("从 Excel 粘贴"), tr("在 Excel 里复制几行，粘贴到这里（Ctrl+V）"), self.table.paste
        )
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        for button in (self.add_button, self.remove_button, self.paste_button):
            button.setAutoDefault(False)
            self.buttons.addWidget(button)
        self.buttons.addStretch(1)
        self.words = label("", "note")
        self.next_button = link_button(tr("下一处错"), tr("到下一个有错的格子（F8）"), self.next_fault)
        self.count = label("", "note")
        self.count.setWordWrap(False)
        self._lay_out()
        QShortcut(QKeySequence(Qt.Key.Key_F8), self, self.next_fault)

    def show_state(self, state: Rows) -> None:
        """Show the rows."""
        self.table.show_rows(state)
        count = sum(not row.is_blank for row in state)
        self.count.setText(tr("{count} {one}", count=count, one=tr(self.sheet.one)) if count else self._empty)
        self._tell()

    def finish(self) -> None:
        """Take over what is being written in a cell."""
        self.table.finish()

    def unsaved(self) -> str:
        """Say which rows wait to be mended."""
        rows = list(dict.fromkeys(one.row for one in self.table.cells.faults))
        if not rows:
            return ""
        return tr("第 {row} 行：{fault}", row=rows[0] + 1, fault=self.table.cells.faults[0].message) + (
            tr("另有 {count} 行。", count=len(rows) - 1) if len(rows) > 1 else ""
        )

    def spots(self) -> Sequence[Spot]:
        """Return the rows by all that is written in them."""
        return [
            Spot("　".join(cell for cell in row.cells if cell), place)
            for place, row in enumerate(self.table.cells.rows)
            if not row.is_blank
        ]

    def go_to(self, key: object) -> None:
        """Go to a row."""
        if isinstance(key, int) and key < len(self.table.cells.rows):
            select_row(self.table, key)
        self.table.setFocus()

    def loss(self, state: Rows) -> str:
        """Say how many rows go."""
        return tr("这里的 {count} {one}会全部去掉。", count=len(state), one=tr(self.sheet.one))

    def next_fault(self) -> None:
        """Go to the next cell with a fault, from the top again after the last."""
        faults = sorted(self.table.cells.faults, key=lambda one: (one.row, one.column))
        if not faults:
            return
        here = self.table.currentIndex()
        after = [one for one in faults if (one.row, one.column) > (here.row(), here.column())]
        found = (after or faults)[0]
        self.table.go(found.row, found.column)
        self.table.setFocus()

    def _tell(self) -> None:
        index, cells = self.table.currentIndex(), self.table.cells
        fault = cells.fault_at(index.row(), index.column()) or cells.fault_in(index.row())
        rows = {one.row for one in cells.faults}
        self.remove_button.setEnabled(bool(cells.rows))
        self.next_button.setVisible(bool(rows) and (fault is None or len(rows) > 1))
        if fault:
            self._say(fault.message, wrong=True)
        elif rows:
            self._say(tr("{count} 行有错，改好以前不存。", count=len(rows)), wrong=True)
        else:
            column = self.sheet.columns[index.column()] if index.isValid() else None
            self._say(tr(column.help) if column and column.help else "")

    def _tell_typed(self, wrong: str) -> None:
        if wrong:
            self._say(wrong, wrong=True)
        else:
            self._say("")

    def _say(self, words: str, *, wrong: bool = False) -> None:
        self.words.setText(words)
        self.words.setProperty("role", "wrong" if wrong else "note")
        self.words.style().polish(self.words)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addLayout(self.buttons, 1)
        head.addWidget(self.count)
        self.column.addLayout(head)
        self.column.addWidget(framed(self.table), 1)
        below = QHBoxLayout()
        below.addWidget(self.words, 1)
        below.addWidget(self.next_button)
        self.words.setMinimumHeight(28)
        self.column.addLayout(below)


def framed(view: QWidget) -> QWidget:
    """Return a list or table within a line."""
    frame, ground = surface("line"), surface("base")
    for outer, inner, width in ((frame, ground, 1), (ground, view, 0)):
        row = QHBoxLayout(outer)
        row.setContentsMargins(width, width, width, width)
        row.addWidget(inner)
    return frame
