"""标点: full-width punctuation in Chinese text, and quotes, 书名号 and brackets in pairs.

Not a finding: half-width marks inside Western words, numbers, times, addresses and standard codes
(1,000；24:00；https://…；GB/T 9704-2012), the point of a mark (1.), a closing bracket behind a number or letter
(1）), quotes that open in a heading and close in its text. A measure that was read from a file is looked at line
by line, for reading itself puts marks in full width; a file that is half-width throughout is told once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby, islice

from chengwen_library.reading.punctuation import full_width
from chengwen_library.reading.source import Segment
from chengwen_templates.checks.finding import Finding
from chengwen_templates.checks.passages import Part, Passage, Place
from chengwen_templates.checks.rules import rule
from chengwen_templates.checks.subject import Subject
from chengwen_templates.checks.texts import Hit, findings, place_of_words, replaced

_PAIRS = {"“": "”", "‘": "’", "《": "》", "〈": "〉", "（": "）", "〔": "〕", "【": "】"}
_CLOSING = {closing: opening for opening, closing in _PAIRS.items()}
_INNER = {"《": ("〈", "〉"), "“": ("‘", "’")}
_NAMES = {
    "“": "引号",
    "‘": "单引号",
    "《": "书名号",
    "〈": "单书名号",
    "（": "括号",
    "〔": "六角括号",
    "【": "方头括号",
}
_MARKS = re.compile(f'[{"".join(_PAIRS)}{"".join(_CLOSING)}"]')
THROUGHOUT = 40
"""Half-width marks of a file from which on it is told once, if it has no more full-width ones."""

_AROUND = 6


def check(subject: Subject) -> Iterator[Finding]:
    """Yield the findings of text.halfwidth and text.quote."""
    if subject.lines:
        yield from _in_source(subject)
    for passage in subject.passages:
        if passage.place.part is not Part.NUMBER:
            yield from findings(_narrow(passage.text), passage)
    for _, group in groupby(subject.passages, _together):
        yield from _unpaired(tuple(group))


def _together(passage: Passage) -> tuple[str | Part, int]:
    """Return what the passages share that one sentence can run through: a unit's own words, a part of the notice."""
    place = passage.place
    if place.wid is not None:
        return place.wid, 0
    return place.part, 0 if place.part is Part.NOTICE_BODY else place.index


def _in_source(subject: Subject) -> Iterator[Finding]:
    found = [(line, hits) for line in subject.lines if (hits := _narrow(line.raw))]
    narrow = sum(len(hits) for _, hits in found)
    if narrow > THROUGHOUT and narrow > sum(map(_full_width_marks, subject.lines)):
        yield from islice((one for line, hits in found for one in _throughout(subject, line, hits, narrow)), 1)
        return
    for line, hits in found:
        yield from _of_line(subject, line, hits)


def _full_width_marks(line: Segment) -> int:
    return sum(line.raw.count(mark) for mark in "，。；：？！（）")


def _throughout(subject: Subject, line: Segment, hits: Sequence[Hit], count: int) -> Iterator[Finding]:
    place = _place_of(subject, full_width(line.raw), hits[0])
    if place is None:
        return
    words = _words(line.raw, hits[0])
    message = f"全文有{count}处半角标点，从第{line.line}行的“{words}”起。改成全角；读入的文稿里已经改好。"
    yield Finding(rule("text.halfwidth"), place, words, message, line=line.line)


def _of_line(subject: Subject, line: Segment, hits: Sequence[Hit]) -> Iterator[Finding]:
    """Yield the finding of a line whose words are in the measure; what reading has left out is not looked at."""
    wide = full_width(line.raw)
    place = next(filter(None, (_place_of(subject, wide, hit) for hit in hits)), None)
    if place is None:
        return
    words = _words(line.raw, hits[0])
    marks = "、".join(dict.fromkeys(f"“{line.raw[hit.span[0]]}”" for hit in hits))
    told = f"，这一行共{len(hits)}处" if len(hits) > 1 else ""
    message = f"“{words}”用了半角的{marks}{told}。改成全角，如“{wide[hits[0].span[0]]}”。"
    fix = replaced(_words(wide, hits[0]))
    yield Finding(rule("text.halfwidth"), place, words, message, None, fix, line.line)


def _place_of(subject: Subject, wide: str, hit: Hit) -> Place | None:
    """Return where the words around a mark stand, those before it or those behind it if a number parts them."""
    start, end = hit.span
    around = (wide[max(start - _AROUND, 0) : end + _AROUND], wide[start : end + _AROUND], wide[end : end + _AROUND])
    found = (place_of_words(subject, words) for words in (*around, wide[max(start - _AROUND, 0) : start]))
    return next((place for place in found if place is not None), None)


