"""The fields of templates below one another, short ones side by side; Enter leads from one to the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from chengwen_desktop.creating.entry import SHORT, FieldEntry
from chengwen_desktop.creating.values import Raw
from chengwen_desktop.widgets import bold, empty, label, surface
from chengwen_templates.fields import Field

Section = tuple[str | None, tuple[Field, ...], Mapping[str, Raw]]
"""A heading, if there is one, the fields below it, and what stands in them."""


class FieldsForm(QScrollArea):
    """The form. `edited`: other words; `entered` carries the field with the focus; `advanced`: Enter in the last."""

    edited = Signal()
    entered = Signal(object)
    advanced = Signal()

    def __init__(self, reserved: str) -> None:
        super().__init__()
        self._reserved = reserved
        self.entries: list[FieldEntry] = []
        self._page = surface("base")
        self._grid = QGridLayout(self._page)
        self._grid.setContentsMargins(24, 16, 24, 16)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(14)
        for side in (0, 1):
            self._grid.setColumnStretch(side, 1)
        self.setWidget(self._page)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_fields(self, sections: Iterable[Section]) -> None:
        """Show these fields with what stands in them."""
        empty(self._grid)
        self.entries = []
        letters = Letters(self._reserved)
        row = 0
        for heading, fields, raw in sections:
            if heading:
                head = label(heading)
                head.setFont(bold(head.font()))
                self._grid.addWidget(head, row, 0, 1, 2)
                row += 1
            row = self._add(fields, raw, letters, row)
        self._grid.setRowStretch(row, 1)
        for one, following in zip(self.entries, self.entries[1:], strict=False):
            QWidget.setTabOrder(one.editor, following.editor)
        self.verticalScrollBar().setValue(0)

    def raw(self, fields: Iterable[Field] | None = None) -> dict[str, Raw]:
        """Return what stands in the fields, or in some of them."""
        wanted = {id(field) for field in fields} if fields is not None else None
        return {one.field.name: one.raw for one in self.entries if wanted is None or id(one.field) in wanted}

    def first_wrong(self) -> FieldEntry | None:
        """Return the first field that needs care."""
        return next((one for one in self.entries if one.wrong), None)

    def wrong_count(self) -> int:
        """Return how many fields need care."""
        return sum(bool(one.wrong) for one in self.entries)

    def _add(self, fields: tuple[Field, ...], raw: Mapping[str, Raw], letters: Letters, row: int) -> int:
        side = 0
        for place, field in enumerate(fields):
            entry = FieldEntry(field, letters.next(field.name))
            if field.name in raw:
                entry.show_raw(raw[field.name])
            entry.edited.connect(self.edited)
            entry.entered.connect(lambda entry=entry: self._on_entered(entry))
            entry.advanced.connect(lambda entry=entry: self._advance(entry))
            self.entries.append(entry)
            following = fields[place + 1 : place + 2]
            beside = side == 1 or (field.type in SHORT and bool(following) and following[0].type in SHORT)
            beside = beside and field.type in SHORT
            self._grid.addWidget(entry, row, side, 1, 1 if beside else 2, Qt.AlignmentFlag.AlignTop)
            side = 1 - side if beside else 0
            row += side == 0
        return row + (side == 1)

    def _on_entered(self, entry: FieldEntry) -> None:
        self.ensureWidgetVisible(entry, 0, 24)
        self.entered.emit(entry.field)

    def _advance(self, entry: FieldEntry) -> None:
        at = self.entries.index(entry) + 1
        if at < len(self.entries):
            self.entries[at].editor.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.advanced.emit()


class Letters:
    """Letters for Alt, none given twice: one of the field's name, else the next that is free."""

    def __init__(self, reserved: str) -> None:
        self._free = [letter for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" if letter not in reserved]

    def next(self, name: str) -> str:
        """Return the letter of a field; "" when all are given."""
        wanted = [letter for letter in name.upper() if letter in self._free] or self._free[:1]
        if not wanted:
            return ""
        self._free.remove(wanted[0])
        return wanted[0]
