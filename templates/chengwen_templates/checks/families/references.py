"""内部引用: what a text refers to must be there, and be as many as it says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from chengwen_library.model import Form, Measure, Unit
from chengwen_library.numbering import parse_numeral
from chengwen_templates.checks.finding import Finding
from chengwen_templates.checks.passages import Part, Passage
from chengwen_templates.checks.rules import rule
from chengwen_templates.checks.subject import Subject
from chengwen_templates.references.bind import Binding, bound
from chengwen_templates.references.outline import Outline
from chengwen_templates.references.parse import references
from chengwen_templates.references.reference import Level
from chengwen_templates.references.resolve import Reason

FARTHEST = 3
"""How far a count without 以下 or 下列 may be from the number of units to be taken for theirs."""

_LOOKED_AT = frozenset(
    {Part.PREAMBLE, Part.HEADING, Part.TEXT, Part.INTRO, Part.WRAP_UP, Part.CLOSING, Part.NOTICE_BODY}
)
_AMENDING = re.compile(r"关于(?:修改|修订|修正|废止)|修正案")
_NUMBER = r"(?P<number>[0-9]{1,3}|[一二三四五六七八九十百两]{1,5})"
_POINTED = re.compile(
    rf"(?:以下|下列|如下)\s?{_NUMBER}\s?(?P<word>项|种|类|条|款|点|个方面|个条件|个)(?P<noun>[^，。；：、\n]{{0,12}})[：:。]?$"
)
_NAMED = re.compile(
    r"(?:实施|落实|推进|提出|推出|制定|形成|开展|明确|部署|聚焦|围绕|(?<=工程)[、和]|(?<=行动)[、和])(?:好|了|以下|如下)?\s?"
    rf"{_NUMBER}\s?(?:项|条|大)"
    r"(?:具体|重点|主要|工作|政策)*(?:任务|措施|举措|工程|行动|政策)"
)
_OF_ALL = re.compile(
    rf"(?:以上|上述|前述|以下|下列|如下)\s?{_NUMBER}\s?(?:项|条|个方面)(?:具体|重点|主要|工作|政策)*(?:任务|措施|举措|政策|规定)"
)
_OF_NOUN = re.compile(
    r"(?:实施|落实|推进|围绕|开展|组织|通过|以上|上述|抓好|做好|聚焦|推动)[^，。；、\d]{0,6}?"
    rf"{_NUMBER}\s?(?:大|项|个)(?:重点|专项|主要)?(?P<noun>工程|行动|任务|计划|举措|措施)"
)
_OF_THE_TASKS = re.compile(rf"(?:以上|上述|前述)\s?{_NUMBER}\s?项(?:具体|重点|主要|工作)*(?:任务|措施|举措)")
_ABOVE = re.compile(rf"^(?:以上|上述|前述)\s?{_NUMBER}\s?(?:项|种|类|条|款|点|个方面)")
_INLINE = re.compile(r"[（(](?:[一二三四五六七八九十]+|[0-9]{1,2})[）)]|[①-⑳]")


def check(subject: Subject) -> Iterable[Finding]:
    """Yield the references to what is not there, and counts that differ from the units counted."""
    if _AMENDING.search(subject.measure.title or ""):
        return
    outline = Outline(subject.measure)
    for passage in subject.passages:
        if passage.place.part in _LOOKED_AT:
            if references(passage.text, subject.measure.title or ""):
                yield from _dangling(subject, outline, passage)
            yield from _counts(subject, passage)


def _dangling(subject: Subject, outline: Outline, passage: Passage) -> Iterator[Finding]:
    for binding in bound(outline, passage.place, passage.text):
        message = _message(subject, outline, binding)
        if message is not None:
            span = binding.reference.span
            yield Finding(rule("reference.dangling"), passage.place, binding.words, message, span)


def _message(subject: Subject, outline: Outline, binding: Binding) -> str | None:
    """Return what is wrong with a reference, if it certainly points at nothing."""
    words, reason = binding.words, binding.resolution.reason
    if reason is Reason.REMOVED:
        return f"“{words}”所引用的条款已经删去或者没有写明，改成现在的序号，或者删去这处引用。"
    if reason is not Reason.MISSING or not _is_certain(subject, outline, binding):
        return None
    return f"“{words}”在本文里找不到，核对序号，或者删去这处引用。"


def _is_certain(subject: Subject, outline: Outline, binding: Binding) -> bool:
    reference = binding.reference
    levels = {step.level for step in reference.steps}
    if not reference.firm or (Level.ANNEX in levels and not _lists_annexes(subject)):
        return False
    if reference.last.suffix and any(passage.text.startswith(binding.words[-6:]) for passage in subject.passages):
        return False
    if Level.PARAGRAPH in levels and not _has_paragraphs(subject, outline):
        return False
    if Level.ARTICLE in levels and not outline.has_articles:
        return bool(reference.scope) and bool(outline.clause_forms)
    relative = not reference.last.items
    return not relative or reference.last.level in (Level.PARAGRAPH, Level.ARTICLE, Level.CHAPTER)


def _lists_annexes(subject: Subject) -> bool:
    """Tell whether the annexes are at hand, each for itself."""
    notice = subject.measure.notice
    return bool(subject.measure.annexes) and not (notice and (notice.measure_as_annex or notice.annexes_apart))


def _has_paragraphs(subject: Subject, outline: Outline) -> bool:
    """Tell whether the paragraphs of the text are known: a text read from two long lines has lost them."""
    return subject.measure.drafting is not None or bool(outline.by_form[Form.PARAGRAPH])


@dataclass(frozen=True, slots=True)
class _Count:
    number: int
    words: str
    span: tuple[int, int]


def _counts(subject: Subject, passage: Passage) -> Iterator[Finding]:
    unit = passage.unit
    match passage.place.part:
        case Part.TEXT | Part.INTRO if unit is not None:
            found = _pointed(passage, unit) or _named(passage, unit) or _of_the_tasks(passage, unit, subject.measure)
        case Part.WRAP_UP if unit is not None:
            found = _above(passage, unit)
        case Part.PREAMBLE | Part.CLOSING:
            found = _of_all(passage, subject.measure.units)
        case _:
            return
    for count, actual in found or _of_noun(passage, subject.measure):
        message = f"这里写“{count.words}”，文中实际是 {actual} 项，核对后改成一致。"
        yield Finding(rule("reference.count"), passage.place, count.words, message, count.span)


def _above(passage: Passage, unit: Unit) -> list[tuple[_Count, int]]:
    """Return 以上三种情形 right behind a list of another length."""
    match = _ABOVE.match(passage.text)
    count = _count(match) if match else None
    actual = len(_rows(unit.children))
    return [(count, actual)] if count and actual > 1 and count.number != actual else []


def _of_all(passage: Passage, units: Sequence[Unit]) -> list[tuple[_Count, int]]:
    """Return 以上五项措施 where no level of the measure has so many units; the lowest with headings is told."""
    levels = _levels(units)
    counts = [count for match in _OF_ALL.finditer(passage.text) if (count := _count(match))]
    if not levels or levels[-1] < 2:
        return []
    return [(count, levels[-1]) for count in counts if count.number not in levels]


def _of_the_tasks(passage: Passage, unit: Unit, measure: Measure) -> list[tuple[_Count, int]]:
    """Return 以上五项任务 in the measure's last part, where no row and no level of units has so many."""
    if all(one.wid != unit.wid for one in measure.units[-1].walk()):
        return []
    levels = _levels(measure.units)
    rows = {len(_rows(one.children)) for one in measure.walk()}
    counts = filter(None, map(_count, _OF_THE_TASKS.finditer(passage.text)))
    return [(count, levels[-1]) for count in counts if levels and count.number not in {*rows, *levels}]


