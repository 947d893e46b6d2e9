"""One entry of 设置: its name, its page, where it is kept, and how it stands now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from chengwen_desktop.preferences.kept import Broken, Kept
from chengwen_desktop.preferences.page import Page


@dataclass
class Section:
    """A page with its words, made when it is needed.

    `kept` is None where nothing can be changed; `fault` says why its file cannot be used.
    `state` is what the page shows; `is_behind` tells that the file could not be written with it.
    """

    id: str
    words: str
    note: str
    icon: str
    make_page: Callable[[], Page[Any]]
    kept: Kept[Any] | None = None
    state: object = None
    fault: Broken | None = None
    is_behind: bool = False
    is_made: bool = False

    @cached_property
    def page(self) -> Page[Any]:
        """The page; it is made, and its file read, when it is first asked for."""
        self.is_made = True
        self.__dict__["page"] = made = self.make_page()
        self.load()
        return made

    def load(self) -> None:
        """Read the file and show what it says; nothing is read for a page that nobody has seen."""
        if self.kept is None or not self.is_made:
            return
        self.is_behind = False
        try:
            self.state, self.fault = self.kept.load(), None
        except Broken as broken:
            self.fault = broken
        else:
            self.page.show_state(self.state)

    def show(self, state: object) -> None:
        """Show a state that was just changed."""
        self.state = state
        self.page.show_state(state)

    @property
    def is_shipped(self) -> bool:
        """Whether it is as it was when nobody had changed anything."""
        return self.kept is not None and self.fault is None and self.state == self.kept.shipped
