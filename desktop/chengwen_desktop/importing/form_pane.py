"""The metadata of a measure in a form of two columns; what the source lacks reads 原文没有."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRect, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from chengwen_desktop.draft.notice_fields import WrongValue
from chengwen_desktop.importing.fields import FIELDS, MISSING, MetadataField
from chengwen_desktop.theme.icons import icon
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import FieldEdit, label, surface
from chengwen_library.model import Measure

_WIDE = frozenset({"title"})
"""Fields that take a whole row."""


class Choice(QComboBox):
    """A field with choices. The wheel does not change it, so that scrolling by chance changes nothing."""

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Leave the wheel to what is around."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the arrow in the colour of the theme."""
        super().paintEvent(event)
        box = QRect(self.width() - 22, self.height() // 2 - 6, 12, 12)
        painter = QPainter(self)
        icon("caret-down").paint(painter, box)
        painter.end()


class _Entry(QWidget):
    """One field, with what is wrong with its words below it."""

    def __init__(self, field: MetadataField) -> None:
        super().__init__()
        self.field = field
        self.edit = FieldEdit()
        self.choice = Choice() if field.choices else None
        control: QWidget = self.edit
        if self.choice is not None:
            for words in field.choices:
                self.choice.addItem(tr(words) if field.closed else words, words)
            self.choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            if not field.closed:
                self.choice.setEditable(True)
                self.choice.setLineEdit(self.edit)
                self.choice.setCompleter(QCompleter(self.choice.model(), self.choice))
            control = self.choice
        for widget in (self.edit, control):
            widget.setAccessibleName(tr(field.label))
            widget.setToolTip(tr(field.tip))
        self.edit.setPlaceholderText(tr(MISSING))
        self.setFocusProxy(control)
        self.control = control
        self._wrong = label("", "wrong")
        self._wrong.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(control)
        column.addWidget(self._wrong)

    def words(self) -> str:
        """Return what stands in the field."""
        if self.choice is not None and self.field.closed:
            return str(self.choice.currentData())
        return self.choice.currentText() if self.choice is not None else self.edit.text()

    def show_words(self, words: str) -> None:
        """Put words into the field, unless they stand there."""
        self.show_wrong("")
        if self.words() == words:
            return
        with QSignalBlocker(self.control), QSignalBlocker(self.edit):
            if self.choice is not None and self.field.closed:
                self.choice.setCurrentIndex(self.choice.findData(words))
            elif self.choice is not None:
                self.choice.setEditText(words)
            else:
                self.edit.setText(words)
                self.edit.setCursorPosition(0)

    def is_wrong(self) -> bool:
        """Tell whether the field says that its words cannot stand."""
        return not self._wrong.isHidden()

    def show_wrong(self, message: str) -> None:
        """Say under the field what is wrong; nothing is said with empty words."""
        if self._wrong.text() == message:
            return
        self._wrong.setText(message)
        self._wrong.setVisible(bool(message))
        self.edit.setProperty("wrong", bool(message))
        self.edit.style().unpolish(self.edit)
        self.edit.style().polish(self.edit)


class FormPane(QWidget):
    """The form. `changed` carries a field and the new values it means, `wrong_changed` that a field became wrong."""

    changed = Signal(object, object)
    wrong_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measure = Measure()
        self._typing: _Entry | None = None
        self._entries = {field.name: _Entry(field) for field in FIELDS}
        self._lay_out()
        for entry in self._entries.values():
            self._connect(entry)

    def show_measure(self, measure: Measure) -> None:
        """Show the metadata of a measure; the field being typed in keeps its words."""
        self._measure = measure
        for entry in self._entries.values():
            if entry is not self._typing:
                entry.show_words(entry.field.read(measure))

    def wrong(self) -> QWidget | None:
        """Return the first field with words that cannot stand."""
        return next((entry for entry in self._entries.values() if entry.is_wrong()), None)

    def control(self, name: str) -> QWidget:
        """Return the control of a field by its name in the model."""
        return self._entries[name].control

    def controls(self) -> list[QWidget]:
        """Return the controls in the order of the form."""
        return [entry.control for entry in self._entries.values()]

    def _connect(self, entry: _Entry) -> None:
        if entry.choice is not None:
            entry.choice.textActivated.connect(partial(self._on_words, entry))
        if not entry.field.closed:
            entry.edit.textEdited.connect(partial(self._on_words, entry))
            entry.edit.editingFinished.connect(partial(self._on_left, entry))

    def _on_words(self, entry: _Entry, words: str) -> None:
        try:
            values = entry.field.parse(words.strip())
        except WrongValue as error:
            entry.show_wrong(str(error))
        else:
            entry.show_wrong("")
            self._typing = entry
            self.changed.emit(entry.field, values)
            self._typing = None
        self.wrong_changed.emit()

    def _on_left(self, entry: _Entry) -> None:
        """Show the words as they were understood once the field is left."""
        if not entry.is_wrong():
            entry.show_words(entry.field.read(self._measure))

    def _lay_out(self) -> None:
        page = surface("window")
        grid = QGridLayout(page)
        grid.setContentsMargins(16, 8, 16, 8)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        row, column = 0, 0
        for entry in self._entries.values():
            is_wide = entry.field.name in _WIDE
            if is_wide and column:
                row, column = row + 1, 0
            name = QLabel(tr(entry.field.label))
            name.setProperty("role", "note")
            name.setFont(self.font())
            name.setContentsMargins(0 if not column else 8, 5, 0, 0)
            name.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            name.setBuddy(entry.control)
            grid.addWidget(name, row, column)
            grid.addWidget(entry, row, column + 1, 1, 3 if is_wide else 1)
            row, column = (row + 1, 0) if is_wide or column else (row, 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
