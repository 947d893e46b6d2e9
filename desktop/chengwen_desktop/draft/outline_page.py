"""大纲 as the left pane has it: the tree, the legend at its foot, and what is done to all of it behind …."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QToolButton, QVBoxLayout, QWidget

from chengwen_desktop.draft.legend import OriginLegend
from chengwen_desktop.draft.outline import OutlinePane
from chengwen_desktop.origins import Origins
from chengwen_desktop.tabbed_pane import corner_button
from chengwen_desktop.translation import tr
from chengwen_library.model import Measure


class OutlinePage(QWidget):
    """The tree above the legend; `more` is the button with the menu, for the head of the pane."""

    def __init__(self, origins: Origins) -> None:
        super().__init__()
        self.tree = OutlinePane(origins)
        self.legend = OriginLegend(origins)
        self.legend.hide()
        self.more = self._make_more()
        self._has_room = True
        self.setFocusProxy(self.tree)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tree, 1)
        column.addWidget(self.legend)

    def show_draft(self, draft: Measure) -> None:
        """Show the draft's units and where they are from."""
        self.tree.show_draft(draft)
        self.legend.show_draft(draft)
        self._suit()

    def clear(self) -> None:
        """Show nothing."""
        self.tree.clear()
        self.legend.show_draft(Measure())
        self._suit()

    def allow_legend(self, has_room: bool) -> None:
        """Show the legend only where there is room for it."""
        self._has_room = has_room
        self._suit()

    def _suit(self) -> None:
        self.legend.setVisible(self._has_room and self.legend.has_entries)

    def _make_more(self) -> QToolButton:
        made = corner_button("dots-three", tr("展开或折起大纲"))
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(made)
        menu.setTitle(tr("展开或折起大纲"))
        menu.addAction(tr("全部展开(&E)")).triggered.connect(lambda: self.tree.expandAll())
        menu.addAction(tr("全部折起(&C)")).triggered.connect(lambda: self.tree.collapseAll())
        made.setMenu(menu)
        return made
