"""What is done about a finding: mending it or all of them, passing over it, switching its rule off."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QMainWindow

from chengwen_desktop import home
from chengwen_desktop.checking import asking, ignoring
from chengwen_desktop.checking.asking import How
from chengwen_desktop.checking.explained import RuleDialog
from chengwen_desktop.checking.knowing import Known, Sources
from chengwen_desktop.checking.looking import Looked, Row, look, mended
from chengwen_desktop.checking.question import QuestionDialog
from chengwen_desktop.checking.switching import switched
from chengwen_desktop.documents import Documents
from chengwen_desktop.draft.editor import DraftEditor
from chengwen_desktop.status_line import StatusLine
from chengwen_desktop.tasks import Tasks
from chengwen_desktop.translation import tr
from chengwen_library.model import Measure

Then = Callable[[Looked], object]


class Mending(QObject):
    """Changes the open draft, each time as one step.

    `look_asked` asks for a check of the draft as it is now, and carries what is to be done then, or None;
    `field_asked` for the way to a finding whose fix is typed into a field of the notice.
    """

    look_asked = Signal(object)
    field_asked = Signal(object)

    def __init__(
        self,
        window: QMainWindow,
        tasks: Tasks,
        documents: Documents,
        editor: DraftEditor,
        sources: Sources,
        status: StatusLine,
    ) -> None:
        super().__init__(window)
        self._window, self._tasks, self._documents = window, tasks, documents
        self._editor, self._sources, self._status = editor, sources, status
        self.looked: Looked | None = None
        self.dialog: QDialog | None = None

    def fix(self, row: Row) -> None:
        """Mend a finding, as one step; ask first where that is needed."""
        session, looked = self._documents.session, self.looked
        if session is None or looked is None or not row.fix or self._editor.is_composing():
            return
        if looked.draft is not session.draft:  # the words may have moved on
            self.look_asked.emit(partial(self._fix_again, row))
        elif row.asks:
            self._ask(row, session.draft)
        else:
            from chengwen_templates.checks.fixing import apply

            self._change(row, lambda draft: apply(draft, row.finding))

    def fix_all(self) -> None:
        """Mend all that can be mended without asking, as one step."""
        session = self._documents.session
        if session is None or self._editor.is_composing():
            return
        draft, sources = session.draft, self._sources
        self._tasks.run("fix", lambda: _mend(draft, sources.known()[0]), self._take_mended, self._documents.tell)

    def ignore(self, row: Row) -> None:
        """Pass over a finding in this draft, or let it count again."""
        session = self._documents.session
        if session is None:
            return
        change = ignoring.without_ignored if row.is_ignored else ignoring.with_ignored
        name = tr("不再忽略") if row.is_ignored else tr("忽略一处检查结果")
        if session.change(name, lambda draft: change(draft, row.known_by)):
            said = tr("{place} 的这一处又查了", place=row.place) if row.is_ignored else tr("已忽略，Ctrl+Z 撤销")
            self._status.say(said)
            self.look_asked.emit(None)

    def switch_off(self, row: Row) -> None:
        """Let the office do without a rule."""
        rule = row.finding.rule
        self._switch(rule.id, off=True, then=partial(self._say_switched, rule.id, rule.title))

    def explain(self, row: Row) -> None:
        """Show what a finding's rule is and what it rests on."""
        dialog = RuleDialog(row, self._window)
        dialog.off_asked.connect(partial(self.switch_off, row))
        self._open(dialog)

    def _fix_again(self, row: Row, looked: Looked) -> None:
        same = next((one for one in looked.counted if one.known_by == row.known_by), None)
        if same is None:
            self._status.say(tr("这一处已经改过了"))
        else:
            self.fix(same)

    def _ask(self, row: Row, draft: Measure) -> None:
        if asking.manner(row.finding).how is How.FIELD:
            self.field_asked.emit(row)
            return
        dialog = QuestionDialog(row, asking.question(draft, row.finding), self._window)
        dialog.answered.connect(partial(self._answer, row))
        self._open(dialog)

    def _answer(self, row: Row, answer: str) -> None:
        self._change(row, lambda draft: asking.answered(draft, row.finding, answer))

    def _change(self, row: Row, make: Callable[[Measure], Measure]) -> None:
        session = self._documents.session
        if session is None:
            return
        words = row.fix.rstrip("…")
        if session.change(words, make, row.finding.place.wid):
            self._status.say(tr("{place}：{fix}，Ctrl+Z 撤销", place=row.place, fix=words))
        elif not session.is_reviewed:
            self._status.say(tr("这一处已经改过了"))
        self.look_asked.emit(None)

    def _take_mended(self, answer: tuple[Measure, Measure, int]) -> None:
        before, after, count = answer
        session = self._documents.session
        if session is None or session.draft is not before:
            self._status.say(tr("文稿刚改过，再修正一次"))
        elif not count:
            self._status.say(tr("没有能直接修正的"))
        elif session.change(tr("修正 {count} 处", count=count), lambda _: after):
            self._status.say(tr("修正了 {count} 处，Ctrl+Z 撤销", count=count))
            self.look_asked.emit(None)

    def _switch(self, rule: str, *, off: bool, then: Callable[[], None]) -> None:
        folder = home.office_folder()
        self._tasks.run("switch", lambda: switched(folder, rule, off=off), lambda _: then(), self._documents.tell)

    def _say_switched(self, rule: str, title: str) -> None:
        self.look_asked.emit(None)
        back = partial(self._switch, rule, off=False, then=partial(self.look_asked.emit, None))
        self._status.say(tr("不再查“{title}”", title=title), tr("撤销"), back)

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(partial(self._forget, dialog))
        dialog.open()

    def _forget(self, dialog: QDialog, _result: int) -> None:
        self.dialog = None
        dialog.deleteLater()


def _mend(draft: Measure, known: Known) -> tuple[Measure, Measure, int]:
    """Return the draft as it was, the draft mended, and how many findings that were mended are gone."""
    after = mended(draft, known)
    if after == draft:
        return draft, after, 0
    return draft, after, len(look(draft, known).mechanical) - len(look(after, known).mechanical)
