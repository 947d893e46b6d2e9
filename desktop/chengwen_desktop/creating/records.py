"""A table of a template (措施, 任务): its rows in a list, each written in a dialog of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QPushButton, QVBoxLayout, QWidget

from chengwen_desktop.creating.values import RawRow, corrected
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import dialog_foot, push_button
from chengwen_templates.fields import Field


class RecordsEdit(QWidget):
    """The rows. Enter changes one, Insert adds one, Delete takes one away, Alt+↑↓ moves it. `changed`: other rows."""

    changed = Signal()

    def __init__(self, field: Field) -> None:
        super().__init__()
        self._field = field
        self.rows: list[RawRow] = []
        self.dialog: RowDialog | None = None
        self.list = QListWidget()
        self.list.setAccessibleName(field.label)
        self.list.setUniformItemSizes(True)
        self.list.setFixedHeight(self.fontMetrics().lineSpacing() * 4 + 24)
        self.list.itemActivated.connect(lambda: self._ask(self.list.currentRow()))
        self.list.currentRowChanged.connect(self._refresh_buttons)
        self.add_button = push_button(tr("添加…"), tr("添加一行（Insert）"), lambda: self._ask(None))
        self._on_one: list[QPushButton] = [
            push_button(tr("修改…"), tr("修改选中的一行（Enter）"), lambda: self._ask(self.list.currentRow())),
            push_button(tr("删去"), tr("删去选中的一行（Delete）"), self._remove),
            push_button(tr("上移"), tr("上移（Alt+↑）"), lambda: self._move(-1)),
            push_button(tr("下移"), tr("下移（Alt+↓）"), lambda: self._move(1)),
        ]
        for button in (self.add_button, *self._on_one):
            button.setAccessibleName(tr("{label}：{deed}", label=field.label, deed=button.text().rstrip("…")))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.add_button, *self._on_one):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.list)
        column.addLayout(buttons)
        self.setFocusProxy(self.list)
        self._refresh_buttons()

    def show_rows(self, rows: list[RawRow], at: int = 0) -> None:
        """Show other rows."""
        self.rows = [dict(row) for row in rows]
        self.list.clear()
        self.list.addItems([self._words(number, row) for number, row in enumerate(self.rows, start=1)])
        self.list.setCurrentRow(min(at, len(rows) - 1))
        self._refresh_buttons()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Do what the keys say that the list leaves over."""
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        match event.key():
            case Qt.Key.Key_Insert:
                self._ask(None)
            case Qt.Key.Key_Delete:
                self._remove()
            case Qt.Key.Key_Up | Qt.Key.Key_Down if alt:
                self._move(1 if event.key() == Qt.Key.Key_Down else -1)
            case _:
                super().keyPressEvent(event)

    def _ask(self, at: int | None) -> None:
        """Have a row written, or a new one behind the last."""
        row = self.rows[at] if at is not None and 0 <= at < len(self.rows) else {}
        dialog = self.dialog = RowDialog(self._field, row, self.window())
        dialog.accepted.connect(lambda: self._take(dialog.row, at))
        dialog.finished.connect(self._forget)
        dialog.open()

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None

    def _take(self, row: RawRow, at: int | None) -> None:
        rows = list(self.rows)
        if at is None or not 0 <= at < len(rows):
            at = len(rows)
            rows.append(row)
        else:
            rows[at] = row
        self._change(rows, at)

    def _remove(self) -> None:
        at = self.list.currentRow()
        if at >= 0:
            self._change([*self.rows[:at], *self.rows[at + 1 :]], at)

    def _move(self, by: int) -> None:
        at = self.list.currentRow()
        if at >= 0 and 0 <= at + by < len(self.rows):
            rows = list(self.rows)
            rows.insert(at + by, rows.pop(at))
            self._change(rows, at + by)

    def _change(self, rows: list[RawRow], at: int) -> None:
        self.show_rows(rows, at)
        self.changed.emit()

    def _refresh_buttons(self) -> None:
        for button in self._on_one:
            button.setEnabled(self.list.currentRow() >= 0)

    def _words(self, number: int, row: RawRow) -> str:
        """Return a row in one line: its number and what is required of it."""
        needed = [column.name for column in self._field.columns if column.required]
        words = "　".join(row[name].replace("\n", " ") for name in needed if row.get(name))
        return f"{number}　{words}"


class RowDialog(QDialog):
    """A row, each column a field. Once accepted, `row` is what was written."""

    def __init__(self, field: Field, row: RawRow, parent: QWidget | None = None) -> None:
        from chengwen_desktop.creating.form import FieldsForm

        super().__init__(parent)
        self.setWindowTitle(field.label)
        self.setModal(True)
        self.row: RawRow = dict(row)
        self.form = FieldsForm(reserved="")
        self.form.show_fields(((None, field.columns, dict(row)),))
        self.form.advanced.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.form, 1)
        column.addWidget(self._foot())
        self.resize(560, 520)
        self.form.entries[0].setFocus()

    def accept(self) -> None:
        """Take the row, unless a column needs care."""
        wrong = self.form.first_wrong()
        if wrong is not None:
            wrong.care()
            return
        told = ((one.field, one.raw) for one in self.form.entries)
        self.row = {field.name: corrected(field, words).words for field, words in told if isinstance(words, str)}
        super().accept()

    def _foot(self) -> QWidget:
        take = push_button(tr("写进表里"), tr("写进表里（最后一栏按 Enter）"), self.accept)
        take.setProperty("primary", True)
        take.setAutoDefault(False)
        return dialog_foot(take, push_button(tr("取消"), tr("不改（Esc）"), self.reject))
