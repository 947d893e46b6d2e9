"""Small controls used all over the window; each has an accessible name from the start."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from chengwen_desktop.theme.current import growth

TALLEST = 560
"""Height in px up to which the page of a dialog shows whole; with the title and the foot it fits 1366 × 768."""

FOOT = 56
"""Height in px of the foot of a dialog where letters have their usual size."""

HEAD = 34
"""Height in px of the strips at the top of the three panes where letters have their usual size."""

NOTE = 0.92
"""Size of notes, of the interface font's."""


def push_button(words: str, tip: str, clicked: Callable[[], object]) -> QPushButton:
    """Return a button that does `clicked`."""
    button = QPushButton(words)
    button.setToolTip(tip)
    button.setAccessibleName(words)
    button.clicked.connect(lambda: clicked())
    return button


def link_button(words: str, tip: str, clicked: Callable[[], object]) -> QPushButton:
    """Return a button that looks like a link."""
    button = push_button(words, tip, clicked)
    button.setProperty("link", True)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return button


def label(words: str, role: str = "body") -> QLabel:
    """Return a label that breaks its lines; role is body, note (smaller, text2), faint, wrong or title."""
    made = QLabel(words)
    made.setWordWrap(True)
    made.setProperty("role", role)
    made.setFont(sized_font({"note": NOTE, "faint": NOTE, "wrong": NOTE, "title": 1.25, "hello": 1.7}.get(role, 1.0)))
    if role == "title":
        made.setFont(bold(made.font()))
    return made


def choice(name: str) -> QComboBox:
    """Return an empty list of choices with its accessible name."""
    made = QComboBox()
    name_choice(made, name)
    return made


def name_choice(box: QComboBox, name: str) -> None:
    """Give a list of choices, and what drops down from it, an accessible name."""
    box.setAccessibleName(name)
    box.view().setAccessibleName(name)


def check(words: str, tip: str) -> QCheckBox:
    """Return a box to tick."""
    made = QCheckBox(words)
    made.setToolTip(tip)
    made.setAccessibleName(words)
    return made


def sized_font(factor: float) -> QFont:
    """Return the interface font at `factor` times its size."""
    font = QFont()
    font.setPointSizeF(font.pointSizeF() * factor)
    return font


def bold(font: QFont) -> QFont:
    """Return the font in bold."""
    made = QFont(font)
    made.setBold(True)
    return made


def surface(kind: str) -> QWidget:
    """Return an empty widget with the ground `kind`: window, base, alt, head or foot."""
    made = QWidget()
    made.setProperty("surface", kind)
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return made


def empty_page(title: str, words: str, *links: QWidget) -> QWidget:
    """Return the page of a pane that has nothing to show yet: what will stand here, and ways to begin."""
    page = surface("base")
    column = QVBoxLayout(page)
    column.setContentsMargins(12, 16, 12, 12)
    column.setSpacing(4)
    head = label(title)
    head.setFont(bold(head.font()))
    for widget in (head, label(words, "note"), *links):
        column.addWidget(widget)
    column.addStretch(1)
    return page


def head_height() -> int:
    """Return the height in px of the strips at the top of the three panes, so that their lines meet."""
    return HEAD + growth()


def head_strip() -> tuple[QWidget, QHBoxLayout]:
    """Return a strip for the top of a pane and its row."""
    strip = surface("head")
    strip.setFixedHeight(head_height())
    row = QHBoxLayout(strip)
    row.setContentsMargins(12, 0, 4, 1)
    row.setSpacing(8)
    return strip, row


def dialog_foot(*buttons: QWidget, aside: QWidget | None = None) -> QWidget:
    """Return the foot of a dialog with its buttons at the right, and one that is about something else at the left."""
    foot = surface("foot")
    foot.setFixedHeight(FOOT + growth())
    row = QHBoxLayout(foot)
    row.setContentsMargins(24, 0, 24, 0)
    if aside is not None:
        row.addWidget(aside)
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    return foot


def empty(layout: QLayout, keep: int = 0) -> None:
    """Take all but the first `keep` entries out of a layout and let their widgets go."""
    while layout.count() > keep:
        widget: QWidget | None = layout.takeAt(keep).widget()
        if widget:  # a stretch has none
            widget.hide()
            widget.deleteLater()


class ElidedLabel(QWidget):
    """One line of words that ends in … where there is no room; the whole is in the tooltip."""

    def __init__(self, mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> None:
        super().__init__()
        self._words = ""
        self._mode = mode
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_words(self, words: str) -> None:
        """Show these words."""
        self._words = words
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of the whole line."""
        return QSize(self.fontMetrics().horizontalAdvance(self._words) + 2, self.fontMetrics().height() + 4)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return a size that leaves nothing but …."""
        return QSize(24, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Draw the words that fit."""
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        shown = self.fontMetrics().elidedText(self._words, self._mode, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class ElidedLink(QPushButton):
    """A link that ends in … where there is no room for its words."""

    def __init__(self, words: str, tip: str, clicked: Callable[[], object]) -> None:
        super().__init__(words)
        self._words = words
        self.setToolTip(tip)
        self.setAccessibleName(words)
        self.setProperty("link", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: clicked())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return a size that leaves nothing but …."""
        return QSize(24, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of all the words, whatever is shown of them."""
        return QSize(self.fontMetrics().horizontalAdvance(self._words) + 8, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Show the words that fit."""
        super().resizeEvent(event)
        self.setText(self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, self.width() - 4))


class PageArea(QScrollArea):
    """The page of a dialog, as high as it needs to be; what is higher than `TALLEST` scrolls."""

    def __init__(self, page: QWidget, least: int) -> None:
        super().__init__()
        self._least = least
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the size the page needs at its width, or at the least one in px."""
        needed = self.widget().minimumSizeHint()
        width = max(self._least, needed.width())
        layout = self.widget().layout()
        has_lines = layout is not None and layout.hasHeightForWidth()
        height = layout.totalHeightForWidth(max(width, self.width())) if has_lines and layout else needed.height()
        bar = self.verticalScrollBar().sizeHint().width() if height > TALLEST else 0
        return QSize(width + bar, min(height, TALLEST))

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size the page needs."""
        return self.minimumSizeHint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Grow with the page."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class FieldEdit(QLineEdit):
    """A line of a form; undo and redo are the draft's, not its own."""

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window."""
        return _leave_undo(event) or super().event(event)


class ParagraphsEdit(QPlainTextEdit):
    """Several paragraphs of a form; undo and redo are the draft's, Tab goes to the next field."""

    def __init__(self, rows: int) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * rows + 16)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window."""
        return _leave_undo(event) or super().event(event)

    def is_composing(self) -> bool:
        """Tell whether an input method has not committed yet."""
        return bool(self.textCursor().block().layout().preeditAreaText())


def is_undo(event: QKeyEvent) -> bool:
    """Tell whether the keys mean 撤销 or 重做."""
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


def _leave_undo(event: QEvent) -> bool:
    if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and is_undo(event):
        event.ignore()
        return True
    return False
