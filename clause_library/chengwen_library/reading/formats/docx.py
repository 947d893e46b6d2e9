"""Word files (.docx, .docm, .dotx): every paragraph and every row of a table a line."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

from chengwen_library.errors import UnreadableFile
from chengwen_library.reading.formats.docx_lines import Line
from chengwen_library.reading.formats.docx_numbering import Numbering
from chengwen_library.reading.formats.docx_package import Package
from chengwen_library.reading.formats.docx_styles import read_styles
from chengwen_library.reading.formats.docx_tables import rows_of
from chengwen_library.reading.formats.docx_text import TextReader
from chengwen_library.reading.formats.docx_xml import SAVE_ANEW, w
from chengwen_library.reading.source import Segment, segment

NOTE_LABELS = {"footnote": "脚注", "endnote": "尾注"}
"""What stands in front of a note, so that a number in it is not taken for a unit."""


def read_docx(content: bytes, name: str) -> list[Segment]:
    """Return the lines of a Word file called `name`, the notes behind the body.

    Numbers of Word's lists stand in front as words; the cells of a row are parted by a
    tab, and kept apart beside that; a line break in a paragraph begins a line of its own. Comments, headers and
    footers are not read. Raises UnreadableFile.
    """
    package = Package(content, name)
    body = package.document().find(w("body"))
    if body is None:
        raise UnreadableFile(f"“{name}”里没有 Word 正文，文件不完整。{SAVE_ANEW}")
    styles = read_styles(package.content("styles"), name)
    reader = TextReader(Numbering(package.part("numbering"), styles), styles, name)
    lines = reader.read(body)
    rows = rows_of(body, reader.rows)
    lines += map(Line, _notes(reader, package))
    if reader.has_foreign_part:
        raise UnreadableFile(f"“{name}”里有一段嵌入的网页或别的文件（altChunk），读不出来。{SAVE_ANEW}")
    found = [
        segment(place + 1, 0, line.words, rows.get(place), line.hint)
        for place, line in enumerate(lines)
        if line.words.strip() or place in rows
    ]
    if not any(line.text for line in found):
        raise UnreadableFile(f"“{name}”里没有文字，可能只有图片。请找带文字的文件，或识别成文字后再读入。")
    return found


def _notes(reader: TextReader, package: Package) -> Iterator[str]:
    """Yield each note that the body refers to as a line, in the order of the references."""
    kinds = {note.kind for note in reader.notes}
    texts = {kind: _by_number(package.part(f"{kind}s"), kind) for kind in kinds}
    for note in list(reader.notes):
        element = texts[note.kind].get(note.number)
        words = " ".join(line.words.strip() for line in reader.read(element)) if element is not None else ""
        if words.strip():
            yield f"{NOTE_LABELS[note.kind]}：{words.strip()}"


def _by_number(root: Element | None, kind: str) -> dict[str, Element]:
    found = root.iterfind(w(kind)) if root is not None else ()
    return {element.get(w("id"), ""): element for element in found}
