"""The window over a library of 100,000 clauses: how soon it can be used, and how soon a search shows what is found.

    xvfb-run -a python tests/benchmarks/large_library.py [--library FOLDER] [--starts 5] [--queries 40]

FOLDER keeps the library, which takes minutes to make. Starts are fresh processes on a warm
disk. Queries are typed key by key, 60 to 120 ms between two keys, from the moment the window can be used on, while it
still reads what the checks want to know of the library. An answer counts from the last key until it is painted, the
150 ms included that the search waits for another key. A block is a stretch in which the window did not answer.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import start
from heart import Heart
from tables import table

sys.path.insert(0, str(Path(__file__).parents[1]))

from large_home import large_home
from recombined import SEED, queries

if TYPE_CHECKING:
    from chengwen_desktop.main_window import MainWindow
    from chengwen_desktop.search.question import Question
    from hands import Hands

START_GOAL, ANSWER_GOAL, BLOCK_GOAL = 1500, 250, 50
"""Milliseconds."""

BETWEEN_KEYS = (0.06, 0.12)
"""Seconds."""


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--library", type=Path)
    parser.add_argument("--starts", type=int, default=5)
    parser.add_argument("--queries", type=int, default=40)
    parser.add_argument("--typed", action="store_true", help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if wanted.typed:
        print(json.dumps(typed([query.strip() for query in queries(wanted.queries)])))
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        home = large_home(wanted.library or Path(scratch))
        draft = str(start.draft_in(Path(home)))
        with_draft, with_sample = (started(home, files, wanted.starts) for files in ([draft], []))
        answers, blocks, worked = in_a_fresh_process(home, wanted.queries)
    print(report(with_draft, with_sample, answers, blocks, worked))
    return 0


def started(home: Path, files: list[str], times: int) -> list[float]:
    """Return how many milliseconds starts take, on a warm disk."""
    start.once(start.IN_THE_TREE, str(home), *files)
    return [start.once(start.IN_THE_TREE, str(home), *files) * 1000 for _ in range(times)]


def report(
    with_draft: list[float], with_sample: list[float], answers: list[float], blocks: list[float], worked: list[float]
) -> str:
    """Return the table."""
    rows = [
        row(f"start to usable with a draft, {len(with_draft)} times", with_draft, START_GOAL),
        row(f"start to usable with the sample, {len(with_sample)} times", with_sample, START_GOAL),
        row(f"last key to answer painted, {len(answers)} queries", answers, ANSWER_GOAL),
        row("blocks of the window's thread meanwhile", blocks, BLOCK_GOAL),
        row("of which the thread worked itself", worked, BLOCK_GOAL),
    ]
    head = ("what", "median, ms", "p99, ms", "longest, ms", "goal, ms")
    note = "Blocks are those over 16 ms; the rest of one the thread waited for another thread, or for the machine."
    return table("The window over 100,000 clauses", head, rows, note)


def row(what: str, times: list[float], goal: int) -> tuple[str, ...]:
    """Return a row of the table."""
    ordered = sorted(times) or [0.0]
    figures = (statistics.median(ordered), ordered[int(len(ordered) * 0.99)], ordered[-1])
    return what, *(f"{figure:.0f}" for figure in figures), str(goal)


def in_a_fresh_process(home: Path, count: int) -> tuple[list[float], list[float], list[float]]:
    """Return what `typed` measures."""
    command = [sys.executable, __file__, "--typed", "--queries", str(count)]
    environment = {**os.environ, "CHENGWEN_HOME": str(home)}
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout)


def typed(asked: list[str]) -> tuple[list[float], list[float], list[float]]:
    """Return in ms how long each answer took, how long each block was, and how much of it was work."""
    from chengwen_desktop.app import make_application, open_window
    from chengwen_desktop.garbage import Garbage
    from hands import Hands

    gc.disable()  # as app.run does
    garbage = Garbage(make_application())
    window, hands, chance = open_window(None, sample=True), Hands(), Random(SEED)
    hands.until(lambda: window.finder is not None and window.documents.session is not None)
    garbage.begin()
    hands.come_to(window)
    window.to_search()
    heart = Heart()
    times = [answered(window, hands, query, chance) for query in asked]
    heart.stop()
    window.documents.session = None
    window.close()
    return times, [gap.length for gap in heart.gaps], [gap.worked for gap in heart.gaps]


def answered(window: MainWindow, hands: Hands, query: str, chance: Random) -> float:
    """Type a query in place of the one before; return how long the answer to all of it took."""
    search, painted = window.search, list[float]()

    def look(question: Question) -> None:
        if question.query == query:
            search.repaint()
            painted.append(time.perf_counter())

    search.asked.connect(look)
    search.box.selectAll()
    for letter in query[:-1]:
        hands.write(letter)
        hands.rest(chance.uniform(*BETWEEN_KEYS))
    begun = time.perf_counter()
    hands.write(query[-1])
    hands.until(lambda: painted)
    search.asked.disconnect(look)
    return (painted[0] - begun) * 1000


if __name__ == "__main__":
    sys.exit(main())
