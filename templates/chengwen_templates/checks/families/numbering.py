"""序号: numbers in order, marks as GB/T 9704-2012 7.3.3 writes them, levels in order, no level of one item.

Not a finding: numbers that run on across parts (a draft's `running_on`; in other measures the forms that
run on more often than they begin anew; 条 always), 款 (they have no number), 一、 → 1. where the whole
measure has two levels, one item in a part whose numbers run on, a chapter of one article, full-width digits and
points of a mark (they are the same mark), 第3条 where all articles are written so.

A number that a drafter has locked is meant: where those before it have reached or passed it, that is
an error that only a person can mend; numbers left out before it are another rule's.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from chengwen_library.model import Form, Measure, Unit
from chengwen_library.numbering import parse_numeral, render_mark
from chengwen_library.places import siblings
from chengwen_templates.checks.finding import Finding, Fix, FixKind
from chengwen_templates.checks.passages import Part, Passage, Place
from chengwen_templates.checks.rules import rule
from chengwen_templates.checks.subject import Subject
from chengwen_templates.checks.texts import PROSE, Hit, asked, findings, replaced, without_titles

LEVELS = (Form.FIRST, Form.SECOND, Form.THIRD, Form.FOURTH, Form.FIFTH)
_UNITS_OF_LAW = frozenset({Form.PART, Form.CHAPTER, Form.SECTION, Form.ARTICLE})
_SPOKEN = re.compile(r"(?:^|(?<=[。；：，、:;,]))([一二三四五六七八九十]{1,3})是(?!否)")


@dataclass(frozen=True, slots=True)
class Level:
    """Units of one form side by side below `parent` (None: the first level), with their eIds."""

    form: Form
    parent: Unit | None
    above: str | None
    units: tuple[tuple[str, Unit], ...]


@dataclass(frozen=True, slots=True)
class Start:
    """A level, the numbers that its first unit may have, the likeliest first, and the number it runs on from.

    `held` are the numbers of locked units that are counted with those of the level.
    """

    level: Level
    allowed: tuple[int, ...]
    before: int | None
    held: frozenset[int]

    def free(self, number: int) -> int:
        """Return the first number from this one on that no locked unit holds."""
        while number in self.held:
            number += 1
        return number

    @property
    def reached(self) -> int:
        """The number that the level ends with."""
        reached = self.before or 0
        for _, unit in self.level.units:
            reached = _reached(reached, unit)
        return reached


def check(subject: Subject) -> Iterator[Finding]:
    """Yield the findings of the numbering rules."""
    levels = tuple(_levels(subject.measure))
    yield from _sequence(subject.measure, levels)
    yield from _styles(subject.measure, levels)
    yield from _level_skips(levels)
    yield from _singles(levels)
    for passage in subject.passages:
        if passage.place.part in PROSE:
            yield from findings(_spoken(passage.text), passage)


def renumbered_as_found(measure: Measure) -> Measure:
    """Return a measure that is no draft with its numbers in order; what runs on or begins anew goes on doing so."""
    wanted: dict[str, int] = {}
    reached: Counter[Form] = Counter()
    for start in _starts(measure, tuple(_levels(measure))):
        number = start.level.units[0][1].number
        goes_on = number == (start.before or 0) + 1 if number in start.allowed else start.allowed[0] != 1
        first = reached[start.level.form] + 1 if goes_on and start.before is not None else 1
        before = first - 1
        for eid, unit in start.level.units:
            wanted[eid] = unit.number or 0 if unit.locked else start.free(before + 1)
            before = max(before, wanted[eid])
        reached[start.level.form] = before
    return replace(measure, units=_numbered(measure.units, "", wanted))


def _numbered(units: tuple[Unit, ...], prefix: str, wanted: dict[str, int]) -> tuple[Unit, ...]:
    made: list[Unit] = []
    for place in siblings(units, prefix):
        unit, number = place.unit, wanted.get(place.eid, place.unit.number)
        if number and number != unit.number:
            unit = replace(unit, number=number, num=render_mark(unit.form, number))
        children = _numbered(place.unit.children, place.eid, wanted)
        made.append(replace(unit, implied=False, children=children))
    return tuple(made)


def _levels(measure: Measure) -> Iterator[Level]:
    yield from _levels_below(measure.units, None, None, "")


def _levels_below(units: tuple[Unit, ...], parent: Unit | None, above: str | None, prefix: str) -> Iterator[Level]:
    placed = siblings(units, prefix)
    forms = dict.fromkeys(place.unit.form for place in placed if place.unit.number)
    for form in forms:
        yield Level(form, parent, above, tuple((p.eid, p.unit) for p in placed if p.unit.form is form))
    for place in placed:
        yield from _levels_below(place.unit.children, place.unit, parent.wid if parent else None, place.eid)


def _starts(measure: Measure, levels: tuple[Level, ...]) -> Iterator[Start]:
    """Yield each level with the numbers that its first unit may have."""
    tally = _tally(levels)
    drafting = measure.drafting if measure.drafting and measure.drafting.template else None
    reached: dict[Form, int] = {}
    above: dict[Form, str | None] = {}
    locks = [(at, unit) for at, level in enumerate(levels) for _, unit in level.units if unit.locked]
    for at, level in enumerate(levels):
        before = reached.get(level.form)
        runs = tally[level.form, level.above]
        is_elsewhere = above.get(level.form) != level.above
        runs_through = level.form is Form.ARTICLE or (drafting is not None and level.form in drafting.running_on)
        if before is None:
            allowed = (1,)
        elif runs_through:
            allowed = (before + 1,)
        elif drafting is not None:
            allowed, before = (1,), None
        elif is_elsewhere:
            allowed = (1, before + 1)
        else:
            allowed = (before + 1,) if runs > 0 else (1, before + 1) if runs == 0 else (1,)
        if before is not None and (before + 1 not in allowed or _begins_anew(level, allowed, before)):
            before = None
        beside = (unit for place, unit in locks if unit.form is level.form and (runs_through or place == at))
        start = Start(level, allowed, before, frozenset(unit.number or 0 for unit in beside))
        yield start
        reached[level.form], above[level.form] = start.reached, level.above


def _begins_anew(level: Level, allowed: tuple[int, ...], before: int) -> bool:
    """Tell whether the locked number of a level's first unit shows that the level does not run on."""
    first = level.units[0][1]
    return first.locked and 1 in allowed and (first.number or 0) <= before


