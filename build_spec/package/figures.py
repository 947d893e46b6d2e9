"""The figures of a package: how large, on what it runs, how soon its window can be used."""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from build_spec.package import libraries
from build_spec.package.days_work import Machine
from build_spec.package.folder import FOLDER
from build_spec.package.places import NAME

MEGABYTE = 1_000_000
LARGEST_FOLDER = 220
LARGEST_DOWNLOAD = 85
LONGEST_START = 1.5
STARTS = 5


def show(download: Path) -> bool:
    """Print the figures and return whether all of them are within their limits."""
    files = sorted(((path.stat().st_size, path) for path in FOLDER.rglob("*") if path.is_file()), reverse=True)
    print("The ten largest files of the folder:")
    for size, path in files[:10]:
        print(f"  {size / MEGABYTE:6.1f} MB  {path.relative_to(FOLDER)}")
    print(f"It runs on glibc {libraries.glibc(libraries.needs_of(FOLDER))} or newer.")
    starts = sorted(_starts())
    rows = (
        (f"folder, {len(files)} files, MB", sum(size for size, _ in files) / MEGABYTE, LARGEST_FOLDER),
        (f"{download.name}, MB", download.stat().st_size / MEGABYTE, LARGEST_DOWNLOAD),
        (f"start to usable window, warm, median of {STARTS}, s", statistics.median(starts), LONGEST_START),
    )
    for name, value, limit in rows:
        print(f"{'ok  ' if value <= limit else 'OVER'} {name}: {value:.2f} (at most {limit})")
    print(f"all starts: {'  '.join(f'{each:.2f}' for each in starts)}", file=sys.stdout, flush=True)
    return all(value <= limit for _, value, limit in rows)


def _starts() -> Iterator[float]:
    with tempfile.TemporaryDirectory() as home:
        machine = Machine((), str(FOLDER / NAME), home, home, is_told=True)
        machine.run("--try-window")  # fills the library, builds the index, warms the disk
        for _ in range(STARTS):
            start = time.time()
            yield float(machine.run("--try-window").stdout) - start
