"""新建文稿 being answered: what its dialog asks is looked up in threads, and its draft is made."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from chengwen_desktop import dialogs
from chengwen_desktop.clause.proposing import Proposal
from chengwen_desktop.creating.dialog import NewDialog
from chengwen_desktop.creating.example import example
from chengwen_desktop.creating.starting import (
    assembled,
    clauses_about,
    proposals,
    topic_counts,
    without_gone,
)
from chengwen_desktop.creating.state import Chosen, State, answers, key, read_state, with_answers, write_state
from chengwen_desktop.documents import Documents
from chengwen_desktop.home import new_draft_file, office_folder, templates_folder
from chengwen_desktop.origins import place_name
from chengwen_desktop.search.finder import Finder
from chengwen_desktop.settings import Settings
from chengwen_desktop.status_line import StatusLine
from chengwen_desktop.tasks import Tasks
from chengwen_desktop.translation import marked, tr
from chengwen_library.errors import ChengwenError
from chengwen_library.files import read_limited, write_atomically
from chengwen_library.model import Clause, Measure
from chengwen_templates.answers import parse_answers
from chengwen_templates.answers_kept import render_answers
from chengwen_templates.office import Office
from chengwen_templates.office_files.reading import load_office
from chengwen_templates.own_templates import OwnTemplates, load_templates
from chengwen_templates.template import templates

ANSWERS = marked("填写的内容 (*.toml)")
LARGEST_ANSWERS = 1024 * 1024
"""Bytes of a file of answers."""

_LOOKED_UP = ("example", "starting topics", "starting clauses", "starting proposals", "creating")


@dataclass(frozen=True, slots=True)
class Beginning:
    """What the dialog begins with: what was answered last time, the office's names and templates."""

    kept: State
    office: Office
    own: OwnTemplates


def beginning(finder: Finder) -> Beginning:
    """Read what the dialog begins with, for a thread."""
    templates()
    kept = without_gone(read_state(new_draft_file()), finder)
    return Beginning(kept, load_office(office_folder()), load_templates(templates_folder()))


