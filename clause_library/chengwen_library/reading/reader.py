"""A source file to the measures it holds: the pipeline of stages, in order.

bytes  → decode      → text
text   → segments    → lines
lines  → sort_lines  → zones (and dropped lines)
body   → build_units → units (and warnings)
zones + units → assemble → Measure
"""

from __future__ import annotations

from pathlib import Path

from chengwen_library.akn.read import parse_measure
from chengwen_library.errors import UnreadableFile
from chengwen_library.files import read_limited
from chengwen_library.reading.metadata import assemble
from chengwen_library.reading.report import Reading, ReadingWarning
from chengwen_library.reading.source import decode, segments
from chengwen_library.reading.structure import build_units
from chengwen_library.reading.zones import sort_lines

LARGEST_TEXT = 20 * 1024 * 1024
"""Bytes of a text file that is read (decisions 16)."""

TEXT_SUFFIXES = frozenset({".txt", ".md"})
SUFFIXES = TEXT_SUFFIXES | {".akn"}
"""Endings of the files that can be read."""


def read_file(path: Path) -> list[Reading]:
    """Return the measures found in a file. Raises UnreadableFile with one line that says what to do."""
    suffix = path.suffix.lower()
    if path.exists() and suffix not in SUFFIXES:
        raise UnreadableFile(f"“{path.name}”这种格式还不能读入。可以读入 .txt、.md 和 .akn；请另存为 .txt 再试。")
    content = read_limited(path, LARGEST_TEXT)
    if suffix == ".akn":
        return [Reading(path.name, parse_measure(content, path.name))]
    return read_text(decode(content, path.name), path.name)


def read_text(text: str, source: str) -> list[Reading]:
    """Return the measures found in a text that came from `source`. Raises UnreadableFile if it holds none."""
    zones = sort_lines(segments(text))
    units, warnings = build_units(zones.body)
    measure = assemble(zones, units)
    if not measure.units and not (measure.title and measure.preamble):
        raise UnreadableFile(f"“{source}”里没有找到措施的正文。请核对选的文件。")
    if measure.title is None:
        warnings.insert(0, ReadingWarning("title.missing", None, "原文没有标题。请补上文件的标题。"))
    return [Reading(source, measure, tuple(zones.dropped), tuple(warnings))]
