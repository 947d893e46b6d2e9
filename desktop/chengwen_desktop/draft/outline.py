"""大纲: the tree of the draft's units, each with its number and the character of its origin."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from chengwen_desktop.draft.margin import sources
from chengwen_desktop.origins import Origins, character, told
from chengwen_desktop.rows import Row, begin_tree_row, row_height
from chengwen_desktop.theme.current import tokens
from chengwen_desktop.widgets import NOTE, bold, sized_font
from chengwen_library.model import Form, Measure, Unit

_WID = Qt.ItemDataRole.UserRole
_UNIT = Qt.ItemDataRole.UserRole + 1
_SOURCE = Qt.ItemDataRole.UserRole + 2

LONGEST = 60
"""Characters of a unit without heading that the tree keeps."""

Index = QModelIndex | QPersistentModelIndex


class OutlinePane(QTreeView):
    """The tree. `opened` carries the wid of the unit a person went to."""

    opened = Signal(str)

    def __init__(self, origins: Origins, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: dict[str, QStandardItem] = {}
        self._shown: tuple[tuple[str, str, str, str], ...] = ()
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self._delegate = _Delegate(origins, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("大纲")
        self.setHeaderHidden(True)
        self.header().setAccessibleName("大纲")
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setIndentation(18)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setProperty("surface", "alt")
        self.clicked.connect(self._open)
        self.activated.connect(self._open)

    def show_draft(self, draft: Measure) -> None:
        """Show the draft's units; what is current and what is folded stays so."""
        taken = sources(draft)
        shown = tuple((unit.wid, unit.num, _words(unit), _told(taken.get(unit.wid))) for unit in draft.walk())
        if shown == self._shown:
            return
        self._shown = shown
        current = self.currentIndex().data(_WID)
        folded = [wid for wid, item in self._items.items() if item.hasChildren() and not self.isExpanded(item.index())]
        with QSignalBlocker(self.selectionModel()):
            self._model.clear()
            self._items.clear()
            self._fill(self._model.invisibleRootItem(), draft.units, taken)
            self.expandAll()
        for wid in folded:
            if wid in self._items:
                self.collapse(self._items[wid].index())
        self.show_current(current)

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802
        """Draw the ground over the whole width, the twisty, then the row itself."""
        row, place = begin_tree_row(self, painter, option, index, tokens().alt, twisty=14)
        self._delegate.paint_words(painter, row, place)

    def clear(self) -> None:
        """Show nothing."""
        self._shown = ()
        self._model.clear()
        self._items.clear()

    def show_current(self, wid: str | None) -> None:
        """Mark the unit with the caret."""
        item = self._items.get(wid or "")
        if item is None:
            self.selectionModel().clear()
        else:
            self.setCurrentIndex(item.index())

    def _fill(self, parent: QStandardItem, units: tuple[Unit, ...], taken: dict[str, Unit]) -> None:
        for unit in units:
            if unit.form is Form.PARAGRAPH:
                continue
            item = QStandardItem(unit.num + _words(unit))
            item.setData(unit.wid, _WID)
            item.setData(unit, _UNIT)
            source = taken.get(unit.wid)
            item.setData(source, _SOURCE)
            item.setData(f"{unit.num}{unit.heading or ''}\n{_told(source)}".strip(), _TIP)
            self._items[unit.wid] = item
            parent.appendRow(item)
            self._fill(item, unit.children, taken)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(_WID))


_TIP = Qt.ItemDataRole.ToolTipRole


class _Delegate(QStyledItemDelegate):
    def __init__(self, origins: Origins, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view
        self._origins = origins

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, ARG002
        """Return a row of the height that the font asks for."""
        return QSize(120, row_height(self._view, 28))

    def paint_words(self, painter: QPainter, row: Row, index: QModelIndex) -> None:
        """Draw number, heading and the origin's character."""
        unit, source = index.data(_UNIT), index.data(_SOURCE)
        painter.save()
        right = row.rect.right() - 12
        if isinstance(source, Unit):
            region = source.provenance[0].region if source.provenance else None
            painter.setFont(sized_font(NOTE))
            painter.setPen(QColor(self._origins.colour(region)))
            box = QRectF(right - 16, row.rect.top(), 18, row.rect.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, character(region))
            right -= 22
        self._paint_heading(painter, row, unit, right)
        painter.restore()

    def _paint_heading(self, painter: QPainter, row: Row, unit: Unit, right: float) -> None:
        top_level = unit.form in (Form.FIRST, Form.CHAPTER, Form.PART)
        painter.setFont(bold(row.font) if top_level else row.font)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        left = row.rect.left() + 2
        painter.setPen(QColor(tokens().text2))
        painter.drawText(QRectF(left, row.rect.top(), 200, row.rect.height()), flags, unit.num)
        left += painter.fontMetrics().horizontalAdvance(unit.num) + 2
        room = max(0.0, right - left)
        painter.setPen(QColor(tokens().text))
        shown = painter.fontMetrics().elidedText(_words(unit), Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(QRectF(left, row.rect.top(), room, row.rect.height()), flags, shown)


def _told(source: Unit | None) -> str:
    return told(source) if source else ""


def _words(unit: Unit) -> str:
    words = unit.heading or unit.text or unit.intro or "还没有写"
    return words[:LONGEST].replace("\n", " ")
