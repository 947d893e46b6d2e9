"""Measures the search over generated clauses, beside stock Whoosh, SQLite FTS5 and tantivy.

python tests/benchmarks/searching.py [--clauses N] [--engines NAME ...] [--sections NAME ...] [--markdown FILE]

`--clauses 10000` is a quick run. Needs the package tantivy. Progress is told on stderr.
"""

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import alike
import growth
import race
import updates
from tables import tell

from chengwen_library.library import file_name
from chengwen_library.model import Measure
from recombined import CLAUSES, measures, queries

ENGINES = ("ours", "tantivy", "fts5", "whoosh")
SECTIONS = ("race", "growth", "updates", "similar")
QUERIES = 200
MOST_SIMILAR = 20_000
"""Clauses among which similar ones are looked for."""


def main(arguments: argparse.Namespace) -> None:
    tell(f"making {arguments.clauses:,} clauses")
    made = sorted(measures(arguments.clauses), key=lambda measure: file_name(measure.id))  # as a shelf has them
    title = f"### Search: {len(made) * CLAUSES:,} clauses, {platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}\n"
    tables = [title]
    print(title)
    with tempfile.TemporaryDirectory() as scratch:
        for each in sections(made, queries(QUERIES), Path(scratch), arguments):
            print(each, flush=True)
            tables.append(each)
    if arguments.markdown:
        arguments.markdown.write_text("\n".join(tables), encoding="utf-8")


def sections(made: list[Measure], asked: list[str], folder: Path, chosen: argparse.Namespace) -> Iterator[str]:
    """Yield the tables of the sections that were chosen."""
    if "race" in chosen.sections:
        yield from race.race(made, asked, folder, chosen.engines)
    if {"growth", "updates"} & set(chosen.sections):
        yield from growing(made, asked, folder, chosen.sections)
    if "similar" in chosen.sections:
        yield alike.alike(made[: MOST_SIMILAR // CLAUSES], folder)


def growing(made: list[Measure], asked: list[str], folder: Path, chosen: list[str]) -> Iterator[str]:
    """Yield the tables of a library that grows to a hundred times its size, and then changes."""
    parts = [100, 10, 1] if "growth" in chosen else [1]
    built = [growth.build(made[: max(1, len(made) // part)], folder / f"growth {part}") for part in parts]
    if "growth" in chosen:
        seen = [growth.look(each, asked, folder) for each in built]
        yield growth.answers(built[-1], seen[-1])
        yield growth.growth(built, seen)
    if "updates" in chosen:
        yield updates.updates(built[-1])


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measures the search.")
    parser.add_argument("--clauses", type=int, default=100_000)
    parser.add_argument("--engines", nargs="+", choices=ENGINES, default=ENGINES)
    parser.add_argument("--sections", nargs="+", choices=SECTIONS, default=SECTIONS)
    parser.add_argument("--markdown", type=Path, help="a file that the tables are also written to")
    return parser.parse_args()


if __name__ == "__main__":
    main(read_arguments())
