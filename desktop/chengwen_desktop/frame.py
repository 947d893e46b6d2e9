"""The panes side by side: outline and library at the left, the draft in the middle, precedents at the right."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from chengwen_desktop.compare.view import CompareView
from chengwen_desktop.draft.outline_page import OutlinePage
from chengwen_desktop.draft.pane import DraftPane
from chengwen_desktop.draft.start import StartPage
from chengwen_desktop.library_pane.pane import LibraryPane
from chengwen_desktop.pane_room import Pane, Wishes, has_room
from chengwen_desktop.precedents_pane import Precedents
from chengwen_desktop.preview.preview import Preview
from chengwen_desktop.settings import Settings
from chengwen_desktop.tabbed_pane import TabbedPane
from chengwen_desktop.theme.current import growth
from chengwen_desktop.translation import marked, tr
from chengwen_desktop.widgets import head_height, head_strip

SIDES = {"wide": (264, 400), "narrow": (240, 360)}
"""Widths in px of the left and right pane, in windows above and up to 1366 px."""

LEAST = (200, 400, 336)
"""Least widths in px."""

WIDER = (11, 8, 7)
"""By how many px they grow with each px of the letters' height."""

COMPARE_SIDE, PREVIEW_SIDE = 360, 400
"""Widths in px of the right side in 对照 and in 版式预览."""

BELOW = 152
"""Height in px of the pane below the editor at first: its head and four rows."""

_NO_LIMIT = 16_777_215
"""What Qt takes for a height without limit."""


class View(StrEnum):
    """What the middle shows of an open draft; the value is the tab's name."""

    EDIT = marked("编辑")
    COMPARE = marked("对照")
    PREVIEW = marked("版式预览")


_KEYS = {View.EDIT: "Ctrl+1", View.COMPARE: "Ctrl+2", View.PREVIEW: "Ctrl+3"}
_KEPT = {View.EDIT: "frame", View.COMPARE: "frame_compare", View.PREVIEW: "frame_preview"}


@runtime_checkable
class Foldable(Protocol):
    """A pane below the editor that looks different as one line."""

    def show_folded(self, folded: bool) -> None:
        """Show one line, `head_height()` high, or all."""
        ...


