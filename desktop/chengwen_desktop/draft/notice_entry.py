"""One field of the notice's form, with its help or with what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from chengwen_desktop.draft.notice_fields import YES, NoticeField
from chengwen_desktop.translation import marked, tr
from chengwen_desktop.widgets import FieldEdit, ParagraphsEdit, label, name_choice

_NONE = marked("无")
"""What a list of choices calls the empty one."""


class _Choices(QComboBox):
    """A list of choices that leaves the wheel to the form it stands in."""

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Let the form scroll."""
        event.ignore()


Editor = FieldEdit | ParagraphsEdit | QComboBox | QCheckBox


class NoticeEntry(QWidget):
    """The field. `edited` carries its words after each change; `left` says that the person has gone on."""

    edited = Signal(str)
    left = Signal()

    def __init__(self, field: NoticeField) -> None:
        super().__init__()
        self.field = field
        self.typing = False
        self.editor = _editor(field)
        if isinstance(self.editor, QComboBox):
            name_choice(self.editor, tr(field.label))
        self.editor.setAccessibleName(tr(field.label))
        self._wrong = label("", "wrong")
        self._wrong.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.editor)
        column.addWidget(self._wrong)
        self.setFocusProxy(self.editor)
        self._connect()

    def words(self) -> str:
        """Return what stands in the field."""
        match self.editor:
            case ParagraphsEdit():
                return self.editor.toPlainText()
            case QComboBox():
                return str(self.editor.currentData())
            case QCheckBox():
                return YES if self.editor.isChecked() else ""
            case _:
                return self.editor.text()

    def show_words(self, words: str) -> None:
        """Put words into the field, unless they stand there or are being typed."""
        if self.typing or self.words().strip() == words.strip():
            return
        self.show_wrong("")
        with QSignalBlocker(self.editor):
            match self.editor:
                case ParagraphsEdit():
                    self.editor.setPlainText(words)
                case QComboBox():
                    self._choose(self.editor, words)
                case QCheckBox():
                    self.editor.setChecked(words == YES)
                case _:
                    self.editor.setText(words)

    def is_wrong(self) -> bool:
        """Tell whether the field says that its words cannot stand."""
        return not self._wrong.isHidden()

    def show_wrong(self, message: str) -> None:
        """Say under the field what is wrong; nothing is said with empty words."""
        self._wrong.setText(message)
        self._wrong.setVisible(bool(message))
        self.editor.setProperty("wrong", bool(message))
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)

    def _connect(self) -> None:
        match self.editor:
            case ParagraphsEdit():
                self.editor.textChanged.connect(self._on_paragraphs)
            case QComboBox():
                self.editor.currentIndexChanged.connect(self._on_chosen)
            case QCheckBox():
                self.editor.toggled.connect(self._on_chosen)
            case _:
                self.editor.textEdited.connect(self.edited)
                self.editor.editingFinished.connect(self.left)

    def _choose(self, box: QComboBox, words: str) -> None:
        """Choose the words; what a file holds besides the choices is taken in among them."""
        if box.findData(words) < 0:
            box.addItem(words, words)
        box.setCurrentIndex(box.findData(words))

    def _on_paragraphs(self) -> None:
        if isinstance(self.editor, ParagraphsEdit) and not self.editor.is_composing():
            self.edited.emit(self.words())

    def _on_chosen(self) -> None:
        self.edited.emit(self.words())


def _editor(field: NoticeField) -> Editor:
    if field.switch:
        made = QCheckBox(tr(field.help))
        made.setToolTip(tr(field.help))
        return made
    if field.choices:
        box = _Choices()
        box.setToolTip(tr(field.help))
        for words in field.choices:
            box.addItem(tr(words or _NONE), words)
        return box
    edit = ParagraphsEdit(field.rows) if field.rows > 1 else FieldEdit()
    edit.setPlaceholderText(tr(field.help))
    return edit