def _reached(before: int, unit: Unit) -> int:
    """Return the number from which the units behind a unit count on: its own, but not a locked one that was passed."""
    number = unit.number or 0
    return before if unit.locked and number <= before else number


def _tally(levels: tuple[Level, ...]) -> Counter[tuple[Form, str | None]]:
    """Count, for the units of a form below one unit's children, how much more often they run on than begin anew."""
    tally: Counter[tuple[Form, str | None]] = Counter()
    reached: dict[tuple[Form, str | None], int] = {}
    for level in levels:
        key, first = (level.form, level.above), level.units[0][1].number
        if key in reached:
            tally[key] += 1 if first == reached[key] + 1 else -1 if first == 1 else 0
        reached[key] = level.units[-1][1].number or 0
    return tally


def _sequence(measure: Measure, levels: tuple[Level, ...]) -> Iterator[Finding]:
    for start in _starts(measure, levels):
        before = start.before
        for index, (eid, unit) in enumerate(start.level.units):
            number = unit.number or 0
            wanted = start.allowed if index == 0 else ((before or 0) + 1,)
            if unit.implied:
                yield _lost(eid, unit)
            elif unit.locked:
                yield from _beside_lock(eid, unit, before or 0, start)
            elif number not in map(start.free, wanted):
                yield _odd(eid, unit, before, start)
            before = _counted(before or 0, start.level.units[index : index + 2])


def _counted(before: int, units: Sequence[tuple[str, Unit]]) -> int:
    """Return the number from which the second of two units counts on: a slip the second does not follow counts not.

    Of 五、五、七、 the second 五、 stands for 六、 and is the only fault.
    """
    first, *rest = (unit for _, unit in units)
    is_slip = not first.locked and first.number == before > 0
    return before + 1 if is_slip and rest and rest[0].number == before + 2 else _reached(before, first)


def _lost(eid: str, unit: Unit) -> Finding:
    words = (unit.heading or unit.text or unit.num)[:20]
    message = f"“{words}”前面没有序号，按上下文应当是“{unit.num}”。补上序号。"
    if words == unit.num:
        message = f"缺“{unit.num}”的序号和标题。补上序号和标题。"
    return Finding(rule("numbering.sequence"), _place(eid, unit), words, message, fix=_renumber(unit, unit.number))


def _beside_lock(eid: str, unit: Unit, before: int, start: Start) -> Iterator[Finding]:
    """Yield a finding where a locked number has been reached or passed, or where numbers are left out before it."""
    number = unit.number or 0
    first, last = start.free(before + 1), number - 1
    while last in start.held:
        last -= 1
    if number <= before:
        told = "重复" if number == before else f"排在“{_mark(unit, before)}”后面"
        message = f"锁定的序号“{unit.num}”{told}。移走或者删去前面多出的内容，或者解除锁定。"
        fix = asked("调整前面的内容，还是解除锁定？")
        yield Finding(rule("numbering.sequence"), _place(eid, unit), unit.num, message, fix=fix)
    elif first <= last:
        told = f"“{_mark(unit, first)}”" + (f"至“{_mark(unit, last)}”" if first < last else "")
        message = f"锁定的序号“{unit.num}”前面空出{told}。定稿时不保留空号的，解除锁定。"
        fix = asked("空号保留，还是解除锁定？")
        yield Finding(rule("numbering.locked"), _place(eid, unit), unit.num, message, fix=fix)


