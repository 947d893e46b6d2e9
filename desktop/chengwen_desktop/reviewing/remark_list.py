"""The remarks as a list: verdict and clause, the words, in whose name and when."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPen,
    QStandardItem,
    QStandardItemModel,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from chengwen_desktop.reviewing.words import below, spoken, state, written
from chengwen_desktop.rows import paint_ground, read_row
from chengwen_desktop.theme import current
from chengwen_desktop.theme.current import tokens
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import NOTE, bold, sized_font
from chengwen_library.model import Opinion
from chengwen_templates.remarks import Listed

LEFT, RIGHT, TOP = 12, 16, 8
MOST_LINES = 4
"""Lines that a remark takes in the list; the whole is in the tooltip."""

_LISTED = Qt.ItemDataRole.UserRole
_COLOURS = {Opinion.AGREE: "ok", Opinion.CHANGE: "warn", Opinion.DELETE: "err"}

Index = QModelIndex | QPersistentModelIndex


class RemarkList(QListView):
    """The list. `opened` carries the remark whose clause is asked for, `removal_asked` and `rewriting_asked` by key."""

    opened = Signal(object)
    chosen = Signal()
    removal_asked = Signal()
    rewriting_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(tr("审阅意见"))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.selectionModel().currentChanged.connect(self.chosen)
        self.clicked.connect(self._open)
        current.changed.connect(self.viewport().update)

    @property
    def listed(self) -> Listed | None:
        """The remark that is chosen."""
        found = self.currentIndex().data(_LISTED)
        return found if isinstance(found, Listed) else None

    @property
    def all_listed(self) -> list[Listed]:
        """All that stand in the list."""
        return [self._model.item(row).data(_LISTED) for row in range(self._model.rowCount())]

    def show_remarks(self, remarks: Sequence[Listed]) -> None:
        """Show these; the chosen one stays if it is among them, else the one that took its place is chosen."""
        before, row = self.listed, self.currentIndex().row()
        with QSignalBlocker(self.selectionModel()):
            self._model.clear()
            for one in remarks:
                item = QStandardItem(spoken(one))
                item.setData(one, _LISTED)
                item.setData("\n".join([one.place, below(one.remark)]), Qt.ItemDataRole.ToolTipRole)
                self._model.appendRow(item)
        kept = [n for n, one in enumerate(remarks) if before is not None and one.remark.id == before.remark.id]
        place = kept[0] if kept else min(max(row, 0), len(remarks) - 1)
        self.setCurrentIndex(self._model.index(place, 0))
        self.chosen.emit()

    def choose(self, identity: str) -> None:
        """Choose a remark by its identity."""
        for row, one in enumerate(self.all_listed):
            if one.remark.id == identity:
                self.setCurrentIndex(self._model.index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter goes to the clause, F2 rewrites, Delete takes out."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open()
        elif event.key() == Qt.Key.Key_Delete:
            self.removal_asked.emit()
        elif event.key() == Qt.Key.Key_F2:
            self.rewriting_asked.emit()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        if self.listed is not None:
            self.opened.emit(self.listed)


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: RemarkList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Return the height of the remark's lines, at most four, between its head and its foot."""
        listed, note = index.data(_LISTED), QFontMetrics(sized_font(NOTE))
        if not isinstance(listed, Listed):
            return QSize(120, 28)
        head = QFontMetrics(bold(read_row(option).font)).height()
        lines = self._lines(below(listed.remark))
        words = round(_leading() * lines) + 4 if lines else 0
        return QSize(120, TOP + head + 4 + words + note.height() + TOP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the remark."""
        row, listed = read_row(option), index.data(_LISTED)
        if not isinstance(listed, Listed):
            return
        painter.save()
        paint_ground(painter, row, tokens().base)
        painter.fillRect(row.rect.left(), row.rect.bottom(), row.rect.width(), 1, QColor(tokens().hair))
        box = row.rect.adjusted(LEFT, TOP, -RIGHT, -TOP)
        painter.setFont(bold(row.font))
        head = painter.fontMetrics().height()
        self._paint_head(painter, QRect(box.left(), box.top(), box.width(), head), listed)
        words = below(listed.remark)
        painter.setPen(QColor(tokens().text))
        _draw_words(painter, QRectF(box).adjusted(0, head + 4, 0, 0), words)
        painter.setFont(_note())
        painter.setPen(QColor(tokens().text2))
        foot = QRect(box.left(), box.bottom() - painter.fontMetrics().height() + 1, box.width(), head)
        who = painter.fontMetrics().elidedText(written(listed.remark), Qt.TextElideMode.ElideRight, foot.width())
        painter.drawText(foot, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, who)
        painter.restore()

    def _paint_head(self, painter: QPainter, box: QRect, listed: Listed) -> None:
        font, left, right = painter.font(), box.left(), box.right()
        if told := state(listed):
            painter.setFont(_note())
            painter.setPen(QColor(tokens().text2))
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, told)
            right -= painter.fontMetrics().horizontalAdvance(told) + 8
        if listed.remark.opinion is not None:
            left = _paint_opinion(painter, box, listed.remark.opinion) + 8
        painter.setFont(font)
        painter.setPen(QColor(tokens().text2 if listed.is_gone else tokens().text))
        words = painter.fontMetrics().elidedText(listed.place, Qt.TextElideMode.ElideRight, right - left)
        painter.drawText(QRect(left, box.top(), right - left, box.height()), Qt.AlignmentFlag.AlignVCenter, words)

    def _lines(self, words: str) -> int:
        """Return how many lines the words take, at most four."""
        width = max(60, self._view.viewport().width() - LEFT - RIGHT)
        return min(MOST_LINES, _laid(words, width).lineCount()) if words else 0


def _laid(words: str, width: float) -> QTextLayout:
    """Return the words in lines of this width in px."""
    layout = QTextLayout(words.replace("\n", "\u2028"), _note())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
    layout.endLayout()
    return layout


def _draw_words(painter: QPainter, box: QRectF, words: str) -> None:
    """Draw at most four lines, the last one ending in … if there are more."""
    layout = _laid(words, box.width())
    painter.setFont(_note())
    metrics, count = painter.fontMetrics(), min(MOST_LINES, layout.lineCount())
    for number in range(count):
        line = layout.lineAt(number)
        begin, end = line.textStart(), line.textStart() + line.textLength()
        if number == count - 1 < layout.lineCount() - 1:
            end = len(words)
        shown = metrics.elidedText(words[begin:end].replace("\n", " "), Qt.TextElideMode.ElideRight, int(box.width()))
        room = QRectF(box.left(), box.top() + number * _leading(), box.width(), _leading())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown.rstrip())


def _paint_opinion(painter: QPainter, box: QRect, opinion: Opinion) -> int:
    """Draw the verdict in a frame of its colour at the left; return its right edge."""
    painter.setFont(_note())
    words = tr(opinion.value)
    width = painter.fontMetrics().horizontalAdvance(words) + 10
    frame = QRectF(box.left() + 0.5, box.top() + 0.5, width, box.height() - 1)
    colour = QColor(getattr(tokens(), _COLOURS[opinion]))
    painter.setPen(QPen(colour, 1))
    painter.drawRect(frame)
    painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, words)
    return box.left() + width


def _note() -> QFont:
    return sized_font(NOTE)


def _leading() -> float:
    return QFontMetrics(_note()).height() * 1.15
