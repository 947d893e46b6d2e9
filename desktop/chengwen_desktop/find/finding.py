"""Finding and replacing at work: what is looked for shows on the page while one types and while the draft changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from chengwen_desktop.draft.lines import BREAK, Key, Line
from chengwen_desktop.draft.pane import DraftPane
from chengwen_desktop.draft.rewriting import Splice
from chengwen_desktop.draft.session import Session
from chengwen_desktop.find.bar import FindBar
from chengwen_desktop.find.matching import spans
from chengwen_desktop.translation import tr
from chengwen_library.model import Measure, Span, Unit
from chengwen_templates.structure import find_by_wid, is_part
from chengwen_templates.tree import place_of


@dataclass(frozen=True, slots=True)
class Hit:
    """Characters of a paragraph that were looked for; `number` is the paragraph's place in the text."""

    number: int
    key: Key
    span: Span


class Finding(QObject):
    """The bar and the page together. `said` carries a sentence for the status bar."""

    said = Signal(str)

    def __init__(self, pane: DraftPane) -> None:
        super().__init__(pane)
        self._pane, self._editor = pane, pane.editor
        self._session: Session | None = None
        self._hits: list[Hit] = []
        self._current: int | None = None
        self._from = (0, 0)
        self.bar = FindBar()
        pane.put_above(self.bar)
        self.bar.asked.connect(self._ask)
        self.bar.stepped.connect(self.step)
        self.bar.replace_asked.connect(self._replace)
        self.bar.replace_all_asked.connect(self._replace_all)
        self.bar.closed.connect(self.close)

    def use(self, session: Session | None) -> None:
        """Search another draft from now on; without one the bar closes."""
        self._session = session
        if session is None:
            self._leave()
        else:
            session.changed.connect(self._on_changed)
            self._on_changed()

    def deeds(self) -> dict[str, Callable[[], object]]:
        """Return what the commands of finding do."""
        return {
            "find": lambda: self.open(replacing=False),
            "replace": lambda: self.open(replacing=True),
            "find_next": lambda: self.step(1),
            "find_previous": lambda: self.step(-1),
            "paste_words": self._editor.paste_words,
        }

    def open(self, *, replacing: bool) -> None:
        """Show the bar; words selected in one line are looked for."""
        if self._editor.is_composing() or self._session is None:
            return
        chosen = self._editor.textCursor().selectedText()
        is_line = self._editor.hasFocus() and not self._editor.stretch().is_wide and BREAK not in chosen
        self._from = self._caret()
        self.bar.open(chosen if is_line else "", replacing=replacing)
        self._ask()

    def close(self) -> None:
        """Hide the bar; the place found stays selected and the page has the focus again."""
        hit = self._hit()
        self._leave()
        if hit is not None:
            self._select(hit)
        self._editor.setFocus()

    def step(self, by: int) -> None:
        """Go to the next place, or the one before; behind the last comes the first."""
        if self.bar.isHidden():
            self.bar.open("", replacing=False) if not self.bar.words.text() else self.bar.show()
            self._from = self._caret()
            self._look()
        if not self._hits:
            return
        at = self._caret()
        if by > 0:
            found = next((n for n, hit in enumerate(self._hits) if _start(hit) >= at and n != self._current), 0)
        else:
            before = [n for n, hit in enumerate(self._hits) if _end(hit) <= at and n != self._current]
            found = before[-1] if before else len(self._hits) - 1
        self._go_to(found)

    def _ask(self) -> None:
        """Look for what the bar says, from where the caret stood when it was opened."""
        self._look()
        found = next((n for n, hit in enumerate(self._hits) if _start(hit) >= self._from), 0 if self._hits else None)
        if found is not None:
            self._go_to(found)
        else:
            self._show()

    def _on_changed(self) -> None:
        if self.bar.isHidden():
            return
        kept = self._hit()
        self._look()
        same = (n for n, hit in enumerate(self._hits) if kept and (hit.key, hit.span) == (kept.key, kept.span))
        self._current = next(same, None)
        self._show()

    def _look(self) -> None:
        question = self.bar.question()
        clause = self._clause() if self.bar.is_in_clause() else None
        self._hits = [
            Hit(number, line.key, span)
            for number, line in enumerate(self._editor.lines)
            if clause is None or self._is_in(line, clause)
            for span in spans(line.text, question)
        ]
        self._current = None

    def _clause(self) -> frozenset[str]:
        """Return the units of the clause with the caret; the parts of the text are told by their names."""
        part, wid = self._editor.current_key
        draft = self._pane.measure
        unit = _clause_of(draft, wid)
        return frozenset(below.wid for below in unit.walk()) if unit else frozenset({part.value})

    def _is_in(self, line: Line, clause: frozenset[str]) -> bool:
        return (line.unit.wid if line.unit else line.part.value) in clause

    def _go_to(self, number: int) -> None:
        self._current = number
        self._select(self._hits[number])
        self._show()

    def _select(self, hit: Hit) -> None:
        self._editor.select_words(hit.key, hit.span)

    def _show(self) -> None:
        by_key: dict[Key, list[Span]] = {}
        for hit in self._hits:
            by_key.setdefault(hit.key, []).append(hit.span)
        hit = self._hit()
        self._editor.show_hits(by_key, (hit.key, hit.span) if hit else None)
        self.bar.show_count(self._current, len(self._hits))

    def _hit(self) -> Hit | None:
        return self._hits[self._current] if self._current is not None and self._current < len(self._hits) else None

    def _replace(self) -> None:
        """Replace the place that is shown and go on to the next."""
        hit, words = self._hit(), self.bar.others.text()
        if hit is None:
            self.step(1)
            return
        start, end = hit.span
        self._pane.replace_words({hit.key: (Splice(start, end, words),)}, tr("替换"))
        self._from = (hit.number, start + len(words))
        self._ask()

    def _replace_all(self) -> None:
        """Replace every place found, as one step."""
        edits: dict[Key, list[Splice]] = {}
        for hit in self._hits:
            edits.setdefault(hit.key, []).append(Splice(*hit.span, self.bar.others.text()))
        count = len(self._hits)
        if count and self._pane.replace_words(edits, tr("全部替换")):
            self.said.emit(tr("已替换 {count} 处，Ctrl+Z 撤销", count=count))

    def _leave(self) -> None:
        self.bar.hide()
        self._hits, self._current = [], None
        self._editor.show_hits({})

    def _caret(self) -> tuple[int, int]:
        """Return where what is selected begins: a paragraph's place in the text, and a character of it."""
        cursor = self._editor.textCursor()
        block = self._editor.document().findBlock(cursor.selectionStart())
        return block.blockNumber(), cursor.selectionStart() - block.position()


def _clause_of(draft: Measure, wid: str) -> Unit | None:
    """Return the clause that a unit stands in, or the part itself; None for no unit."""
    unit = find_by_wid(draft, wid or None)
    while unit is not None:
        place = place_of(draft, unit.wid)
        above = find_by_wid(draft, place[0]) if place else None
        if above is None or is_part(above):
            return unit
        unit = above
    return None


def _start(hit: Hit) -> tuple[int, int]:
    return hit.number, hit.span[0]


def _end(hit: Hit) -> tuple[int, int]:
    return hit.number, hit.span[1]
