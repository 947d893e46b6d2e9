"""核对读入结果: one or a few sources, each looked at and mended before it is kept in the library."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from chengwen_desktop.importing import questions
from chengwen_desktop.importing.doubts import summary
from chengwen_desktop.importing.keeping import Objection
from chengwen_desktop.importing.model import Review
from chengwen_desktop.importing.review_page import ReviewPage
from chengwen_desktop.theme.current import growth
from chengwen_desktop.theme.icons import icon
from chengwen_desktop.translation import before_key, tr
from chengwen_desktop.widgets import FOOT, ElidedLabel, bold, label, push_button, surface
from chengwen_library.clauses import clauses
from chengwen_library.model import ClauseKind, Measure

USUAL = QSize(1296, 840)
"""Size in px where the window is large enough."""


@dataclass(slots=True)
class _Item:
    review: Review
    is_kept: bool = False
    is_skipped: bool = False


class ReviewDialog(QDialog):
    """The dialog. `keep_asked` carries the review to keep, whether with its raw source, and whether all the same."""

    keep_asked = Signal(object, bool, bool)

    def __init__(self, reviews: Sequence[Review], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items = [_Item(review) for review in reviews]
        self._at = 0
        self._is_keeping = False
        self.kept_count = 0
        self.page = ReviewPage()
        self.setWindowTitle(tr("核对读入结果"))
        self.setModal(True)
        self._lay_out()
        self._make_keys()
        self.page.changed.connect(self._on_changed)
        self.page.said.connect(self.say)
        self._resize_within(parent)
        self._show_item(0)

    def say(self, words: str) -> None:
        """Say a sentence at the foot."""
        self._told.set_words(words)

    def kept(self, words: str) -> None:
        """Note that the current source was kept, and go to the next; the last one closes the dialog."""
        self._is_keeping = False
        self._items[self._at].is_kept = True
        self.kept_count += 1
        self._go_on(words or tr("已收入条款库"))

    def not_kept(self, words: str) -> None:
        """Say why the current source was not kept."""
        self._is_keeping = False
        self._refresh()
        self.say(words)

    def object(self, objection: Objection, *, with_source: bool) -> None:
        """Ask whether to keep the current source all the same."""
        self._is_keeping = False
        self._refresh()
        if questions.ask_anyway(self, objection):
            self._keep(with_source=with_source, anyway=True)
        else:
            self.say(tr("没有收入条款库"))

    def reject(self) -> None:
        """Close; asks only if something was changed that is not kept."""
        if self._is_keeping:
            return
        open_changes = sum(item.review.is_changed and not item.is_kept for item in self._items)
        if not open_changes or questions.ask_leave(self, open_changes):
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """In a field Enter goes to the next; Esc closes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            controls = self.page.form.controls()
            at = next((n for n, one in enumerate(controls) if one.hasFocus() or _holds_focus(one)), None)
            if at is not None:
                following = controls[at + 1] if at + 1 < len(controls) else self.keep_button
                following.setFocus(Qt.FocusReason.TabFocusReason)
                if isinstance(following, QLineEdit):
                    following.selectAll()
            return
        super().keyPressEvent(event)

    def _keep(self, *, with_source: bool, anyway: bool = False) -> None:
        wrong = self.page.form.wrong()
        if wrong is not None:
            wrong.setFocus()
            self.say(tr("有一栏还不对，改好再收入"))
        elif self.keep_button.isEnabled() and not self._is_keeping:
            self._is_keeping = True
            self._refresh()
            self.say(tr("正在收入…"))
            self.keep_asked.emit(self._items[self._at].review, with_source, anyway)

    def _skip(self) -> None:
        self._items[self._at].is_skipped = True
        self._go_on(tr("已跳过，用 ‹ 可以回去"))

    def _go_on(self, words: str) -> None:
        """Go to the next source that is neither kept nor skipped; close if there is none."""
        count = len(self._items)
        order = [(self._at + step) % count for step in range(1, count + 1)]
        open_items = [at for at in order if not self._items[at].is_kept and not self._items[at].is_skipped]
        if open_items:
            self._show_item(open_items[0])
            self.say(words)
        elif self.kept_count or not any(item.review.is_changed and not item.is_kept for item in self._items):
            self.accept()
        else:
            self.reject()

    def _turn(self, by: int) -> None:
        """Show the source before or behind the current one that is not kept yet."""
        at = self._at + by
        while 0 <= at < len(self._items) and self._items[at].is_kept:
            at += by
        if 0 <= at < len(self._items):
            self._items[at].is_skipped = False
            self._show_item(at)

    def _show_item(self, at: int) -> None:
        self._at = at
        self.say("")
        self.page.show_review(self._items[at].review)
        self.page.tree.setFocus()

    def _on_changed(self) -> None:
        if self.page.review is not None:
            self._items[self._at].review = self.page.review
        self._refresh()

    def _refresh(self) -> None:
        item = self._items[self._at]
        review = item.review
        self._name.setText(review.source.name)
        self._figures.setText(figures_words(review))
        self._figures.setProperty("role", "note" if review.figures.add_up else "wrong")
        self._figures.style().unpolish(self._figures)
        self._figures.style().polish(self._figures)
        self._place.setText(tr("第 {at} 件，共 {count} 件", at=self._at + 1, count=len(self._items)))
        for button, by in ((self._back, -1), (self._forth, 1)):
            button.setEnabled(any(not one.is_kept for one in self._beyond(by)))
        can = review.figures.add_up and not self._is_keeping and self.page.form.wrong() is None
        self.keep_button.setEnabled(can)
        self.skip_button.setEnabled(not self._is_keeping)

    def _beyond(self, by: int) -> list[_Item]:
        return self._items[: self._at] if by < 0 else self._items[self._at + 1 :]

    def _make_keys(self) -> None:
        deeds: dict[str, Callable[[], object]] = {
            "F8": partial(self.page.step, 1),
            "Shift+F8": partial(self.page.step, -1),
            "Alt+Return": self.page.accept_doubt,
            "Alt+Enter": self.page.accept_doubt,
            "Ctrl+Z": self.page.undo,
            "Ctrl+Y": self.page.redo,
            "Ctrl+Shift+Z": self.page.redo,
            "Ctrl+Return": self._on_keep,
            "Ctrl+Enter": self._on_keep,
            "F6": partial(self._to_pane, 1),
            "Shift+F6": partial(self._to_pane, -1),
            "Ctrl+PgUp": partial(self._turn, -1),
            "Ctrl+PgDown": partial(self._turn, 1),
        }
        for keys, deed in deeds.items():
            QShortcut(QKeySequence(keys), self).activated.connect(deed)

    def _on_keep(self) -> None:
        self._keep(with_source=self.with_source.isChecked())

    def _to_pane(self, by: int) -> None:
        panes = [*self.page.panes(), self.keep_button]
        at = next((n for n, pane in enumerate(panes) if pane.hasFocus()), None)
        if at is None:
            at = 2 if _holds_focus(self.page.form) else 1 if by < 0 else 0
        panes[(at + by) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _resize_within(self, parent: QWidget | None) -> None:
        room = parent.window().size() if parent is not None else self.screen().availableGeometry().size()
        self.resize(USUAL.boundedTo(QSize(room.width() - 48, room.height() - 24)))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_head())
        column.addWidget(self.page, 1)
        column.addWidget(self._make_foot())

    def _make_head(self) -> QWidget:
        head = surface("head")
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 6, 12, 7)
        row.setSpacing(8)
        glyph = QLabel()
        glyph.setPixmap(icon("file-text").pixmap(18, 18))
        self._name, self._figures, self._place = QLabel(), label(""), QLabel()
        self._name.setFont(bold(self._name.font()))
        self._back = self._arrow("caret-left", tr("上一件（Ctrl+PgUp）"), -1)
        self._forth = self._arrow("caret-right", tr("下一件（Ctrl+PgDn）"), 1)
        for widget in (glyph, self._name, self._figures, self._place, self._back, self._forth):
            row.addWidget(widget, 1 if widget is self._figures else 0)
        return head

    def _make_foot(self) -> QWidget:
        foot = surface("foot")
        foot.setFixedHeight(FOOT + growth())
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        self.with_source = QCheckBox(tr("同时保存原文件"))
        self.with_source.setChecked(True)
        self.with_source.setToolTip(tr("原文件留在条款库里，日后可以对照"))
        self._told = ElidedLabel(Qt.TextElideMode.ElideRight)
        self.skip_button = push_button(tr("跳过这件"), tr("这件先不收入，看下一件"), self._skip)
        cancel = push_button(tr("取消读入"), tr("关闭；已经收入的留在条款库里（Esc）"), self.reject)
        self.keep_button = push_button(tr("收入条款库"), tr("照现在这样收入条款库（Ctrl+Enter）"), self._on_keep)
        self.keep_button.setProperty("primary", True)
        row.addWidget(self.with_source)
        row.addSpacing(16)
        row.addWidget(self._told, 1)
        for button in (self.skip_button, cancel, self.keep_button):
            button.setAutoDefault(False)
            button.setMinimumHeight(32)
            row.addWidget(button)
        return foot

    def _arrow(self, glyph: str, tip: str, by: int) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(glyph))
        button.setToolTip(tip)
        button.setAccessibleName(before_key(tip))
        button.setProperty("words", False)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self._turn(by))
        return button


