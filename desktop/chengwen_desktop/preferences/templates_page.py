"""模板: the office's own templates, each tried out; new ones are copies of those that ship."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QHBoxLayout

from chengwen_desktop.preferences.kept import Kept, Stamps
from chengwen_desktop.preferences.page import Page, Spot
from chengwen_desktop.preferences.sheet_page import framed
from chengwen_desktop.preferences.sheet_table import SheetTable
from chengwen_desktop.preferences.sheets import CellFault, Cells, Column, Sheet, rows_of
from chengwen_desktop.tasks import Tasks
from chengwen_desktop.translation import marked, tr
from chengwen_desktop.widgets import choice, label, push_button
from chengwen_library.errors import ChengwenError, UnwritableFile
from chengwen_library.files import reason
from chengwen_templates.own_templates import SUFFIX, OwnTemplates, load_templates
from chengwen_templates.template import Template, templates
from chengwen_templates.template_copies import copy_template

ASIDE = ".off"
"""What is put behind the name of a template that is not used."""

_KINDS = {"measure": marked("正文"), "notice": marked("印发通知")}


@dataclass(frozen=True)
class Used:
    """The names of the template files that are used, which is what counts, and of those that are set aside."""

    used: tuple[str, ...] = ()
    aside: tuple[str, ...] = field(default=(), compare=False)


def templates_kept(folder: Path, stamps: Stamps) -> Kept[Used]:
    """Return where the templates are kept; a template is put out of use by its name."""

    def read() -> Used:
        names = [path.name for path in sorted(folder.glob("*"))] if folder.is_dir() else []
        aside = tuple(name.removesuffix(ASIDE) for name in names if name.endswith(SUFFIX + ASIDE))
        return Used(tuple(name for name in names if name.endswith(SUFFIX)), aside)

    def write(state: Used) -> None:
        before = read()
        for name in set(before.used) - set(state.used):
            _rename(folder / name, folder / f"{name}{ASIDE}")
        for name in set(state.used) & set(before.aside):
            _rename(folder / f"{name}{ASIDE}", folder / name)

    return Kept(folder, Used(), read, write, stamps)


class TemplatesPage(Page[Used]):
    """The table of files with what became of trying them out."""

    def __init__(self, folder: Path, tasks: Tasks) -> None:
        super().__init__()
        self._folder, self._tasks = folder, tasks
        self._state = Used()
        self._tried = OwnTemplates()
        self._is_trying = False
        self.table = SheetTable(_sheet(), tr("本单位的模板"))
        self.open_button = push_button(tr("打开文件"), tr("用编辑器打开选中的模板"), self._open_file)
        self.switch_button = push_button(tr("不用这个"), "", self._switch)
        self.check_button = push_button(tr("重新检查"), tr("把所有模板再试一遍"), self.check)
        self.from_choice = choice(tr("照哪个附带的模板新建"))
        self.from_choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)  # it is filled later
        self.new_button = push_button(tr("新建自有模板"), tr("把附带的模板复制一份来改"), self._make)
        self.words = label("", "note")
        self._lay_out()
        self.table.moved.connect(self._tell)

    def show_state(self, state: Used) -> None:
        """Show the files, and try those that are used out."""
        known = dict.fromkeys((*state.aside, *self._state.aside, *self._state.used))
        self._state = Used(state.used, tuple(name for name in known if name not in state.used))
        self._show()

    def begin(self) -> None:
        """List those that ship and try the office's out when the page comes to the front."""
        if not self.from_choice.count():
            self.new_button.setEnabled(False)
            self._tasks.run("templates", templates, self._offer, self._fail)
        self.check()

    def spots(self) -> Sequence[Spot]:
        """Return the files."""
        return [Spot(name, place) for place, name in enumerate(self._names())]

    def go_to(self, key: object) -> None:
        """Go to a file."""
        if isinstance(key, int):
            self.table.go(key)
        self.table.setFocus()

    def loss(self, state: Used) -> str:
        """Say which templates go out of use."""
        return tr("{names} 不再用，文件改名留在文件夹里。", names=tr("、").join(state.used))

    def check(self) -> None:
        """Try all templates out, in a thread; each runs in a process of its own."""
        if not self._state.used:
            return
        self._is_trying = True
        folder = self._folder
        self._tasks.run("own templates", lambda: load_templates(folder), self._take, self._fail)
        self._show()

    def _offer(self, shipped: Sequence[Template]) -> None:
        for template in shipped:
            self.from_choice.addItem(
                tr("{name}（{kind}）", name=template.name, kind=tr(_KINDS[template.kind])), template.id
            )
        self.new_button.setEnabled(True)

    def _take(self, tried: OwnTemplates) -> None:
        self._tried, self._is_trying = tried, False
        self._show()

    def _fail(self, error: Exception) -> None:
        self._is_trying = False
        self._show()
        self.words.setText(str(error) if isinstance(error, ChengwenError) else tr("没能检查，出错记录已经写下。"))

    def _names(self) -> tuple[str, ...]:
        return (*self._state.used, *self._state.aside)

    def _show(self) -> None:
        rows = [self._cells(name) for name in self._state.used]
        rows += [(name, "", "", tr("不用")) for name in self._state.aside]
        self.table.show_rows(rows_of(rows))
        self._tell()

    def _cells(self, name: str) -> Cells:
        made = next((one for one in self._tried.templates if f"{one.id}{SUFFIX}" == name), None)
        wrong = next((one for one in self._tried.faults if one.file == name), None)
        if wrong is not None and not self._is_trying:
            line = tr("第 {line} 行：", line=wrong.line) if wrong.line else ""
            return name, "", "", tr("有错：{line}{message}", line=line, message=wrong.message)
        if made is None:
            return name, "", "", tr("正在试…") if self._is_trying else tr("还没有试")
        return name, made.name, tr(_KINDS[made.kind]), tr("可以用")

    def _tell(self) -> None:
        names, row = self._names(), self.table.currentIndex().row()
        for button in (self.open_button, self.switch_button):
            button.setEnabled(0 <= row < len(names))
        self.check_button.setEnabled(bool(self._state.used) and not self._is_trying)
        aside = 0 <= row < len(names) and names[row] in self._state.aside
        words = tr("再用这个") if aside else tr("不用这个")
        self.switch_button.setText(words)
        self.switch_button.setAccessibleName(words)
        self.switch_button.setToolTip(tr("文件改名留在文件夹里，随时可以再用"))
        faults = len(self._tried.faults)
        if not names:
            self.words.setText(tr("还没有自有模板。照附带的新建一份，用编辑器改，回来重新检查。"))
        elif self._is_trying:
            self.words.setText(tr("正在试 {count} 个模板…", count=len(self._state.used)))
        elif faults:
            self.words.setText(tr("{count} 处有错，改好以前新建文稿时不列出这些模板。", count=faults))
        else:
            self.words.setText(tr("自有模板在新建文稿时排在附带的前面。"))

    def _open_file(self) -> None:
        name = self._names()[self.table.currentIndex().row()]
        path = self._folder / (name if name in self._state.used else f"{name}{ASIDE}")
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _switch(self) -> None:
        name = self._names()[self.table.currentIndex().row()]
        if name in self._state.used:
            used = tuple(one for one in self._state.used if one != name)
            self.edited.emit(tr("不用“{name}”", name=name), Used(used, (*self._state.aside, name)))
        else:
            aside = tuple(one for one in self._state.aside if one != name)
            self.edited.emit(tr("再用“{name}”", name=name), Used((*self._state.used, name), aside))

    def _make(self) -> None:
        try:
            made = copy_template(str(self.from_choice.currentData()), self._folder)
        except ChengwenError as error:
            self.words.setText(str(error))
            return
        self.touched.emit()
        name = tr("新建“{name}”", name=made.name)
        self.edited.emit(name, Used((*self._state.used, made.name), self._state.aside))
        self.table.go(len(self._state.used) - 1)
        self.check()

    def _lay_out(self) -> None:
        row, new = QHBoxLayout(), QHBoxLayout()
        for layout, widgets in (
            (row, (self.open_button, self.switch_button, self.check_button)),
            (new, (self.from_choice, self.new_button)),
        ):
            layout.setSpacing(8)
            for widget in widgets:
                layout.addWidget(widget)
            layout.addStretch(1)
        for button in (self.open_button, self.switch_button, self.check_button, self.new_button):
            button.setAutoDefault(False)
        self.column.addLayout(new)
        self.column.addWidget(framed(self.table), 1)
        self.column.addLayout(row)
        self.words.setMinimumHeight(28)
        self.column.addWidget(self.words)


def _sheet() -> Sheet:
    heads = ((marked("文件"), 5), (marked("名称"), 5), (marked("用作"), 2), (marked("能不能用"), 6))
    return Sheet(tuple(Column(words, "", share, told=True) for words, share in heads), _no_faults, "")


def _no_faults(_rows: Sequence[Cells]) -> list[CellFault]:
    return []


def _rename(old: Path, new: Path) -> None:
    try:
        if new.exists():
            raise UnwritableFile(tr("“{name}”已经有了，没有改名。", name=new.name))
        if old.exists():
            old.rename(new)
    except OSError as error:
        raise UnwritableFile(tr("没能给“{name}”改名：{why}。", name=old.name, why=reason(error))) from error