class Answering(QObject):
    """One dialog, where it was left or at its beginning, with `clause` chosen. `ended` says that it was closed."""

    ended = Signal()

    def __init__(
        self,
        begun: Beginning,
        clause: Clause | None,
        window: QWidget,
        tasks: Tasks,
        documents: Documents,
        settings: Settings,
        status: StatusLine,
        finder: Finder,
    ) -> None:
        super().__init__(window)
        self._tasks, self._documents, self._settings, self._status = tasks, documents, settings, status
        self._finder = finder
        self._found: dict[str, Proposal] = {}
        last = begun.kept if begun.kept.is_done else None
        self.dialog = NewDialog(_first(begun.kept, clause), last, begun.office, begun.own, window)
        self.dialog.example_asked.connect(self._write_example)
        self.dialog.topics_asked.connect(self._look_for_topics)
        self.dialog.clauses_asked.connect(self._propose)
        self.dialog.page.asked.connect(self._look_for_clauses)
        self.dialog.order_given.connect(self._make)
        self.dialog.saving_asked.connect(self._ask_where)
        self.dialog.opening_asked.connect(self._ask_which)
        self.dialog.finished.connect(self._close)
        QTimer.singleShot(0, self.dialog, self.dialog.open)  # the window answers once between making and showing it
        self._write_example()

    def use(self, finder: Finder) -> None:
        """Take clauses from this library from now on."""
        self._finder = finder

    def save_answers(self, path: Path) -> None:
        """Write what fits so far as a file of answers."""
        dialog = self.dialog
        wholly = {name: bool(each.substitutions) for name, each in self._found.items()}
        given = answers(dialog.state, dialog.template, dialog.notice, adapted=wholly)
        try:
            write_atomically(path, render_answers(given).encode())
        except ChengwenError as error:
            dialog.say(str(error), is_wrong=True)
            return
        dialog.say(tr("已存为“{name}”", name=path.name))

    def open_answers(self, path: Path) -> None:
        """Fill in what a file of answers holds, as far as it fits the template that is chosen."""
        dialog = self.dialog
        try:
            content = read_limited(path, LARGEST_ANSWERS).decode("utf-8-sig")
            found = parse_answers(content, path.name)
            named = str((found.notice or {}).get("template", ""))
            notice = dialog.order.own.find(named, "notice") if named else None
            state, left_out = with_answers(dialog.state, found, dialog.template, notice)
        except (ChengwenError, UnicodeDecodeError) as error:
            said = str(error) if isinstance(error, ChengwenError) else tr("这个文件不是 UTF-8 编码的文字。")
            dialog.say(said, is_wrong=True)
            return
        dialog.show_state(replace(state, step=2), left_out or [tr("已填入“{name}”的内容", name=path.name)])

    def _close(self) -> None:
        """Keep what was answered, unless a draft has been made of it: then that is kept already."""
        self.dialog.example_asked.disconnect(self._write_example)
        for kind in _LOOKED_UP:
            self._tasks.forget(kind)
        if self.dialog.result() != NewDialog.DialogCode.Accepted:
            self._keep(self.dialog.state)
        self.dialog.deleteLater()
        self.deleteLater()
        self.ended.emit()

    def _keep(self, state: State) -> None:
        try:
            write_state(state, new_draft_file())
        except ChengwenError as error:
            self._documents.tell(error)

    def _write_example(self) -> None:
        dialog = self.dialog
        if dialog.step > 2:
            return
        template, notice, focus = dialog.template, dialog.notice, dialog.focus
        measure_raw, notice_raw = dialog.fields()
        self._tasks.run(
            "example",
            lambda: example(template, notice, measure_raw, notice_raw, focus),
            dialog.beside.show_example,
            self._no_example,
        )

    def _no_example(self, error: Exception) -> None:
        if isinstance(error, ChengwenError):
            self.dialog.beside.show_fault(str(error))
        else:
            self._documents.tell(error)

    def _look_for_topics(self) -> None:
        finder, page = self._finder, self.dialog.page
        self._tasks.run("starting topics", lambda: topic_counts(finder), page.show_topics, self._documents.tell)

    def _look_for_clauses(self, topic: str, words: str) -> None:
        finder, page = self._finder, self.dialog.page
        self._tasks.run(
            "starting clauses", lambda: clauses_about(finder, topic, words), page.show_hits, self._documents.tell
        )

    def _propose(self) -> None:
        finder, order = self._finder, self.dialog.order
        self.dialog.page.show_waiting()
        self._tasks.run(
            "starting proposals",
            lambda: proposals(finder, order.state.clauses, order.region, order.office),
            self._use_proposals,
            self._documents.tell,
        )

    def _use_proposals(self, found: dict[str, Proposal]) -> None:
        self._found = found
        self.dialog.page.show_proposals(found)

    def _make(self) -> None:
        finder, order = self._finder, self.dialog.order
        self.dialog.wait(True)

        def work() -> Measure:
            found = proposals(finder, order.state.clauses, order.region, order.office)
            return assembled(order, found, finder, date.today())  # noqa: DTZ011 - the desk's day

        self._tasks.run("creating", work, lambda draft: self._begin(draft, order.state), self._not_made)

    def _not_made(self, error: Exception) -> None:
        self.dialog.wait(False)
        if isinstance(error, ChengwenError):
            self.dialog.say(str(error), is_wrong=True)
        else:
            self._documents.tell(error)

    def _begin(self, draft: Measure, state: State) -> None:
        self.dialog.wait(False)
        if not self._documents.may_leave():
            return
        self._keep(replace(state, is_done=True, step=0))
        self.dialog.accept()
        self._documents.begin(draft, is_unsaved=True)
        count = sum(1 for unit in draft.walk() if unit.provenance)
        self._status.say(tr("已生成，取自先例的条款 {count} 条", count=count) if count else tr("已生成"))

    def _ask_where(self) -> None:
        proposed = self._settings.folder / f"{self.dialog.template.name}.toml"
        path = dialogs.ask_save(self.dialog, tr("存答案"), proposed, ANSWERS)
        if path is not None:
            self.save_answers(path)

    def _ask_which(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self.dialog, tr("打开答案"), str(self._settings.folder), tr(ANSWERS))
        if name:
            self.open_answers(Path(name))


def _first(kept: State, clause: Clause | None) -> State:
    """Return what the dialog shows at first: what was left unfinished, or a new beginning of the same kind."""
    state = State(template=kept.template, notice=kept.notice) if kept.is_done else kept
    if not state.template:
        state = replace(state, template="several-measures", notice="issue-by-office")
    if clause is None:
        return state
    one = _chosen(clause)
    return replace(state, clauses=(*(other for other in state.clauses if key(other) != key(one)), one))


def _chosen(clause: Clause) -> Chosen:
    heading = clause.heading or clause.text[:20]
    return Chosen(clause.measure.id, clause.eid, heading, place_name(clause.measure.region, "".join(clause.path)))
