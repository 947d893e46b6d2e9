"""The tables of a draft as the window shows them, cut from the document that is exported; for a thread, no Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from chengwen_library.errors import NotInLibrary
from chengwen_library.library import Library
from chengwen_library.model import Measure
from chengwen_templates.comparison_table.content import Mark, Paragraph, Role, Row, Table, TableDocument
from chengwen_templates.tables.document import tables_document


@dataclass(frozen=True, slots=True)
class Sheet:
    """One of the tables: what is said above it, each with whether it warns, and its rows if it has any."""

    notes: tuple[tuple[str, bool], ...] = ()
    table: Table | None = None

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows."""
        return self.table.rows if self.table else ()


def draft_document(draft: Measure, briefs: Sequence[Measure] | None, library: Library) -> TableDocument:
    """Return the tables of a draft as of today; `briefs` are the library's measures without their texts, if at hand."""
    held = library.measures() if briefs is None else _with_sources(draft, briefs, library)
    return tables_document(draft, held, date.today())  # noqa: DTZ011 (the day where the drafter sits)


def sheets(document: TableDocument) -> tuple[Sheet, ...]:
    """Return the tables of a document, one for each of its sections."""
    found: list[Sheet] = []
    for block in document.blocks:
        if isinstance(block, Table):
            found[-1] = Sheet(found[-1].notes, block)
        elif block.role is Role.SECTION:
            found.append(Sheet())
        elif block.role is Role.NOTE:
            found[-1] = Sheet((*found[-1].notes, (block.words, _warns(block))))
    return tuple(found)


def cell_words(row: Row) -> tuple[str, ...]:
    """Return the words of a row's cells."""
    return tuple("\n".join(paragraph.words for paragraph in cell) for cell in row.cells)


def warns(row: Row, column: int) -> bool:
    """Tell whether a cell says what a person must look at."""
    return any(map(_warns, row.cells[column]))


def tabbed(rows: Sequence[Row]) -> str:
    """Return rows as spreadsheets take them: a line each, tabs between the cells."""
    return "\n".join("\t".join(" ".join(words.split()) for words in cell_words(row)) for row in rows)


def write_tables(document: TableDocument, path: Path) -> Path:
    """Write the Word document and return its path. Raises ExportFailed and UnwritableFile."""
    from chengwen_templates.comparison_table.export import export_table
    from chengwen_templates.profile import DEFAULT_PROFILE, load_profile

    export_table(document, path, load_profile(DEFAULT_PROFILE))
    return path


def _with_sources(draft: Measure, briefs: Sequence[Measure], library: Library) -> tuple[Measure, ...]:
    """Return the library's measures, those that the draft's clauses were taken from with their texts."""
    cited = {source.measure for unit in draft.walk() for source in unit.provenance}
    return (*(one for one in briefs if one.id not in cited), *_read(cited, library))


def _read(cited: set[str], library: Library) -> Iterator[Measure]:
    for identity in sorted(cited):
        try:
            yield library.measure(identity)
        except NotInLibrary:  # which the table then says
            continue


def _warns(paragraph: Paragraph) -> bool:
    return any(run.mark is Mark.STRONG for run in paragraph.runs)
