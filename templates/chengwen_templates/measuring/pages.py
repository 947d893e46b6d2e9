"""The pages of a PDF as they are to be seen: characters, straight rules, ink.

Every length is in mm from the paper's top left corner; sizes of type are in pt.
PDFium runs in one thread at a time, so does everything here.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator, Sequence
from ctypes import byref, c_double, c_int, c_uint, create_string_buffer
from dataclasses import dataclass, field, replace

import numpy
import pypdfium2
import pypdfium2.raw as pdfium

from chengwen_library.errors import UnreadableFile
from chengwen_library.reading.formats.pdf_rows import ordinary
from chengwen_templates.measuring.measurement import Box
from chengwen_templates.measuring.rules import Rule, rules_of

MM_PER_POINT = 25.4 / 72
_INK_SCALE = 6
"""Pixels a point when ink is drawn: 432 dots an inch."""

_PIXEL_MM = MM_PER_POINT / _INK_SCALE
_FONT_NAME_LENGTH = 256
_HALF = 128
_BRIGHT = 180
_WIDE = frozenset("　、。〈〉《》「」『』【】〔〕！（），：；？")
_FIRST_IDEOGRAPH = "⺀"


@dataclass(frozen=True, slots=True)
class Character:
    """A character of a page: `left` to `right` is its advance, `ink` what PDFium says of its outline.

    `font` is the name embedded in the PDF, `colour` is hex RGB.
    """

    text: str
    font: str
    size_pt: float
    baseline: float
    left: float
    right: float
    ink: Box
    colour: str

    @property
    def top(self) -> float:
        """Top of the character's em box: Chinese type stands 0.88 em over the baseline."""
        return self.baseline - 0.88 * self.size_pt * MM_PER_POINT

    @property
    def bottom(self) -> float:
        """Bottom of the character's em box."""
        return self.baseline + 0.12 * self.size_pt * MM_PER_POINT


@dataclass(frozen=True, slots=True)
class Page:
    """A page: `number` counts from 1; `characters` are in the order in which the PDF draws them.

    White space is left out. `content` is the whole PDF, from which `ink_in` draws. A page
    that lies across the paper may be `turned` upright, with `upright`.
    """

    number: int
    width: float
    height: float
    characters: tuple[Character, ...]
    rules: tuple[Rule, ...]
    content: bytes = field(repr=False, compare=False)
    turned: bool = False

    @property
    def wide(self) -> bool:
        """Whether the page lies across the paper (横排, 8)."""
        return self.width > self.height


def read_pages(content: bytes) -> tuple[Page, ...]:
    """Return the pages of a PDF; raises UnreadableFile if it is none."""
    try:
        with pypdfium2.PdfDocument(content) as document:
            return tuple(_page(document, index, content) for index in range(len(document)))
    except pypdfium2.PdfiumError as error:
        raise UnreadableFile("这个 PDF 打不开，没法量它的版面。") from error


def ink_in(page: Page, area: Box, colour: str) -> Box | None:
    """Return the edges of the ink of `colour` (红色 or 黑色) within `area`, as drawn at 432 dots an inch.

    None where there is no such ink.
    """
    if page.turned:
        lying = replace(page, width=page.height, height=page.width, turned=False)
        ink = ink_in(lying, Box(page.height - area.bottom, area.left, page.height - area.top, area.right), colour)
        return ink and Box(ink.top, page.height - ink.right, ink.bottom, page.height - ink.left)
    area = Box(max(0, area.left), max(0, area.top), min(page.width, area.right), min(page.height, area.bottom))
    if area.right - area.left < _PIXEL_MM or area.bottom - area.top < _PIXEL_MM:
        return None
    crop = tuple(
        edge / MM_PER_POINT for edge in (area.left, page.height - area.bottom, page.width - area.right, area.top)
    )
    with pypdfium2.PdfDocument(page.content) as document:
        drawn = document[page.number - 1].render(scale=_INK_SCALE, crop=crop, rev_byteorder=True)
        mask = _mask(drawn.to_numpy(), colour)
    rows, columns = numpy.flatnonzero(mask.any(axis=1)), numpy.flatnonzero(mask.any(axis=0))
    if not rows.size:
        return None
    edges = (int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1)
    left, top, right, bottom = (edge * _PIXEL_MM for edge in edges)
    return Box(area.left + left, area.top + top, area.left + right, area.top + bottom)


