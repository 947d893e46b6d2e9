"""A PDF to its pages, as the process that reads it tells of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from itertools import islice
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from chengwen_library.reading.formats.pdf_refusal import Refused
from chengwen_library.reading.formats.pdf_rows import UNKNOWN, Row, TextPage, page_rows

ALMOST_NO_TEXT = 10
"""Characters on a page, below which it is asked whether the page is a picture."""

MOST_OBJECTS = 50
"""Objects of such a page that are looked at."""

_NAMES = [part.name for part in fields(Row)]


def read_pages(content: bytes, most_pages: int, most_characters: int) -> Iterator[dict[str, Any]]:
    """Yield for each page its rows, the words across them, how many characters it has and whether it is a picture.

    Raises Refused for files that are damaged, locked by a password, forms, or beyond the limits.
    """
    document = _opened(content)
    try:
        if document.get_formtype() == pdfium.FORMTYPE_XFA_FULL:
            raise Refused("form")
        if len(document) > most_pages:
            raise Refused("pages")
        left = most_characters
        for index in range(len(document)):
            message = _page(document, index, left)
            left -= message["characters"]
            yield message
    finally:
        document.close()


def _opened(content: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        locked = pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD
        raise Refused("password" if locked else "broken") from error


def _page(document: pypdfium2.PdfDocument, index: int, most: int) -> dict[str, Any]:
    page = pdfium.FPDF_LoadPage(document.raw, index)
    if not page:
        return {"rows": [], "across": [], "characters": 0, "unknown": 0, "picture": False, "size": [0, 0], "lost": True}
    try:
        rows, across = _text(page, most)
        text = "".join([row.text for row in rows])
        return {
            "rows": [[getattr(row, name) for name in _NAMES] for row in rows],
            "across": across,
            "characters": len(text),
            "unknown": text.count(UNKNOWN),
            "picture": len(text) < ALMOST_NO_TEXT and _has_picture(page),
            "size": [pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)],
            "lost": False,
        }
    finally:
        pdfium.FPDF_ClosePage(page)


def _text(page: object, most: int) -> tuple[list[Row], list[str]]:
    text = TextPage(page)
    try:
        if text.count() > most:
            raise Refused("characters")
        return page_rows(text)
    finally:
        text.close()


def _has_picture(page: object) -> bool:
    count = pdfium.FPDFPage_CountObjects(page)
    objects = (pdfium.FPDFPage_GetObject(page, index) for index in range(count))
    return any(_is_picture(item, 2) for item in islice(objects, MOST_OBJECTS))


def _is_picture(item: object, depth: int) -> bool:
    """Tell whether a page object is an image or a group with one in it."""
    kind = pdfium.FPDFPageObj_GetType(item)
    if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
        return True
    if kind != pdfium.FPDF_PAGEOBJ_FORM or not depth:
        return False
    inner = range(min(pdfium.FPDFFormObj_CountObjects(item), MOST_OBJECTS))
    return any(_is_picture(pdfium.FPDFFormObj_GetObject(item, index), depth - 1) for index in inner)
