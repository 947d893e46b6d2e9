"""目录: the headings that stand a second time before the text are dropped."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from chengwen_library.folding import fold
from chengwen_library.numbering import parse_mark
from chengwen_library.reading.corrections import NONE, Corrections, spot
from chengwen_library.reading.report import Dropped
from chengwen_library.reading.source import Segment

REASON = "目录"
FEWEST = 4
"""Headings in a row that stand again later make a table of contents even without the word 目录."""

LONGEST_HEADING = 60
"""Characters of a heading with its mark."""

_NEAR = 16
"""Lines with the same beginning that are looked at."""

_HEADED = re.compile(r"第[^条]{1,8}[编章节]")
_TITLE = re.compile(r"目\s*录")
_LEADERS = re.compile(r"[.．…·\s]*\d*$")


def remove_contents(lines: Sequence[Segment], corrections: Corrections = NONE) -> tuple[list[Segment], list[Dropped]]:
    """Return the lines without a table of contents, and what was dropped; a line that a person wants back stays."""
    start, end = _contents(lines)
    wanted = [line for line in lines[start:end] if spot(line) in corrections.kept]
    dropped = [Dropped(line.line, None, line.raw, REASON) for line in lines[start:end] if line not in wanted]
    return [*lines[:start], *wanted, *lines[end:]], dropped


def _contents(lines: Sequence[Segment]) -> tuple[int, int]:
    """Return from where to where the table of contents runs; an empty stretch if there is none."""
    headings = [_heading(line) for line in lines]
    standing = sorted((fold(line.text), index) for index, line in enumerate(lines) if parse_mark(line.text))
    start = 0
    while start < len(lines):
        titled = _TITLE.fullmatch(lines[start].text) is not None
        end = _run(headings, standing, start + titled, titled)
        if end - start - titled >= (1 if titled else FEWEST):
            return start, end
        start = max(end, start + 1)
    return 0, 0


def _run(headings: Sequence[str | None], standing: Sequence[tuple[str, int]], first: int, titled: bool) -> int:
    """Return the end of the run of headings from `first` on that each stand again behind the run's first repetition."""
    seen: set[str] = set()
    index = first
    while index < len(headings):
        words = headings[index]
        wanted = words is not None and words not in seen and (titled or _HEADED.match(words) is not None)
        if not wanted or words is None or not _stands_behind(standing, words, index):
            break
        seen.add(words)
        index += 1
    return index


def _heading(line: Segment) -> str | None:
    """Return the folded words of a marked line without dots and page number, or None if it can be no heading."""
    text = _LEADERS.sub("", line.text)
    return fold(text) if len(text) <= LONGEST_HEADING and parse_mark(text) is not None else None


def _stands_behind(standing: Sequence[tuple[str, int]], words: str, index: int) -> bool:
    """Tell whether a line behind `index` begins with the words; `standing` is sorted."""
    place = bisect_right(standing, (words, index))
    near = standing[place : place + _NEAR]
    return any(text.startswith(words) and other > index for text, other in near)
