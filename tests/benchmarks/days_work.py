"""The longest the window does not answer in a day's work, and how long a cold start takes.

    xvfb-run -a python tests/benchmarks/days_work.py [--starts 5]

A timer ticks every 2 ms in the window's thread; a gap between two ticks is a stretch in which the window did
not answer. For the longest it prints the step, the milliseconds, those of them that the thread worked itself
(the rest it waited for the machine or for another thread), and what it was seen doing. Python's collector is
off, as it is in the program while it answers keys.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
import tempfile
from pathlib import Path

from heart import Gap, Heart

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parent)]

WORST = 12


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--starts", type=int, default=5)
    wanted = parser.parse_args()
    gaps = sorted(_work(), key=lambda gap: -gap.length)
    over = sum(gap.length > 50 for gap in gaps)
    longest = max((gap.worked for gap in gaps), default=0.0)
    print(f"longest block {gaps[0].length if gaps else 0:.0f} ms, of own work {longest:.0f} ms; {over} over 50 ms")
    for gap in gaps[:WORST]:
        print(f"{gap.length:6.0f} ms  worked {gap.worked:5.0f}  {gap.step}  {gap.seen}")
    if wanted.starts:
        _start(wanted.starts)
    return 0


def _work() -> list[Gap]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CHENGWEN_HOME"] = folder
        return _measured(Path(folder))


def _measured(folder: Path) -> list[Gap]:
    from chengwen_desktop import dialogs
    from chengwen_desktop.app import make_application, open_window
    from days_work import DaysWork
    from hands import Hands

    application = make_application()
    kept = folder / "文稿.akn"
    dialogs.ask_save, dialogs.ask_open = lambda *_: kept, lambda *_: kept
    window = open_window(None, sample=False)
    window.resize(1440, 900)
    while window.finder is None:
        application.processEvents()
    hands = Hands()
    hands.come_to(window)
    hands.rest(2)
    gc.collect()
    gc.disable()
    heart = Heart()

    def begun(step: str) -> None:
        heart.step = step

    hands.begun = begun
    hands.rest(0.1)
    heart.gaps.clear()
    DaysWork(window, hands, folder).do()
    heart.stop()
    window.documents.session = None
    window.close()
    window.tasks.stop()
    return heart.gaps


def _start(runs: int) -> None:
    import start

    sys.argv = ["start.py", str(runs)]
    start.main()


if __name__ == "__main__":
    sys.exit(main())
