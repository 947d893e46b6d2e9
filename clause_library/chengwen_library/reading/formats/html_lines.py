"""A web page to its lines: what a browser sets on a line of its own is one, a row of a table too.

The parser's events are taken one by one and no tree is built, so that depth costs
nothing. Of the elements only the chain of containers is kept, as numbers in arrays.
"""

from __future__ import annotations

import re
import time
from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any, cast

from lxml import etree

from chengwen_library.data import load_table
from chengwen_library.errors import UnreadableFile
from chengwen_library.model import Form
from chengwen_library.numbering import parse_mark
from chengwen_library.reading.formats.marks import OrderedList

PLAIN, NAVIGATION, HEADER = range(3)
"""What an element is by its name and attributes; whether its words are left out depends on where the text stands."""

MOST_LINES = 100_000
MOST_SECONDS = 2.5
"""Of the processor; only pages made to stop a parser take longer."""

_CHUNK = 8192
_LONGEST_CELL = 15
"""Lines in a cell from which on a table is the page's layout and not data."""

_FEWEST_UNITS = 3
_LONGEST_NAMES = 200
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details", "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "optgroup", "option", "p", "pre",
    "section", "select", "summary", "table", "tbody", "td", "textarea", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
_SILENT = frozenset(
    {"script", "style", "template", "noscript", "title", "iframe", "noembed", "noframes", "object", "applet"}
)
_NAVIGATION = frozenset({"nav", "footer", "aside", "form", "button", "select"})
_ARTICLES = frozenset({"article", "main"})
_SPACE = re.compile(r"[ \t\n\r\f]+")
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_PREFORMATTED = re.compile(r"(?:^|;)\s*white-space\s*:\s*pre", re.I)
_DISPLAY_BLOCK = re.compile(r"(?:^|;)\s*display\s*:\s*block", re.I)


@dataclass(slots=True)
class Line:
    """A line of the page, the container it stands in, the hidden element it stands in (or -1), whether it is a link."""

    text: str
    container: int
    hidden: int
    linked: bool


@dataclass(slots=True)
class Page:
    """The lines of a page and its containers: of each the one around it (-1 at the top), its kind, what hides it."""

    lines: list[Line] = field(default_factory=list[Line])
    parents: array[int] = field(default_factory=lambda: array("l"))
    kinds: bytearray = field(default_factory=bytearray)
    hidden: array[int] = field(default_factory=lambda: array("l"))


@dataclass(slots=True)
class _Open:
    """An open element and what is to be restored when it ends."""

    tag: str
    container: int
    flushes: bool
    aside: tuple[list[str], int, int] | None = None
    preformatted: bool = False


@dataclass(slots=True)
class _Row:
    """An open row of a table: the index of its first line, of the first line of each cell, whether it holds a table."""

    start: int
    cells: list[int] = field(default_factory=list[int])
    nested: bool = False


def page_of(text: str, name: str) -> Page:
    """Return the lines and containers of a page. Raises UnreadableFile for pages made to stop a parser."""
    target = _Target(name)
    parser = etree.HTMLParser(
        target=cast("Any", target), encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )
    content = text.encode("utf-8", errors="replace")
    started = time.thread_time()
    try:
        for start in range(0, len(content), _CHUNK):
            parser.feed(content[start : start + _CHUNK])
            if time.thread_time() - started > MOST_SECONDS:
                raise _disordered(name)
        parser.close()
    except (etree.LxmlError, AssertionError) as error:
        raise _disordered(name) from error
    return target.page


