"""Tables of a Word body: which lines are whole rows of which table, and whether it lies across the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

from chengwen_library.reading.formats.docx_xml import below, count, w
from chengwen_library.reading.source import Row


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A row (w:tr) of a table that stands in the body, and the lines of each of its cells."""

    element: Element
    cells: Sequence[Sequence[str]]


def rows_of(body: Element, found: Mapping[int, FoundRow]) -> dict[int, Row]:
    """Return the rows by the index of their line; tables are numbered from 1."""
    numbers: dict[Element, int] = {}
    landscape = _landscape(body) if found else frozenset[Element]()
    rows: dict[int, Row] = {}
    for index, row in found.items():
        table = next(row.element.iterancestors(w("tbl")), row.element)
        number = numbers.setdefault(table, len(numbers) + 1)
        cells = tuple("\n".join(lines) for lines in row.cells)
        rows[index] = Row(number, cells, _is_plain(row.element), _child_of(body, table) in landscape)
    return rows


def _is_plain(row: Element) -> bool:
    """Tell whether no cell of a row is merged with another or holds a table."""
    merged = any(
        count(span.get(w("val")), 1) > 1 if span.tag == w("gridSpan") else True
        for span in row.iter(w("gridSpan"), w("vMerge"), w("hMerge"))
    )
    return not merged and next(row.iter(w("tbl")), None) is None


def _landscape(body: Element) -> frozenset[Element]:
    """Return what stands directly in the body and in a section whose page lies across (w:pgSz w:orient)."""
    found: list[Element] = []
    lies = False
    for child in reversed(body):
        section = child if child.tag == w("sectPr") else below(child, "pPr/sectPr")
        if section is not None:
            size = below(section, "pgSz")
            lies = size is not None and size.get(w("orient")) == "landscape"
        if lies:
            found.append(child)
    return frozenset(found)


def _child_of(body: Element, element: Element) -> Element:
    while (parent := element.getparent()) is not None and parent is not body:
        element = parent
    return element
