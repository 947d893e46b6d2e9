"""A document whose paragraphs are named by their styles: every line goes where its name says (GB/T 9704-2012 7, 10).

What the names leave open: a document without a measure behind its notice may be the measure itself
(it then has clauses, or a title that is no notice's); the first annex may be the measure (7.3.7).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from chengwen_library.facts.responsibility import note_spans
from chengwen_library.folding import fold
from chengwen_library.model import Form
from chengwen_library.numbering import parse_mark
from chengwen_library.reading import wording
from chengwen_library.reading.annexes import LIST, listed_names
from chengwen_library.reading.annexes import MARK as ANNEX_MARK
from chengwen_library.reading.corrections import Corrections, spot
from chengwen_library.reading.documents import Part, first_unit
from chengwen_library.reading.hints import begins
from chengwen_library.reading.named_lines import FOOT, HEAD, take_named
from chengwen_library.reading.punctuation import spaced
from chengwen_library.reading.source import Segment
from chengwen_library.reading.zones import Zones
from chengwen_library.styles import HEADINGS, Role

MOST_UNNAMED = 0.1
"""The share of a file's lines that may have no name, being added later, if the names are to be followed."""

_TITLES = (Role.TITLE, Role.MEASURE_TITLE, Role.ANNEX_TITLE)
_PLAIN = (Role.BODY, Role.CELL)
_ENDS = (Role.SIGNATURE, Role.POST, Role.DATE, Role.NOTE)


@dataclass(slots=True)
class _Faces:
    """The lines of a document: its first one (a notice, or the measure itself), the measure behind it, annexes."""

    first: list[Segment]
    measure: list[Segment] = field(default_factory=list[Segment])
    annexes: list[list[Segment]] = field(default_factory=list[list[Segment]])


def is_named(lines: Sequence[Segment]) -> bool:
    """Tell whether the lines of a file are named, and not by the names of running text alone."""
    names = [name_of(line) for line in lines]
    return bool(names) and names.count(None) <= MOST_UNNAMED * len(names) and not {*names} <= {None, *_PLAIN}


def name_of(line: Segment) -> Role | None:
    """Return the element that a line is by its style, or None."""
    return line.hint.named if line.hint is not None else None


def sort_named(lines: Sequence[Segment], zones: Zones, corrections: Corrections) -> Part:
    """Sort the named lines of a document into the zones; return its annexes, their marks first."""
    above = [line for line in lines if name_of(line) in HEAD]
    below = [line for line in lines if name_of(line) in FOOT]
    faces = _faces([line for line in _with_whole_titles(lines) if name_of(line) not in HEAD | FOOT])
    for line in (*above, *below):
        take_named(line, zones)
    behind = (line for lines in (faces.measure, *faces.annexes) for line in lines)
    titles = {fold(line.text) for line in behind if name_of(line) in _TITLES}
    first = list(_plain_lines(faces.first, zones, titles))
    measure = list(_plain_lines(faces.measure, zones, titles))
    if _is_direct(faces, zones):
        zones.title, zones.notice_title = zones.notice_title, None
        _sort_provisions(first, zones, corrections)
    else:
        zones.notice_body += [line.text for line in first]
        _sort_provisions(measure, zones, corrections)
    return Part([], faces.annexes)


def _with_whole_titles(lines: Sequence[Segment]) -> Iterator[Segment]:
    """Yield the lines, titles broken over several of them joined."""
    for name, group in groupby(lines, name_of):
        first, *others = whole = list(group)
        if name in _TITLES:
            raw, text = ("".join(line.raw for line in whole), "".join(line.text for line in whole))
            yield Segment(first.line, first.start, raw, text, hint=first.hint)
        else:
            yield from (first, *others)


def _faces(lines: Sequence[Segment]) -> _Faces:
    marks = [index for index, line in enumerate(lines) if name_of(line) is Role.ANNEX_MARK]
    annexes = [list(lines[start:end]) for start, end in pairwise([*marks, len(lines)])]
    bound = list(lines[: marks[0] if marks else len(lines)])
    title = next((index for index, line in enumerate(bound) if name_of(line) is Role.MEASURE_TITLE), None)
    if title is not None:
        return _Faces(bound[:title], bound[title:], annexes)
    if annexes and _is_measure(annexes[0], bound, len(annexes)):
        return _Faces(bound, annexes[0], annexes[1:])
    end = max((index + 1 for index, line in enumerate(bound) if name_of(line) in _ENDS), default=len(bound))
    return _Faces(bound[:end], bound[end:], annexes)


