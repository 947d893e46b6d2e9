"""What is done with the measures of the library: reading, status, correcting, taking out and putting back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPersistentModelIndex, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from chengwen_desktop import home
from chengwen_desktop.documents import Documents
from chengwen_desktop.importing.controller import Importing
from chengwen_desktop.library_pane.grouping import in_order
from chengwen_desktop.library_pane.model import named
from chengwen_desktop.library_pane.pane import LibraryPane
from chengwen_desktop.library_pane.reading import ReadingDialog, whole_text
from chengwen_desktop.search.finder import Finder
from chengwen_desktop.status_line import StatusLine
from chengwen_desktop.tasks import Tasks
from chengwen_desktop.translation import tr
from chengwen_index.holdings import Held, Holdings
from chengwen_library.clauses import clauses
from chengwen_library.facts.topics import topics
from chengwen_library.files import write_atomically
from chengwen_library.library import Library, file_name, shipped_files
from chengwen_library.model import Clause, Measure, Status


class LibraryDesk(QObject):
    """The controller of 条款库. `library_changed` says that files of the library were written."""

    library_changed = Signal()

    def __init__(
        self, window: QWidget, tasks: Tasks, documents: Documents, importing: Importing, status: StatusLine
    ) -> None:
        super().__init__(window)
        self._window, self._tasks, self._documents = window, tasks, documents
        self._importing, self._status = importing, status
        self._finder: Finder | None = None
        self._said: tuple[str, str, Callable[[], object] | None] | None = None
        self.pane = LibraryPane()
        self.reading: ReadingDialog | None = None
        self.pane.clauses_wanted.connect(self._load)
        self.pane.read_asked.connect(self._read)
        self.pane.folder_asked.connect(self._open_folder)
        self.pane.status_asked.connect(self._set_status)
        self.pane.correction_asked.connect(self._correct)
        self.pane.removal_asked.connect(self._ask_removal)
        self.pane.import_asked.connect(importing.ask_files)
        self.pane.shipped_asked.connect(self._put_back_shipped)

    def use(self, finder: Finder) -> None:
        """Show this library from now on."""
        self._finder = finder
        self._tasks.run("holdings", lambda: in_order(finder.holdings()), self._show, self._documents.tell)

    def _show(self, holdings: Holdings) -> None:
        self.pane.show_holdings(holdings)
        if self._said is not None:  # opening the library anew has said something else meanwhile
            self._status.say(*self._said)
            self._said = None

    def _load(self, index: QPersistentModelIndex, held: Held, topic: str | None) -> None:
        finder = self._finder
        if finder is None:
            return
        kind = f"clauses of {held.measure_id}"
        work = partial(_clauses_of, finder.library, held.measure_id, topic)
        self._tasks.run(kind, work, lambda found: self.pane.put_clauses(index, found), self._documents.tell)

    def _read(self, held: Held) -> None:
        if self._finder is not None:
            work = partial(whole_text, self._finder.library, held.measure_id)
            self._tasks.run("read", work, self._show_whole, self._documents.tell)

    def _show_whole(self, found: tuple[Measure, str]) -> None:
        self.reading = ReadingDialog(*found, self._window)
        self.reading.show()

    def _open_folder(self, held: Held) -> None:
        folder = home.library_folder()
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
        self._status.say(tr("文件名是 {name}", name=file_name(held.measure_id)))

    def _set_status(self, held: Held, status: Status) -> None:
        before = Status(held.status)
        if status is before:
            return

        def back() -> None:
            self._change(lambda library: library.set_status(held.measure_id, before, _today()), tr("状态已改回"))

        told = tr("“{name}”的状态已改为{status}", name=named(held), status=tr(status.value))
        self._change(lambda library: library.set_status(held.measure_id, status, _today()), told, tr("撤销"), back)

    def _correct(self, held: Held) -> None:
        sources = Library(home.library_folder()).sources(held.measure_id)
        if not sources:
            self._status.say(tr("“{name}”读入时没有留下原文件，没有可以更正的", name=named(held)))
        else:
            latest = max(sources, key=lambda path: path.stat().st_mtime_ns)
            self._importing.correct(latest, (held.measure_id,))

    def _ask_removal(self, held: Held) -> None:
        if ask_removal(self._window, held):
            self.remove(held)

    def remove(self, held: Held) -> None:
        """Take a measure out; the status bar offers to put it back."""

        def back() -> None:
            self._change(
                lambda library: library.restore(held.measure_id, _today()), tr("已放回“{name}”", name=named(held))
            )

        told = tr("已从条款库删除“{name}”", name=named(held))
        self._change(lambda library: library.remove(held.measure_id), told, tr("放回"), back)

    def _put_back_shipped(self) -> None:
        self._change(_put_back_shipped, tr("附带的文件已放回条款库"))

    def _change(
        self,
        work: Callable[[Library], None],
        told: str,
        way: str = "",
        back: Callable[[], object] | None = None,
    ) -> None:
        """Change the library in a thread, say so, and offer a way back."""

        def done(_: None) -> None:
            self._said = (told, way, back)
            self._status.say(*self._said)
            self.library_changed.emit()

        folder = home.library_folder()
        self._tasks.run("change library", lambda: work(Library(folder)), done, self._documents.tell)


def ask_removal(parent: QWidget, held: Held) -> bool:
    """Ask whether a measure is to leave the library."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle(tr("从条款库删除"))
    box.setText(tr("从条款库删除“{name}”，{count} 条。", name=named(held), count=held.clauses))
    box.setInformativeText(tr("检索和对照不再用到它。已经插进文稿的条款不变，以后也能放回。"))
    remove = box.addButton(tr("删除(&D)"), QMessageBox.ButtonRole.DestructiveRole)
    cancel = box.addButton(tr("取消"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(cancel)
    box.setEscapeButton(cancel)
    box.exec()
    return box.clickedButton() is remove


def _clauses_of(library: Library, identity: str, topic: str | None) -> tuple[Clause, ...]:
    """Return the clauses of a measure with words of their own, or those of them about a topic. Raises NotInLibrary."""
    found = (clause for clause in clauses(library.measure(identity)) if clause.text)
    return tuple(clause for clause in found if topic is None or topic in topics(clause.heading, clause.text))


def _put_back_shipped(library: Library) -> None:
    for name, content in shipped_files():
        path: Path = library.folder / name
        if not path.is_file():
            write_atomically(path, content)


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the day on the person's desk
