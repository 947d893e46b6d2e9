"""使用手册: contents and what was found at the left, the page at the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from chengwen_desktop.help import pages
from chengwen_desktop.help.browser import GuideBrowser
from chengwen_desktop.rows import row_height
from chengwen_desktop.theme.icons import icon
from chengwen_desktop.translation import before_key, tr
from chengwen_desktop.widgets import FieldEdit, head_strip, label, surface

USUAL, SMALLEST = QSize(1040, 760), QSize(980, 480)
CONTENTS, ROW = 232, 30
"""Width in px of the contents, and height of a row."""

_PAGE = Qt.ItemDataRole.UserRole


class HelpWindow(QWidget):
    """The guide in a window of its own, which may stay open while one works."""

    def __init__(self, commands: Callable[[], list[pages.Command]], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(tr("使用手册 — 成文"))
        self.resize(USUAL)
        self.setMinimumSize(SMALLEST)
        self.browser = GuideBrowser(commands)
        self.field = FieldEdit()
        self.list = QListWidget()
        self.nothing = label(tr("手册里没有这些词。"), "note")
        self.back = self._button("arrow-left", tr("后退（Alt+←）"), self.browser.backward)
        self.forward = self._button("arrow-right", tr("前进（Alt+→）"), self.browser.forward)
        self._lay_out()
        self._connect()
        self._fill("")

    def show_page(self, name: str) -> None:
        """Show a page; over a dialog that must be answered first, the guide is in front until it is closed."""
        is_over = QApplication.activeModalWidget() is not None and QApplication.activeModalWidget() is not self
        if not self.isVisible():
            kind = Qt.WindowModality.ApplicationModal if is_over else Qt.WindowModality.NonModal
            self.setWindowModality(kind)
        self.field.clear()
        self.browser.open_page(name)
        self.show()
        self.raise_()
        self.activateWindow()
        self.browser.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc empties the field, then closes; ↓ goes from the field to what was found."""
        if event.key() == Qt.Key.Key_Escape and self.field.text():
            self.field.clear()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() == Qt.Key.Key_Down and self.field.hasFocus():
            self.list.setFocus()
            if self.list.currentRow() < 0:
                self.list.setCurrentRow(0)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.field.hasFocus():
            self.list.setCurrentRow(0)
            self.browser.setFocus()
        else:
            super().keyPressEvent(event)

    def _fill(self, words: str) -> None:
        self.list.blockSignals(True)  # what is chosen follows the page, the page does not follow the filling
        self.list.clear()
        hits = pages.find(words) if words.strip() else [pages.Hit(page, "") for page in pages.pages()]
        for hit in hits:
            item = QListWidgetItem("\n".join(filter(None, [hit.page.title, hit.line])))
            item.setData(_PAGE, hit.page.name)
            item.setToolTip(hit.line or hit.page.title)
            if not hit.line:
                item.setSizeHint(QSize(0, row_height(self.list, ROW)))
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.list.setVisible(bool(hits))
        self.nothing.setVisible(not hits)
        self._show_current()

    def _show_current(self) -> None:
        self.list.blockSignals(True)
        rows = [row for row in range(self.list.count()) if self.list.item(row).data(_PAGE) == self.browser.page_name]
        self.list.setCurrentRow(rows[0] if rows else -1)
        self.list.blockSignals(False)

    def _on_row(self, row: int) -> None:
        if row >= 0:
            self.browser.open_page(self.list.item(row).data(_PAGE), self.field.text().strip())

    def _button(self, glyph: str, words: str, clicked: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(glyph))
        button.setToolTip(words)
        button.setAccessibleName(before_key(words))
        button.setProperty("words", False)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setEnabled(False)
        button.clicked.connect(lambda: clicked())
        return button

    def _connect(self) -> None:
        self.field.textChanged.connect(self._fill)
        self.list.currentRowChanged.connect(self._on_row)
        self.browser.sourceChanged.connect(self._show_current)
        self.browser.backwardAvailable.connect(self.back.setEnabled)
        self.browser.forwardAvailable.connect(self.forward.setEnabled)
        for keys, deed in (
            ("Alt+Left", self.browser.backward),
            ("Alt+Right", self.browser.forward),
            ("Ctrl+F", self.field.setFocus),
        ):
            QShortcut(QKeySequence(keys), self, deed)

    def _lay_out(self) -> None:
        self.field.setAccessibleName(tr("在手册里查找"))
        self.field.setPlaceholderText(tr("在手册里查找"))
        self.field.setToolTip(tr("在手册里查找（Ctrl+F）"))
        self.field.setClearButtonEnabled(True)
        self.field.addAction(icon("magnifying-glass"), FieldEdit.ActionPosition.LeadingPosition)
        self.list.setAccessibleName(tr("手册的目录"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setProperty("surface", "alt")
        self.list.setWordWrap(True)
        self.list.setSpacing(1)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing.setContentsMargins(12, 8, 12, 8)
        left, line = surface("alt"), surface("line")
        left.setFixedWidth(CONTENTS)
        line.setFixedWidth(1)
        column = QVBoxLayout(left)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        for widget in (self.field, self.list, self.nothing):
            column.addWidget(widget, 1 if widget is self.list else 0)
        column.addStretch(0)
        strip, tools = head_strip()
        tools.setContentsMargins(8, 0, 8, 1)
        tools.setSpacing(2)
        for button in (self.back, self.forward):
            tools.addWidget(button)
        tools.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(strip)
        right.addWidget(self.browser, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left)
        row.addWidget(line)
        row.addLayout(right, 1)
