"""How good the tests of the four core rooms are: mutants of numbering, references, differences and layout.

    python tests/long/mutants.py [MUTANTS_A_CORE] [SEED] [CORE …]

Draws so many mutants of each core at random, runs the core's own tests with each, quickest first, and prints as JSON
how many were noticed and which were not, which it tells as they come too. A mutant is noticed if a test fails or does
not end. The tree is not touched: each worker has a copy of the packages.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import Queue

from mutating import Mutant, mutants

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("clause_library", "index", "templates", "desktop")
EACH = 100
"""Mutants of a core."""

PATIENCE = 4.0
"""How many times as long as without a mutant the tests may take."""

BESIDE = 20.0
"""Seconds on top of that, for a machine that others use too."""


@dataclass(frozen=True, slots=True)
class Core:
    """What is mutated and the tests that must notice it, as patterns below the root."""

    sources: tuple[str, ...]
    tests: tuple[str, ...]


LAYOUT = [
    "shapes",
    "text",
    "title_words",
    "title_costs",
    "lines",
    "mark",
    "composition",
    "faces",
    "ending",
    "head",
    "layout",
    "choosing",
]
"""The quick tests of the layout, which ask no other program."""

CORES = {
    "numbering": Core(
        ("clause_library/chengwen_library/numbering.py", "templates/chengwen_templates/tree.py"),
        (
            "tests/library/test_numbering.py",
            "tests/templates/test_structure.py",
            "tests/templates/test_draft.py",
            "tests/templates/test_draft_scenarios.py",
            "tests/templates/references",
        ),
    ),
    "references": Core(
        ("templates/chengwen_templates/references/*.py",),
        (
            "tests/templates/references",
            "tests/templates/test_draft_scenarios.py",
            "tests/templates/checks/test_references.py",
        ),
    ),
    "differences": Core(
        tuple(f"index/chengwen_index/comparing/{name}.py" for name in ("diff", "tokens", "token_patterns", "blocks")),
        (
            "tests/index/test_blocks.py",
            "tests/index/test_tokens.py",
            "tests/index/test_diff.py",
            "tests/index/test_comparison.py",
            "tests/desktop/test_beside.py",
        ),
    ),
    "layout": Core(
        ("templates/chengwen_templates/layout/*.py",),
        (
            *(f"tests/templates/layout/test_{name}.py" for name in LAYOUT),
            "tests/templates/test_title.py",
            "tests/templates/test_export_page.py",
            "tests/templates/layout/test_rendered.py",
        ),
    ),
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A mutant of a file of a core."""

    core: str
    file: Path
    mutant: Mutant

    def told(self) -> str:
        return f"{self.file.relative_to(ROOT)}:{self.mutant.line} {self.mutant.change}"


def drawn(core: str, count: int, seed: int) -> list[Drawn]:
    """Draw mutants of a core at random, the same ones for the same seed."""
    files = sorted(file for pattern in CORES[core].sources for file in ROOT.glob(pattern))
    every = [Drawn(core, file, one) for file in files for one in mutants(file.read_text("utf-8"))]
    return random.Random(seed).sample(every, min(count, len(every)))


class Worker:
    """A copy of the packages in which one file at a time is a mutant."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        for room in ROOMS:
            shutil.copytree(ROOT / room, folder / room, ignore=shutil.ignore_patterns("__pycache__"))

    def notices(self, one: Drawn, longest: float) -> bool:
        """Tell whether the core's tests notice the mutant."""
        file = self._folder / one.file.relative_to(ROOT)
        sound = file.read_text("utf-8")
        file.write_text(one.mutant.source, "utf-8")
        try:
            return not self.passes(one.core, longest)
        finally:
            file.write_text(sound, "utf-8")

    def passes(self, core: str, longest: float | None = None) -> bool:
        """Tell whether the core's tests pass in this copy, in at most so many seconds."""
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(str(self._folder / room) for room in ROOMS)}
        environment |= {"PYTHONDONTWRITEBYTECODE": "1", "QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *CORES[core].tests]
        try:
            done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, timeout=longest, check=False)
        except subprocess.TimeoutExpired:
            return False
        return done.returncode == 0


def main(each: int, seed: int, cores: list[str]) -> None:
    """Draw, try and tell."""
    with tempfile.TemporaryDirectory() as scratch:
        count = cores_to_use()
        workers: Queue[Worker] = Queue()
        for number in range(count):
            workers.put(Worker(Path(scratch) / str(number)))

        def tried(one: Drawn, longest: float) -> bool:
            worker = workers.get()
            try:
                return worker.notices(one, longest)
            finally:
                workers.put(worker)

        told: dict[str, dict[str, object]] = {}
        with ThreadPoolExecutor(count) as pool:
            for core in cores:
                longest = usual(workers, core) * PATIENCE + BESIDE
                sample = drawn(core, each, seed)
                left: list[str] = []
                for one, was in zip(sample, pool.map(tried, sample, [longest] * len(sample)), strict=True):
                    if not was:
                        left.append(one.told())
                        say(f"unnoticed: {one.told()}")
                noticed = len(sample) - len(left)
                told[core] = {"mutants": len(sample), "noticed": noticed, "unnoticed": sorted(left)}
                say(f"{core}: {noticed} of {len(sample)} noticed")
    print(json.dumps(told, ensure_ascii=False, indent=1))


def cores_to_use() -> int:
    """Return how many cores this process may use, as `taskset` or a container has it where the system tells."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def say(progress: str) -> None:
    """Tell how far it is."""
    print(progress, file=sys.stderr, flush=True)


def usual(workers: Queue[Worker], core: str) -> float:
    """Return how many seconds the tests of a core take without a mutant; they must pass."""
    worker = workers.get()
    begun = time.monotonic()
    if not worker.passes(core):
        raise SystemExit(f"the tests of {core} fail without a mutant")
    workers.put(worker)
    return time.monotonic() - begun


if __name__ == "__main__":
    arguments = sys.argv[1:]
    main(
        int(arguments[0]) if arguments else EACH,
        int(arguments[1]) if arguments[1:] else 1,
        arguments[2:] or list(CORES),
    )
