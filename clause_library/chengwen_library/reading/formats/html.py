"""Web pages: the lines of the document, and those that belong to the page around it.

The text is where the numbered units are. Navigation is left out only outside of
the innermost element that holds nearly all of them; so a page that is one big
form, or a menu that stands inside the text, loses nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from chengwen_library.errors import UnreadableFile
from chengwen_library.numbering import parse_mark
from chengwen_library.reading import wording
from chengwen_library.reading.formats.html_lines import HEADER, NAVIGATION, Line, Page, page_of
from chengwen_library.reading.formats.markup import page_text
from chengwen_library.reading.report import Dropped
from chengwen_library.reading.source import Segment, segment

NAVIGATION_REASON = "网页导航"
HIDDEN_REASON = "网页上看不见的文字"
COPY_REASON = "网页上重复的全文"

NEARLY_ALL = 0.7
"""The share of the units that the innermost element around the text holds; the rest may stand in annexes or menus."""

FEWEST_UNITS = 3
LEAST_COPY = 0.25
"""The share of the page's words that a second copy of the text has at least, if it is the whole text."""

FEWEST_COPIED = 3
MOST_COPIES = 8
"""Lines that stand on a page more often begin no copy of the text."""

FEWEST_LINKS = 3
"""Lines in a row that are nothing but links make a menu."""


def read_html(content: bytes, name: str) -> tuple[list[Segment], list[Dropped]]:
    """Return the lines of a web page called `name`, numbered from 1, and those left out, each with a reason.

    Raises UnreadableFile for an empty page, one that is not text, and one made to stop a parser.
    """
    page = page_of(page_text(content, name), name)
    reasons: list[str | None] = [None] * len(page.lines)
    lines = [segment(number, 0, line.text) for number, line in enumerate(page.lines, start=1)]
    _leave_out_hidden(page, lines, reasons)
    _leave_out_copies(lines, reasons)
    _leave_out_navigation(page, lines, reasons)
    kept = [line for line, reason in zip(lines, reasons, strict=True) if reason is None]
    if not kept:
        raise UnreadableFile(f"“{name}”里没有文字。网页的正文可能要联网才显示；请在浏览器里打开，复制正文再读入。")
    return kept, [
        Dropped(line.line, None, line.raw, reason) for line, reason in zip(lines, reasons, strict=True) if reason
    ]


def _leave_out_hidden(page: Page, lines: Sequence[Segment], reasons: list[str | None]) -> None:
    """Leave out what a browser does not show, unless the numbered text is hidden until a script shows it."""
    shown_units = any(_is_unit(line) for line, of in zip(lines, page.lines, strict=True) if of.hidden < 0)
    groups: dict[int, list[int]] = {}
    for index, line in enumerate(page.lines):
        if line.hidden >= 0:
            groups.setdefault(line.hidden, []).append(index)
    for indexes in groups.values():
        if shown_units or not any(_is_unit(lines[index]) for index in indexes):
            for index in indexes:
                reasons[index] = HIDDEN_REASON


def _leave_out_copies(lines: Sequence[Segment], reasons: list[str | None]) -> None:
    """Leave out every further copy of the whole text, as pages have for telephones and for printing."""
    indexes = [index for index, reason in enumerate(reasons) if reason is None]
    words = [lines[index].text for index in indexes]
    least = LEAST_COPY * sum(map(len, words))
    first: dict[str, int] = {}
    times = Counter(words)
    place = 0
    while place < len(words):
        earlier = first.setdefault(words[place], place)
        inside_a_run = earlier > 0 and words[earlier - 1] == words[place - 1]
        begins = earlier < place and not inside_a_run and times[words[place]] <= MOST_COPIES
        length = _run(words, earlier, place) if begins else 0
        run = range(place, place + length)
        if length >= FEWEST_COPIED and sum(len(words[i]) for i in run) >= least and _has_unit(lines, indexes, run):
            for copied in run:
                reasons[indexes[copied]] = COPY_REASON
            place += length
        else:
            place += 1


def _run(words: Sequence[str], earlier: int, later: int) -> int:
    """Return how many lines from `later` on are those from `earlier` on."""
    length = 0
    while later + length < len(words) and earlier + length < later and words[earlier + length] == words[later + length]:
        length += 1
    return length


def _has_unit(lines: Sequence[Segment], indexes: Sequence[int], run: range) -> bool:
    return any(_is_unit(lines[indexes[place]]) for place in run)


def _leave_out_navigation(page: Page, lines: Sequence[Segment], reasons: list[str | None]) -> None:
    """Leave out the navigation outside of the text."""
    kept = [index for index, reason in enumerate(reasons) if reason is None]
    inside, aside = _sides(page, _main(page, lines, kept))
    for index in kept:
        line, home = lines[index], page.lines[index].container
        if not inside[home] and (
            aside[home] == NAVIGATION or (aside[home] == HEADER and not _names_document(line, page.lines[index]))
        ):
            reasons[index] = NAVIGATION_REASON
    outside = [index for index in kept if reasons[index] is None and not inside[page.lines[index].container]]
    for is_link, group in groupby(outside, key=lambda index: page.lines[index].linked and not _is_unit(lines[index])):
        menu = list(group)
        if is_link and len(menu) >= FEWEST_LINKS:
            for index in menu:
                reasons[index] = NAVIGATION_REASON


def _main(page: Page, lines: Sequence[Segment], kept: Sequence[int]) -> int:
    """Return the innermost container that holds nearly all of the units, or of the words where units are few."""
    units = [index for index in kept if _is_unit(lines[index])]
    weights = [0] * len(page.parents)
    for index in units if len(units) >= FEWEST_UNITS else kept:
        line = page.lines[index]
        weights[line.container] += 1 if len(units) >= FEWEST_UNITS else 0 if line.linked else len(line.text)
    for container in range(len(weights) - 1, 0, -1):
        parent = page.parents[container]
        if parent >= 0:
            weights[parent] += weights[container]
    main, least = 0, NEARLY_ALL * sum(weights[i] for i, parent in enumerate(page.parents) if parent < 0)
    for container, weight in enumerate(weights):
        if weight >= least:
            main = container
    return main


def _sides(page: Page, main: int) -> tuple[bytearray, bytearray]:
    """Return for each container whether it is in the main one, and the kind of navigation it belongs to."""
    inside, aside, around = bytearray(len(page.parents)), bytearray(page.kinds), main
    while around >= 0:
        aside[around] = 0
        around = page.parents[around]
    for container, parent in enumerate(page.parents):
        inside[container] = container == main or (parent >= 0 and inside[parent])
        if parent >= 0 and aside[parent]:
            aside[container] = NAVIGATION if NAVIGATION in (aside[parent], aside[container]) else HEADER
    return inside, aside


def _is_unit(line: Segment) -> bool:
    return parse_mark(line.text) is not None


def _names_document(line: Segment, of: Line) -> bool:
    """Tell whether a line in a header is one of the document's own: its title, its 文号, its 主送机关."""
    return not of.linked and (
        wording.is_title(line.text) or wording.is_doc_number(line.text) or wording.is_recipients(line.text)
    )
