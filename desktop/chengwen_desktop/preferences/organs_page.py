"""机关名录: the table of organs, and proposals from the texts of the library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from chengwen_desktop.preferences.sheet_page import SheetPage
from chengwen_desktop.preferences.sheets import Rows, Sheet, split_words
from chengwen_desktop.rows import row_height
from chengwen_desktop.tasks import Tasks
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import FieldEdit, label, push_button, surface
from chengwen_library.clauses import clauses
from chengwen_library.facts.responsibility import CONTACT_ROLE, responsibilities
from chengwen_library.library import Library
from chengwen_library.model import Measure

MOST_PROPOSED = 400

Proposals = tuple[tuple[str, int], ...]
"""Names of organs with how many clauses name them responsible."""


class OrgansPage(SheetPage):
    """`library` gives the library when it is open."""

    def __init__(self, sheet: Sheet, library: Callable[[], Library | None], tasks: Tasks) -> None:
        super().__init__(sheet, tr("机关名录"), tr("还没有机关"))
        self._library, self._tasks = library, tasks
        self.dialog: ProposalsDialog | None = None
        self.propose_button = push_button(
            tr("从条款库里找…"), tr("列出条款库里写明的责任单位，勾选后收进来"), self._propose
        )
        self.propose_button.setAutoDefault(False)
        self.buttons.insertWidget(3, self.propose_button)

    def _propose(self) -> None:
        library = self._library()
        if library is None:
            return
        self.table.finish()
        self.propose_button.setEnabled(False)
        self._tasks.run("organs", lambda: proposals(library.measures()), self._show, self._fail)

    def _show(self, found: Proposals) -> None:
        self.propose_button.setEnabled(True)
        known = _known(self.table.cells.rows)
        self.dialog = ProposalsDialog([one for one in found if one[0] not in known], self.window())
        self.dialog.accepted.connect(self._take)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def _take(self) -> None:
        names = self.dialog.chosen if self.dialog else []
        if names:
            table = [(name, "", "") for name in names]
            self.table.add_rows(tr("收入 {count} 个机关", count=len(names)), table)

    def _fail(self, error: Exception) -> None:
        from chengwen_desktop import faults

        faults.record(error)
        self.propose_button.setEnabled(True)
        self.words.setText(tr("没能从条款库里找，出错记录已经写下。"))


class ProposalsDialog(QDialog):
    """Names to tick. `chosen` are those that were."""

    def __init__(self, found: Sequence[tuple[str, int]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("从条款库里找"))
        self.setModal(True)
        self.resize(QSize(520, 560))
        self.search = FieldEdit()
        self.search.setPlaceholderText(tr("查找机关"))
        self.search.setAccessibleName(tr("查找机关"))
        self.search.setToolTip(tr("如“鄂州”"))
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("条款库里的责任单位"))
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        for name, count in found[:MOST_PROPOSED]:
            item = QListWidgetItem(tr("{name}　{count} 条", name=name, count=count))
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setCheckState(Qt.CheckState.Unchecked)
            item.setSizeHint(QSize(0, row_height(self.list, 28)))
            self.list.addItem(item)
        self.take_button = push_button(tr("收入机关名录"), tr("把勾选的收进机关名录"), self.accept)
        self.take_button.setProperty("primary", True)
        self.take_button.setEnabled(False)
        self._found = len(found)
        self._lay_out()
        self.search.textChanged.connect(self._filter)
        self.list.itemChanged.connect(self._on_ticked)

    @property
    def chosen(self) -> list[str]:
        """The names that are ticked."""
        items = [self.list.item(row) for row in range(self.list.count())]
        return [str(one.data(Qt.ItemDataRole.UserRole)) for one in items if one.checkState() is Qt.CheckState.Checked]

    def _filter(self, words: str) -> None:
        for row in range(self.list.count()):
            self.list.item(row).setHidden(words.strip() not in self.list.item(row).text())

    def _on_ticked(self) -> None:
        self.take_button.setEnabled(bool(self.chosen))

    def _lay_out(self) -> None:
        told = tr("条款库里写明的责任单位，按条数排。文件里多是简称，收进来以后把全称补上。")
        none = tr("条款库里没有名录以外的责任单位。")
        head, foot = surface("head"), surface("foot")
        top, row = QVBoxLayout(head), QHBoxLayout(foot)
        top.setContentsMargins(16, 12, 16, 12)
        top.setSpacing(8)
        top.addWidget(label(told if self._found else none))
        top.addWidget(self.search)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(8)
        row.addStretch(1)
        cancel = push_button(tr("取消"), tr("取消（Esc）"), self.reject)
        for button in (self.take_button, cancel):
            button.setAutoDefault(False)
            button.setMinimumHeight(32)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (head, self.list, foot):
            column.addWidget(widget, 1 if widget is self.list else 0)


def proposals(measures: Sequence[Measure]) -> Proposals:
    """Return the organs that the measures name responsible, those of most notes first."""
    counts: Counter[str] = Counter()
    for measure in measures:
        for clause in clauses(measure):
            named = [one.organs for one in responsibilities(clause.text) if one.role != CONTACT_ROLE]
            counts.update({name for names in named for name in names if name.strip()})
    return tuple(sorted(counts.items(), key=lambda one: (-one[1], one[0])))


def _known(rows: Rows) -> set[str]:
    return {name for row in rows for name in (row.cells[0], *split_words(row.cells[1]))}
