"""What a document is made of before it is cut into lines and faces: paragraphs, marks and tables in their order."""

from __future__ import annotations

from dataclasses import dataclass

from chengwen_library.styles import Role
from chengwen_templates.layout.shapes import Lettering, Shape
from chengwen_templates.layout.title import width


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one lettering; `level` is the role of the heading that they are, where it runs into the text.

    A line feed breaks the line, a tab leads to the shape's next tab.
    """

    text: str
    lettering: Lettering
    level: Role | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as it stands: its role, which is the style's name, its own shape, its words.

    `wid` is the clause that begins here, for bookmarks; `inner_wid` its first 款 that begins behind the first run.
    """

    role: Role
    shape: Shape
    runs: tuple[Run, ...]
    wid: str | None = None
    inner_wid: str | None = None

    @property
    def words(self) -> str:
        """The paragraph's whole text."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class JointMark:
    """发文机关标志 of several organs: names stacked and spread to one width, 文件 centred beside them (7.2.4).

    Lengths in twip. `before` is the white above the first name.
    """

    names: tuple[str, ...]
    word: str
    lettering: Lettering
    line: int
    before: int
    names_width: int
    word_width: int

    @property
    def spread_width(self) -> float:
        """How wide every name stands (twip): as wide as the longest of them."""
        return max(map(width, self.names)) * self.lettering.em_twip

    @property
    def height(self) -> int:
        """What the mark takes of its face."""
        return self.before + len(self.names) * self.line

    @property
    def words(self) -> str:
        """The names and 文件."""
        return "".join((*self.names, self.word))


@dataclass(frozen=True, slots=True)
class Table:
    """A table of an annex: rows of cells, the first of which is the head; widths of the columns in twip.

    A head is repeated on every face that the table goes on to.
    """

    rows: tuple[tuple[Paragraph, ...], ...]
    widths: tuple[int, ...]

    @property
    def words(self) -> str:
        """The words of all cells."""
        return "".join(cell.words for row in self.rows for cell in row)


Item = Paragraph | JointMark | Table


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the document whose faces lie one way: across the paper where `wide` (8)."""

    items: tuple[Item, ...]
    wide: bool = False
