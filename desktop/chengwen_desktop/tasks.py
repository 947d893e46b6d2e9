"""Work off the GUI thread: a pure function goes in, its result comes back on the GUI thread.

Work of one kind follows on itself: when a newer job of the kind has been given,
the older one is not started, and its answer is dropped if it was.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, QTimer, Signal

Result = TypeVar("Result")

REST = 4_000
"""Milliseconds after the last answer from which on the program rests."""


@dataclass(frozen=True, slots=True)
class _Job:
    kind: str
    number: int
    work: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]


class _Runner(QRunnable):
    def __init__(self, job: _Job, tasks: Tasks) -> None:
        super().__init__()
        self._job = job
        self._tasks = tasks

    def run(self) -> None:
        """Do the work; whatever happens comes back as a signal."""
        if not self._tasks.is_current(self._job.kind, self._job.number):
            return
        try:
            result = self._job.work()
        except Exception as error:
            self._tasks.came_back.emit((self._job, None, error))
        else:
            self._tasks.came_back.emit((self._job, result, None))


class Tasks(QObject):
    """The one place that starts threads. Call `stop` before the application ends.

    `rested` says that no answer has come for some seconds.
    """

    came_back = Signal(object)
    rested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._latest: Counter[str] = Counter()
        self._stopped = False
        self.came_back.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self.rested)

    def run(
        self,
        kind: str,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Do `work` in a thread, then call `done` or `failed` on the GUI thread, unless newer work of its kind came."""
        if self._stopped:
            return
        self._latest[kind] += 1
        self._pool.start(_Runner(_Job(kind, self._latest[kind], work, done, failed), self))

    def forget(self, kind: str) -> None:
        """Drop the answers of all work of this kind given so far."""
        self._latest[kind] += 1

    def is_current(self, kind: str, number: int) -> bool:
        """Tell whether no newer work of the kind was given."""
        return not self._stopped and self._latest[kind] == number

    def stop(self) -> None:
        """Drop what has not been started and wait for the rest; nothing is delivered any more."""
        self._stopped = True
        self._rest.stop()
        self._pool.clear()
        self._pool.waitForDone()

    def _deliver(self, outcome: tuple[_Job, Any, Exception | None]) -> None:
        self._rest.start()
        job, result, error = outcome
        if not self.is_current(job.kind, job.number):
            return
        if error is not None:
            job.failed(error)
        else:
            job.done(result)
