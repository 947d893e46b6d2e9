"""The chosen precedent into the draft: behind the current clause, as it is or in the names of this place."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject

from chengwen_desktop.documents import Documents
from chengwen_desktop.draft.pane import DraftPane
from chengwen_desktop.status_line import StatusLine
from chengwen_desktop.translation import tr
from chengwen_desktop.undoing import Undoing
from chengwen_library.model import Clause
from chengwen_templates.provenance import adapted, region_replacements, taken_unit


class Inserting(QObject):
    """Takes clauses into the open draft; each is one step that can be undone."""

    def __init__(self, draft: DraftPane, documents: Documents, undoing: Undoing, status: StatusLine) -> None:
        super().__init__(draft)
        self._draft, self._documents, self._undoing, self._status = draft, documents, undoing, status

    def insert(self, clause: Clause, adapt: bool) -> None:
        """Insert a clause behind the current one, and say what number it has become."""
        session = self._documents.session
        if session is None:
            return
        unit = taken_unit(clause, date.today())  # noqa: DTZ011 - the day on the drafter's desk
        if adapt:
            unit = adapted(unit, region_replacements(clause.measure.region, session.draft.region or ""))
        stands = self._draft.insert(unit, tr("插入“{name}”", name=clause.heading or clause.text[:8]))
        self._draft.editor.setFocus()
        if stands is not None:
            key = self._undoing.key
            told = tr("已插入为{number}，{key} 撤销", number=stands.num, key=key)
            self._status.say(told if stands.num else tr("已插入，{key} 撤销", key=key))
