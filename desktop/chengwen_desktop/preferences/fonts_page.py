"""字体: which print fonts this machine has, and what is drawn for those that it lacks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout

from chengwen_desktop.doctor import Diagnosis, Group, examine
from chengwen_desktop.fonts.found import FoundFont, fonts_of, found_font, installed_families
from chengwen_desktop.preferences.page import Page, Spot
from chengwen_desktop.preferences.sheet_page import framed
from chengwen_desktop.preferences.sheet_table import SheetTable
from chengwen_desktop.preferences.sheets import CellFault, Cells, Column, Sheet, rows_of
from chengwen_desktop.tasks import Tasks
from chengwen_desktop.translation import marked, tr
from chengwen_desktop.widgets import label, push_button
from chengwen_templates.profile import Profile

_USES = {
    "body_font": marked("正文"),
    "first_heading_font": marked("一级标题"),
    "second_heading_font": marked("二级标题"),
    "title_font": marked("标题"),
    "mark_font": marked("发文机关标志"),
    "page_number_font": marked("页码"),
}
_BOLD = 700


class FontsPage(Page[None]):
    """The fonts of the usual profile; what the machine's own list says stands below."""

    def __init__(self, profile: Callable[[], Profile], tasks: Tasks) -> None:
        super().__init__()
        self._profile, self._tasks = profile, tasks
        self.table = SheetTable(_sheet(), tr("印刷字体"))
        self.again_button = push_button(tr("再看一遍"), tr("装了字体以后再看一遍"), self.look_again)
        self.again_button.setAutoDefault(False)
        self.found = label("", "note")
        where = label(
            tr(
                "缺的字体程序不附带，也不下载：Windows 和 WPS、Word 一般带有仿宋、楷体、黑体、宋体；"
                "小标宋等要从字库厂商取得授权。装到系统里以后，点“再看一遍”。"
            ),
            "note",
        )
        kept = label(tr("导出的 Word 文件总是写原字体名，在装了这些字体的电脑上就是原字体；PDF 用代替的字体。"), "note")
        row = QHBoxLayout()
        row.addWidget(self.again_button)
        row.addStretch(1)
        self.column.addWidget(framed(self.table), 1)
        self.column.addLayout(row)
        for words in (self.found, where, kept):
            self.column.addWidget(words)

    def begin(self) -> None:
        """Look at the fonts when the page comes to the front."""
        self._show()
        self._tasks.run("doctor", examine, self._take, self._fail)

    def look_again(self) -> None:
        """Forget what was found and look again."""
        found_font.cache_clear()
        installed_families.cache_clear()
        self.begin()

    def spots(self) -> Sequence[Spot]:
        """Return the fonts of the usual profile."""
        return [Spot(name, place) for place, name in enumerate(fonts_of(self._profile()))]

    def go_to(self, key: object) -> None:
        """Go to a font."""
        self.begin()
        if isinstance(key, int):
            self.table.go(key)
        self.table.setFocus()

    def _show(self) -> None:
        profile = self._profile()
        self.table.show_rows(rows_of([_cells(found_font(name), profile) for name in fonts_of(profile)]))

    def _take(self, diagnosis: Diagnosis) -> None:
        items = [one for one in diagnosis.items if one.group is Group.FONTS]
        there = {True: tr("有"), False: tr("缺")}
        kinds = tr("，").join(f"{one.name} {there[one.present]}" for one in items)
        self.found.setText(tr("在系统里按字体的种类看：{kinds}。", kinds=kinds) if kinds else "")

    def _fail(self, error: Exception) -> None:
        from chengwen_desktop import faults

        faults.record(error)
        self.found.setText(tr("没能查看系统里的字体，出错记录已经写下。"))


def _cells(font: FoundFont, profile: Profile) -> Cells:
    uses = tr("、").join(tr(words) for field, words in _USES.items() if getattr(profile, field) == font.name)
    if not font.stands_in:
        return font.name, uses, tr("有"), ""
    weight = tr("（粗体）") if font.weight >= _BOLD else ""
    stand_in = f"{font.family}{weight}" if font.family else tr("系统字体")
    return font.name, uses, tr("缺"), tr("以 {family} 代替", family=stand_in)


def _sheet() -> Sheet:
    heads = ((marked("字体"), 3), (marked("用在"), 3), (marked("本机"), 1), (marked("画出来的"), 4))
    return Sheet(tuple(Column(words, "", share, told=True) for words, share in heads), _no_faults, "")


def _no_faults(_rows: Sequence[Cells]) -> list[CellFault]:
    return []
