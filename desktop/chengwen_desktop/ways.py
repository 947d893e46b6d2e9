"""The ways from one pane to another: from 对照 to the editor and to the search, from 条款库 to the chosen clause."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QToolBar, QToolButton, QWidget

from chengwen_desktop.draft.lines import Part
from chengwen_desktop.draft.outline_parts import Head
from chengwen_desktop.frame import View
from chengwen_desktop.pane_room import Pane, ToolWords
from chengwen_desktop.search.finder import Finder
from chengwen_library.model import Clause
from chengwen_library.places import CLOSING, places

if TYPE_CHECKING:
    from chengwen_desktop.main_window import MainWindow

_SIDES = {"left_pane": Pane.LEFT, "right_pane": Pane.RIGHT}


class Ways(QObject):
    """Connects the panes of a window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        for name in _SIDES:
            window.actions_[name].setCheckable(True)
        window.frame.panes_changed.connect(self._show_sides)
        window.compare.opened.connect(self._write_in)
        window.compare.searched.connect(self._search)
        window.library.library_changed.connect(window.open_library)
        window.library.pane.chosen.connect(self._show_clause)
        window.library.pane.opened.connect(self._open_clause)

    def deeds(self) -> dict[str, Callable[[], object]]:
        """Return what the commands of the panes do."""
        window = self._window
        sides = {name: partial(window.frame.toggle, pane) for name, pane in _SIDES.items()}
        return {
            "compare_view": partial(window.frame.show_view, View.COMPARE),
            "outline": partial(self._to_left, window.outline),
            "library": partial(self._to_left, window.library.pane),
            **sides,
        }

    def use(self, finder: Finder) -> None:
        """Compare with this library and show it, from now on."""
        self._window.compare.use_finder(finder)
        self._window.library.use(finder)

    def dress(self, tools: QToolBar) -> QToolBar:
        """Let the toolbar's words go where there is no room for them."""

        def button(name: str) -> QToolButton | None:
            found = tools.widgetForAction(self._window.actions_[name])
            return found if isinstance(found, QToolButton) else None

        ToolWords(tools, button)
        return tools

    def on_view(self, view: View) -> None:
        """Let 对照 begin at the clause with the caret, or rest."""
        self._window.compare.show(view is View.COMPARE, self._window.draft.editor.current_wid)
        if view is View.COMPARE:
            self._window.compare.pane.list.setFocus()

    def to_unit(self, wid: str) -> None:
        """Go to a unit of the draft: in 对照 to its row, else to its words."""
        if self._window.frame.view is View.COMPARE:
            self._window.compare.go_to(wid)
            self._window.compare.pane.list.setFocus()
        else:
            self._window.draft.editor.go_to(wid)
            self._window.draft.editor.setFocus()

    def to_head(self, head: Head) -> None:
        """Go to a part of the draft that is no unit; the notice unfolds."""
        self._window.frame.show_view(View.EDIT)
        draft = self._window.draft
        if head is Head.NOTICE:
            draft.form.unfold(True)
            draft.form.enter()
            return
        draft.editor.place_caret((Part.TITLE if head is Head.TITLE else Part.CLOSING, ""), 0)
        draft.editor.setFocus()

    def to_clause(self, eid: str) -> None:
        """Show the words of a clause of the draft, or of its preamble or closing, in 编辑."""
        window = self._window
        wid = next((place.unit.wid for place in places(window.draft.measure) if place.eid == eid), "")
        window.frame.show_view(View.EDIT)
        if wid:
            window.draft.editor.go_to(wid)
        else:
            is_end = eid == CLOSING
            window.draft.editor.moveCursor(QTextCursor.MoveOperation.End if is_end else QTextCursor.MoveOperation.Start)

    def _write_in(self, clause: Clause) -> None:
        self.to_clause(clause.eid)

    def _search(self, query: str) -> None:
        window = self._window
        window.frame.reveal(window.search)
        window.precedents.tabs.show_pane(window.search)
        window.search.ask(query)

    def _show_clause(self, clause: Clause | None) -> None:
        if clause is not None:
            self._window.precedents.show_clause(clause.measure.id, clause.eid)

    def _open_clause(self, clause: Clause) -> None:
        self._window.frame.reveal(self._window.clause)
        self._show_clause(clause)
        self._window.clause.text.setFocus()

    def _to_left(self, pane: QWidget) -> None:
        self._window.frame.reveal(pane)
        pane.setFocus()

    def _show_sides(self) -> None:
        for name, pane in _SIDES.items():
            self._window.actions_[name].setChecked(self._window.frame.shows(pane))