class Frame(QSplitter):
    """The panes; in the middle, above the draft, stand the bars it is given.

    Each view has its own right side and remembers its sizes and which panes show; the preview
    has no left one. Panes give way when the window gets small, unless the person opened them.
    `below_editor` stands below the draft in 编辑; where there is little room it is one line.
    """

    view_changed = Signal(object)
    panes_changed = Signal()

    def __init__(
        self,
        outline: OutlinePage,
        library: LibraryPane,
        draft: DraftPane,
        precedents: Precedents,
        compare: CompareView,
        preview: Preview,
        *bars: QWidget,
        below_editor: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._outline, self._library, self._draft, self._precedents = outline, library, draft, precedents
        self._compare, self._preview, self._below = compare, preview, below_editor
        self.start_page = StartPage()
        self.left = TabbedPane(tr("大纲和条款库"), outline.more)
        self.left.add(outline, tr("大纲"))
        self.left.add(library, tr("条款库"))
        self._tabs, self._strip = self._make_tabs()
        self._pages = QStackedWidget()
        self._right = QStackedWidget()
        self._wishes = Wishes()
        self._states: dict[View, QByteArray] = {}
        self.view = View.EDIT
        self.editing = self._make_editing()
        for page in (self.start_page, self.editing, compare.pane, preview.pane):
            self._pages.addWidget(page)
        for side in (precedents, compare.side, preview.side):
            self._right.addWidget(side)
        self._lay_out(bars)
        self._tabs.currentChanged.connect(self._on_tab)
        self.left.tabs.currentChanged.connect(lambda: outline.more.setVisible(self.left.current is outline))

    def show_draft(self, has_draft: bool) -> None:
        """Show the draft's page, or the ways to begin."""
        self._strip.setVisible(has_draft)
        if not has_draft:
            self.show_view(View.EDIT)
        self._show_page(has_draft=has_draft)

    def show_view(self, view: View) -> None:
        """Show the draft to write in, beside its precedents, or as it prints."""
        self._tabs.setCurrentIndex(list(View).index(view))

    def shows(self, pane: Pane) -> bool:
        """Tell whether a pane shows; below the editor, whether it shows more than one line."""
        if pane is Pane.LEFT and self.view is View.PREVIEW:
            return False
        return self._wishes.shows(self._view_of(pane).name, pane, self.window().size())

    def wish(self, pane: Pane, shown: bool) -> None:
        """Open or close a pane of this view by hand; it stays so however large the window is."""
        self._wishes.wish(self._view_of(pane).name, pane, shown)
        self._suit()

    def toggle(self, pane: Pane) -> None:
        """Open a pane that is closed, close one that is open."""
        self.wish(pane, not self.shows(pane))

    def reveal(self, pane: QWidget) -> None:
        """Bring a pane to the front, wherever it stands: another view, another tab, a closed side."""
        for view, page in ((View.COMPARE, self._compare.side), (View.PREVIEW, self._preview.side)):
            if page.isAncestorOf(pane) or page is pane:
                self.show_view(view)
        if self._precedents is pane or self._precedents.isAncestorOf(pane) or self.editing.isAncestorOf(pane):
            self.show_view(View.EDIT)
        for page in (self._outline, self._library):
            if page is pane or page.isAncestorOf(pane):
                if self.view is View.PREVIEW:
                    self.show_view(View.EDIT)
                self.left.show_pane(page)
        for side, place in ((self.left, Pane.LEFT), (self._right, Pane.RIGHT)):
            if side.isAncestorOf(pane) and not self.shows(place):
                self.wish(place, shown=True)

    def spread(self, width: int) -> None:
        """Give the panes the widths they have at first in a window of this width."""
        left, right = SIDES["wide" if width > 1366 else "narrow"]
        if self.view is View.PREVIEW:
            left, right = 0, PREVIEW_SIDE
        elif self.view is View.COMPARE:
            right = COMPARE_SIDE
        self.setSizes([left, width - left - right, right])
        if self._below is not None:
            self.editing.setSizes([max(0, self.editing.height() - BELOW), BELOW])
        self._suit()

    def restore(self, settings: Settings, width: int) -> None:
        """Give the panes the sizes of last time."""
        self._wishes.restore(settings.shape("panes"))
        for view in (View.COMPARE, View.PREVIEW):
            state = settings.shape(_KEPT[view])
            if not state.isEmpty():
                self._states[view] = state
        shape = settings.shape("frame")
        if shape.isEmpty() or not self.restoreState(shape):
            self.spread(width)
        below = settings.shape("frame_below")
        if not below.isEmpty():
            self.editing.restoreState(below)
        precedents = settings.shape("precedents")
        if precedents.isEmpty() or not self._precedents.panes.restoreState(precedents):
            self._precedents.panes.setSizes([540, 460])
        self._suit()

    def keep(self, settings: Settings) -> None:
        """Remember the sizes."""
        self._states[self.view] = self.saveState()
        for view, name in _KEPT.items():
            if view in self._states:
                settings.keep_shape(name, self._states[view])
        settings.keep_shape("panes", self._wishes.kept())
        settings.keep_shape("frame_below", self.editing.saveState())
        settings.keep_shape("precedents", self._precedents.panes.saveState())

    def step(self, by: int, focused: QWidget | None) -> None:
        """Go to the next pane that shows, or the one before: left, middle, below it, right, chosen clause."""
        found = [(holder, _to_focus(holder, target)) for holder, target in self._in_order() if holder.isVisible()]
        panes = [(holder, target) for holder, target in found if target is not None]
        holders = [holder is focused or holder.isAncestorOf(focused) if focused else False for holder, _ in panes]
        at = holders.index(True) if True in holders else 0
        if panes:
            panes[(at + by) % len(panes)][1].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Close what there is no room for."""
        super().resizeEvent(event)
        self._suit()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Look how much room there is."""
        super().showEvent(event)
        self._suit()

    def _view_of(self, pane: Pane) -> View:
        return View.EDIT if pane is Pane.BELOW else self.view

    def _in_order(self) -> list[tuple[QWidget, QWidget]]:
        left: tuple[QWidget, QWidget] = (self.left, self.left.current)
        if self.view is View.PREVIEW:
            pane, side = self._preview.pane, self._preview.side
            return [(pane.thumbnails, pane.thumbnails), (pane.desk, pane.desk), (side, side.report.tree)]
        if self.view is View.COMPARE:
            return [left, (self._compare.pane, self._compare.pane.list), (self._compare.side, self._compare.side.table)]
        precedents = self._precedents
        current = precedents.tabs.current
        lists: dict[QWidget, QWidget] = {
            precedents.search: precedents.search.box,
            precedents.similar: precedents.similar.list,
        }
        upper = lists.get(current, current)
        middle: tuple[QWidget, QWidget] = (self._draft, self._draft.editor)
        if self._pages.currentWidget() is self.start_page:
            middle = (self._pages, self.start_page.first)
        below = [(self._below, self._below)] if self._below is not None else []
        return [left, middle, *below, (precedents.tabs, upper), (precedents.clause, precedents.clause.text)]

    def _make_tabs(self) -> tuple[QTabBar, QWidget]:
        tabs = QTabBar()
        tabs.setAccessibleName(tr("文稿"))
        tabs.setDrawBase(False)
        tabs.setExpanding(False)
        tabs.setFixedHeight(head_height() - 1)
        for place, view in enumerate(View):
            tabs.addTab(tr(view.value))
            tabs.setTabToolTip(place, tr("{words}（{key}）", words=tr(view.value), key=_KEYS[view]))
        strip, row = head_strip()
        row.setContentsMargins(4, 0, 4, 1)
        row.addWidget(tabs)
        row.addStretch(1)
        return tabs, strip

    def _make_editing(self) -> QSplitter:
        editing = QSplitter(Qt.Orientation.Vertical)
        editing.setHandleWidth(1)
        editing.setChildrenCollapsible(False)
        editing.addWidget(self._draft)
        editing.setStretchFactor(0, 1)
        if self._below is not None:
            self._below.setMinimumHeight(head_height())
            editing.addWidget(self._below)
            editing.setStretchFactor(1, 0)
        return editing

    def _lay_out(self, bars: tuple[QWidget, ...]) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._strip, *bars):
            column.addWidget(widget)
        column.addWidget(self._pages, 1)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for pane, least, wider in zip((self.left, middle, self._right), LEAST, WIDER, strict=True):
            pane.setMinimumWidth(least + wider * growth())
            self.addWidget(pane)
        self.setStretchFactor(1, 1)

    def _on_tab(self, place: int) -> None:
        """Change the view: what stands in the middle and at the right, and the widths."""
        view = list(View)[place]
        if view is self.view:
            return
        self._states[self.view] = self.saveState()
        self.view = view
        self._right.setCurrentIndex(place)
        self._show_page(has_draft=True)
        self._suit()
        state = self._states.get(view)
        if state is None or not self.restoreState(state):
            self.spread(self.width())
        self._suit()
        self.view_changed.emit(view)

    def _show_page(self, *, has_draft: bool) -> None:
        pages: dict[View, QWidget] = {View.COMPARE: self._compare.pane, View.PREVIEW: self._preview.pane}
        self._pages.setCurrentWidget(pages.get(self.view, self.editing) if has_draft else self.start_page)

    def _suit(self) -> None:
        """Show what is to show in a window of this size."""
        shown = [self.shows(pane) for pane in (Pane.LEFT, Pane.RIGHT)]
        for side, is_shown in zip((self.left, self._right), shown, strict=True):
            side.setVisible(is_shown)
        self._fold(not self.shows(Pane.BELOW))
        self._outline.allow_legend(has_room(Pane.BELOW, self.window().size()))
        self.panes_changed.emit()

    def _fold(self, folded: bool) -> None:
        below = self._below
        if below is None:
            return
        if folded == (below.maximumHeight() == head_height()):
            self._close_up(folded)
            return
        height = below.height()
        below.setMaximumHeight(head_height() if folded else _NO_LIMIT)
        if folded:
            below.setProperty("unfolded", max(height, BELOW))
            self._close_up(folded)
        else:
            wanted = int(below.property("unfolded") or BELOW)
            self.editing.setSizes([max(0, self.editing.height() - wanted), wanted])
        if isinstance(below, Foldable):
            below.show_folded(folded)

    def _close_up(self, folded: bool) -> None:
        """Leave to the draft what one line does not need; a splitter keeps the place of a pane that got smaller."""
        if folded and self.editing.sizes()[1] != head_height():
            self.editing.setSizes([max(0, self.editing.height() - head_height()), head_height()])


def _to_focus(holder: QWidget, usual: QWidget) -> QWidget | None:
    """Return what the keys go to in a pane: the usual place, or the first that shows and can be reached by Tab."""
    if usual.isVisible():
        return usual
    by_tab = Qt.FocusPolicy.TabFocus
    reached = (one for one in holder.findChildren(QWidget) if one.isVisible() and one.focusPolicy() & by_tab)
    return next(reached, None)
