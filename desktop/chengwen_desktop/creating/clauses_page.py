"""起步条款: topics at the left, their clauses to tick in the middle, what was chosen at the right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from chengwen_desktop.clause.proposing import Proposal, Swap, swaps
from chengwen_desktop.creating.state import Chosen, key
from chengwen_desktop.creating.two_lines import DATA_ROLE, item, two_line_list
from chengwen_desktop.origins import place_name
from chengwen_desktop.search.finder import place_words
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import bold, check, choice, empty, label, push_button, surface
from chengwen_index.search import Hit

PAUSE = 150
"""Milliseconds without a key before the clauses are looked for."""

SIDES = (168, 300)
"""Widths in px of the topics and of what was chosen."""


class ClausesPage(QWidget):
    """The page. `asked` carries a topic and words to look for; `changed`: other clauses, or taken otherwise."""

    asked = Signal(str, str)
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.chosen: list[Chosen] = []
        self.refused: set[str] = set()
        self.brought = 0
        self._parts: list[str] = []
        self.topics = two_line_list(tr("主题"), strong=False)
        self.topics.setFixedWidth(max(SIDES[0], self.fontMetrics().horizontalAdvance("中") * 13))
        self.box = QLineEdit()
        self.box.setAccessibleName(tr("在这个主题里找"))
        self.box.setPlaceholderText(tr("在这个主题里找"))
        self.box.setClearButtonEnabled(True)
        self.hits = two_line_list(tr("先例的条款，空格键勾选"), 2)
        self.list = two_line_list(tr("已选的条款"))
        self.place = choice(tr("放在哪里"))
        self.place.setToolTip(tr("选中的条款放在文稿的哪一部分"))
        self.remove_button = push_button(tr("不要这一条"), tr("从已选的条款里去掉（Delete）"), self._remove)
        self.blanks = check(tr("金额、年份和名称留作待填"), tr("金额、比例、日期和先例的名称写成【填写…】，以后再填"))
        self._told = label("", "note")
        self._count = label("")
        self._count.setFont(bold(self._count.font()))
        self._swaps = QVBoxLayout()
        self._swaps.setSpacing(4)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._ask)
        self._lay_out()
        self._connect()

    def show_topics(self, counts: Iterable[tuple[str, int]]) -> None:
        """Show the topics with their counts, the current one kept."""
        current = self.topic
        with QSignalBlocker(self.topics):
            self.topics.clear()
            for name, count in counts:
                self.topics.addItem(item(name, "", name, str(count)))
        names = [self.topics.item(row).data(DATA_ROLE) for row in range(self.topics.count())]
        self._told.setText("" if names else tr("条款库是空的，先读入文件，再来挑选；也可以直接生成文稿。"))
        self._told.setVisible(not names)
        if names:
            self.topics.setCurrentRow(names.index(current) if current in names else 0)
            self._ask()

    def show_hits(self, hits: Iterable[Hit]) -> None:
        """Show the clauses of a topic, those that are chosen ticked."""
        taken = {key(one) for one in self.chosen}
        with QSignalBlocker(self.hits):
            self.hits.clear()
            for hit in hits:
                one = chosen_of(hit)
                row = item(one.heading, f"{one.source}　{hit.text}", one)
                row.setToolTip(hit.text)
                row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                row.setCheckState(Qt.CheckState.Checked if key(one) in taken else Qt.CheckState.Unchecked)
                self.hits.addItem(row)
        self.hits.setCurrentRow(0)

    def show_chosen(self, chosen: Iterable[Chosen], refused: Iterable[str], *, blanks: bool, brought: int = 0) -> None:
        """Show what was chosen before; so many clauses come from a file of answers besides."""
        self.chosen, self.refused, self.brought = list(chosen), set(refused), brought
        with QSignalBlocker(self.blanks):
            self.blanks.setChecked(blanks)
        self._refresh(0)

    def show_parts(self, parts: Iterable[str]) -> None:
        """Offer these parts of the draft to put clauses in."""
        self._parts = list(parts)
        self.chosen = [one if one.under in ("", *self._parts) else _under(one, "") for one in self.chosen]
        self._refresh(self.list.currentRow())

    def show_waiting(self) -> None:
        """Say that it is being looked what would be put in local words."""
        if self.chosen and not self._swaps.count():
            self._swaps.addWidget(label(tr("正在找…"), "note"))

    def show_proposals(self, found: Mapping[str, Proposal]) -> None:
        """List what would be put in local words, and how many figures and names could become blanks."""
        empty(self._swaps)
        everything = [one for each in found.values() for one in each.substitutions]
        for swap in swaps(everything):
            self._swaps.addWidget(self._box_of(swap))
        if not everything:
            self._swaps.addWidget(
                label(tr("没有要改的地名和机关名称。") if found else tr("勾选条款后列在这里。"), "note")
            )
        count = sum(len(each.slots) for each in found.values())
        self.blanks.setText(tr("金额、年份和名称留作待填（{count} 处）", count=count))
        self.blanks.setAccessibleName(self.blanks.text())
        self.blanks.setEnabled(count > 0)

    @property
    def topic(self) -> str:
        """The topic whose clauses show; "" if there is none."""
        row = self.topics.currentItem()
        return str(row.data(DATA_ROLE)) if row else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """From the words ↓ leads to the clauses; Delete takes a chosen one away."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.box and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.hits.setFocus()
                return True
            if watched is self.list and event.key() == Qt.Key.Key_Delete:
                self._remove()
                return True
            if watched is self.topics and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
                self.hits.setFocus()
                return True
        return super().eventFilter(watched, event)

    def _ask(self) -> None:
        if self.topic:
            self.asked.emit(self.topic, self.box.text().strip())

    def _on_ticked(self, row: QListWidgetItem) -> None:
        one: Chosen = row.data(DATA_ROLE)
        self.chosen = [other for other in self.chosen if key(other) != key(one)]
        if row.checkState() == Qt.CheckState.Checked:
            self.chosen.append(one)
        self._refresh(len(self.chosen) - 1)
        self.changed.emit()

    def _toggle(self, row: QListWidgetItem) -> None:
        on = row.checkState() == Qt.CheckState.Checked
        row.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)

    def _remove(self) -> None:
        at = self.list.currentRow()
        if at < 0:
            return
        gone = self.chosen.pop(at)
        with QSignalBlocker(self.hits):
            for row in range(self.hits.count()):
                if key(self.hits.item(row).data(DATA_ROLE)) == key(gone):
                    self.hits.item(row).setCheckState(Qt.CheckState.Unchecked)
        self._refresh(min(at, len(self.chosen) - 1))
        self.changed.emit()

    def _move_to(self) -> None:
        at = self.list.currentRow()
        if at >= 0:
            self.chosen[at] = _under(self.chosen[at], str(self.place.currentData()))
            self._refresh(at)
            self.changed.emit()

    def _refresh(self, at: int) -> None:
        with QSignalBlocker(self.list):
            self.list.clear()
            for one in self.chosen:
                where = one.under or tr("按主题")
                self.list.addItem(item(one.heading, tr("{source}，放在：{where}", source=one.source, where=where), one))
            self.list.setCurrentRow(at if self.chosen else -1)
        count = len(self.chosen)
        words = tr("已选 {count} 条", count=count) if count else tr("还没有选条款，也可以直接生成")
        more = tr("，另有答案里的 {count} 条", count=self.brought) if self.brought else ""
        self._count.setText(words + more)
        self._show_place()

    def _show_place(self) -> None:
        at = self.list.currentRow()
        with QSignalBlocker(self.place):
            self.place.clear()
            self.place.addItem(tr("按主题"), "")
            for part in self._parts:
                self.place.addItem(part, part)
            self.place.setCurrentIndex(max(0, self.place.findData(self.chosen[at].under)) if at >= 0 else 0)
        for widget in (self.place, self.remove_button):
            widget.setEnabled(at >= 0)

    def _box_of(self, swap: Swap) -> QCheckBox:
        name = f"{swap.old}→{swap.new}"
        times = tr("，{count} 处", count=swap.count) if swap.count > 1 else ""
        box = check(
            tr("{old} → {new}（{why}{times}）", old=swap.old, new=swap.new, why=tr(swap.why), times=times),
            tr("去掉勾就照先例写"),
        )
        box.setChecked(name not in self.refused)
        box.toggled.connect(lambda _=False, name=name, box=box: self._agree(name, on=box.isChecked()))
        return box

    def _agree(self, name: str, *, on: bool) -> None:
        (self.refused.discard if on else self.refused.add)(name)

    def _connect(self) -> None:
        self.topics.currentRowChanged.connect(self._ask)
        self.box.textChanged.connect(self._timer.start)
        self.hits.itemChanged.connect(self._on_ticked)
        self.hits.itemActivated.connect(self._toggle)
        self.list.currentRowChanged.connect(self._show_place)
        self.place.activated.connect(self._move_to)
        for watched in (self.topics, self.box, self.list):
            watched.installEventFilter(self)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.topics)
        row.addWidget(_line())
        row.addWidget(self._middle(), 1)
        row.addWidget(_line())
        row.addWidget(self._right())

    def _middle(self) -> QWidget:
        middle = surface("base")
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 8)
        head.addWidget(self.box)
        column.addLayout(head)
        self._told.setContentsMargins(12, 0, 12, 0)
        self._told.hide()
        column.addWidget(self._told)
        column.addWidget(self.hits, 1)
        return middle

    def _right(self) -> QWidget:
        page = surface("window")
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self._count)
        self.list.setMinimumHeight(100)
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.addWidget(self.place, 1)
        row.addWidget(self.remove_button)
        column.addLayout(row)
        head = label(tr("改成本地的说法"))
        head.setFont(bold(head.font()))
        column.addSpacing(4)
        column.addWidget(head)
        holder = surface("window")
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addLayout(self._swaps)
        inner.addStretch(1)
        area = QScrollArea()
        area.setWidget(holder)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setMinimumHeight(96)
        column.addWidget(area, 1)
        column.addWidget(self.blanks)
        page.setFixedWidth(max(SIDES[1], page.fontMetrics().horizontalAdvance("中") * 21))
        return page


def chosen_of(hit: Hit) -> Chosen:
    """Return a hit as a clause to begin with."""
    heading = hit.heading or hit.text[:20]
    return Chosen(hit.measure_id, hit.eid, heading, place_name(hit.region, place_words(hit)))


def _under(one: Chosen, part: str) -> Chosen:
    return Chosen(one.measure, one.eid, one.heading, one.source, part)


def _line() -> QWidget:
    line = surface("line")
    line.setFixedWidth(1)
    return line
