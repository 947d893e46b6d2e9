"""What the palette offers, and what becomes of what was chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction, QKeySequence

from chengwen_desktop.actions import key_words
from chengwen_desktop.command_table import Spec
from chengwen_desktop.frame import View
from chengwen_desktop.palette.entries import Entry, Group, clause_entry
from chengwen_desktop.palette.matching import Match, Rank, asked, find, first_of_late
from chengwen_desktop.palette.pane import PalettePane
from chengwen_desktop.search.finder import Finder
from chengwen_desktop.translation import tr
from chengwen_index.holdings import Held
from chengwen_library.model import Form
from chengwen_library.regions import short_name

if TYPE_CHECKING:
    from chengwen_desktop.main_window import MainWindow

SETTINGS = frozenset({"settings", "shortcuts", "watch", "system", "light", "dark", "left_pane", "right_pane"})
"""Commands that are settings."""

Found = list[tuple[Group, list[Match]]]


class Palette(QObject):
    """The palette of a window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._entries: list[Entry] = []
        self._measures: list[Entry] = []
        self.pane = PalettePane(window, lambda: window.actions_["palette"].shortcuts())
        self.pane.asked.connect(self._find)
        self.pane.taken.connect(self._do)
        self.pane.searched.connect(self._search)

    def deeds(self) -> dict[str, Callable[[], object]]:
        """Return what the commands do."""
        return {"palette": self.toggle}

    def use(self, finder: Finder) -> None:
        """Offer the measures of this library."""
        self._window.tasks.run(
            "palette", lambda: [self._measure(held) for held in finder.holdings().measures], self._keep, lambda _: None
        )

    def toggle(self) -> None:
        """Open the palette, or close it if it is open; nothing happens while an input method composes."""
        if self.pane.isVisible():
            self.pane.close_pane()
        elif not self._window.draft.editor.is_composing():
            self._entries = [*self._commands(), *self._clauses()]
            self.pane.open()

    def _keep(self, measures: list[Entry]) -> None:
        self._measures = measures

    def _find(self, text: str) -> None:
        what = asked(text)
        if not what.words and not what.groups:
            self.pane.show_found(first_of_late(self._entries, self._window.settings.commands_of_late))
            return
        found = find([*self._entries, *self._measures], what)
        if not what.groups:
            found = _with_search(found, self._search_entry(text.strip()))
        self.pane.show_found(found)

    def _search_entry(self, words: str) -> Entry:
        note = tr("在全部先例中")
        name = tr("在条款库里检索“{query}”", query=words)
        run = partial(self._search, words)
        return Entry("", Group.LIBRARY, name, run, note, "Alt+Enter", "magnifying-glass")

    def _do(self, entry: Entry) -> None:
        if entry.id:
            self._window.settings.remember_command(entry.id)
        QTimer.singleShot(0, self, entry.run)  # the key that chose it has been dealt with then

    def _search(self, words: str) -> None:
        self.pane.close_pane()
        self._window.to_search()
        if words:
            self._window.search.ask(words)

    def _commands(self) -> Iterator[Entry]:
        actions = self._window.actions_
        places = actions.places()
        for spec in actions.specs:
            if spec.id != "palette":
                yield self._command(spec, actions[spec.id], places.get(spec.id, ""))

    def _command(self, spec: Spec, action: QAction, place: str) -> Entry:
        is_setting = spec.id in SETTINGS
        keys = action.shortcut()
        return Entry(
            spec.id,
            Group.SETTINGS if is_setting else Group.COMMANDS,
            spec.plain,
            action.trigger,
            place,
            key_words(keys) if keys != QKeySequence() else "",
            spec.icon or ("gear" if is_setting else ""),
            "" if action.isEnabled() else self._why_off(spec),
        )

    def _why_off(self, spec: Spec) -> str:
        if spec.needs_draft and self._window.documents.session is None:
            return tr("要先打开文稿")
        return tr("这时没有可做的")

    def _clauses(self) -> Iterator[Entry]:
        session, looked = self._window.documents.session, self._window.checking.looked
        severities = looked.severities if looked else {}
        for unit in session.draft.walk() if session else ():
            if unit.form is not Form.PARAGRAPH:
                run = partial(self._go_to, unit.wid)
                yield clause_entry(unit, run, mark=unit.num, severity=severities.get(unit.wid))

    def _go_to(self, wid: str) -> None:
        self._window.frame.show_view(View.EDIT)
        self._window.outline.opened.emit(wid)

    def _measure(self, held: Held) -> Entry:
        place = short_name(held.region) if held.region else ""
        note = "　".join(filter(None, [place, held.doc_number, tr("{count} 条", count=held.clauses)]))
        query = " ".join(_condition(name, value) for name, value in _known(held) if value)
        return Entry("", Group.LIBRARY, held.title, partial(self._search, query), note, icon="books")


def _known(held: Held) -> tuple[tuple[str, str | None], ...]:
    """Return the conditions that tell a measure from others: its number, or where there is none region and kind."""
    if held.doc_number:
        return (("文号", held.doc_number),)
    return (("地区", held.region), ("类型", held.doc_type))


def _condition(name: str, value: str | None) -> str:
    return f"{name}:{value}"


def _with_search(found: Found, entry: Entry) -> Found:
    """Put the search behind what is found in the library, or at the end."""
    row = Match(entry, Rank.TEXT, note=entry.note)
    if any(group is Group.LIBRARY for group, _ in found):
        return [(group, [*rows, row] if group is Group.LIBRARY else rows) for group, rows in found]
    return [*found, (Group.LIBRARY, [row])]
