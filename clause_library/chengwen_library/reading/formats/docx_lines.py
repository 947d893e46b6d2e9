"""Lines as they are gathered: those of a body, a table cell, a text box or a note."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import repeat

from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

from chengwen_library.numbering import parse_mark
from chengwen_library.reading.hints import Hint
from chengwen_library.styles import Role

LONGEST_HEADING = 150
"""Characters of a heading over several lines."""

_SPACES = re.compile(r"\S\s+\S")
_YEAR = re.compile(r"[〔\[（(【]\s*(?:19|20)\d\d\s*[〕\]）)】]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line and what its paragraph tells of it beside its words."""

    words: str
    hint: Hint | None = None


@dataclass(slots=True)
class Field:
    """A field of Word: its instruction, and whether the words that come still belong to that."""

    code: list[str] = field(default_factory=list[str])
    in_code: bool = True


@dataclass(slots=True)
class Paragraph:
    """An open paragraph: its w:pPr, its words, the text boxes anchored behind its first word, its open fields.

    `begins` holds for each clause that begins in it how many characters stand before.
    """

    properties: Element | None = None
    hidden_by_style: bool = False
    is_heading: bool = False
    hidden: bool = False
    words: list[str] = field(default_factory=list[str])
    behind: list[Line] = field(default_factory=list[Line])
    fields: list[Field] = field(default_factory=list[Field])
    codes: int = 0
    has_words: bool = False
    named: Role | None = None
    in_lead: bool = False
    lead: int = 0
    length: int = 0
    begins: list[int] = field(default_factory=list[int])

    @property
    def is_silent(self) -> bool:
        """Tell whether what comes next is not shown: hidden text or the instruction of a field."""
        return self.hidden or self.codes > 0

    def add(self, words: str) -> None:
        """Add words that are shown."""
        if self.in_lead and self.lead == self.length:
            self.lead += len(words)
        self.length += len(words)
        self.words.append(words)
        self.has_words = self.has_words or bool(words.strip())

    def add_box(self, lines: list[Line], flow: Lines) -> None:
        """Add the lines of a text box: above the paragraph if it has no word yet, else behind it."""
        if self.has_words:
            self.behind += lines
        else:
            flow.finished += lines

    def begin_field(self) -> None:
        """Open a field; its instruction comes next."""
        self.fields.append(Field())
        self.codes += 1

    def end_code(self) -> str | None:
        """Close the instruction of the innermost field and return it; None if it is closed already."""
        if not self.fields or not self.fields[-1].in_code:
            return None
        self.fields[-1].in_code = False
        self.codes -= 1
        return "".join(self.fields[-1].code)


@dataclass(slots=True)
class Lines:
    """Finished lines, and the words of paragraphs whose end was deleted: the next paragraph takes them up."""

    finished: list[Line] = field(default_factory=list[Line])
    pending: list[str] = field(default_factory=list[str])
    behind: list[Line] = field(default_factory=list[Line])

    def end_paragraph(self, paragraph: Paragraph, mark: str) -> None:
        """Add a paragraph with its mark; a line break in it begins a new line, but in a heading it is typesetting."""
        lines = f"{mark}{''.join(self.pending)}{''.join(paragraph.words)}".splitlines()
        lines = (joined_heading(lines) if paragraph.is_heading else lines) or [""]
        hints = _hints(paragraph, has_more=bool(mark or self.pending))
        self.finished += [Line(line, next(hints)) for line in lines]
        self.finished += [*self.behind, *paragraph.behind]
        self.pending, self.behind = [], []

    def join_next(self, paragraph: Paragraph) -> None:
        """Keep a paragraph whose end was deleted for the one that follows."""
        self.pending += paragraph.words
        self.behind += paragraph.behind

    def add(self, lines: Sequence[Line]) -> None:
        """Add lines that are no paragraph of this text: rows of a table, a text box."""
        self.flush()
        self.finished += lines

    def flush(self) -> None:
        """End a paragraph that nothing follows to take up."""
        if self.pending or self.behind:
            self.end_paragraph(Paragraph(), "")

    def filled(self) -> list[Line]:
        """Return the finished lines that are not blank."""
        self.flush()
        return [line for line in self.finished if line.words.strip()]

    @property
    def named(self) -> Role | None:
        """Return the element that all lines are, the blank ones too; None if they differ or are none."""
        found = {line.hint.named if line.hint else None for line in self.finished}
        return found.pop() if len(found) == 1 else None


def _hints(paragraph: Paragraph, *, has_more: bool) -> Iterator[Hint | None]:
    """Yield the hints of a paragraph's lines without end; with other words in front (`has_more`) no heading is told."""
    if paragraph.named is None:
        yield from repeat(None)
        return
    begins, inner = bool(paragraph.begins), paragraph.begins[1] if len(paragraph.begins) > 1 else 0
    yield Hint(paragraph.named, 0 if has_more else paragraph.lead, begins, 0 if has_more else inner)
    yield from repeat(Hint(paragraph.named))


def joined_heading(lines: Sequence[str]) -> list[str]:
    """Return the lines of a heading as one; those with a number of their own (文号, 第一章) stay apart.

    Behind names set off by spaces (a joint issue) the next one is set off as well.
    """
    if sum(map(len, lines)) > LONGEST_HEADING:
        return list(lines)
    found: list[str] = []
    above = ""
    for line in lines:
        apart = not above.strip() or _YEAR.search(f"{above}\n{line}") or parse_mark(line.strip())
        if apart or not line.strip():
            found.append(line)
        else:
            is_gap = _SPACES.search(above.strip()) or (above[-1:].isascii() and line[:1].isascii())
            found[-1] = f"{found[-1].rstrip()}{' ' if is_gap else ''}{line.lstrip()}"
        above = line
    return found
