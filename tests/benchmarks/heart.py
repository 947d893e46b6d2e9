"""When the window does not answer: a timer that ticks in its thread, and what keeps it from ticking."""

from __future__ import annotations

import faulthandler
import re
import tempfile
import threading
import time
from dataclasses import dataclass

TICK = 2
"""Milliseconds between ticks."""

LOOK = 0.03
"""Seconds without a tick after which it is looked what the thread does."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch without a tick, in ms, and how much of it the thread worked itself."""

    step: str
    length: float
    worked: float
    seen: str


class Heart:
    """Ticks in the window's thread; another thread looks what keeps it from ticking."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.gaps: list[Gap] = []
        self.step = ""
        self._seen = ""
        self._last, self._last_work = time.perf_counter(), time.thread_time()
        self._main = threading.get_ident()
        self._runs = True
        self._timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=TICK)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        threading.Thread(target=self._look, daemon=True).start()

    def stop(self) -> None:
        """Stop ticking."""
        self._runs = False
        self._timer.stop()

    def _tick(self) -> None:
        now, work = time.perf_counter(), time.thread_time()
        length = (now - self._last) * 1000 - TICK
        if length > 16:
            self.gaps.append(Gap(self.step, length, (work - self._last_work) * 1000, self._seen))
        self._seen, self._last, self._last_work = "", now, work

    def _look(self) -> None:
        while self._runs:
            time.sleep(0.01)
            if time.perf_counter() - self._last > LOOK and not self._seen:
                self._seen = " < ".join(_stack_of(self._main)[:3])


def _stack_of(thread: int) -> list[str]:
    """Return where a thread is in our own code; Python frames are not held, for they keep painters alive."""
    with tempfile.TemporaryFile("w+") as file:
        faulthandler.dump_traceback(file)
        file.seek(0)
        parts = file.read().split("\n\n")
    part = next((one for one in parts if f"{thread:x} " in one.split("\n")[0]), "")
    found = re.findall(r'chengwen_\w+/(\S+)", line (\d+) in (\w+)', part)
    return [f"{path}:{line} {name}" for path, line, name in found]
