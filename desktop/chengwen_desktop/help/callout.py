"""A note that points at a part of the window, and the frame round that part."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from chengwen_desktop.theme.current import growth, tokens
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import bold, label, push_button

WIDTH, GAP, POINTER, EDGE = 320, 14, 8, 12


class Spotlight(QWidget):
    """A frame of 2 px round a part of the window; it lets the pointer through."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Draw the frame."""
        painter = QPainter(self)
        painter.setPen(QPen(QColor(tokens().accent), 2))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))


class Callout(QFrame):
    """The note. `turned` carries +1 or -1, `ended` says that no more is wanted."""

    turned = Signal(int)
    ended = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._pointer: QPolygon | None = None
        self.setFixedWidth(WIDTH + 12 * growth())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.title = label("")
        self.title.setFont(bold(self.title.font()))
        self.words = label("")
        self.count = label("", "faint")
        self.back_button = push_button(tr("上一步"), tr("上一步（←）"), lambda: self.turned.emit(-1))
        self.next_button = push_button(tr("下一步"), tr("下一步（→）"), lambda: self.turned.emit(1))
        self.end_button = push_button(tr("结束"), tr("结束（Esc）"), self.ended.emit)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.count)
        buttons.addStretch(1)
        for button in (self.end_button, self.back_button, self.next_button):
            buttons.addWidget(button)
            button.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(16 + POINTER, 12 + POINTER, 16 + POINTER, 12 + POINTER)
        column.setSpacing(8)
        for widget in (self.title, self.words):
            column.addWidget(widget)
        column.addLayout(buttons)
        self.hide()

    def say(self, title: str, words: str, number: int, count: int) -> None:
        """Show the words of step `number`, counted from 0."""
        is_last = number == count - 1
        self.title.setText(title)
        self.words.setText(words)
        self.count.setText(f"{number + 1} / {count}")
        self.setAccessibleName(tr("{title}，{at} / {count}", title=title, at=number + 1, count=count))
        self.setAccessibleDescription(words)
        self.back_button.setEnabled(number > 0)
        self.next_button.setVisible(not is_last)
        for button, primary in ((self.next_button, not is_last), (self.end_button, is_last)):
            button.setProperty("primary", primary)
            button.style().polish(button)
        self.setFixedHeight(self.heightForWidth(self.width()))

    def take_focus(self) -> None:
        """Put the focus on the button that goes on."""
        button = self.next_button if self.next_button.isVisibleTo(self) else self.end_button
        button.setFocus(Qt.FocusReason.PopupFocusReason)

    def point_at(self, target: QRect | None, room: QSize) -> None:
        """Stand beside `target` (in the window's coordinates) where there is room, or in the middle of the window."""
        place, tip = _beside(target, self.size(), room) if target else (None, None)
        middle = QPoint((room.width() - self.width()) // 2, (room.height() - self.height()) // 2)
        self.move(place if place is not None else middle)
        self._pointer = _pointer(tip - self.pos(), self.size()) if tip is not None else None
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Esc ends, ← and → turn; buttons would make something else of the arrows."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            match event.key():
                case Qt.Key.Key_Escape:
                    self.ended.emit()
                case Qt.Key.Key_Right if self.next_button.isVisible():
                    self.turned.emit(1)
                case Qt.Key.Key_Left if self.back_button.isEnabled():
                    self.turned.emit(-1)
                case _:
                    return super().eventFilter(watched, event)
            return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Draw the ground with its edge, and the pointer."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens().accent), 1))
        painter.setBrush(QColor(tokens().raised))
        painter.drawRoundedRect(self.rect().adjusted(POINTER, POINTER, -POINTER, -POINTER), 3, 3)
        if self._pointer is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens().accent))
            painter.drawPolygon(self._pointer)


def _beside(target: QRect, size: QSize, room: QSize) -> tuple[QPoint, QPoint | None]:
    """Return where the note stands and the point it points at; over a part that fills the window it has no pointer."""
    across = min(max(target.center().x() - size.width() // 2, EDGE), room.width() - size.width() - EDGE)
    down = min(max(target.top() + min(target.height(), 240) // 2 - size.height() // 2, EDGE + 32), room.height())
    down = min(down, room.height() - size.height() - EDGE)
    middle = down + size.height() // 2
    tip_x = min(max(target.center().x(), across + 24), across + size.width() - 24)
    places = (
        (QPoint(target.right() + GAP - POINTER, down), QPoint(target.right() + GAP - POINTER, middle)),
        (
            QPoint(target.left() - size.width() - GAP + POINTER, down),
            QPoint(target.left() - GAP + POINTER - 1, middle),
        ),
        (QPoint(across, target.bottom() + GAP - POINTER), QPoint(tip_x, target.bottom() + GAP - POINTER)),
        (
            QPoint(across, target.top() - size.height() - GAP + POINTER),
            QPoint(tip_x, target.top() - GAP + POINTER - 1),
        ),
    )
    inside = QRect(QPoint(0, 0), room)
    for place, tip in places:
        if inside.contains(QRect(place, size)):
            return place, tip
    corner = QPoint(target.right() - size.width() - EDGE, target.bottom() - size.height() - EDGE)
    return corner, None


def _pointer(tip: QPoint, size: QSize) -> QPolygon:
    """Return the triangle from the note's edge to its tip; `tip` is in the note's coordinates."""
    if tip.x() <= 0 or tip.x() >= size.width() - 1:
        base = POINTER if tip.x() <= 0 else size.width() - POINTER
        return QPolygon([tip, QPoint(base, tip.y() - POINTER), QPoint(base, tip.y() + POINTER)])
    base = POINTER if tip.y() <= 0 else size.height() - POINTER
    return QPolygon([tip, QPoint(tip.x() - POINTER, base), QPoint(tip.x() + POINTER, base)])
