"""Every benchmark, one after another: `make bench`. Writes a dated file beside this one, and the plots in docs/.

    python tests/benchmarks/run.py [--clauses N] [--only NAME …]

The machine must have nothing else to do. What a benchmark prints goes into the file as it is.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from plots import Growth, growth_plots

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PLOTS = ROOT / "docs" / "growth.svg"
BENCHMARKS = {
    "start": "From the start of the process to a usable window",
    "keys": "A key in a draft of 200 clauses",
    "days_work": "The longest the window does not answer in a day's work",
    "checking": "Checking",
    "exporting": "Layout and export",
    "importing": "Reading files into the library",
    "relevance": "How well search finds",
    "large_library": "The window over a large library",
    "searching": "Search",
}
"""Scripts beside this one, in the order they are run in, with their titles."""

TIMED_PACKAGES = ("PySide6-Essentials", "Whoosh", "numpy", "lxml", "python-docx", "rapidfuzz", "rjieba", "tantivy")


def main() -> int:
    """Run what is asked for; return how many benchmarks could not be run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clauses", type=int, help="clauses of the largest library (100,000)")
    parser.add_argument("--only", nargs="+", choices=BENCHMARKS, default=list(BENCHMARKS))
    wanted = parser.parse_args()
    day = datetime.now(UTC).strftime("%Y-%m-%d")
    told, failed = [f"# Measured on {day}\n\n{machine()}\n"], 0
    for name in wanted.only:
        size = ["--clauses", str(wanted.clauses)] if wanted.clauses and name == "searching" else []
        done = subprocess.run([sys.executable, str(HERE / f"{name}.py"), *size], stdout=subprocess.PIPE, text=True)
        failed += done.returncode != 0
        told.append(f"## {BENCHMARKS[name]}\n\n{as_text(done.stdout)}")
        print(told[-1], flush=True)
    words = "\n".join(told)
    results = HERE / "results" / f"{day}.md"
    results.parent.mkdir(exist_ok=True)
    results.write_text(words, encoding="utf-8")
    if len(grown := list(growth(words))) > 1:
        PLOTS.write_text(growth_plots(grown), encoding="utf-8")
    return failed


def as_text(printed: str) -> str:
    """Return what a benchmark printed: its tables as they are, anything else as a block of text."""
    return printed if "\n|" in printed else f"```\n{printed.rstrip()}\n```\n"


def machine() -> str:
    """Describe the machine and what was measured on it."""
    about = Path("/proc/cpuinfo").read_text() if Path("/proc/cpuinfo").exists() else ""
    model = re.search(r"model name\s*: (.+)", about)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True).stdout
    lines = (
        f"{model[1] if model else platform.machine()}, {os.cpu_count()} cores, {memory:.0f} GiB, {platform.platform()}",
        f"Python {platform.python_version()}, " + ", ".join(f"{name} {version(name)}" for name in TIMED_PACKAGES),
        f"commit {commit.strip() or 'unknown'}",
    )
    return "\n".join(f"- {line}" for line in lines)


def growth(words: str) -> Iterator[Growth]:
    """Yield the rows of the table of growth, if it was made."""
    table = words.partition("### Growth\n")[2].partition("\n### ")[0]
    for row in re.findall(r"^\| *([\d,]+) *\|(.+)\|$", table, re.MULTILINE):
        cells = [float(cell.replace(",", "")) for cell in row[1].split("|")]
        yield Growth(int(row[0].replace(",", "")), cells[1], cells[2], cells[3], cells[5], cells[6])


if __name__ == "__main__":
    sys.exit(main())
