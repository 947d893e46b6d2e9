"""The table of an annex as Akoma Ntoso's `table`, its first row as head."""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

from chengwen_library.akn.names import akn, ours
from chengwen_library.model import Annex


def append_table(body: Element, annex: Annex) -> None:
    """Append the rows of an annex to its `mainBody`; nothing if it has none."""
    if annex.wide:
        body.set(ours("wide"), "true")
    if not annex.rows:
        return
    table = etree.SubElement(body, akn("table"))
    for number, cells in enumerate(annex.rows):
        row = etree.SubElement(table, akn("tr"))
        for words in cells:
            cell = etree.SubElement(row, akn("td" if number else "th"))
            for line in words.split("\n"):
                etree.SubElement(cell, akn("p")).text = line


def read_rows(body: Element | None) -> tuple[tuple[str, ...], ...]:
    """Return the rows of the table in an annex's `mainBody`. Raises ValueError if they are not equally long."""
    found = [] if body is None else body.findall(f"{akn('table')}/{akn('tr')}")
    rows = tuple(tuple(map(_words, row)) for row in found)
    if len({len(row) for row in rows}) > 1:
        raise ValueError("rows of different lengths")
    return rows


def is_wide(body: Element | None) -> bool:
    """Tell whether the table lies across the page (GB/T 9704-2012 8)."""
    return body is not None and body.get(ours("wide")) == "true"


def _words(cell: Element) -> str:
    return "\n".join(paragraph.text or "" for paragraph in cell.iterfind(akn("p")))
