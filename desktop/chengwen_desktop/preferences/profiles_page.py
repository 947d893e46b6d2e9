"""版式: the profiles that ship and the office's own; which is usual, copies with figures of their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem

from chengwen_desktop.exporting.choices import Choices
from chengwen_desktop.preferences.kept import Kept, Stamps
from chengwen_desktop.preferences.page import Page, Spot
from chengwen_desktop.preferences.plain_rows import PlainRows
from chengwen_desktop.preferences.profile_figures import VALUE, figure_rows, figures_sheet, names, with_figures
from chengwen_desktop.preferences.sheet_page import framed
from chengwen_desktop.preferences.sheet_table import SheetTable
from chengwen_desktop.preferences.sheets import Rows
from chengwen_desktop.rows import row_height
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import FieldEdit, label, push_button
from chengwen_library.own_files import Fault
from chengwen_templates.measuring.deviations import named_fields
from chengwen_templates.own_profiles import (
    OwnProfile,
    copy_of,
    load_own_profiles,
    remove_own_profile,
    save_own_profile,
)
from chengwen_templates.profile import DEFAULT_PROFILE, Profile, load_profile, shipped_names

_NAME = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Profiles:
    """The usual profile's name, the office's own ones, and what is wrong with files that give none."""

    usual: str = DEFAULT_PROFILE
    own: tuple[OwnProfile, ...] = ()
    faults: tuple[Fault, ...] = ()

    def find(self, name: str) -> OwnProfile | None:
        """Return an own profile by its name."""
        return next((one for one in self.own if one.name == name), None)

    def labels(self) -> Mapping[str, str]:
        """Return what all profiles are called, the standard's first."""
        shipped = sorted(shipped_names(), key=lambda name: name != DEFAULT_PROFILE)
        return {name: load_profile(name).label for name in shipped} | {one.name: one.label for one in self.own}

    def profile(self, name: str) -> Profile:
        """Return a profile. Raises UnknownProfile."""
        own = self.find(name)
        return own.profile() if own else load_profile(name)


def profiles_kept(
    folder: Path, stamps: Stamps, choices: Callable[[], Choices], use: Callable[[Choices], None]
) -> Kept[Profiles]:
    """Return where the profiles are kept; which one is usual is kept by the program itself."""

    def read() -> Profiles:
        found = load_own_profiles(folder)
        return Profiles(choices().profile, found.profiles, found.faults)

    def write(state: Profiles) -> None:
        before = load_own_profiles(folder).profiles
        for one in state.own:
            if one not in before:
                save_own_profile(folder, one)
        for name in {one.name for one in before} - {one.name for one in state.own}:
            remove_own_profile(folder, name)
        if state.usual != choices().profile:
            use(replace(choices(), profile=state.usual, imprint_on_even_face=None))

    return Kept(folder, Profiles(), read, write, stamps)


