"""检查规则: all rules by family, each with its weight, its basis and a switch."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import tomli
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QSize, QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QTreeView

from chengwen_desktop.checking.words import SEVERITIES, severity
from chengwen_desktop.preferences.page import Page, Spot
from chengwen_desktop.preferences.sheet_page import framed
from chengwen_desktop.rows import row_height
from chengwen_desktop.theme.severity_icon import severity_icon
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import FieldEdit, bold, check, label
from chengwen_templates.checks.rules import Rule, rules

ROW = 28
_ID = Qt.ItemDataRole.UserRole
_OFF = Qt.ItemDataRole.UserRole + 1
_Role = Qt.ItemDataRole

Off = frozenset[str]


class RulesPage(Page[Off]):
    """The table; a family's box switches all of its rules."""

    def __init__(self) -> None:
        super().__init__()
        self._off: Off = frozenset()
        self.search = FieldEdit()
        self.only_off = check("", tr("只列出关掉的规则"))
        self.count = label("", "note")
        self.count.setWordWrap(False)
        self.words = label("", "note")
        self.model = QStandardItemModel(self)
        self.rows = _Rows(self)
        self.tree = self._tree()
        self._items: dict[str, QStandardItem] = {}
        self._fill()
        self.tree.setColumnWidth(0, self.fontMetrics().horizontalAdvance("规") * 26)
        self._lay_out()
        self.model.itemChanged.connect(self._on_ticked)
        self.search.textChanged.connect(self._on_search)
        self.only_off.toggled.connect(self._on_only_off)
        self.tree.selectionModel().currentChanged.connect(self._tell)

    def show_state(self, state: Off) -> None:
        """Show which rules are switched off."""
        self._off = state
        self.model.blockSignals(True)
        for identity, item in self._items.items():
            item.setCheckState(Qt.CheckState.Unchecked if identity in state else Qt.CheckState.Checked)
            item.setData(identity in state, _OFF)
            item.setData(_spoken(rules()[identity], is_off=identity in state), _Role.AccessibleTextRole)
        for place in range(self.model.rowCount()):
            _show_family(self.model.item(place))
        self.model.blockSignals(False)
        self.tree.viewport().update()
        self.rows.invalidate()
        self.tree.expandAll()
        self.only_off.setText(tr("关掉的 {count} 条", count=len(state)))
        self.only_off.setAccessibleName(self.only_off.text())
        self.only_off.setEnabled(bool(state) or self.only_off.isChecked())
        self.count.setText(tr("开着 {on} 条，共 {all} 条", on=len(rules()) - len(state), all=len(rules())))

    def spots(self) -> Sequence[Spot]:
        """Return the rules by their titles and bases."""
        return [Spot(f"{one.title}　{one.basis}", one.id) for one in rules().values()]

    def go_to(self, key: object) -> None:
        """Go to a rule."""
        item = self._items.get(str(key))
        self.tree.setFocus()
        if item is not None:
            self.search.clear()
            self.only_off.setChecked(False)
            index = self.rows.mapFromSource(item.index())
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.tree.selectionModel().setCurrentIndex(index, flags)
            self.tree.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def loss(self, state: Off) -> str:
        """Say how many rules come on again."""
        return tr("关掉的 {count} 条规则会重新打开。", count=len(state)) if state else ""

    def _on_ticked(self, item: QStandardItem) -> None:
        on = item.checkState() is Qt.CheckState.Checked
        identity = item.data(_ID)
        changed = {identity} if identity else {str(item.child(n).data(_ID)) for n in range(item.rowCount())}
        state = self._off - changed if on else self._off | changed
        if state == self._off:
            return
        name = item.text().partition("　")[0]
        self.edited.emit(tr("打开“{name}”", name=name) if on else tr("关掉“{name}”", name=name), state)

    def _tell(self, index: QModelIndex) -> None:
        rule = rules().get(str(index.siblingAtColumn(0).data(_ID) or ""))
        if rule is None:
            self.words.setText("")
            return
        why = f"　{rule.why}" if rule.why else ""
        weight = tr(
            "{severity}，依据是“{strength}”", severity=tr(SEVERITIES[severity(rule)]), strength=tr(rule.strength)
        )
        self.words.setText(tr("{weight}：{basis}。", weight=weight, basis=rule.basis) + why)

    def _on_search(self, words: str) -> None:
        self.rows.wanted = words.strip().lower()
        self.rows.invalidate()
        self.tree.expandAll()

    def _on_only_off(self, only: bool) -> None:
        self.rows.only_off = only
        self.rows.invalidate()
        self.tree.expandAll()
        self.only_off.setEnabled(bool(self._off) or only)

    def _fill(self) -> None:
        self.model.setHorizontalHeaderLabels([tr("规则"), tr("依据")])
        for family in dict.fromkeys(rule.family for rule in rules().values()):
            head = _item(tr(_families().get(family, family)))
            head.setFont(bold(head.font()))
            for rule in rules().values():
                if rule.family == family:
                    head.appendRow(self._rule_items(rule))
            beside = QStandardItem()
            beside.setEditable(False)
            self.model.appendRow([head, beside])

    def _rule_items(self, rule: Rule) -> list[QStandardItem]:
        item, basis = _item(rule.title), QStandardItem(rule.basis)
        item.setData(rule.id, _ID)
        item.setIcon(severity_icon(severity(rule)))
        item.setToolTip(rule.title)
        basis.setToolTip(rule.basis)
        for one in (item, basis):
            one.setEditable(False)
        self._items[rule.id] = item
        return [item, basis]

    def _tree(self) -> QTreeView:
        self.rows.setSourceModel(self.model)
        tree = QTreeView()
        tree.setModel(self.rows)
        tree.setProperty("report", True)
        tree.setAccessibleName(tr("检查规则"))
        tree.setUniformRowHeights(True)
        tree.setAllColumnsShowFocus(True)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        tree.setIconSize(QSize(16, 16))
        tree.header().setStretchLastSection(True)
        tree.header().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return tree

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(tr("查找规则"))
        self.search.setAccessibleName(tr("查找规则"))
        self.search.setToolTip(tr("按名称或依据查找"))
        self.search.setClearButtonEnabled(True)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.search, 1)
        head.addWidget(self.only_off)
        head.addWidget(self.count)
        self.column.addLayout(head)
        self.column.addWidget(framed(self.tree), 1)
        self.words.setMinimumHeight(44)
        self.column.addWidget(self.words)
        height = row_height(self.tree, ROW)
        for item in self._items.values():
            item.setSizeHint(QSize(0, height))
        for place in range(self.model.rowCount()):
            self.model.item(place).setSizeHint(QSize(0, height))


