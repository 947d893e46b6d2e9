"""The draft that is open: its file, its words, and what can be undone."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from chengwen_desktop.translation import tr
from chengwen_desktop.versions.identity import identified
from chengwen_library.akn.write import render_measure
from chengwen_library.files import name_of_file, write_atomically
from chengwen_library.model import Measure

SUFFIX = ".akn"

STEPS = 300
"""Steps that can be taken back. One that renumbers a draft of 500 clauses takes 0.1 MB; versions go back further."""


class Change(QUndoCommand):
    """A named change; `after` may become a later draft while the change goes on.

    `merge` tells which others are parts of it: typing in one paragraph. `there` is the unit to show when it
    has been done, `back` when it has been undone.
    """

    def __init__(
        self, session: Session, name: str, after: Measure, there: str | None, back: str | None, merge: str | None
    ) -> None:
        super().__init__(name)
        self._session = session
        self._before = session.draft
        self.after = after
        self._there = there
        self._back = back
        self.merge = merge

    @property
    def is_remark(self) -> bool:
        """Whether nothing but remarks changes."""
        return is_remark(self._before, self.after)

    def redo(self) -> None:
        """Do it."""
        self._session.show(self.after, self._there)

    def undo(self) -> None:
        """Take it back."""
        self._session.show(self._before, self._back)


class Session(QObject):
    """One open draft. `changed` carries the unit to show or None; `retitled` says that name or dirtiness changed.

    `known` is the digest of what the file held when it was last read or written, None if that is not known.
    While it `is_reviewed` nothing but remarks can change; `refused` says that something else was tried.
    `is_read_only` says that another window edits the file: changes can only be saved in another place.
    """

    changed = Signal(object)
    retitled = Signal()
    refused = Signal()

    def __init__(
        self,
        draft: Measure,
        path: Path | None,
        parent: QObject | None = None,
        *,
        known: str | None = None,
        is_read_only: bool = False,
    ) -> None:
        super().__init__(parent)
        self.draft = identified(draft, path)
        self.path = path
        self.known = known
        self.is_read_only = is_read_only
        self.is_reviewed = False
        self.stack = QUndoStack(self)
        self.stack.setUndoLimit(STEPS)
        self.stack.cleanChanged.connect(self.retitled)

    @property
    def name(self) -> str:
        """The file's name, or the one it would be given."""
        if self.path is not None:
            return self.path.name
        return (name_of_file(self.draft.title or "", "") or tr("未命名文稿")) + SUFFIX

    @property
    def is_dirty(self) -> bool:
        """Whether there are changes that no file has."""
        return not self.stack.isClean()

    def change(
        self,
        name: str,
        make: Callable[[Measure], Measure],
        wid: str | None = None,
        merge: str | None = None,
        back: str | None = None,
    ) -> bool:
        """Change the draft by a pure function, as one step that can be undone; tell whether anything changed.

        `wid` is the unit to show then, `back` the one after undoing (`wid` if not given).
        """
        after = make(self.draft)
        if after == self.draft:
            return False
        if self.is_reviewed and not is_remark(self.draft, after):
            self.refused.emit()
            self.changed.emit(None)  # what shows goes back to what is
            return False
        begun = self._begun(merge)
        if begun is None:
            self.stack.push(Change(self, name, after, wid, back or wid, merge))
        else:
            begun.after = after
            self.show(after, wid)
        return True

    def _begun(self, merge: str | None) -> Change | None:
        """Return the last step if another change with this key is a part of it.

        Qt's stack would put the two together as well, but keeps every change that it has put into another.
        """
        at = self.stack.index()
        if merge is None or at in (0, self.stack.cleanIndex()) or self.stack.canRedo():
            return None
        step = self.stack.command(at - 1)
        return step if isinstance(step, Change) and step.merge == merge else None

    def may_step(self, *, back: bool) -> bool:
        """Tell whether 撤销 (`back`) or 重做 may go on: while reviewing only over changes of remarks."""
        step = self.stack.command(self.stack.index() - (1 if back else 0))
        return not self.is_reviewed or (isinstance(step, Change) and step.is_remark)

    def show(self, draft: Measure, wid: str | None) -> None:
        """Make this the draft's state. Only the commands of the stack call it."""
        self.draft = draft
        self.changed.emit(wid)

    def save(self, path: Path) -> None:
        """Write the draft and keep the path. Raises UnwritableFile; nothing is changed then."""
        content = render_measure(self.draft)
        write_atomically(path, content)
        self.path, self.known, self.is_read_only = path, digest(content), False
        self.stack.setClean()
        self.retitled.emit()


def is_remark(before: Measure, after: Measure) -> bool:
    """Tell whether two states of a draft differ in their remarks alone."""
    return replace(before, remarks=()) == replace(after, remarks=())


def digest(content: bytes) -> str:
    """Return what tells one content of a file from another."""
    return hashlib.sha256(content).hexdigest()
