"""A page that is a form of a few fields: each is checked while it is written and kept when it is left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QGridLayout

from chengwen_desktop.preferences.page import Page, Spot
from chengwen_desktop.preferences.sheets import CellFault, Row, Rows, Sheet
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import FieldEdit, label

Told = Callable[[int, str], str]
"""What to say below a field without fault, by its number and what is written there."""


class FormPage(Page[Rows]):
    """The columns of a sheet with one row, one below another."""

    def __init__(self, sheet: Sheet, units: Sequence[str] = (), told: Told | None = None, width: int = 0) -> None:
        super().__init__()
        self.sheet, self._told = sheet, told
        self._row = Row(("",) * len(sheet.columns))
        self.fields = [FieldEdit() for _ in sheet.columns]
        self.words = [label("", "note") for _ in sheet.columns]
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for number, (column, field) in enumerate(zip(sheet.columns, self.fields, strict=True)):
            words = label(tr(column.words))
            words.setWordWrap(False)
            words.setBuddy(field)
            field.setAccessibleName(tr(column.words))
            field.setToolTip(tr(column.help))
            field.textEdited.connect(partial(self._on_typed, number))
            field.editingFinished.connect(self._on_left)
            if width:
                field.setFixedWidth(self.fontMetrics().averageCharWidth() * width)
            grid.addWidget(words, number * 2, 0)
            grid.addWidget(field, number * 2, 1)
            if number < len(units):
                grid.addWidget(label(tr(units[number])), number * 2, 2)
            grid.addWidget(self.words[number], number * 2 + 1, 1, 1, 3)
            grid.setRowMinimumHeight(number * 2 + 1, 32)
        grid.setColumnStretch(3 if units else 1, 1)
        self.column.addLayout(grid)
        self.column.addStretch(1)

    def show_state(self, state: Rows) -> None:
        """Show what is written in the fields."""
        self._row = state[0] if state else Row(("",) * len(self.fields))
        for field, cell in zip(self.fields, self._row.cells, strict=True):
            if field.text() != cell:
                field.setText(cell)
        self._tell()

    def finish(self) -> None:
        """Take over what is being written."""
        self._on_left()

    def unsaved(self) -> str:
        """Say which field has a fault."""
        fault = next(iter(self._faults()), None)
        return (
            tr("{column}：{message}", column=tr(self.sheet.columns[fault.column].words), message=fault.message)
            if fault
            else ""
        )

    def spots(self) -> Sequence[Spot]:
        """Return the fields."""
        return [Spot(tr(column.words), number) for number, column in enumerate(self.sheet.columns)]

    def go_to(self, key: object) -> None:
        """Go to a field."""
        if isinstance(key, int):
            self.fields[key].setFocus()
            self.fields[key].selectAll()

    def loss(self, state: Rows) -> str:
        """Say what is written in the fields."""
        given = [
            tr("{column}“{cell}”", column=tr(column.words), cell=cell)
            for column, cell in zip(self.sheet.columns, state[0].cells, strict=True)
            if cell
        ]
        return tr("现在写的{what}会去掉或改回附带的。", what=tr("、").join(given)) if given else ""

    @property
    def _cells(self) -> tuple[str, ...]:
        return tuple(" ".join(field.text().split()) for field in self.fields)

    def _faults(self) -> Sequence[CellFault]:
        return self.sheet.faults((Row(self._cells),))

    def _on_typed(self, _number: int, _words: str) -> None:
        self._tell()

    def _on_left(self) -> None:
        cells = self._cells
        changed = [n for n, (new, old) in enumerate(zip(cells, self._row.cells, strict=True)) if new != old]
        if changed:
            name = tr("改“{column}”", column=tr(self.sheet.columns[changed[0]].words))
            self.edited.emit(name, self.sheet.settled((Row(cells, self._row.last),)))

    def _tell(self) -> None:
        faults = {one.column: one.message for one in reversed(self._faults())}
        for number, (column, words, field) in enumerate(zip(self.sheet.columns, self.words, self.fields, strict=True)):
            wrong = faults.get(number, "")
            said = self._told(number, self._cells[number]) if self._told and not wrong else ""
            words.setText(wrong or " ".join(filter(None, (tr(column.help), said))))
            words.setProperty("role", "wrong" if wrong else "note")
            words.style().polish(words)
            field.setProperty("wrong", bool(wrong))
            field.style().polish(field)
