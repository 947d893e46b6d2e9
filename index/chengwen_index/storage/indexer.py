"""Building a segment, the index of some measures, into a folder of its own."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterable
from importlib.resources import files
from pathlib import Path

from chengwen_index.storage import engine
from chengwen_index.storage.inversion import MOST_DOCUMENTS, Words, invert_grams
from chengwen_index.storage.records import origin_of, records_of
from chengwen_index.storage.store import END, Writing
from chengwen_index.words import analysis
from chengwen_library.facts.topics import layer
from chengwen_library.model import Measure

FORMAT = 5
"""To be raised with every change to what is indexed or kept, or to how a measure is cut into clauses."""
_TABLES = (
    ("chengwen_index.words", "terms.txt"),
    ("chengwen_index.words", "words.toml"),
    ("chengwen_index.words", "thesaurus.toml"),
    ("chengwen_index.words", "traditional.txt"),
    ("chengwen_library", "facts/topics.toml"),
    ("chengwen_library", "facts/responsibility.toml"),
)


OWN = "+"
"""In the stamp, what comes behind this is of the office's own topics."""


def format_stamp() -> str:
    """Return what an index must be stamped with to be of use to this program."""
    tables = hashlib.sha256()
    for package, name in _TABLES:
        tables.update(files(package).joinpath(name).read_bytes())
    shipped = f"{FORMAT}-{engine.VERSION}-{sys.byteorder}-{tables.hexdigest()[:16]}"
    own = layer().own
    return f"{shipped}{OWN}{hashlib.sha256(repr(own).encode()).hexdigest()[:16]}" if own else shipped


def build(folder: Path, measures: Iterable[Measure | None], done: Callable[[], None]) -> list[int]:
    """Write the segment of the measures into an empty folder; return the number of clauses of each.

    None stands for a file that could not be read and has no clauses. `done` is called after each measure.
    """
    headings, texts, grams = Words(), Words(), list[str]()
    writing = Writing()
    counts: list[int] = []
    for measure in measures:
        records = records_of(measure) if measure else []
        counts.append(len(records))
        if measure:
            writing.add_origin(origin_of(measure))
        for record in records:
            writing.add(record)
            headings.add(analysis.terms_of(record.heading.lowered))
            texts.add(analysis.terms_of(record.text.lowered))
            grams.append(f"{record.heading.lowered}{END}{record.text.lowered}")
        done()
    if len(grams) >= MOST_DOCUMENTS:
        raise ValueError("more clauses than a segment holds")
    in_texts = texts.inverted()
    fields = {
        engine.HEADING: headings.inverted(),
        engine.TEXT: in_texts,
        engine.GRAMS: invert_grams(grams, END),
    }
    engine.write(folder, fields, {engine.HEADING: headings.lengths, engine.TEXT: texts.lengths})
    writing.write(folder, headings.lengths, texts.lengths, in_texts.frequencies())
    return counts
