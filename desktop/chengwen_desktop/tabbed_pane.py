"""Several panes in one place, with tabs at the top that meet the heads of the panes beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QTabBar, QToolButton, QVBoxLayout, QWidget

from chengwen_desktop.theme.icons import icon
from chengwen_desktop.widgets import head_height, head_strip


class TabbedPane(QWidget):
    """Tabs above a stack of panes, with small buttons at the right of the tabs."""

    def __init__(self, name: str, *corner: QWidget) -> None:
        super().__init__()
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(name)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setFixedHeight(head_height() - 1)
        self._stack = QStackedWidget()
        strip, row = head_strip()
        row.setContentsMargins(4, 0, 4, 1)
        row.addWidget(self.tabs)
        row.addStretch(1)
        row.setSpacing(2)
        for widget in corner:
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(strip)
        column.addWidget(self._stack, 1)
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)

    @property
    def current(self) -> QWidget:
        """The pane that shows."""
        return self._stack.currentWidget()

    def add(self, pane: QWidget, name: str) -> None:
        """Add a pane with its tab."""
        self._stack.addWidget(pane)
        self.tabs.addTab(name)

    def rename(self, pane: QWidget, name: str) -> None:
        """Give a pane's tab another name."""
        self.tabs.setTabText(self._stack.indexOf(pane), name)

    def show_pane(self, pane: QWidget) -> None:
        """Bring a pane to the front."""
        self.tabs.setCurrentIndex(self._stack.indexOf(pane))


def corner_button(glyph: str, words: str) -> QToolButton:
    """Return a small button with one of Phosphor's glyphs, for the right of the tabs."""
    button = QToolButton()
    button.setIcon(icon(glyph))
    button.setToolTip(words)
    button.setAccessibleName(words)
    button.setProperty("words", False)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
