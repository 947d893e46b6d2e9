"""The four steps at the left of the dialog: which is done, which is at hand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from chengwen_desktop.theme.current import tokens
from chengwen_desktop.translation import marked, tr
from chengwen_desktop.widgets import NOTE, label, sized_font, surface

STEPS = (marked("文种"), marked("印发通知"), marked("要素"), marked("起步条款"))
WIDTH = 168
CIRCLE = 20
"""Px of the circle with a step's number."""


class StepButton(QAbstractButton):
    """A step; a click goes there if nothing before it needs care."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self._note = ""
        self._is_current = self._is_done = False
        self.setText(tr(STEPS[number]))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_state(self, note: str, *, is_current: bool, is_done: bool) -> None:
        """Show what was chosen in the step, and how far it is."""
        self._note, self._is_current, self._is_done = note, is_current, is_done
        where = tr("正在这一步") if is_current else tr("已完成") if is_done else tr("还没有到")
        words = [tr("第 {number} 步 {name}", number=self._number + 1, name=self.text()), note, where]
        self.setAccessibleName(tr("，").join(filter(None, words)))
        self.setToolTip(note)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return room for two lines."""
        return QSize(WIDTH, max(48, round(self.fontMetrics().height() * 2.1) + 8))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Paint ground, circle, name and note."""
        colours, painter = tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._is_current or self.underMouse():
            painter.fillRect(self.rect(), QColor(colours.sel if self._is_current else colours.hover))
        circle = QRectF(16, (self.height() - CIRCLE) / 2, CIRCLE, CIRCLE)
        painter.setPen(QPen(QColor(colours.accent if self._is_current else colours.text3), 1.25))
        painter.setBrush(QColor(colours.accent) if self._is_current else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle)
        painter.setPen(QPen(QColor(colours.on_accent if self._is_current else colours.text2), 1.5))
        if self._is_done and not self._is_current:
            middle = circle.center()
            corner = middle + QPointF(-1, 3)
            painter.drawLine(middle + QPointF(-4, 0), corner)
            painter.drawLine(corner, middle + QPointF(5, -4))
        else:
            painter.setFont(sized_font(NOTE))
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._number + 1))
        self._paint_words(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 3, 3)

    def _paint_words(self, painter: QPainter) -> None:
        left = 16 + CIRCLE + 12
        box = QRect(left, 4, self.width() - left - 8, self.height() - 8)
        painter.setFont(self.font())
        painter.setPen(QColor(tokens().text))
        if not self._note:
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
            return
        half = box.height() // 2
        upper, lower = box.adjusted(0, 0, 0, half - box.height()), box.adjusted(0, half, 0, 0)
        painter.drawText(upper, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, self.text())
        painter.setFont(sized_font(NOTE))
        painter.setPen(QColor(tokens().text2))
        note = painter.fontMetrics().elidedText(self._note, Qt.TextElideMode.ElideRight, lower.width())
        painter.drawText(lower, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, note)


class StepsPane(QWidget):
    """The steps, and below them that nothing is lost by closing."""

    def __init__(self, asked: Callable[[int], object]) -> None:
        super().__init__()
        self.setProperty("surface", "alt")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.buttons = [StepButton(number) for number in range(len(STEPS))]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 12)
        column.setSpacing(0)
        for number, button in enumerate(self.buttons):
            button.clicked.connect(lambda _=False, number=number: asked(number))
            column.addWidget(button)
        column.addStretch(1)
        note = label(tr("填到一半可以关上，下次从这里接着填。"), "note")
        note.setContentsMargins(16, 0, 12, 0)
        column.addWidget(note)
        self.setFixedWidth(max(WIDTH, self.fontMetrics().horizontalAdvance("中") * 12))

    def show_step(self, at: int, notes: list[str]) -> None:
        """Show which step is at hand, and what was chosen in those before."""
        for number, button in enumerate(self.buttons):
            button.show_state(notes[number], is_current=number == at, is_done=number < at)


def line() -> QWidget:
    """Return an upright line between two panes."""
    made = surface("line")
    made.setFixedWidth(1)
    return made
