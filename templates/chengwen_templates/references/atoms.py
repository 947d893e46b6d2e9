"""One level of a reference as it is written: 第三条, 第（一）至（三）项, 前两款, 本条, 附件1, and paths of marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from chengwen_library.numbering import parse_numeral
from chengwen_templates.references.reference import RANKS, REMOVED, Item, Level, Number, Step
from chengwen_templates.references.scanning import (
    ANNEX,
    JOINER,
    LEVEL,
    NUMBER,
    ORDINAL,
    OWN,
    PATH,
    RANGE,
    RELATIVE,
    SHORT_PATH,
    SUFFIX,
    level_at,
)

Read = tuple[Step, int]
"""A step and the place behind it."""


def own_step(text: str, at: int) -> Read | None:
    """Return 本条, 本款, 本章 … at a place."""
    match = OWN.match(text, at)
    return (Step(level_at(match, own=True), match.span()), match.end()) if match else None


def relative_step(text: str, at: int) -> Read | None:
    """Return 前款, 前两项, 上一条 … at a place."""
    match = RELATIVE.match(text, at)
    if match is None:
        return None
    counted = match["count"] or match["count1"] or match["count2"]
    count = {"两": 2}.get(counted) or parse_numeral(counted) if counted else 1
    before = match["way"] == "前" or match["way1"] == "上"
    return Step(Level(match["level"]), match.span(), offset=-count if before else count), match.end()


def annex_step(text: str, at: int) -> Read | None:
    """Return 附件1, 附件2至4, 附件1、附件3 at a place."""
    match = ANNEX.match(text, at)
    numbers = _numbers(text, match.end(), ANNEX) if match else None
    if numbers is None:
        return None
    step, end = _step(at, Level.ANNEX, numbers)
    return replace(step, ordinal=False, repeated=len(ANNEX.findall(text[at:end])) > 1), end


def absolute_step(text: str, at: int, *, bare: bool) -> Read | None:
    """Return 第三条, 第（一）、（三）项, （二）项 … at a place; with `bare` also （二） alone."""
    ordinal = ORDINAL.match(text, at)
    numbers = _numbers(text, ordinal.end() if ordinal else at, ORDINAL)
    if numbers is None:
        return None
    items, end, marks = numbers
    bracketed = all(number.bracketed for item in items for number in item.numbers)
    level = LEVEL.match(text, end)
    if not ordinal and not bracketed:
        return None
    if level is None:
        return _unnamed(at, (items, end, marks), ordinal is not None) if bare and bracketed else None
    step, _ = _step(at, level_at(level), (items, end, marks))
    end = level.end()
    suffix = SUFFIX.match(text, end) if step.level is Level.ARTICLE else None
    end = suffix.end() if suffix else end
    added = parse_numeral(suffix.group(1)) if suffix else 0
    return replace(step, span=(at, end), ordinal=ordinal is not None, suffix=added), end


def path_steps(text: str, at: int) -> tuple[tuple[Step, ...], int] | None:
    """Return the steps of 三、（四）11. or （四）11. at a place."""
    match = PATH.match(text, at) or SHORT_PATH.match(text, at)
    if match is None:
        return None
    names = (("first", Level.FIRST), ("second", Level.SECOND), ("third", Level.THIRD), ("fourth", Level.FOURTH))
    given = match.groupdict()
    steps = [_mark_step(match, name, level) for name, level in names if given.get(name)]
    starts = [match.start(), *(_behind(text, step) for step in steps[:-1])]
    ends = [*starts[1:], match.end()]
    return tuple(replace(step, span=span) for step, span in zip(steps, zip(starts, ends, strict=True), strict=True)), (
        match.end()
    )


def merged(steps: Sequence[tuple[str, Step]]) -> Step:
    """Return one step for 第三条、第五条 and 第三条至第五条, given with what stands before each."""
    first = steps[0][1]
    items = list(first.items)
    joints = [joint for joint, _ in steps[1:]]
    range_mark = first.range_mark
    for joint, step in steps[1:]:
        if RANGE.fullmatch(joint) and items and items[-1].last is None and step.items[0].last is None:
            items[-1] = Item(items[-1].first, step.items[0].first)
            items.extend(step.items[1:])
            range_mark = joint
        else:
            items.extend(step.items)
    lists = [joint for joint in joints if not RANGE.fullmatch(joint)]
    return replace(
        first,
        span=(first.span[0], steps[-1][1].span[1]),
        items=tuple(items),
        repeated=first.repeated or len(steps) > 1,
        separator=lists[0] if len(lists) > 1 else "、",
        final=lists[-1] if lists else first.final,
        range_mark=range_mark,
    )


def is_below(step: Step, other: Step) -> bool:
    """Tell whether a step may follow another one as what lies below it."""
    return RANKS[step.level] > RANKS[other.level] or (step.level is other.level is Level.PARAGRAPH and not other.items)


_Numbers = tuple[tuple[Item, ...], int, tuple[list[str], str]]


def _numbers(text: str, at: int, again: re.Pattern[str]) -> _Numbers | None:
    """Return the items from a place on, the place behind them, and what joins them; `again` may stand before each."""
    match = NUMBER.match(text, at)
    if match is None:
        return None
    items, end = [Item(_number(match))], match.end()
    joints: list[str] = []
    range_mark = "至"
    while LEVEL.match(text, end) is None:
        joint = RANGE.match(text, end) or JOINER.match(text, end)
        begin = joint.end() if joint else end
        repeat = again.match(text, begin)
        match = NUMBER.match(text, repeat.end() if repeat else begin)
        if match is None or (joint is None and not (match["open"] and items[-1].first.bracketed)):
            break
        if again is ORDINAL and joint is not None and not match["open"] and items[-1].first.bracketed:
            break
        is_range = joint is not None and RANGE.fullmatch(joint.group()) is not None and items[-1].last is None
        if is_range and joint is not None:
            items[-1], range_mark = Item(items[-1].first, _number(match)), joint.group()
        else:
            items.append(Item(_number(match)))
            joints.append(joint.group() if joint else "")
        end = match.end()
    return tuple(items), end, (joints, range_mark)


def _number(match: re.Match[str]) -> Number:
    numeral = match["numeral"]
    span = match.span("numeral")
    if numeral.startswith("×"):
        return Number(None, span, bool(match["open"]))
    try:
        value = parse_numeral(numeral)
    except ValueError:
        value = None
    return Number(value, span, bool(match["open"]), arabic=numeral[0].isdecimal())


def _step(at: int, level: Level, numbers: _Numbers) -> Read:
    items, end, (joints, range_mark) = numbers
    separator = joints[0] if len(joints) > 1 else "、"
    step = Step(
        level,
        (at, end),
        items,
        separator=separator if joints else "、",
        final=joints[-1] if joints else "、",
        range_mark=range_mark,
    )
    return step, end


def _unnamed(at: int, numbers: _Numbers, ordinal: bool) -> Read:
    arabic = numbers[0][0].first.arabic
    step, end = _step(at, Level.FOURTH if arabic else Level.SECOND, numbers)
    return replace(step, ordinal=ordinal, suffixed=False), end


def _mark_step(match: re.Match[str], name: str, level: Level) -> Step:
    bracketed = level in (Level.SECOND, Level.FOURTH)
    arabic = level in (Level.THIRD, Level.FOURTH)
    value = None if match[name] == REMOVED else parse_numeral(match[name])
    number = Number(value, match.span(name), bracketed, arabic)
    return Step(level, match.span(), (Item(number),), ordinal=False, suffixed=False)


def _behind(text: str, step: Step) -> int:
    end = step.items[0].first.span[1]
    return end + 1 if end < len(text) and text[end] in "、）)" else end
