"""Rows of two lines: a name and a few words on it; some can be ticked."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from chengwen_desktop.rows import paint_ground, read_row
from chengwen_desktop.theme.current import tokens
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import NOTE, bold, sized_font

NOTE_ROLE = Qt.ItemDataRole.UserRole + 1
COUNT_ROLE = Qt.ItemDataRole.UserRole + 2
DATA_ROLE = Qt.ItemDataRole.UserRole

BOX = 14
"""Px of a tick box."""


class TwoLines(QStyledItemDelegate):
    """Paints a row: the name, below it its note over at most so many lines, at the right a count."""

    def __init__(self, parent: QWidget, lines: int = 1, *, strong: bool = True, inset: int = 12) -> None:
        super().__init__(parent)
        self._lines, self._strong, self._inset = lines, strong, inset

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        """Return the height that the lines need."""
        row = read_row(option)
        height = row.view.fontMetrics().height() if row.view else 16
        note = str(index.data(NOTE_ROLE) or "")
        metrics = QFontMetrics(sized_font(NOTE))
        room = (row.view.width() if row.view else 400) - 2 * self._inset - 12
        room -= BOX + 8 if index.data(Qt.ItemDataRole.CheckStateRole) is not None else 0
        lines = min(self._lines, 1 + metrics.horizontalAdvance(note) // max(room, 1)) if note else 0
        return QSize(100, round(height + 10 + (metrics.lineSpacing() * lines + 4 if lines else 0)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the row."""
        row = read_row(option)
        paint_ground(painter, row, tokens().base)
        box = row.rect.adjusted(self._inset, 5, -self._inset, -4)
        ticked = index.data(Qt.ItemDataRole.CheckStateRole)
        if ticked is not None:
            self._paint_tick(painter, box, Qt.CheckState(ticked) == Qt.CheckState.Checked)
            box.setLeft(box.left() + BOX + 8)
        count = str(index.data(COUNT_ROLE) or "")
        painter.setFont(sized_font(NOTE))
        painter.setPen(QColor(tokens().text2))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, count)
        name = QRect(box)
        name.setRight(box.right() - (painter.fontMetrics().horizontalAdvance(count) + 8 if count else 0))
        font = bold(row.font) if self._strong else QFont(row.font)
        painter.setFont(font)
        painter.setPen(QColor(tokens().text))
        words = painter.fontMetrics().elidedText(
            str(index.data(Qt.ItemDataRole.DisplayRole)), Qt.TextElideMode.ElideRight, name.width()
        )
        painter.drawText(name, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, words)
        self._paint_note(
            painter, box.adjusted(0, painter.fontMetrics().height() + 2, 0, 2), str(index.data(NOTE_ROLE) or "")
        )

    def _paint_note(self, painter: QPainter, box: QRect, note: str) -> None:
        painter.setFont(sized_font(NOTE))
        painter.setPen(QColor(tokens().text2))
        metrics = painter.fontMetrics()
        room = box.width() * self._lines - (20 if self._lines > 1 else 0)
        words = metrics.elidedText(note, Qt.TextElideMode.ElideRight, room)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWrapAnywhere
        painter.drawText(box, int(flags), words)

    def _paint_tick(self, painter: QPainter, box: QRect, ticked: bool) -> None:
        colours = tokens()
        square = QRect(box.left(), box.top() + 2, BOX, BOX)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.accent if ticked else colours.text3), 1))
        painter.setBrush(QColor(colours.accent if ticked else colours.base))
        painter.drawRoundedRect(square, 3, 3)
        if ticked:
            painter.setPen(QPen(QColor(colours.on_accent), 2))
            middle = square.center()
            painter.drawLine(square.left() + 3, middle.y(), middle.x() - 1, square.bottom() - 4)
            painter.drawLine(middle.x() - 1, square.bottom() - 4, square.right() - 2, square.top() + 4)
        painter.restore()


def item(name: str, note: str, data: object, count: str = "") -> QListWidgetItem:
    """Return a row."""
    made = QListWidgetItem(name)
    made.setData(NOTE_ROLE, note)
    made.setData(DATA_ROLE, data)
    made.setData(COUNT_ROLE, count)
    made.setData(Qt.ItemDataRole.AccessibleTextRole, tr("，").join(filter(None, (name, note, count))))
    made.setToolTip(note)
    return made


def two_line_list(name: str, lines: int = 1, *, strong: bool = True, inset: int = 12) -> QListWidget:
    """Return an empty list whose rows have two lines."""
    made = QListWidget()
    made.setAccessibleName(name)
    made.setItemDelegate(TwoLines(made, lines, strong=strong, inset=inset))
    made.setFrameShape(QListWidget.Shape.NoFrame)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
    made.setResizeMode(QListWidget.ResizeMode.Adjust)
    made.setMouseTracking(True)
    return made
