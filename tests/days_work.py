"""A day's work in the window, by keys and mouse alone: from an empty desk to an exported document.

`DaysWork(window, hands, folder).do()` does all of it; what came of it stands in the attributes.
The questions for files are answered by `ask_save` and `ask_open` of the caller's, since their dialogs are the system's.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from chengwen_desktop.checking.looking import Row
from chengwen_desktop.exporting.dialog import ExportDialog
from chengwen_desktop.frame import View
from chengwen_desktop.main_window import MainWindow
from chengwen_desktop.search.model import HIT
from chengwen_desktop.theme.marks import Severity
from chengwen_index.search import Hit
from chengwen_library.model import Clause, Measure, Unit
from hands import Hands

FIELDS = {
    "region": "示例市",
    "matter": "促进知识产权转化运用",
    "aim": "促进创新成果向现实生产力转化",
    "parts": "提升创造质量\n加大金融支持\n强化组织保障",
    "issuers": "示例市人民政府办公室",
    "recipients": "各区人民政府，市政府各部门",
    "approver": "市人民政府",
}
"""What is filled in when the draft is made."""

NOTICE = {"发文字号": "示政办发〔2026〕12号", "成文日期": "2026-11-23", "印发机关": "示例市人民政府办公室"}
"""What is filled in above the page afterwards."""

TAKEN = (
    ("提升创造质量", "鄂州市", "强化科技攻关高价值专利布局"),
    ("提升创造质量", "成都市", "推进实施专利导航"),
    ("提升创造质量", "武汉市", "提升版权创造能力"),
    ("加大金融支持", "鄂州市", "提升科技成果转化金融支撑能力"),
    ("加大金融支持", "东莞市", "加大知识产权金融支持力度"),
    ("加大金融支持", "武汉市", "强化知识产权金融赋能"),
    ("强化组织保障", "东莞市", "提升知识产权机构服务能力"),
    ("强化组织保障", "成都市", "加强专业人才队伍培养"),
)
"""The part of the draft, and the clause that goes there: eight of four cities."""

LOCAL = "加大知识产权金融支持力度"
"""The clause that is put in local words, its figures left blank."""


@dataclass
class DaysWork:
    """One day. `saved` is the draft as it was kept, `exported` the document made of it."""

    window: MainWindow
    hands: Hands
    folder: Path
    told: dict[str, object] = field(default_factory=dict[str, object])

    @property
    def draft(self) -> Measure:
        """The draft as it is now."""
        session = self.window.documents.session
        assert session is not None
        return session.draft

    @property
    def exported(self) -> Path:
        """The document that was exported."""
        return self.folder / "送审稿.docx"

    def do(self) -> None:
        """Do all of it."""
        self.new()
        self.insert()
        self.adapt_by_differences()
        self.move_and_promote()
        self.fill_blanks()
        self.fill_notice()
        self.mend()
        self.compare()
        self.preview()
        self.save()
        self.export()
        self.reopen()

    def new(self) -> None:
        """Make a new 若干措施 with its notice."""
        hands = self.hands
        hands.begin("新建")
        hands.picture("空的窗口")
        hands.press("Ctrl+N")
        hands.until(lambda: self.window.creating.dialog is not None)
        dialog = self.window.creating.dialog
        assert dialog is not None
        hands.come_to(dialog)
        while dialog.template.id != "several-measures":
            hands.press("Down")
        hands.picture("新建-文种")
        hands.press("Enter")
        while dialog.notice is None or dialog.notice.id != "issue-by-office":
            hands.press("Down" if dialog.notices.currentRow() == 0 else "Up")
        hands.press("Enter")
        for entry in dialog.form.entries:
            if entry.field.name in FIELDS:
                hands.tab_to(entry.editor)
                hands.write(FIELDS[entry.field.name])
        hands.rest(0.5)
        hands.picture("新建-要素")
        hands.press("Alt+N")
        hands.until(lambda: dialog.step == 3 and dialog.page.hits.count() > 0)
        hands.picture("新建-起步条款")
        hands.press("Alt+N")
        hands.until(lambda: self.window.documents.session is not None)
        hands.come_to(self.window)
        hands.picture("新的文稿")

    def insert(self) -> None:
        """Search for eight clauses of four cities and insert each behind what the part has already."""
        for number, (part, region, heading) in enumerate(TAKEN):
            self.hands.begin(f"插入第{number + 1}条")
            self.go_to_last_of(part)
            self.search(region, heading)
            if number == 0:
                self.hands.picture("检索")
            if heading == LOCAL:
                self._insert_in_local_words()
            else:
                self._insert(heading)
        self.hands.picture("插入八条")

    def adapt_by_differences(self) -> None:
        """Write two things into a clause, then have the words of its precedent back for one of them."""
        hands, heading = self.hands, TAKEN[0][2]
        hands.begin("按差异取用")
        self.click_outline(TAKEN[1][2])
        hands.press("Left")
        hands.write("每年组织2次对接活动。")
        self.click_outline(heading)
        for _ in f"{heading}。":
            hands.press("Right")
        hands.write("坚持统筹谋划，")
        before = self.unit(heading).text
        self.search(TAKEN[0][1], heading)
        hands.press("Enter")
        hands.until(lambda: self.window.clause.text.hasFocus())
        hands.press("D")
        hands.until(self.window.clause.take_button.isVisible)
        hands.press("Alt+Right")
        hands.picture("差异")
        hands.press("Enter")
        hands.until(lambda: self.unit(heading).text != before)
        hands.picture("取了一处差异")
        self.told["differences"] = (before, self.unit(heading).text)

    def move_and_promote(self) -> None:
        """Move a clause down among its like; lift one a level."""
        hands = self.hands
        hands.begin("移动")
        first, second = TAKEN[1][2], TAKEN[2][2]
        self.click_outline(first)
        hands.press("Alt+Down")
        hands.until(lambda: self.order().index(first) > self.order().index(second))
        hands.begin("升级")
        self.click_outline(TAKEN[7][2])
        hands.press("Alt+Left")
        hands.until(lambda: TAKEN[7][2] in [unit.heading for unit in self.draft.units])
        hands.picture("移动和升级")

    def fill_blanks(self) -> None:
        """Find 填写待填项 with Ctrl+K and fill every blank in."""
        hands = self.hands
        hands.begin("填写待填项")
        hands.press("Ctrl+K")
        hands.until(lambda: self.window.command_palette.pane.field.hasFocus())
        hands.write("填写待填项")
        hands.rest(0.3)
        hands.picture("命令面板")
        hands.press("Enter")
        hands.until(lambda: self.window.inserting.filling is not None)
        dialog = self.window.inserting.filling
        assert dialog is not None
        hands.come_to(dialog)
        hands.picture("填写待填项")
        self.told["blanks"] = len(dialog.fields)
        while dialog.fields:
            slot, box = dialog.fields[0]
            count = len(dialog.fields)
            hands.until(box.hasFocus)
            hands.write(VALUES.get(str(slot.kind), "示例市知识产权局"))
            hands.press("Enter")
            hands.until(lambda count=count: len(dialog.fields) < count)
            hands.rest(0.05)
        hands.press("Esc")
        hands.come_to(self.window)

    def fill_notice(self) -> None:
        """Unfold the notice and fill in number, date and printer."""
        hands = self.hands
        hands.begin("填写通知")
        hands.press("Ctrl+Shift+I")
        hands.until(lambda: self.window.draft.form.is_unfolded() and not self.window.draft.editor.hasFocus())
        for name, words in NOTICE.items():
            self.tab_to_name(name)
            hands.press("Ctrl+A")
            hands.write(words)
        hands.press("Tab")
        hands.picture("印发通知")
        hands.press("Ctrl+Shift+I")
        hands.until(lambda: not self.window.draft.form.is_unfolded())

    def mend(self) -> None:
        """Write a half-width comma, be told, and have it put right where F8 leads."""
        hands, heading = self.hands, TAKEN[1][2]
        hands.begin("修正")
        self.click_outline(TAKEN[3][0])
        hands.press("Left")
        hands.write("完善导航成果库,定期发布。")
        hands.until(lambda: "text.halfwidth" in self.findings())
        hands.picture("检查")
        for _ in range(len(self.findings())):
            hands.press("F8")
            if self.window.draft.editor.textCursor().selectedText() == ",":
                break
        hands.press("Alt+Enter")
        hands.until(lambda: "成果库，定期" in self.unit(heading).text)
        hands.until(lambda: "text.halfwidth" not in self.findings())
        self.told["errors"] = [row for row in self.rows() if row.severity is Severity.ERROR]
        hands.picture("修正以后")

    def compare(self) -> None:
        """See every clause beside its best precedent."""
        hands = self.hands
        hands.begin("对照")
        hands.press("Ctrl+2")
        pairs = self.window.compare.pane.list.pairs
        hands.until(lambda: bool(pairs.pairs) and not pairs.waiting)
        hands.until(lambda: self.window.compare.side.table.rows.rowCount() > 0)
        hands.press("Down")
        hands.press("Down")
        hands.press("Right")
        hands.rest(0.3)
        self.told["compared"] = len(pairs.pairs)
        hands.picture("对照")

    def preview(self) -> None:
        """See the faces as they will print."""
        hands = self.hands
        hands.begin("版式预览")
        hands.press("Ctrl+3")
        hands.until(lambda: bool(self.window.preview.faces))
        hands.press("PgDown")
        hands.rest(1.0)
        hands.picture("版式预览")
        self.told["faces"] = len(self.window.preview.faces)

    def save(self) -> None:
        """Keep the draft in a file."""
        self.hands.begin("保存")
        self.hands.press("Ctrl+1")
        self.hands.until(lambda: self.window.frame.view is View.EDIT)
        self.hands.press("Ctrl+S")
        self.hands.until(lambda: not self.window.isWindowModified())
        self.told["saved"] = self.draft
        self.hands.picture("保存")

    def export(self) -> None:
        """Export a Word file under a name of its own, and have it measured."""
        hands = self.hands
        hands.begin("导出")
        dealt: list[bool] = []
        QTimer.singleShot(100, self.window, lambda: self._answer_export(dealt))
        hands.press("Ctrl+E")
        assert dealt == [True]
        hands.come_to(self.window)
        hands.until(self.exported.exists)
        hands.until(lambda: self.window.status.words.text().startswith("量过"))
        self.told["measured"] = self.window.status.words.text()
        hands.picture("导出以后")

    def reopen(self) -> None:
        """Close the draft and open it again."""
        hands = self.hands
        hands.begin("重新打开")
        hands.press("Ctrl+W")
        hands.until(lambda: self.window.documents.session is None)
        hands.picture("关闭以后")
        hands.press("Ctrl+O")
        hands.until(lambda: self.window.documents.session is not None)
        hands.rest(0.5)
        self.told["reopened"] = self.draft
        hands.picture("重新打开")

    def search(self, region: str, heading: str) -> None:
        """Go to the search box, ask for a heading, and down the hits to the clause of this region."""
        hands, window = self.hands, self.window
        hands.press("Ctrl+Shift+F")
        hands.until(window.search.box.hasFocus)
        hands.press("Ctrl+A")
        hands.press("Delete")
        hands.write(heading)
        hands.until(lambda: any(is_wanted(hit, region, heading) for hit in self.hits()))
        hands.press("Enter")
        hands.until(window.search.list.hasFocus)
        while not is_wanted(window.search.list.hit, region, heading):
            before = window.search.list.hit
            hands.press("Down")
            assert window.search.list.hit is not before, "the hits end before the one that is wanted"
        hands.until(lambda: is_shown(window.clause.clause, region, heading))

    def go_to_last_of(self, part: str) -> None:
        """Click on the last clause of a part in the outline, or on the part itself while it is empty."""
        unit = self.unit(part)
        self.click_outline((unit.children[-1] if unit.children else unit).heading or "")

    def click_outline(self, heading: str) -> None:
        """Click on a clause in the outline."""
        outline = self.window.outline
        if not outline.isVisible():
            self.hands.press("Ctrl+Shift+O")
        unit = self.unit(heading)
        self.hands.until(lambda: row_of(outline, f"{unit.num}{heading}").isValid())
        self.hands.click_row(outline, row_of(outline, f"{unit.num}{heading}"))
        self.hands.until(lambda: self.window.draft.editor.current_wid == unit.wid)
        self.hands.until(self.window.draft.editor.hasFocus)

    def tab_to_name(self, name: str) -> None:
        """Press Tab until the field of this name has the focus."""
        for _ in range(80):
            if self.hands.focus.accessibleName() == name:
                return
            self.hands.press("Tab")
        raise AssertionError(f"Tab does not lead to {name}")

    def unit(self, heading: str) -> Unit:
        """Return the clause of the draft with this heading."""
        return next(unit for unit in self.draft.walk() if unit.heading == heading)

    def order(self) -> list[str | None]:
        """Return the headings as they stand."""
        return [unit.heading for unit in self.draft.walk()]

    def hits(self) -> list[Hit]:
        """Return the hits that show."""
        model = self.window.search.model
        return [hit for row in range(model.rowCount()) if (hit := model.index(row).data(HIT))]

    def rows(self) -> list[Row]:
        """Return the findings that show."""
        return self.window.checks.table.findings.rows

    def findings(self) -> list[str]:
        """Return the rules of the findings that show."""
        return [row.finding.rule.id for row in self.rows()]

    def _insert(self, heading: str) -> None:
        self.hands.press("Ctrl+Enter")
        self.hands.until(lambda: heading in self.order())
        self.hands.until(self.window.draft.editor.hasFocus)

    def _insert_in_local_words(self) -> None:
        hands = self.hands
        hands.press("Ctrl+Alt+Enter")
        hands.until(lambda: self.window.inserting.consent is not None)
        dialog = self.window.inserting.consent
        assert dialog is not None
        hands.come_to(dialog)
        self.told["swaps"] = [swap.old for swap, _ in dialog.boxes]
        hands.click_words("全部留作待填", dialog)
        hands.picture("改为本地名称")
        hands.tab_to(dialog.agree_button)
        hands.press("Enter")
        hands.come_to(self.window)
        hands.until(lambda: LOCAL in self.order())

    def _answer_export(self, dealt: list[bool]) -> None:
        hands = self.hands
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ExportDialog)
        hands.until(dialog.name.hasFocus)
        hands.press("Ctrl+A")
        hands.write(self.exported.stem)
        hands.picture("导出公文")
        hands.press("Enter")
        dealt.append(True)


VALUES = {"金额": "50万元", "比例": "20%", "日期": "2027年12月31日", "年份": "2027年"}
"""What a blank of this kind is filled with."""


def is_wanted(hit: Hit | None, region: str, heading: str) -> bool:
    """Tell whether a hit is the clause of this region and heading."""
    return hit is not None and hit.region == region and hit.heading == heading


def is_shown(clause: Clause | None, region: str, heading: str) -> bool:
    """Tell whether the clause that shows is that of this region and heading."""
    return clause is not None and clause.measure.region == region and clause.heading == heading


def row_of(tree: QWidget, words: str) -> QModelIndex:
    """Return the row of a tree that says this, wherever it stands in it."""
    model = tree.model()
    found = model.match(
        model.index(0, 0),
        Qt.ItemDataRole.DisplayRole,
        words,
        1,
        Qt.MatchFlag.MatchStartsWith | Qt.MatchFlag.MatchRecursive,
    )
    return found[0] if found else QModelIndex()
