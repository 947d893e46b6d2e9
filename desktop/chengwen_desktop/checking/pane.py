"""检查: the head and the table of findings below the page."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from chengwen_desktop.checking.head import CheckingHead, sentence
from chengwen_desktop.checking.looking import Looked, Row
from chengwen_desktop.checking.table import FindingTable
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import label


class CheckingPane(QWidget):
    """The pane. In the frame it is one line where the window is low; then it shows the chosen or gravest finding."""

    fix_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._folded = False
        self._looked: Looked | None = None
        self.setAccessibleName(tr("检查"))
        self.head = CheckingHead()
        self.table = FindingTable()
        self.nothing = self._make_nothing()
        self._pages = QStackedWidget()
        for page in (self.nothing, self.table):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._pages, 1)
        self.head.looked_at.connect(self._look_at)
        self.head.fix_asked.connect(self._ask_fix)
        self.table.chosen.connect(self._on_chosen)
        self.table.fix_asked.connect(self.fix_asked)
        self._suit()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Hand the focus to what shows; as its proxy that would be all of the pane that Tab comes to."""
        has_table = bool(self.table.findings.rows) and not self._folded
        (self.table if has_table else self.head.fold).setFocus(event.reason())

    @property
    def row(self) -> Row | None:
        """The chosen finding; folded, where none is chosen, the gravest."""
        rows = self.table.findings.rows
        return self.table.row or (rows[0] if self._folded and rows else None)

    def show_looked(self, looked: Looked | None) -> None:
        """Show what was found in a draft; None: nothing has been looked at."""
        self._looked = looked
        self.head.show_looked(looked)
        self.table.show_rows(looked.rows if looked else ())
        self.nothing.setText(sentence(looked) if looked and not looked.counted else "")
        self._suit()

    def show_folded(self, folded: bool) -> None:
        """Show one line, or all."""
        self._folded = folded
        self.head.show_folded(folded)
        self._suit()

    def is_folded(self) -> bool:
        """Tell whether one line shows."""
        return self._folded

    def _look_at(self, only: object, ignored: bool) -> None:
        if isinstance(only, frozenset):
            self.table.look_at(only, ignored=ignored)  # pyright: ignore[reportUnknownArgumentType]
        self._suit()

    def _suit(self) -> None:
        """Show the table if there is anything in it."""
        has_rows = bool(self.table.findings.rows)
        self._pages.setCurrentWidget(self.table if has_rows else self.nothing)
        self._pages.setVisible(not self._folded)
        self._on_chosen()

    def _on_chosen(self) -> None:
        self.head.show_row(self.row)

    def _ask_fix(self) -> None:
        if self.row is not None:
            self.fix_asked.emit(self.row)

    def _make_nothing(self) -> QLabel:
        made = label("", "note")
        made.setContentsMargins(12, 8, 12, 8)
        made.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        made.setProperty("surface", "base")
        return made
