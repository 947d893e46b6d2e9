"""设置 at work: makes the window when it is asked for, and lets the rest of the program use what was changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from chengwen_desktop.frame import View
from chengwen_desktop.theme.current import Appearance
from chengwen_library.library import Library

if TYPE_CHECKING:
    from chengwen_desktop.main_window import MainWindow
    from chengwen_desktop.preferences.window import PreferencesWindow

PAUSE = 800
"""Milliseconds after the last change of topics or synonyms before the library is opened anew."""

OFFICE = frozenset({"unit", "organs", "rules", "limits", "terms"})
WORDS = frozenset({"synonyms", "topics"})


class Preferences(QObject):
    """`office_changed` says that the office's files have just been written; whoever goes by them looks again."""

    office_changed = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.window: PreferencesWindow | None = None
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(window.open_library)

    def deeds(self) -> dict[str, Callable[[], object]]:
        """Return what the commands do."""
        return {"settings": self.ask}

    def ask(self, page: str = "", key: object = None) -> None:
        """Show the window, at the page with this id."""
        if self.window is None:
            from chengwen_desktop.preferences.sections import sections
            from chengwen_desktop.preferences.window import PreferencesWindow

            self.window = PreferencesWindow(sections(self._window, self), self._window)
            self.window.changed.connect(self._on_changed)
        else:
            self.window.look_again()
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        if page:
            self.window.go_to(page, key)
        else:
            self.window.list.setFocus()

    def may_leave(self) -> bool:
        """Ask before changes with faults are left behind."""
        return self.window is None or not self.window.isVisible() or self.window.may_leave()

    def library(self) -> Library | None:
        """Return the library, if it is open."""
        finder = self._window.finder
        return finder.library if finder else None

    def use_appearance(self, appearance: Appearance) -> None:
        """Choose light, dark or the system's, as the menu does."""
        self._window.actions_[appearance.value].trigger()

    def show_preview(self) -> None:
        """Show the open draft as it will print."""
        if self._window.documents.session is not None:
            self._window.frame.show_view(View.PREVIEW)
            self._window.raise_()

    def _on_changed(self, section: str) -> None:
        if section in OFFICE:
            self.office_changed.emit()
        elif section in WORDS:
            self._timer.start()
        elif section == "profiles":
            self._window.preview.side.form.reload()
            self._window.exporter.choices_changed.emit(self._window.exporter.choices)
