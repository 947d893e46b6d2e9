"""帮助: the commands of the menu, and F1 wherever the focus is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from chengwen_desktop import home
from chengwen_desktop.actions import key_words
from chengwen_desktop.help import pages
from chengwen_desktop.help.tour import Tour
from chengwen_desktop.translation import plain

if TYPE_CHECKING:
    from chengwen_desktop.help.window import HelpWindow
    from chengwen_desktop.main_window import MainWindow

KEYS_PAGE = "keys"


class Help(QObject):
    """The help of a window; the guide is made when it is first asked for."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.guide: HelpWindow | None = None
        self.dialog: QDialog | None = None
        self.tour = Tour(window)
        application = QGuiApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def deeds(self) -> dict[str, Callable[[], object]]:
        """Return what the commands do."""
        return {
            "guide": self.show_guide,
            "keys_help": lambda: self.show_page(KEYS_PAGE),
            "tour": self.tour.begin,
            "fault_log": self._show_fault_log,
            "about": self._show_about,
        }

    def show_guide(self) -> None:
        """Open the page about what has the focus."""
        self.show_page(pages.page_for(_modules(QApplication.focusWidget())))

    def show_page(self, name: str) -> None:
        """Open a page."""
        if self.guide is None:
            from chengwen_desktop.help.window import HelpWindow

            self.guide = HelpWindow(self.commands, self._window)
        self.guide.show_page(name)

    def commands(self) -> list[pages.Command]:
        """Return all commands with the keys of now, in the order of the menus; in Chinese, as the guide is."""
        actions = self._window.actions_
        specs = {spec.id: spec for spec in actions.specs}
        found: list[pages.Command] = []
        for name, place in actions.places(str).items():
            keys = actions[name].shortcuts()
            found.append(pages.Command(place, plain(specs[name].words), key_words(keys[0]) if keys else ""))
        return found

    def _show_fault_log(self) -> None:
        from chengwen_desktop.help.fault_log import FaultLogDialog

        self._open(FaultLogDialog(home.log_file(), self._window))

    def _show_about(self) -> None:
        from chengwen_desktop.help.about import AboutDialog

        self._open(AboutDialog(self._window))

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Let F1 be heard in dialogs too: a window hears the keys of actions that are its own."""
        top = now.window() if now is not None else None
        action = self._window.actions_["guide"]
        if top is not None and top is not self._window and top is not self.guide and action not in top.actions():
            top.addAction(action)


def _modules(widget: QWidget | None) -> Iterator[str]:
    while widget is not None:
        if type(widget).__module__.startswith("chengwen_desktop."):
            yield type(widget).__module__
        widget = widget.parentWidget()
