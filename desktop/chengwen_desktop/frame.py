"""The three panes side by side: outline at the left, the draft in the middle, precedents at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from chengwen_desktop.draft.outline import OutlinePane
from chengwen_desktop.draft.pane import DraftPane
from chengwen_desktop.draft.start import StartPage
from chengwen_desktop.precedents_pane import Precedents
from chengwen_desktop.settings import Settings
from chengwen_desktop.tabbed_pane import TabbedPane

SIDES = {"wide": (264, 400), "narrow": (240, 360)}
"""Widths in px of the left and right pane, in windows above and up to 1366 px."""

LEAST = (200, 400, 336)
"""Least widths in px."""


class Frame(QSplitter):
    """The panes; in the middle, above the draft, stand the bars it is given."""

    def __init__(self, outline: OutlinePane, draft: DraftPane, precedents: Precedents, *bars: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._outline, self._draft, self._precedents = outline, draft, precedents
        self.start_page = StartPage()
        self._left = TabbedPane("大纲")
        self._left.add(outline, "大纲")
        self._pages = QStackedWidget()
        self._pages.addWidget(self.start_page)
        self._pages.addWidget(draft)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for bar in bars:
            column.addWidget(bar)
        column.addWidget(self._pages, 1)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for pane, least in zip((self._left, middle, precedents), LEAST, strict=True):
            pane.setMinimumWidth(least)
            self.addWidget(pane)
        self.setStretchFactor(1, 1)

    def show_draft(self, has_draft: bool) -> None:
        """Show the draft's page, or the ways to begin."""
        self._pages.setCurrentWidget(self._draft if has_draft else self.start_page)

    def spread(self, width: int) -> None:
        """Give the panes the widths they have at first in a window of this width."""
        left, right = SIDES["wide" if width > 1366 else "narrow"]
        self.setSizes([left, width - left - right, right])

    def restore(self, settings: Settings, width: int) -> None:
        """Give the panes the sizes of last time."""
        shape = settings.shape("frame")
        if shape.isEmpty() or not self.restoreState(shape):
            self.spread(width)
        precedents = settings.shape("precedents")
        if precedents.isEmpty() or not self._precedents.panes.restoreState(precedents):
            self._precedents.panes.setSizes([540, 460])

    def keep(self, settings: Settings) -> None:
        """Remember the sizes."""
        settings.keep_shape("frame", self.saveState())
        settings.keep_shape("precedents", self._precedents.panes.saveState())

    def step(self, by: int, focused: QWidget | None) -> None:
        """Go to the next pane or the one before: outline, draft, list of precedents, chosen clause."""
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
        at = next((number for number, (holder, _) in enumerate(panes) if focused and holder.isAncestorOf(focused)), 0)
        panes[(at + by) % len(panes)][1].setFocus(Qt.FocusReason.ShortcutFocusReason)
