"""What the hits can be narrowed down to: a chip with a menu for each facet, and the order of the hits."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from chengwen_desktop.origins import Origins
from chengwen_desktop.search.finder import Found
from chengwen_desktop.search.flow import flowing
from chengwen_desktop.search.question import FACETS, SORTS, Question, facet_words
from chengwen_desktop.theme.icons import icon
from chengwen_desktop.translation import tr
from chengwen_desktop.widgets import NOTE, push_button, sized_font


class FacetChip(QWidget):
    """One facet: its menu with counts and, when something is chosen, a button that frees it again."""

    chosen = Signal(str, object)

    def __init__(self, facet: str, origins: Origins) -> None:
        super().__init__()
        self._facet, self._origins = facet, origins
        self._counts: dict[str, int] = {}
        self._value: str | None = None
        self.menu = QMenu(self)
        self.button = _menu_button(self.menu, self.fill_menu)
        self.clear_button = push_button(
            "", tr("不限{name}", name=tr(FACETS[facet])), lambda: self.chosen.emit(facet, None)
        )
        self.clear_button.setAccessibleName(tr("不限{name}", name=tr(FACETS[facet])))
        self.clear_button.setIcon(icon("x"))
        self.clear_button.setIconSize(QSize(10, 10))
        self.clear_button.setProperty("facet", True)
        self.clear_button.setProperty("facet_clear", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.button)
        row.addWidget(self.clear_button)
        self.show_counts({}, None)

    def show_counts(self, counts: dict[str, int], value: str | None) -> None:
        """Offer these values, and show which is chosen."""
        name = tr(FACETS[self._facet])
        self._counts, self._value = counts, value
        shown = _whole_words(self._facet, value)
        self.button.setText(f"{facet_words(self._facet, value) if value else name} ")
        self.button.setChecked(value is not None)
        self.button.setAccessibleName(tr("{name}：{value}", name=name, value=shown or tr("不限")))
        self.button.setToolTip(
            tr("{name}：{value}", name=name, value=shown) if value else tr("只列出一种{name}的条款", name=name)
        )
        self.button.setEnabled(bool(counts) or value is not None)
        self.clear_button.setVisible(value is not None)
        self.updateGeometry()

    def fill_menu(self) -> None:
        """Make the menu's entries, the most frequent value first; done when it opens, not while somebody types."""
        self.menu.clear()
        group = QActionGroup(self.menu)
        offered = sorted(self._counts, key=lambda one: -self._counts[one])
        for one in (None, *offered):
            group.addAction(self._entry(one, self._counts.get(one or "", 0), checked=one == self._value))

    def _entry(self, value: str | None, count: int, *, checked: bool) -> QAction:
        words = (
            tr("{value}\t{count} 条", value=_whole_words(self._facet, value), count=count)
            if value
            else tr("不限{name}", name=tr(FACETS[self._facet]))
        )
        action = self.menu.addAction(words.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(checked)
        if value and self._facet == "region":
            action.setIcon(square(self._origins.colour(value)))
        action.triggered.connect(partial(self._choose, value))
        return action

    def _choose(self, value: str | None, _checked: bool = False) -> None:
        self.chosen.emit(self._facet, value)


class Facets(QWidget):
    """The row. `changed` carries the question as the person now wants it."""

    changed = Signal(object)

    def __init__(self, origins: Origins, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = Question("")
        self.setAccessibleName(tr("筛选和排序"))
        self.chips = {facet: FacetChip(facet, origins) for facet in FACETS}
        self.free_button = push_button(
            tr("全部清除"), tr("不再筛选"), lambda: self.changed.emit(self._question.freed())
        )
        self.free_button.setProperty("facet", True)
        self.free_button.setProperty("quiet", True)
        self.free_button.setFont(sized_font(NOTE))
        self.sort_menu = QMenu(self)
        self.sort_button = _menu_button(self.sort_menu, self.fill_sort_menu)
        self.sort_button.setProperty("quiet", True)
        self._lay_out()
        self.show_question(self._question)
        self.hide()

    def show_found(self, found: Found) -> None:
        """Show what an answer can be narrowed down to."""
        for facet, chip in self.chips.items():
            chip.show_counts(found.counts.get(facet, {}), getattr(found.question.filters, facet))
        self.show_question(found.question)
        self.show()

    def show_question(self, question: Question) -> None:
        """Show the order, and whether anything can be freed."""
        self._question = question
        self.free_button.setVisible(len(question.chosen) > 1)
        self.sort_button.setText(f"{tr(SORTS[question.sort])} ")
        self.sort_button.setAccessibleName(tr("排序：{order}", order=tr(SORTS[question.sort])))
        self.sort_button.setToolTip(tr("条款排列的先后"))

    def fill_sort_menu(self) -> None:
        """Make the entries of the orders when the menu opens."""
        question = self._question
        self.sort_menu.clear()
        group = QActionGroup(self.sort_menu)
        for sort, words in SORTS.items():
            action = self.sort_menu.addAction(tr(words))
            action.setCheckable(True)
            action.setChecked(sort == question.sort)
            wanted = Question(question.query, question.filters, sort)
            action.triggered.connect(lambda _=False, wanted=wanted: self.changed.emit(wanted))
            group.addAction(action)

    def _narrow(self, facet: str, value: str | None) -> None:
        self.changed.emit(self._question.narrowed(facet, value))

    def _lay_out(self) -> None:
        for chip in self.chips.values():
            chip.chosen.connect(self._narrow)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(flowing(*self.chips.values(), self.free_button), 1)
        row.addWidget(self.sort_button, 0, Qt.AlignmentFlag.AlignTop)


def _whole_words(facet: str, value: str | None) -> str:
    return tr(value or "") if facet == "status" else value or ""


def square(colour: str) -> QIcon:
    """Return a small square in the colour of a region."""
    pixmap = QPixmap(48, 48)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.fillRect(12, 12, 24, 24, QColor(colour))
    painter.end()
    return QIcon(pixmap)


def _menu_button(menu: QMenu, fill: Callable[[], None]) -> QPushButton:
    """Return a button that fills and opens a menu, with the caret at the right of its words."""
    button = QPushButton()
    button.setProperty("facet", True)
    button.setCheckable(True)
    button.setFont(sized_font(NOTE))
    button.setIcon(icon("caret-down", "text3"))
    button.setIconSize(QSize(10, 10))
    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    def open_menu(_checked: bool) -> None:
        button.setChecked(not button.isChecked())  # only an answer changes it
        fill()
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    button.clicked.connect(open_menu)
    return button
