"""The window's exports: asks, writes in a thread, says where the file is, measures it; and printing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from chengwen_desktop.documents import Documents
from chengwen_desktop.exporting.choices import MEASURED, Choices, Kind
from chengwen_desktop.exporting.dialog import ExportDialog, Order
from chengwen_desktop.exporting.files import Written, build, report_of, write
from chengwen_desktop.fonts.found import installed_families
from chengwen_desktop.settings import Settings
from chengwen_desktop.status_line import StatusLine
from chengwen_desktop.tasks import Tasks
from chengwen_desktop.translation import tr
from chengwen_library.model import Measure
from chengwen_templates.measuring.outcome import ExportReport, Verdict
from chengwen_templates.remarks import open_count


class Exporter(QObject):
    """Exports and reports. `choices_changed` carries the choices, `measuring` and `measured` follow a file."""

    choices_changed = Signal(object)
    measuring = Signal(str)
    measured = Signal(str, object)
    report_asked = Signal()
    look_asked = Signal()

    def __init__(
        self, window: QWidget, tasks: Tasks, settings: Settings, documents: Documents, status: StatusLine
    ) -> None:
        super().__init__(window)
        self._window, self._tasks, self._settings = window, tasks, settings
        self._documents, self._status = documents, status
        self._errors = 0

    def tell_errors(self, count: int) -> None:
        """Take how many errors the checks have left, to say so before the draft is exported."""
        self._errors = count

    @property
    def choices(self) -> Choices:
        """How the preview shows the draft, and how it is exported."""
        return self._settings.export_choices

    def use(self, choices: Choices) -> None:
        """Choose otherwise from now on."""
        if choices != self.choices:
            self._settings.export_choices = choices
            self.choices_changed.emit(choices)

    def ask(self, kind: Kind | None = None) -> None:
        """Ask for a file and export the open draft there."""
        session = self._documents.session
        if session is None:
            return
        folder = session.path.parent if session.path else self._settings.folder
        proposed = folder / f"{Path(session.name).stem}{kind or self._settings.export_kind}"
        left = Unmended(self._errors, self.look_asked.emit)
        last = kind or self._settings.export_kind
        order = ask_order(proposed, last, self.choices, self._window, session.draft, left)
        if order is not None:
            self._export(session.draft, order)

    def measure(self) -> None:
        """Measure the draft as a PDF of it would be, without a file."""
        session = self._documents.session
        if session is not None:
            draft, choices = session.draft, self.choices
            self._follow(tr("当前文稿"), lambda: _in_memory(draft, choices))

    def _export(self, draft: Measure, order: Order) -> None:
        self._settings.folder = order.path.parent
        self._settings.export_kind = order.kind
        self.use(order.choices)
        self._status.say(tr("正在导出…"))
        self._tasks.run(
            "export",
            lambda: write(draft, order.path, order.choices, remarks=order.remarks),
            self._exported,
            self._not_exported,
        )

    def _exported(self, written: Written) -> None:
        self._status.say_exported(written.path)
        if written.kind in MEASURED:
            self._follow(written.path.name, lambda: written)

    def _not_exported(self, error: Exception) -> None:
        self._status.say(tr("没有导出"))
        self._documents.tell(error, (tr("换个位置导出"), self.ask))

    def _follow(self, name: str, make: Callable[[], Written]) -> None:
        """Measure what `make` returns, and say what came out."""
        self.measuring.emit(name)
        installed = installed_families()
        self._tasks.run(
            "measure",
            lambda: report_of(make(), installed),
            lambda report: self._told(name, report),
            self._documents.tell,
        )

    def _told(self, name: str, report: ExportReport | None) -> None:
        if report is None:
            return
        self.measured.emit(name, report)
        missed = report.count(Verdict.MISSED)
        outcome = tr("{count} 项不符合", count=missed) if missed else tr("符合 GB/T 9704-2012")
        self._status.say(
            tr("量过“{name}”：{outcome}", name=name, outcome=outcome), tr("看导出报告"), self.report_asked.emit
        )


@dataclass(frozen=True, slots=True)
class Unmended:
    """How many errors the checks have left, and what shows them."""

    errors: int
    show: Callable[[], object]


def ask_order(
    proposed: Path, kind: Kind, choices: Choices, parent: QWidget, draft: Measure, left: Unmended
) -> Order | None:
    """Ask what to export and where to; None if the person thought better of it, or wants to see to errors first."""
    dialog = ExportDialog(proposed, kind, choices, parent, open_remarks=open_count(draft), errors=left.errors)
    dialog.exec()
    dialog.deleteLater()
    if dialog.is_looking:
        left.show()
    return dialog.order


def _in_memory(draft: Measure, choices: Choices) -> Written:
    profile = choices.chosen_profile()
    content = build(draft, Kind.PDF, profile, preprinted=choices.preprinted)
    return Written(Path(), Kind.PDF, content, draft, profile, choices.preprinted)
