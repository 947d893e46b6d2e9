"""Measure how long the window takes from the start of the process until it can be used.

Usable: shown and painted, the index ready, the draft displayed. `python tests/benchmarks/start.py [RUNS] [--program FILE]`
prints the median and all runs, on a warm disk, each in a fresh process. With `--program FILE` it is the built
program that starts.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

IN_THE_TREE = (sys.executable, "-m", "chengwen_desktop.frozen")
"""The command that starts the program as it is here, not built."""


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("runs", nargs="?", type=int, default=5)
    parser.add_argument("--program", type=Path)
    wanted = parser.parse_args()
    command = [str(wanted.program)] if wanted.program else IN_THE_TREE
    with tempfile.TemporaryDirectory() as folder:
        once(command, folder)  # fills the library, builds the index, warms the disk
        times = [once(command, folder) for _ in range(wanted.runs)]
    print(f"start to usable window: median {statistics.median(times):.2f} s of {wanted.runs}")
    print("  ".join(f"{each:.2f}" for each in times))
    return 0


def once(command: Sequence[str], home: str) -> float:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "CHENGWEN_HOME": home}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = f"{home}/bytecode"  # a person's second start has it; the tree stays clean
    start = time.time()
    answer = subprocess.run([*command, "--try-window"], env=environment, capture_output=True, text=True, check=True)
    return float(answer.stdout.strip()) - start


if __name__ == "__main__":
    sys.exit(main())