class _Target:
    """Takes the parser's events and makes lines of them."""

    def __init__(self, name: str) -> None:
        self.page = Page()
        self._name = name
        self._open: list[_Open] = []
        self._container = -1
        self._words: list[str] = []
        self._linked = 0
        self._home = -1
        self._lists: list[OrderedList | None] = []
        self._rows: list[_Row] = []
        self._mark = ""
        self._silent = self._links = self._articles = self._preformatted = 0
        self._enter(PLAIN, hidden=False)

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Open an element."""
        style = attributes.get("style", "")
        hidden = _is_hidden(attributes, style)
        block = tag in _BLOCKS or bool(style and _DISPLAY_BLOCK.search(style))
        opened = _Open(tag, self._container, flushes=block)
        if block or tag == "br":
            self._flush()
        elif hidden:
            opened.aside = (self._words, self._linked, self._home)
            self._words, self._linked, self._home = [], 0, -1
        if block or hidden:
            self._enter(_kind(tag, attributes, self._articles > 0) if block else PLAIN, hidden=hidden)
        opened.preformatted = tag in ("pre", "textarea") or bool(style and _PREFORMATTED.search(style))
        self._count(opened, 1)
        self._open.append(opened)
        self._open_list_or_row(tag, attributes)

    def end(self, tag: str) -> None:
        """Close the element opened last."""
        if not self._open or self._open[-1].tag != tag:
            return
        opened = self._open.pop()
        if opened.flushes or opened.aside:
            self._flush()
        if opened.aside:
            self._words, self._linked, self._home = opened.aside
        self._container = opened.container
        self._count(opened, -1)
        if tag in ("ol", "ul") and self._lists:
            self._lists.pop()
        elif tag == "tr" and self._rows:
            self._close_row(self._rows.pop())

    def data(self, text: str) -> None:
        """Take a piece of text."""
        if self._silent:
            return
        if not self._preformatted:
            self._take(text)
            return
        first, *others = text.splitlines() or [""]
        self._take(first)
        for other in others:
            self._flush()
            self._take(other)
        if text.endswith(("\n", "\r")):
            self._flush()

    def close(self) -> Page:
        """Return the page when all of it has been taken."""
        self._flush()
        while self._rows:
            self._close_row(self._rows.pop())
        return self.page

    def _take(self, text: str) -> None:
        self._words.append(text)
        if self._home < 0 and not text.isspace():
            self._home = self._container
        if self._links:
            self._linked += len(text)

    def _flush(self) -> None:
        """End the line that is being filled."""
        if not self._words:
            return
        text = _SPACE.sub(" ", "".join(self._words)).strip(" ")
        linked, home = self._linked, max(self._home, 0)
        self._words, self._linked, self._home = [], 0, -1
        if not text.strip():
            return
        if self._mark:
            text = text if parse_mark(text.lstrip()) else self._mark + text
            self._mark = ""
        self.page.lines.append(Line(text, home, self.page.hidden[home], linked >= len(text)))
        if len(self.page.lines) > MOST_LINES:
            raise UnreadableFile(f"“{self._name}”超过 {MOST_LINES // 10000} 万行，不像一份文件。请拆成几个文件再读入。")

    def _enter(self, kind: int, *, hidden: bool) -> None:
        """Begin a container."""
        page = self.page
        number = len(page.parents)
        page.parents.append(self._container)
        page.kinds.append(kind)
        inherited = page.hidden[self._container] if self._container >= 0 else -1
        page.hidden.append(number if hidden and inherited < 0 else inherited)
        self._container = number

    def _count(self, opened: _Open, change: int) -> None:
        self._silent += change * (opened.tag in _SILENT)
        self._links += change * (opened.tag == "a")
        self._articles += change * (opened.tag in _ARTICLES)
        self._preformatted += change * opened.preformatted

    def _open_list_or_row(self, tag: str, attributes: Mapping[str, str]) -> None:
        match tag:
            case "ol":
                self._lists.append(OrderedList.of(attributes))
            case "ul":
                self._lists.append(None)
            case "li" if self._lists and self._lists[-1]:
                self._mark = self._lists[-1].item(attributes)
            case "li":
                self._mark = ""
            case "table" if self._rows:
                self._rows[-1].nested = True
            case "tr":
                self._rows.append(_Row(len(self.page.lines)))
            case "td" | "th" if self._rows:
                self._rows[-1].cells.append(len(self.page.lines))
            case _:
                pass

    def _close_row(self, row: _Row) -> None:
        """Make one line of the lines of a row, if it is a row of data."""
        if row.nested or len(row.cells) < 2:
            return
        lines = self.page.lines[row.start :]
        borders = [cell - row.start for cell in row.cells] + [len(lines)]
        cells = [lines[start:end] for start, end in pairwise(borders)]
        several_hidden = len({line.hidden for line in lines}) > 1
        if not lines or several_hidden or any(map(_is_layout, cells)):
            return
        text = "\t".join([" ".join(line.text for line in cell) for cell in [lines[: borders[0]], *cells]]).strip("\t")
        home = min(line.container for line in lines)
        linked = all(line.linked for line in lines)
        self.page.lines[row.start :] = [Line(text, home, lines[0].hidden, linked)]


def _is_layout(cell: list[Line]) -> bool:
    """Tell whether a cell holds a text of its own and not a value."""
    marks = [parse_mark(line.text.strip()) for line in cell] if len(cell) >= _FEWEST_UNITS else []
    units = sum(mark is not None and mark.form in (Form.FIRST, Form.ARTICLE, Form.CHAPTER) for mark in marks)
    return len(cell) >= _LONGEST_CELL or units >= _FEWEST_UNITS


def _is_hidden(attributes: Mapping[str, str], style: str) -> bool:
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden", "").strip().lower() == "true"
        or bool(style and _HIDDEN.search(style))
    )


def _kind(tag: str, attributes: Mapping[str, str], in_article: bool) -> int:
    if tag in _NAVIGATION and not (in_article and tag == "footer"):
        return NAVIGATION
    if tag in ("html", "body", *_ARTICLES) or (in_article and tag == "header"):
        return PLAIN
    names = [attributes[name] for name in ("class", "id", "role") if name in attributes]
    kinds = _kinds_of(" ".join(names)[:_LONGEST_NAMES]) if names else frozenset[int]()
    if NAVIGATION in kinds:
        return NAVIGATION
    return HEADER if tag == "header" or (HEADER in kinds and not in_article) else PLAIN


@lru_cache(4096)
def _kinds_of(names: str) -> frozenset[int]:
    return frozenset(_kinds().get(word.lower(), PLAIN) for word in _WORD.findall(names))


@cache
def _kinds() -> dict[str, int]:
    table = load_table("reading/formats/html.toml")
    return dict.fromkeys(table["header"], HEADER) | dict.fromkeys(table["navigation"], NAVIGATION)


def _disordered(name: str) -> UnreadableFile:
    return UnreadableFile(f"“{name}”的网页标签太乱，没能读完。请在浏览器里打开，选中正文复制，再从剪贴板读入。")