class _Rows(QSortFilterProxyModel):
    """The rules that hold what is looked for, with the heads of their families."""

    def __init__(self, parent: Page[Off]) -> None:
        super().__init__(parent)
        self.wanted = ""
        self.only_off = False
        self.setRecursiveFilteringEnabled(True)

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:  # noqa: N802
        """Tell whether a rule is shown; a family is if one of its rules is."""
        if not parent.isValid():
            return False
        model = self.sourceModel()
        item = model.index(row, 0, parent)
        if self.only_off and not item.data(_OFF):
            return False
        rule = rules()[str(item.data(_ID))]
        return self.wanted in f"{rule.title} {rule.basis} {rule.id} {parent.data()}".lower()


def _item(words: str) -> QStandardItem:
    item = QStandardItem(words)
    item.setCheckable(True)
    item.setEditable(False)
    return item


def _show_family(item: QStandardItem) -> None:
    off = sum(bool(item.child(n).data(_OFF)) for n in range(item.rowCount()))
    mixed = Qt.CheckState.PartiallyChecked if off < item.rowCount() else Qt.CheckState.Unchecked
    item.setCheckState(mixed if off else Qt.CheckState.Checked)
    told = tr("全部开着") if not off else tr("关掉 {count} 条", count=off)
    item.setData(tr("{family}，{told}", family=item.text(), told=told), _Role.AccessibleTextRole)


def _spoken(rule: Rule, *, is_off: bool) -> str:
    state = tr("关着") if is_off else tr("开着")
    return tr(
        "{title}，{state}，{severity}，{basis}",
        title=rule.title,
        state=state,
        severity=tr(SEVERITIES[severity(rule)]),
        basis=rule.basis,
    )


@cache
def _families() -> dict[str, str]:
    source = files("chengwen_desktop.preferences") / "families.toml"
    return tomli.loads(source.read_text(encoding="utf-8"))
