"""The chosen precedent into the draft: behind the current clause, in its place, by topic, or a single difference."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QTimer

from chengwen_desktop.clause.beside import Beside
from chengwen_desktop.clause.consent import ConsentDialog
from chengwen_desktop.clause.filling import FillingDialog
from chengwen_desktop.clause.pane import ClausePane
from chengwen_desktop.clause.proposing import Proposal, propose
from chengwen_desktop.clause.taking import NotTaken, clause_with, with_clause_replaced, with_difference
from chengwen_desktop.documents import Documents
from chengwen_desktop.draft.pane import DraftPane
from chengwen_desktop.draft.session import Session
from chengwen_desktop.home import office_folder
from chengwen_desktop.status_line import StatusLine
from chengwen_desktop.tasks import Tasks
from chengwen_desktop.translation import tr
from chengwen_desktop.undoing import Undoing
from chengwen_library.model import Clause, Unit
from chengwen_templates.blanks import filled, unfilled
from chengwen_templates.draft import insert_unit
from chengwen_templates.placing import place_by_topic
from chengwen_templates.provenance import taken_unit
from chengwen_templates.slots import Slot
from chengwen_templates.structure import Position, find_by_wid


class Inserting(QObject):
    """Takes clauses into the open draft; each is one step that can be undone."""

    def __init__(
        self,
        draft: DraftPane,
        clause: ClausePane,
        tasks: Tasks,
        documents: Documents,
        undoing: Undoing,
        status: StatusLine,
    ) -> None:
        super().__init__(draft)
        self._draft, self._clause, self._tasks = draft, clause, tasks
        self._documents, self._undoing, self._status = documents, undoing, status
        self.consent: ConsentDialog | None = None
        self.filling: FillingDialog | None = None
        clause.inserted.connect(self.insert)
        clause.replacing.connect(self.replace)
        clause.placed.connect(self.place)
        clause.taken.connect(self.take)

    def deeds(self) -> dict[str, Callable[[], object]]:
        """Return what the commands on the chosen clause do."""
        return {
            "insert": lambda: self._clause.insert(adapt=False),
            "adapt": lambda: self._clause.insert(adapt=True),
            "replace_clause": self._clause.replace,
            "place_clause": self._clause.place,
            "take_difference": self._clause.take,
            "fill_blanks": self.fill,
        }

    def insert(self, clause: Clause, adapt: bool) -> None:
        """Insert a clause behind the current one, asked about first if it is to be in local words."""
        session = self._documents.session
        if session is None:
            return
        unit = _taken(clause)
        if not adapt:
            self._insert(clause, unit)
            return
        own, folder = session.draft.region, office_folder()
        self._tasks.run(
            "adapting",
            lambda: propose(unit, clause, own, folder),
            partial(self._ask, clause),
            self._documents.tell,
        )

    def replace(self, clause: Clause) -> None:
        """Put a clause in the place of the current one, with its number."""
        session = self._documents.session
        old = clause_with(session.draft, self._draft.editor.current_wid) if session else None
        if session is None or old is None:
            self._status.say(tr("把光标放进要替换的一条里，再替换"))
            return
        unit, name = _taken(clause), tr("替换{number}", number=old.num)
        if session.change(name, lambda draft: with_clause_replaced(draft, old.wid, unit), old.wid):
            self._show(old.wid, tr("已替换{number}，{key} 撤销", number=old.num, key=self._undoing.key))

    def place(self, clause: Clause) -> None:
        """Insert a clause where the draft speaks of its topic."""
        session = self._documents.session
        if session is None:
            return
        unit, draft = _taken(clause), session.draft
        self._tasks.run(
            "placing",
            lambda: place_by_topic(draft, unit),
            lambda position: self._insert(clause, unit, position if session.draft is draft else None),
            self._documents.tell,
        )

    def take(self, found: Beside, number: int) -> None:
        """Take a single difference into the clause of the draft that it was found in."""
        session = self._documents.session
        if session is None:
            return
        wid = self._draft.editor.current_wid
        try:
            after = with_difference(session.draft, found, number, date.today())  # noqa: DTZ011 - the desk's day
        except NotTaken as error:
            self._status.say(str(error))
            return
        if session.change(tr("取一处差异"), lambda _: after, wid):
            self._status.say(tr("已取这一处差异，{key} 撤销", key=self._undoing.key))

    def fill(self) -> None:
        """List what is still to be filled in."""
        session = self._documents.session
        if session is None:
            return
        if not unfilled(session.draft):
            self._status.say(tr("没有待填的内容"))
            return
        self._drop_filling()
        dialog = self.filling = FillingDialog(session.draft, self._draft.window())
        dialog.filled.connect(partial(self._fill, session))
        dialog.opened.connect(self._to_slot)
        dialog.outdated.connect(partial(self._refresh_filling, session))
        dialog.finished.connect(self._drop_filling)
        session.changed.connect(dialog.follow)
        self._documents.leaving.connect(dialog.reject)
        dialog.show()

    def _ask(self, clause: Clause, proposal: Proposal) -> None:
        if proposal.is_nothing:
            self._insert(clause, proposal.unit)
            return
        title = tr("插入“{name}”", name=_called(clause))
        dialog = self.consent = ConsentDialog(proposal, title, tr("插入"), self._draft.window())
        dialog.accepted.connect(lambda: self._insert(clause, dialog.unit))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _insert(self, clause: Clause, unit: Unit, position: Position | None = None) -> None:
        session = self._documents.session
        if session is None:
            return
        name = tr("插入“{name}”", name=_called(clause))
        if position is None:
            self._draft.insert(unit, name)
        else:
            session.change(name, lambda draft: insert_unit(draft, unit, *position), unit.wid)
        stands = find_by_wid(session.draft, unit.wid)
        if stands is not None:
            told = tr("已插入为{number}，{key} 撤销", number=stands.num, key=self._undoing.key)
            self._show(stands.wid, told if stands.num else tr("已插入，{key} 撤销", key=self._undoing.key))

    def _show(self, wid: str, words: str) -> None:
        """Go to a clause that has come in, let it be seen, and say what it has become."""
        self._draft.editor.setFocus()
        self._draft.editor.flash(wid)
        self._status.say(words)

    def _fill(self, session: Session, slot: Slot, words: str) -> None:
        wid = slot.place.wid
        name = tr("填写{label}", label=slot.label or tr(slot.kind))
        session.change(name, lambda draft: filled(draft, slot, words), wid)
        QTimer.singleShot(0, self, partial(self._refresh_filling, session))

    def _refresh_filling(self, session: Session) -> None:
        if self.filling is not None and self._documents.session is session:
            self.filling.show_draft(session.draft)

    def _to_slot(self, slot: Slot) -> None:
        if slot.place.wid is not None:
            self._draft.editor.go_to(slot.place.wid)

    def _drop_filling(self) -> None:
        if self.filling is not None:
            dialog, self.filling = self.filling, None
            dialog.deleteLater()


def _taken(clause: Clause) -> Unit:
    return taken_unit(clause, date.today())  # noqa: DTZ011 - the day on the drafter's desk


def _called(clause: Clause) -> str:
    return clause.heading or clause.text[:8]
