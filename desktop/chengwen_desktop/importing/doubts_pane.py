"""要看一眼的: the doubtful places in a list, each with what may be done about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from chengwen_desktop.importing.doubts import Doubt
from chengwen_desktop.rows import paint_ground, read_row, row_height
from chengwen_desktop.theme.current import tokens
from chengwen_desktop.theme.marks import Severity, paint_severity
from chengwen_desktop.translation import marked, tr

_DOUBT = Qt.ItemDataRole.UserRole
_SPOKEN = {Severity.ERROR: marked("错误"), Severity.WARNING: marked("警告"), Severity.HINT: marked("提示")}

Index = QModelIndex | QPersistentModelIndex


class DoubtsPane(QListView):
    """The list. `chosen` carries the doubt that a person went to, `accepted` one whose deed is to be done."""

    chosen = Signal(object)
    accepted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = QStandardItemModel(self)
        self._gap = 0
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(tr("要看一眼的"))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.clicked.connect(self._on_current)

    def show_doubts(self, doubts: Sequence[Doubt]) -> None:
        """Show these; the current one stays if it is still among them, else the next step begins where it was."""
        before, row = self.doubt, self.currentIndex().row()
        with QSignalBlocker(self.selectionModel()):
            self._model.clear()
            for doubt in doubts:
                item = QStandardItem(spoken(doubt))
                item.setData(doubt, _DOUBT)
                item.setData(doubt.words, Qt.ItemDataRole.ToolTipRole)
                self._model.appendRow(item)
        kept = [n for n, doubt in enumerate(doubts) if before is not None and _key(doubt) == _key(before)]
        if kept:
            self._choose(kept[0])
        elif row >= 0:
            self._gap = row

    @property
    def doubt(self) -> Doubt | None:
        """The doubt that is current."""
        found = self.currentIndex().data(_DOUBT)
        return found if isinstance(found, Doubt) else None

    def step(self, by: int) -> Doubt | None:
        """Go to the next (1) or the one before (-1), round the end; None if there is none."""
        count = self._model.rowCount()
        if not count:
            return None
        row = self.currentIndex().row()
        if row < 0:
            row = self._gap - (by > 0)
        self._choose((row + by) % count)
        return self.doubt

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter goes to the place."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() and self.doubt:
            self.chosen.emit(self.doubt)
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Do the deed that is clicked."""
        index = self.indexAt(event.position().toPoint())
        doubt = index.data(_DOUBT)
        super().mouseReleaseEvent(event)
        if isinstance(doubt, Doubt) and doubt.do and event.position().x() >= deed_left(self):
            self.accepted.emit(doubt)

    def _choose(self, row: int) -> None:
        with QSignalBlocker(self.selectionModel()):
            self.setCurrentIndex(self._model.index(row, 0))
        self.scrollTo(self.currentIndex())
        self.viewport().update()

    def _on_current(self, index: QModelIndex) -> None:
        doubt = index.data(_DOUBT)
        if isinstance(doubt, Doubt):
            self.chosen.emit(doubt)


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: DoubtsPane) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, ARG002
        """Return a row of the height that the font asks for."""
        return QSize(120, row_height(self._view, 28))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw mark, lines, words and deed."""
        row, doubt = read_row(option), index.data(_DOUBT)
        if not isinstance(doubt, Doubt):
            return
        painter.save()
        paint_ground(painter, row, tokens().base)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_severity(painter, QRectF(16, row.rect.center().y() - 6.5, 14, 14), doubt.severity)
        painter.setFont(row.font)
        metrics = painter.fontMetrics()
        words_left = 38 + max(96, metrics.horizontalAdvance(tr("第 88、88 行")) + 16)
        where = metrics.elidedText(place_words(doubt), Qt.TextElideMode.ElideRight, words_left - 46)
        _draw(painter, QRect(38, row.rect.top(), words_left - 46, row.rect.height()), where, "text2")
        room = deed_left(self._view) - words_left - 12
        words = metrics.elidedText(doubt.words, Qt.TextElideMode.ElideRight, room)
        _draw(painter, QRect(words_left, row.rect.top(), room, row.rect.height()), words, "text")
        deed = QRect(deed_left(self._view), row.rect.top(), self._view.viewport().width(), row.rect.height())
        _draw(painter, deed, doubt.deed, "accent")
        painter.restore()


def deed_left(view: DoubtsPane) -> int:
    """Return where the deeds stand in the list, in px."""
    return view.viewport().width() - max(120, view.fontMetrics().horizontalAdvance(tr("填为发文机关")) + 32)


def place_words(doubt: Doubt) -> str:
    """Return the lines of a doubt: 第 9、11 行."""
    if not doubt.lines:
        return tr("全文")
    return tr("第 {lines} 行", lines=tr("、").join(map(str, doubt.lines)))


def spoken(doubt: Doubt) -> str:
    """Return a doubt as it is read out."""
    deed = tr("，Alt+Enter {deed}", deed=doubt.deed) if doubt.deed else ""
    return tr(
        "{severity}，{place}，{words}{deed}",
        severity=tr(_SPOKEN[doubt.severity]),
        place=place_words(doubt),
        words=doubt.words,
        deed=deed,
    )


def _key(doubt: Doubt) -> tuple[Severity, tuple[int, ...], str]:
    return doubt.severity, doubt.lines, doubt.field


def _draw(painter: QPainter, box: QRect, words: str, role: str) -> None:
    painter.setPen(QColor(getattr(tokens(), role)))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
