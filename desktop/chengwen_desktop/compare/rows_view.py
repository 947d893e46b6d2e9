"""A list of rows of very different heights, of which only those that show are laid out.

Qt's own list asks for the height of every row whenever one of them changes.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView

_Index = QModelIndex | QPersistentModelIndex
_Action = QAbstractItemView.CursorAction


class RowsView(QAbstractItemView):
    """The list. Whoever inherits says how high a row is, exactly and about, and paints it."""

    def __init__(self) -> None:
        super().__init__()
        self._heights: list[int] = []
        self._tops: list[int] = [0]
        self._exact: list[bool] = []
        self._is_settling = False
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def exact_height(self, row: int) -> int:
        """Return the height of a row in px."""
        raise NotImplementedError

    def rough_height(self, row: int) -> int:
        """Return about the height of a row in px, at once."""
        raise NotImplementedError

    def paint_row(self, painter: QPainter, index: QModelIndex, rect: QRect) -> None:
        """Draw a row."""
        raise NotImplementedError

    def lay_out(self) -> None:
        """Take all heights anew; what stands at the top stays there."""
        top = bisect_right(self._tops, self.verticalOffset()) - 1
        within = self.verticalOffset() - self._tops[top]
        count = self.model().rowCount() if self.model() else 0
        self._heights = [self.rough_height(row) for row in range(count)]
        self._exact = [False] * count
        self._sum_up()
        self.verticalScrollBar().setValue(self._tops[min(top, count)] + within)
        self._settle()

    def reset(self) -> None:
        """Begin anew with other rows."""
        super().reset()
        self.lay_out()

    def doItemsLayout(self) -> None:  # noqa: N802
        """Lay out what Qt wants laid out, after a change of font for one."""
        self.lay_out()
        super().doItemsLayout()

    def dataChanged(self, top: _Index, bottom: _Index, roles: Sequence[int] = ()) -> None:  # noqa: N802
        """Take the heights of the changed rows anew; what stands at the top stays there."""
        first, bar = self._first(), self.verticalScrollBar()
        within = bar.value() - self._tops[first]
        for row in range(top.row(), bottom.row() + 1):
            self._exact[row] = False
            self._heights[row] = self.rough_height(row)
        self._sum_up()
        bar.setValue(self._tops[first] + within)
        self._settle()
        super().dataChanged(top, bottom, roles)
        if self.visualRect(top).top() < self.viewport().height() and bottom.row() >= first:
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Lay out for another width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.lay_out()
        else:
            self._settle()

    def updateGeometries(self) -> None:  # noqa: N802
        """Tell the scroll bar how much there is."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(height)
        bar.setRange(0, max(0, self._tops[-1] - height))
        super().updateGeometries()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802, ARG002
        """Lay out the rows that come into view."""
        self._settle()
        self.viewport().update()

    def visualRect(self, index: _Index) -> QRect:  # noqa: N802
        """Return where a row stands in the viewport."""
        row = index.row()
        if not 0 <= row < len(self._heights):
            return QRect()
        top = self._tops[row] - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), self._heights[row])

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: N802
        """Return the row at a point of the viewport."""
        return self.model().index(bisect_right(self._tops, point.y() + self.verticalOffset()) - 1, 0)

    def scrollTo(  # noqa: N802
        self, index: _Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a row into view; of one higher than the list, its beginning."""
        row = index.row()
        if not 0 <= row < len(self._heights):
            return
        self._measure(row)
        self._sum_up()
        bar, height = self.verticalScrollBar(), self.viewport().height()
        top, bottom = self._tops[row], self._tops[row + 1]
        is_above = top < bar.value() or bottom - top > height
        if is_above or hint is QAbstractItemView.ScrollHint.PositionAtTop:
            bar.setValue(top)
        elif bottom > bar.value() + height:
            self._measure_above(row, height)
            bar.setValue(self._tops[row + 1] - height)

    def moveCursor(self, action: _Action, modifiers: Qt.KeyboardModifier) -> QModelIndex:  # noqa: N802, ARG002
        """Return the row that a key leads to."""
        last, row = len(self._heights) - 1, self.currentIndex().row()
        page = self.viewport().height()
        steps = {
            _Action.MoveUp: row - 1,
            _Action.MovePrevious: row - 1,
            _Action.MoveDown: row + 1,
            _Action.MoveNext: row + 1,
            _Action.MoveHome: 0,
            _Action.MoveEnd: last,
        }
        if action in (_Action.MovePageDown, _Action.MovePageUp):
            by = page if action is _Action.MovePageDown else -page
            near = bisect_right(self._tops, max(0, self._tops[max(row, 0)] + by)) - 1
            return self.model().index(min(max(near, 0), last), 0)
        return self.model().index(min(max(steps.get(action, row), 0), last), 0)

    def horizontalOffset(self) -> int:  # noqa: N802
        """Return 0, since rows are as wide as the list."""
        return 0

    def verticalOffset(self) -> int:  # noqa: N802
        """Return how far the list is scrolled."""
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: _Index) -> bool:  # noqa: N802, ARG002
        """Return False: every row can be scrolled to."""
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:  # noqa: N802
        """Select the row under the pointer."""
        index = self.indexAt(rect.center())
        self.selectionModel().select(QItemSelection(index, index), command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:  # noqa: N802
        """Return where selected rows stand."""
        region = QRegion()
        for index in selection.indexes():
            region = region.united(QRegion(self.visualRect(index)))
        return region

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the rows that show."""
        painter = QPainter(self.viewport())
        row = self._first()
        while row < len(self._heights) and self._tops[row] - self.verticalOffset() < self.viewport().height():
            index = self.model().index(row, 0)
            rect = self.visualRect(index)
            if rect.intersects(event.rect()):
                self.paint_row(painter, index, rect)
            row += 1

    def _first(self) -> int:
        return max(0, bisect_right(self._tops, self.verticalOffset()) - 1)

    def _settle(self) -> None:
        """Lay out the rows that show; if one begins above the view, what shows of it stays where it is."""
        if self._is_settling:
            return
        self._is_settling = True
        row, bar = self._first(), self.verticalScrollBar()
        filled = self._tops[min(row, len(self._heights))] - bar.value()
        shift = 0
        while row < len(self._heights) and filled < self.viewport().height():
            grown = self._measure(row)
            if filled < 0:
                shift += grown
            filled += self._heights[row]
            row += 1
        self._sum_up()
        if shift:
            bar.setValue(bar.value() + shift)
        self._is_settling = False

    def _measure(self, row: int) -> int:
        """Take the exact height of a row; return by how much it is more than was thought."""
        if self._exact[row]:
            return 0
        before = self._heights[row]
        self._heights[row] = self.exact_height(row)
        self._exact[row] = True
        return self._heights[row] - before

    def _measure_above(self, row: int, height: int) -> None:
        """Take the exact heights of the rows that fill the view above a row."""
        filled = 0
        while row >= 0 and filled < height:
            self._measure(row)
            filled += self._heights[row]
            row -= 1
        self._sum_up()

    def _sum_up(self) -> None:
        self._tops = list(accumulate(self._heights, initial=0))
        self.updateGeometries()
