"""What stands above and below a clause shown as differences: the classes of changes, and what the lines mean."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from chengwen_desktop.clause.beside import CHANGES, Beside, counts
from chengwen_desktop.clause.paragraphs import Mark
from chengwen_desktop.clause.view import GROUNDS, LINES
from chengwen_desktop.search.flow import FlowLayout
from chengwen_desktop.theme import current
from chengwen_desktop.theme.icons import icon
from chengwen_desktop.translation import before_key, marked, tr
from chengwen_desktop.widgets import NOTE, empty, label, push_button, sized_font
from chengwen_index.comparing.diff import Change

LEGEND = ((Mark.ADDED, marked("下划线"), marked("取后增加")), (Mark.REMOVED, marked("删除线"), marked("取后删去")))


class ChangeChips(QWidget):
    """A button for each class of changes, the weightiest first; it goes to the next of its class. `wanted`: which."""

    wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._found: Beside | None = None
        self._at: int | None = None
        self._row = FlowLayout(self)
        self._row.setContentsMargins(12, 8, 12, 0)
        self.setAccessibleName(tr("差异的种类"))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_beside(self, found: Beside | None) -> None:
        """Show the classes of these differences."""
        self._found, self._at = found, None
        empty(self._row)
        if found is None:
            return
        for change, count in counts(found):
            chip = push_button(f"{tr(CHANGES[change])} {count}", "", lambda change=change: self._go_on(change))
            chip.setToolTip(tr("{change}的差异 {count} 处，点一下到下一处", change=tr(CHANGES[change]), count=count))
            chip.setProperty("facet", True)
            chip.setFont(sized_font(NOTE))
            self._row.addWidget(chip)
        if not found.parts:
            self._row.addWidget(label(tr("没有差异"), "note"))
        self.updateGeometry()

    def _go_on(self, change: Change) -> None:
        parts = self._found.parts if self._found else ()
        numbers = [number for number, part in enumerate(parts) if change in part.changes]
        after = [number for number in numbers if self._at is None or number > self._at]
        self._at = (after or numbers)[0]
        self.wanted.emit(self._at)


class Legend(QWidget):
    """One line that says what the lines mean, drawn as they are."""

    def __init__(self, entries: tuple[tuple[Mark, str, str], ...] | None = None) -> None:
        super().__init__()
        self._entries = entries or tuple((mark, tr(line), tr(meaning)) for mark, line, meaning in LEGEND)
        self.setFont(sized_font(NOTE))
        self.setAccessibleName(tr("，").join(f"{line} {meaning}" for _, line, meaning in self._entries))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of a line."""
        metrics = self.fontMetrics()
        width = sum(metrics.horizontalAdvance(line + meaning) + 24 for _, line, meaning in self._entries)
        return QSize(width, metrics.height() + 8)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Draw the words."""
        painter, left, metrics = QPainter(self), 0.0, self.fontMetrics()
        tokens = current.tokens()
        for mark, line, meaning in self._entries:
            role, thickness = LINES[mark]
            width = metrics.horizontalAdvance(line)
            box = QRectF(left, 2, width, metrics.height() + 3)
            painter.fillRect(box, QColor(getattr(tokens, GROUNDS[mark])))
            painter.setPen(QPen(QColor(getattr(tokens, role)), thickness))
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, line)
            below = 3.0 if mark is Mark.ADDED else -metrics.ascent() * 0.34
            height = box.top() + metrics.ascent() + below
            painter.drawLine(QPointF(left, height), QPointF(left + width, height))
            painter.setPen(QColor(tokens.text2))
            after = QRectF(left + width + 4, 2, metrics.horizontalAdvance(meaning) + 2, metrics.height())
            painter.drawText(after, Qt.AlignmentFlag.AlignTop, meaning)
            left = after.right() + 16


class Steps(QWidget):
    """Which difference has the frame, and the way to the next: 6 / 7 处 ‹ ›. `wanted` carries 1 or -1."""

    wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.words = label("", "note")
        self.words.setWordWrap(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.words)
        row.addSpacing(4)
        for glyph, words, by in (
            ("caret-left", tr("上一处差异（Alt+←）"), -1),
            ("caret-right", tr("下一处差异（Alt+→）"), 1),
        ):
            row.addWidget(self._arrow(glyph, words, by))

    def show_place(self, at: int | None, count: int) -> None:
        """Show that the difference `at`, counted from 0, of `count` has the frame."""
        place = tr("{at} / {count} 处", at=at + 1, count=count) if at is not None else ""
        self.words.setText(place)
        self.setVisible(count > 0)

    def _arrow(self, glyph: str, words: str, by: int) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(glyph))
        button.setToolTip(words)
        button.setAccessibleName(before_key(words))
        button.setProperty("words", False)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.wanted.emit(by))
        return button
