"""What every page of 设置 has: its words, its state, what a search finds on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

State = TypeVar("State")


@dataclass(frozen=True, slots=True)
class Spot:
    """Something on a page that can be found: its words, and what the page is given to go there."""

    words: str
    key: object = None


class Page(QWidget, Generic[State]):
    """A page. `edited` carries what was done and the whole state as it is to be; it comes back through `show_state`.

    `touched` says that the page itself has just written beside its file.
    """

    edited = Signal(str, object)
    touched = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)

    def show_state(self, state: State) -> None:
        """Show what the page's file says, or what was just changed."""
        raise NotImplementedError

    def begin(self) -> None:
        """Do what is due when the page comes to the front."""

    def finish(self) -> None:
        """Take over what is being written."""

    def unsaved(self) -> str:
        """Say what on the page is not in its file because of faults; nothing if all is."""
        return ""

    def spots(self) -> Sequence[Spot]:
        """Return what a search may find here."""
        return ()

    def go_to(self, key: object) -> None:
        """Show one of the spots."""

    def loss(self, state: State) -> str:
        """Say what 恢复出厂 takes away from this state."""
        raise NotImplementedError
