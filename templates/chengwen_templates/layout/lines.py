"""Cutting a paragraph into lines by the rules of Chinese setting (GB/T 9704-2012 5.2.3, GB/T 15834).

No closing sign begins a line and no opening one ends it; —— and …… stay whole, and so do
numbers and Western words. What does not fit goes to the next line with the character it
may not leave: characters are never squeezed, and no sign hangs over the edge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise

from chengwen_templates.layout.advances import Advances
from chengwen_templates.layout.flow import Paragraph, Run
from chengwen_templates.layout.shapes import Align, Lettering, Tab

NEVER_FIRST = "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠"
NEVER_LAST = "$([{£¥‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥"

_FIRST, _LAST = re.escape(NEVER_FIRST), re.escape(NEVER_LAST)
_BLANK = " 　"
"""White space, which may stand beyond the edge at the end of a line."""
_UNIT = re.compile(
    rf"[{_LAST}]*(?:[0-9A-Za-z]+(?:[-–.,:/'&+#@_][0-9A-Za-z]+)*|—+|[^{_BLANK}])?[{_FIRST}]*[{_BLANK}]*",
)
"""What no line end may part: a character or a run with the signs before and after it, and the space behind."""
_EDGE = 0.5
"""Twip that a line may be too long by, for widths that are not whole."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a line in one lettering: where they begin (twip from the line's left edge) and each one's advance."""

    text: str
    lettering: Lettering
    left: float
    advances: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line: the span of the paragraph's words, its left edge (twip from the type area's) and its room and width.

    `width` is that of its words as they are, white space at the end left out; where
    `justified` the rest of `room` is spread between them.
    """

    start: int
    end: int
    left: int
    room: int
    width: float
    justified: bool


@dataclass(frozen=True, slots=True)
class Cut:
    """A paragraph with its lines and the widths they were cut by."""

    paragraph: Paragraph
    lines: tuple[SetLine, ...]
    widths: tuple[float, ...]


def cut(paragraph: Paragraph, room: int, advances: Advances) -> Cut:
    """Return the paragraph cut into lines that stand within `room` twip; one without words has one line."""
    widths = _widths(paragraph.runs, advances)
    words, shape = paragraph.words, paragraph.shape
    most = room - shape.left - shape.right
    lines: list[SetLine] = []
    begun = 0
    for stretch in words.split("\n"):
        ended = begun + len(stretch)
        for start, end in _breaks(words, begun, ended, widths, most, shape.first if not lines else 0, shape.tabs):
            left = shape.left + (shape.first if not lines else 0)
            width = sum(widths[start : start + len(words[start:end].rstrip(_BLANK))])
            lines.append(SetLine(start, end, left, room - shape.right - left, width, end < ended))
        begun = ended + 1
    if shape.align is not Align.BOTH:
        lines = [SetLine(o.start, o.end, o.left, o.room, o.width, justified=False) for o in lines]
    return Cut(paragraph, tuple(lines), widths)


def pieces(done: Cut, line: SetLine) -> list[Piece]:
    """Return the words of a line where they stand: tabs led, justified or centred."""
    shape = done.paragraph.shape
    if shape.tabs and "\t" in done.paragraph.words[line.start : line.end]:
        return list(_tabbed(done, line))
    words = done.paragraph.words[line.start : line.end].rstrip(_BLANK)
    widths = list(done.widths[line.start : line.start + len(words)])
    spare = line.room - sum(widths)
    begin = {Align.CENTRE: spare / 2, Align.RIGHT: spare}.get(shape.align, 0.0)
    if line.justified and spare > 0:
        _spread(words, widths, spare)
    return _pieces(done, line.start, line.left + begin, widths)


def _widths(runs: Sequence[Run], advances: Advances) -> tuple[float, ...]:
    widths: list[float] = []
    for run in runs:
        size, spacing = run.lettering.em_twip, run.lettering.spacing_twip
        known = {
            one: 0.0 if one in "\n\t" else advances.em(one, run.lettering) * size + spacing for one in set(run.text)
        }
        widths += [known[one] for one in run.text]
    if advances.script_gap_em:
        _add_script_gaps(runs, widths, advances.script_gap_em)
    return tuple(widths)


def _add_script_gaps(runs: Sequence[Run], widths: list[float], gap_em: float) -> None:
    words = "".join(run.text for run in runs)
    gap = gap_em * runs[0].lettering.em_twip if runs else 0.0
    for place, (one, other) in enumerate(pairwise(words)):
        if (_is_western(one) and _is_chinese(other)) or (_is_chinese(one) and _is_western(other)):
            widths[place] += gap


def _is_western(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _is_chinese(character: str) -> bool:
    return not character.isascii() and character.isalnum()


def _breaks(
    words: str, begun: int, ended: int, widths: Sequence[float], most: int, first: int, tabs: tuple[Tab, ...]
) -> Iterator[tuple[int, int]]:
    """Yield the spans of the lines of a stretch without line feeds; a stretch with tabs is one line."""
    if tabs or begun == ended:
        yield begun, ended
        return
    behind = [0.0, *accumulate(widths[begun:ended])]
    room, start = most - first + _EDGE, begun
    for unit in _UNIT.finditer(words, begun, ended):
        at, end = unit.span()
        ink_end = end - (len(unit.group()) - len(unit.group().rstrip(_BLANK)))
        if behind[ink_end - begun] - behind[start - begun] <= room:
            continue
        if at > start:
            yield start, at
            start, room = at, most + _EDGE
        for place in range(start + 1, ink_end):  # a unit longer than a line is cut where it must be
            if behind[place + 1 - begun] - behind[start - begun] > room:
                yield start, place
                start, room = place, most + _EDGE
    if start < ended:
        yield start, ended


def _spread(words: str, widths: list[float], spare: float) -> None:
    """Spread what is left of a line between its characters; Western words stay as they are."""
    gaps = [at for at, (one, other) in enumerate(pairwise(words)) if not (_is_western(one) and _is_western(other))]
    for at in gaps:
        widths[at] += spare / len(gaps)


def _tabbed(done: Cut, line: SetLine) -> Iterator[Piece]:
    """Yield the pieces of a line whose tabs lead to the places that the shape names, one after the other."""
    words = done.paragraph.words[line.start : line.end]
    tabs = iter(done.paragraph.shape.tabs)
    start, left, align = line.start, float(line.left), Align.LEFT
    for part in words.split("\t"):
        widths = done.widths[start : start + len(part)]
        shift = {Align.CENTRE: sum(widths) / 2, Align.RIGHT: sum(widths)}.get(align, 0.0)
        yield from _pieces(done, start, left - shift, widths)
        start += len(part) + 1
        tab = next(tabs, None)
        left, align = (tab.position, tab.align) if tab else (left - shift + sum(widths), Align.LEFT)


def _pieces(done: Cut, start: int, left: float, widths: Sequence[float]) -> list[Piece]:
    """Return the words from `start`, one piece for each lettering, the first at `left`."""
    letterings = [run.lettering for run in done.paragraph.runs for _ in run.text][start : start + len(widths)]
    words = done.paragraph.words
    made: list[Piece] = []
    at = 0
    for lettering, group in groupby(letterings):
        end = at + len(list(group))
        made.append(Piece(words[start + at : start + end], lettering, left, tuple(widths[at:end])))
        left += sum(widths[at:end])
        at = end
    return made
