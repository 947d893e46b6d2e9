"""条款: the chosen clause in full, with its source, and the buttons that take it into the draft."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from chengwen_desktop.clause import words
from chengwen_desktop.clause.beside import Beside, told
from chengwen_desktop.clause.differences import ChangeChips, Legend
from chengwen_desktop.clause.paragraphs import as_differences, in_full
from chengwen_desktop.clause.view import ClauseView
from chengwen_desktop.origins import Origins
from chengwen_desktop.search.held import Held
from chengwen_desktop.theme import current
from chengwen_desktop.widgets import ElidedLabel, bold, empty_page, head_strip, label, push_button, surface
from chengwen_library.model import Clause

NO_OWN = "把光标放进文稿的一条里，就能看出差别"
UNMARKED = "两条少有相同的字句，不逐字标出。"


class ClausePane(QWidget):
    """The pane. `inserted` carries the clause and whether its region's name is to become the draft's own.

    `left` says that a person wants back to the list.
    """

    inserted = Signal(object, bool)
    copied = Signal(str)
    left = Signal()

    def __init__(self, origins: Origins, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._origins = origins
        self._clause: Clause | None = None
        self._found = Held()
        self._beside: Beside | None = None
        self._own: str | None = None
        self._has_draft = False
        self._square, self._place, self.alike = QLabel(), ElidedLabel(), QLabel()
        self.full_button, self.differences_button = self._make_modes()
        self.text = ClauseView()
        self.text.installEventFilter(self)
        self.chips, self.legend = ChangeChips(), Legend()
        self.chips.wanted.connect(self.text.box)
        self.unmarked = label(UNMARKED, "note")
        self.replaced = label("", "note")
        self.insert_button, self.adapt_button, self.copy_button = self._make_buttons()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._make_empty())
        self._stack.addWidget(self._make_full())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_head())
        column.addWidget(self._stack, 1)
        current.changed.connect(self._refresh)
        self.show_clause(None, Held())

    @property
    def clause(self) -> Clause | None:
        """The clause that shows."""
        return self._clause

    def show_clause(self, clause: Clause | None, found: Held, beside: Beside | None = None) -> None:
        """Show another clause with the words that were searched for marked; None shows how to get one.

        `beside` has it beside the draft's clause with the caret.
        """
        self._clause, self._found, self._beside = clause, found, beside
        self._refresh()

    def show_beside(self, beside: Beside | None) -> None:
        """Show the clause beside another one of the draft, or beside none."""
        if beside != self._beside:
            self._beside = beside
            self._refresh()

    @property
    def shows_differences(self) -> bool:
        """Whether the clause shows as differences."""
        return self.differences_button.isChecked() and self._beside is not None

    def change_mode(self) -> None:
        """Change between 全文 and 差异; nothing happens without a clause of the draft to compare with."""
        if self._clause is not None and self._beside is not None:
            (self.full_button if self.shows_differences else self.differences_button).click()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """D changes between 全文 and 差异, Esc leads back to the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not event.modifiers():
            if event.key() == Qt.Key.Key_D:
                self.change_mode()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def suit(self, has_draft: bool, own: str | None) -> None:
        """Say whether there is a draft to insert into, and the name of its region."""
        self._has_draft, self._own = has_draft, own
        self._show_replacements()

    def insert(self, *, adapt: bool) -> None:
        """Take the clause into the draft, if there are both."""
        button = self.adapt_button if adapt else self.insert_button
        if self._clause is not None and button.isEnabled():
            self.inserted.emit(self._clause, adapt)

    def copy(self) -> None:
        """Copy heading and text of the clause."""
        if self._clause is not None:
            text = f"{self._clause.heading}\n{self._clause.text}" if self._clause.heading else self._clause.text
            QGuiApplication.clipboard().setText(text)
            self.copied.emit("已复制这一条")

    def _refresh(self) -> None:
        clause = self._clause
        self._stack.setCurrentIndex(0 if clause is None else 1)
        self._place.set_words(words.short_place(clause) if clause else "条款")
        self._place.setToolTip(words.place(clause) if clause else "")
        self._square.setVisible(clause is not None)
        self.alike.setText(told(self._beside) if self._beside else "")
        for button in (self.full_button, self.differences_button):
            button.setVisible(clause is not None)
        self.differences_button.setEnabled(self._beside is not None)
        self.differences_button.setToolTip("这一条和本条的差别（D）" if self._beside else NO_OWN)
        if clause is not None:
            self._square.setStyleSheet(f"background: {self._origins.colour(clause.measure.region)};")
            self._write(clause)
        self._show_replacements()

    def _write(self, clause: Clause) -> None:
        found = self._beside if self.shows_differences else None
        marked = found if found and found.is_marked else None
        self.chips.show_beside(marked)
        for widget in (self.chips, self.legend):
            widget.setVisible(marked is not None)
        self.unmarked.setVisible(found is not None and marked is None)
        self.text.setAccessibleName("条款的差异" if marked else "条款全文")
        self.text.write(as_differences(marked) if marked else in_full(clause, self._found))

    def _show_replacements(self) -> None:
        found = words.replacements(self._clause, self._own) if self._clause else {}
        told = "，".join(f"{old} → {new} {count} 处" for old, (new, count) in found.items())
        self.replaced.setText(f"本地名称：{told}")
        self.replaced.setVisible(bool(found))
        self.insert_button.setEnabled(self._has_draft)
        self.adapt_button.setEnabled(self._has_draft and bool(found))
        tip = f"插入时替换：{told}" if found else "这一条里没有来源地的名称，不用改"
        self.adapt_button.setToolTip(f"插入并改为本地名称（Ctrl+Shift+Enter）\n{tip}")

    def _make_modes(self) -> tuple[QPushButton, QPushButton]:
        group = QButtonGroup(self)
        full = push_button("全文", "这一条的全文（D）", self._refresh)
        differences = push_button("差异", "", self._refresh)
        for button in (full, differences):
            button.setCheckable(True)
            button.setProperty("segment", True)
            group.addButton(button)
        full.setChecked(True)
        return full, differences

    def _make_buttons(self) -> tuple[QPushButton, QPushButton, QPushButton]:
        insert = push_button("插入", "插入到光标所在条款之后（Ctrl+Enter）", lambda: self.insert(adapt=False))
        insert.setProperty("primary", True)
        adapt = push_button("插入并改为本地名称", "", lambda: self.insert(adapt=True))
        copy = push_button("复制", "复制条标和正文", self.copy)
        return insert, adapt, copy

    def _make_head(self) -> QWidget:
        strip, row = head_strip()
        self._square.setFixedSize(8, 8)
        self._place.setFont(bold(self._place.font()))
        self._place.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row.setContentsMargins(12, 0, 12, 1)
        row.addWidget(self._square)
        row.addWidget(self._place)
        row.addWidget(self.alike)
        row.addStretch(1)
        modes = QHBoxLayout()
        modes.setSpacing(0)
        modes.addWidget(self.full_button)
        modes.addWidget(self.differences_button)
        row.addLayout(modes)
        return strip

    def _make_full(self) -> QWidget:
        foot = surface("foot")
        rows = QVBoxLayout(foot)
        rows.setContentsMargins(12, 10, 12, 12)
        rows.setSpacing(8)
        rows.addWidget(self.legend)
        rows.addWidget(self.replaced)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.insert_button, self.adapt_button, self.copy_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        rows.addLayout(buttons)
        full = surface("base")
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.unmarked.setContentsMargins(12, 8, 12, 0)
        for widget in (self.chips, self.unmarked):
            column.addWidget(widget)
        column.addWidget(self.text, 1)
        column.addWidget(foot)
        return full

    def _make_empty(self) -> QWidget:
        return empty_page("选中的条款会显示在这里", "检索先例，选中一条，就能读到全文和出处，插入到文稿里。")
