"""Rows of a list: an icon and one line of words, on the ground that all lists of the program have."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from chengwen_desktop.rows import paint_ground, read_row, row_height
from chengwen_desktop.theme.current import tokens

Index = QModelIndex | QPersistentModelIndex
ROW = 32
ICON = 18
MARGIN = 10


class PlainRows(QStyledItemDelegate):
    """Paints the rows; words that are too long end in …."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, icon and words."""
        row = read_row(option)
        painter.save()
        paint_ground(painter, row, tokens().base)
        left = row.rect.left() + MARGIN
        glyph = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(glyph, QIcon):
            glyph.paint(painter, QRect(left, row.rect.center().y() - ICON // 2 + 1, ICON, ICON))
            left += ICON + MARGIN - 2
        enabled = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        place = QRect(left, row.rect.top(), row.rect.right() - left - MARGIN // 2, row.rect.height())
        painter.setFont(row.font)
        painter.setPen(QColor(tokens().text if enabled else tokens().text2))
        words = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Return the height of a row; its width is the list's."""
        given = index.data(Qt.ItemDataRole.SizeHintRole)
        return given if isinstance(given, QSize) else QSize(0, row_height(read_row(option).view, ROW))
