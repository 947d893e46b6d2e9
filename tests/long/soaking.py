"""Works for long in one window and looks at its memory; run as a program.

    python soaking.py FOLDER [REPEATS]

Opens a draft of 500 clauses over a library of 100,000, which FOLDER keeps, and does the work of
`working.py` thirty times, each time in another clause; what one time has inserted the next ones take
out again, so that the draft stays one of 500 clauses. After each it looks at 对照 and 版式预览, saves
and rests. Tells on stderr how much memory the process has then, in MB; prints all of it as JSON,
with the number of faults that were survived.
"""

import gc
import json
import os
import re
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from working import Worker, run, wids  # noqa: E402

from chengwen_desktop import home  # noqa: E402
from chengwen_desktop.frame import View  # noqa: E402
from chengwen_desktop.main_window import MainWindow  # noqa: E402
from chengwen_templates.draft import save_draft  # noqa: E402
from large_home import large_home  # noqa: E402
from long_drafts import long_draft, shipped  # noqa: E402
from recombined import queries  # noqa: E402

CLAUSES = 500
REPEATS = 30
QUERIES = 200

LOOK, REST = 4_000, 8_000
"""Milliseconds for which each of the other views is looked at, and the window rests."""


class Soak:
    """Repeats the work and notes the memory after each time."""

    def __init__(self, window: MainWindow, folder: Path, repeats: int) -> None:
        self._window, self._folder, self._repeats = window, folder, repeats
        self._fixed = wids(window)
        self._asked = [query.strip() for query in queries(QUERIES)]
        self.memory: list[int] = []

    def work(self) -> None:
        """Do the work once more."""
        turn = len(self.memory)
        Worker(self._window, self._folder, turn, self._compare, f"c{turn}", self._asked, self._fixed).step()

    def _compare(self) -> None:
        self._window.frame.show_view(View.COMPARE)
        QTimer.singleShot(LOOK, lambda: self._preview())

    def _preview(self) -> None:
        self._window.frame.show_view(View.PREVIEW)
        QTimer.singleShot(LOOK, lambda: self._rest())

    def _rest(self) -> None:
        self._window.frame.show_view(View.EDIT)
        self._window.documents.save()
        QTimer.singleShot(REST, lambda: self._note())

    def _note(self) -> None:
        gc.collect()
        self.memory.append(resident())
        print(f"{time.strftime('%H:%M:%S')} {len(self.memory)}: {self.memory[-1]} MB", file=sys.stderr, flush=True)
        if len(self.memory) < self._repeats:
            self.work()
        else:
            self._window.close()


def resident() -> int:
    """Return the memory of this process that is in use, in MB."""
    found = re.search(r"VmRSS:\s+(\d+) kB", Path("/proc/self/status").read_text())
    assert found is not None
    return int(found[1]) // 1024


def main(folder: Path, repeats: int) -> int:
    """Work, and print what was seen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["CHENGWEN_HOME"] = str(large_home(folder))
    draft, soaks = folder / "文稿.akn", list[Soak]()
    save_draft(long_draft(CLAUSES, shipped()), draft)

    def begin(window: MainWindow) -> None:
        soaks.append(Soak(window, folder, repeats))
        soaks[0].work()

    status = run(draft, begin)
    log = home.log_file()
    faults = log.read_text(encoding="utf-8").count("Traceback") if log.exists() else 0
    print(json.dumps({"memory": soaks[0].memory, "faults": faults}))
    return status


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int((*sys.argv[2:], str(REPEATS))[0])))
