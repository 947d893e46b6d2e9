"""The three panes side by side: outline at the left, the draft in the middle, precedents at the right."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from chengwen_desktop.draft.outline import OutlinePane
from chengwen_desktop.draft.pane import DraftPane
from chengwen_desktop.draft.start import StartPage
from chengwen_desktop.precedents_pane import Precedents
from chengwen_desktop.preview.preview import Preview
from chengwen_desktop.settings import Settings
from chengwen_desktop.tabbed_pane import TabbedPane
from chengwen_desktop.widgets import HEAD_HEIGHT, head_strip

SIDES = {"wide": (264, 400), "narrow": (240, 360)}
"""Widths in px of the left and right pane, in windows above and up to 1366 px."""

LEAST = (200, 400, 336)
"""Least widths in px."""

PREVIEW_SIDE = 400
"""Width in px of the right side in 版式预览."""


class View(StrEnum):
    """What the middle shows of an open draft; the value is the tab's name."""

    EDIT = "编辑"
    PREVIEW = "版式预览"


_KEYS = {View.EDIT: "Ctrl+1", View.PREVIEW: "Ctrl+3"}


class Frame(QSplitter):
    """The panes; in the middle, above the draft, stand the bars it is given.

    Each view has its own right side and remembers its sizes; the preview has no left one.
    """

    view_changed = Signal(object)

    def __init__(
        self, outline: OutlinePane, draft: DraftPane, precedents: Precedents, preview: Preview, *bars: QWidget
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._outline, self._draft, self._precedents, self._preview = outline, draft, precedents, preview
        self.start_page = StartPage()
        self._left = TabbedPane("大纲")
        self._left.add(outline, "大纲")
        self._tabs, self._strip = self._make_tabs()
        self._pages = QStackedWidget()
        self._right = QStackedWidget()
        self._states: dict[View, QByteArray] = {}
        self.view = View.EDIT
        for page in (self.start_page, draft, preview.pane):
            self._pages.addWidget(page)
        for side in (precedents, preview.side):
            self._right.addWidget(side)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._strip, *bars):
            column.addWidget(widget)
        column.addWidget(self._pages, 1)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for pane, least in zip((self._left, middle, self._right), LEAST, strict=True):
            pane.setMinimumWidth(least)
            self.addWidget(pane)
        self.setStretchFactor(1, 1)
        self._tabs.currentChanged.connect(self._on_tab)

    def show_draft(self, has_draft: bool) -> None:
        """Show the draft's page, or the ways to begin."""
        self._strip.setVisible(has_draft)
        if not has_draft:
            self.show_view(View.EDIT)
        self._show_page(has_draft=has_draft)

    def show_view(self, view: View) -> None:
        """Show the draft to write in, or as it prints."""
        self._tabs.setCurrentIndex(list(View).index(view))

    def spread(self, width: int) -> None:
        """Give the panes the widths they have at first in a window of this width."""
        left, right = SIDES["wide" if width > 1366 else "narrow"]
        if self.view is View.PREVIEW:
            left, right = 0, PREVIEW_SIDE
        self.setSizes([left, width - left - right, right])

    def restore(self, settings: Settings, width: int) -> None:
        """Give the panes the sizes of last time."""
        preview = settings.shape("frame_preview")
        if not preview.isEmpty():
            self._states[View.PREVIEW] = preview
        shape = settings.shape("frame")
        if shape.isEmpty() or not self.restoreState(shape):
            self.spread(width)
        precedents = settings.shape("precedents")
        if precedents.isEmpty() or not self._precedents.panes.restoreState(precedents):
            self._precedents.panes.setSizes([540, 460])

    def keep(self, settings: Settings) -> None:
        """Remember the sizes."""
        self._states[self.view] = self.saveState()
        for view, name in ((View.EDIT, "frame"), (View.PREVIEW, "frame_preview")):
            if view in self._states:
                settings.keep_shape(name, self._states[view])
        settings.keep_shape("precedents", self._precedents.panes.saveState())

    def _make_tabs(self) -> tuple[QTabBar, QWidget]:
        tabs = QTabBar()
        tabs.setAccessibleName("文稿")
        tabs.setDrawBase(False)
        tabs.setExpanding(False)
        tabs.setFixedHeight(HEAD_HEIGHT - 1)
        for place, view in enumerate(View):
            tabs.addTab(view.value)
            tabs.setTabToolTip(place, f"{view.value}（{_KEYS[view]}）")
        strip, row = head_strip()
        row.setContentsMargins(4, 0, 4, 1)
        row.addWidget(tabs)
        row.addStretch(1)
        return tabs, strip

    def _on_tab(self, place: int) -> None:
        """Change the view: what stands in the middle and at the right, and the widths."""
        view = list(View)[place]
        if view is self.view:
            return
        self._states[self.view] = self.saveState()
        self.view = view
        self._left.setVisible(view is View.EDIT)
        self._right.setCurrentIndex(place)
        self._show_page(has_draft=True)
        state = self._states.get(view)
        if state is None or not self.restoreState(state):
            self.spread(self.width())
        self.view_changed.emit(view)

    def _show_page(self, *, has_draft: bool) -> None:
        page = self._preview.pane if self.view is View.PREVIEW else self._draft
        self._pages.setCurrentWidget(page if has_draft else self.start_page)

    def step(self, by: int, focused: QWidget | None) -> None:
        """Go to the next pane or the one before: outline, draft, list of precedents, chosen clause."""
        if self.view is View.PREVIEW:
            self._go(by, focused, self._preview_panes())
            return
        precedents = self._precedents
        upper: QWidget = precedents.search.box
        if precedents.tabs.current is precedents.similar:
            upper = precedents.similar.list
        middle = self._draft.editor if self._pages.currentWidget() is self._draft else self.start_page.first
        panes: list[tuple[QWidget, QWidget]] = [
            (self._left, self._outline),
            (self._pages, middle),
            (precedents.tabs, upper),
            (precedents.clause, precedents.clause.text),
        ]
        self._go(by, focused, panes)

    def _preview_panes(self) -> list[tuple[QWidget, QWidget]]:
        pane, side = self._preview.pane, self._preview.side
        return [(pane.thumbnails, pane.thumbnails), (pane.desk, pane.desk), (side, side.report.tree)]

    def _go(self, by: int, focused: QWidget | None, panes: list[tuple[QWidget, QWidget]]) -> None:
        at = next(
            (
                number
                for number, (holder, _) in enumerate(panes)
                if focused and (holder is focused or holder.isAncestorOf(focused))
            ),
            0,
        )
        panes[(at + by) % len(panes)][1].setFocus(Qt.FocusReason.ShortcutFocusReason)
