"""The bar above the page to find and replace with: fields, options and what was found. It searches nothing itself."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from chengwen_desktop.find.matching import Question
from chengwen_desktop.theme.icons import icon
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import NOTE, FieldEdit, check, choice, push_button, sized_font

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_COUNT_WIDTH = 72
"""Px for 123/456, so that nothing moves while one types."""


class FindBar(QFrame):
    """The bar. `asked` says that something else is looked for; the others are the buttons and keys."""

    asked = Signal()
    stepped = Signal(int)
    replace_asked = Signal()
    replace_all_asked = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("查找和替换"))
        self.words = _Field(tr("查找"), tr("在文稿里查找"))
        self.others = _Field(tr("替换为"), tr("替换为，空着就是删去"))
        self.count = QLabel()
        self.count.setAccessibleName(tr("查找结果"))
        self.count.setFont(sized_font(NOTE))
        self.count.setMinimumWidth(_COUNT_WIDTH)
        self.scope = choice(tr("查找范围"))
        self.scope.addItems([tr("全文"), tr("本条")])
        self.scope.setToolTip(tr("本条：只在光标所在的条款里"))
        self.wildcards = check(
            tr("通配符"), tr("? 代表一个字，* 代表一段里的任意几个字；要找这两个符号本身，前面加 \\")
        )
        self.widths = check(tr("区分全半角"), tr("把“，”和“,”、“１”和“1”当作不同的字"))
        self._replacing = QWidget()
        self._lay_out()
        self._connect()
        self.hide()

    def open(self, words: str, *, replacing: bool) -> None:
        """Show the bar with what is to be looked for, if that is given, and go to its field."""
        self._replacing.setVisible(replacing)
        self.show()
        if words:
            self.words.setText(words)
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def question(self) -> Question:
        """Return what is looked for."""
        return Question(self.words.text(), self.wildcards.isChecked(), self.widths.isChecked())

    def is_in_clause(self) -> bool:
        """Tell whether only the current clause is searched."""
        return self.scope.currentIndex() == 1

    def show_count(self, current: int | None, total: int) -> None:
        """Say which of how many places is shown; `current` counts from 0."""
        if not self.words.text():
            told = ""
        elif not total:
            told = tr("本条没有") if self.is_in_clause() else tr("没有找到")
        else:
            told = f"{'–' if current is None else current + 1}/{total}"
        self.count.setText(told)
        for button in (self._previous, self._next, self._one, self._all):
            button.setEnabled(total > 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Close on Esc; Enter goes on, with Shift back; in the lower field it replaces."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in _ENTER and self.others.hasFocus():
            self.replace_asked.emit()
        elif event.key() in _ENTER and self.words.hasFocus():
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._previous = _tool("arrow-up", tr("上一处"), tr("上一处（Shift+F3）"))
        self._next = _tool("arrow-down", tr("下一处"), tr("下一处（F3）"))
        self._close = _tool("x", tr("关闭查找"), tr("关闭查找（Esc）"))
        self._one = push_button(tr("替换"), tr("替换这一处，再到下一处（Enter）"), self.replace_asked.emit)
        self._all = push_button(tr("全部替换"), tr("一次替换找到的每一处，可以一次撤销"), self.replace_all_asked.emit)
        first, second, third = QHBoxLayout(), QHBoxLayout(self._replacing), QHBoxLayout()
        for row in (first, second, third):
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
        first.addWidget(self.words, 1)
        for widget in (self.count, self._previous, self._next, self._close):
            first.addWidget(widget)
        second.addWidget(self.others, 1)
        for widget in (self._one, self._all):
            second.addWidget(widget)
        for widget in (self.scope, self.wildcards, self.widths):
            third.addWidget(widget)
        third.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addLayout(first)
        column.addWidget(self._replacing)
        column.addLayout(third)

    def _connect(self) -> None:
        self.words.textChanged.connect(lambda: self.asked.emit())
        self.scope.currentIndexChanged.connect(lambda: self.asked.emit())
        self.wildcards.toggled.connect(lambda: self.asked.emit())
        self.widths.toggled.connect(lambda: self.asked.emit())
        self._previous.clicked.connect(lambda: self.stepped.emit(-1))
        self._next.clicked.connect(lambda: self.stepped.emit(1))
        self._close.clicked.connect(lambda: self.closed.emit())


class _Field(FieldEdit):
    """A field that leaves Enter to the bar."""

    def __init__(self, name: str, hint: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setToolTip(hint)
        self.setMinimumWidth(120)
        self.setClearButtonEnabled(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Leave Enter and Esc to the bar."""
        if event.key() in (*_ENTER, Qt.Key.Key_Escape):
            event.ignore()
        else:
            super().keyPressEvent(event)


def _tool(glyph: str, name: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(glyph))
    button.setIconSize(QSize(16, 16))
    button.setAccessibleName(name)
    button.setToolTip(tip)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAutoRaise(True)
    return button
