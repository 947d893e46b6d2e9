"""What is said when nothing was found, and what a mistyped word was meant to be, with ways on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from chengwen_desktop.search.finder import Found
from chengwen_desktop.search.question import Question, facet_words
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import ElidedLink, empty, label, link_button


class MeantLine(QWidget):
    """您是不是要找：… as a link. `asked` carries the query."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.hide()

    def show_meant(self, query: str | None) -> None:
        """Offer this query; None hides the line."""
        empty(self._row)
        self.setVisible(query is not None)
        if query is None:
            return
        words = label(tr("您是不是要找："))
        words.setWordWrap(False)
        self._row.addWidget(words)
        self._row.addWidget(ElidedLink(query, tr("检索 {words}", words=query), lambda: self.asked.emit(query)))
        self._row.addStretch(1)


class NothingFound(QWidget):
    """The page. `asked` carries a wider question."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 16, 12, 12)
        self._column.setSpacing(4)

    def show_found(self, found: Found) -> None:
        """Say what was not found, with ways to ask for less."""
        empty(self._column)
        question, words = found.question, found.question.query.split()
        together = tr("同时含“{words}”", words=tr("”“").join(words))
        said = together if len(words) > 1 else tr("含“{words}”", words=question.query)
        self._column.addWidget(label(tr("没有找到{said}的条款。", said=said)))
        for facet in found.freeing:
            name = facet_words(facet, question.chosen[facet])
            self._add(tr("去掉“{name}”", name=name), question.narrowed(facet, None))
        for word in words if len(words) > 1 else ():
            self._add(tr("只查“{word}”", word=word), Question(word, question.filters, question.sort))
        self._column.addStretch(1)

    def _add(self, words: str, question: Question) -> None:
        self._column.addWidget(
            link_button(words, tr("检索 {words}", words=question.words), lambda: self.asked.emit(question))
        )
