"""印发通知 above the page: folded to one line, or unfolded in place as a form."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFormLayout, QLabel, QScrollArea, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from chengwen_desktop.draft.notice_fields import FIELDS, NoticeField, WrongValue, summary
from chengwen_desktop.theme.icons import icon
from chengwen_desktop.widgets import (
    ElidedLabel,
    FieldEdit,
    ParagraphsEdit,
    bold,
    head_strip,
    label,
    link_button,
    surface,
)
from chengwen_library.model import Measure


class _Entry(QWidget):
    """One field with its help, or with what is wrong with it."""

    edited = Signal(str)
    left = Signal()

    def __init__(self, field: NoticeField) -> None:
        super().__init__()
        self.field = field
        self.typing = False
        self._edit = ParagraphsEdit(field.rows) if field.rows > 1 else FieldEdit()
        self._edit.setAccessibleName(field.label)
        self._edit.setPlaceholderText(field.help)
        self._wrong = label("", "wrong")
        self._wrong.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._edit)
        column.addWidget(self._wrong)
        self.setFocusProxy(self._edit)
        if isinstance(self._edit, ParagraphsEdit):
            self._edit.textChanged.connect(self._on_paragraphs)
        else:
            self._edit.textEdited.connect(self.edited)
            self._edit.editingFinished.connect(self.left)

    def words(self) -> str:
        """Return what stands in the field."""
        return self._edit.toPlainText() if isinstance(self._edit, ParagraphsEdit) else self._edit.text()

    def show_words(self, words: str) -> None:
        """Put words into the field, unless they stand there or are being typed."""
        if self.typing or self.words().strip() == words.strip():
            return
        self.show_wrong("")
        with QSignalBlocker(self._edit):
            if isinstance(self._edit, ParagraphsEdit):
                self._edit.setPlainText(words)
            else:
                self._edit.setText(words)

    def is_wrong(self) -> bool:
        """Tell whether the field says that its words cannot stand."""
        return not self._wrong.isHidden()

    def show_wrong(self, message: str) -> None:
        """Say under the field what is wrong; nothing is said with empty words."""
        self._wrong.setText(message)
        self._wrong.setVisible(bool(message))
        self._edit.setProperty("wrong", bool(message))
        self._edit.style().unpolish(self._edit)
        self._edit.style().polish(self._edit)

    def _on_paragraphs(self) -> None:
        if isinstance(self._edit, ParagraphsEdit) and not self._edit.is_composing():
            self.edited.emit(self.words())


class NoticeForm(QWidget):
    """The strip and the form. `changed` carries a field and the draft with its new words; `added` asks for a notice."""

    changed = Signal(object, object)
    added = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = Measure()
        self._entries = [_Entry(field) for field in FIELDS]
        self._strip, self._summary, self._twist, self._add = self._make_strip()
        self._area = self._make_form()
        self._line = surface("line")
        self._line.setFixedHeight(1)
        self._line.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._strip)
        column.addWidget(self._area)
        column.addWidget(self._line)
        for entry in self._entries:
            entry.edited.connect(partial(self._on_edited, entry))
            entry.left.connect(partial(self._on_left, entry))

    def show_draft(self, draft: Measure) -> None:
        """Show the notice of the draft."""
        self._draft = draft
        self._summary.set_words(summary(draft))
        self._twist.setEnabled(draft.notice is not None)
        self._add.setVisible(draft.notice is None)
        if draft.notice is None:
            self.unfold(False)
            return
        for entry in self._entries:
            entry.show_words(entry.field.read(draft, draft.notice))

    def unfold(self, wanted: bool) -> None:
        """Show the form or fold it to its line."""
        self._area.setVisible(wanted)
        self._line.setVisible(wanted)
        self._twist.setIcon(icon("caret-down" if wanted else "caret-right", "text3"))
        self._twist.setToolTip("折起印发通知" if wanted else "展开印发通知，填写发文机关、文号等")

    def allow(self, height: int) -> None:
        """Let the form be at most so many px high; what does not fit is scrolled to."""
        self._area.setMaximumHeight(height)

    def is_unfolded(self) -> bool:
        """Tell whether the form shows."""
        return not self._area.isHidden()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Unfold the form or fold it when its line is clicked."""
        if self._strip.geometry().contains(event.position().toPoint()) and self._draft.notice is not None:
            self.unfold(not self.is_unfolded())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc folds the form."""
        if event.key() == Qt.Key.Key_Escape and self.is_unfolded():
            self.unfold(False)
            self._twist.setFocus()
        else:
            super().keyPressEvent(event)

    def _on_edited(self, entry: _Entry, words: str) -> None:
        if self._draft.notice is None:
            return
        try:
            after = entry.field.write(self._draft, self._draft.notice, words.strip())
        except WrongValue as error:
            entry.show_wrong(str(error))
            return
        entry.show_wrong("")
        entry.typing = True
        self.changed.emit(entry.field, after)
        entry.typing = False

    def _on_left(self, entry: _Entry) -> None:
        """Show a date as an office writes it once the field is left."""
        if self._draft.notice is not None and not entry.is_wrong():
            entry.show_words(entry.field.read(self._draft, self._draft.notice))

    def _make_strip(self) -> tuple[QWidget, ElidedLabel, QToolButton, QWidget]:
        strip, row = head_strip()
        strip.setProperty("surface", "head")
        row.setContentsMargins(6, 0, 12, 1)
        twist = QToolButton()
        twist.setAccessibleName("展开或折起印发通知")
        twist.setFixedWidth(26)
        twist.clicked.connect(lambda: self.unfold(not self.is_unfolded()))
        name = QLabel("印发通知")
        name.setFont(bold(name.font()))
        words = ElidedLabel()
        words.setProperty("role", "note")
        add = link_button("加上印发通知", "给这份文稿加上印发通知，可以撤销", self.added.emit)
        for widget in (twist, name, words, add):
            row.addWidget(widget, 1 if widget is words else 0)
        return strip, words, twist, add

    def _make_form(self) -> QScrollArea:
        page = surface("alt")
        form = QFormLayout(page)
        form.setContentsMargins(16, 12, 16, 12)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        for entry in self._entries:
            name = QLabel(entry.field.label)
            name.setContentsMargins(0, 5, 0, 0)
            name.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            name.setBuddy(entry)
            form.addRow(name, entry)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        area.setMinimumHeight(180)
        area.hide()
        return area
