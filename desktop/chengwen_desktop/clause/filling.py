"""填写待填项: every blank of the draft with a field; each that is filled is a step that can be undone."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import empty, label, link_button, push_button, surface
from chengwen_library.model import Measure
from chengwen_library.places import places
from chengwen_templates.blanks import unfilled
from chengwen_templates.slots import Slot

FOOT = 56
"""Height in px of the foot."""


class FillingDialog(QDialog):
    """The dialog. `filled` carries a blank and what is to stand there; `opened` one to show in the text."""

    filled = Signal(object, str)
    opened = Signal(object)

    def __init__(self, draft: Measure, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("填写待填项"))
        self.fields: list[tuple[Slot, QLineEdit]] = []
        self._words = label("")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(2, 1)
        self._lay_out()
        self.show_draft(draft)

    def show_draft(self, draft: Measure) -> None:
        """Show the blanks of this state of the draft; what was typed and not yet filled in stays."""
        typed = [(slot.place.wid, slot.label, field.text()) for slot, field in self.fields if field.text()]
        empty(self._grid)
        self.fields = []
        numbers = {place.unit.wid: place.unit.num for place in places(draft)}
        for row, slot in enumerate(unfilled(draft)):
            field = QLineEdit()
            field.setPlaceholderText(slot.words)
            words = next((one[2] for one in typed if one[:2] == (slot.place.wid, slot.label)), "")
            field.setText(words)
            where = numbers.get(slot.place.wid or "") or tr("通知或标题")
            field.setAccessibleName(f"{where} {slot.label}{slot.words}")
            field.setToolTip(tr("填好后按 Enter"))
            field.editingFinished.connect(lambda slot=slot, field=field: self._fill(slot, field))
            self._grid.addWidget(
                link_button(where, tr("在正文里看这一处"), lambda slot=slot: self.opened.emit(slot)), row, 0
            )
            name = QLabel(f"…{slot.label}{slot.words}")
            name.setBuddy(field)
            self._grid.addWidget(name, row, 1)
            self._grid.addWidget(field, row, 2)
            self.fields.append((slot, field))
        count = len(self.fields)
        self._words.setText(tr("还有 {count} 处待填。", count=count) if count else tr("都填好了。"))
        if self.fields:
            self.fields[0][1].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter fills the field it stands in and does not close the dialog."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _fill(self, slot: Slot, field: QLineEdit) -> None:
        if field.text().strip() and any(one is field for _, one in self.fields):
            self.fields = [(other, one) for other, one in self.fields if one is not field]
            self.filled.emit(slot, field.text().strip())

    def _lay_out(self) -> None:
        page = surface("base")
        rows = QVBoxLayout(page)
        rows.setContentsMargins(24, 16, 24, 16)
        rows.setSpacing(12)
        rows.addWidget(self._words)
        rows.addLayout(self._grid)
        rows.addStretch(1)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        foot = surface("foot")
        foot.setMinimumHeight(FOOT)
        row = QHBoxLayout(foot)
        row.setContentsMargins(24, 0, 24, 0)
        row.addWidget(label(tr("填好一处按 Enter，每一处都可以撤销。"), "note"), 1)
        row.addWidget(push_button(tr("关闭"), tr("关闭（Esc），没填的留着"), self.reject))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(area, 1)
        column.addWidget(foot)
        self.resize(640, 420)
