"""The rows of text on a PDF page: PDFium gives stretches of characters, their places make the rows.

Coordinates are points (1/72 inch) of the page as it is read, x to the right, y upwards.
"""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import NamedTuple

import pypdfium2.raw as pdfium

UNKNOWN = "\ufffd"
"""Stands for a glyph of which the file does not say what character it is."""

SAME_ROW = 0.4
"""Share of the font size by which the base lines of one row differ at most: raised and lowered numbers stay in it."""

GAP = 0.2
"""Share of the font size from which on a gap between two stretches is a space."""

CHINESE_GAP = 0.8
"""The same inside a stretch where a Chinese character is near; those set wide apart belong to different words."""

_UPRIGHT_WITHIN = 2.0
"""Degrees."""

_HYPHEN, _SPACE = 2, 32
_BREAKS = frozenset({10, 13, _HYPHEN})
_CLOSING = frozenset("，。、；：？！）〕】》〉”’％…,.;:?!)]%") | {'"', "'"}
_STRAIGHT = frozenset({'"', "'"})
_OPENING = frozenset("（〔【《〈“‘([")
_RADICALS = str.maketrans(
    "⺎⺐⺒⺓⺛⺜⺝⺟⺠⺩⺪⺫⺬⺮⺯⺻⺼⺽⻁⻄⻅⻆⻉⻋⻓⻔⻕⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻪⻬⻮⻰⻳",
    "兀尢巳幺旡日月母民王疋目示竹糸聿月臼虎西见角贝车长门阜雨青韦页风飞食马骨鬼鱼鸟麦黄黾齐齿龙龟",
)
"""Characters of the CJK Radicals Supplement that fonts give for ordinary ones; Unicode has no NFKC form of them."""

_COMPATIBLE = re.compile("[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06]")
_HALVES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of text, or a stretch of one: its words, its edges, base line and font size in points.

    `head` is the width of what cannot be parted at its beginning, in points. `spaced`
    tells whether white space stands at its end.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    head: float
    spaced: bool


class _Place(NamedTuple):
    """Where a character stands when the page is turned so that it is upright."""

    left: float
    right: float
    baseline: float


class TextPage:
    """The characters of a page as PDFium finds them, and their places; close it after use."""

    def __init__(self, page: object) -> None:
        """Find the text of a loaded page. Raises MemoryError where PDFium cannot."""
        self._text = pdfium.FPDFText_LoadPage(page)
        if not self._text:
            raise MemoryError
        self.upright = -90 * pdfium.FPDFPage_GetRotation(page) % 360
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box, self._matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()

    def close(self) -> None:
        """Give back what PDFium holds."""
        pdfium.FPDFText_ClosePage(self._text)

    def count(self) -> int:
        """Return the number of characters."""
        return pdfium.FPDFText_CountChars(self._text)

    def codes(self) -> list[int]:
        """Return the codes of all characters; line ends and spaces that PDFium inferred are among them."""
        text, unicode_of = self._text, pdfium.FPDFText_GetUnicode
        return [unicode_of(text, index) for index in range(self.count())]

    def place(self, index: int, angle: int | None) -> _Place:
        """Return the place of a character that is turned by a right angle, or askew."""
        pdfium.FPDFText_GetCharOrigin(self._text, index, self._x, self._y)
        pdfium.FPDFText_GetLooseCharBox(self._text, index, self._box)
        x, y, box = self._x.value, self._y.value, self._box
        match angle:
            case 90:
                return _Place(box.bottom, box.top, -x)
            case 180:
                return _Place(-box.right, -box.left, -y)
            case 270:
                return _Place(-box.top, -box.bottom, x)
            case _:
                return _Place(box.left, box.right, y)

    def is_inferred(self, index: int) -> bool:
        """Tell whether PDFium put a character there because of a gap."""
        return pdfium.FPDFText_IsGenerated(self._text, index) == 1

    def angle(self, index: int) -> int | None:
        """Return the right angle by which a character is turned, or None for one in between."""
        pdfium.FPDFText_GetMatrix(self._text, index, self._matrix)
        angle = math.degrees(math.atan2(self._matrix.b, self._matrix.a))
        turns = round(angle / 90)
        return turns * 90 % 360 if abs(angle - turns * 90) <= _UPRIGHT_WITHIN else None

    def size(self, index: int) -> float:
        """Return the font size of the character whose angle was asked for last."""
        size = pdfium.FPDFText_GetFontSize(self._text, index) * math.hypot(self._matrix.c, self._matrix.d)
        return size if 0 < size < math.inf else 1.0


def page_rows(page: TextPage) -> tuple[list[Row], list[str]]:
    """Return the rows of a page from top to bottom, and the words that stand across them, such as watermarks."""
    by_angle: dict[int | None, list[Row]] = {}
    characters: dict[int | None, int] = {}
    for angle, stretch in _stretches(page):
        by_angle.setdefault(angle, []).append(stretch)
        characters[angle] = characters.get(angle, 0) + len(stretch.text)
    if not by_angle:
        return [], []
    main = max(by_angle, key=lambda angle: (angle is not None, characters[angle], angle == page.upright))
    across = ["".join([part.text for part in by_angle[angle]]) for angle in by_angle if angle != main]
    return list(rows_of(by_angle[main])), across


