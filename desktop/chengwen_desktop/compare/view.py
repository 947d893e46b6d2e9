"""对照 at work: compares in a thread what is not compared yet, and shows the pairs as they come."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from threading import Event

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from chengwen_desktop.compare.comparer import Asked, Comparer
from chengwen_desktop.compare.covering import Coverer
from chengwen_desktop.compare.export import TableExport
from chengwen_desktop.compare.pane import ComparePane
from chengwen_desktop.compare.side import CoverageSide
from chengwen_desktop.documents import Documents
from chengwen_desktop.draft.session import Session
from chengwen_desktop.origins import Origins
from chengwen_desktop.search.finder import Finder, Replaced
from chengwen_desktop.status_line import StatusLine
from chengwen_desktop.tasks import Tasks
from chengwen_desktop.translation import tr
from chengwen_index.comparing.comparison import Compared
from chengwen_library.model import Clause, Measure
from chengwen_library.places import places

PAUSE = 200
"""Milliseconds of quiet after which a changed draft is compared anew."""

EVERY = 0.1
"""Seconds between two deliveries of what was compared."""

LONG = 0.6
"""Seconds from which on a comparison has a line of progress."""


class CompareView(QObject):
    """Pane and side of 对照; works only while it is shown.

    `opened` carries a clause to write in, `searched` a query.
    """

    opened = Signal(object)
    searched = Signal(str)
    _asked = Signal(object, object)
    _came = Signal(object, object)

    def __init__(
        self, tasks: Tasks, documents: Documents, table: TableExport, origins: Origins, status: StatusLine
    ) -> None:
        super().__init__(documents)
        self._tasks, self._documents, self._table, self._status = tasks, documents, table, status
        self.pane = ComparePane(origins)
        self.side = CoverageSide(origins)
        self._comparer: Comparer | None = None
        self._coverer: Coverer | None = None
        self._session: Session | None = None
        self._is_shown = False
        self._cancel = Event()
        self._begun = 0.0
        self._wanted = ""
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._compare)
        self._asked.connect(self._on_asked, Qt.ConnectionType.QueuedConnection)
        self._came.connect(self._on_came, Qt.ConnectionType.QueuedConnection)
        self.pane.export_asked.connect(self._export)
        self.pane.go_on_asked.connect(self._compare)
        self.pane.list.opened.connect(self.opened)
        self.pane.list.searched.connect(self._search_like)
        self.side.searched.connect(self._search_topic)

    def use(self, session: Session | None) -> None:
        """Follow another draft, or none."""
        self.stop()
        self._session = session
        self.pane.list.pairs.show_clauses((), ())
        self.side.show_covered(None)
        if session is not None:
            session.changed.connect(self._on_changed)
        self._compare()

    def use_finder(self, finder: Finder) -> None:
        """Compare with this library from now on."""
        self.stop()
        self._comparer = Comparer(finder)
        self._coverer = Coverer(self._comparer)
        self._table.use(self._comparer)
        self._compare()

    def show(self, is_shown: bool, wid: str | None = None) -> None:
        """Begin to work at the unit with the caret, or rest."""
        self._is_shown = is_shown
        if is_shown:
            self.go_to(wid)
            self._compare()
        else:
            self.stop()

    def go_to(self, wid: str | None) -> None:
        """Choose the row of a unit's clause, as soon as it is there."""
        draft = self._session.draft if self._session else None
        found = (place.eid for place in places(draft) if place.unit.wid == wid) if draft else iter(())
        self._wanted = next(found, "")
        if self._wanted:
            self.pane.list.go_to(self._wanted)

    def stop(self) -> None:
        """Stop between two clauses; what was compared stays."""
        self._cancel.set()
        self._timer.stop()
        self.pane.line.end()

    def _on_changed(self) -> None:
        if self._is_shown:
            self._timer.start()

    def _compare(self) -> None:
        session, comparer = self._session, self._comparer
        if not self._is_shown or session is None or comparer is None:
            return
        self._cancel.set()
        self._cancel = cancel = Event()
        self._begun = time.monotonic()
        self.pane.go_on.hide()
        draft, pairs = session.draft, self.pane.list.pairs
        chosen = pairs.row_of(self._wanted) if self._wanted else self.pane.list.currentIndex()
        first = pairs.number(chosen)

        def work() -> None:
            _work(comparer, draft, first, cancel, partial(self._asked.emit, cancel), partial(self._came.emit, cancel))

        self._tasks.run("compare", work, lambda _: self._on_done(cancel), self._on_failed)

    def _on_asked(self, cancel: Event, asked: Asked) -> None:
        if cancel is not self._cancel:
            return
        listed, pair = self.pane.list, self.pane.list.pair
        listed.pairs.show_clauses(asked.clauses, asked.known)
        if not listed.currentIndex().isValid():
            listed.go_to(self._wanted or (pair.clause.eid if pair else ""))
        self._wanted = ""
        self.pane.show_counts()

    def _on_came(self, cancel: Event, compared: list[tuple[int, Compared]]) -> None:
        if cancel is not self._cancel:
            return
        pairs = self.pane.list.pairs
        pairs.take(compared)
        self.pane.show_counts()
        if pairs.waiting and time.monotonic() - self._begun > LONG and not cancel.is_set():
            if self.pane.line.isHidden():
                self.pane.line.begin("", cancel.set)
            done, total = len(pairs.pairs) - pairs.waiting, len(pairs.pairs)
            told = tr("正在逐条对照先例，{done} 条，共 {total} 条。可以继续写。", done=f"{done:,}", total=f"{total:,}")
            self.pane.line.say(told)

    def _on_done(self, cancel: Event) -> None:
        if cancel is not self._cancel:
            return
        self.pane.line.end()
        pairs = self.pane.list.pairs
        self.pane.go_on.setVisible(bool(pairs.waiting))
        self.pane.show_counts()
        if pairs.waiting:
            self._status.say(tr("停下了，还有 {count} 条没有对照", count=pairs.waiting))
        else:
            self._cover()

    def _cover(self) -> None:
        session, coverer = self._session, self._coverer
        if session is None or coverer is None:
            return
        draft = session.draft
        compared = [pair.compared for pair in self.pane.list.pairs.pairs if pair.compared]
        work = partial(coverer.covered, draft, compared)
        self._tasks.run("coverage", work, self.side.show_covered, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self.pane.line.end()
        if not isinstance(error, Replaced):  # then the newer library is on its way
            self._documents.tell(error)

    def _export(self) -> None:
        if self._comparer is not None:
            self._table.ask(self._comparer.finder)

    def _search_topic(self, topic: str) -> None:
        self.searched.emit(f"主题:{topic}")

    def _search_like(self, clause: Clause) -> None:
        self.searched.emit(clause.heading or clause.text[:20])


def _work(
    comparer: Comparer,
    draft: Measure,
    first: int,
    cancel: Event,
    asked: Callable[[Asked], object],
    came: Callable[[list[tuple[int, Compared]]], object],
) -> None:
    """Compare a draft; tell its clauses first, then what was compared every now and then. Runs in a thread."""
    begun = comparer.asked(draft)
    asked(begun)
    batch: list[tuple[int, Compared]] = []
    last = time.monotonic()

    def told(number: int, compared: Compared) -> None:
        nonlocal batch, last
        batch.append((number, compared))
        if time.monotonic() - last > EVERY:
            came(batch)
            batch, last = [], time.monotonic()

    comparer.fill(begun, first, told, cancel.is_set)
    if batch:
        came(batch)
