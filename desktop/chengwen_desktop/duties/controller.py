"""责任分工…: reads the clause with the caret in a thread, asks, and writes its note as one step."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from chengwen_desktop import home
from chengwen_desktop.checking.knowing import OfficeFiles
from chengwen_desktop.draft.lines import Part
from chengwen_desktop.draft.own import own_clause
from chengwen_desktop.duties.names import Name, names
from chengwen_desktop.translation import tr
from chengwen_library.errors import ChengwenError
from chengwen_library.model import Measure, Unit
from chengwen_templates.duties import Duty, noted, usual_roles, with_duties

if TYPE_CHECKING:
    from chengwen_desktop.duties.dialog import DutiesDialog
    from chengwen_desktop.main_window import MainWindow

Read = tuple[Measure, Unit | None, tuple[Name, ...], ChengwenError | None]


class Duties(QObject):
    """The command of a window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._office = OfficeFiles(home.office_folder())
        self.dialog: DutiesDialog | None = None

    def deeds(self) -> dict[str, Callable[[], object]]:
        """Return what the commands do."""
        return {"duties": self.ask}

    def ask(self) -> None:
        """Ask who is responsible for the clause with the caret; not while an input method composes."""
        session, editor = self._window.documents.session, self._window.draft.editor
        if session is None or editor.is_composing() or self.dialog is not None:
            return
        if session.is_reviewed:
            session.refused.emit()
            return
        draft, part, wid = session.draft, editor.current_part, editor.current_wid
        self._window.tasks.run("duties", lambda: self._read(draft, part, wid), self._open, self._window.documents.tell)

    def _read(self, draft: Measure, part: Part, wid: str | None) -> Read:
        fault: ChengwenError | None = None
        try:
            self._office.load()
        except ChengwenError as error:
            fault = error
        clause = own_clause(draft, part, wid)
        return draft, clause.unit if clause else None, names(self._office.office, draft), fault

    def _open(self, read: Read) -> None:
        draft, unit, known, fault = read
        if fault is not None:
            self._window.documents.tell(fault)
        note = noted(draft, unit.wid) if unit else None
        if unit is None or note is None:
            self._window.status.say(tr("把光标放到一条条款里，再写责任分工"))
            return
        words = f"{unit.num}{unit.heading or ''}"
        from chengwen_desktop.duties.dialog import DutiesDialog

        self.dialog = DutiesDialog(words, note, usual_roles(draft), known, self._window)
        self.dialog.written.connect(partial(self._write, unit.wid, words))
        self.dialog.finished.connect(self._forget)
        self.dialog.open()

    def _write(self, wid: str, words: str, duties: tuple[Duty, ...]) -> None:
        session = self._window.documents.session
        if session is not None and session.change(tr("责任分工"), lambda draft: with_duties(draft, wid, duties)):
            self._window.status.say(tr("{clause}的责任分工改好了，Ctrl+Z 撤销", clause=words))

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
        self._window.draft.editor.setFocus()
