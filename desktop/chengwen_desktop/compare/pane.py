"""对照: filters with counts, what the marks mean, and the pairs."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from chengwen_desktop.compare.legend import CompareLegend
from chengwen_desktop.compare.list import CompareList
from chengwen_desktop.compare.pairs import FILTERED, Filter, counts
from chengwen_desktop.importing.progress_line import ProgressLine
from chengwen_desktop.origins import Origins
from chengwen_desktop.search.flow import flowing
from chengwen_desktop.theme.icons import icon
from chengwen_desktop.theme.marks import paint_relation
from chengwen_desktop.translation import marked, tr
from chengwen_desktop.widgets import empty_page, link_button, push_button, surface
from chengwen_index.comparing.similarity import Relation

KEYS = marked("↑↓ 逐条，→ ← 换先例，空格 下一处差异，Enter 到编辑")


class ComparePane(QWidget):
    """The pane. `export_asked` asks for the table as a file, `go_on_asked` for comparing what a stop left."""

    export_asked = Signal()
    go_on_asked = Signal()

    def __init__(self, origins: Origins) -> None:
        super().__init__()
        self.list = CompareList(origins)
        self.list.filtered.connect(self.narrow)
        self.filters = {wanted: self._filter_button(wanted) for wanted in Filter}
        self.go_on = link_button(tr("继续对照"), tr("对照停下时剩下的条款"), self.go_on_asked.emit)
        self.export = push_button(tr("导出对照表"), tr("把逐条对照存为 .docx"), self.export_asked.emit)
        self.export.setIcon(icon("export"))
        self.line = ProgressLine(tr("停下，已经对照的留着"))
        self._nothing = empty_page("", "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._lay_out()
        self.show_counts()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Hand the focus to the list; as its proxy it would be all of the pane that Tab comes to."""
        self.list.setFocus(event.reason())

    def narrow(self, wanted: Filter) -> None:
        """Show only some of the rows; the chosen clause stays chosen if it shows."""
        pair = self.list.pair
        self.list.pairs.narrow(wanted)
        self.filters[wanted].setChecked(True)
        self.list.go_to(pair.clause.eid if pair else "")
        self.show_counts()

    def show_counts(self) -> None:
        """Say how many rows each filter shows, and whether there is anything to compare."""
        found = counts(self.list.pairs.pairs)
        for wanted, button in self.filters.items():
            gap = "" if wanted is Filter.ALL else " "  # Qt leaves hardly a gap behind the mark
            button.setText(f"{gap}{tr(wanted.value)} {found[wanted]}")
            key = list(Filter).index(wanted) + 1
            button.setToolTip(tr("{name}，{count} 条（{key}）", name=tr(wanted.value), count=found[wanted], key=key))
            button.setAccessibleName(tr("{name}，{count} 条", name=tr(wanted.value), count=found[wanted]))
        if not self.list.pairs.rowCount():
            self._say_nothing(bool(found[Filter.ALL]))
        self._stack.setCurrentIndex(0 if self.list.pairs.rowCount() else 1)

    def _say_nothing(self, is_narrowed: bool) -> None:
        page = (
            empty_page(
                tr("没有这样的条款"),
                tr("换一个筛选，或者看全部。"),
                link_button(tr("看全部"), tr("看全部（1）"), lambda: self.narrow(Filter.ALL)),
            )
            if is_narrowed
            else empty_page(tr("还没有可以对照的条款"), tr("写下第一条，这里就把它和条款库里最相近的先例并排列出。"))
        )
        self._stack.removeWidget(self._nothing)
        self._nothing.deleteLater()
        self._nothing = page
        self._stack.insertWidget(1, page)

    def _filter_button(self, wanted: Filter) -> QPushButton:
        button = push_button(tr(wanted.value), "", lambda: self.narrow(wanted))
        button.setCheckable(True)
        button.setChecked(wanted is Filter.ALL)
        button.setProperty("facet", True)
        if wanted is not Filter.ALL:
            button.setIcon(QIcon(_RelationMark(FILTERED.get(wanted))))
            button.setIconSize(QSize(13, 13))
        return button

    def _lay_out(self) -> None:
        group = QButtonGroup(self)
        top = surface("window")
        rows = QVBoxLayout(top)
        rows.setContentsMargins(12, 8, 12, 8)
        row = QHBoxLayout()
        rows.addLayout(row)
        row.setSpacing(6)
        for button in self.filters.values():
            group.addButton(button)
        row.addWidget(flowing(*self.filters.values(), self.go_on), 1)
        row.addWidget(self.export, 0, Qt.AlignmentFlag.AlignTop)
        self.go_on.hide()
        self.list.setToolTip(tr(KEYS))
        line = surface("line")
        line.setFixedHeight(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._stack.addWidget(self._nothing)
        for widget in (top, line, self.line, CompareLegend(self.list.viewport()), self._stack):
            column.addWidget(widget, 1 if widget is self._stack else 0)


class _RelationMark(QIconEngine):
    """The mark of a relation as an icon; its colour follows the theme."""

    def __init__(self, relation: Relation | None) -> None:
        super().__init__()
        self._relation = relation

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:  # noqa: ARG002
        """Draw it so that it fills `rect`."""
        paint_relation(painter, QRectF(rect), self._relation)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return it on a transparent ground."""
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        """Return a copy; Qt asks for one when an icon is changed."""
        return _RelationMark(self._relation)
