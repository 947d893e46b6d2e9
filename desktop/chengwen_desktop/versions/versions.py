"""版本 of the open draft: keeping it under a name, its history, and going back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from chengwen_desktop import dialogs
from chengwen_desktop.differences_dialog import DifferencesDialog, Names
from chengwen_desktop.documents import Documents
from chengwen_desktop.draft.editor import DraftEditor
from chengwen_desktop.settings import Settings
from chengwen_desktop.status_line import StatusLine
from chengwen_desktop.tasks import Tasks
from chengwen_desktop.translation import moment_words, tr
from chengwen_desktop.versions.entries import Entry, history, restored
from chengwen_desktop.versions.store import Store, Version, store_of
from chengwen_library.model import Measure

if TYPE_CHECKING:
    from chengwen_desktop.versions.dialog import HistoryDialog

Deed = Callable[[], object]


class Versions(QObject):
    """The commands 存为版本 and 版本历史. What is read and written is so in threads."""

    def __init__(
        self,
        window: QWidget,
        tasks: Tasks,
        documents: Documents,
        editor: DraftEditor,
        settings: Settings,
        status: StatusLine,
    ) -> None:
        super().__init__(window)
        self._window, self._tasks, self._documents = window, tasks, documents
        self._editor, self._settings, self._status = editor, settings, status
        self.dialog: HistoryDialog | None = None

    def deeds(self) -> dict[str, Deed]:
        """Return what the commands do."""
        return {"version": self.keep, "versions": self.show}

    def keep(self) -> None:
        """Ask for a name and keep the draft as it is now."""
        found = self._open_draft()
        if found is None or self._editor.is_composing():
            return
        draft, store = found
        now = _now()
        proposed = moment_words(now, date.min)
        name = dialogs.ask_name(self._window, tr("存为版本"), tr("存为版本"), proposed)
        if name is not None:
            self._tasks.run("version", lambda: store.keep(draft, name, now), self._kept, self._documents.tell)

    def keep_before(self, name: str, then: Callable[[], object] = lambda: None) -> None:
        """Keep the draft of our own accord before something replaces it (重新打开前), then do `then`.

        If it cannot be kept, that is said and `then` is not done.
        """
        found = self._open_draft()
        if found is None:
            then()
            return
        draft, store = found
        now = _now()

        def done(_kept: Version) -> None:
            then()

        self._tasks.run("version", lambda: store.keep_unless_kept(draft, name, now), done, self._documents.tell)

    def show(self) -> None:
        """Show the history."""
        if self._open_draft() is None or self.dialog is not None:
            return
        from chengwen_desktop.versions.dialog import HistoryDialog

        dialog = self.dialog = HistoryDialog(self._window)
        dialog.compared.connect(self._compare)
        dialog.restore_asked.connect(self._restore)
        dialog.renaming_asked.connect(self._rename)
        dialog.removal_asked.connect(self._remove)
        dialog.table_asked.connect(self._export)
        dialog.finished.connect(self._forget)
        dialog.open()
        self._read()

    def _forget(self) -> None:
        if self.dialog is not None:
            self._tasks.forget("versions")
            self.dialog.deleteLater()
            self.dialog = None

    def _open_draft(self) -> tuple[Measure, Store] | None:
        session = self._documents.session
        store = store_of(session.draft) if session else None
        return (session.draft, store) if session and store else None

    def _read(self) -> None:
        found = self._open_draft()
        if found is not None:
            draft, store = found
            self._tasks.run("versions", lambda: history(store, draft), self._show_entries, self._documents.tell)

    def _show_entries(self, entries: list[Entry]) -> None:
        if self.dialog is not None:
            self.dialog.show_entries(entries, _now().date())

    def _kept(self, version: Version) -> None:
        self._status.say(tr("已存为版本“{name}”", name=version.name), tr("版本历史"), self.show)

    def _compare(self, before: Entry, after: Entry) -> None:
        if before.draft is not None and after.draft is not None:
            old, new = replace(before.draft, remarks=()), replace(after.draft, remarks=())
            dialog = DifferencesDialog(old, new, Names(before.name, after.name), self.dialog)
            dialog.exec()
            dialog.deleteLater()

    def _restore(self, entry: Entry) -> None:
        self.keep_before(tr("恢复前"), lambda: self._go_back_to(entry))

    def _go_back_to(self, entry: Entry) -> None:
        session, former = self._documents.session, entry.draft
        if session is None or former is None:
            return
        if self.dialog is not None:
            self.dialog.accept()
        name = tr("恢复到版本“{name}”", name=entry.name)
        if session.change(name, lambda draft: restored(draft, former)):
            self._status.say(tr("已恢复到版本“{name}”，Ctrl+Z 撤销", name=entry.name))
        elif not session.is_reviewed:
            self._status.say(tr("现在的文稿与版本“{name}”相同，没有改动", name=entry.name))
        self._editor.setFocus()

    def _rename(self, entry: Entry) -> None:
        version, found = entry.version, self._open_draft()
        if version is None or found is None or self.dialog is None:
            return
        store = found[1]
        name = dialogs.ask_name(self.dialog, tr("改名"), tr("改名"), version.name)
        if name is not None:
            self._do(lambda: store.rename(version, name))

    def _remove(self, entry: Entry) -> None:
        version, found = entry.version, self._open_draft()
        if version is None or found is None or self.dialog is None:
            return
        store = found[1]
        if ask_removal(self.dialog, entry.name):
            self._do(lambda: store.remove(version))

    def _do(self, work: Callable[[], object]) -> None:
        """Change the store in a thread and read it anew; a failure is said in the window behind."""
        self._tasks.run("version", work, lambda _: self._read(), self._failed)

    def _failed(self, error: Exception) -> None:
        if self.dialog is not None:
            self.dialog.reject()
        self._documents.tell(error)

    def _export(self, before: Entry, after: Entry) -> None:
        base, new, session = before.draft, after.draft, self._documents.session
        if base is None or new is None or session is None:
            return
        folder = session.path.parent if session.path else self._settings.folder
        proposed = folder / tr("{draft}（版本对照表）.docx", draft=Path(session.name).stem)
        path = dialogs.ask_save(self._window, tr("导出对照表"), proposed, dialogs.DOCUMENTS)
        if path is None:
            return
        self._settings.folder = path.parent
        named = _named(base, before.name), _named(new, after.name)
        today = _now().date()
        self._tasks.run("version table", lambda: write_table(*named, path, today), self._exported, self._failed)

    def _exported(self, path: Path) -> None:
        self._status.say_exported(path)
        if self.dialog is not None:
            self.dialog.words.setText(tr("{words}。", words=self._status.words.text()))


def ask_removal(parent: QWidget, name: str) -> bool:
    """Ask whether a version is to be dropped; there is no way back."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle(tr("删除版本"))
    box.setText(tr("删除版本“{name}”？", name=name))
    box.setInformativeText(tr("删除以后不能恢复，也不能再和它比较。现在的文稿不受影响。"))
    remove = box.addButton(tr("删除版本"), QMessageBox.ButtonRole.DestructiveRole)
    cancel = box.addButton(tr("取消"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(cancel)
    box.setEscapeButton(cancel)
    box.exec()
    return box.clickedButton() is remove


def write_table(base: Measure, new: Measure, path: Path, today: date) -> Path:
    """Write the 对照表 of two states and return its path. Raises ExportFailed and UnwritableFile."""
    from chengwen_templates.comparison_table.against_measure import measure_document
    from chengwen_templates.comparison_table.export import export_table
    from chengwen_templates.profile import DEFAULT_PROFILE, load_profile

    export_table(measure_document(base, new, today), path, load_profile(DEFAULT_PROFILE))
    return path


def _named(draft: Measure, name: str) -> Measure:
    """Return the draft with the version's name in its title, so that the table tells the two apart."""
    return replace(draft, title=tr("{title}（{name}）", title=draft.title or tr("未命名文稿"), name=name))


def _now() -> datetime:
    return datetime.now()  # noqa: DTZ005 (the clock's time where the drafter sits)
