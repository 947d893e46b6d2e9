"""Twenty seconds of every kind of work in a real window, for killing_window.py to kill; run as a program.

    python working.py FOLDER SEED

Opens FOLDER/文稿.akn and types, searches, inserts, moves, lifts, removes, undoes, fills fields,
saves, exports and prints to PDF, all by the commands and keys a person uses. A line is printed
as soon as a number has been typed, with the time: what must be found again after a kill.
"""

import random
import sys
import time
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from chengwen_desktop import app, dialogs
from chengwen_desktop.clause.consent import ConsentDialog
from chengwen_desktop.exporting import exporter
from chengwen_desktop.exporting.choices import Choices, Kind
from chengwen_desktop.exporting.dialog import Order
from chengwen_desktop.main_window import MainWindow
from chengwen_desktop.search.model import HIT
from chengwen_library.model import Measure
from chengwen_templates.structure import find_by_wid

LENGTH = 20.0
"""Seconds of work."""

STEP = 60
"""Milliseconds between two steps."""

COLLECTING = "b"
"""The clause that collects what is typed."""

WORDS = ("专利 质押", "知识产权保护", "高价值专利", "商业秘密", '"风险补偿"', "怎么支持中小企业？")
"""What is searched for."""

MOST = 25
"""Units besides the `fixed` ones from which on one is removed instead of another inserted."""


def wids(window) -> set[str]:
    """Return which units the open draft has."""
    return {unit.wid for unit in window.documents.session.draft.walk()}


class Worker:
    """Works on the open draft, then calls `ended`; every number that is typed is one higher than the one before.

    The `fixed` units stay: those of the start, unless others are named.
    """

    def __init__(
        self,
        window,
        folder: Path,
        seed: int,
        ended: Callable[[], object],
        collecting: str = COLLECTING,
        words: Sequence[str] = WORDS,
        fixed: Collection[str] = (),
    ) -> None:
        self._window, self._folder, self._ended = window, folder, ended
        self._chance, self._collecting, self._words = random.Random(seed), collecting, words
        self._fixed = set(fixed) or wids(window)
        self._number = 0
        self._end = time.monotonic() + LENGTH
        self._exports = 0

    def step(self) -> None:
        """Do one thing; say when the last one has been done."""
        if time.monotonic() > self._end:
            self._ended()
            return
        QTimer.singleShot(STEP, lambda: self.step())  # before the work: a fault in it is told and survived
        self._agree()
        kind = self._chance.random()
        if kind < 0.7:
            self._type()
        elif kind < 0.975:
            self._change()
        elif kind < 0.98:
            self._save()
        else:
            self._export()

    def _type(self) -> None:
        """Type the next number at the end of the clause that collects them; a person saw it from this moment on."""
        editor = self._window.draft.editor
        editor.go_to(self._collecting)
        cursor = editor.textCursor()
        cursor.movePosition(cursor.MoveOperation.EndOfBlock)
        editor.setTextCursor(cursor)
        self._number += 1
        for letter in f"N{self._number}":
            QTest.keyClick(editor, letter)
        QTest.keyClick(editor, " ")
        assert f"N{self._number} " in collected(self._window.documents.session.draft, self._collecting)
        tell("typed", self._number)

    def _change(self) -> None:
        window, editor = self._window, self._window.draft.editor
        units = [unit.wid for unit in window.documents.session.draft.walk()]
        others = [wid for wid in units if wid not in self._fixed]
        if len(others) > MOST:
            editor.go_to(others[0])
            window.actions_["remove"].trigger()
            return
        editor.go_to(self._chance.choice(others or units))
        names = ["add", "up", "down", "promote", "demote", "heading"] if others else ["add"]
        deeds = [window.actions_[name].trigger for name in names]
        self._chance.choice([*deeds, self._search, self._insert, self._insert, self._fill, self._undo])()

    def _search(self) -> None:
        self._window.search.ask(self._chance.choice(self._words))

    def _insert(self) -> None:
        rows, finder = self._window.search.model, self._window.finder
        hits = [hit for row in range(rows.rowCount()) if (hit := rows.index(row).data(HIT)) is not None]
        if not hits:
            self._search()
            return
        hit = self._chance.choice(hits)
        clause = finder.clause(hit.measure_id, hit.eid)
        if clause.unit is not None:
            self._window.inserting.insert(clause, adapt=self._chance.random() < 0.5)

    def _agree(self) -> None:
        """Agree to what an insertion in local words asks."""
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, ConsentDialog):
            dialog.accept()

    def _fill(self) -> None:
        self._window.draft.form.unfold(True)
        entry = next(one for one in self._window.draft.form._entries if one.field.name == "doc_number")
        entry.editor.setFocus()
        QTest.keyClicks(entry.editor, str(self._chance.randrange(10)))

    def _undo(self) -> None:
        self._window.actions_["undo"].trigger()
        self._window.actions_["redo"].trigger()

    def _save(self) -> None:
        self._window.actions_["save"].trigger()
        tell("saved", self._number)

    def _export(self) -> None:
        self._exports += 1
        kind = [Kind.WORD, Kind.PDF, Kind.TEXT][self._exports % 3]
        path = self._folder / f"文稿{kind.value}"
        exporter.ask_order = lambda *_, **__: Order(path, kind, Choices())
        self._window.actions_["export"].trigger()
        tell("exported", self._exports)


def collected(draft: Measure, clause: str = COLLECTING) -> str:
    """Return the words that were typed, as the draft has them."""
    unit = find_by_wid(draft, clause)
    return (unit.text or unit.intro or "") if unit else ""


def tell(what: str, number: int) -> None:
    print(f"{time.time():.3f} {what} {number}", flush=True)


def run(draft: Path, begin: Callable[[MainWindow], object]) -> int:
    """Open a draft as a person does; `begin` is called once, when draft and library are there."""
    dialogs.ask_keep = lambda *_: dialogs.Keep.DISCARD
    made = app.make_application
    held: list[QTimer] = []

    def watched() -> QApplication:
        application = made()
        timer = QTimer(application, interval=10)
        held.append(timer)
        timer.timeout.connect(look)
        timer.start()
        return application

    def look() -> None:
        window = next((each for each in QApplication.topLevelWidgets() if each.inherits("QMainWindow")), None)
        if window is None or window.documents.session is None or window.finder is None:
            return
        held[0].stop()
        begin(window)

    app.make_application = watched
    return app.run(draft, False)


def main(folder: Path, seed: int) -> int:
    """Work once, and end as a person ends it."""

    def begin(window: MainWindow) -> None:
        def end() -> None:
            window.documents.save()
            window.close()

        tell("ready", 0)
        Worker(window, folder, seed, end).step()

    return run(folder / "文稿.akn", begin)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2])))