def _is_measure(annex: Sequence[Segment], notice: Sequence[Segment], count: int) -> bool:
    """Tell whether the first of `count` annexes is the measure: it has clauses, or the notice lists it as its 附件.

    It is marked 附件 without a number even if there are others. Where nothing stands below the mark,
    the measure has no word yet.
    """
    if _has_clauses(annex) or _has_clauses(notice):
        return not _has_clauses(notice)
    if count > 1 or len(annex) == 1:
        return annex[0].text == "附件"
    listed = {fold(name) for line in notice if name_of(line) is Role.ANNEX_LIST for name in listed_names(line)}
    title = next((line.text for line in annex if name_of(line) is Role.ANNEX_TITLE), "")
    issued = any(wording.is_notice_title(line.text) for line in notice if name_of(line) is Role.TITLE)
    return issued and fold(title) in listed and wording.is_title(title)


def _has_clauses(lines: Iterable[Segment]) -> bool:
    return any(begins(line) or name_of(line) in HEADINGS for line in lines)


def _is_direct(faces: _Faces, zones: Zones) -> bool:
    """Tell whether the first document is the measure itself, without a notice that issues it."""
    if faces.measure or _has_clauses(faces.first):
        return not faces.measure
    return zones.notice_title is not None and not wording.is_notice_title(zones.notice_title)


def _plain_lines(lines: Sequence[Segment], zones: Zones, titles: set[str]) -> Iterator[Segment]:
    """Yield the lines that are running text; take the others. 附件说明 goes if its annexes follow."""
    for line in lines:
        match name_of(line):
            case Role.MEASURE_TITLE | Role.ANNEX_TITLE:
                zones.title = spaced(line.raw)
            case Role.TITLE:
                zones.notice_title = spaced(line.raw)
            case Role.ANNEX_MARK:
                zones.measure_as_annex = True
                zones.drop(line, ANNEX_MARK)
            case Role.ANNEX_LIST if all(fold(name) in titles for name in listed_names(line)):
                zones.drop(line, LIST)
            case _:
                if not take_named(line, zones):
                    yield line


def _sort_provisions(lines: Sequence[Segment], zones: Zones, corrections: Corrections) -> None:
    """Part preamble, units and closing."""
    made = [i for i, line in enumerate(lines) if corrections.forms.get(spot(line), Form.PARAGRAPH) != Form.PARAGRAPH]
    told = [index for index, line in enumerate(lines) if begins(line)]
    start = min([first_unit(lines), *told, *made])
    marked = [index for index in range(start, len(lines)) if _begins_unit(lines[index])]
    if not marked and not made:
        start = next((index for index, line in enumerate(lines) if wording.is_closing(line.text)), len(lines))
        end = start
    else:
        end = _end_of_units(lines, max([*marked, *made]), is_told=bool(told))
    zones.preamble += [line.text for line in lines[:start]]
    zones.body = list(lines[start:end])
    zones.closing += [line.text for line in lines[end:]]


def _begins_unit(line: Segment) -> bool:
    return begins(line) or (parse_mark(line.text) is not None and name_of(line) is not Role.ANNEX_LIST)


def _end_of_units(lines: Sequence[Segment], last: int, *, is_told: bool) -> int:
    """Return where the closing begins behind the line `last`, the last one with which a clause begins.

    A heading alone has its text on the next line. Where the beginnings of clauses are told, what
    follows belongs to no clause, except for a note of who is responsible.
    """
    end = last + 1 + (name_of(lines[last]) in HEADINGS)
    while end < len(lines) and not wording.is_closing(lines[end].text):
        is_note = note_spans(lines[end].text) == [(0, len(lines[end].text))]
        if name_of(lines[end]) is Role.ANNEX_LIST or (is_told and not is_note):
            break
        end += 1
    return min(end, len(lines))
