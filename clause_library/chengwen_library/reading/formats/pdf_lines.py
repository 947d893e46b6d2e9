"""The rows of a PDF: page numbers and running headers told from the text, rows joined to paragraphs.

Where a paragraph ends is seen from the page: a row ends one if the beginning of the
next would still have fitted behind it, or if the next is indented as first lines are.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from chengwen_library.folding import fold
from chengwen_library.numbering import parse_mark
from chengwen_library.reading.formats.pdf_rows import Row
from chengwen_library.reading.wording import is_closing

PAGE_NUMBER = "页码"
RUNNING = "页眉页脚"

_DASHED = re.compile(r"[-—–－―~·•.\s]*[-—–－―~·•][-—–－―~·•.\s]*(\d{1,4})[-—–－―~·•.\s]+")
_NAMED = re.compile(
    r"[-—–\s]*(?:第\s*(\d{1,4})\s*页(?:[，,/\s]*共\s*\d{1,4}\s*页)?|[Pp]age\s*(\d{1,4})(?:\s*of\s*\d+)?)[-—–\s]*"
)
_BARE = re.compile(r"(\d{1,4})(?:\s*/\s*\d{1,4})?")
_DIGITS = re.compile(r"\d+")
_SENTENCE_ENDS = "。；：！？）”"

COPIES = "抄送："
"""Begins the one paragraph of the 版记 that may take several rows; it hangs, and has a right edge of its own."""

OUTERMOST = 2
"""Rows at the top and at the foot of a page that may be page number, header or footer."""

LONGEST_RUNNING = 60
SAME_PLACE = 3.0
"""Points by which the base lines of a running header differ at most from page to page."""

MANY_PAGES = 3
"""A row that stands at the edge of so many pages is a running one; on two only if it is set apart from the text."""


MIRRORED = 3.0
"""Points by which the left edges of left and right pages differ at least, if their margins are mirrored."""

SHARED = 0.05
"""The share of the long rows that end at the right edge of the text at least; fewer are tables that stick out."""

FARTHEST_START = 6
"""Times the font size that a row of a paragraph begins away from the left edge at most; signatures begin farther."""

LARGER, CENTRED = 1.15, 1.2
"""How many times larger than the text a title is at least; how many times its size it stands off the middle at most."""

LARGEST_PITCH = 2.5
"""Times the font size; rows farther apart are paragraphs set apart."""


@dataclass(slots=True)
class PdfPage:
    """A page with its number from 1, its size in points and its rows from top to bottom."""

    number: int
    width: float
    height: float
    rows: list[Row]


@dataclass(slots=True)
class Block:
    """A paragraph, or a row that is left out with its reason."""

    text: str
    reason: str | None = None


@dataclass(slots=True)
class _Area:
    """The edges of the text on a page, in points."""

    left: float
    right: float


@dataclass(slots=True)
class _Habits:
    """What holds in the whole document: its usual font size and pitch of lines, how it begins paragraphs and units."""

    size: float
    pitch: float
    indents: bool = False
    marks_at_margin: bool = True


@dataclass(slots=True)
class _Paragraph:
    """A paragraph that may go on: its text, its first row, its last row with the page that it stands on."""

    text: str
    first: Row
    last: Row
    page: PdfPage
    rows: int = 1
    behind: list[Block] = field(default_factory=list[Block])


def blocks_of(pages: Sequence[PdfPage]) -> Iterator[Block]:
    """Yield the paragraphs of a PDF and the rows left out, in the order of reading."""
    running = _running(pages)
    areas = _areas(pages, running)
    habits = _habits(pages, running, areas)
    open_paragraph: _Paragraph | None = None
    for page in pages:
        for index, row in enumerate(page.rows):
            reason = running.get((page.number, index))
            if reason is not None:
                left_out = Block(row.text, reason)
                if open_paragraph is None:
                    yield left_out
                else:
                    open_paragraph.behind.append(left_out)
            elif open_paragraph is not None and _goes_on(open_paragraph, row, page, areas, habits):
                open_paragraph.text = _joined(open_paragraph.text, open_paragraph.last, row)
                open_paragraph.last, open_paragraph.page = row, page
                open_paragraph.rows += 1
            else:
                yield from _closed(open_paragraph)
                open_paragraph = _Paragraph(row.text, row, row, page)
    yield from _closed(open_paragraph)


def _closed(paragraph: _Paragraph | None) -> Iterator[Block]:
    if paragraph is not None:
        yield Block(paragraph.text)
        yield from paragraph.behind


def _running(pages: Sequence[PdfPage]) -> dict[tuple[int, int], str]:
    """Return why rows at the edges of pages are left out, by the number of the page and the index of the row."""
    numbers = _page_numbers(pages)
    return numbers | _repeated(pages, numbers)


def _edges(page: PdfPage, without: dict[tuple[int, int], str]) -> list[int]:
    """Return the indexes of the outermost rows of a page."""
    indexes = [index for index in range(len(page.rows)) if (page.number, index) not in without]
    return sorted({*indexes[:OUTERMOST], *indexes[-OUTERMOST:]})


def _page_numbers(pages: Sequence[PdfPage]) -> dict[tuple[int, int], str]:
    found: dict[tuple[int, int], str] = {}
    bare: list[tuple[int, int, int]] = []
    for page in pages:
        for index in _edges(page, {}):
            text = page.rows[index].text.strip()
            if _DASHED.fullmatch(text) or _NAMED.fullmatch(text):
                found[page.number, index] = PAGE_NUMBER
            elif match := _BARE.fullmatch(text):
                bare.append((page.number, index, int(match.group(1)) - page.number))
    offsets = Counter(offset for _, _, offset in bare)
    for number, index, offset in bare:
        if offsets[offset] > 1 or (len(pages) == 1 and offset == 0):
            found[number, index] = PAGE_NUMBER
    return found


def _repeated(pages: Sequence[PdfPage], numbers: dict[tuple[int, int], str]) -> dict[tuple[int, int], str]:
    """Return the rows that stand at the same place of several pages; only their digits may differ."""
    places: defaultdict[str, list[tuple[int, int, Row, bool]]] = defaultdict(list)
    for page in pages:
        for index in _edges(page, numbers):
            row = page.rows[index]
            words = _DIGITS.sub("#", fold(row.text))
            if len(words.replace("#", "")) > 1 and len(row.text) <= LONGEST_RUNNING and not parse_mark(row.text):
                places[words].append((page.number, index, row, _is_apart(page, index)))
    found: dict[tuple[int, int], str] = {}
    for group in places.values():
        for number, index, row, apart in group:
            near = {n for n, _, other, _ in group if abs(other.baseline - row.baseline) <= SAME_PLACE}
            if len(near) >= MANY_PAGES or (len(near) > 1 and apart):
                found[number, index] = RUNNING
    return found


def _is_apart(page: PdfPage, index: int) -> bool:
    """Tell whether a row at the edge of a page is smaller than the text or farther from it than its lines are."""
    rows = page.rows
    sizes = Counter(round(row.size, 1) for row in rows)
    gaps = [above.baseline - below.baseline for above, below in pairwise(rows)]
    nearest = [gaps[i] for i in (index - 1, index) if 0 <= i < len(gaps)]
    smaller = rows[index].size < 0.9 * sizes.most_common(1)[0][0]
    return smaller or (len(gaps) > 2 and min(nearest) > 1.4 * median(gaps))


def _areas(pages: Sequence[PdfPage], running: dict[tuple[int, int], str]) -> dict[int, _Area]:
    """Return the text area of each page; where margins are mirrored, left and right pages have areas of their own."""
    sizes: defaultdict[tuple[int, int], list[PdfPage]] = defaultdict(list)
    for page in pages:
        sizes[round(page.width), round(page.height)].append(page)
    areas: dict[int, _Area] = {}
    for group in sizes.values():
        whole = _area(group, running) or _Area(0, max(page.width for page in group))
        sides = [[page for page in group if page.number % 2 == odd] for odd in (0, 1)]
        own = [_area(side, running) or whole for side in sides]
        mirrored = abs(own[0].left - own[1].left) > MIRRORED
        for side, area in zip(sides, own, strict=True):
            areas |= dict.fromkeys([page.number for page in side], area if mirrored else whole)
    return areas


def _area(pages: Sequence[PdfPage], running: dict[tuple[int, int], str]) -> _Area | None:
    """Return the edges that most long rows share, or None if there are too few rows to tell."""
    rows = [row for page in pages for i, row in enumerate(page.rows) if (page.number, i) not in running]
    widest = max((row.right - row.left for row in rows), default=0)
    long = [row for row in rows if row.right - row.left > 0.6 * widest]
    if len(long) < MANY_PAGES:
        return None
    step = 0.25 * median(row.size for row in long)
    ends = [row.right for row in long if row.text[-1] not in "，。、；：,.;:"] or [row.right for row in long]
    rights = Counter(round(right / step) for right in ends)
    shared = max((place for place, times in rights.items() if times >= max(2, SHARED * len(long))), default=None)
    ends = [right for right in ends if shared is None or abs(right / step - shared) <= 1]
    lefts = Counter(round(row.left / step) for row in rows)
    margin = min(place for place, times in lefts.items() if times >= min(3, max(lefts.values())))
    return _Area(min(row.left for row in rows if abs(row.left / step - margin) <= 1), max(ends))


def _habits(pages: Sequence[PdfPage], running: dict[tuple[int, int], str], areas: dict[int, _Area]) -> _Habits:
    texts = [(page, row) for page in pages for i, row in enumerate(page.rows) if (page.number, i) not in running]
    sizes: Counter[float] = Counter()
    for _, row in texts:
        sizes[round(row.size, 1)] += len(row.text)
    size = sizes.most_common(1)[0][0] if sizes else 1.0
    gaps = [above[1].baseline - below[1].baseline for above, below in pairwise(texts) if above[0] is below[0]]
    habits = _Habits(size, median([gap for gap in gaps if gap < LARGEST_PITCH * size] or [LARGEST_PITCH * size]))
    starts = [
        (page, row)
        for (before_page, before), (page, row) in pairwise(texts)
        if _leaves_room(before, row, areas[before_page.number])
        and row.left - areas[page.number].left < FARTHEST_START * row.size
    ]
    indented = [row.left - areas[page.number].left > row.size / 2 for page, row in starts]
    marked = [far for far, (_, row) in zip(indented, starts, strict=True) if parse_mark(row.text)]
    habits.indents = sum(indented) > len(indented) / 2
    habits.marks_at_margin = not habits.indents or marked.count(False) > 0.3 * len(marked)
    return habits


def _leaves_room(row: Row, following: Row, area: _Area) -> bool:
    """Tell whether the beginning of the following row would still have fitted behind a row."""
    seam = 0.25 if row.text[-1].isascii() != following.text[0].isascii() else 0.0
    tolerance = -0.05 if row.text[-1] in _SENTENCE_ENDS else 0.1
    return area.right - row.right > following.head + (seam + tolerance) * following.size


def _goes_on(paragraph: _Paragraph, row: Row, page: PdfPage, areas: dict[int, _Area], habits: _Habits) -> bool:
    """Tell whether a row continues the paragraph before it."""
    before, area, before_area = paragraph.last, areas[page.number], areas[paragraph.page.number]
    apart = before.baseline - row.baseline if page is paragraph.page else habits.pitch
    if abs(before.size - row.size) > 0.1 * row.size or apart > 1.4 * max(habits.pitch, row.size):
        return False
    if paragraph.text.startswith(COPIES):
        return not before.text.endswith("。") and not row.text.endswith("印发")
    if _is_title(before, before_area, habits) and _is_title(row, area, habits):
        return page is paragraph.page
    if _is_centred(before, before_area) and _is_centred(row, area):
        return False
    starts = before.left - before_area.left
    if _leaves_room(before, row, before_area) or starts > FARTHEST_START * before.size:
        return False
    return not _is_first_row(paragraph, row, row.left - area.left, starts, habits)


def _is_first_row(paragraph: _Paragraph, row: Row, starts: float, before_starts: float, habits: _Habits) -> bool:
    """Tell whether a row below a full one begins a paragraph, by how far both start from the left edge, in points."""
    sentence_ends = paragraph.last.text[-1] in _SENTENCE_ENDS
    begins_unit = parse_mark(row.text) is not None
    if starts < row.size / 2:
        return sentence_ends and (is_closing(row.text) or (habits.marks_at_margin and begins_unit))
    if starts < before_starts - row.size / 2 or not (habits.indents or sentence_ends):
        return False
    if abs(starts - before_starts) < row.size / 2:
        return paragraph.rows == 1
    hangs = not habits.indents and before_starts < row.size / 2 and paragraph.rows == 1
    return not (hangs and parse_mark(paragraph.text) is not None and not begins_unit)


def _is_title(row: Row, area: _Area, habits: _Habits) -> bool:
    """Tell whether a row is set as one of a title: larger than the text, in the middle."""
    aside = abs((row.left - area.left) - (area.right - row.right))
    return row.size > LARGER * habits.size and aside < CENTRED * row.size


def _is_centred(row: Row, area: _Area) -> bool:
    left, right = row.left - area.left, area.right - row.right
    return left > 1.5 * row.size and abs(left - right) < CENTRED * row.size


def _joined(text: str, before: Row, row: Row) -> str:
    """Return the text with a further row; words of letters keep the space that the end of a row stands for."""
    ends, begins = text[-1], row.text[0]
    letters = ends.isascii() and ends.isalpha() and begins.isascii() and begins.isalpha()
    return f"{text}{' ' if before.spaced or letters else ''}{row.text}"
