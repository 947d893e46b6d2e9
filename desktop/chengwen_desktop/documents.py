"""The draft's way between window and disk: new, open, save, close."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from chengwen_desktop import dialogs, faults
from chengwen_desktop.draft.session import Session
from chengwen_desktop.message_bar import Deed, Message, MessageBar
from chengwen_desktop.search.finder import sample_draft
from chengwen_desktop.settings import Settings
from chengwen_desktop.status_line import StatusLine
from chengwen_desktop.tasks import Tasks
from chengwen_desktop.theme.marks import Severity
from chengwen_library.errors import ChengwenError
from chengwen_library.library import Library
from chengwen_library.model import Measure


class Documents(QObject):
    """The one open draft. `opened` carries its session, None when nothing is open any more."""

    opened = Signal(object)

    def __init__(self, window: QWidget, tasks: Tasks, settings: Settings, bar: MessageBar, status: StatusLine) -> None:
        super().__init__(window)
        self._window, self._tasks, self._settings, self._bar, self._status = window, tasks, settings, bar, status
        self.session: Session | None = None

    def open_sample(self, library: Library) -> None:
        """Open the sample as a new draft, once what is open has been seen to."""
        if self.may_leave():
            self._tasks.run("open", lambda: sample_draft(library), lambda draft: self._use(draft, None), self.tell)

    def open(self, path: Path | None = None) -> None:
        """Open a draft; without a path, ask for one."""
        if not self.may_leave():
            return
        chosen = path or dialogs.ask_open(self._window, self._settings.folder)
        if chosen is not None:
            self._tasks.run("open", lambda: load(chosen), lambda draft: self._use(draft, chosen), self.tell)

    def save(self) -> bool:
        """Save the draft where it is kept, or ask for a place. Tell whether it is saved."""
        if self.session is None:
            return False
        return self._save_to(self.session.path) if self.session.path else self.save_as()

    def save_as(self) -> bool:
        """Save the draft in a place to be chosen."""
        if self.session is None:
            return False
        proposed = self.session.path or self._settings.folder / self.session.name
        path = dialogs.ask_save(self._window, "另存为", proposed, dialogs.DRAFTS)
        return self._save_to(path) if path else False

    def close(self) -> None:
        """Close the draft; the window stays."""
        if self.may_leave():
            self._show(None)

    def may_leave(self) -> bool:
        """Ask what to do with unsaved changes, if there are any; tell whether the draft may go."""
        if self.session is None or not self.session.is_dirty:
            return True
        match dialogs.ask_keep(self._window, self.session.name):
            case dialogs.Keep.SAVE:
                return self.save()
            case dialogs.Keep.DISCARD:
                return True
            case dialogs.Keep.CANCEL:
                return False

    def tell(self, error: Exception, *ways: Deed) -> None:
        """Say a failure above the page; one of our own goes into the log."""
        if isinstance(error, ChengwenError):
            self._bar.say(Message(Severity.ERROR, str(error), ways))
        else:
            faults.record(error)
            self._bar.say(Message(Severity.ERROR, faults.SENTENCE))

    def _use(self, draft: Measure, path: Path | None) -> None:
        if path is not None:
            self._settings.remember(path)
        self._show(Session(draft, path, self))

    def _show(self, session: Session | None) -> None:
        old, self.session = self.session, session
        self._bar.clear()
        self.opened.emit(session)
        if old is not None:
            old.deleteLater()

    def _save_to(self, path: Path) -> bool:
        if self.session is None:
            return False
        try:
            self.session.save(path)
        except ChengwenError as error:
            self.tell(error, ("另存为", self.save_as))
            return False
        self._settings.remember(path)
        self._status.say(f"已保存“{path.name}”")
        return True


def load(path: Path) -> Measure:
    """Read a draft. Raises UnreadableFile."""
    from chengwen_templates.draft import load_draft

    return load_draft(path)