def _of_noun(passage: Passage, measure: Measure) -> list[tuple[_Count, int]]:
    """Return 实施四大工程 where there is one level whose headings are all called …工程, with another number of them."""
    result: list[tuple[_Count, int]] = []
    for match in _OF_NOUN.finditer(passage.text):
        count = _count(match)
        alike = [len(row) for row in _headed_rows(measure) if _are_called(row, match["noun"])]
        if count and len(alike) == 1 and count.number != alike[0]:
            result.append((count, alike[0]))
    return result


def _are_called(row: Sequence[Unit], noun: str) -> bool:
    return all((one.heading or "").endswith(noun) for one in row)


def _headed_rows(measure: Measure) -> list[list[Unit]]:
    """Return the units with headings below each unit, where there are several, and those of the first level."""
    rows = [_rows(measure.units), *(_rows(one.children) for one in measure.walk())]
    return [row for row in rows if len(row) > 1 and all(one.heading for one in row)]


def _pointed(passage: Passage, unit: Unit) -> list[tuple[_Count, int]]:
    """Return 下列三种情形 at the end of what stands before a list of another length."""
    if unit.children:
        actual, text = len(_rows(unit.children)), passage.text
    else:
        actual, text = _inline(passage.text)
    match = _POINTED.search(text) if actual > 1 else None
    count = _count(match) if match else None
    return [(count, actual)] if count and count.number != actual else []


@lru_cache(maxsize=8192)
def _inline(text: str) -> tuple[int, str]:
    """Return how many marks in order a text has within it (（一）…（二）…), and what stands before them."""
    marks = list(_INLINE.finditer(text))
    if not marks:
        return 0, text
    in_order = _in_order([match.group() for match in marks])
    return len(marks) if in_order else 0, text[: marks[0].start()].rstrip()


def _named(passage: Passage, unit: Unit) -> list[tuple[_Count, int]]:
    """Return 落实24项重点任务 where no level below the unit has so many, and one has nearly as many."""
    levels = _levels(unit.children) if passage.place.part is Part.INTRO else []
    if not levels:
        return []
    counts = filter(None, map(_count, _NAMED.finditer(passage.text)))
    result: list[tuple[_Count, int]] = []
    for count in counts:
        apart = sorted((abs(actual - count.number), actual) for actual in levels)
        distance, nearest = apart[0]
        alone = len(apart) == 1 or apart[1][0] > distance
        if 0 < distance <= FARTHEST < min(count.number, nearest) and alone:
            result.append((count, nearest))
    return result


def _levels(units: Sequence[Unit]) -> list[int]:
    """Return how many numbered units each level has, from the top down as far as any has a heading."""
    result: list[int] = []
    row = _rows(units)
    while row and (not result or any(unit.heading for unit in row)):
        result.append(len(row))
        row = _rows([below for above in row for below in above.children])
    return result


def _rows(units: Sequence[Unit]) -> list[Unit]:
    return [unit for unit in units if unit.form is not Form.PARAGRAPH]


def _in_order(marks: Sequence[str]) -> bool:
    numbers = [ord(mark) - ord("①") + 1 if len(mark) == 1 else parse_numeral(mark[1:-1]) for mark in marks]
    return numbers == list(range(1, len(numbers) + 1))


def _count(match: re.Match[str]) -> _Count | None:
    try:
        number = {"两": 2}.get(match["number"]) or parse_numeral(match["number"])
    except ValueError:
        return None
    start, end = match.span()
    start = match.start("number") if match.re in (_NAMED, _OF_NOUN) else start
    words = match.string[start:end].rstrip("：:。")
    return _Count(number, words, (start, start + len(words))) if number > 1 else None
