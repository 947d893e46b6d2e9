"""打开原文: a measure of the library as a whole, to read and to copy from."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import label, push_button, surface
from chengwen_library.library import Library
from chengwen_library.model import Measure


def whole_text(library: Library, identity: str) -> tuple[Measure, str]:
    """Return a measure and its words from title to last annex. Raises NotInLibrary."""
    from chengwen_templates.export.text import build_text

    measure = library.measure(identity)
    return measure, build_text(measure)


class ReadingDialog(QDialog):
    """The window; it can stay open beside the work."""

    def __init__(self, measure: Measure, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(measure.title or tr("原文没有标题"))
        self.resize(720, 640)
        self.text = QPlainTextEdit(words)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("原文"))
        facts = [measure.doc_number, measure.region, tr("效力{status}", status=tr(measure.status.value))]
        note = label("　".join(filter(None, facts)), "note")
        foot = surface("window")
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 8, 16, 12)
        row.addWidget(note, 1)
        row.addWidget(push_button(tr("关闭"), tr("关闭（Esc）"), self.reject))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.text, 1)
        column.addWidget(foot)
