"""Measure how long the window takes from the start of the process until it can be used.

Usable: shown and painted, the index ready, the draft displayed. `python tests/benchmarks/start.py [RUNS]`
prints the median and all runs, on a warm disk, each in a fresh process.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time

PROGRAM = """
import gc, time
gc.disable()  # as app.run does
from chengwen_desktop.app import make_application, open_window
application = make_application()
window = open_window(None, sample=True)
waiting = {"library", "draft"}
def done(name):
    waiting.discard(name)
    if not waiting:
        application.processEvents()
        window.draft.editor.viewport().repaint()
        print(time.time())
        window.close()
        application.quit()
window.library_ready.connect(lambda: done("library"))
window.draft_shown.connect(lambda: done("draft"))
application.exec()
window.tasks.stop()
"""


def main() -> int:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as folder:
        once(folder)  # fills the library, builds the index, warms the disk
        times = [once(folder) for _ in range(runs)]
    print(f"start to usable window: median {statistics.median(times):.2f} s of {runs}")
    print("  ".join(f"{each:.2f}" for each in times))
    return 0


def once(home: str) -> float:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "CHENGWEN_HOME": home}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = f"{home}/bytecode"  # a person's second start has it; the tree stays clean
    start = time.time()
    answer = subprocess.run(
        [sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True, check=True
    )
    return float(answer.stdout.strip()) - start


if __name__ == "__main__":
    sys.exit(main())
