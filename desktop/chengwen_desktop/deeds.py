"""What each command does: the one table between the actions and the parts of the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QActionGroup

from chengwen_desktop.frame import View
from chengwen_desktop.theme import current

if TYPE_CHECKING:
    from chengwen_desktop.main_window import MainWindow

Deed = Callable[[], object]


def connect(window: MainWindow) -> None:
    """Connect every action of the window with its deed."""
    for name, deed in _deeds(window).items():
        window.actions_[name].triggered.connect(partial(_do, deed))
    _connect_appearance(window)


def _deeds(window: MainWindow) -> dict[str, Deed]:
    return {
        **_of_files(window),
        **_of_the_draft(window),
        **_of_precedents(window),
        **_of_the_view(window),
        **window.finding.deeds(),
        **window.reviewing.deeds(),
        **window.checking.deeds(),
        **window.versions.deeds(),
        **window.preferences.deeds(),
    }


def _of_files(window: MainWindow) -> dict[str, Deed]:
    return {
        **window.creating.deeds(),
        "open": window.documents.open,
        "import": window.importing.ask_files,
        "import_folder": window.importing.ask_folder,
        "import_pasted": window.importing.paste,
        "watch": window.importing.watching.ask,
        "save": window.documents.save,
        "save_as": window.documents.save_as,
        "export": window.exporter.ask,
        "print": window.preview.print,
        "close": window.documents.close,
        **window.keeping.deeds(),
        "quit": window.close,
    }


def _of_the_draft(window: MainWindow) -> dict[str, Deed]:
    draft = window.draft
    return {
        "add": draft.add_unit,
        "up": lambda: draft.shift(-1),
        "down": lambda: draft.shift(1),
        "promote": lambda: draft.change_current_level(-1),
        "demote": lambda: draft.change_current_level(1),
        "heading": draft.toggle_heading,
        "lock": draft.toggle_lock,
        "remove": draft.remove,
        **window.duties.deeds(),
        **window.citing.deeds(),
    }


def _of_precedents(window: MainWindow) -> dict[str, Deed]:
    return {
        **window.inserting.deeds(),
        "copy_clause": window.clause.copy,
        "differences": window.clause.change_mode,
        "table": lambda: window.table.ask(window.finder),
        **window.tables.deeds(),
        "search": window.to_search,
        "similar": window.to_similar,
        "query_help": window.precedents.show_help,
    }


def _of_the_view(window: MainWindow) -> dict[str, Deed]:
    return {
        "edit_view": partial(window.frame.show_view, View.EDIT),
        "preview": partial(window.frame.show_view, View.PREVIEW),
        **window.ways.deeds(),
        **window.command_palette.deeds(),
        **window.shortcuts.deeds(),
        **window.help.deeds(),
        "notice": window.draft.turn_notice,
        "next_pane": lambda: window.frame.step(1, window.focusWidget()),
        "previous_pane": lambda: window.frame.step(-1, window.focusWidget()),
        "zoom_in": lambda: window.zoom(1),
        "zoom_out": lambda: window.zoom(-1),
        "zoom_reset": lambda: window.zoom(0),
    }


def _connect_appearance(window: MainWindow) -> None:
    group = QActionGroup(window)
    for appearance in current.Appearance:
        action = window.actions_[appearance.value]
        action.setCheckable(True)
        action.setChecked(appearance is window.settings.appearance)
        action.triggered.connect(partial(_do, partial(_use_appearance, window, appearance)))
        group.addAction(action)


def _use_appearance(window: MainWindow, appearance: current.Appearance) -> None:
    window.settings.appearance = appearance
    current.apply(appearance)


def _do(deed: Deed, *_signal: object) -> None:
    """Do what an action stands for; whether it is checked does not matter."""
    deed()
