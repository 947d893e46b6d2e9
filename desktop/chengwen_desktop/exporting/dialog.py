"""导出公文: where to, as what, in which 版式."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QFormLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from chengwen_desktop.checking.errors_left import ErrorsLeft
from chengwen_desktop.exporting.choices import MEASURED, Choices, Kind
from chengwen_desktop.exporting.form import ChoicesForm
from chengwen_desktop.translation import marked, tr
from chengwen_desktop.widgets import ElidedLabel, FieldEdit, PageArea, check, choice, dialog_foot, label, push_button

NAMES = {
    Kind.WORD: marked("Word 文件（.docx）"),
    Kind.PDF: marked("PDF 文件（.pdf）"),
    Kind.TEXT: marked("纯文本（.txt）"),
    Kind.MARKDOWN: marked("Markdown（.md）"),
}
WIDTH = 520
"""Least width of the dialog in px."""

_NOT_IN_NAMES = '\\/:*?"<>|'


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked for: the file, and how; `remarks` makes the open remarks comments of a Word file."""

    path: Path
    kind: Kind
    choices: Choices
    remarks: bool = False


class ExportDialog(QDialog):
    """The dialog; `order` is what was asked for once it has been accepted. `open_remarks` can become comments."""

    def __init__(
        self,
        proposed: Path,
        kind: Kind,
        choices: Choices,
        parent: QWidget | None = None,
        *,
        open_remarks: int = 0,
        errors: int = 0,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("导出公文"))
        self.setModal(True)
        self.order: Order | None = None
        self.is_looking = False
        self.errors = ErrorsLeft(errors, self._look)
        self._folder = proposed.parent
        self.name = FieldEdit()
        self.name.setAccessibleName(tr("文件名"))
        self.name.setText(proposed.stem)
        self.kind = choice(tr("格式"))
        for one, words in NAMES.items():
            self.kind.addItem(tr(words), one)
        self.kind.setCurrentIndex(max(0, self.kind.findData(kind)))
        self.form = ChoicesForm(choices)
        self.remarks = check(
            tr("带批注：{count} 条未处理的审阅意见", count=open_remarks),
            tr("写成 Word 的批注，标在各条上；版面不变，已处理的不带"),
        )
        self._where = ElidedLabel(Qt.TextElideMode.ElideMiddle)
        self._said = label("", "note")
        agree = tr("仍然导出") if errors else tr("导出")
        self.export_button = push_button(agree, tr("写成文件，然后量它的版面"), self.accept)
        self.export_button.setProperty("primary", True)
        rows = self._lay_out()
        self.export_button.setDefault(True)  # only now, for a dialog takes no default from elsewhere
        rows.setRowVisible(self.remarks, open_remarks > 0)
        rows.setRowVisible(self.errors, errors > 0)
        self.name.textChanged.connect(self._refresh)
        self.kind.currentIndexChanged.connect(self._refresh)
        self._refresh()
        self.name.setFocus()
        self.name.selectAll()

    @property
    def path(self) -> Path:
        """The file that would be written."""
        name = self.name.text().strip()
        suffix = self._kind.value
        return self._folder / (name if name.lower().endswith(suffix) else name + suffix)

    def use_folder(self, folder: Path) -> None:
        """Write into this folder."""
        self._folder = folder
        self._refresh()

    def accept(self) -> None:
        """Take the order."""
        if not self.export_button.isEnabled():
            return
        with_remarks = self.remarks.isEnabled() and self.remarks.isChecked()
        self.order = Order(self.path, self._kind, self.form.choices, with_remarks)
        super().accept()

    @property
    def _kind(self) -> Kind:
        return Kind(self.kind.currentData())

    def _lay_out(self) -> QFormLayout:
        page = QWidget()
        rows = QFormLayout(page)
        rows.setContentsMargins(24, 20, 24, 16)
        rows.setHorizontalSpacing(12)
        rows.setVerticalSpacing(12)
        rows.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows.addRow(tr("文件名(&N)"), self.name)
        rows.addRow(tr("文件夹"), self._folder_row())
        rows.addRow(tr("格式(&T)"), self.kind)
        self._form_label = QLabel(tr("版式(&P)"))
        self._form_label.setBuddy(self.form.profile)
        rows.addRow(self._form_label, self.form)
        rows.addRow("", self.remarks)
        rows.addRow("", self.errors)
        rows.addRow("", self._said)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(PageArea(page, WIDTH), 1)
        column.addWidget(self._foot())
        return rows

    def _folder_row(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._where, 1)
        row.addWidget(push_button(tr("换个文件夹…"), tr("选择导出到哪里"), self._ask_folder))
        return holder

    def _foot(self) -> QWidget:
        return dialog_foot(self.export_button, push_button(tr("取消"), tr("不导出（Esc）"), self.reject))

    def _look(self) -> None:
        """Close without an order, to see to the errors first."""
        self.is_looking = True
        self.reject()

    def _ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("导出到哪里"), str(self._folder))
        if chosen:
            self.use_folder(Path(chosen))

    def _refresh(self) -> None:
        self._where.set_words(str(self._folder))
        has_pages = self._kind in MEASURED
        self.form.setEnabled(has_pages)
        self.remarks.setEnabled(self._kind is Kind.WORD)
        wrong = self._wrong()
        self.export_button.setEnabled(not wrong)
        said = wrong or ("" if has_pages else tr("这种格式只有文字，没有版面。"))
        if not wrong and self.path.exists():
            said = tr("同名的文件已经有了，导出后替换它。")
        self._said.setText(said)

    def _wrong(self) -> str:
        """Say what keeps the name from being a file's; nothing if it can be one."""
        name = self.name.text().strip()
        if not name:
            return tr("写上文件名才能导出。")
        if any(one in _NOT_IN_NAMES for one in name):
            return tr("文件名里不能有 {marks}。", marks=" ".join(_NOT_IN_NAMES))
        return ""
