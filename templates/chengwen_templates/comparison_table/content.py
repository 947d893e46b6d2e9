"""What a table document says, paragraph by paragraph and cell by cell, before any format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a paragraph is; the value is the name of its style."""

    TITLE = "表标题"
    SECTION = "表分部标题"
    NOTE = "表说明"
    HEAD = "表头"
    GROUP = "表分组"
    HEADING = "表条标"
    TEXT = "表条文"
    SOURCE = "表出处"
    VERDICT = "表结论"
    REMARK = "表差异"
    TAIL = "表定位"


class Mark(StrEnum):
    """How a run is marked; the value is the name of its character style."""

    ADDED = "增加文字"
    REMOVED = "删去文字"
    STRONG = "要点文字"


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a paragraph with its mark."""

    text: str
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; line feeds in its text are forced lines."""

    role: Role
    runs: tuple[Run, ...]

    @property
    def words(self) -> str:
        """The paragraph's whole text."""
        return "".join(run.text for run in self.runs)


Cell = tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row; a sole cell spans all columns and stays with the row below it.

    `eid` is the unit of the measure that the row is about, or one of its parts; "" where it is about none.
    """

    cells: tuple[Cell, ...]
    eid: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with columns of fixed widths (mm) and a head that repeats on every page."""

    widths_mm: tuple[float, ...]
    head: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class TableDocument:
    """A document of paragraphs and tables; `day` is the ISO date it was made on, `subject` what kind it is."""

    title: str
    day: str
    blocks: tuple[Paragraph | Table, ...]
    subject: str = "条文对照表"

    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield every paragraph in the order of the document, heads of tables included."""
        for block in self.blocks:
            if isinstance(block, Paragraph):
                yield block
                continue
            yield from (plain(Role.HEAD, head) for head in block.head)
            for row in block.rows:
                for cell in row.cells:
                    yield from cell


def plain(role: Role, text: str) -> Paragraph:
    """Return a paragraph without marks."""
    return Paragraph(role, (Run(text),))