def _words(text: str, hit: Hit) -> str:
    return text[max(hit.span[0] - _AROUND, 0) : hit.span[1] + _AROUND].strip()


@lru_cache(maxsize=16384)
def _narrow(text: str) -> tuple[Hit, ...]:
    wide = full_width(text)
    if wide == text:
        return ()
    return tuple(
        Hit("text.halfwidth", (place, place + 1), f"半角的“{old}”改成全角的“{new}”。", replaced(new))
        for place, (old, new) in enumerate(zip(text, wide, strict=True))
        if old != new
    )


def _unpaired(group: tuple[Passage, ...]) -> Iterator[Finding]:
    """Yield the marks of passages that belong together which have no partner, and pairs nested in their like."""
    words = tuple([passage.text if passage.place.part is not Part.NUMBER else "" for passage in group])
    for index, hit in _hits(words):
        yield from findings([hit], group[index])


@lru_cache(maxsize=8192)
def _hits(words: tuple[str, ...]) -> tuple[tuple[int, Hit], ...]:
    hits: list[tuple[int, Hit]] = []
    pending: list[tuple[int, int, str]] = []
    for index, text in enumerate(words):
        for match in _MARKS.finditer(text):
            place, mark = match.start(), match.group()
            if mark in _PAIRS:
                pending.append((index, place, mark))
            elif mark == '"':
                hits += _straight(text, pending, (index, place))
            else:
                hits += _closed(words, pending, (index, place, mark))
    hits += [(index, _lacks_end(words[index], place, mark)) for index, place, mark in pending]
    return tuple(hits)


def _straight(text: str, pending: list[tuple[int, int, str]], here: tuple[int, int]) -> Iterator[tuple[int, Hit]]:
    """Take a straight quote for the half that is missing: “园区" and "园区”; a number's inch is none."""
    index, place = here
    if text[max(place - 1, 0) : place].isdigit() and "“" not in (one for _, _, one in pending):
        return
    is_end = "“" in (one for _, _, one in pending)
    right = "”" if is_end else "“"
    if is_end:
        at = max(number for number, (_, _, one) in enumerate(pending) if one == "“")
        del pending[at]
    else:
        pending.append((index, place, "“"))
    words = text[max(place - 6, 0) : place + 7]
    yield index, Hit("text.quote", (place, place + 1), f"“{words}”里半角的引号改成“{right}”。", replaced(right))


def _closed(
    words: tuple[str, ...], pending: list[tuple[int, int, str]], here: tuple[int, int, str]
) -> Iterator[tuple[int, Hit]]:
    """Close the last open mark of the same kind; those opened after it have no end."""
    index, place, mark = here
    opening = _CLOSING[mark]
    if opening not in (one for _, _, one in pending):
        before = words[index][max(place - 1, 0) : place]
        is_list = mark == "）" and before.isascii() and before.isalnum()
        is_apostrophe = mark == "’" and before.isascii() and before.isalpha()
        if not is_list and not is_apostrophe:
            yield index, _lacks_start(words[index], place, mark)
        return
    while pending[-1][2] != opening:
        other, at, lonely = pending.pop()
        yield other, _lacks_end(words[other], at, lonely)
    start = pending.pop()
    outer = [one for _, _, one in pending if one == opening]
    if opening in _INNER and outer and start[0] == index:
        yield from _nested(words[index], start[1], place, opening, index)


def _nested(text: str, start: int, end: int, opening: str, index: int) -> Iterator[tuple[int, Hit]]:
    left, right = _INNER[opening]
    inside = text[start + 1 : end]
    name = _NAMES[opening]
    message = f"{name}里面再用{name}，里面的改成{left}{right}：“{left}{inside}{right}”。"
    if left in inside or right in inside:
        return
    yield index, Hit("text.quote", (start, end + 1), message, replaced(f"{left}{inside}{right}"))


def _lacks_end(text: str, place: int, mark: str) -> Hit:
    words = text[place : place + 12]
    return Hit(
        "text.quote", (place, place + 1), f"“{words}”的{_NAMES[mark]}只有前一半。在该结束的地方补上“{_PAIRS[mark]}”。"
    )


def _lacks_start(text: str, place: int, mark: str) -> Hit:
    words, opening = text[max(place - 11, 0) : place + 1], _CLOSING[mark]
    return Hit(
        "text.quote", (place, place + 1), f"“{words}”的{_NAMES[opening]}只有后一半。在该开始的地方补上“{opening}”。"
    )
