"""Cutting a paragraph into lines by the rules of Chinese setting (GB/T 9704-2012 5.2.3, GB/T 15834).

No closing sign begins a line and no opening one ends it; —— and …… stay whole, and so do
numbers and Western words, which a line may leave after a hyphen, as in every word processor.
What does not fit goes to the next line with the character it may not leave: characters
are never squeezed, and no sign hangs over the edge.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, groupby, pairwise

from chengwen_library.model import Span
from chengwen_templates.layout.advances import Advances
from chengwen_templates.layout.flow import Paragraph, Run
from chengwen_templates.layout.shapes import Align, Lettering, Tab

NEVER_FIRST = "!%),-–.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠"
NEVER_LAST = "$([{£¥‘“〈《「『【〔〖〝﹙﹛﹝＄（［｛￡￥"

_FIRST, _LAST = re.escape(NEVER_FIRST), re.escape(NEVER_LAST)
_BLANK = " 　"
"""White space, which may stand beyond the edge at the end of a line."""
_WESTERN = r"[0-9A-Za-z](?:[!-,.-~]*(?![$(\[{])[!-,.-~])?"
"""Letters and digits with the signs between and behind them; a hyphen ends it, an opening sign is not its last."""
_UNIT = re.compile(rf"(?:[{_LAST}][{_BLANK}]*)*(?:{_WESTERN}|—+|[^{_BLANK}])?(?:[{_BLANK}]*[{_FIRST}])*[{_BLANK}]*")
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
    words, shape = paragraph.words, paragraph.shape
    gaps = _script_gaps(paragraph.runs, words, advances.script_gap_em)
    widths = _widths(paragraph.runs, gaps, advances)
    most = room - shape.left - shape.right
    lines: list[SetLine] = []
    begun = 0
    for stretch in words.split("\n"):
        ended = begun + len(stretch)
        for start, end in _breaks(words, (begun, ended), widths, gaps, most, 0 if lines else shape.first, shape.tabs):
            left = shape.left + (shape.first if not lines else 0)
            last = start + len(words[start:end].rstrip(_BLANK))
            width = sum(widths[start:last]) - gaps.get(last - 1, 0.0)
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


class _KnownWidths(dict[str, float]):
    """Widths of characters with the space added to them (twip); each is asked for once."""

    def __init__(self, lettering: Lettering, advances: Advances) -> None:
        super().__init__({"\n": 0.0, "\t": 0.0})
        self._lettering, self._advances = lettering, advances

    def __missing__(self, character: str) -> float:
        lettering = self._lettering
        em = self._advances.em(character, lettering)
        self[character] = width = em * lettering.em_twip + lettering.spacing_twip
        return width


@lru_cache(maxsize=64)
def _known_widths(lettering: Lettering, advances: Advances) -> _KnownWidths:
    return _KnownWidths(lettering, advances)


def _widths(runs: Sequence[Run], gaps: Mapping[int, float], advances: Advances) -> tuple[float, ...]:
    widths: list[float] = []
    for run in runs:
        widths += map(_known_widths(run.lettering, advances).__getitem__, run.text)
    for place, gap in gaps.items():
        widths[place] += gap
    return tuple(widths)


def _script_gaps(runs: Sequence[Run], words: str, gap_em: float) -> Mapping[int, float]:
    """Return what stands between the character at a place and the next one, where the script changes."""
    gap = gap_em * runs[0].lettering.em_twip if runs else 0.0
    return {place: gap for place, pair in enumerate(pairwise(words)) if _change_script(*pair)} if gap else {}


def _change_script(one: str, other: str) -> bool:
    return (_is_western(one) and _is_chinese(other)) or (_is_chinese(one) and _is_western(other))


def _is_western(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _is_chinese(character: str) -> bool:
    return not character.isascii() and character.isalnum()


def _breaks(
    words: str,
    span: Span,
    widths: Sequence[float],
    gaps: Mapping[int, float],
    most: int,
    first: int,
    tabs: tuple[Tab, ...],
) -> Iterator[Span]:
    """Yield the spans of the lines of a stretch without line feeds; a stretch with tabs is one line.

    The gap after its last character is no part of a line.
    """
    begun, ended = span
    if tabs or begun == ended:
        yield span
        return
    behind = [0.0, *accumulate(widths[begun:ended])]
    reach = [behind[place] - gaps.get(begun + place - 1, 0.0) for place in range(len(behind))] if gaps else behind
    ends = list(accumulate(map(len, _UNIT.findall(words, begun, ended))))
    start, room = 0, most - first + _EDGE
    while start < ended - begun:
        fits = bisect_right(reach, behind[start] + room) - 1
        while fits < ended - begun and words[begun + fits] in _BLANK:
            fits += 1
        end = ends[bisect_right(ends, fits) - 1] if fits >= ends[0] else 0
        if end <= start:  # a unit longer than a line is cut where it must be
            end = max(fits, start + 1)
        yield begun + start, begun + end
        start, room = end, most + _EDGE


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
