"""大纲: the tree of the draft's units, each with its number, the gravest finding and the character of its origin."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QDragMoveEvent, QDropEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from chengwen_desktop.draft.margin import sources
from chengwen_desktop.draft.marks import gravest
from chengwen_desktop.draft.moving import Drop, drop_place
from chengwen_desktop.draft.outline_parts import Head, drop_target, head_words, heads
from chengwen_desktop.origins import Origins, character, told
from chengwen_desktop.rows import Row, begin_tree_row, row_height
from chengwen_desktop.theme.current import tokens
from chengwen_desktop.theme.marks import Severity, paint_severity
from chengwen_desktop.translation import marked, tr
from chengwen_desktop.widgets import NOTE, bold, sized_font
from chengwen_library.model import Form, Measure, Unit

_WID = Qt.ItemDataRole.UserRole
_TIP = Qt.ItemDataRole.ToolTipRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
_MARK = 16
"""Size in px of a finding's mark."""

LONGEST = 60
"""Characters of a unit without heading that the tree keeps."""

_FOUND = {Severity.ERROR: marked("有错误"), Severity.WARNING: marked("有警告"), Severity.HINT: marked("有提示")}
_DROPS = {
    QAbstractItemView.DropIndicatorPosition.AboveItem: Drop.ABOVE,
    QAbstractItemView.DropIndicatorPosition.OnItem: Drop.ON,
    QAbstractItemView.DropIndicatorPosition.BelowItem: Drop.BELOW,
}

Index = QModelIndex | QPersistentModelIndex


