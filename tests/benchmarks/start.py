"""Measure how long the window takes from the start of the process until it can be used.

Usable: shown and painted, the index ready, the draft displayed. `python tests/benchmarks/start.py [RUNS] [--program FILE]`
prints the median and all runs, on a warm disk, each in a fresh process: with a draft that is opened, as on any day,
and with the sample, which is assembled first. With `--program FILE` it is the built program that starts.
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
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

IN_THE_TREE = (sys.executable, "-m", "chengwen_desktop.frozen")
"""The command that starts the program as it is here, not built."""


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("runs", nargs="?", type=int, default=5)
    parser.add_argument("--program", type=Path)
    wanted = parser.parse_args()
    command = [str(wanted.program)] if wanted.program else IN_THE_TREE
    with tempfile.TemporaryDirectory() as folder:
        draft = str(draft_in(Path(folder)))
        for told, files in (("a draft", [draft]), ("the sample", [])):
            once(command, folder, *files)  # fills the library, builds the index, warms the disk
            times = [once(command, folder, *files) for _ in range(wanted.runs)]
            print(f"start to usable window with {told}: median {statistics.median(times):.2f} s of {wanted.runs}")
            print("  ".join(f"{each:.2f}" for each in times))
    return 0


def draft_in(folder: Path) -> Path:
    """Return a file with the sample draft."""
    from chengwen_templates.draft import save_draft
    from chengwen_templates.sample import sample_draft
    from long_drafts import shipped

    path = folder / "文稿.akn"
    save_draft(sample_draft(shipped(), datetime.now(UTC).date()), path)
    return path


def once(command: Sequence[str], home: str, *files: str) -> float:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "CHENGWEN_HOME": home}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = f"{home}/bytecode"  # a person's second start has it; the tree stays clean
    start = time.time()
    answer = subprocess.run(
        [*command, "--try-window", *files], env=environment, capture_output=True, text=True, check=True
    )
    return float(answer.stdout.strip()) - start


if __name__ == "__main__":
    sys.exit(main())
