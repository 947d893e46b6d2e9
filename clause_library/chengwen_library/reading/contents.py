"""目录: the headings that stand a second time before the text are dropped."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chengwen_library.folding import fold
from chengwen_library.model import Form
from chengwen_library.numbering import parse_mark
from chengwen_library.reading.report import Dropped
from chengwen_library.reading.source import Segment

REASON = "目录"
FEWEST = 4
"""Headings in a row that stand again later make a table of contents even without the word 目录."""

LONGEST_HEADING = 60
"""Characters of a heading with its mark."""

_HEADED = (Form.PART, Form.CHAPTER, Form.SECTION)
_TITLE = re.compile(r"目\s*录")
_LEADERS = re.compile(r"[.．…·\s]*\d*$")


def remove_contents(lines: Sequence[Segment]) -> tuple[list[Segment], list[Dropped]]:
    """Return the lines without a table of contents, and what was dropped."""
    start, end = _contents(lines)
    dropped = [Dropped(line.line, None, line.raw, REASON) for line in lines[start:end]]
    return [*lines[:start], *lines[end:]], dropped


def _contents(lines: Sequence[Segment]) -> tuple[int, int]:
    """Return from where to where the table of contents runs; an empty stretch if there is none."""
    for start, line in enumerate(lines):
        titled = _TITLE.fullmatch(line.text) is not None
        first = start + titled
        end = first
        while end < len(lines) and _stands_again(lines, end, first, titled):
            end += 1
        if end - first >= (1 if titled else FEWEST):
            return start, end
    return 0, 0


def _stands_again(lines: Sequence[Segment], index: int, first: int, titled: bool) -> bool:
    text = _LEADERS.sub("", lines[index].text)
    mark = parse_mark(text)
    if mark is None or len(text) > LONGEST_HEADING or not (titled or mark.form in _HEADED):
        return False
    repeated = any(parse_mark(line.text) and fold(line.text) == fold(text) for line in lines[first:index])
    words = fold(text)
    return not repeated and any(fold(line.text).startswith(words) for line in lines[index + 1 :])
