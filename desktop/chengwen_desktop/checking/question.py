"""The question that a fix asks, and the field for its answer."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from chengwen_desktop.checking.asking import How, Question
from chengwen_desktop.checking.looking import Row
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import dialog_foot, label, push_button

WIDTH, ROWS = 520, 5
"""Width of the dialog in px; lines of the field for a sentence."""


class QuestionDialog(QDialog):
    """Asks; `answered` carries what was written, once it is agreed to."""

    answered = Signal(str)

    def __init__(self, row: Row, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = question
        self.setWindowTitle(row.fix.rstrip("…"))
        self.setModal(True)
        self.setFixedWidth(WIDTH)
        self.field = self._make_field(question)
        agree = tr("解除锁定") if question.how is How.UNLOCK else tr("写进文稿")
        self.agree_button = push_button(agree, tr("写进文稿，可以撤销"), self.accept)
        self.agree_button.setProperty("primary", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._page(row), 1)
        column.addWidget(self._foot())
        self.agree_button.setDefault(True)  # only now, for a dialog takes no default from elsewhere
        self._refresh()

    @property
    def words(self) -> str:
        """What stands in the field."""
        return self.field.toPlainText() if isinstance(self.field, QPlainTextEdit) else self.field.text()

    def accept(self) -> None:
        """Hand over the answer."""
        if not self.agree_button.isEnabled():
            return
        words = self.words
        super().accept()
        self.answered.emit(words)

    def _page(self, row: Row) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(label(tr("{place}：{message}", place=row.place, message=row.finding.message), "note"))
        asked = label(self._question.words)
        asked.setBuddy(self.field)
        column.addWidget(asked)
        column.addWidget(self.field)
        self.field.setVisible(self._question.how is not How.UNLOCK)
        return page

    def _make_field(self, question: Question) -> QLineEdit | QPlainTextEdit:
        if question.is_long:
            field = QPlainTextEdit(question.proposed)
            field.setTabChangesFocus(True)
            field.setFixedHeight(field.fontMetrics().lineSpacing() * ROWS + 16)
            field.textChanged.connect(self._refresh)
        else:
            field = QLineEdit(question.proposed)
            field.selectAll()
            field.textChanged.connect(self._refresh)
        field.setAccessibleName(tr("改成什么"))
        return field

    def _foot(self) -> QWidget:
        return dialog_foot(self.agree_button, push_button(tr("取消"), tr("不改（Esc）"), self.reject))

    def _refresh(self) -> None:
        words = self.words.strip()
        is_new = bool(words) and words != self._question.now.strip()
        self.agree_button.setEnabled(self._question.how is How.UNLOCK or is_new)
