"""The text of WordprocessingML as lines: one walk over the tree, without recursion.

Tracked changes count as accepted, hidden text and the instructions of fields are
left out, of alternative contents one is read, and lists have their numbers.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

from chengwen_library.reading.formats.docx_lines import Line, Lines, Paragraph
from chengwen_library.reading.formats.docx_numbering import Numbering
from chengwen_library.reading.formats.docx_styles import Styles, is_outlined
from chengwen_library.reading.formats.docx_symbols import composed, symbol
from chengwen_library.reading.formats.docx_tables import FoundRow
from chengwen_library.reading.formats.docx_xml import below, switched, too_much, value, w
from chengwen_library.reading.hints import Hint
from chengwen_library.styles import CLAUSE_BOOKMARK, Role

MOST_ELEMENTS = 200_000
"""Paragraphs, runs, texts, cells … of a document that is read; a thousand pages have fewer."""

MOST_CHARACTERS = 5_000_000
"""Characters of a document that is read; a thousand pages have a fifth of it."""

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_SKIPPED = tuple(map(w, ("pPr", "sdtPr", "del", "moveFrom", "rt")))
_BREAKS = str.maketrans("\r\n", "  ")


@dataclass(frozen=True, slots=True)
class Note:
    """A reference to a footnote or an endnote (`kind`), by its w:id."""

    kind: str
    number: str


class TextReader:
    """Reads parts of the document `name`, in order: the running numbers and `notes` go from one to the next.

    `rows` are those of the tables in the part read last, by the index of their line.
    """

    def __init__(self, numbering: Numbering, styles: Styles, name: str) -> None:
        self._name = name
        self._steps = 0
        self.notes: dict[Note, None] = {}
        self.rows: dict[int, FoundRow] = {}
        self.has_foreign_part = False
        self._numbering = numbering
        self._styles = styles
        self._flows = [Lines()]
        self._paragraphs: list[Paragraph] = []
        self._rows: list[list[Lines]] = []
        self._alternatives: list[int] = []
        self._length = 0
        self._starts: dict[str, Callable[[Element], None]] = {
            w("p"): self._start_paragraph,
            w("r"): self._start_run,
            w("t"): lambda element: self._add((element.text or "").translate(_BREAKS)),
            f"{_MATH}t": lambda element: self._add((element.text or "").translate(_BREAKS)),
            f"{_MATH}den": lambda _: self._add("/"),
            w("tab"): lambda _: self._add("\t"),
            w("ptab"): lambda _: self._add("\t"),
            w("br"): lambda _: self._add("\n"),
            w("cr"): lambda _: self._add("\n"),
            w("noBreakHyphen"): lambda _: self._add("-"),
            w("sym"): lambda element: self._add(symbol(element)),
            w("fldChar"): self._field,
            w("instrText"): self._instruct,
            w("bookmarkStart"): self._begin_clause,
            w("footnoteReference"): self._refer,
            w("endnoteReference"): self._refer,
            w("tbl"): lambda _: self._flows[-1].flush(),
            w("tr"): lambda _: self._rows.append([]),
            w("tc"): lambda _: self._flows.append(Lines()),
            w("txbxContent"): lambda _: self._flows.append(Lines()),
            "{urn:schemas-microsoft-com:vml}textpath": lambda element: self._add_box([Line(element.get("string", ""))]),
            w("altChunk"): self._note_foreign,
            f"{_COMPATIBILITY}AlternateContent": lambda _: self._alternatives.append(self._length),
        }
        self._ends: dict[str, Callable[[Element], None]] = {
            w("p"): self._end_paragraph,
            w("r"): self._end_run,
            w("tr"): self._end_row,
            w("tc"): self._end_cell,
            w("txbxContent"): lambda _: self._add_box(self._flows.pop().filled()),
            f"{_COMPATIBILITY}AlternateContent": self._end_alternative,
        }

    def read(self, root: Element) -> list[Line]:
        """Return the lines of an element: w:body, or a note. Raises UnreadableFile beyond the limits."""
        self.rows = {}
        branches = (f"{_COMPATIBILITY}Choice", f"{_COMPATIBILITY}Fallback")
        walk = etree.iterwalk(root, ("start", "end"), (*self._starts, *_SKIPPED, *branches))
        for event, element in walk:
            tag = str(element.tag)
            if event == "end":
                handle = self._ends.get(tag)
            elif self._is_beyond_limit():
                raise too_much(self._name)
            elif tag in _SKIPPED or (tag in branches and self._has_read_alternative()):
                walk.skip_subtree()
                continue
            else:
                handle = self._starts.get(tag)
            if handle is not None:
                handle(element)
        lines, self._flows = self._flows[0], [Lines()]
        lines.flush()
        return lines.finished

    def _is_beyond_limit(self) -> bool:
        self._steps += 1
        return self._steps > MOST_ELEMENTS or self._length > MOST_CHARACTERS

    def _add(self, words: str) -> None:
        if self._paragraphs and not self._paragraphs[-1].is_silent:
            self._paragraphs[-1].add(words)
            self._length += len(words)

    def _has_read_alternative(self) -> bool:
        return bool(self._alternatives) and self._length > self._alternatives[-1]

    def _end_alternative(self, _: Element) -> None:
        self._alternatives.pop()

    def _start_paragraph(self, element: Element) -> None:
        properties = below(element, "pPr")
        style = self._styles.paragraph(value(properties, "pStyle"))
        heading = style.is_heading or is_outlined(value(properties, "outlineLvl"))
        self._paragraphs.append(Paragraph(properties, style.is_hidden, heading, style.is_hidden, named=style.named))

    def _end_paragraph(self, _: Element) -> None:
        paragraph = self._paragraphs.pop()
        flow = self._flows[-1]
        mark = below(paragraph.properties, "rPr")
        if mark is not None and _joins_next(mark):
            flow.join_next(paragraph)
            return
        vanishes = switched(mark, "vanish") and not paragraph.has_words and not flow.pending
        number = "" if vanishes else self._numbering.next_mark(paragraph.properties)
        self._length += len(number)
        flow.end_paragraph(paragraph, number)

    def _start_run(self, element: Element) -> None:
        properties = below(element, "rPr")
        if not self._paragraphs or properties is None:
            return
        paragraph = self._paragraphs[-1]
        own = switched(properties, "vanish")
        style = value(properties, "rStyle")
        paragraph.in_lead = style is not None and self._styles.is_lead(style)
        if own is not None:
            paragraph.hidden = own
        elif style is not None:
            paragraph.hidden = paragraph.hidden_by_style or self._styles.is_hidden(style)

    def _end_run(self, _: Element) -> None:
        if self._paragraphs:
            self._paragraphs[-1].hidden = self._paragraphs[-1].hidden_by_style
            self._paragraphs[-1].in_lead = False

    def _begin_clause(self, element: Element) -> None:
        if self._paragraphs and element.get(w("name"), "").startswith(CLAUSE_BOOKMARK):
            self._paragraphs[-1].begins.append(self._paragraphs[-1].length)

    def _field(self, element: Element) -> None:
        if not self._paragraphs:
            return
        paragraph = self._paragraphs[-1]
        kind = element.get(w("fldCharType"))
        if kind == "begin":
            paragraph.begin_field()
        elif kind == "separate":
            paragraph.end_code()
        elif kind == "end" and paragraph.fields:
            code = paragraph.end_code()
            paragraph.fields.pop()
            self._add(composed(code) if code is not None else "")

    def _instruct(self, element: Element) -> None:
        if self._paragraphs and self._paragraphs[-1].fields:
            self._paragraphs[-1].fields[-1].code.append(element.text or "")

    def _refer(self, element: Element) -> None:
        if self._paragraphs and not self._paragraphs[-1].is_silent:
            kind = "footnote" if element.tag == w("footnoteReference") else "endnote"
            self.notes.setdefault(Note(kind, element.get(w("id"), "")))

    def _note_foreign(self, _: Element) -> None:
        self.has_foreign_part = True

    def _add_box(self, lines: list[Line]) -> None:
        paragraph = self._paragraphs[-1] if self._paragraphs else None
        if paragraph is None:
            self._flows[-1].add(lines)
        elif not paragraph.is_silent:
            paragraph.add_box(lines, self._flows[-1])

    def _end_cell(self, element: Element) -> None:
        cell = self._flows.pop()
        if below(element, "tcPr/cellDel") is not None:
            return
        if any(_continues(element, path) for path in ("tcPr/vMerge", "tcPr/hMerge")):
            cell = Lines()
        if self._rows:
            self._rows[-1].append(cell)
        else:
            self._flows[-1].add(cell.filled())

    def _end_row(self, element: Element) -> None:
        flows = self._rows.pop()
        cells = [cell.filled() for cell in flows]
        kinds = {flow.named for flow in flows}
        kind = kinds.pop() if len(kinds) == 1 else None
        if any(below(element, path) is not None for path in ("trPr/del", "trPr/hidden")):
            return
        if len(cells) == 1 and kind is not Role.CELL:
            self._flows[-1].add(cells[0])
        elif any(cells) or kind is Role.CELL:
            words = [[line.words for line in lines] for lines in cells]
            self._flows[-1].add([Line("\t".join(map(" ".join, words)), Hint(kind) if kind else None)])
            if len(self._flows) == 1:
                self.rows[len(self._flows[0].finished) - 1] = FoundRow(element, words)


def _joins_next(mark: Element) -> bool:
    """Tell whether a paragraph's mark was deleted or moved away, or only parts styles (w:specVanish)."""
    removed = below(mark, "del") is not None or below(mark, "moveFrom") is not None
    return removed or bool(switched(mark, "specVanish"))


def _continues(cell: Element, path: str) -> bool:
    found = below(cell, path)
    return found is not None and found.get(w("val"), "continue") == "continue"
