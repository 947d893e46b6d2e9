"""Lines on which several units stand are cut, so that every unit begins a line of its own.

A mark inside a line begins a unit if it has the number that comes next and stands
where a unit can begin: behind the end of a sentence, or set off by spaces. A
reference (按第二十一条执行, （一）至（三）项) is neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from chengwen_library.model import Form
from chengwen_library.numbering import LONGEST_MARK, Mark, parse_mark
from chengwen_library.reading.documents import is_annex_mark
from chengwen_library.reading.source import Segment, cut

LONGEST_DIVISION_HEADING = 24
"""Characters between a chapter's mark and the first article that may follow on the same line."""

LONGEST_ITEM = 2000
"""Characters from a （一） to the （二） that must follow it on the same line."""

_CANDIDATE = re.compile(r"[第（(①-⑳]|(?<![0-9０-９.．])[0-9０-９]{1,3}\s?[.．﹒]|[一二三四五六七八九十]{1,3}、")
_SENTENCE_ENDS = frozenset("。；：:;！？）)”’")
_SECOND_ITEM = re.compile(r"[。；;]\s*[（(]\s*二\s*[）)]")
_HEADED = (Form.PART, Form.CHAPTER, Form.SECTION)


@dataclass(frozen=True, slots=True)
class _Place:
    """A mark inside a line: where it stands, and what stands before and behind it."""

    start: int
    mark: Mark
    before: str
    behind: str


def split_glued(lines: Iterable[Segment]) -> Iterator[Segment]:
    """Yield the lines with those cut on which further units begin; the rows of an annex's table stay whole."""
    reached: dict[Form, int] = {}
    in_annex = False
    for line in lines:
        in_annex = in_annex or is_annex_mark(line.text)
        starts = _starts(line.raw, reached)
        yield from [line] if in_annex and line.row is not None else cut(line, *starts)


def _starts(raw: str, reached: dict[Form, int]) -> list[int]:
    """Return where further units begin in a line; `reached` is the last number of each form so far."""
    start = len(raw) - len(raw.lstrip())
    current = parse_mark(raw[start:])
    if current is not None:
        reached[current.form] = current.number
    found = [start]
    for place in _marks(raw, start + (current.length if current else 0)):
        if not _is_next(place.mark, reached):
            continue
        behind_heading = current is not None and current.form in _HEADED and _is_heading(raw[found[-1] : place.start])
        if _begins_unit(place, raw, behind_heading):
            found.append(place.start)
            current = place.mark
            reached[current.form] = current.number
    return found[1:]


def _marks(raw: str, start: int) -> Iterator[_Place]:
    for candidate in _CANDIDATE.finditer(raw, start):
        mark = parse_mark(raw[candidate.start() : candidate.start() + LONGEST_MARK])
        if mark is not None and candidate.start() > 0:
            end = candidate.start() + mark.length
            yield _Place(candidate.start(), mark, raw[candidate.start() - 1], raw[end : end + 1])


def _is_next(mark: Mark, reached: dict[Form, int]) -> bool:
    restarts = mark.number == 1 and mark.form not in (Form.ARTICLE, Form.CHAPTER)
    return restarts or mark.number == reached.get(mark.form, 0) + 1


def _is_heading(words: str) -> bool:
    return len(words) <= LONGEST_DIVISION_HEADING


def _begins_unit(place: _Place, raw: str, behind_heading: bool) -> bool:
    match place.mark.form:
        case Form.CHAPTER | Form.PART:
            return place.behind.isspace()
        case Form.ARTICLE | Form.SECTION:
            set_off = place.before.isspace() or place.before in _SENTENCE_ENDS or behind_heading
            return place.behind.isspace() and set_off
        case Form.SECOND | Form.FOURTH if place.mark.number == 1:
            return (
                place.before in _SENTENCE_ENDS
                and _SECOND_ITEM.search(raw, place.start, place.start + LONGEST_ITEM) is not None
            )
        case Form.THIRD:
            return place.before in _SENTENCE_ENDS and "\u4e00" <= place.behind <= "\u9fff"
        case _:
            return place.before in _SENTENCE_ENDS
