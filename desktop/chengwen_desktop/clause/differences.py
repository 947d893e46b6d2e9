"""What stands above and below a clause shown as differences: the classes of changes, and what the lines mean."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from chengwen_desktop.clause.beside import CHANGES, Beside, counts
from chengwen_desktop.clause.paragraphs import Mark
from chengwen_desktop.clause.view import GROUNDS, LINES
from chengwen_desktop.search.flow import FlowLayout
from chengwen_desktop.theme import current
from chengwen_desktop.widgets import NOTE, empty, label, push_button, sized_font
from chengwen_index.comparing.diff import Change

LEGEND = ((Mark.ADDED, "下划线", "取后增加"), (Mark.REMOVED, "删除线", "取后删去"))


class ChangeChips(QWidget):
    """A button for each class of changes, the weightiest first; it goes to the next of its class. `wanted`: which."""

    wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._found: Beside | None = None
        self._at: int | None = None
        self._row = FlowLayout(self)
        self._row.setContentsMargins(12, 8, 12, 0)
        self.setAccessibleName("差异的种类")
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
            chip = push_button(f"{CHANGES[change]} {count}", "", lambda change=change: self._go_on(change))
            chip.setToolTip(f"{CHANGES[change]}的差异 {count} 处，点一下到下一处")
            chip.setProperty("facet", True)
            chip.setFont(sized_font(NOTE))
            self._row.addWidget(chip)
        if not found.parts:
            self._row.addWidget(label("没有差异", "note"))
        self.updateGeometry()

    def _go_on(self, change: Change) -> None:
        parts = self._found.parts if self._found else ()
        numbers = [number for number, part in enumerate(parts) if change in part.changes]
        after = [number for number in numbers if self._at is None or number > self._at]
        self._at = (after or numbers)[0]
        self.wanted.emit(self._at)


class Legend(QWidget):
    """One line that says what the lines mean, drawn as they are."""

    def __init__(self) -> None:
        super().__init__()
        self.setFont(sized_font(NOTE))
        self.setAccessibleName("，".join(f"{line} {meaning}" for _, line, meaning in LEGEND))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of a line."""
        metrics = self.fontMetrics()
        width = sum(metrics.horizontalAdvance(line + meaning) + 24 for _, line, meaning in LEGEND)
        return QSize(width, metrics.height() + 8)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Draw the words."""
        painter, left, metrics = QPainter(self), 0.0, self.fontMetrics()
        tokens = current.tokens()
        for mark, line, meaning in LEGEND:
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
