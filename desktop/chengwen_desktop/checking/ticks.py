"""Where in the draft the findings are: ticks beside the thumb of the page's scroll bar, the longer the graver."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QTextEdit, QWidget

from chengwen_desktop.theme.marks import Severity, severity_colour

LENGTHS = {Severity.ERROR: 10.0, Severity.WARNING: 7.0, Severity.HINT: 4.0}
THICK = 2.0
"""Lengths and thickness in px."""


class Ticks(QWidget):
    """The ticks; the pointer goes through them to the scroll bar."""

    def __init__(self, page: QTextEdit) -> None:
        super().__init__(page.verticalScrollBar())
        self._page = page
        self._gravest: dict[int, Severity] = {}
        self._places: list[tuple[float, Severity]] = []
        self._placed_in: tuple[float, int] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page.verticalScrollBar().installEventFilter(self)
        self.resize(page.verticalScrollBar().size())

    def show_ticks(self, gravest: Mapping[int, Severity]) -> None:
        """Show where findings stand: the gravest severity in each paragraph, by its number."""
        self._gravest, self._placed_in = dict(gravest), None
        self.update()

    def places(self) -> list[tuple[float, Severity]]:
        """Return the height of each tick in px, and its severity."""
        whole = max(1.0, self._page.document().documentLayout().documentSize().height())
        if self._placed_in != (whole, self.height()):
            self._placed_in, self._places = (whole, self.height()), self._place(whole)
        return self._places

    def _place(self, whole: float) -> list[tuple[float, Severity]]:
        document = self._page.document()
        found: list[tuple[float, Severity]] = []
        for number, severity in self._gravest.items():
            block = document.findBlockByNumber(number)
            if block.isValid():
                top = document.documentLayout().blockBoundingRect(block).top()
                found.append((top / whole * (self.height() - THICK), severity))
        return found

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Paint the ticks from the right edge inwards."""
        painter = QPainter(self)
        for top, severity in self.places():
            length = LENGTHS[severity]
            painter.fillRect(QRectF(self.width() - length - 1, top, length, THICK), severity_colour(severity))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Stay as large as the scroll bar."""
        if event.type() == QEvent.Type.Resize:
            self.resize(self._page.verticalScrollBar().size())
        return super().eventFilter(watched, event)
