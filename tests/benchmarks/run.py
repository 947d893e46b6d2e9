"""Every benchmark, one after another: `make bench`. Writes a dated file beside this one, and the plots in docs/.

    python tests/benchmarks/run.py [--clauses N] [--only NAME …]

The machine must have nothing else to do. What a benchmark prints goes into the file as it is; what the file of that
day has of other benchmarks stays in it, each under the commit that it measured.
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
    failed = 0
    for name in wanted.only:
        size = ["--clauses", str(wanted.clauses)] if wanted.clauses and name == "searching" else []
        done = subprocess.run([sys.executable, str(HERE / f"{name}.py"), *size], stdout=subprocess.PIPE, text=True)
        failed += done.returncode != 0
        print(done.stdout, flush=True)
        write(BENCHMARKS[name], f"Commit {commit()}.\n\n{as_text(done.stdout)}")
        if len(grown := list(growth(done.stdout))) > 1:
            PLOTS.write_text(growth_plots(grown), encoding="utf-8")
    return failed


def write(title: str, words: str) -> None:
    """Put a section into the file of today, in the place of the one with the same title, in the order of the table."""
    day = datetime.now(UTC).strftime("%Y-%m-%d")
    results = HERE / "results" / f"{day}.md"
    before = re.split(r"^## ", results.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:] if results.exists() else []
    sections = dict(one.split("\n\n", 1) for one in before) | {title: words}
    ordered = [f"## {title}\n\n{sections[title].rstrip()}\n" for title in BENCHMARKS.values() if title in sections]
    results.parent.mkdir(exist_ok=True)
    results.write_text("\n".join([f"# Measured on {day}\n\n{machine()}\n", *ordered]), encoding="utf-8")


def as_text(printed: str) -> str:
    """Return what a benchmark printed: its tables as they are, anything else as a block of text."""
    return printed if "\n|" in printed else f"```\n{printed.rstrip()}\n```\n"


def machine() -> str:
    """Describe the machine and what is measured against."""
    about = Path("/proc/cpuinfo").read_text() if Path("/proc/cpuinfo").exists() else ""
    model = re.search(r"model name\s*: (.+)", about)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    lines = (
        f"{model[1] if model else platform.machine()}, {os.cpu_count()} cores, {memory:.0f} GiB, {platform.platform()}",
        f"Python {platform.python_version()}, " + ", ".join(f"{name} {version(name)}" for name in TIMED_PACKAGES),
    )
    return "\n".join(f"- {line}" for line in lines)


def commit() -> str:
    """Return what is measured."""
    told = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True).stdout
    return told.strip() or "unknown"


def growth(words: str) -> Iterator[Growth]:
    """Yield the rows of the table of growth, if it was made."""
    table = words.partition("### Growth\n")[2].partition("\n### ")[0]
    for row in re.findall(r"^\| *([\d,]+) *\|(.+)\|$", table, re.MULTILINE):
        cells = [float(cell.replace(",", "")) for cell in row[1].split("|")]
        yield Growth(int(row[0].replace(",", "")), cells[1], cells[2], cells[3], cells[5], cells[6])


if __name__ == "__main__":
    sys.exit(main())
