"""What became of the files of a batch, in a list; a double click opens a file for a look."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from chengwen_desktop.importing.batch import FINISHED, WORDS, Line, in_order, tally
from chengwen_desktop.rows import paint_ground, read_row, row_height
from chengwen_desktop.theme.current import tokens
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import label, push_button, surface
from chengwen_library.batch import Result

USUAL = QSize(880, 560)

_LINE = Qt.ItemDataRole.UserRole
_ROLES = {Result.READ: "ok", Result.WARNED: "warn", Result.KNOWN: "text2", Result.CONFLICT: "err", Result.FAILED: "err"}

Index = QModelIndex | QPersistentModelIndex


class OutcomeDialog(QDialog):
    """The list. `review_asked` carries the line of a file that a person wants to look at."""

    review_asked = Signal(object)

    def __init__(self, lines: Sequence[Line], total: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("读入的结果"))
        self.setModal(True)
        self.resize(USUAL)
        self._model = QStandardItemModel(self)
        self.list = self._make_list(in_order(lines))
        stopped = (
            tr("停下了，{total:,} 件里读了 {count:,} 件。", total=total, count=len(lines)) if len(lines) < total else ""
        )
        self.words = label(f"{stopped}{tally(lines)}")
        self.review_button = push_button(tr("核对这件"), tr("打开这件，核对读入结果（Enter）"), self._on_review)
        self.review_button.setProperty("primary", True)
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.setCurrentIndex(self._model.index(0, 0))
        self._on_current()
        self.list.setFocus()

    def replace(self, old: Line, new: Line) -> None:
        """Show that a file was looked at."""
        for row in range(self._model.rowCount()):
            if self._model.item(row).data(_LINE) == old:
                self._dress(self._model.item(row), new)

    @property
    def line(self) -> Line | None:
        """The line that is current."""
        found = self.list.currentIndex().data(_LINE)
        return found if isinstance(found, Line) else None

    def _on_review(self) -> None:
        if self.line is not None and self.review_button.isEnabled():
            self.review_asked.emit(self.line)

    def _on_current(self) -> None:
        line = self.line
        self.review_button.setEnabled(line is not None and line.path.suffix.lower() != FINISHED)

    def _make_list(self, lines: Sequence[Line]) -> QListView:
        for line in lines:
            item = QStandardItem()
            self._dress(item, line)
            self._model.appendRow(item)
        view = QListView()
        view.setModel(self._model)
        view.setItemDelegate(_Delegate(view))
        view.setAccessibleName(tr("读入的文件"))
        view.setFrameShape(QListView.Shape.NoFrame)
        view.setMouseTracking(True)
        view.setUniformItemSizes(True)
        view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.activated.connect(self._on_review)
        return view

    def _dress(self, item: QStandardItem, line: Line) -> None:
        item.setText(tr("，").join(filter(None, [line.path.name, tr(WORDS[line.result]), line.message])))
        item.setData(line, _LINE)
        item.setData(f"{line.path}\n{line.message}".strip(), Qt.ItemDataRole.ToolTipRole)

    def _lay_out(self) -> None:
        head, foot = surface("head"), surface("foot")
        head_row, foot_row = QHBoxLayout(head), QHBoxLayout(foot)
        head_row.setContentsMargins(16, 10, 16, 11)
        head_row.addWidget(self.words)
        foot_row.setContentsMargins(16, 12, 16, 12)
        foot_row.addStretch(1)
        close = push_button(tr("关闭"), tr("关闭（Esc）"), self.accept)
        for button in (close, self.review_button):
            button.setAutoDefault(False)
            button.setMinimumHeight(32)
            foot_row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.list, 1)
        column.addWidget(foot)


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, ARG002
        """Return a row of the height that the font asks for."""
        return QSize(120, row_height(self._view, 28))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw what became of the file, its name, and why."""
        row, line = read_row(option), index.data(_LINE)
        if not isinstance(line, Line):
            return
        painter.save()
        paint_ground(painter, row, tokens().base)
        painter.setFont(row.font)
        metrics = painter.fontMetrics()
        first = 16 + metrics.horizontalAdvance(tr("没有收入")) + 16
        second = first + min(260, self._view.viewport().width() // 3)
        end = self._view.viewport().width() - 16
        cells = (
            (16, first, tr(WORDS[line.result]), _ROLES[line.result]),
            (first, second, line.path.name, "text"),
            (second, end, line.message.replace("\n", " "), "text2"),
        )
        for left, right, words, role in cells:
            painter.setPen(QColor(getattr(tokens(), role)))
            box = QRect(left, row.rect.top(), right - left - 12, row.rect.height())
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.restore()
