"""插入引用…: offers the draft's units and puts the words for the chosen one at the caret, as one step."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from chengwen_desktop.draft.lines import place_at
from chengwen_desktop.draft.pane import DraftPane
from chengwen_desktop.draft.ranges import Stretch, replaced
from chengwen_desktop.status_line import StatusLine
from chengwen_desktop.translation import tr

if TYPE_CHECKING:
    from chengwen_desktop.citing.dialog import CitingDialog


class Citing(QObject):
    """The command of a window."""

    def __init__(self, window: QMainWindow, draft: DraftPane, status: StatusLine) -> None:
        super().__init__(window)
        self._window, self._draft, self._status = window, draft, status
        self.dialog: CitingDialog | None = None

    def deeds(self) -> dict[str, Callable[[], object]]:
        """Return what the commands do."""
        return {"cite": self.ask}

    def ask(self) -> None:
        """Ask what to refer to; not while an input method composes or nothing may be changed."""
        editor, session = self._draft.editor, self._draft.session_shown
        if editor.is_composing() or self.dialog is not None:
            return
        if session.is_reviewed:
            session.refused.emit()
            return
        stretch = editor.stretch()
        if stretch.is_wide:
            stretch = Stretch(stretch.last, stretch.end, stretch.last, stretch.end)
        cleared = replaced(session.draft, stretch) if stretch.start != stretch.end else session.draft
        line = editor.line_of(stretch.first)
        place = place_at(line, stretch.start) if line else None
        if place is None:
            self._status.say(tr("把光标放到正文里，再插入引用"))
            return
        from chengwen_desktop.citing.dialog import CitingDialog
        from chengwen_desktop.citing.units import unit_entries
        from chengwen_templates.references.citing import reference_words

        entries = [*unit_entries(cleared)]
        self.dialog = CitingDialog(entries, partial(reference_words, cleared, *place), self._window)
        self.dialog.chosen.connect(partial(self._insert, stretch))
        self.dialog.finished.connect(self._forget)
        self.dialog.open()

    def _insert(self, stretch: Stretch, words: str) -> None:
        self._draft.replace_stretch(stretch, words, tr("插入引用"))
        self._status.say(tr("已插入“{words}”，编号变了它跟着变，Ctrl+Z 撤销", words=words))

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
        self._draft.editor.setFocus()
