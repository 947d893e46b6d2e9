"""One text cut into the measures and annexes it holds.

A notice can issue several measures: a title in the middle of the text, with
numbers that begin anew behind it, begins the next one. 附件 alone on a line
begins an annex.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from chengwen_library.model import Form
from chengwen_library.numbering import parse_mark
from chengwen_library.reading import wording
from chengwen_library.reading.source import Segment

OPENING_FORMS = (Form.PART, Form.CHAPTER, Form.ARTICLE, Form.FIRST, Form.SECOND, Form.THIRD)
"""Forms with which the numbered text of a measure can begin."""

LONGEST_PREAMBLE = 6
"""Lines between the title of a further measure and its first unit."""

_ANNEX = re.compile(r"附\s*件\s*[0-9０-９一二三四五六七八九十]*\s*[：:]?")
_APART = re.compile(rf"(?:{wording.DOC_NUMBER.pattern}|第\d+号)\s*{_ANNEX.pattern}")


@dataclass(slots=True)
class Part:
    """The lines of one measure, and those of its annexes, the 附件 line first."""

    lines: list[Segment]
    annexes: list[list[Segment]] = field(default_factory=list[list[Segment]])


def first_unit(lines: Sequence[Segment]) -> int:
    """Return the index of the first unit: the first line with a mark of number one; the length if there is none."""
    for index, line in enumerate(lines):
        mark = parse_mark(line.text)
        if mark is not None and mark.number == 1 and mark.form in OPENING_FORMS:
            return index
    return len(lines)


def is_bound_mark(text: str) -> bool:
    """Tell whether a line is the mark of an annex that is bound with the text: 附件, 附件1."""
    return _ANNEX.fullmatch(text) is not None


def is_annex_mark(text: str) -> bool:
    """Tell whether a line is the mark of an annex; one not bound with the text has 发文字号 before it (7.3.7)."""
    return is_bound_mark(text) or _APART.fullmatch(text) is not None


def split_documents(lines: Sequence[Segment]) -> list[Part]:
    """Return the parts of the text, one for each measure."""
    parts = [Part([])]
    body = first_unit(lines)
    opening = parse_mark(lines[body].text) if body < len(lines) else None
    for index, line in enumerate(lines):
        part = parts[-1]
        if index > body and opening is not None and _begins_measure(lines, index, opening.form):
            parts.append(Part([line]))
        elif index > body and is_annex_mark(line.text):
            part.annexes.append([line])
        elif part.annexes:
            part.annexes[-1].append(line)
        else:
            part.lines.append(line)
    _return_imprint(parts[-1])
    return parts


def _return_imprint(part: Part) -> None:
    """Give 版记, which stands behind the last annex (7.3.7), back to the text."""
    if part.annexes:
        last = part.annexes[-1]
        end = len(last)
        while end > 1 and wording.is_imprint(last[end - 1].text):
            end -= 1
        part.lines += last[end:]
        del last[end:]


def _begins_measure(lines: Sequence[Segment], index: int, opening: Form) -> bool:
    text = lines[index].text
    if parse_mark(text) is not None or not wording.is_title(text):
        return False
    near = lines[index + 1 : index + 1 + LONGEST_PREAMBLE]
    unit = first_unit(near)
    mark = parse_mark(near[unit].text) if unit < len(near) else None
    return mark is not None and mark.form in (opening, Form.FIRST, Form.CHAPTER)
