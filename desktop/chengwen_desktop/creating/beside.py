"""At the right of the dialog: the example as it prints, below it how the focused field is written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from chengwen_desktop.creating.example import Line
from chengwen_desktop.creating.example_view import ExampleView
from chengwen_desktop.translation import marked, tr
from chengwen_desktop.widgets import bold, label, surface
from chengwen_templates.fields import TYPES, Field
from chengwen_templates.template import Template

WIDTH = 316
_BLOCKS = {
    "title": marked("标题"),
    "preamble": marked("引言"),
    "recipients": marked("主送机关"),
    "body": marked("正文"),
    "closing": marked("结尾"),
}


class BesidePane(QWidget):
    """The example and the rule."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.view = ExampleView()
        self.rule_name, self.rule = label(""), label("", "note")
        head = label(tr("印出来的样子"))
        for one in (head, self.rule_name):
            one.setFont(bold(one.font()))
        self.said = label("", "wrong")
        self.said.hide()
        rules = surface("window")
        inner = QVBoxLayout(rules)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(4)
        inner.addWidget(self.rule_name)
        inner.addWidget(self.rule)
        inner.addStretch(1)
        area = QScrollArea()
        area.setWidget(rules)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(8)
        column.addWidget(head)
        column.addWidget(self.view, 5)
        column.addWidget(self.said)
        column.addSpacing(4)
        column.addWidget(area, 3)
        self.setFixedWidth(max(WIDTH, self.fontMetrics().horizontalAdvance("中") * 22))

    def show_example(self, lines: Sequence[Line]) -> None:
        """Show the example."""
        self.said.hide()
        self.view.show_lines(lines)

    def show_fault(self, words: str) -> None:
        """Say why there is no example; the last one stays."""
        self.said.setText(words)
        self.said.show()

    def show_template(self, template: Template | None) -> None:
        """Say how a document of this kind is written."""
        self.rule_name.setText(tr("{name}怎么写", name=template.name) if template else tr("不印发通知"))
        guides = (
            [
                tr("{block}：{words}", block=tr(_BLOCKS.get(block, block)), words=words)
                for block, words in template.guides.items()
            ]
            if template
            else []
        )
        self.rule.setText("\n".join(guides) if template else tr("只起草文件本身，以后可以在编辑里加上印发通知。"))

    def show_field(self, field: Field) -> None:
        """Say how a field is written."""
        self.rule_name.setText(tr("{name}怎么写", name=field.label))
        words = [field.guide or field.help, tr("填{kind}。", kind=TYPES[field.type]) if not field.guide else ""]
        if field.most is not None and field.type not in ("number", "list", "records"):
            words.append(tr("不超过 {most} 字。", most=field.most))
        self.rule.setText("\n".join(filter(None, words)))
        self.rule.setAlignment(Qt.AlignmentFlag.AlignTop)
