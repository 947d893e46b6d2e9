"""条款: the chosen clause in full, with its source, and the buttons that take it into the draft."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from chengwen_desktop.clause import words
from chengwen_desktop.clause.beside import Beside, told
from chengwen_desktop.clause.differences import ChangeChips, Legend, Steps
from chengwen_desktop.clause.paragraphs import as_differences, in_full
from chengwen_desktop.clause.view import ClauseView
from chengwen_desktop.origins import Origins
from chengwen_desktop.search.held import Held
from chengwen_desktop.theme import current
from chengwen_desktop.theme.icons import icon
from chengwen_desktop.translation import marked, tr
from chengwen_desktop.widgets import ElidedLabel, bold, empty_page, head_strip, label, push_button, surface
from chengwen_library.model import Clause

NO_DRAFT = marked("打开一份文稿，就能看出差别")
NO_OWN = marked("把光标放进文稿的一条里，就能看出差别。")
UNMARKED = marked("两条少有相同的字句，不逐字标出。")
INSERT, INSERT_TIP = marked("插入"), marked("插入到光标所在条款之后（Ctrl+Enter）")
BEGIN, BEGIN_TIP = marked("用它新建"), marked("用这一条起步，新建一份文稿（Ctrl+Enter）")
REPLACE_TIP = marked("替换光标所在的条款（Ctrl+Shift+Enter），编号不变，引用它的地方不用改")
ADAPT_TIP = marked("插入并改为本地名称（Ctrl+Alt+Enter）\n先列出要改的地名、机关名称和金额，勾选后再插入")


class ClausePane(QWidget):
    """The pane. `inserted` carries the clause and whether it is to be put in local words.

    `replacing` carries a clause that is to stand in the place of the current one, `placed` one that goes where
    its topic stands, `begun` one to begin a new draft with, `taken` what stands beside what and the number of
    the difference to take. `left` says that a person wants back to the list.
    """

    inserted = Signal(object, bool)
    replacing = Signal(object)
    placed = Signal(object)
    begun = Signal(object)
    taken = Signal(object, int)
    copied = Signal(str)
    left = Signal()

    def __init__(self, origins: Origins, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._origins = origins
        self._clause: Clause | None = None
        self._found = Held()
        self._beside: Beside | None = None
        self._has_draft = False
        self._square, self._place, self.alike = QLabel(), ElidedLabel(), QLabel()
        self.full_button, self.differences_button = self._make_modes()
        self.text = ClauseView()
        self.text.installEventFilter(self)
        self.chips, self.legend = ChangeChips(), Legend()
        self.chips.wanted.connect(self._box)
        self.unmarked = label("", "note")
        self.steps = Steps()
        self.steps.wanted.connect(self._step)
        self.take_button, self.insert_button, self.replace_button, self.adapt_button = self._make_buttons()
        self.more_button = self._make_more()
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
        """Show the clause beside another one of the draft, or beside none; the frame stays at its place among them."""
        if beside != self._beside:
            at = self.text.boxed
            self._beside = beside
            self._refresh()
            if at is not None and self._marked is not None and self._marked.parts:
                self._box(min(at, len(self._marked.parts) - 1))

    @property
    def shows_differences(self) -> bool:
        """Whether the clause shows as differences."""
        return self.differences_button.isChecked() and self._beside is not None

    def change_mode(self) -> None:
        """Change between 全文 and 差异; nothing happens without a draft to compare with."""
        if self._can_differ:
            (self.full_button if self.differences_button.isChecked() else self.differences_button).click()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """D changes between 全文 and 差异, Alt+← → walk the differences, Enter takes one, Esc leads back."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_walking(event):
            event.accept()  # in the draft the same keys change levels
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._did(event):
            return True
        return super().eventFilter(watched, event)

    def suit(self, has_draft: bool) -> None:
        """Say whether there is a draft to insert into."""
        self._has_draft = has_draft
        self._show_modes()
        self._show_buttons()

    def insert(self, *, adapt: bool) -> None:
        """Take the clause into the draft, or begin a new one with it if there is none."""
        if self._clause is None:
            return
        if self._has_draft:
            self.inserted.emit(self._clause, adapt)
        elif not adapt:
            self.begun.emit(self._clause)

    def replace(self) -> None:
        """Take the clause in the place of the draft's current one."""
        if self._clause is not None and self._has_draft:
            self.replacing.emit(self._clause)

    def place(self) -> None:
        """Take the clause in where the draft speaks of its topic."""
        if self._clause is not None and self._has_draft:
            self.placed.emit(self._clause)

    def take(self) -> None:
        """Take the difference with the frame."""
        if self._marked is not None and self.text.boxed is not None:
            self.taken.emit(self._marked, self.text.boxed)

    def copy(self) -> None:
        """Copy heading and text of the clause."""
        if self._clause is not None:
            text = f"{self._clause.heading}\n{self._clause.text}" if self._clause.heading else self._clause.text
            QGuiApplication.clipboard().setText(text)
            self.copied.emit(tr("已复制这一条"))

    def _refresh(self) -> None:
        clause = self._clause
        self._stack.setCurrentIndex(0 if clause is None else 1)
        self._place.set_words(words.short_place(clause) if clause else tr("条款"))
        self._place.setToolTip(words.place(clause) if clause else "")
        self._square.setVisible(clause is not None)
        self.alike.setText(told(self._beside) if self._beside else "")
        self._show_modes()
        if clause is not None:
            self._square.setStyleSheet(f"background: {self._origins.colour(clause.measure.region)};")
            self._write(clause)
        self._show_buttons()

    @property
    def _can_differ(self) -> bool:
        """Whether 差异 can be asked for; which clause of the draft it is with may be known a moment later."""
        return self._clause is not None and self._has_draft

    def _show_modes(self) -> None:
        for button in (self.full_button, self.differences_button):
            button.setVisible(self._clause is not None)
        self.differences_button.setEnabled(self._can_differ)
        self.differences_button.setToolTip(tr("这一条和本条的差别（D）") if self._can_differ else tr(NO_DRAFT))

    @property
    def _marked(self) -> Beside | None:
        """What shows word by word as differences."""
        found = self._beside if self.shows_differences else None
        return found if found and found.is_marked else None

    def _write(self, clause: Clause) -> None:
        marked = self._marked
        self.chips.show_beside(marked)
        self.chips.setVisible(marked is not None)
        self._foot_line.setVisible(marked is not None)
        self.unmarked.setText(tr(UNMARKED) if self._beside else tr(NO_OWN))
        self.unmarked.setVisible(self._can_differ and self.differences_button.isChecked() and marked is None)
        self.text.setAccessibleName(tr("条款的差异") if marked else tr("条款全文"))
        self.text.write(as_differences(marked) if marked else in_full(clause, self._found))
        self._box(0 if marked and marked.parts else None)

    def _box(self, number: int | None) -> None:
        if number is not None:
            self.text.box(number)
        self.steps.show_place(number, len(self._marked.parts) if self._marked else 0)
        self._show_buttons()

    def _step(self, by: int) -> None:
        """Put the frame round the next difference or the one before; behind the last comes the first."""
        count = len(self._marked.parts) if self._marked else 0
        if count:
            at = self.text.boxed
            self._box((at + by) % count if at is not None else 0)

    def _is_walking(self, event: QKeyEvent) -> bool:
        keys = (Qt.Key.Key_Left, Qt.Key.Key_Right)
        is_alt = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.AltModifier
        return is_alt and event.key() in keys and self.shows_differences

    def _did(self, event: QKeyEvent) -> bool:
        if self._is_walking(event):
            self._step(1 if event.key() == Qt.Key.Key_Right else -1)
            return True
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        match event.key():
            case Qt.Key.Key_D:
                self.change_mode()
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.take()
            case _:
                return False
        return True

    def _show_buttons(self) -> None:
        can_take = self._has_draft and self.text.boxed is not None and self._marked is not None
        self.take_button.setVisible(self._marked is not None and bool(self._marked.parts))
        self.take_button.setEnabled(can_take)
        self.adapt_button.setVisible(self.take_button.isHidden())
        self.replace_button.setEnabled(self._has_draft)
        self.adapt_button.setEnabled(self._has_draft)
        self._topic.setEnabled(self._has_draft)
        words, tip = (INSERT, INSERT_TIP) if self._has_draft else (BEGIN, BEGIN_TIP)
        self.insert_button.setText(tr(words))
        self.insert_button.setAccessibleName(tr(words))
        self.insert_button.setToolTip(tr(tip))
        for button, is_first in ((self.take_button, True), (self.insert_button, self.take_button.isHidden())):
            if button.property("primary") != is_first:
                button.setProperty("primary", is_first)
                button.style().unpolish(button)
                button.style().polish(button)

    def _make_modes(self) -> tuple[QPushButton, QPushButton]:
        group = QButtonGroup(self)
        full = push_button(tr("全文"), tr("这一条的全文（D）"), self._refresh)
        differences = push_button(tr("差异"), "", self._refresh)
        for button in (full, differences):
            button.setCheckable(True)
            button.setProperty("segment", True)
            group.addButton(button)
        full.setChecked(True)
        return full, differences

    def _make_buttons(self) -> tuple[QPushButton, QPushButton, QPushButton, QPushButton]:
        take = push_button(tr("取此处差异"), tr("取此处差异（Enter）只把方框里的这一处改到本条"), self.take)
        insert = push_button(tr(INSERT), "", lambda: self.insert(adapt=False))
        replaced = push_button(tr("替换"), tr(REPLACE_TIP), self.replace)
        adapt = push_button(tr("插入并改为本地名称"), tr(ADAPT_TIP), lambda: self.insert(adapt=True))
        return take, insert, replaced, adapt

    def _make_more(self) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon("dots-three"))
        button.setToolTip(tr("更多做法"))
        button.setAccessibleName(tr("更多做法"))
        button.setProperty("words", False)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        self._topic = menu.addAction(tr("按主题插入(&T)"), self.place)
        menu.addAction(tr("插入并改为本地名称(&M)"), lambda: self.insert(adapt=True))
        menu.addAction(tr("复制条标和正文(&C)"), self.copy)
        button.setMenu(menu)
        return button

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
        self._foot_line = QWidget()
        line = QHBoxLayout(self._foot_line)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.legend, 1)
        line.addWidget(self.steps)
        rows = QVBoxLayout(foot)
        rows.setContentsMargins(12, 10, 12, 12)
        rows.setSpacing(8)
        rows.addWidget(self._foot_line)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.take_button, self.insert_button, self.replace_button, self.adapt_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.more_button)
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
        return empty_page(tr("选中的条款会显示在这里"), tr("检索先例，选中一条，就能读到全文和出处，插入到文稿里。"))
