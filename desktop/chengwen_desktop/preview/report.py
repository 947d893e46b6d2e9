"""导出报告 in the window: each requirement, what was measured, ✓ or why not; a row draws its place on the face."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QIcon, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStackedWidget, QTreeView, QVBoxLayout, QWidget

from chengwen_desktop.preview.screen import Figure
from chengwen_desktop.rows import row_height
from chengwen_desktop.theme.current import tokens
from chengwen_desktop.theme.icons import icon
from chengwen_desktop.translation import marked, tr
from chengwen_desktop.widgets import NOTE, bold, empty_page, label, link_button, sized_font
from chengwen_templates.measuring.outcome import ExportReport, Row, Verdict
from chengwen_templates.units import mm_to_pt

_MARKS = {
    Verdict.MET: ("check", "ok"),
    Verdict.PROFILE: ("diamond", "hint"),
    Verdict.PRACTICE: ("diamond", "hint"),
    Verdict.SUBSTITUTED: ("diamond", "hint"),
    Verdict.UNMEASURED: ("dots-three", "text3"),
    Verdict.MISSED: ("x-circle", "err"),
}
_ROW = Qt.ItemDataRole.UserRole
_HEADS = (marked("要素"), marked("要求"), marked("实测"), marked("条款"))
_WIDTHS = (0, 92, 84, 46)
_ROW_HEIGHT, _GROUP_HEIGHT = 26, 24


class ReportPane(QWidget):
    """The report of one file. `figure_asked` carries the Figure to draw on its face, or None."""

    figure_asked = Signal(object)
    measure_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.outcome = label("")
        self.outcome.setFont(bold(self.outcome.font()))
        self.counts = label("", "note")
        self.tree = _tree()
        self.detail = label("", "note")
        self._model = QStandardItemModel(self)
        self.tree.setModel(self._model)
        self._pages = QStackedWidget()
        measure = link_button(tr("现在就量"), tr("排成 PDF 逐项量，不存文件"), self.measure_asked.emit)
        words = tr("导出 Word 文件或 PDF 后，这里逐项列出从文件量得的数值，对着 GB/T 9704-2012 的条款。")
        self._pages.addWidget(empty_page(tr("还没有导出"), words, measure))
        self._pages.addWidget(self._report_page())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self.tree.selectionModel().currentChanged.connect(self._on_current)

    def show_measuring(self, name: str) -> None:
        """Say that a file is being measured; the last figures stay, greyed."""
        self._pages.setCurrentIndex(1)
        self.outcome.setText(tr("正在量“{name}”…", name=name))
        self.counts.setText(tr("可以继续写。"))
        self.tree.setEnabled(False)

    def show_report(self, name: str, report: ExportReport) -> None:
        """Show what a file measures."""
        self._pages.setCurrentIndex(1)
        self.tree.setEnabled(True)
        missed = report.count(Verdict.MISSED)
        self.outcome.setText(
            tr("{count} 项不符合 GB/T 9704-2012", count=missed) if missed else tr("符合 GB/T 9704-2012")
        )
        counts = [
            tr("{count} 项{verdict}", count=report.count(one), verdict=tr(one)) for one in Verdict if report.count(one)
        ]
        self.counts.setText(tr("按“{name}”量得：{counts}。", name=name, counts=tr("，").join(counts)))
        self._model.clear()
        self._model.setHorizontalHeaderLabels([tr(head) for head in _HEADS])
        self._fill(report)
        self._spread()
        self.tree.expandAll()
        self.detail.setText("\n".join(one.line for one in report.deviations))

    def show_outdated(self) -> None:
        """Say that the draft has changed since."""
        words = tr("此后文稿已经改动。")
        if self._pages.currentIndex() == 1 and self.tree.isEnabled() and not self.counts.text().endswith(words):
            self.counts.setText(self.counts.text() + words)

    def forget(self) -> None:
        """Show nothing; another draft was opened."""
        self._model.clear()
        self._pages.setCurrentIndex(0)

    def _report_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget, margins in ((self.outcome, (12, 10, 12, 0)), (self.counts, (12, 2, 12, 8))):
            widget.setContentsMargins(*margins)
            column.addWidget(widget)
        column.addWidget(self.tree, 1)
        self.detail.setContentsMargins(12, 8, 12, 8)
        column.addWidget(self.detail)
        return page

    def _fill(self, report: ExportReport) -> None:
        """Put in the rows that fail first, then the others under their elements."""
        missed = [row for row in report.rows if row.verdict is Verdict.MISSED]
        if missed:
            self._add_group(tr("不符合"), missed)
        others = [row for row in report.rows if row.verdict is not Verdict.MISSED]
        for element, rows in groupby(others, key=lambda row: row.requirement.element):
            self._add_group(element, list(rows))

    def _add_group(self, name: str, rows: list[Row]) -> None:
        head = QStandardItem(name)
        head.setEditable(False)
        head.setFont(sized_font(NOTE))
        head.setForeground(QBrush(QColor(tokens().text2)))
        head.setSizeHint(QSize(0, row_height(self.tree, _GROUP_HEIGHT)))
        self._model.appendRow([head, *(QStandardItem() for _ in _HEADS[1:])])
        for row in rows:
            head.appendRow(_items(row, row_height(self.tree, _ROW_HEIGHT)))

    def _spread(self) -> None:
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate(_WIDTHS[1:], start=1):
            header.resizeSection(column, max(width, header.sectionSizeHint(column)))
        for place in range(self._model.rowCount()):
            self.tree.setFirstColumnSpanned(place, QModelIndex(), True)

    def _on_current(self, index: QModelIndex) -> None:
        row = index.siblingAtColumn(0).data(_ROW)
        if not isinstance(row, Row):
            self.detail.setText("")
            self.figure_asked.emit(None)
            return
        self.detail.setText(_sentence(row))
        self.figure_asked.emit(_figure(row))


def _tree() -> QTreeView:
    tree = QTreeView()
    tree.setAccessibleName(tr("导出报告"))
    tree.header().setAccessibleName(tr("导出报告的各列"))
    tree.setFrameShape(QTreeView.Shape.NoFrame)
    tree.setRootIsDecorated(False)
    tree.setIndentation(0)
    tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    tree.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return tree


def _items(row: Row, height: int) -> list[QStandardItem]:
    one = row.requirement
    items = [QStandardItem(words) for words in (one.what, row.required, row.got or tr(row.verdict), one.clause)]
    items[0].setIcon(_mark(row.verdict))
    items[0].setData(row, _ROW)
    for item in items:
        item.setEditable(False)
        item.setToolTip(_sentence(row))
        item.setSizeHint(QSize(0, height))
    name = tr(
        "{element}，{what}，{verdict}，要求 {required}，实测 {got}",
        element=one.element,
        what=one.what,
        verdict=tr(row.verdict),
        required=row.required,
        got=row.got,
    )
    items[0].setData(name, Qt.ItemDataRole.AccessibleTextRole)
    return items


def _mark(verdict: Verdict) -> QIcon:
    return icon(*_MARKS[verdict])


def _sentence(row: Row) -> str:
    """Say a row in full: element, what, required, measured, clause, and why it is not simply met."""
    one = row.requirement
    measured = tr("实测 {got}", got=row.got) if row.got else tr(row.verdict)
    why = tr("。{why}", why=row.why) if row.why else ""
    return tr(
        "{element}：{what}，要求 {required}，{measured}（{clause}，{strength}）{why}",
        element=one.element,
        what=one.what,
        required=row.required,
        measured=measured,
        clause=one.clause,
        strength=tr(one.strength),
        why=why,
    )


def _figure(row: Row) -> Figure | None:
    """Return the place that the figure was measured at."""
    found = row.measurement
    if found is None or found.area is None or not found.page:
        return None
    left, top, right, bottom = map(mm_to_pt, (found.area.left, found.area.top, found.area.right, found.area.bottom))
    return Figure(found.page - 1, QRectF(left, top, right - left, bottom - top), row.got)
