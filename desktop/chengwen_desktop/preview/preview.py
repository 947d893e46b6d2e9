"""The preview at work: lays the draft out in a thread after each change, and shows its faces."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from chengwen_desktop.documents import Documents
from chengwen_desktop.draft.session import Session
from chengwen_desktop.exporting.choices import Choices
from chengwen_desktop.exporting.exporter import Exporter
from chengwen_desktop.preview.pane import PreviewPane
from chengwen_desktop.preview.side import PreviewSide
from chengwen_desktop.printing.face import Face
from chengwen_desktop.status_line import StatusLine
from chengwen_desktop.tasks import Tasks
from chengwen_desktop.translation import tr
from chengwen_library.model import Measure
from chengwen_templates.profile import Profile

_PAUSE = 200
"""Milliseconds of quiet after which a changed draft is laid out anew."""

Drawn = tuple[tuple[Face, ...], Profile]


class Preview(QObject):
    """Pane and side of 版式预览; works only while it is shown. `drawn` says that other faces show."""

    drawn = Signal()

    def __init__(
        self, window: QWidget, tasks: Tasks, documents: Documents, exporter: Exporter, status: StatusLine
    ) -> None:
        super().__init__(window)
        self._window, self._tasks, self._documents = window, tasks, documents
        self._exporter, self._status = exporter, status
        self.pane = PreviewPane()
        self.side = PreviewSide(exporter.choices)
        self.faces: tuple[Face, ...] = ()
        self._is_shown = False
        self._session: Session | None = None
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._lay_out)
        self.side.form.changed.connect(exporter.use)
        self.side.export_asked.connect(exporter.ask)
        self.side.print_asked.connect(self.print)
        self.side.report.figure_asked.connect(self.pane.desk.show_figure)
        self.side.report.measure_asked.connect(exporter.measure)
        exporter.choices_changed.connect(self._on_choices)
        exporter.measuring.connect(self.side.report.show_measuring)
        exporter.measured.connect(self.side.report.show_report)

    def use(self, session: Session | None) -> None:
        """Follow another draft, or none."""
        self._session = session
        self.side.report.forget()
        self.pane.desk.show_figure(None)
        if session is not None:
            session.changed.connect(self._on_changed)
        if self._is_shown:
            self._lay_out()

    def show(self, is_shown: bool) -> None:
        """Begin to work, or rest."""
        self._is_shown = is_shown
        if is_shown:
            self._lay_out()

    def print(self) -> None:
        """Print the draft, once the person has chosen the printer."""
        session = self._session
        if session is None:
            return
        draft, choices = session.draft, self._exporter.choices
        self._tasks.run("print", lambda: laid_out(draft, choices), self._ask_printer, self._documents.tell)

    def _on_changed(self) -> None:
        self.side.report.show_outdated()
        if self._is_shown:
            self._timer.start()

    def _on_choices(self, choices: Choices) -> None:
        self.side.form.show_choices(choices)
        self.side.report.show_outdated()
        if self._is_shown:
            self._lay_out()

    def _lay_out(self) -> None:
        if self._session is None:
            return
        draft, choices = self._session.draft, self._exporter.choices
        self._tasks.run("preview", lambda: laid_out(draft, choices), self._show_faces, self._documents.tell)

    def _show_faces(self, drawn: Drawn) -> None:
        self.faces = drawn[0]
        self.pane.show_faces(*drawn)
        self.drawn.emit()

    def _ask_printer(self, drawn: Drawn) -> None:
        from chengwen_desktop.printing.paper import ask_printer, print_faces

        name = self._session.name if self._session else ""
        printer = ask_printer(drawn[0], name, self._window)
        if printer is None:
            return
        self._status.say(tr("正在送往打印机…"))
        self._tasks.run(
            "paper",
            partial(print_faces, drawn[0], printer),
            lambda count: self._status.say(tr("已送往打印机，{count} 面", count=count)),
            self._documents.tell,
        )


def laid_out(draft: Measure, choices: Choices) -> Drawn:
    """Return the draft's faces, worked out so that only drawing is left, and the profile. Runs in a thread."""
    from chengwen_desktop.printing.printed import printed

    profile = choices.chosen_profile()
    _, faces = printed(draft, profile, preprinted=choices.preprinted)
    for face in faces:
        _ = face.words, face.strokes, face.places
    return faces, profile