def _odd(eid: str, unit: Unit, before: int | None, start: Start) -> Finding:
    wanted = start.free((before or 0) + 1)
    number = unit.number or 0
    if before is None:
        told = f"这一层从“{unit.num}”开始，前面没有“{_mark(unit, 1)}”"
    elif number == before:
        told = f"序号“{unit.num}”重复"
    elif number in start.held:
        told = f"序号“{unit.num}”与锁定的“{unit.num}”重复"
    elif number < before:
        told = f"“{unit.num}”排在“{_mark(unit, before)}”后面"
    else:
        told = f"“{_mark(unit, before)}”后面是“{unit.num}”，缺“{_mark(unit, wanted)}”"
    message = f"{told}。核对有没有漏掉或者多出的内容，再重新编号。"
    return Finding(rule("numbering.sequence"), _place(eid, unit), unit.num, message, fix=_renumber(unit, wanted))


def _renumber(unit: Unit, number: int | None) -> Fix:
    return Fix(FixKind.RENUMBER, _mark(unit, number or 0))


def _mark(unit: Unit, number: int) -> str:
    """Return the mark of a number in the form of a unit; the number alone where the form has no such mark."""
    try:
        return render_mark(unit.form, number)
    except ValueError:
        return str(number)


def _styles(measure: Measure, levels: tuple[Level, ...]) -> Iterator[Finding]:
    articles = [unit.num for unit in measure.walk() if unit.form is Form.ARTICLE]
    all_in_digits = all(any(character.isdigit() for character in num) for num in articles)
    for level in levels:
        for eid, unit in level.units:
            if unit.implied or not unit.number or (unit.form is Form.ARTICLE and all_in_digits):
                continue
            right = _mark(unit, unit.number)
            if _plain(unit.num) != _plain(right):
                message = f"序号“{unit.num}”写成“{right}”。"
                yield Finding(rule("numbering.style"), _place(eid, unit), unit.num, message, fix=replaced(right))
            yield from _stop_behind(eid, unit)


def _stop_behind(eid: str, unit: Unit) -> Iterator[Finding]:
    """Yield a finding where a stop follows a mark in brackets: （一）、."""
    part = Part.HEADING if unit.heading else Part.INTRO if unit.intro else Part.TEXT
    words = unit.heading or unit.intro or unit.text
    if words[:1] in ("、", "，", "．", ".", "。") and words[1:]:
        place = Place(part, unit.wid, eid)
        hit = Hit("numbering.style", (0, 1), f"序号“{unit.num}”后面不加“{words[0]}”。", Fix(FixKind.DELETE))
        yield from findings([hit], Passage(place, words, unit))


@lru_cache(maxsize=1024)
def _plain(mark: str) -> str:
    return unicodedata.normalize("NFKC", re.sub(r"\s", "", mark)).replace("﹒", ".")


def _level_skips(levels: tuple[Level, ...]) -> Iterator[Finding]:
    used = {level.form for level in levels} & set(LEVELS)
    for level in levels:
        above = level.parent.form if level.parent else None
        if above is Form.ARTICLE:
            skipped = Form.SECOND if level.form in LEVELS[2:] else None
        elif above not in LEVELS or level.form not in LEVELS:
            continue
        else:
            wanted = LEVELS.index(above) + 1
            is_two_levels = (above, level.form) == (Form.FIRST, Form.THIRD) and used == {Form.FIRST, Form.THIRD}
            skipped = LEVELS[wanted] if LEVELS.index(level.form) > wanted and not is_two_levels else None
        if skipped is not None:
            eid, unit = level.units[0]
            parent = level.parent.num if level.parent else ""
            message = (
                f"“{parent}”下面直接用“{unit.num}”，跳过了“{skipped.value}”这一层。改用“{render_mark(skipped, 1)}”。"
            )
            yield Finding(rule("numbering.level-skip"), _place(eid, unit), unit.num, message)


def _singles(levels: tuple[Level, ...]) -> Iterator[Finding]:
    for level in levels:
        if len(level.units) == 1 and level.form not in _UNITS_OF_LAW:
            eid, unit = level.units[0]
            if unit.number != 1:
                continue
            message = f"这一层只有“{unit.num}”一项。并入上一层，或者补充其他各项。"
            yield Finding(rule("numbering.single"), _place(eid, unit), unit.num, message)


@lru_cache(maxsize=8192)
def _spoken(text: str) -> tuple[Hit, ...]:
    """Return the breaks in 一是……二是……三是…… of a text."""
    if "一是" not in text:
        return ()
    hits: list[Hit] = []
    before = 0
    for match in _SPOKEN.finditer(without_titles(text)):
        try:
            number = parse_numeral(match.group(1))
        except ValueError:
            continue
        if number not in (before + 1, 1) and before:
            message = f"“{match.group()}”前面是第{before}点，序号不连续。核对有没有漏掉的内容。"
            hits.append(Hit("numbering.sequence", match.span(), message, asked("这里的序号应当是几？")))
        before = number
    return tuple(hits)


def _place(eid: str, unit: Unit) -> Place:
    return Place(Part.NUMBER, unit.wid, eid)