class OutlinePane(QTreeView):
    """The tree. `opened` carries the wid of the unit a person went to, `moved` that of one dragged, and its place.

    `head_opened` carries a row that is no unit: the notice, the title, the closing.
    """

    opened = Signal(str)
    head_opened = Signal(object)
    moved = Signal(str, object)

    def __init__(self, origins: Origins, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = Measure()
        self._items: dict[str, QStandardItem] = {}
        self._shown: dict[str, tuple[Unit, Unit | None]] = {}
        self._found: dict[str, Severity] = {}
        self._heads = 0, 0
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self._delegate = _Delegate(origins, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(tr("大纲"))
        self.setHeaderHidden(True)
        self.header().setAccessibleName(tr("大纲"))
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setIndentation(18)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QTreeView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setAutoExpandDelay(600)
        self.setProperty("surface", "alt")
        self.clicked.connect(self._open)
        self.activated.connect(self._open)

    def show_draft(self, draft: Measure) -> None:
        """Show the draft's units; what is current and what is folded stays so."""
        current = self.currentIndex().data(_WID)
        with QSignalBlocker(self.selectionModel()):
            self._match_heads(draft)
            if draft.units is not self._draft.units or not self._shown:
                self._match(self._model.invisibleRootItem(), draft.units, sources(draft), *self._heads)
        self._draft = draft
        if self.currentIndex().data(_WID) != current:
            self.show_current(current)
        self.viewport().update()

    def mark_findings(self, found: Mapping[str, Severity]) -> None:
        """Mark these units with the gravest severity of their findings, and no others."""
        changed = {wid for wid in {*self._found, *found} if self._found.get(wid) is not found.get(wid)}
        self._found = dict(found)
        for wid in changed & self._items.keys():
            if wid in self._shown:
                self._describe(self._items[wid], *self._shown[wid])
            else:
                self._describe_head(self._items[wid])
        self.viewport().update()

    def severity_at(self, index: Index) -> Severity | None:
        """Return the severity shown in a row: the unit's, and while it is folded also those below it."""
        return gravest([*self._severities(index, below=not self.isExpanded(index))])

    def source_at(self, index: Index) -> tuple[Unit, Unit | None] | None:
        """Return the unit in a row and the one whose origin it shows."""
        return self._shown.get(index.data(_WID))

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802
        """Draw the ground over the whole width, the twisty, then the row itself."""
        row, place = begin_tree_row(self, painter, option, index, tokens().alt, twisty=14)
        self._delegate.paint_words(painter, row, place)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Ask for the unit to be moved; the tree then shows what the draft has become."""
        index, drop = self.indexAt(event.position().toPoint()), _DROPS.get(self.dropIndicatorPosition(), Drop.BELOW)
        wid = self.currentIndex().data(_WID)
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self.stopAutoScroll()
        self.setState(QTreeView.State.NoState)
        self.viewport().update()
        at = drop_target(self._draft, index.data(_WID) if index.isValid() else None, drop)
        if event.source() is self and wid and at is not None:
            self.moved.emit(wid, drop_place(self._draft, wid, *at))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802
        """Refuse what would go above the title or below the closing."""
        super().dragMoveEvent(event)
        index, drop = self.indexAt(event.position().toPoint()), _DROPS.get(self.dropIndicatorPosition(), Drop.BELOW)
        may = drop_target(self._draft, index.data(_WID) if index.isValid() else None, drop) is not None
        self.setDropIndicatorShown(may)
        if not may:
            event.ignore()

    def clear(self) -> None:
        """Show nothing."""
        self._draft = Measure()
        self._shown.clear()
        self._items.clear()
        self._found.clear()
        self._heads = 0, 0
        self._model.clear()

    def show_current(self, wid: str | None) -> None:
        """Mark the row with the caret: a unit's by its wid, or one that is no unit."""
        item = self._items.get(wid or "")
        if item is None:
            self.selectionModel().clear()
        elif item.index() != self.currentIndex():
            self.setCurrentIndex(item.index())

    def head_at(self, index: Index) -> Head | None:
        """Return which of the rows that are no units a row is."""
        key = index.data(_WID)
        return Head(key) if key in set(Head) else None

    def _match_heads(self, draft: Measure) -> None:
        """Make the rows that are no units those of the draft."""
        root, wanted = self._model.invisibleRootItem(), heads(draft)
        above, below = self._heads
        for first, count, names in ((root.rowCount() - below, below, wanted[1]), (0, above, wanted[0])):
            if [root.child(first + row).data(_WID) for row in range(count)] != [*names]:
                for _ in range(count):
                    del self._items[root.takeRow(first)[0].data(_WID)]
                for place, name in enumerate(names):
                    item = self._items[name] = QStandardItem()
                    item.setData(str(name), _WID)
                    item.setDragEnabled(False)
                    root.insertRow(first + place, [item])
            for name in names:
                self._items[name].setText(head_words(name, draft))
                self._describe_head(self._items[name])
        self._heads = len(wanted[0]), len(wanted[1])

    def _match(
        self, parent: QStandardItem, units: tuple[Unit, ...], taken: dict[str, Unit], above: int = 0, below: int = 0
    ) -> None:
        """Make the rows below an item those of the units, leaving alone what is there already.

        So many rows `above` and `below` are none of theirs.
        """
        wanted = [unit for unit in units if unit.form is not Form.PARAGRAPH]
        new = [unit.wid for unit in wanted]
        old = [parent.child(row).data(_WID) for row in range(above, parent.rowCount() - below)]
        first = _alike(old, new)
        last = min(_alike(old[::-1], new[::-1]), len(old) - first, len(new) - first)
        for _ in range(first, len(old) - last):
            gone = parent.takeRow(
                above + first
            )  # takeRow gives the items back to Python; removeRows frees them under its hands
            self._forget(gone[0])
        moved = set(new[first : len(new) - last])
        for row, unit in enumerate(wanted):
            if first <= row < len(new) - last:
                parent.insertRow(above + row, [self._made(unit)])
            was = self._shown.get(unit.wid)
            if was is not None and was[0] is unit and was[1] is taken.get(unit.wid) and unit.wid not in moved:
                continue
            item = parent.child(above + row)
            self._show(item, unit, taken.get(unit.wid))
            self._match(item, unit.children, taken)
            if first <= row < len(new) - last:
                self.expand(item.index())

    def _made(self, unit: Unit) -> QStandardItem:
        item = QStandardItem()
        item.setData(unit.wid, _WID)
        self._items[unit.wid] = item
        return item

    def _forget(self, item: QStandardItem) -> None:
        """Forget a row that goes and those below it, unless the unit has a row in another place by now."""
        wid = item.data(_WID)
        if self._items.get(wid) is item:
            del self._items[wid], self._shown[wid]
        for row in range(item.rowCount()):
            self._forget(item.child(row))

    def _show(self, item: QStandardItem, unit: Unit, source: Unit | None) -> None:
        self._shown[unit.wid] = unit, source
        self._describe(item, unit, source)

    def _describe(self, item: QStandardItem, unit: Unit, source: Unit | None) -> None:
        severity = self._found.get(unit.wid)
        found = tr(_FOUND[severity]) if severity else ""
        told_ = told(source) if source else ""
        item.setText(unit.num + words_of(unit))
        item.setData("\n".join(filter(None, [f"{unit.num}{unit.heading or ''}", found, told_])), _TIP)
        item.setData(tr("，").join(filter(None, [unit.num + words_of(unit), found, told_])), _SPOKEN)

    def _describe_head(self, item: QStandardItem) -> None:
        severity = self._found.get(item.data(_WID))
        found = tr(_FOUND[severity]) if severity else ""
        item.setData("\n".join(filter(None, [item.text(), found])), _TIP)
        item.setData(tr("，").join(filter(None, [item.text(), found])), _SPOKEN)

    def _severities(self, index: Index, *, below: bool) -> list[Severity]:
        own = self._found.get(index.data(_WID))
        found = [own] if own else []
        model = self.model()
        for row in range(model.rowCount(index) if below else 0):
            found += self._severities(model.index(row, 0, index), below=True)
        return found

    def _open(self, index: QModelIndex) -> None:
        head = self.head_at(index)
        if head is not None:
            self.head_opened.emit(head)
        else:
            self.opened.emit(index.data(_WID))


class _Delegate(QStyledItemDelegate):
    def __init__(self, origins: Origins, view: OutlinePane) -> None:
        super().__init__(view)
        self._view = view
        self._origins = origins

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, ARG002
        """Return a row of the height that the font asks for."""
        return QSize(120, row_height(self._view, 28))

    def paint_words(self, painter: QPainter, row: Row, index: QModelIndex) -> None:
        """Draw number, heading, the finding's mark and the origin's character."""
        unit, source = self._view.source_at(index) or (None, None)
        painter.save()
        right = row.rect.right() - 12
        if source is not None:
            region = source.provenance[0].region if source.provenance else None
            painter.setFont(sized_font(NOTE))
            painter.setPen(QColor(self._origins.colour(region)))
            box = QRectF(right - 16, row.rect.top(), 18, row.rect.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, character(region))
            right -= 22
        severity = self._view.severity_at(index)
        if severity is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            top = row.rect.top() + (row.rect.height() - _MARK) / 2
            paint_severity(painter, QRectF(right - _MARK, top, _MARK, _MARK), severity)
            right -= _MARK + 6
        if unit is not None:
            self._paint_heading(painter, row, unit, right)
        else:
            left = row.rect.left() + 2
            is_title = self._view.head_at(index) is Head.TITLE
            painter.setFont(bold(row.font) if is_title else row.font)
            _paint_elided(painter, QRectF(left, row.rect.top(), right - left, row.rect.height()), str(index.data()))
        painter.restore()

    def _paint_heading(self, painter: QPainter, row: Row, unit: Unit, right: float) -> None:
        top_level = unit.form in (Form.FIRST, Form.CHAPTER, Form.PART)
        painter.setFont(bold(row.font) if top_level else row.font)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        left = row.rect.left() + 2
        painter.setPen(QColor(tokens().text2))
        painter.drawText(QRectF(left, row.rect.top(), 200, row.rect.height()), flags, unit.num)
        left += painter.fontMetrics().horizontalAdvance(unit.num) + 2
        box = QRectF(left, row.rect.top(), max(0.0, right - left), row.rect.height())
        _paint_elided(painter, box, words_of(unit))


def _paint_elided(painter: QPainter, box: QRectF, words: str) -> None:
    painter.setPen(QColor(tokens().text))
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(box.width()))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def words_of(unit: Unit) -> str:
    """Return the words that stand for a unit in the tree."""
    words = unit.heading or unit.text or unit.intro or tr("还没有写")
    return words[:LONGEST].replace("\n", " ")


def _alike(old: list[str], new: list[str]) -> int:
    count = 0
    for was, wid in zip(old, new, strict=False):
        if was != wid:
            break
        count += 1
    return count
