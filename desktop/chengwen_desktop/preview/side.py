"""The right side in 版式预览: 导出报告 and 版式设置, below them the ways to paper and file."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from chengwen_desktop.exporting.choices import Choices, Kind
from chengwen_desktop.exporting.form import ChoicesForm
from chengwen_desktop.preview.report import ReportPane
from chengwen_desktop.tabbed_pane import TabbedPane
from chengwen_desktop.theme.current import growth
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import push_button, surface


class PreviewSide(QWidget):
    """The side. `export_asked` carries the kind of file."""

    export_asked = Signal(object)
    print_asked = Signal()

    def __init__(self, choices: Choices) -> None:
        super().__init__()
        self.report = ReportPane()
        self.form = ChoicesForm(choices)
        self.tabs = TabbedPane(tr("导出报告和版式设置"))
        self.tabs.add(self.report, tr("导出报告"))
        self.tabs.add(self._settings_page(), tr("版式设置"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs, 1)
        column.addWidget(self._foot())

    def _settings_page(self) -> QWidget:
        page = surface("base")
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(self.form)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        return area

    def _foot(self) -> QWidget:
        foot = surface("foot")
        foot.setFixedHeight(48 + growth())
        row = QHBoxLayout(foot)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        word = push_button(
            tr("导出 Word 文件"), tr("导出为 .docx（Ctrl+E）"), lambda: self.export_asked.emit(Kind.WORD)
        )
        word.setProperty("primary", True)
        row.addWidget(word)
        row.addWidget(push_button(tr("导出 PDF"), tr("导出为 .pdf"), lambda: self.export_asked.emit(Kind.PDF)))
        row.addWidget(push_button(tr("打印"), tr("打印（Ctrl+P）"), self.print_asked.emit))
        row.addStretch(1)
        return foot
