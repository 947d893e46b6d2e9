"""填写待填项: every blank of the draft with a field; each that is filled is a step that can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from chengwen_desktop.theme.current import growth
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import FOOT, label, link_button, push_button, surface
from chengwen_library.model import Measure
from chengwen_library.places import places
from chengwen_templates.blanks import unfilled
from chengwen_templates.slots import Slot

PAUSE = 200
"""Milliseconds without a change after which another state of the draft is to be shown."""


@dataclass(eq=False)
class _Row:
    """A blank with its controls; where it stands may change while it is listed."""

    slot: Slot
    where: QPushButton
    name: QLabel
    field: QLineEdit
    is_filled: bool = False

    @property
    def widgets(self) -> tuple[QWidget, QWidget, QWidget]:
        return self.where, self.name, self.field

    def is_for(self, slot: Slot) -> bool:
        """Tell whether this is the row of a blank, wherever in its text it stands now; not if it has been filled."""
        own = self.slot
        is_there = (own.place.wid, own.place.part) == (slot.place.wid, slot.place.part)
        is_alike = is_there and (own.label, own.words) == (slot.label, slot.words)
        return is_alike and (not self.is_filled or own == slot)


class FillingDialog(QDialog):
    """The dialog. `filled` carries a blank and what is to stand there; `opened` one to show in the text.

    `outdated` says that the draft has changed since it was shown, and no longer does.
    """

    filled = Signal(object, str)
    opened = Signal(object)
    outdated = Signal()

    def __init__(self, draft: Measure, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("填写待填项"))
        self._rows: list[_Row] = []
        self._words = label("")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(2, 1)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.outdated)
        self._lay_out()
        self.show_draft(draft)

    @property
    def fields(self) -> list[tuple[Slot, QLineEdit]]:
        """The blanks that are listed, each with its field."""
        return [(row.slot, row.field) for row in self._rows]

    def follow(self, _wid: object) -> None:
        """Take note that the draft has changed."""
        self._timer.start()

    def show_draft(self, draft: Measure) -> None:
        """Show the blanks of this state of the draft; rows that stay keep what was typed in them."""
        before, left = list(self._rows), list(self._rows)
        numbers = {place.unit.wid: place.unit.num for place in places(draft)}
        self._rows = [self._row(slot, left) for slot in unfilled(draft)]
        for row in self._rows:
            row.is_filled = False
            where = numbers.get(row.slot.place.wid or "") or tr("通知或标题")
            row.where.setText(where)
            row.where.setAccessibleName(where)
            row.field.setAccessibleName(f"{where} {row.slot.label}{row.slot.words}")
        if [row for row in before if row not in left] != self._rows:
            self._order()
        focused = self.focusWidget()
        gone = next((place for place, row in enumerate(before) if row in left and row.field is focused), None)
        for widget in (widget for row in left for widget in row.widgets):
            widget.hide()
            widget.deleteLater()
        count = len(self._rows)
        self._words.setText(tr("还有 {count} 处待填。", count=count) if count else tr("都填好了。"))
        if self._rows and (gone is not None or not before):
            self._rows[min(gone or 0, count - 1)].field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter fills the field it stands in and does not close the dialog."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _row(self, slot: Slot, left: list[_Row]) -> _Row:
        """Return the row of a blank, taken from those `left` if it is among them."""
        row = next((one for one in left if one.is_for(slot)), None)
        if row is None:
            return self._new_row(slot)
        left.remove(row)
        row.slot = slot
        return row

    def _new_row(self, slot: Slot) -> _Row:
        field, name = QLineEdit(), QLabel(f"…{slot.label}{slot.words}")
        field.setPlaceholderText(slot.words)
        field.setToolTip(tr("填好后按 Enter"))
        name.setBuddy(field)
        where = link_button("", tr("在正文里看这一处"), lambda: self.opened.emit(row.slot))
        row = _Row(slot, where, name, field)
        field.editingFinished.connect(lambda: self._fill(row))
        return row

    def _order(self) -> None:
        """Put the rows in their order, also for Tab."""
        for number, row in enumerate(self._rows):
            for column, widget in enumerate(row.widgets):
                self._grid.addWidget(widget, number, column)
        controls = [control for row in self._rows for control in (row.where, row.field)]
        for one, following in pairwise(controls):
            QWidget.setTabOrder(one, following)

    def _fill(self, row: _Row) -> None:
        words = row.field.text().strip()
        if words and not row.is_filled:
            row.is_filled = True
            self.filled.emit(row.slot, words)

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
        foot.setFixedHeight(FOOT + growth())
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
