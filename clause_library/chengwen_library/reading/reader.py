"""A source file to the measures it holds: the pipeline of stages, in order.

bytes → decode           → text
text  → segments         → lines
lines → remove_furniture → lines                 + dropped
lines → remove_contents  → lines                 + dropped
lines → split_glued      → lines, a unit on each
lines → split_documents  → parts, one for each measure
part  → zones_of, sort_head, sort_foot → zones   + dropped
body  → build_tree, repair, units_of   → units   + warnings
zones and units → assemble → Measure
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from chengwen_library.akn.read import parse_measure
from chengwen_library.errors import UnreadableFile
from chengwen_library.files import read_limited
from chengwen_library.model import Measure, Unit
from chengwen_library.reading.contents import remove_contents
from chengwen_library.reading.corrections import NONE, Corrections, recut
from chengwen_library.reading.documents import Part, split_documents
from chengwen_library.reading.foot import annexes_of, sort_foot
from chengwen_library.reading.furniture import remove_furniture
from chengwen_library.reading.head import sort_head
from chengwen_library.reading.metadata import assemble
from chengwen_library.reading.repair import repair
from chengwen_library.reading.report import Dropped, Reading, ReadingWarning
from chengwen_library.reading.source import Segment, decode, segments
from chengwen_library.reading.splitting import split_glued
from chengwen_library.reading.structure import build_tree
from chengwen_library.reading.units import units_of
from chengwen_library.reading.zones import Zones, zones_of

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


def read_text(text: str, source: str, corrections: Corrections = NONE) -> list[Reading]:
    """Return the measures found in a text that came from `source`. Raises UnreadableFile if it holds none."""
    return read_lines(segments(text), [], source, corrections)


def read_lines(
    lines: Sequence[Segment], dropped: Sequence[Dropped], source: str, corrections: Corrections = NONE
) -> list[Reading]:
    """Return the measures found in the lines of a source; `dropped` is what its reader left out before."""
    kept, furniture = remove_furniture(recut(lines, corrections), corrections)
    kept, contents = remove_contents(kept)
    readings: list[Reading] = []
    for part in split_documents(list(split_glued(kept))):
        readings.append(_read_part(part, source, [reading.measure for reading in readings], corrections))
    if not any(reading.measure.units or reading.measure.title for reading in readings):
        raise UnreadableFile(f"“{source}”里没有找到措施的正文。请核对选的文件。")
    all_dropped = _in_order([*dropped, *furniture, *contents, *readings[0].dropped])
    return [replace(readings[0], dropped=all_dropped), *readings[1:]]


def parse_units(text: str) -> tuple[Unit, ...]:
    """Return the units that a plain text of numbered lines forms."""
    return units_of(build_tree(segments(text))).units


def _read_part(part: Part, source: str, before: Sequence[Measure], corrections: Corrections) -> Reading:
    """Read the lines of one measure; `before` are the measures read before it from the same notice."""
    zones = Zones(kept=corrections.kept)
    head, zones.body, foot = zones_of(part.lines)
    sort_head(head, zones)
    sort_foot(foot, zones)
    tree = build_tree(zones.body, corrections)
    warnings = repair(tree)
    built = units_of(tree)
    measure = assemble(zones, built.units, annexes_of(part, zones), before)
    if measure.title is None:
        warnings.insert(0, ReadingWarning("title.missing", None, "原文没有标题。请补上文件的标题。"))
    return Reading(source, measure, _in_order(zones.dropped), tuple(warnings), built.origins)


def _in_order(dropped: list[Dropped]) -> tuple[Dropped, ...]:
    return tuple(sorted(dropped, key=lambda item: (item.line, item.span or (0, 0))))
