"""What all lists and trees share: the height of a row and its ground."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QColor, QCursor, QFont, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QTreeView, QWidget

from chengwen_desktop.theme.current import tokens
from chengwen_desktop.theme.icons import icon


@dataclass(frozen=True, slots=True)
class Row:
    """A row as its delegate is given it."""

    rect: QRect
    font: QFont
    view: QWidget | None
    chosen: bool
    hovered: bool


def read_row(option: QStyleOptionViewItem) -> Row:
    """Return what a delegate's option holds."""
    given: Any = option  # PySide's stubs leave out the members of style options
    return Row(
        rect=QRect(given.rect),
        font=QFont(given.font),
        view=given.widget,
        chosen=bool(given.state & QStyle.StateFlag.State_Selected),
        hovered=bool(given.state & QStyle.StateFlag.State_MouseOver),
    )


def row_height(view: QWidget | None, figure: int) -> int:
    """Return the height in px of a row: the figure of the design or what the font needs."""
    needed = view.fontMetrics().height() + 8 if view else 0
    return max(figure, needed)


def paint_ground(painter: QPainter, row: Row, plain: str) -> None:
    """Paint the row's ground over the whole width: chosen (with an edge where the focus is), pointed at, or plain."""
    width = row.view.viewport().width() if isinstance(row.view, QAbstractItemView) else row.rect.width()
    ground = QRect(0, row.rect.top(), width, row.rect.height())
    focused = row.view is not None and row.view.hasFocus()
    chosen = tokens().sel if focused else tokens().sel_off
    colour = chosen if row.chosen else tokens().hover if row.hovered else plain
    painter.fillRect(ground, QColor(colour))
    if row.chosen and focused:
        painter.fillRect(QRect(0, ground.top(), 3, ground.height()), QColor(tokens().accent))


def begin_tree_row(
    tree: QTreeView,
    painter: QPainter,
    option: QStyleOptionViewItem,
    index: QModelIndex | QPersistentModelIndex,
    plain: str,
    twisty: int,
) -> tuple[Row, QModelIndex]:
    """Paint the ground of a tree's row over the whole width, and its twisty so many px left of the words.

    Return the row with the rectangle of its words, and the place of its first column.
    """
    place = tree.model().index(index.row(), 0, index.parent())
    row = replace(
        read_row(option),
        view=tree,
        chosen=tree.selectionModel().isSelected(place),
        hovered=tree.indexAt(tree.viewport().mapFromGlobal(QCursor.pos())) == place,
    )
    paint_ground(painter, row, plain)
    words = tree.visualRect(place)
    if tree.model().hasChildren(place):
        glyph = icon("caret-down" if tree.isExpanded(place) else "caret-right", "text3")
        glyph.paint(painter, QRect(words.left() - twisty, words.center().y() - 5, 12, 12))
    return replace(row, rect=words), place
