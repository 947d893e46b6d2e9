"""A list of rows with one line of words each, on the grounds that all our lists have."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem

from chengwen_desktop.rows import paint_ground, read_row, row_height
from chengwen_desktop.theme.current import tokens

ROW = 28
_MARGIN = 12

Index = QModelIndex | QPersistentModelIndex


def plain_list(name: str) -> QListWidget:
    """Return an empty list with its accessible name."""
    made = QListWidget()
    made.setAccessibleName(name)
    made.setFrameShape(QListWidget.Shape.NoFrame)
    made.setItemDelegate(_Delegate(made))
    made.setUniformItemSizes(True)
    made.setMouseTracking(True)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made


def fill(rows: QListWidget, words: Iterable[str]) -> None:
    """Put these rows into a list; their whole words are in the tooltips."""
    for one in words:
        item = QListWidgetItem(one)
        item.setToolTip(one)
        rows.addItem(item)


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, ARG002
        """Return the height of a row."""
        return QSize(0, row_height(read_row(option).view, ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the ground and the words, … where there is no room for all."""
        row = read_row(option)
        painter.save()
        paint_ground(painter, row, tokens().base)
        painter.setPen(QColor(tokens().text))
        painter.setFont(row.font)
        box = row.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        words = painter.fontMetrics().elidedText(
            str(index.data(Qt.ItemDataRole.DisplayRole)), Qt.TextElideMode.ElideRight, box.width()
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.restore()
