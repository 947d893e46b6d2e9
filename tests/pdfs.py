"""PDFs written by hand, for the tests: rows of text at given places, and files made to stop a reader."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 595, 842
LEFT, TOP, SIZE, PITCH = 80, 740, 16, 29
IN_ROW = 27
"""Characters of a full row."""


@dataclass(frozen=True)
class Words:
    """Words at a place of a page: left edge and base line in points from the lower left corner, font size, turn."""

    text: str
    left: float
    baseline: float
    size: float = SIZE
    matrix: str = "1 0 0 1"


def pdf(pages: Sequence[Sequence[Words]], extra: str = "") -> bytes:
    """Return a PDF with the pages; Chinese characters are an em wide, others half of one."""
    return assembled([b" ".join(map(_shown, page)) for page in pages], extra)


def assembled(contents: Sequence[bytes], extra: str = "", resources: str = "", more: Sequence[bytes] = ()) -> bytes:
    """Return a PDF of pages with these content streams; `more` are further objects, numbered from 7."""
    first = 7 + len(more)
    kids = " ".join(f"{first + 2 * number} 0 R" for number in range(len(contents)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R%s>>" % extra.encode(),
        f"<</Type/Pages/Count {len(contents)}/Kids[{kids}]>>".encode(),
        b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/FontDescriptor 5 0 R/DW 1000/W[1 95 500 814 939 500]"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>",
        b"<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -120 1000 880]/ItalicAngle 0/Ascent 880"
        b"/Descent -120/CapHeight 880/StemV 90>>",
        b"<</Font<</F 3 0 R>>%s>>" % resources.encode(),
        *more,
    ]
    for number, content in enumerate(contents):
        page = first + 2 * number
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Resources 6 0 R/Contents {page + 1} 0 R>>".encode()
        )
        objects.append(stream(content))
    return _file(objects)


def stream(content: bytes, entries: str = "") -> bytes:
    """Return a compressed stream object."""
    packed = zlib.compress(content, 1)
    return b"<<%s/Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (entries.encode(), len(packed), packed)


def typeset(
    paragraphs: Sequence[str], *, rows: int = 22, indent: int = 2, header: str = "", numbers: bool = True
) -> bytes:
    """Return a PDF with the paragraphs set in full rows, first lines indented by `indent` characters, pages numbered."""
    lines = [line for paragraph in paragraphs for line in _rows(paragraph, indent)]
    pages = [lines[start : start + rows] for start in range(0, len(lines), rows)]
    return pdf([_page(page, number, header, numbers) for number, page in enumerate(pages, start=1)])


def _page(lines: Sequence[tuple[int, str]], number: int, header: str, numbers: bool) -> list[Words]:
    words = [Words(text, LEFT + indent * SIZE, TOP - row * PITCH) for row, (indent, text) in enumerate(lines)]
    if header:
        words.insert(0, Words(header, 400, TOP + 50, 10))
    if numbers:
        words.append(Words(f"— {number} —", 280, 60, 14))
    return words


def _rows(paragraph: str, indent: int) -> list[tuple[int, str]]:
    """Break a paragraph into rows; no row begins with a closing mark."""
    rows: list[tuple[int, str]] = []
    start, room = 0, IN_ROW - indent
    while start < len(paragraph):
        end = start + room
        while end < len(paragraph) and paragraph[end] in "，。、；：）》”":
            end -= 1
        rows.append((indent if not rows else 0, paragraph[start:end]))
        start, room = end, IN_ROW
    return rows


def _shown(words: Words) -> bytes:
    text = words.text.encode("utf-16-be").hex()
    return f"BT /F {words.size} Tf {words.matrix} {words.left} {words.baseline} Tm <{text}> Tj ET".encode()


def _file(objects: Sequence[bytes]) -> bytes:
    parts, places = [b"%PDF-1.7\n"], []
    for number, content in enumerate(objects, start=1):
        places.append(sum(map(len, parts)))
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    start = sum(map(len, parts))
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    parts.append(b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table))
    parts.append(b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start))
    return b"".join(parts)