class ProfilesPage(Page[Profiles]):
    """The profiles at the top, the figures of the chosen one below."""

    def __init__(self, folder: Path, show_preview: Callable[[], object]) -> None:
        super().__init__()
        self._folder = folder
        self._state = Profiles()
        self.list = QListWidget()
        self.list.setAccessibleName(tr("版式"))
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setItemDelegate(PlainRows(self.list))
        self.name = FieldEdit()
        self.name.setAccessibleName(tr("版式的名称"))
        self.name.setToolTip(tr("本单位版式的名称"))
        self.tables = {own: SheetTable(figures_sheet(may_edit=own), tr("版式的各项")) for own in (False, True)}
        self._framed = {own: framed(table) for own, table in self.tables.items()}
        self.usual_button = push_button(tr("平常用这个"), tr("新文稿的预览和导出用这个版式"), self._make_usual)
        self.copy_button = push_button(tr("复制一份来改"), tr("照选中的版式新建本单位的版式"), self._copy)
        self.remove_button = push_button(tr("删去"), tr("删去本单位的这个版式，文件改名留着"), self._remove)
        self.preview_button = push_button(tr("在版式预览里看"), tr("用这个版式排现在的文稿"), show_preview)
        self.words = label("", "note")
        self._lay_out()
        self.list.currentRowChanged.connect(self._on_chosen)
        self.name.editingFinished.connect(self._rename)
        for table in self.tables.values():
            table.edited.connect(self._on_figures)
            table.typed.connect(self._tell_wrong)
            table.moved.connect(self._tell)

    @property
    def chosen(self) -> str:
        """The name of the chosen profile."""
        item = self.list.currentItem()
        return str(item.data(_NAME)) if item else DEFAULT_PROFILE

    def show_state(self, state: Profiles) -> None:
        """Show the profiles; the chosen one stays chosen."""
        chosen = self.chosen if self.list.count() else state.usual
        added = {one.name for one in state.own} - {one.name for one in self._state.own}
        if self.list.count() and len(added) == 1:
            chosen = next(iter(added))
        self._state = state
        labels = state.labels()
        self.list.blockSignals(True)
        self.list.clear()
        for name, words in labels.items():
            own = tr("本单位") if state.find(name) else tr("附带")
            usual = tr("平常用") if name == state.usual else ""
            item = QListWidgetItem("　".join(filter(None, (words, own, usual))))
            item.setData(_NAME, name)
            item.setSizeHint(QSize(0, row_height(self.list, 28)))
            self.list.addItem(item)
        self.list.setCurrentRow(list(labels).index(chosen) if chosen in labels else 0)
        self.list.blockSignals(False)
        self._on_chosen()

    def finish(self) -> None:
        """Take over what is being written."""
        self.tables[True].finish()
        self._rename()

    def unsaved(self) -> str:
        """Say which figure has a fault."""
        fault = next(iter(self.tables[True].cells.faults), None)
        return (
            tr("{label}：{message}", label=named_fields()[names()[fault.row]]["label"], message=fault.message)
            if fault
            else ""
        )

    def spots(self) -> Sequence[Spot]:
        """Return the profiles and the figures."""
        figures = [Spot(f"{named_fields()[name]['label']}　{named_fields()[name]['clause']}", name) for name in names()]
        return [*(Spot(words, name) for name, words in self._state.labels().items()), *figures]

    def go_to(self, key: object) -> None:
        """Go to a profile or to a figure."""
        labels = list(self._state.labels())
        if key in labels:
            self.list.setCurrentRow(labels.index(str(key)))
            self.list.setFocus()
        elif key in names():
            table = self._table()
            table.go(names().index(str(key)), VALUE)
            table.setFocus()

    def loss(self, state: Profiles) -> str:
        """Say which profiles go."""
        gone = tr("、").join(tr("“{words}”", words=one.label) for one in state.own)
        said = tr("平常用的版式改回 GB/T 9704-2012。")
        return tr("本单位的版式 {names} 会去掉，文件改名留着。", names=gone) + said if gone else said

    def _table(self) -> SheetTable:
        return self.tables[self._state.find(self.chosen) is not None]

    def _on_chosen(self) -> None:
        own = self._state.find(self.chosen)
        for is_own, frame in self._framed.items():
            frame.setVisible(is_own is (own is not None))
        table = self._table()
        rows = figure_rows(self._state.profile(self.chosen))
        if [row.last for row in table.cells.rows] != [row.last for row in rows] or not table.cells.faults:
            table.show_rows(rows)
        self.name.setText(self._state.labels()[self.chosen])
        self.name.setEnabled(own is not None)
        self.remove_button.setEnabled(own is not None)
        self.usual_button.setEnabled(self.chosen != self._state.usual)
        self._tell()

    def _make_usual(self) -> None:
        words = self._state.labels()[self.chosen]
        self.edited.emit(tr("平常用“{name}”", name=words), replace(self._state, usual=self.chosen))

    def _copy(self) -> None:
        taken = [one.name for one in self._state.own] + [
            fault.file.removesuffix(".toml") for fault in self._state.faults
        ]
        words = tr("{name}（本单位）", name=self._state.labels()[self.chosen])
        made = copy_of(self.chosen, words, self._folder, taken)
        self.edited.emit(tr("新建版式“{name}”", name=made.label), replace(self._state, own=(*self._state.own, made)))
        self.name.setFocus()
        self.name.selectAll()

    def _remove(self) -> None:
        gone = self._state.find(self.chosen)
        if gone is not None:
            usual = DEFAULT_PROFILE if self._state.usual == gone.name else self._state.usual
            own = tuple(one for one in self._state.own if one is not gone)
            self.edited.emit(tr("删去版式“{name}”", name=gone.label), replace(self._state, own=own, usual=usual))

    def _rename(self) -> None:
        own, words = self._state.find(self.chosen), self.name.text().strip()
        if own is not None and words and words != own.label:
            self._change(tr("改版式的名称"), replace(own, label=words))

    def _on_figures(self, name: str, rows: Rows) -> None:
        own, table = self._state.find(self.chosen), self._table()
        if own is None:
            return
        if table.sheet.faults(rows):
            table.show_rows(rows)  # stays on the page until it is mended
            self._tell()
            return
        table.cells.show_rows(rows)
        self._change(name, with_figures(own, [row.cells for row in rows]))

    def _change(self, name: str, own: OwnProfile) -> None:
        changed = tuple(own if one.name == own.name else one for one in self._state.own)
        self.edited.emit(name, replace(self._state, own=changed))
        if self.list.count() and self.chosen == own.name:
            self._on_chosen()

    def _tell(self) -> None:
        table = self._table()
        fault = next(iter(table.cells.faults), None)
        broken = next(iter(self._state.faults), None)
        if fault is not None:
            self._tell_wrong(fault.message)
        elif broken is not None:
            self._tell_wrong(tr("{fault} 这个文件程序没有动。", fault=broken))
        elif self._state.find(self.chosen) is None:
            self._say(tr("附带的版式不能改；复制一份，就可以改各项。"))
        else:
            self._say(tr("改“这个版式”一列；空着就同国标版式一样。文件里只存与国标版式不同的项。"))

    def _tell_wrong(self, wrong: str) -> None:
        self._say(wrong, wrong=True)

    def _say(self, words: str, *, wrong: bool = False) -> None:
        self.words.setText(words)
        self.words.setProperty("role", "wrong" if wrong else "note")
        self.words.style().polish(self.words)

    def _lay_out(self) -> None:
        self.list.setFixedHeight(row_height(self.list, 28) * 4 + 4)
        self.column.addWidget(framed(self.list))
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.usual_button, self.copy_button, self.remove_button, self.preview_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)
        line = QHBoxLayout()
        line.setSpacing(8)
        words = label(tr("名称"))
        words.setWordWrap(False)
        words.setBuddy(self.name)
        line.addWidget(words)
        line.addWidget(self.name, 1)
        self.column.addLayout(line)
        for is_own, table in self.tables.items():
            table.setMinimumHeight(160)
            self.column.addWidget(self._framed[is_own], 1)
        self.words.setMinimumHeight(28)
        self.column.addWidget(self.words)
