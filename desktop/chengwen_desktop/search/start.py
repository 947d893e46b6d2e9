"""What stands in the search pane while nothing is searched for: examples, kept searches, those of late."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from chengwen_desktop.search.memory import Saved, Searches
from chengwen_desktop.search.question import Question
from chengwen_desktop.theme.icons import icon
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import ElidedLink, bold, empty, label, link_button, push_button, surface

EXAMPLES = ("质押融资 风险补偿", "先使用后付费", "怎么鼓励银行给专利贷款", '"开放许可"')
OF_LATE = 8
"""Searches of late on the page; the menu of the box has more."""
IN_MENU = 15


class StartOfSearch(QScrollArea):
    """The page. `asked` carries a question to ask."""

    asked = Signal(object)

    def __init__(self, searches: Searches) -> None:
        super().__init__()
        self._searches = searches
        self._page = surface("base")
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(12, 16, 12, 12)
        self._column.setSpacing(2)
        self.setAccessibleName(tr("检索的开头"))
        self.setWidget(self._page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        searches.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        empty(self._column)
        self._head(tr("从先例里找条款"))
        self._column.addWidget(label(tr("几个词用空格隔开，都要出现；加半角引号的原样查找。可以试试："), "note"))
        for words in EXAMPLES:
            self._link(words, Question(words), self._column)
        if self._searches.saved:
            self._head(tr("收藏"))
            for saved in self._searches.saved:
                self._add_saved(saved)
        if self._searches.history:
            self._head(tr("最近"))
            for question in self._searches.history[:OF_LATE]:
                self._link(question.words, question, self._column)
            self._column.addWidget(link_button(tr("清空最近的检索"), tr("收藏的留着"), self._searches.forget_history))
        self._column.addStretch(1)

    def _head(self, words: str) -> None:
        head = label(words)
        head.setFont(bold(head.font()))
        head.setContentsMargins(0, 8 if self._column.count() else 0, 0, 0)
        self._column.addWidget(head)

    def _add_saved(self, saved: Saved) -> None:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._link(saved.name, saved.question, row)
        drop = push_button("", tr("不再收藏“{name}”", name=saved.name), lambda: self._searches.drop(saved.question))
        drop.setAccessibleName(tr("不再收藏 {name}", name=saved.name))
        drop.setIcon(icon("x"))
        drop.setProperty("plain", True)
        row.addWidget(drop)
        row.addStretch(1)
        self._column.addWidget(holder)

    def _link(self, words: str, question: Question, layout: QLayout) -> None:
        layout.addWidget(ElidedLink(words, tr("检索 {words}", words=question.words), lambda: self.asked.emit(question)))


def fill_menu(menu: QMenu, searches: Searches, ask: Callable[[Question], object]) -> None:
    """Fill the menu of the search box: kept searches, those of late, and forgetting them."""
    menu.clear()
    if searches.saved:
        menu.addSection(tr("收藏"))
    for saved in searches.saved:
        action = menu.addAction(saved.name.replace("&", "&&"))
        action.setToolTip(saved.question.words)
        action.triggered.connect(lambda _=False, question=saved.question: ask(question))
    if searches.history:
        menu.addSection(tr("最近"))
    for question in searches.history[:IN_MENU]:
        action = menu.addAction(question.words.replace("&", "&&"))
        action.triggered.connect(lambda _=False, question=question: ask(question))
    if searches.history:
        menu.addSeparator()
        menu.addAction(tr("清空最近的检索")).triggered.connect(lambda: searches.forget_history())
    if menu.isEmpty():
        menu.addAction(tr("还没有检索过")).setEnabled(False)
