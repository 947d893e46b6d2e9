"""What Qt leaves out of a PDF: bookmarks, author and subject, and the right character behind every glyph."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    BooleanObject,
    DictionaryObject,
    Fit,
    IndirectObject,
    NameObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from chengwen_desktop.fonts.raw import glyph
from chengwen_desktop.printing.bookmarks import Bookmark
from chengwen_desktop.printing.face import Face
from chengwen_desktop.printing.sheet import texts_by_font
from chengwen_library.model import Measure

_CODE = re.compile(rb"<([0-9A-F]{4})>")
_CODE_LIST = re.compile(rb"\[[^\]]*\]")


def finished(content: bytes, measure: Measure, faces: Sequence[Face], marks: Iterable[Bookmark]) -> bytes:
    """Return Qt's PDF with title, author, subject, bookmarks, and text that can be searched and copied."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
    writer.pdf_header = "%PDF-1.4"
    _describe(writer, measure)
    _add_bookmarks(writer, faces, marks)
    _mend_characters(writer, faces)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _describe(writer: PdfWriter, measure: Measure) -> None:
    """Write title, author (the organs), subject (文号); Qt's own second copy of them (XMP) goes."""
    title = (measure.notice.title if measure.notice else None) or measure.title or ""
    facts = {
        "/Title": title,
        "/Author": "、".join(measure.issuers),
        "/Subject": measure.doc_number or "",
        "/Creator": "成文",
    }
    writer.add_metadata({name: words for name, words in facts.items() if words})
    root = writer.root_object
    root.pop("/Metadata", None)
    root[NameObject("/Lang")] = TextStringObject("zh-CN")
    root[NameObject("/ViewerPreferences")] = DictionaryObject({NameObject("/DisplayDocTitle"): BooleanObject(True)})


def _add_bookmarks(writer: PdfWriter, faces: Sequence[Face], marks: Iterable[Bookmark]) -> None:
    parents: dict[int, IndirectObject] = {}
    for mark in marks:
        above = [level for level in parents if level < mark.level]
        fit = Fit.xyz(left=0, top=faces[mark.face].height - mark.top)
        parent = parents[max(above)] if above else None
        made = writer.add_outline_item(
            title=mark.words, page_number=mark.face, parent=parent, fit=fit, is_open=mark.level < 1
        )
        parents = {level: item for level, item in parents.items() if level < mark.level} | {mark.level: made}
    if parents:
        writer.root_object[NameObject("/PageMode")] = NameObject("/UseOutlines")


def _mend_characters(writer: PdfWriter, faces: Sequence[Face]) -> None:
    """Name every glyph by the character that was written.

    Where a font draws two characters alike, 一 and the radical ⼀, Qt names the glyph by the
    one with the lower number; a search for the word would then find nothing.
    """
    meant = _meant(faces)
    for table in _tables(writer):
        table.set_data(_CODE_LIST.sub(partial(_mended, meant), table.get_data()))


def _mended(meant: Callable[[str], str], codes: re.Match[bytes]) -> bytes:
    return _CODE.sub(lambda code: b"<%04X>" % ord(meant(chr(int(code.group(1), 16)))), codes.group())


def _meant(faces: Sequence[Face]) -> Callable[[str], str]:
    """Return what tells of a character the one of the document that the same glyph stands for."""
    by_font = {font: set(text) for font, text in texts_by_font(faces).items()}
    glyphs = {font: {glyph(font, one): one for one in used} for font, used in by_font.items()}
    used = set[str]().union(*by_font.values())

    def meant(character: str) -> str:
        if character in used:
            return character
        found = (known.get(glyph(font, character)) for font, known in glyphs.items() if glyph(font, character))
        return next((one for one in found if one), character)

    return meant


def _tables(writer: PdfWriter) -> list[StreamObject]:
    """Return the tables from glyphs to characters, one a font."""
    found: dict[int, StreamObject] = {}
    for page in writer.pages:
        for font in _entries(_entries(page["/Resources"]).get("/Font")).values():
            table = _entries(font).get("/ToUnicode")
            stream = table.get_object() if table is not None else None
            if isinstance(stream, StreamObject):
                found[id(stream)] = stream
    return list(found.values())


def _entries(value: PdfObject | None) -> dict[str, PdfObject]:
    resolved = value.get_object() if value is not None else None
    return dict(resolved.items()) if isinstance(resolved, DictionaryObject) else {}
