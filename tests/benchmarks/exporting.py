"""Measure how long layout and export take, beside plain python-docx writing the same paragraphs unformatted.

`python tests/benchmarks/exporting.py [RUNS]` prints a table of the first call in a process and
the median of the others. The document is a notice with a measure of 200 clauses on 60 faces.
"""

from __future__ import annotations

import io
import statistics
import sys
from collections.abc import Callable
from pathlib import Path

import docx
from tables import milliseconds, table

sys.path.insert(0, str(Path(__file__).parent.parent))

from chengwen_templates.export.docx import build_docx
from chengwen_templates.layout.layout import lay_out
from chengwen_templates.profile import load_profile
from laid import larger

CLAUSES = 200
LONGER_EVERY = 10
RUNS = 5
LAYOUT_GOAL_MS, EXPORT_GOAL_MS = 150, 2000
PROFILE = load_profile("gbt9704")


def main() -> int:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    measure = larger(CLAUSES, longer_every=LONGER_EVERY)
    laid = times(lambda: lay_out(measure, PROFILE), runs)
    built = times(lambda: build_docx(measure, PROFILE), runs)
    layout = lay_out(measure, PROFILE)
    words = list(layout.composition.words)
    plain = times(lambda: write_plainly(words), runs)
    rows = [
        row("layout", laid, LAYOUT_GOAL_MS),
        row("export, read back and found sound", built, EXPORT_GOAL_MS),
        row("plain python-docx, no formatting", plain, None),
    ]
    ratio = statistics.median(built[1:]) / statistics.median(plain[1:])
    print(
        table(
            f"A notice of {CLAUSES} clauses: {len(layout.faces)} faces, {len(words)} paragraphs",
            ("what", "first, ms", f"median of {runs}, ms", "goal, ms"),
            rows,
            f"Export takes {ratio:.1f} times as long as plain python-docx. "
            "The first layout in a process loads the dictionary that titles are broken by.",
        )
    )
    return 0


def times(run: Callable[[], object], runs: int) -> list[float]:
    """Return how long the first call took, and each of `runs` more (ms)."""
    return [milliseconds(run) for _ in range(1 + runs)]


def row(what: str, measured: list[float], goal: int | None) -> tuple[str, str, str, str]:
    first, *others = measured
    return what, f"{first:.0f}", f"{statistics.median(others):.0f}", str(goal or "")


def write_plainly(words: list[str]) -> bytes:
    """Return a document with the same paragraphs, made with python-docx alone."""
    document = docx.Document()
    for paragraph in words:
        document.add_paragraph(paragraph)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


if __name__ == "__main__":
    sys.exit(main())
