"""任务分工、指标和来源: a window beside the draft with a tab for each of its tables."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from chengwen_desktop.tabbed_pane import TabbedPane
from chengwen_desktop.tables.sheets import Sheet
from chengwen_desktop.tables.table import SheetTable
from chengwen_desktop.theme.marks import Severity
from chengwen_desktop.theme.severity_icon import MARK, severity_icon
from chengwen_desktop.translation import marked, tr
from chengwen_desktop.widgets import empty, empty_page, label, push_button, surface

USUAL, SMALLEST = QSize(920, 600), QSize(640, 360)

SHEETS = (
    (marked("任务分工"), marked("用“责任分工”给条款写上牵头单位和责任单位，就列在这里。")),
    (marked("量化指标"), marked("在条款里写上要达到的数量，如“到2027年培育企业30家”，就列在这里。")),
    (marked("来源说明"), marked("写上带编号的条款，它们的来源就列在这里。")),
)
"""The tabs in the order of the document's sections, and what is said where one is empty."""


class TablesWindow(QDialog):
    """The window. `pointed` and `opened` carry the eid of a row's clause, the second with the focus."""

    pointed = Signal(str)
    opened = Signal(str)
    export_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("任务分工、指标和来源"))
        self.setMinimumSize(SMALLEST)
        self.resize(USUAL)
        self.pages = [_Page(tr(name), tr(words)) for name, words in SHEETS]
        self.tabs = TabbedPane(tr("任务分工、指标和来源"))
        for page, (name, _) in zip(self.pages, SHEETS, strict=True):
            self.tabs.add(page, tr(name))
            page.table.pointed.connect(self.pointed)
            page.table.opened.connect(self.opened)
            page.table.copied.connect(self._on_copied)
        self.words = label("", "note")
        self.copy_button = push_button(tr("复制选中的行"), tr("复制以后可以贴进表格（Ctrl+C）"), self._copy)
        self.export_button = push_button(
            tr("导出 Word 文件…"), tr("把三张表写成一个 Word 文件（.docx）"), self.export_asked.emit
        )
        self.export_button.setProperty("primary", True)
        self._lay_out()
        self.tabs.tabs.currentChanged.connect(self._refresh)
        self._refresh()

    @property
    def table(self) -> SheetTable:
        """The table that shows."""
        return self.pages[self.tabs.tabs.currentIndex()].table

    def show_sheets(self, sheets: Sequence[Sheet]) -> None:
        """Show these tables; a number beside each tab says how many rows it has."""
        for page, sheet, (name, _) in zip(self.pages, sheets, SHEETS, strict=True):
            page.show_sheet(sheet)
            count = len(sheet.rows)
            self.tabs.rename(page, tr("{name} {count}", name=tr(name), count=count) if count else tr(name))
        self._refresh()

    def say(self, words: str) -> None:
        """Say something at the foot."""
        self.words.setText(words)

    def _on_copied(self, count: int) -> None:
        self.say(tr("已复制 {count} 行", count=count))

    def _copy(self) -> None:
        self.table.copy()

    def _refresh(self) -> None:
        self.copy_button.setEnabled(bool(self.table.sheet.rows))
        self.export_button.setEnabled(any(page.table.sheet.rows for page in self.pages))

    def _lay_out(self) -> None:
        foot = surface("foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(8)
        close = push_button(tr("关闭"), tr("关闭（Esc）"), self.reject)
        row.addWidget(self.copy_button)
        row.addWidget(self.words, 1)
        row.addWidget(self.export_button)
        row.addWidget(close)
        for button in (self.copy_button, self.export_button, close):
            button.setAutoDefault(False)
            button.setMinimumHeight(32)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs, 1)
        column.addWidget(foot)


class _Page(QWidget):
    """Notes above a table; where there are no rows, what would bring some."""

    def __init__(self, name: str, hint: str) -> None:
        super().__init__()
        self.table = SheetTable(name)
        self._hint = hint
        self._notes = surface("base")
        self._rows = QVBoxLayout(self._notes)
        self._rows.setContentsMargins(12, 10, 12, 10)
        self._rows.setSpacing(4)
        self._empty = QVBoxLayout()
        self._stack = QStackedWidget()
        nothing = QWidget()
        nothing.setLayout(self._empty)
        self._empty.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.table)
        self._stack.addWidget(nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._notes)
        column.addWidget(self._stack, 1)
        self._told: Sheet | None = None
        self._tell(tr("正在读条款库…"), tr("读完就列出来。"))

    def show_sheet(self, sheet: Sheet) -> None:
        """Show a table with what is said of it."""
        self.table.show_sheet(sheet)
        if sheet == self._told:
            return
        self._told = sheet
        self._stack.setCurrentIndex(0 if sheet.rows else 1)
        self._notes.setVisible(bool(sheet.rows))
        if not sheet.rows:
            self._tell("".join(words for words, _ in sheet.notes), self._hint)
            return
        empty(self._rows)
        for words, is_warning in sheet.notes:
            self._rows.addWidget(_note(words, is_warning))

    def _tell(self, title: str, words: str) -> None:
        empty(self._empty)
        self._empty.addWidget(empty_page(title, words))
        self._notes.hide()
        self._stack.setCurrentIndex(1)


def _note(words: str, is_warning: bool) -> QWidget:
    """Return a line of what is said of a table; a warning has its mark before it."""
    if not is_warning:
        return label(words, "note")
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    mark = QLabel()
    mark.setPixmap(severity_icon(Severity.WARNING).pixmap(MARK, MARK))
    row.addWidget(mark)
    row.addWidget(label(words, "note"), 1)
    return made
