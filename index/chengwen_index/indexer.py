"""Building the index of a library into a folder, and reading it back."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

from chengwen_index import analysis, engine
from chengwen_index.cache import Stamp
from chengwen_index.matching import grams
from chengwen_index.records import Record, load_records, records_of, save_records
from chengwen_library.model import Measure

FORMAT = 1
"""To be raised with every change to what is indexed or kept, or to how a measure is cut into clauses."""
_RECORDS = "clauses.json"
_TABLES = (
    ("chengwen_index", "terms.txt"),
    ("chengwen_index", "words.toml"),
    ("chengwen_library", "facts/topics.toml"),
    ("chengwen_library", "facts/responsibility.toml"),
)


def stamp(fingerprint: str) -> Stamp:
    """Return the stamp of an index that this program builds of the library with this fingerprint."""
    tables = hashlib.sha256()
    for package, name in _TABLES:
        tables.update(files(package).joinpath(name).read_bytes())
    return Stamp(f"{FORMAT}-{tables.hexdigest()[:16]}", engine.VERSION, fingerprint)


def build(folder: Path, measures: Iterable[Measure]) -> None:
    """Write the index of the measures into an empty folder."""
    records = records_of(measures)
    engine.write(folder, map(_terms, records))
    save_records(folder / _RECORDS, records)


def load(folder: Path) -> tuple[list[Record], engine.Postings]:
    """Return the index in a folder that was built here and verified since."""
    return load_records(folder / _RECORDS), engine.Postings(folder)


def _terms(record: Record) -> engine.Terms:
    return engine.Terms(
        heading=analysis.index_terms(record.heading.original),
        text=analysis.index_terms(record.text.original),
        grams=sorted(grams(record.heading) | grams(record.text)),
    )
