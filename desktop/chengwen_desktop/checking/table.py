"""The table of findings: what keys and mouse do in it, and how a row looks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFontMetrics, QKeyEvent, QKeySequence, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from chengwen_desktop.checking.looking import Row
from chengwen_desktop.checking.model import ROW, FindingModel
from chengwen_desktop.rows import paint_ground, read_row, row_height
from chengwen_desktop.theme import current
from chengwen_desktop.theme.current import tokens
from chengwen_desktop.theme.marks import Severity, paint_severity
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import NOTE, sized_font

HEIGHT, MARK, EDGE, GAP = 30, 16, 12, 16
"""Height of a row, size of its mark, distances: px."""

MOST_PLACE, MOST_FIX, LEAST_BASIS = 120, 168, 56
"""Greatest widths of the columns; the least of a basis that is shown at all: px."""

KEY = "Alt+Enter"
WITH_KEY = 860
"""Width in px of a table that shows the key beside the chosen row's fix."""

Index = QModelIndex | QPersistentModelIndex
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OURS = (Qt.Key.Key_Delete, Qt.Key.Key_F1)


class FindingTable(QListView):
    """The table. Every signal carries the row: gone to, to be mended, passed over, explained, copied; or its menu."""

    chosen = Signal()
    opened = Signal(object)
    fix_asked = Signal(object)
    ignore_asked = Signal(object)
    explain_asked = Signal(object)
    copy_asked = Signal(object)
    menu_asked = Signal(object, QPoint)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.findings = FindingModel(self)
        self.setModel(self.findings)
        self.columns = Columns(self)
        self._delegate = _Delegate(self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(tr("检查发现的问题"))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.selectionModel().currentChanged.connect(self.chosen)
        current.changed.connect(self.viewport().update)

    @property
    def row(self) -> Row | None:
        """The finding that is chosen."""
        found = self.currentIndex().data(ROW)
        return found if isinstance(found, Row) else None

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other findings; what is chosen and how far the table is scrolled stays as it is."""
        self._keeping(lambda: self.findings.take(rows))

    def look_at(self, only: frozenset[Severity], *, ignored: bool) -> None:
        """Look at these severities alone, or at what was passed over."""
        self._keeping(lambda: self.findings.look_at(only, ignored=ignored))

    def choose(self, number: int) -> None:
        """Choose a row by its place, from 0."""
        self.setCurrentIndex(self.findings.index(number, 0))

    def _keeping(self, change: Callable[[], None]) -> None:
        before, number, height = self.row, self.currentIndex().row(), self.verticalScrollBar().value()
        change()
        rows = self.findings.rows
        self.columns.measure(rows)
        same = [place for place, row in enumerate(rows) if before is not None and row.known_by == before.known_by]
        place = min(same, key=lambda place: abs(place - number), default=min(number, len(rows) - 1))
        if before is not None and place >= 0:
            self.choose(place)
        self.verticalScrollBar().setValue(height)
        self.chosen.emit()
        self.viewport().update()

    def event(self, event: QEvent) -> bool:
        """Take our keys before the window's commands do."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            ours = event.key() in _OURS and not event.modifiers()
            if ours or _is_fix(event) or event.matches(QKeySequence.StandardKey.Copy):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter goes to the place, Alt+Enter mends, Delete passes over, F1 explains, Esc leaves."""
        row = self.row
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif row is None:
            super().keyPressEvent(event)
        elif _is_fix(event):
            self.fix_asked.emit(row)
        elif event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.opened.emit(row)
        elif event.key() == Qt.Key.Key_Delete:
            self.ignore_asked.emit(row)
        elif event.key() == Qt.Key.Key_F1:
            self.explain_asked.emit(row)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit(row)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Mend with a click on the fix, go to the place with one anywhere else."""
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        row = self.indexAt(place).data(ROW)
        if event.button() != Qt.MouseButton.LeftButton or not isinstance(row, Row):
            return
        if self._is_on_fix(place, row):
            self.fix_asked.emit(row)
        else:
            self.opened.emit(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Show a hand over a fix."""
        super().mouseMoveEvent(event)
        place = event.position().toPoint()
        row = self.indexAt(place).data(ROW)
        on_fix = isinstance(row, Row) and self._is_on_fix(place, row)
        shape = Qt.CursorShape.PointingHandCursor if on_fix else Qt.CursorShape.ArrowCursor
        if self.viewport().cursor().shape() is not shape:
            self.viewport().setCursor(shape)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Ask for the menu of the chosen row."""
        if self.row is None:
            return
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft() + QPoint(EDGE, 0))
        self.menu_asked.emit(self.row, place)

    def _is_on_fix(self, place: QPoint, row: Row) -> bool:
        rect = self.columns.fix(self.visualRect(self.indexAt(place)))
        return bool(row.fix) and rect.left() <= place.x() <= rect.left() + self.columns.width_of_fix(row)


class Columns:
    """Where the columns stand: message and basis take what place and fix leave."""

    def __init__(self, table: QListView) -> None:
        self._table = table
        self._place, self._fix = 0, 0

    def measure(self, rows: Sequence[Row]) -> None:
        """Make the columns as wide as their words, up to their limits."""
        metrics = self._table.fontMetrics()
        self._place = _widest(metrics, {row.place for row in rows}, MOST_PLACE)
        self._fix = _widest(metrics, {row.fix for row in rows}, MOST_FIX)

    @property
    def has_key(self) -> bool:
        """Whether there is room for the key."""
        return bool(self._fix) and self._table.viewport().width() >= WITH_KEY

    def width_of_fix(self, row: Row) -> int:
        """Return the width of a row's fix."""
        return min(self._table.fontMetrics().horizontalAdvance(row.fix), self._fix)

    def key(self, row: QRect) -> QRect:
        """Return where the key stands."""
        width = self._table.fontMetrics().horizontalAdvance(KEY) if self.has_key else 0
        return QRect(row.right() + 1 - EDGE - width, row.top(), width, row.height())

    def fix(self, row: QRect) -> QRect:
        """Return where the fix stands."""
        right = self.key(row).left() - (GAP if self.has_key else 0)
        return QRect(right - self._fix, row.top(), self._fix, row.height())

    def place(self, row: QRect) -> QRect:
        """Return where the place stands."""
        right = self.fix(row).left() - (GAP if self._fix else 0)
        return QRect(right - self._place, row.top(), self._place, row.height())

    def mark(self, row: QRect) -> QRectF:
        """Return where the mark stands."""
        return QRectF(row.left() + EDGE, row.center().y() - MARK / 2 + 0.5, MARK, MARK)

    def message(self, row: QRect) -> QRect:
        """Return where message and basis stand."""
        left = row.left() + EDGE + MARK + 8
        return QRect(left, row.top(), max(0, self.place(row).left() - GAP - left), row.height())


class _Delegate(QStyledItemDelegate):
    def __init__(self, table: FindingTable) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, ARG002
        """Return a row of the height that the font asks for."""
        return QSize(120, row_height(self._table, HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw mark, message with its basis, place and fix."""
        drawn, row = read_row(option), index.data(ROW)
        if not isinstance(row, Row):
            return
        painter.save()
        paint_ground(painter, drawn, tokens().base)
        painter.fillRect(drawn.rect.left(), drawn.rect.bottom(), drawn.rect.width(), 1, QColor(tokens().hair))
        columns = self._table.columns
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_severity(painter, columns.mark(drawn.rect), row.severity)
        painter.setFont(drawn.font)
        self._paint_message(painter, columns.message(drawn.rect), row)
        _write(painter, columns.place(drawn.rect), row.place, tokens().text2)
        _write(painter, columns.fix(drawn.rect), row.fix, tokens().accent)
        if drawn.chosen and row.fix and columns.has_key:
            _write(painter, columns.key(drawn.rect), KEY, tokens().text3)
        painter.restore()

    def _paint_message(self, painter: QPainter, box: QRect, row: Row) -> None:
        """Draw the message, and behind it, where there is room, what it rests on."""
        _write(painter, box, row.finding.message, tokens().text)
        used = painter.fontMetrics().horizontalAdvance(row.finding.message) + GAP
        rest = box.adjusted(used, 0, 0, 0)
        if rest.width() >= LEAST_BASIS:
            painter.setFont(sized_font(NOTE))
            _write(painter, rest, row.basis, tokens().text3)
            painter.setFont(self._table.font())


def _is_fix(event: QKeyEvent) -> bool:
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in _ENTER and modifiers == Qt.KeyboardModifier.AltModifier


def _write(painter: QPainter, box: QRect, words: str, colour: str) -> None:
    painter.setPen(QColor(colour))
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def _widest(metrics: QFontMetrics, words: set[str], most: int) -> int:
    return min(max((metrics.horizontalAdvance(one) for one in words), default=0), most)
