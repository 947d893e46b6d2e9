"""A source file to the measures it holds: the pipeline of stages, in order.

bytes → decode           → text
text  → segments         → lines
lines → remove_furniture → lines                 + dropped
lines → remove_contents  → lines                 + dropped
lines → take_annex_lists → lines                 + dropped
lines → split_glued      → lines, a unit on each
lines → split_documents  → parts, one for each measure
part  → zones_of, sort_head, sort_foot → zones   + dropped
body  → build_tree, repair, units_of   → units   + warnings
zones and units → assemble → Measure

Lines that their styles name go straight to the zones: lines → sort_named → zones.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from chengwen_library.akn.read import parse_measure
from chengwen_library.errors import UnreadableFile
from chengwen_library.files import read_limited
from chengwen_library.model import Measure, PageForm, Unit
from chengwen_library.reading.annexes import annexes_of, take_annex_lists
from chengwen_library.reading.contents import remove_contents
from chengwen_library.reading.corrections import NONE, Corrections, recut
from chengwen_library.reading.documents import Part, first_unit, split_documents
from chengwen_library.reading.foot import sort_foot
from chengwen_library.reading.furniture import remove_furniture
from chengwen_library.reading.head import sort_head
from chengwen_library.reading.masthead import page_form
from chengwen_library.reading.metadata import assemble
from chengwen_library.reading.named import is_named, sort_named
from chengwen_library.reading.repair import repair
from chengwen_library.reading.report import Dropped, Reading, ReadingWarning
from chengwen_library.reading.source import Segment, decode, refuse_too_long, segments
from chengwen_library.reading.splitting import split_glued
from chengwen_library.reading.stated import NOTHING, Stated
from chengwen_library.reading.structure import build_tree
from chengwen_library.reading.units import units_of
from chengwen_library.reading.zones import Zones, zones_of

LARGEST_TEXT = 20 * 1024 * 1024
"""Bytes of a text or web page that is read (decisions 16)."""

LARGEST_DOCUMENT = 100 * 1024 * 1024
"""Bytes of a Word file or PDF that is read (decisions 16)."""

TEXT_SUFFIXES = frozenset({".txt", ".md"})
PAGE_SUFFIXES = frozenset({".html", ".htm"})
OFFICE_SUFFIXES = frozenset({".doc", ".wps", ".odt", ".rtf"})
SUFFIXES = TEXT_SUFFIXES | PAGE_SUFFIXES | OFFICE_SUFFIXES | {".docx", ".pdf", ".akn"}
"""Endings of the files that can be read."""


def read_file(path: Path, corrections: Corrections = NONE) -> list[Reading]:
    """Return the measures found in a file. Raises UnreadableFile with one line that says what to do."""
    content = file_content(path)
    if path.suffix.lower() == ".akn":
        return [Reading(path.name, parse_measure(content, path.name))]
    lines, dropped = source_lines(path, content)
    return read_lines(lines, dropped, path.name, corrections, stated_of(path, content))


def file_content(path: Path) -> bytes:
    """Return the content of a file. Raises UnreadableFile for other endings and for files that are too large."""
    suffix = path.suffix.lower()
    if path.exists() and suffix not in SUFFIXES:
        known = "、".join(sorted(SUFFIXES))
        raise UnreadableFile(f"“{path.name}”这种格式不能读入。可以读入 {known}；请另存为其中一种再试。")
    small = suffix in TEXT_SUFFIXES | PAGE_SUFFIXES | {".akn"}
    return read_limited(path, LARGEST_TEXT if small else LARGEST_DOCUMENT)


def source_lines(path: Path, content: bytes) -> tuple[list[Segment], list[Dropped]]:
    """Return the lines of a file's content, and what its reader left out already. Raises UnreadableFile."""
    match path.suffix.lower():
        case ".html" | ".htm":
            from chengwen_library.reading.formats.html import read_html

            return read_html(content, path.name)
        case ".docx":
            from chengwen_library.reading.formats.docx import read_docx

            return read_docx(content, path.name), []
        case ".pdf":
            from chengwen_library.reading.formats.pdf import read_pdf

            return read_pdf(content, path.name)
        case suffix if suffix in OFFICE_SUFFIXES:
            from chengwen_library.reading.formats.markup import is_page

            if is_page(content):
                from chengwen_library.reading.formats.html import read_html

                return read_html(content, path.name)
            from chengwen_library.reading.formats.office import read_office

            return read_office(content, path.name), []
        case _:
            return segments(decode(content, path.name)), []


