"""A rule explained: what it asks for, how grave it is and why, what it rests on, what to do where it does not fit."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QVBoxLayout, QWidget

from chengwen_desktop.checking.looking import Row
from chengwen_desktop.checking.words import SEVERITIES
from chengwen_desktop.theme.current import growth
from chengwen_desktop.translation import marked, tr
from chengwen_desktop.widgets import PageArea, dialog_foot, label, push_button
from chengwen_templates.checks.rules import Rule, Strength

WIDTH = 520
"""Width of the dialog in px."""

_STRENGTHS = {
    Strength.MUST: marked("依据里写的是“应当”“不得”，要照办。"),
    Strength.USUAL: marked("依据里写的是“一般”，或者要由人核实；有理由的可以不照办。"),
    Strength.PRACTICE: marked("这是惯例，不是国标或者法规的要求；本单位另有写法的，照本单位的写。"),
}


class RuleDialog(QDialog):
    """The rule of a finding. `off_asked` says that the office does without it from now on."""

    off_asked = Signal()

    def __init__(self, row: Row, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rule = row.finding.rule
        self.setWindowTitle(tr("这条规则"))
        self.setModal(True)
        width = WIDTH + self.fontMetrics().averageCharWidth() * growth()
        self.setFixedWidth(width)
        page = QWidget()
        rows = QFormLayout(page)
        rows.setContentsMargins(24, 20, 24, 16)
        rows.setHorizontalSpacing(16)
        rows.setVerticalSpacing(8)
        rows.addRow(label(rule.title, "title"))
        for name, words in _facts(row, rule):
            head = label(name, "note")
            head.setAlignment(Qt.AlignmentFlag.AlignTop)
            rows.addRow(head, label(words))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(PageArea(page, width), 1)
        column.addWidget(self._foot())
        self.close_button.setFocus()

    def _foot(self) -> QWidget:
        tip = tr("以后都不查这一条，在 设置 里可以再打开")
        self.off_button = push_button(tr("关掉这条规则"), tip, self._switch_off)
        self.close_button = push_button(tr("关闭"), tr("关闭（Esc）"), self.reject)
        self.close_button.setDefault(True)
        return dialog_foot(self.close_button, aside=self.off_button)

    def _switch_off(self) -> None:
        self.accept()
        self.off_asked.emit()


def _facts(row: Row, rule: Rule) -> list[tuple[str, str]]:
    severity = tr(SEVERITIES[row.severity])
    why = tr("{severity}。{strength}{why}", severity=severity, strength=tr(_STRENGTHS[rule.strength]), why=rule.why)
    unfit = tr("这一处确实该这样写的，忽略这一处；本单位用不上的，关掉这条规则。")
    return [
        (tr("这一处"), row.finding.message),
        (tr("依据"), row.basis),
        (tr("级别"), why),
        (tr("不适用时"), unfit),
        (tr("编号"), rule.id),
    ]
