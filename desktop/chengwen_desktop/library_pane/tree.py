"""The tree's looks and keys."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from chengwen_desktop.library_pane.grouping import Group
from chengwen_desktop.library_pane.model import ITEM, LibraryModel, More, note
from chengwen_desktop.rows import Row, begin_tree_row, row_height
from chengwen_desktop.theme import current
from chengwen_desktop.theme.current import tokens
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import NOTE, bold, sized_font
from chengwen_index.holdings import Held
from chengwen_library.model import Clause, Status

Index = QModelIndex | QPersistentModelIndex


class LibraryTree(QTreeView):
    """The tree. `chosen` and `opened` carry a clause or None, `removal_asked` a measure."""

    chosen = Signal(object)
    opened = Signal(object)
    removal_asked = Signal(object)

    def __init__(self, rows: LibraryModel) -> None:
        super().__init__()
        self.rows = rows
        self.setModel(rows)
        self._delegate = _Delegate(self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(tr("条款库"))
        self.setHeaderHidden(True)
        self.header().setAccessibleName(tr("条款库"))
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setIndentation(18)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("surface", "alt")
        self.selectionModel().currentChanged.connect(self._on_current)
        self.doubleClicked.connect(self._on_double_click)
        self.clicked.connect(self._list_more)
        current.changed.connect(self.viewport().update)

    @property
    def clause(self) -> Clause | None:
        """The clause that is chosen."""
        item = self.rows.item(self.currentIndex())
        return item if isinstance(item, Clause) else None

    @property
    def measure(self) -> Held | None:
        """The measure that is chosen, or that the chosen clause belongs to."""
        index = self.currentIndex()
        while index.isValid():
            item = self.rows.item(index)
            if isinstance(item, Held):
                return item
            index = index.parent()
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter opens a clause or unfolds a row, Delete asks whether a measure is to go."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            if self.clause is not None:
                self.opened.emit(self.clause)
            elif not self._list_more():
                self.setExpanded(self.currentIndex(), not self.isExpanded(self.currentIndex()))
        elif plain and event.key() == Qt.Key.Key_Delete and isinstance(self.rows.item(self.currentIndex()), Held):
            self.removal_asked.emit(self.measure)
        else:
            super().keyPressEvent(event)

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802
        """Draw the ground over the whole width, the twisty, then the row itself."""
        row, place = begin_tree_row(self, painter, option, index, tokens().alt, twisty=14)
        self._delegate.paint_words(painter, row, place)

    def _list_more(self) -> bool:
        index = self.currentIndex()
        if not isinstance(self.rows.item(index), More):
            return False
        self.rows.list_more(index)
        return True

    def _on_current(self) -> None:
        self.chosen.emit(self.clause)

    def _on_double_click(self) -> None:
        if self.clause is not None:
            self.opened.emit(self.clause)


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: LibraryTree) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, ARG002
        """Return a row of the height that the font asks for."""
        return QSize(120, row_height(self._view, 28))

    def paint_words(self, painter: QPainter, row: Row, index: QModelIndex) -> None:
        """Draw name and figures."""
        item = index.data(ITEM)
        painter.save()
        right = row.rect.right() - 12
        told = note(item)
        if told:
            painter.setFont(sized_font(NOTE))
            painter.setPen(QColor(tokens().text2))
            box = QRect(row.rect.left(), row.rect.top(), right - row.rect.left(), row.rect.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, told)
            right -= painter.fontMetrics().horizontalAdvance(told) + 8
        painter.setFont(bold(row.font) if isinstance(item, Group) else row.font)
        is_repealed = isinstance(item, Held) and item.status == Status.REPEALED
        role = "accent" if isinstance(item, More) else "text2" if is_repealed else "text"
        painter.setPen(QColor(getattr(tokens(), role)))
        left = row.rect.left() + 2
        room = max(0, right - left)
        words = painter.fontMetrics().elidedText(self._view.rows.words(item), Qt.TextElideMode.ElideRight, room)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRect(left, row.rect.top(), room, row.rect.height()), flags, words)
        painter.restore()
