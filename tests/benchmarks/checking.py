"""Measure how long a check with all rules takes: of a draft of 200 clauses, and after one clause was edited.

`python tests/benchmarks/checking.py [PROCESSES]` prints a table. The first check of a process (imports not
counted) and the second are medians of so many processes; each then edits 50 clauses, one after another, and
checks after every edit. The office is the example's, with its register of organs; the library is what ships.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from importlib.resources import as_file, files
from pathlib import Path

from tables import milliseconds, table

sys.path.insert(0, str(Path(__file__).parent.parent))

from chengwen_library.model import Measure, replace_unit
from chengwen_templates.checks import checking
from chengwen_templates.checks.subject import Subject
from chengwen_templates.draft import load_draft, save_draft
from chengwen_templates.office_files.reading import load_office
from long_drafts import TODAY, long_draft, shipped

CLAUSES, EDITS, PROCESSES = 200, 50, 5
WHOLE_GOAL_MS, EDITED_GOAL_MS = 300, 30


def main() -> int:
    if sys.argv[1:2] == ["--measure"]:
        print(json.dumps(measured(Path(sys.argv[2]))))
        return 0
    processes = int(sys.argv[1]) if len(sys.argv) > 1 else PROCESSES
    with tempfile.TemporaryDirectory() as folder:
        save_draft(long_draft(CLAUSES, shipped()), path := Path(folder) / "draft.akn")
        seen = [in_a_fresh_process(path) for _ in range(processes)]
    edited = [time for one in seen for time in one[2:]]
    rows = [
        row("first check of a process", [one[0] for one in seen], WHOLE_GOAL_MS),
        row("second check, nothing changed", [one[1] for one in seen], EDITED_GOAL_MS),
        row("check after one clause was edited", edited, EDITED_GOAL_MS),
    ]
    head = ("what", "median, ms", "worst, ms", "goal, ms")
    print(table(f"A draft of {CLAUSES} clauses, all rules", head, rows, f"{processes} processes, {EDITS} edits each."))
    return 0


def in_a_fresh_process(path: Path) -> list[float]:
    """Return what a process of its own measures of a draft."""
    command = [sys.executable, __file__, "--measure", str(path)]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def measured(path: Path) -> list[float]:
    """Return the times (ms) of a first check, a second one, and one after each edit."""
    draft, library = load_draft(path), shipped()
    with as_file(files("chengwen_templates.office_files") / "example") as folder:
        office = replace(load_office(folder), switched_off=frozenset())
    for family in checking.FAMILIES:
        import_module(f"chengwen_templates.checks.families.{family}")
    checks = [draft, replace(draft), *edits(draft)]
    return [milliseconds(checking.check, Subject(one, TODAY, office, library)) for one in checks]


def edits(draft: Measure) -> Iterator[Measure]:
    """Yield the draft after one edit more each time, every time of another clause."""
    clauses = [unit for unit in draft.walk() if unit.text]
    for number, unit in enumerate(clauses[:: len(clauses) // EDITS][:EDITS], 1):
        words = f"{unit.text[: len(unit.text) // 2]}（第{number}次修改）{unit.text[len(unit.text) // 2 :]}"
        draft = replace_unit(draft, unit.wid, replace(unit, text=words))
        yield draft


def row(what: str, times: list[float], goal: int) -> tuple[str, str, str, str]:
    return what, f"{statistics.median(times):.1f}", f"{max(times):.1f}", str(goal)


if __name__ == "__main__":
    sys.exit(main())
