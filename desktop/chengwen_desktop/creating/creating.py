"""新建文稿 in the window: the dialog is opened, what it asks is looked up in threads, and its draft is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from chengwen_desktop import dialogs
from chengwen_desktop.clause.pane import ClausePane
from chengwen_desktop.clause.proposing import Proposal
from chengwen_desktop.creating.dialog import NewDialog
from chengwen_desktop.creating.example import example
from chengwen_desktop.creating.recent import states
from chengwen_desktop.creating.starting import (
    assembled,
    clauses_about,
    proposals,
    topic_counts,
    without_gone,
)
from chengwen_desktop.creating.state import Chosen, State, answers, key, read_state, with_answers, write_state
from chengwen_desktop.documents import Documents
from chengwen_desktop.draft.start import StartPage
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


class Creating(QObject):
    """Opens the dialog and makes its draft; `dialog` is the one that is open."""

    def __init__(
        self,
        window: QWidget,
        tasks: Tasks,
        documents: Documents,
        settings: Settings,
        status: StatusLine,
        page: StartPage,
        clause: ClausePane,
    ) -> None:
        super().__init__(window)
        self._window, self._tasks, self._documents = window, tasks, documents
        self._settings, self._status, self._page = settings, status, page
        self._finder: Finder | None = None
        self._wanted: Callable[[Finder], object] | None = None
        self._found: dict[str, Proposal] = {}
        self.dialog: NewDialog | None = None
        clause.begun.connect(self.begin_with)
        page.new_asked.connect(self.new)
        page.sample_asked.connect(self.show_sample)
        documents.opened.connect(self._on_opened)

    def deeds(self) -> dict[str, Callable[[], object]]:
        """Return what the commands do."""
        return {"new": self.new, "sample": self.show_sample}

    def use(self, finder: Finder) -> None:
        """Take clauses from this library from now on."""
        self._finder = finder
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            wanted(finder)

    def new(self) -> None:
        """Open the dialog, where it was left or at its beginning."""
        self._open(None)

    def begin_with(self, clause: Clause) -> None:
        """Open the dialog with a clause of the library chosen."""
        self._open(clause)

    def show_sample(self) -> None:
        """Open the sample as a new draft, as soon as the library is open."""
        self._with_finder(self._documents.open_sample)

    def _with_finder(self, wanted: Callable[[Finder], object]) -> None:
        if self._finder is None:
            self._wanted = wanted
            self._status.say(tr("条款库还在打开，打开后就开始"))
        else:
            wanted(self._finder)

    def _open(self, clause: Clause | None) -> None:
        if self.dialog is not None:
            self.dialog.raise_()
            return
        self._with_finder(lambda finder: self._prepare(finder, clause))

    def _prepare(self, finder: Finder, clause: Clause | None) -> None:
        def work() -> tuple[State, Office, OwnTemplates]:
            templates()
            kept = without_gone(read_state(new_draft_file()), finder)
            return kept, load_office(office_folder()), load_templates(templates_folder())

        self._tasks.run("new", work, lambda found: self._show(*found, clause), self._documents.tell)

    def _show(self, kept: State, office: Office, own: OwnTemplates, clause: Clause | None) -> None:
        state = State(template=kept.template, notice=kept.notice) if kept.is_done else kept
        if not state.template:
            state = replace(state, template="several-measures", notice="issue-by-office")
        if clause is not None:
            one = _chosen(clause)
            state = replace(state, clauses=(*(other for other in state.clauses if key(other) != key(one)), one))
        self._found = {}
        dialog = self.dialog = NewDialog(state, kept if kept.is_done else None, office, own, self._window)
        dialog.example_asked.connect(self._write_example)
        dialog.topics_asked.connect(self._look_for_topics)
        dialog.clauses_asked.connect(self._propose)
        dialog.page.asked.connect(self._look_for_clauses)
        dialog.order_given.connect(self._make)
        dialog.saving_asked.connect(self._ask_where)
        dialog.opening_asked.connect(self._ask_which)
        dialog.finished.connect(self._close)
        dialog.open()
        self._write_example()

    def _close(self) -> None:
        """Keep what was answered, unless a draft has been made of it: then that is kept already."""
        dialog, self.dialog = self.dialog, None
        if dialog is None:
            return
        for kind in ("example", "starting topics", "starting clauses", "starting proposals", "creating"):
            self._tasks.forget(kind)
        if dialog.result() != NewDialog.DialogCode.Accepted:
            self._keep(dialog.state)
        dialog.deleteLater()

    def _keep(self, state: State) -> None:
        try:
            write_state(state, new_draft_file())
        except ChengwenError as error:
            self._documents.tell(error)

    def _write_example(self) -> None:
        dialog = self.dialog
        if dialog is None or dialog.step > 2:
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
        if self.dialog is not None and isinstance(error, ChengwenError):
            self.dialog.beside.show_fault(str(error))
        else:
            self._documents.tell(error)

    def _look_for_topics(self) -> None:
        finder, dialog = self._finder, self.dialog
        if finder is not None and dialog is not None:
            self._tasks.run(
                "starting topics", lambda: topic_counts(finder), dialog.page.show_topics, self._documents.tell
            )

    def _look_for_clauses(self, topic: str, words: str) -> None:
        finder, dialog = self._finder, self.dialog
        if finder is not None and dialog is not None:
            self._tasks.run(
                "starting clauses",
                lambda: clauses_about(finder, topic, words),
                dialog.page.show_hits,
                self._documents.tell,
            )

    def _propose(self) -> None:
        finder, dialog = self._finder, self.dialog
        if finder is None or dialog is None:
            return
        order = dialog.order
        dialog.page.show_waiting()
        self._tasks.run(
            "starting proposals",
            lambda: proposals(finder, order.state.clauses, order.region, order.office),
            self._use_proposals,
            self._documents.tell,
        )

    def _use_proposals(self, found: dict[str, Proposal]) -> None:
        self._found = found
        if self.dialog is not None:
            self.dialog.page.show_proposals(found)

    def _make(self) -> None:
        finder, dialog = self._finder, self.dialog
        if finder is None or dialog is None:
            return
        order = dialog.order
        dialog.wait(True)

        def work() -> Measure:
            found = proposals(finder, order.state.clauses, order.region, order.office)
            return assembled(order, found, finder, date.today())  # noqa: DTZ011 - the desk's day

        self._tasks.run("creating", work, lambda draft: self._begin(draft, order.state), self._not_made)

    def _not_made(self, error: Exception) -> None:
        if self.dialog is None or not isinstance(error, ChengwenError):
            self._documents.tell(error)
            return
        self.dialog.wait(False)
        self.dialog.say(str(error), is_wrong=True)

    def _begin(self, draft: Measure, state: State) -> None:
        dialog = self.dialog
        if dialog is None:
            return
        dialog.wait(False)
        if not self._documents.may_leave():
            return
        self._keep(replace(state, is_done=True, step=0))
        dialog.accept()
        self._documents.begin(draft, is_unsaved=True)
        count = sum(1 for unit in draft.walk() if unit.provenance)
        self._status.say(tr("已生成，取自先例的条款 {count} 条", count=count) if count else tr("已生成"))

    def _ask_where(self) -> None:
        if self.dialog is not None:
            proposed = self._settings.folder / f"{self.dialog.template.name}.toml"
            path = dialogs.ask_save(self.dialog, tr("存答案"), proposed, ANSWERS)
            if path is not None:
                self.save_answers(path)

    def save_answers(self, path: Path) -> None:
        """Write what fits so far as a file of answers."""
        dialog = self.dialog
        if dialog is None:
            return
        wholly = {name: bool(each.substitutions) for name, each in self._found.items()}
        given = answers(dialog.state, dialog.template, dialog.notice, adapted=wholly)
        try:
            write_atomically(path, render_answers(given).encode())
        except ChengwenError as error:
            dialog.say(str(error), is_wrong=True)
            return
        dialog.say(tr("已存为“{name}”", name=path.name))

    def _ask_which(self) -> None:
        if self.dialog is not None:
            name, _ = QFileDialog.getOpenFileName(self.dialog, tr("打开答案"), str(self._settings.folder), tr(ANSWERS))
            if name:
                self.open_answers(Path(name))

    def open_answers(self, path: Path) -> None:
        """Fill in what a file of answers holds, as far as it fits the template that is chosen."""
        dialog = self.dialog
        if dialog is None:
            return
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

    def _on_opened(self, session: object) -> None:
        """Tell on the start page how far the drafts of late are."""
        if session is None:
            paths = self._settings.recent
            self._tasks.run("recent", lambda: states(paths), self._page.show_states, self._documents.tell)


def _chosen(clause: Clause) -> Chosen:
    heading = clause.heading or clause.text[:20]
    return Chosen(clause.measure.id, clause.eid, heading, place_name(clause.measure.region, "".join(clause.path)))