def rows_of(stretches: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows that the stretches form, from top to bottom."""
    row: list[Row] = []
    for stretch in sorted(stretches, key=lambda stretch: -stretch.baseline):
        if row and row[0].baseline - stretch.baseline > SAME_ROW * max(row[0].size, stretch.size):
            yield _row(row)
            row = []
        row.append(stretch)
    if row:
        yield _row(row)


def ordinary(text: str) -> str:
    """Return the text with radicals, compatibility ideographs and ligatures replaced by ordinary characters."""
    return _COMPATIBLE.sub(lambda odd: unicodedata.normalize("NFKC", odd.group()), text.translate(_RADICALS))


def _stretches(page: TextPage) -> Iterator[tuple[int | None, Row]]:
    """Yield the stretches of characters on one base line, each with the angle it is turned by."""
    codes = page.codes()
    characters = list(map(_character, codes))
    ends = [index for index, code in enumerate(codes) if code in _BREAKS]
    for before, end in pairwise([-1, *ends, len(codes)]):
        hyphen = end < len(codes) and codes[end] == _HYPHEN
        yield from _parted(page, characters, before + 1, end + hyphen)


def _parted(page: TextPage, characters: list[str], start: int, end: int) -> Iterator[tuple[int | None, Row]]:
    """Yield the stretch from `start` to `end`, or its parts where PDFium missed the end of a row."""
    stop = end
    while start < stop and characters[start].isspace():
        start += 1
    while start < stop and characters[stop - 1].isspace():
        stop -= 1
    if start == stop:
        return
    angle, first = page.angle(start), start
    size = page.size(start)
    place, last = page.place(start, angle), page.place(stop - 1, angle)
    if angle is not None and abs(place.baseline - last.baseline) > SAME_ROW * size and stop - start > 1:
        first = next(
            (
                i
                for i in range(start + 1, stop)
                if abs(page.place(i, angle).baseline - place.baseline) > SAME_ROW * size
            ),
            stop - 1,
        )
        yield from _parted(page, characters, start, first)
        yield from _parted(page, characters, first, end)
        return
    head = page.place(start + _unparted(characters[start:stop]) - 1, angle)
    text = _whole("".join(_without_seams(page, characters, start, stop, angle)))
    width = max(head.right - place.left, 0.0)
    yield angle, Row(text, place.left, last.right, place.baseline, size, width, stop < end)


def _without_seams(page: TextPage, characters: list[str], start: int, stop: int, angle: int | None) -> Iterator[str]:
    """Yield the characters without the spaces that PDFium infers from the narrow gap between Chinese and Latin."""
    for index in range(start, stop):
        character = characters[index]
        if character == " " and not (characters[index - 1].isascii() and characters[index + 1].isascii()):
            gap = page.place(index + 1, angle).left - page.place(index - 1, angle).right
            if page.is_inferred(index) and gap < CHINESE_GAP * page.size(index + 1):
                continue
        yield character


@cache
def _character(code: int) -> str:
    if code == _HYPHEN:
        return "-"
    if code == 9:
        return " "
    if code < _SPACE or 0xE000 <= code < 0xF900 or 0xFFFE <= code <= 0xFFFF or code > 0x10FFFF:
        return UNKNOWN
    return chr(code)


def _row(stretches: Sequence[Row]) -> Row:
    """Return the row of the stretches on one base line, without second copies printed over the first to look bold."""
    placed = sorted(stretches, key=lambda stretch: stretch.left)
    row, widest = placed[0], placed[0]
    for before, stretch in pairwise(placed):
        if stretch.text == before.text and stretch.left - before.left < stretch.size / 2:
            continue
        space = " " if row.spaced or stretch.left - row.right > GAP * stretch.size else ""
        right = max(row.right, stretch.right)
        row = replace(row, text=f"{row.text}{space}{stretch.text}", right=right, spaced=stretch.spaced)
        widest = max(widest, stretch, key=lambda part: len(part.text))
    return replace(row, baseline=widest.baseline, size=widest.size)


def _unparted(characters: Sequence[str]) -> int:
    """Return how many characters at the beginning stay together at the end of a line."""
    end = 0
    while end < len(characters) - 1 and characters[end] in _OPENING:
        end += 1
    latin = characters[end].isascii()
    end += 1
    while end < len(characters) and (
        characters[end] in _CLOSING
        or (latin and characters[end].isascii() and not characters[end].isspace())
        or characters[end - 1] in _STRAIGHT
    ):
        end += 1
    return end


def _whole(text: str) -> str:
    """Return the text with halves of characters put together, as some systems give them, and ordinary characters."""
    if _HALVES.search(text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return ordinary(text)
