"""插入并改为本地名称: what is to be replaced, tick by tick, and the source's figures and names to fill."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from chengwen_desktop.clause.proposing import Proposal, Swap
from chengwen_desktop.theme.current import growth
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import FOOT, bold, check, dialog_foot, label, link_button, push_button, surface
from chengwen_library.model import Unit
from chengwen_templates.slots import Slot

TALLEST = 560
"""Px that the dialog takes at first, at most."""


class ConsentDialog(QDialog):
    """The dialog; once accepted, `unit` is what goes into the draft."""

    def __init__(self, proposal: Proposal, title: str, agree: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._proposal = proposal
        self.unit: Unit = proposal.unit
        self.setWindowTitle(tr("改为本地名称"))
        self.setModal(True)
        self.boxes = [(swap, _box(swap)) for swap in proposal.swaps]
        self.fields = [(slot, _field(slot)) for slot in proposal.slots]
        self.agree_button = push_button(agree, tr("{said}（Enter）", said=agree), self.accept)
        self.agree_button.setProperty("primary", True)
        self._lay_out(title)
        self.agree_button.setDefault(True)  # only now, for a dialog takes no default from elsewhere

    def accept(self) -> None:
        """Make the unit that was agreed to."""
        agreed = [swap for swap, box in self.boxes if box.isChecked()]
        values = {slot: field.text().strip() for slot, field in self.fields if field.text().strip() != slot.words}
        self.unit = self._proposal.unit_with(agreed, values)
        super().accept()

    def _lay_out(self, title: str) -> None:
        page = surface("base")
        rows = QVBoxLayout(page)
        rows.setContentsMargins(24, 20, 24, 16)
        rows.setSpacing(4)
        rows.addWidget(label(title, "title"))
        if self.boxes:
            rows.addSpacing(8)
            rows.addWidget(_head(tr("改成本地的说法")))
            for _, box in self.boxes:
                rows.addWidget(box)
        if self.fields:
            rows.addSpacing(12)
            rows.addLayout(self._slots_head())
            rows.addWidget(label(tr("不改就照用先例的；清空就留作待填，写成【填写金额】这样。"), "note"))
            rows.addLayout(self._slots())
        rows.addStretch(1)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(area, 1)
        column.addWidget(self._foot())
        height = page.sizeHint().height() + FOOT + growth()
        self.resize(max(560, self.fontMetrics().averageCharWidth() * 72), min(TALLEST, height))

    def _slots_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(_head(tr("先例里的金额、年份和名称")), 1)
        row.addWidget(link_button(tr("全部留作待填"), tr("把这些都写成【填写…】，以后再填"), self._leave_all))
        return row

    def _slots(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for number, (slot, field) in enumerate(self.fields):
            name = QLabel(tr("{kind}：…{label}", kind=tr(slot.kind), label=slot.label))
            name.setBuddy(field)
            grid.addWidget(name, number, 0)
            grid.addWidget(field, number, 1)
        return grid

    def _leave_all(self) -> None:
        for _, field in self.fields:
            field.clear()

    def _foot(self) -> QWidget:
        return dialog_foot(self.agree_button, push_button(tr("取消"), tr("不取这一条（Esc）"), self.reject))


def _box(swap: Swap) -> QCheckBox:
    times = tr("，{count} 处", count=swap.count) if swap.count > 1 else ""
    box = check(
        tr("{old} → {new}　（{why}{times}）", old=swap.old, new=swap.new, why=tr(swap.why), times=times),
        tr("去掉勾就照先例写"),
    )
    box.setChecked(True)
    return box


def _field(slot: Slot) -> QLineEdit:
    field = QLineEdit(slot.words)
    field.setAccessibleName(tr("{kind}，前面是“{label}”", kind=tr(slot.kind), label=slot.label))
    field.setPlaceholderText(slot.kind.blank)
    field.setToolTip(tr("先例写的是“{said}”", said=slot.words))
    return field


def _head(words: str) -> QLabel:
    made = label(words)
    made.setFont(bold(made.font()))
    return made
