"""撤销 and 重做 of the open draft: what they would do is in their tooltips."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence, QUndoStack
from PySide6.QtWidgets import QMainWindow

from chengwen_desktop.actions import Actions
from chengwen_desktop.command_table import Spec
from chengwen_desktop.documents import Documents
from chengwen_desktop.draft.editor import DraftEditor
from chengwen_desktop.translation import marked, tr

_UNDO = Spec("undo", marked("撤销(&Z)"), icon="arrow-u-up-left")
_REDO = Spec("redo", marked("重做(&Y)"), icon="arrow-u-up-right")


class Undoing(QObject):
    """The two commands; they wait while an input method composes."""

    def __init__(self, window: QMainWindow, actions: Actions, documents: Documents, editor: DraftEditor) -> None:
        super().__init__(window)
        self._documents, self._editor = documents, editor
        self._none = QUndoStack(self)
        self._undo = self._made(window, actions, _UNDO, QKeySequence.StandardKey.Undo)
        self._redo = self._made(window, actions, _REDO, QKeySequence.StandardKey.Redo)
        self._undo.triggered.connect(self.undo)
        self._redo.triggered.connect(self.redo)

    @property
    def stack(self) -> QUndoStack:
        """The open draft's steps; an empty stack if none is open."""
        return self._documents.session.stack if self._documents.session else self._none

    @property
    def key(self) -> str:
        """The key of 撤销, as a person reads it."""
        return self._undo.shortcut().toString()

    def undo(self) -> None:
        """Take back the last step."""
        if not self._editor.is_composing() and self._may(back=True):
            self.stack.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        if not self._editor.is_composing() and self._may(back=False):
            self.stack.redo()

    def _may(self, *, back: bool) -> bool:
        session = self._documents.session
        if session is None or session.may_step(back=back):
            return True
        session.refused.emit()
        return False

    def refresh(self) -> None:
        """Say what the two would do, and switch off what can do nothing."""
        stack = self.stack
        for action, words, can, what in (
            (self._undo, tr("撤销"), stack.canUndo(), stack.undoText()),
            (self._redo, tr("重做"), stack.canRedo(), stack.redoText()),
        ):
            action.setEnabled(can)
            action.setToolTip(
                tr(
                    "{words}{step}（{key}）",
                    words=words,
                    step=tr("：{what}", what=what) if what else "",
                    key=action.shortcut().toString(),
                )
            )

    def _made(self, window: QMainWindow, actions: Actions, spec: Spec, key: QKeySequence.StandardKey) -> QAction:
        action = QAction(window)
        actions.add(spec, action)
        action.setShortcut(QKeySequence(key))
        return action
