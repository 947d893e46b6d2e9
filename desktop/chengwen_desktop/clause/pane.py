"""条款: the chosen clause in full, with its source, and the buttons that take it into the draft."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QGuiApplication, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QTextEdit, QVBoxLayout, QWidget

from chengwen_desktop.clause import words
from chengwen_desktop.origins import Origins
from chengwen_desktop.theme import current
from chengwen_desktop.widgets import (
    NOTE,
    ElidedLabel,
    bold,
    empty_page,
    head_strip,
    label,
    push_button,
    sized_font,
    surface,
)
from chengwen_library.model import Clause

LEADING = 1.85
"""Distance of lines of a clause's text, of the font's size."""


class ClausePane(QWidget):
    """The pane. `inserted` carries the clause and whether its region's name is to become the draft's own."""

    inserted = Signal(object, bool)
    copied = Signal(str)

    def __init__(self, origins: Origins, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._origins = origins
        self._clause: Clause | None = None
        self._found: tuple[str, ...] = ()
        self._own: str | None = None
        self._has_draft = False
        self._square, self._place = QLabel(), ElidedLabel()
        self.text = self._make_text()
        self.replaced = label("", "note")
        self.insert_button, self.adapt_button, self.copy_button = self._make_buttons()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._make_empty())
        self._stack.addWidget(self._make_full())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_head())
        column.addWidget(self._stack, 1)
        current.changed.connect(self._refresh)
        self.show_clause(None, ())

    @property
    def clause(self) -> Clause | None:
        """The clause that shows."""
        return self._clause

    def show_clause(self, clause: Clause | None, found: tuple[str, ...]) -> None:
        """Show another clause with the words that were searched for marked; None shows how to get one."""
        self._clause, self._found = clause, found
        self._refresh()

    def suit(self, has_draft: bool, own: str | None) -> None:
        """Say whether there is a draft to insert into, and the name of its region."""
        self._has_draft, self._own = has_draft, own
        self._show_replacements()

    def insert(self, *, adapt: bool) -> None:
        """Take the clause into the draft, if there are both."""
        button = self.adapt_button if adapt else self.insert_button
        if self._clause is not None and button.isEnabled():
            self.inserted.emit(self._clause, adapt)

    def copy(self) -> None:
        """Copy heading and text of the clause."""
        if self._clause is not None:
            text = f"{self._clause.heading}\n{self._clause.text}" if self._clause.heading else self._clause.text
            QGuiApplication.clipboard().setText(text)
            self.copied.emit("已复制这一条")

    def _refresh(self) -> None:
        clause = self._clause
        self._stack.setCurrentIndex(0 if clause is None else 1)
        self._place.set_words(words.place(clause) if clause else "条款")
        self._square.setVisible(clause is not None)
        if clause is not None:
            colour = self._origins.colour(clause.measure.region)
            self._square.setStyleSheet(f"background: {colour};")
            self._write(clause)
        self._show_replacements()

    def _show_replacements(self) -> None:
        found = words.replacements(self._clause, self._own) if self._clause else {}
        told = "，".join(f"{old} → {new} {count} 处" for old, (new, count) in found.items())
        self.replaced.setText(f"本地名称：{told}")
        self.replaced.setVisible(bool(found))
        self.insert_button.setEnabled(self._has_draft)
        self.adapt_button.setEnabled(self._has_draft and bool(found))
        tip = f"插入时替换：{told}" if found else "这一条里没有来源地的名称，不用改"
        self.adapt_button.setToolTip(f"插入并改为本地名称（Ctrl+Shift+Enter）\n{tip}")

    def _write(self, clause: Clause) -> None:
        self.text.clear()
        cursor = self.text.textCursor()
        self._paragraph(cursor, words.heading(clause), bold(sized_font(1.15)), 1.4, after=4)
        for line in words.source_lines(clause):
            self._paragraph(cursor, line, sized_font(NOTE), 1.5, role="text2")
        for line in words.responsibility_lines(clause):
            self._paragraph(cursor, line, sized_font(NOTE), 1.5, role="text2")
        for number, line in enumerate(clause.text.split("\n")):
            self._paragraph(cursor, line, self.font(), LEADING, before=0 if number else 8, marked=True)
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def _paragraph(
        self,
        cursor: QTextCursor,
        line: str,
        font: QFont,
        leading: float,
        *,
        before: int = 0,
        after: int = 0,
        role: str = "text",
        marked: bool = False,
    ) -> None:
        shape = QTextBlockFormat()
        height = QFontInfo(font).pixelSize() * leading
        shape.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        shape.setTopMargin(before)
        shape.setBottomMargin(after)
        plain = QTextCharFormat()
        plain.setFont(font)
        plain.setForeground(QColor(getattr(current.tokens(), role)))
        if self.text.document().isEmpty():
            cursor.setBlockFormat(shape)
        else:
            cursor.insertBlock(shape)
        behind = 0
        hit = QTextCharFormat(plain)
        hit.setBackground(QColor(current.tokens().hit))
        for start, end in words.matches(line, self._found) if marked else ():
            cursor.insertText(line[behind:start], plain)
            cursor.insertText(line[start:end], hit)
            behind = end
        cursor.insertText(line[behind:], plain)

    def _make_text(self) -> QTextEdit:
        view = QTextEdit()
        view.setAccessibleName("条款全文")
        view.setReadOnly(True)
        view.setTabChangesFocus(True)
        view.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        view.setFrameShape(QTextEdit.Shape.NoFrame)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.document().setDocumentMargin(12)
        return view

    def _make_buttons(self) -> tuple[QPushButton, QPushButton, QPushButton]:
        insert = push_button("插入", "插入到光标所在条款之后（Ctrl+Enter）", lambda: self.insert(adapt=False))
        insert.setProperty("primary", True)
        adapt = push_button("插入并改为本地名称", "", lambda: self.insert(adapt=True))
        copy = push_button("复制", "复制条标和正文", self.copy)
        return insert, adapt, copy

    def _make_head(self) -> QWidget:
        strip, row = head_strip()
        self._square.setFixedSize(8, 8)
        self._place.setFont(bold(self._place.font()))
        row.addWidget(self._square)
        row.addWidget(self._place, 1)
        return strip

    def _make_full(self) -> QWidget:
        foot = surface("foot")
        rows = QVBoxLayout(foot)
        rows.setContentsMargins(12, 10, 12, 12)
        rows.setSpacing(8)
        rows.addWidget(self.replaced)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.insert_button, self.adapt_button, self.copy_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        rows.addLayout(buttons)
        full = surface("base")
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.text, 1)
        column.addWidget(foot)
        return full

    def _make_empty(self) -> QWidget:
        return empty_page("选中的条款会显示在这里", "在左边检索先例，选中一条，就能读到全文和出处，插入到文稿里。")