def figures_words(review: Review) -> str:
    """Return what was read and the figures that must add up: 原文 4,473 字 = 收入 4,176 + 略去 297."""
    measures = review.measures()
    found = [clause for measure in measures for clause in clauses(measure)]
    count = sum(clause.kind is ClauseKind.NUMBERED for clause in found)
    parts = sum(_part_count(measure) for measure in measures)
    left_out = sum(stretch.whole for stretch in review.places.left_out.values())
    read = tr("读入 {what}；", what=summary(measures, count, parts)) + (
        tr("略去 {count} 行。", count=left_out) if left_out else tr("没有略去。")
    )
    figures = review.figures
    sums = tr(
        "原文 {source:,} 字 = 收入 {kept:,} + 略去 {dropped:,}",
        source=figures.source,
        kept=figures.kept,
        dropped=figures.dropped,
    )
    if figures.add_up:
        return tr("{read}{sums}，没有丢字。", read=read, sums=sums)
    wrong = (
        tr("少了 {count:,} 字", count=figures.lost) if figures.lost else tr("多出 {count:,} 字", count=figures.added)
    )
    return tr(
        "{read}原文 {source:,} 字，收入 {kept:,}，略去 {dropped:,}，{wrong}，不能收入。",
        read=read,
        source=figures.source,
        kept=figures.kept,
        dropped=figures.dropped,
        wrong=wrong,
    )


def _part_count(measure: Measure) -> int:
    """Return how many units of the first level have clauses below them."""
    tops = {clause.eid.split("__")[0] for clause in clauses(measure) if "__" in clause.eid}
    return len(tops)


def _holds_focus(widget: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return isinstance(focused, QWidget) and widget.isAncestorOf(focused)
