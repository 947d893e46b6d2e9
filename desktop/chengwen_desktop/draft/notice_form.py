"""印发通知 above the page: folded to one line, or unfolded in place as a form."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from chengwen_desktop.draft.notice_entry import NoticeEntry
from chengwen_desktop.draft.notice_fields import FIELDS, WrongValue, is_used, summary
from chengwen_desktop.theme.icons import icon
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import (
    ElidedLabel,
    bold,
    head_strip,
    label,
    link_button,
    surface,
)
from chengwen_library.model import Measure, Notice


class NoticeForm(QWidget):
    """The strip and the form. `changed` carries a field and the draft with its new words; `added` asks for a notice."""

    changed = Signal(object, object)
    added = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = Measure()
        self._entries = [NoticeEntry(field) for field in FIELDS]
        self._show_rare = False
        self._form = QFormLayout()
        tip = tr("公文格式、份号、密级、紧急程度、签发人、用印、附件装订")
        self._more = link_button(tr("更多要素"), tip, lambda: self.show_rare(not self._show_rare))
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
        if any(entry.field.rare and is_used(entry.field, draft, draft.notice) for entry in self._entries):
            self._show_rare = True
        self._show_rows(draft.notice)

    def unfold(self, wanted: bool) -> None:
        """Show the form or fold it to its line."""
        self._area.setVisible(wanted)
        self._line.setVisible(wanted)
        self._twist.setIcon(icon("caret-down" if wanted else "caret-right", "text3"))
        self._twist.setToolTip(tr("折起印发通知") if wanted else tr("展开印发通知，填写发文机关、文号等"))

    def enter(self) -> None:
        """Give the focus to the first field that shows."""
        first = next((one for one in self._entries if one.isVisible()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def allow(self, height: int) -> None:
        """Let the form be at most so many px high; what does not fit is scrolled to."""
        self._area.setMaximumHeight(height)

    @property
    def has_notice(self) -> bool:
        """Whether the draft has a notice, so that there is something to fill in."""
        return self._draft.notice is not None

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

    def _on_edited(self, entry: NoticeEntry, words: str) -> None:
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

    def _on_left(self, entry: NoticeEntry) -> None:
        """Show a date as an office writes it once the field is left."""
        if self._draft.notice is not None and not entry.is_wrong():
            entry.show_words(entry.field.read(self._draft, self._draft.notice))

    def _make_strip(self) -> tuple[QWidget, ElidedLabel, QToolButton, QWidget]:
        strip, row = head_strip()
        strip.setProperty("surface", "head")
        row.setContentsMargins(6, 0, 12, 1)
        twist = QToolButton()
        twist.setAccessibleName(tr("展开或折起印发通知"))
        twist.setFixedWidth(26)
        twist.clicked.connect(lambda: self.unfold(not self.is_unfolded()))
        name = QLabel(tr("印发通知"))
        name.setFont(bold(name.font()))
        words = ElidedLabel()
        words.setProperty("role", "note")
        add = link_button(tr("加上印发通知"), tr("给这份文稿加上印发通知，可以撤销"), self.added.emit)
        for widget in (twist, name, words, add):
            row.addWidget(widget, 1 if widget is words else 0)
        return strip, words, twist, add

    def show_rare(self, wanted: bool) -> None:
        """Show the fields that few documents need, or fold them."""
        self._show_rare = wanted
        if self._draft.notice is not None:
            self._show_rows(self._draft.notice)

    def is_rare_shown(self) -> bool:
        """Tell whether the fields that few documents need show."""
        return self._show_rare

    def _show_rows(self, notice: Notice) -> None:
        """Show the rows that make sense for the notice; a field with words always shows."""
        for entry in self._entries:
            field = entry.field
            wanted = not field.rare or (self._show_rare and field.applies(notice))
            self._form.setRowVisible(entry, wanted)
        self._more.setText(tr("收起更多要素") if self._show_rare else tr("更多要素"))
        used = any(entry.field.rare and is_used(entry.field, self._draft, notice) for entry in self._entries)
        self._more.setVisible(not (self._show_rare and used))

    def _make_form(self) -> QScrollArea:
        page = surface("alt")
        self._form.setContentsMargins(16, 12, 16, 12)
        self._form.setHorizontalSpacing(12)
        self._form.setVerticalSpacing(8)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        group = ""
        for entry in self._entries:
            if entry.field.group != group:
                group = entry.field.group
                self._form.addRow(self._group_head(tr(group)))
            name = QLabel(tr(entry.field.label))
            name.setContentsMargins(0, 5, 0, 0)
            name.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            name.setBuddy(entry)
            self._form.addRow(name, entry)
        page.setLayout(self._form)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        area.setMinimumHeight(180)
        area.hide()
        return area

    def _group_head(self, words: str) -> QWidget:
        """Return the name of a group; beside the first stands 更多要素."""
        first = not self._form.rowCount()
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0 if first else 8, 0, 0)
        head = label(words, "note")
        head.setFont(bold(head.font()))
        row.addWidget(head, 1)
        if first:
            row.addWidget(self._more)
        return holder
