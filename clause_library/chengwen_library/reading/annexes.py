"""附件说明, and the annexes that it announces (GB/T 9704-2012 7.3.4, 7.3.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from chengwen_library.folding import fold
from chengwen_library.model import Annex
from chengwen_library.reading import wording
from chengwen_library.reading.corrections import NONE, Corrections, spot
from chengwen_library.reading.documents import Part, is_annex_mark, is_bound_mark
from chengwen_library.reading.punctuation import full_width, normalised
from chengwen_library.reading.report import Dropped
from chengwen_library.reading.source import Row, Segment
from chengwen_library.reading.zones import Zones
from chengwen_library.styles import Role

LIST = "附件说明（附件本身已经读入）"
MARK = "附件的标号"

LONGEST_TITLE = 60
"""Characters of an annex's title on one line."""

MOST_TITLE_LINES = 4
"""Lines over which the title of an annex may be broken."""

_LIST = re.compile(r"\s*附\s*件\s*[：:](?=\s*\S)")
_ITEM = re.compile(r"\s*([0-9]{1,2})\s*[.．、]\s*(?![0-9])")


@dataclass(frozen=True, slots=True)
class AnnexLists:
    """The lines without 附件说明, what was left out, and the names (folded) of annexes that follow."""

    lines: list[Segment]
    dropped: list[Dropped]
    names: frozenset[str]


def take_annex_lists(lines: Sequence[Segment], corrections: Corrections = NONE) -> AnnexLists:
    """Take out each 附件说明 all of whose annexes follow; one whose annexes are missing stays where it is."""
    left_out: dict[int, str] = {}
    titles = _titles(lines)
    for start, line in enumerate(lines):
        if start not in left_out and _LIST.match(line.raw):
            named = dict(_items(lines, start))
            is_wanted = any(_is_corrected(lines[index], corrections) for index in named)
            if not is_wanted and _all_follow(named, titles):
                left_out |= named
    kept = [line for index, line in enumerate(lines) if index not in left_out]
    dropped = [Dropped(lines[i].line, (lines[i].start, lines[i].end), lines[i].raw, LIST) for i in left_out]
    names = (_folded(name) for words in left_out.values() for name in words.split("\n"))
    return AnnexLists(kept, dropped, frozenset(names))


def annexes_of(part: Part, zones: Zones) -> tuple[Annex, ...]:
    """Return the annexes of a measure; the word 附件 above each is typesetting."""
    found: list[Annex] = []
    for mark, *lines in part.annexes:
        zones.annexes_apart = zones.annexes_apart or not is_bound_mark(mark.text)
        zones.drop(mark, MARK)
        found.append(_annex(lines))
    return tuple(found)


def _annex(lines: Sequence[Segment]) -> Annex:
    """Return an annex: its last lines are its table if they are the rows of one, equally long."""
    rows = _rows(lines)
    above = list(lines[: len(lines) - len(rows)])
    title = above.pop(0).text if above and _is_title(above[0]) else None
    cells = tuple(tuple(map(_cell, row.cells)) for row in rows)
    return Annex(title, "\n".join(line.text for line in above), cells, any(row.wide for row in rows))


def _is_title(line: Segment) -> bool:
    """Tell whether the first line of an annex is its title: by its style, else by its length."""
    return line.hint.named is Role.ANNEX_TITLE if line.hint else len(line.text) <= LONGEST_TITLE


def listed_names(line: Segment) -> list[str]:
    """Return what a line of 附件说明 can name: its words without 附件 and number."""
    match = _LIST.match(line.raw)
    words = normalised(line.raw[match.end() if match else 0 :])
    item = _ITEM.match(words)
    return [words[item.end() :] if item else words]


def _rows(lines: Sequence[Segment]) -> list[Row]:
    rows = [line.row for line in lines if line.row is not None]
    is_last = all(line.row is not None for line in lines[len(lines) - len(rows) :])
    alike = len({(row.table, len(row.cells)) for row in rows}) == 1
    return rows if is_last and alike and all(row.plain for row in rows) else []


def _cell(words: str) -> str:
    return "\n".join(filter(None, map(normalised, words.split("\n"))))


def _items(lines: Sequence[Segment], start: int) -> Iterator[tuple[int, str]]:
    """Yield for each line of the 附件说明 that begins at `start` its index and the names on it, a line each."""
    match = _LIST.match(lines[start].raw)
    words = lines[start].raw[match.end() if match else 0 :]
    expected = 1
    for index in range(start, len(lines)):
        words = words if index == start else lines[index].raw
        names = _numbered(words, expected)
        if not names:
            if index == start:
                yield index, words
            return
        expected += len(names)
        yield index, "\n".join(names)


def _numbered(words: str, expected: int) -> list[str]:
    """Return the names on a line that are numbered on from `expected`."""
    names: list[str] = []
    for piece in re.split(r"\s+(?=[0-9]{1,2}\s*[.．、])", words.strip()):
        match = _ITEM.match(piece)
        if match is None or int(match.group(1)) != expected + len(names) or not piece[match.end() :].strip():
            return []
        names.append(piece[match.end() :])
    return names


def _all_follow(named: Mapping[int, str], titles: Mapping[str, int]) -> bool:
    """Tell whether an annex with each of the names stands behind the list."""
    names = [_folded(name) for words in named.values() for name in words.split("\n")]
    return all(titles.get(name, 0) > max(named) for name in names)


def _titles(lines: Sequence[Segment]) -> dict[str, int]:
    """Return all that the titles of annexes can be, broken over several lines or not, and their last places."""
    found: dict[str, int] = {}
    for index, line in enumerate(lines):
        below = lines[index + 1 : index + 1 + MOST_TITLE_LINES] if is_annex_mark(line.text) else ()
        for end in range(1, len(below) + 1):
            words = "".join(part.text for part in below[:end])
            if len(words) <= wording.LONGEST_TITLE:
                found[_folded(words)] = index
    return found


def _folded(name: str) -> str:
    return fold(wording.bare_title(full_width(name.strip())))


def _is_corrected(line: Segment, corrections: Corrections) -> bool:
    return spot(line) in corrections.kept or spot(line) in corrections.forms
