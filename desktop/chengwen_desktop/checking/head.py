"""The head of 检查: how much was found of each severity, and what to do about it; a low window shows it alone."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QToolButton, QVBoxLayout, QWidget

from chengwen_desktop.checking.looking import Looked, Row
from chengwen_desktop.checking.model import placed
from chengwen_desktop.checking.table import KEY
from chengwen_desktop.checking.words import SEVERITIES, used
from chengwen_desktop.theme.icons import icon
from chengwen_desktop.theme.marks import Severity
from chengwen_desktop.theme.severity_icon import MARK, severity_icon
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import NOTE, ElidedLabel, bold, head_strip, label, link_button, sized_font


class CheckingHead(QWidget):
    """The head. `looked_at` carries the severities that are to show alone, and whether to show what was passed over."""

    looked_at = Signal(object, bool)
    all_asked = Signal()
    next_asked = Signal()
    fix_asked = Signal()
    fold_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._folded = False
        self._looked: Looked | None = None
        self._row: Row | None = None
        name = label(tr("检查"))
        name.setWordWrap(False)
        name.setFont(bold(name.font()))
        self.tallies = {severity: self._make_tally() for severity in Severity}
        self.ignored = self._make_tally()
        self.words = ElidedLabel()
        self.words.setFont(sized_font(NOTE))
        self.fix = link_button("", "", self.fix_asked.emit)
        self.all = link_button("", "", self.all_asked.emit)
        self.next = self._make_next()
        self.fold = self._make_fold()
        strip, row = head_strip()
        row.setSpacing(4)
        for widget in (name, *self.tallies.values(), self.ignored, self.words, self.fix, self.all, self.next):
            row.addWidget(widget, 1 if widget is self.words else 0)
        row.insertSpacing(1, 4)
        row.addWidget(self.fold)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(strip)
        for severity, tally in self.tallies.items():
            tally.setIcon(severity_icon(severity))
            tally.setIconSize(QSize(MARK, MARK))
        self._refresh()

    def show_looked(self, looked: Looked | None) -> None:
        """Show what was found; None: nothing has been looked at."""
        self._looked = looked
        self._refresh()

    def show_row(self, row: Row | None) -> None:
        """Show what belongs to the chosen finding."""
        self._row = row
        self._refresh()

    def show_folded(self, folded: bool) -> None:
        """Be all that shows, or the head of the table."""
        self._folded = folded
        self._refresh()

    def _refresh(self) -> None:
        looked, row = self._looked, self._row
        for severity, tally in self.tallies.items():
            self._show_tally(tally, tr(SEVERITIES[severity]), looked.counts[severity] if looked else 0)
        passed = sum(one.is_ignored for one in looked.rows) if looked else 0
        self._show_tally(self.ignored, tr("已忽略"), passed)
        self.words.set_words(self._told(looked, row))
        self._show_fix(row)
        count = len(looked.mechanical) if looked else 0
        self.all.setText(tr("修正 {count} 处", count=count))
        self.all.setAccessibleName(tr("全部修正：{count} 处", count=count))
        self.all.setToolTip(tr("不用问人的 {count} 处一次改好，可以撤销", count=count))
        self.all.setVisible(count > 1 and not self._folded)
        self.next.setVisible(bool(looked and looked.counted) and not self._folded)
        self._show_fold()

    def _told(self, looked: Looked | None, row: Row | None) -> str:
        if looked is None:
            return ""
        if row is not None:
            return placed(row) if self._folded else tr("依据：{basis}", basis=row.basis)
        return sentence(looked)

    def _show_fix(self, row: Row | None) -> None:
        words = row.fix if row is not None and row.fix else tr("没有现成的改法")
        self.fix.setVisible(self._folded and row is not None and bool(row.fix))
        self.fix.setText(words)
        self.fix.setAccessibleName(words)
        self.fix.setToolTip(tr("{words}（{key}）", words=words, key=KEY))

    def _show_tally(self, tally: QPushButton, name: str, count: int) -> None:
        tally.setText(f" {name} {count}")  # Qt leaves no gap behind the icon
        tally.setAccessibleName(tr("只看{name}，{count} 处", name=name, count=count))
        tally.setToolTip(tr("只看{name}；再点一下都看", name=name))
        if not count and tally.isChecked():
            tally.setChecked(False)
        tally.setVisible(count > 0)

    def _show_fold(self) -> None:
        words = tr("展开检查") if self._folded else tr("收起检查，只留一行")
        self.fold.setIcon(icon("caret-up" if self._folded else "caret-down", "text2"))
        self.fold.setToolTip(words)
        self.fold.setAccessibleName(words)

    def _on_toggled(self) -> None:
        only = frozenset(severity for severity, tally in self.tallies.items() if tally.isChecked())
        self.looked_at.emit(only, self.ignored.isChecked())

    def _make_tally(self) -> QPushButton:
        made = QPushButton()
        made.setCheckable(True)
        made.setProperty("tally", True)
        made.toggled.connect(self._on_toggled)
        return made

    def _make_next(self) -> QPushButton:
        made = link_button(tr("F8 下一处"), tr("下一处（F8），上一处（Shift+F8）"), self.next_asked.emit)
        made.setAccessibleName(tr("下一处"))
        made.setProperty("link", False)
        made.setProperty("tally", True)
        made.setFont(sized_font(NOTE))
        return made

    def _make_fold(self) -> QToolButton:
        made = QToolButton()
        made.setProperty("words", False)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(lambda: self.fold_asked.emit())
        return made


def sentence(looked: Looked) -> str:
    """Return in a sentence that nothing was found, or how much; how many rules looked, and how long that took."""
    figures = tr("查了 {count} 条规则，用时{used}。", count=looked.rules, used=used(looked.seconds))
    found = len(looked.counted)
    return (tr("发现 {count} 处。", count=found) if found else tr("没有发现问题。")) + figures
