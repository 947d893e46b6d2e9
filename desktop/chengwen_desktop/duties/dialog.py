"""责任分工: a field for each role of the clause's note, and the note as it will stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QVBoxLayout, QWidget

from chengwen_desktop.duties.field import NamesField
from chengwen_desktop.duties.names import Name
from chengwen_desktop.theme.current import growth
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import dialog_foot, label, push_button
from chengwen_templates.duties import Duty, Noted, is_lead, note_words

WIDTH, PREVIEW = 560, 72
"""Width of the dialog and least height of the preview in px."""


class DutiesDialog(QDialog):
    """The dialog. `written` carries the duties that the clause is to have; none takes its note out."""

    written = Signal(object)

    def __init__(
        self, clause: str, note: Noted, roles: Sequence[str], known: Sequence[Name], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._note = note
        self.setWindowTitle(tr("责任分工"))
        self.setModal(True)
        self.setFixedWidth(WIDTH + 8 * growth())
        self.fields = [NamesField(one.role, one.organs, known, self) for one in duties_asked(note, roles)]
        self.preview = label("")
        self.preview.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.agree_button = push_button(tr("写进条款"), tr("写进文稿，可以撤销"), self.accept)
        self.agree_button.setProperty("primary", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._page(clause), 1)
        column.addWidget(self._foot())
        self.agree_button.setDefault(True)  # only now, for a dialog takes no default from elsewhere
        for field in self.fields:
            field.textChanged.connect(self._refresh)
        self._refresh()

    @property
    def duties(self) -> tuple[Duty, ...]:
        """What stands in the fields."""
        return tuple(Duty(field.role, field.organs) for field in self.fields)

    def accept(self) -> None:
        """Hand over what was written."""
        if self.agree_button.isEnabled():
            duties = self.duties
            super().accept()
            self.written.emit(duties)

    def _page(self, clause: str) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(label(clause, "note"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, field in enumerate(self.fields):
            name = QLabel(field.role)
            name.setBuddy(field)
            grid.addWidget(name, row, 0)
            grid.addWidget(field, row, 1)
        column.addLayout(grid)
        column.addWidget(label(tr("写成这样："), "note"))
        self.preview.setMinimumHeight(PREVIEW + 2 * growth())
        column.addWidget(self.preview, 1)
        return page

    def _foot(self) -> QWidget:
        return dialog_foot(self.agree_button, push_button(tr("取消"), tr("不改（Esc）"), self.reject))

    def _refresh(self) -> None:
        words = note_words(self._note, self.duties)
        is_removal = bool(self._note.words) and not words
        nothing = tr("原来的责任分工会删去。") if is_removal else tr("还没有写单位。")
        self.preview.setText(words or nothing)
        button = tr("删去责任分工") if is_removal else tr("写进条款")
        self.agree_button.setText(button)
        self.agree_button.setAccessibleName(button)
        self.agree_button.setEnabled(words != self._note.words)


def duties_asked(note: Noted, roles: Sequence[str]) -> list[Duty]:
    """Return the duties of a note with those of the usual roles (the lead first) that it lacks, empty."""
    found = list(note.duties)
    lead, duty = roles
    if not any(is_lead(one.role) for one in found):
        found.insert(0, Duty(lead))
    if all(is_lead(one.role) for one in found):
        found.append(Duty(duty))
    return found
