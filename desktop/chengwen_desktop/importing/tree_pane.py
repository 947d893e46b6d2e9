"""读成: the tree of what was read, each row with what it is, restored numbers and counts."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from chengwen_desktop.importing.chips import chip_width, paint_chip
from chengwen_desktop.importing.model import Review
from chengwen_desktop.importing.nodes import Node, Part, rows, unit_words, words_of
from chengwen_desktop.rows import Row, begin_tree_row, row_height
from chengwen_desktop.theme.current import tokens
from chengwen_desktop.theme.marks import Severity, paint_severity
from chengwen_desktop.translation import marked, tr
from chengwen_desktop.widgets import NOTE, sized_font
from chengwen_library.model import Form, Measure, Unit

RESTORED = marked("补的编号")
"""The chip of a number that the source lost."""

LONGEST = 80
"""Characters of a row that are kept."""

_NODE = Qt.ItemDataRole.UserRole
_UNIT = Qt.ItemDataRole.UserRole + 1
_WORDS = Qt.ItemDataRole.UserRole + 2
_MARK = Qt.ItemDataRole.UserRole + 3
_TIP = Qt.ItemDataRole.ToolTipRole

Index = QModelIndex | QPersistentModelIndex


class TreePane(QTreeView):
    """The tree. `chosen` carries the node of the row that a person went to."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: dict[Node, QStandardItem] = {}
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self._delegate = _Delegate(self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(tr("读成"))
        self.setHeaderHidden(True)
        self.header().setAccessibleName(tr("读成"))
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setIndentation(20)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.selectionModel().currentChanged.connect(self._on_current)

    @property
    def node(self) -> Node | None:
        """The row that is current."""
        found = self.currentIndex().data(_NODE)
        return found if isinstance(found, Node) else None

    def show_review(self, review: Review, marked: dict[Node, Severity]) -> None:
        """Show what was read; `marked` are the rows to be looked at. The current row stays if it is still there."""
        before = self.node
        scrolled = self.verticalScrollBar().value()
        with QSignalBlocker(self.selectionModel()):
            self._model.clear()
            self._items.clear()
            for number in range(len(review.readings)):
                self._fill_measure(review.measure(number), number, marked)
            self.expandAll()
            self.verticalScrollBar().setValue(scrolled)
        self.show_current(before)

    def show_current(self, node: Node | None) -> None:
        """Make a row current without saying so; the title's where there is none such."""
        item = self._items.get(node) if node is not None else None
        with QSignalBlocker(self.selectionModel()):
            self.setCurrentIndex(item.index() if item is not None else self._model.index(0, 0))
        self.scrollTo(self.currentIndex())
        self.viewport().update()

    def described(self, node: Node) -> str:
        """Return a row's words as they are read out."""
        item = self._items.get(node)
        return item.text() if item is not None else ""

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802
        """Draw the ground over the whole width, the twisty, then the row itself."""
        row, place = begin_tree_row(self, painter, option, index, tokens().base, twisty=16)
        self._delegate.paint_words(painter, row, place)

    def _fill_measure(self, measure: Measure, number: int, marked: dict[Node, Severity]) -> None:
        top = self._model.invisibleRootItem()
        around = rows(measure, number)
        for node in (node for node in around if node.part in (Part.TITLE, Part.NOTICE, Part.PREAMBLE)):
            self._add(top, node, words_of(measure, node.part), None, marked)
        self._fill(top, number, measure.units, marked)
        for node in (node for node in around if node.part in (Part.CLOSING, Part.ANNEX)):
            self._add(top, node, words_of(measure, node.part), None, marked)

    def _fill(self, parent: QStandardItem, number: int, units: Iterable[Unit], marked: dict[Node, Severity]) -> None:
        for unit in units:
            node = Node(number, Part.UNIT, unit.wid)
            item = self._add(parent, node, unit_words(unit), unit, marked)
            self._fill(item, number, unit.children, marked)

    def _add(
        self, parent: QStandardItem, node: Node, words: str, unit: Unit | None, marked: dict[Node, Severity]
    ) -> QStandardItem:
        words = words[:LONGEST].replace("\n", " ")
        item = QStandardItem(_spoken(node, words, unit))
        for role, value in ((_NODE, node), (_UNIT, unit), (_WORDS, words), (_MARK, marked.get(node)), (_TIP, words)):
            item.setData(value, role)
        self._items[node] = item
        parent.appendRow(item)
        return item

    def _on_current(self, index: QModelIndex) -> None:
        node = index.data(_NODE)
        if isinstance(node, Node):
            self.chosen.emit(node)


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, ARG002
        """Return a row of the height that the font asks for."""
        return QSize(120, row_height(self._view, 28))

    def paint_words(self, painter: QPainter, row: Row, index: QModelIndex) -> None:
        """Draw chip or number and the words, at the right the mark and the count."""
        node, unit = index.data(_NODE), index.data(_UNIT)
        middle = row.rect.center().y() + 0.5
        painter.save()
        right = self._paint_right(painter, row, index)
        left = float(row.rect.left() + 2)
        painter.setFont(row.font)
        if isinstance(node, Node) and node.part is not Part.UNIT:
            left += paint_chip(painter, tr(node.part.value), left, middle) + 8
        elif isinstance(unit, Unit) and unit.num:
            left += _paint_number(painter, row, unit, left)
        painter.setFont(row.font)
        painter.setPen(QColor(tokens().text2 if unit is not None and not unit.num else tokens().text))
        room = max(0.0, right - left - 8)
        shown = painter.fontMetrics().elidedText(index.data(_WORDS), Qt.TextElideMode.ElideRight, int(room))
        box = QRectF(left, row.rect.top(), room, row.rect.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.restore()

    def _paint_right(self, painter: QPainter, row: Row, index: QModelIndex) -> float:
        """Paint count, mark and chip from the right; return where the words must end."""
        unit, mark = index.data(_UNIT), index.data(_MARK)
        right = float(self._view.viewport().width() - 16)
        painter.setFont(sized_font(NOTE))
        count = _count(unit)
        painter.setPen(QColor(tokens().text2))
        box = QRectF(right - 60, row.rect.top(), 60, row.rect.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)
        right -= max(44, painter.fontMetrics().horizontalAdvance(count) + 12)
        if mark:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_severity(painter, QRectF(right - 14, row.rect.center().y() - 6.5, 14, 14), Severity(mark))
            right -= 22
        if isinstance(unit, Unit) and unit.implied:
            right -= chip_width(tr(RESTORED))
            paint_chip(painter, tr(RESTORED), right, row.rect.center().y() + 0.5, "warn")
        return right


def _paint_number(painter: QPainter, row: Row, unit: Unit, left: float) -> float:
    """Paint the number, with a dashed line below it if the source lost it; return its width."""
    width = painter.fontMetrics().horizontalAdvance(unit.num)
    painter.setPen(QColor(tokens().warn if unit.implied else tokens().text2))
    box = QRectF(left, row.rect.top(), width + 2, row.rect.height())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, unit.num)
    if unit.implied:
        base = row.rect.center().y() + painter.fontMetrics().height() / 2
        painter.setPen(QPen(QColor(tokens().warn), 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(left, base), QPointF(left + width, base))
    return width + 2


def _count(unit: object) -> str:
    if not isinstance(unit, Unit):
        return ""
    below = sum(child.form is not Form.PARAGRAPH for child in unit.children)
    return tr("{count} 条", count=below) if below else ""


def _spoken(node: Node, words: str, unit: Unit | None) -> str:
    """Return a row as it is read out: 二、健全知识产权高效益运用机制，补的编号，5 条."""
    if unit is None:
        return tr("{part}：{words}", part=tr(node.part.value), words=words)
    said = [f"{unit.num}{words}", tr(RESTORED) if unit.implied else "", _count(unit)]
    return tr("，").join(filter(None, said))