def upright(page: Page) -> Page:
    """Return a wide page as it lies in the bound document: its left edge is the foot; rules are left out.

    Of its words only those are right that read downwards on the wide page, and of these an
    advance is reckoned as having as much white after the ink as before it.
    """
    foot = page.width
    characters = [
        replace(
            one,
            baseline=foot - one.left,
            left=one.baseline,
            right=one.ink.bottom + one.ink.top - one.baseline,
            ink=Box(one.ink.top, foot - one.ink.right, one.ink.bottom, foot - one.ink.left),
        )
        for one in page.characters
    ]
    return replace(page, width=page.height, height=foot, characters=tuple(characters), rules=(), turned=True)


def is_red(colour: str) -> bool:
    """Tell whether a hex RGB colour is a red (official red is no single shade)."""
    red, green, blue = (int(colour[place : place + 2], 16) for place in (0, 2, 4))
    return red > _BRIGHT and green < _HALF and blue < _HALF


def _mask(picture: numpy.ndarray, colour: str) -> numpy.ndarray:
    red, green, blue = (picture[:, :, channel] for channel in range(3))
    if colour == "红色":
        return (red > _BRIGHT) & (green < _HALF) & (blue < _HALF)
    return (red < _HALF) & (green < _HALF) & (blue < _HALF)


def _page(document: pypdfium2.PdfDocument, index: int, content: bytes) -> Page:
    page = document[index]
    width, height = page.get_size()
    characters = tuple(_characters(page.get_textpage(), height))
    return Page(index + 1, width * MM_PER_POINT, height * MM_PER_POINT, characters, rules_of(page, height), content)


def _characters(text: pypdfium2.PdfTextPage, height_pt: float) -> Iterator[Character]:
    for index in range(text.count_chars()):
        words = ordinary(chr(pdfium.FPDFText_GetUnicode(text, index)))
        if words.strip() and words.isprintable() and pdfium.FPDFText_IsGenerated(text, index) != 1:
            yield _character(text, index, words, height_pt)


def _character(text: pypdfium2.PdfTextPage, index: int, words: str, height_pt: float) -> Character:
    x, y = c_double(), c_double()
    pdfium.FPDFText_GetCharOrigin(text, index, byref(x), byref(y))
    loose = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(text, index, byref(loose))
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, index, byref(matrix))
    size = pdfium.FPDFText_GetFontSize(text, index) * math.hypot(matrix.c, matrix.d)
    right = x.value + size if _is_wide(words) else loose.right
    name = create_string_buffer(_FONT_NAME_LENGTH)
    pdfium.FPDFText_GetFontInfo(text, index, name, _FONT_NAME_LENGTH, byref(c_int()))
    return Character(
        sys.intern(words),  # a page has hundreds of characters, and few different ones
        sys.intern(name.value.decode("utf-8", "replace")),
        size,
        (height_pt - y.value) * MM_PER_POINT,
        x.value * MM_PER_POINT,
        right * MM_PER_POINT,
        _ink(text, index, height_pt),
        sys.intern(_colour(text, index)),
    )


def _ink(text: pypdfium2.PdfTextPage, index: int, height_pt: float) -> Box:
    left, bottom, right, top = text.get_charbox(index)
    edges: Sequence[float] = (left, height_pt - top, right, height_pt - bottom)
    return Box(*(edge * MM_PER_POINT for edge in edges))


def _colour(text: pypdfium2.PdfTextPage, index: int) -> str:
    red, green, blue, opacity = (c_uint() for _ in range(4))
    pdfium.FPDFText_GetFillColor(text, index, byref(red), byref(green), byref(blue), byref(opacity))
    return f"{red.value:02X}{green.value:02X}{blue.value:02X}"


def _is_wide(text: str) -> bool:
    return text >= _FIRST_IDEOGRAPH or text in _WIDE
