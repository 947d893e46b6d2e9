"""The lines of one measure sorted into head, body and foot, and what each of them says.

head  版头 and 主体 of the notice, title, preamble   (head.py)
body  the numbered units                            (structure.py)
foot  closing sentences, signature, date, 版记       (foot.py)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from chengwen_library.model import Attendance, Form, PageForm
from chengwen_library.numbering import parse_mark
from chengwen_library.reading import wording
from chengwen_library.reading.corrections import NONE, Corrections, Spot, spot
from chengwen_library.reading.documents import first_unit
from chengwen_library.reading.elements import attendance_names, is_post
from chengwen_library.reading.report import Dropped
from chengwen_library.reading.source import Segment

SIGNED_TWICE = "重复的发文机关"
TYPESETTING = "版面上的符号"
LETTERHEAD = "发文机关标志"

MOST_POSTS = 12
"""Lines between the first post beside a 签名章 and the date."""


@dataclass(slots=True)
class Zones:
    """What the lines of one measure say, sorted; every word of the source is in one of the fields.

    `kept` are the spots of lines that a person wants back: they are never dropped.
    `has_named_mark` says that the 标志 was told by its style, so that it goes before 署名.
    `annex_names` are the names in 附件说明 (folded) whose annexes follow.
    """

    kept: frozenset[Spot] = frozenset()
    title: str | None = None
    notice_title: str | None = None
    doc_number: str | None = None
    recipients: str | None = None
    page_form: PageForm = PageForm.GENERAL
    copy_number: str | None = None
    secrecy: str | None = None
    urgency: str | None = None
    signers: list[str] = field(default_factory=list[str])
    posts: list[str] = field(default_factory=list[str])
    attendance: list[Attendance] = field(default_factory=list[Attendance])
    annex_names: frozenset[str] = frozenset()
    measure_as_annex: bool = False
    annexes_apart: bool = False
    notice_body: list[str] = field(default_factory=list[str])
    letterhead: list[str] = field(default_factory=list[str])
    has_named_mark: bool = False
    signature: list[str] = field(default_factory=list[str])
    date_text: str | None = None
    note: str | None = None
    copies: str | None = None
    printer: str | None = None
    print_date_text: str | None = None
    preamble: list[str] = field(default_factory=list[str])
    body: list[Segment] = field(default_factory=list[Segment])
    closing: list[str] = field(default_factory=list[str])
    dropped: list[Dropped] = field(default_factory=list[Dropped])

    def drop(self, line: Segment, reason: str, instead: list[str] | None = None) -> None:
        """Leave a line out; if a person wants it back, its words go to `instead`."""
        if instead is not None and (line.line, line.start) in self.kept:
            instead.append(line.text)
            return
        self.dropped.append(Dropped(line.line, _span(line, 0, len(line.raw)), line.raw, reason))

    def sign(self, line: Segment, organs: list[str]) -> None:
        """Take a line of organs as signature; the same organs above the text are the letterhead, and dropped."""
        if set(organs) <= set(self.signature):
            self.drop(line, SIGNED_TWICE)
        else:
            self.signature += organs

    def drop_around(self, line: Segment, words: str, reason: str = TYPESETTING) -> str:
        """Leave out what stands before and behind `words` in the line's text, and return the words."""
        start = line.text.index(words)
        before, after = line.text[:start], line.text[start + len(words) :]
        if before:
            place = line.raw.find(line.text[0])
            self.dropped.append(Dropped(line.line, _span(line, place, place + len(before)), before, reason))
        if after:
            place = len(line.raw.rstrip())
            self.dropped.append(Dropped(line.line, _span(line, place - len(after), place), after, reason))
        return words


def zones_of(
    lines: Sequence[Segment], corrections: Corrections = NONE, *, minutes: bool = False
) -> tuple[list[Segment], list[Segment], list[Segment]]:
    """Return head, body and foot of a measure's lines; a line that a person made a unit is in the body.

    Behind the text of 纪要 (`minutes`) stands who was there.
    """
    units = [i for i, line in enumerate(lines) if corrections.forms.get(spot(line), Form.PARAGRAPH) != Form.PARAGRAPH]
    start = min([first_unit(lines), *units])
    end = max([_end_of_body(lines, start, minutes), *(index + 1 for index in units)])
    return list(lines[:start]), list(lines[start:end]), list(lines[end:])


def _end_of_body(lines: Sequence[Segment], start: int, minutes: bool) -> int:
    """Return the index behind the last line of the numbered units."""
    last_mark = max((i for i in range(start, len(lines)) if parse_mark(lines[i].text)), default=start - 1)
    heading_alone = last_mark >= start and lines[last_mark].text[-1] not in wording.SENTENCE_END
    for index in range(last_mark + 1, len(lines)):
        text = lines[index].text
        if wording.is_closing(text):
            return index + (heading_alone and index == last_mark + 1)
        if wording.is_foot(text) or _is_rare_foot(lines, index, minutes):
            return index
    return len(lines)


def _is_rare_foot(lines: Sequence[Segment], index: int, minutes: bool) -> bool:
    is_attendance = minutes and attendance_names(lines[index].raw) is not None
    return is_attendance or is_moved_recipients(lines, index) or signs_with_post(lines, index)


def is_moved_recipients(lines: Sequence[Segment], index: int) -> bool:
    """Tell whether a line is the 主送 of 版记: 抄送, organ and date of printing, or nothing, stand below it (7.4.2)."""
    below = lines[index + 1].text if index + 1 < len(lines) else None
    follows = below is None or below.startswith("抄送：") or wording.PRINTED.fullmatch(below) is not None
    return lines[index].text.startswith("主送：") and follows


def signs_with_post(lines: Sequence[Segment], index: int) -> bool:
    """Tell whether a line is the post beside a 签名章: nothing but further posts stands above the date (7.3.5.3)."""
    if not is_post(lines[index].text):
        return False
    below = (line.text for line in lines[index + 1 : index + 1 + MOST_POSTS])
    return wording.is_date(next((text for text in below if not is_post(text)), ""))


def _span(line: Segment, start: int, end: int) -> tuple[int, int]:
    return line.start + start, line.start + end
