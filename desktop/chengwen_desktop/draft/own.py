"""The draft's clause with the caret, and telling of it when the caret has rested."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from chengwen_desktop.draft.editor import DraftEditor
from chengwen_desktop.draft.lines import Part
from chengwen_desktop.draft.session import Session
from chengwen_desktop.tasks import Tasks
from chengwen_library.clauses import clauses, find_clause
from chengwen_library.model import Clause, Measure
from chengwen_library.places import CLOSING, PREAMBLE, places

PAUSE = 300
"""Milliseconds without a move or a key before the clause is told."""


class OwnClause(QObject):
    """Follows the caret. `moved` carries the clause it rests in as it now reads, None in the title or with no draft."""

    moved = Signal(object)

    def __init__(self, editor: DraftEditor, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor, self._tasks = editor, tasks
        self._session: Session | None = None
        self._told: tuple[str, ...] | None = None
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._look)
        editor.chosen.connect(self.look_soon)

    def use(self, session: Session | None) -> None:
        """Follow in another draft from now on; None follows nothing."""
        self._session = session
        self._tasks.forget("own")
        self._tell(None)
        if session is not None:
            session.changed.connect(self.look_soon)
            self.look_soon()

    def look_soon(self) -> None:
        """Look once the person pauses."""
        self._timer.start()

    def _look(self) -> None:
        session = self._session
        if session is None:
            return
        if self._editor.is_composing():
            self._timer.start()
            return
        draft, part, wid = session.draft, self._editor.current_part, self._editor.current_wid
        self._tasks.run("own", lambda: own_clause(draft, part, wid), self._tell, _nobody_minds)

    def _tell(self, clause: Clause | None) -> None:
        told = (clause.measure.id, clause.eid, clause.heading or "", clause.text) if clause else None
        if told != self._told:
            self._told = told
            self.moved.emit(clause)


def own_clause(draft: Measure, part: Part, wid: str | None) -> Clause | None:
    """Return the clause of a draft that holds a unit, or is one of its parts."""
    if part in (Part.PREAMBLE, Part.CLOSING):
        return find_clause(draft, PREAMBLE if part is Part.PREAMBLE else CLOSING)
    eid = next((place.eid for place in places(draft) if place.unit.wid == wid), None)
    if eid is None:
        return None
    exact = next((clause for clause in clauses(draft) if clause.eid == eid), None)
    return exact or find_clause(draft, eid)


def _nobody_minds(error: Exception) -> None:
    """Raise what only a fault of our own can be; the hook logs it."""
    raise error