def stated_of(path: Path, content: bytes) -> Stated:
    """Return what a file says of itself beside its lines. Raises UnreadableFile."""
    if path.suffix.lower() != ".docx":
        return NOTHING
    from chengwen_library.reading.formats.docx_stated import stated_in

    return stated_in(content, path.name)


def read_text(text: str, source: str, corrections: Corrections = NONE) -> list[Reading]:
    """Return the measures found in a text that came from `source`. Raises UnreadableFile if it holds none."""
    return read_lines(segments(text), [], source, corrections)


def read_lines(
    lines: Sequence[Segment],
    dropped: Sequence[Dropped],
    source: str,
    corrections: Corrections = NONE,
    stated: Stated = NOTHING,
) -> list[Reading]:
    """Return the measures found in the lines of a source; `dropped` is what its reader left out before.

    `stated` is what the source says of its notice beside its lines.
    """
    refuse_too_long(sum(len(line.raw) for line in lines), source)
    kept, furniture = remove_furniture(recut(lines, corrections), corrections)
    kept, contents = remove_contents(kept, corrections)
    told = is_named(kept)
    readings = (_read_named if told else _read_unnamed)(kept, source, corrections)
    if not any(_holds_something(reading.measure, told=told) for reading in readings):
        raise UnreadableFile(f"“{source}”里没有找到措施的正文。请核对选的文件。")
    readings = [replace(reading, measure=stated.applied_to(reading.measure)) for reading in readings]
    all_dropped = _in_order([*dropped, *furniture, *contents, *readings[0].dropped])
    return [replace(readings[0], dropped=all_dropped), *readings[1:]]


def parse_units(text: str) -> tuple[Unit, ...]:
    """Return the units that a plain text of numbered lines forms."""
    return units_of(build_tree(segments(text))).units


def _holds_something(measure: Measure, *, told: bool) -> bool:
    """Tell whether a measure was found or, where styles name the lines, a notice or plain text."""
    return bool(measure.units or measure.title or (told and (measure.notice or measure.preamble)))


def _read_unnamed(lines: Sequence[Segment], source: str, corrections: Corrections) -> list[Reading]:
    """Read lines of which words alone tell what they are."""
    lists = take_annex_lists([line for line in lines if line.text], corrections)
    readings: list[Reading] = []
    for part in split_documents(list(split_glued(lists.lines))):
        zones = Zones(kept=corrections.kept, annex_names=lists.names)
        readings.append(_read_part(part, zones, source, [reading.measure for reading in readings], corrections))
    return [replace(readings[0], dropped=(*lists.dropped, *readings[0].dropped)), *readings[1:]]


def _read_part(part: Part, zones: Zones, source: str, before: Sequence[Measure], corrections: Corrections) -> Reading:
    """Read the lines of one measure; `before` are the measures read before it from the same notice."""
    minutes = page_form(part.lines[: first_unit(part.lines)]) is PageForm.MINUTES
    head, zones.body, foot = zones_of(part.lines, corrections, minutes=minutes)
    sort_head(head, zones)
    sort_foot(foot, zones)
    return _reading(part, zones, source, before, corrections)


def _read_named(lines: Sequence[Segment], source: str, corrections: Corrections) -> list[Reading]:
    """Read the lines of a document whose styles name them; it holds one measure."""
    zones = Zones(kept=corrections.kept)
    return [_reading(sort_named(lines, zones, corrections), zones, source, [], corrections)]


def _reading(part: Part, zones: Zones, source: str, before: Sequence[Measure], corrections: Corrections) -> Reading:
    """Return what sorted zones and the annexes of a part make up."""
    tree = build_tree(zones.body, corrections)
    warnings = repair(tree)
    built = units_of(tree)
    annexes = annexes_of(part, zones)
    measure = assemble(zones, built.units, annexes, before)
    if measure.title is None:
        warnings.insert(0, ReadingWarning("title.missing", None, "原文没有标题。请补上文件的标题。"))
    return Reading(source, measure, _in_order(zones.dropped), tuple(warnings), built.spots)


def _in_order(dropped: list[Dropped]) -> tuple[Dropped, ...]:
    return tuple(sorted(dropped, key=lambda item: (item.line, item.span or (0, 0))))
