"""The list of pairs: both texts of a clause side by side, so that they can never come apart."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFontInfo, QKeyEvent, QMouseEvent, QPainter

from chengwen_desktop.compare.cells import TOP, Cells, Spot, estimated, head_height, paint_square
from chengwen_desktop.compare.model import PAIR, PairModel
from chengwen_desktop.compare.pairs import Filter, Pair, next_change
from chengwen_desktop.compare.rows_view import RowsView
from chengwen_desktop.origins import Origins
from chengwen_desktop.theme import current
from chengwen_desktop.theme.current import tokens
from chengwen_desktop.translation import tr
from chengwen_index.comparing.diff import Change

KEPT = 600
"""Rows whose layout is kept."""


class CompareList(RowsView):
    """The list. `opened` carries a clause to write in, `searched` one to look for, `filtered` which rows to show."""

    opened = Signal(object)
    filtered = Signal(object)
    searched = Signal(object)

    def __init__(self, origins: Origins) -> None:
        super().__init__()
        self.pairs = PairModel(self)
        self._origins = origins
        self._kept: OrderedDict[tuple[object, ...], Cells] = OrderedDict()
        self._sizes: tuple[int, int] | None = None
        self.setModel(self.pairs)
        self.setAccessibleName(tr("逐条对照"))
        self.setFrameShape(RowsView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(24)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        current.changed.connect(self._on_theme)

    @property
    def pair(self) -> Pair | None:
        """The pair that is chosen."""
        return self.currentIndex().data(PAIR)

    def go_to(self, eid: str) -> None:
        """Choose the row of a clause; without such a row the first."""
        found = self.pairs.row_of(eid)
        self.setCurrentIndex(found if found.isValid() else self.pairs.index(0))

    def step(self, by: int) -> None:
        """Show the next best precedent of the chosen clause, or the one before."""
        pair = self.pair
        total = len(pair.compared.precedents) if pair and pair.compared else 0
        if pair is not None and 0 <= pair.at + by < total:
            at = pair.at + by
            self._change(self.currentIndex(), replace(pair, at=at, is_open=False, boxed=None))

    def frame_next(self, wanted: Change | None = None) -> None:
        """Put the frame round the next change of the chosen pair, the weightiest first; unfold what is folded."""
        pair = self.pair
        if pair is None:
            return
        if not pair.parts:
            self.fold()
            return
        self._change(self.currentIndex(), replace(pair, boxed=next_change(pair, wanted)))
        self._show_box()

    def fold(self) -> None:
        """Unfold the chosen pair of equal texts, or fold it again."""
        pair = self.pair
        if pair is not None and pair.precedent is not None and (pair.is_folded or pair.is_open):
            self._change(self.currentIndex(), replace(pair, is_open=not pair.is_open))

    def exact_height(self, row: int) -> int:
        """Return the height of a row."""
        return self.cells(self.pairs.pair(row)).height

    def rough_height(self, row: int) -> int:
        """Return the height of a row if it was laid out before, else about that."""
        pair = self.pairs.pair(row)
        width = self.viewport().width()
        known = self._kept.get(_key(pair, width))
        if known is not None:
            return known.height
        if self._sizes is None:
            self._sizes = head_height(self.font()), QFontInfo(self.font()).pixelSize()
        return estimated(pair, width, *self._sizes)

    def paint_row(self, painter: QPainter, index: QModelIndex, rect: QRect) -> None:
        """Draw a row; the chosen one stands on a ground of its own, with an edge where the focus is."""
        pair = self.pairs.pair(index.row())
        is_chosen = index == self.currentIndex()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, QColor(tokens().cur if is_chosen else tokens().base))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tokens().line))
        if is_chosen:
            edge = tokens().accent if self.hasFocus() else tokens().line
            painter.fillRect(0, rect.top(), 3, rect.height(), QColor(edge))
        cells = self.cells(pair)
        cells.draw(painter, pair, rect)
        if pair.precedent is not None:
            head = rect.top() + (cells.height / 2 if pair.is_folded else TOP + cells.head / 2)
            corner = QPointF(cells.columns.right, round(head) - 4)
            paint_square(painter, corner, self._origins.colour(pair.precedent.hit.region))
        painter.restore()

    def cells(self, pair: Pair) -> Cells:
        """Return the layout of a row."""
        width = self.viewport().width()
        key = _key(pair, width)
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = Cells(pair, width, self.font())
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return found

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """→ ← precedents, 1 to 5 filters, space the next change, S more like it, Enter to the editor."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not (plain and self._do(Qt.Key(event.key()))):
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Do what a chip or another spot of a row stands for."""
        super().mouseReleaseEvent(event)
        spot = self._spot(event.position().toPoint())
        if spot is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        if spot.what == "fold":
            self.fold()
        elif spot.what == "next":
            self._step_round()
        else:
            self.frame_next(spot.change)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Open the clause in 编辑, unless a spot was meant."""
        pair = self.pair
        if pair is not None and self._spot(event.position().toPoint()) is None:
            self.opened.emit(pair.clause)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Show where a click does something."""
        super().mouseMoveEvent(event)
        over = self._spot(event.position().toPoint()) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def _do(self, key: Qt.Key) -> bool:
        pair = self.pair
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_5:
            self.filtered.emit(list(Filter)[key - Qt.Key.Key_1])
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self.step(1 if key == Qt.Key.Key_Right else -1)
        elif key == Qt.Key.Key_Space:
            self.frame_next()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and pair is not None:
            self.opened.emit(pair.clause)
        elif key == Qt.Key.Key_S and pair is not None:
            self.searched.emit(pair.clause)
        elif key == Qt.Key.Key_Escape and pair is not None and pair.boxed is not None:
            self._change(self.currentIndex(), replace(pair, boxed=None))
        else:
            return False
        return True

    def _step_round(self) -> None:
        pair = self.pair
        total = len(pair.compared.precedents) if pair and pair.compared else 0
        if pair is not None and total:
            self.step(1 if pair.at + 1 < total else -pair.at)

    def _change(self, index: QModelIndex, pair: Pair) -> None:
        self.pairs.change(index, lambda _: pair)
        self.scrollTo(index)

    def _show_box(self) -> None:
        """Scroll so far that the framed change is seen, in a row higher than the list."""
        pair, index = self.pair, self.currentIndex()
        if pair is None or pair.boxed is None:
            return
        rect = self.visualRect(index)
        top = rect.top() + self.cells(pair).top_of(pair.boxed)
        bar = self.verticalScrollBar()
        if top < 0:
            bar.setValue(bar.value() + top - 40)
        elif top + 48 > self.viewport().height():
            bar.setValue(bar.value() + top + 48 - self.viewport().height())

    def _spot(self, place: QPoint) -> Spot | None:
        index = self.indexAt(place)
        pair = index.data(PAIR)
        if pair is None:
            return None
        box = self.visualRect(index)
        spots = self.cells(pair).spots(pair, box)
        return next((spot for spot in spots if spot.rect.contains(place)), None)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Lay everything out anew in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._on_theme()

    def _on_theme(self) -> None:
        self._kept.clear()
        self._sizes = None
        self.lay_out()
        self.viewport().update()


def _key(pair: Pair, width: int) -> tuple[object, ...]:
    clause, precedent = pair.clause, pair.precedent
    return (clause.heading, clause.text, id(precedent), pair.is_folded, pair.compared is None, width)
