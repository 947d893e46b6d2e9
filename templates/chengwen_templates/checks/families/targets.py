"""量化指标: the same indicator with another value, or the same value by another year, in one text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from chengwen_library.facts.quantities import targets
from chengwen_library.folding import fold
from chengwen_library.model import Span, Target
from chengwen_templates.checks.finding import Finding, Fix, FixKind
from chengwen_templates.checks.passages import RUNNING, Part, Passage
from chengwen_templates.checks.rules import rule
from chengwen_templates.checks.subject import Subject

SHORTEST_INDICATOR = 3
"""Characters; 企业 and 项目 are counted in many places and mean other ones each time."""

_LEVELS = frozenset({"=", "≥", ">", "≤", "≈"})
"""Comparators of a level; growth (+, -) is compared among itself."""

_QUALIFIER = re.compile(
    r"每年|年均|每季|每月|每两年|累计|新增|净增|新[建培认引设]\w?|再|其中|分别|每个|每家|同比|首批|第[一二三四]批|"
    r"各区|各县|各市|区级|县级|市级|省级|国家级|自治区级|全国|全省|全市|力争|"
    r"一季度|二季度|三季度|四季度|上半年|下半年"
)
_PLACE = re.compile(r"[\u4e00-\u9fff]{1,6}(?:省|市|(?<!地)区|县|州|旗|盟|镇|开发区|高新区|园区|新区)(?![级域县市内外])")
_SENTENCE_END = "。；;\n"
_NOT_TOLD = frozenset({"力争", "全市", "再"})
"""Words that do not change what is counted."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A target with the passage it stands in and what narrows it down: 每年, 新增, 其中, the name of a place."""

    passage: Passage
    target: Target
    narrowed: frozenset[str]
    sentence: Span


def check(subject: Subject) -> Iterator[Finding]:
    """Yield the later of two targets that cannot both be meant."""
    groups: defaultdict[tuple[str, str, frozenset[str], str], list[_Told]] = defaultdict(list)
    for told in _targets(subject):
        target = told.target
        kind = "level" if target.comparator in _LEVELS else target.comparator
        if len(target.indicator) >= SHORTEST_INDICATOR and target.value is not None:
            groups[fold(_name(target.indicator)), target.unit or "", told.narrowed, kind].append(told)
    for group in groups.values():
        yield from _conflicts(group)


def _targets(subject: Subject) -> Iterator[_Told]:
    for passage in subject.passages:
        if passage.place.part in RUNNING and passage.place.part not in (Part.ANNEX_TEXT, Part.NOTICE_BODY):
            yield from (_Told(passage, *read) for read in _read(passage.text))


@lru_cache(maxsize=8192)
def _read(text: str) -> tuple[tuple[Target, frozenset[str], Span], ...]:
    """Return the targets of a text, what narrows each down, and its sentence.

    Kept, for most texts are checked again unchanged.
    """
    told = ((target, _sentence(text, target.span)) for target in targets(text))
    return tuple((target, _narrowing(text, target, sentence), sentence) for target, sentence in told)


def _name(indicator: str) -> str:
    """Return an indicator without the words that only place it: 全市, 到2027年, before it or behind."""
    return re.sub(r"^(?:全市|我市|本市|全省|全区)|^.{0,6}年(?=\D)|[到至]\d{4}年底?$|[（(].*?[）)]", "", indicator)


def _narrowing(text: str, target: Target, sentence: Span) -> frozenset[str]:
    """Return the words of a target, and of its sentence before it, that narrow down what is counted."""
    start = max(text.rfind("，", sentence[0], target.span[0]), sentence[0])
    words = text[start : target.span[1]]
    before = text[sentence[0] : target.span[0]]
    found = {*_QUALIFIER.findall(words)} - _NOT_TOLD
    found |= {"其中"} if "其中" in before else set[str]()
    return frozenset(found | {*_PLACE.findall(before)} - _NOT_TOLD)


def _conflicts(group: list[_Told]) -> Iterator[Finding]:
    """Yield a finding for each target that contradicts an earlier one, once."""
    seen: set[int] = set()
    for (_, first), (place, later) in combinations(enumerate(group), 2):
        if place in seen or _same_sentence(first, later):
            continue
        if what := _contradiction(first.target, later.target):
            seen.add(place)
            yield _finding(first, later, what)


def _same_sentence(one: _Told, other: _Told) -> bool:
    return one.passage.place == other.passage.place and one.sentence == other.sentence


def _contradiction(one: Target, other: Target) -> str | None:
    """Return what differs: 数值 or 时限; None where both can be meant (another year, another stage)."""
    if one.value != other.value:
        same_day = one.by == other.by or one.by is None or other.by is None
        return "数值" if same_day else None
    if one.by and other.by and one.by != other.by and _is_year(one.by) and _is_year(other.by):
        return "时限"
    return None


def _is_year(by: str) -> bool:
    return by[:4].isdecimal()


def _finding(first: _Told, later: _Told, what: str) -> Finding:
    place = f"{first.passage.unit.num}{first.passage.unit.heading or ''}" if first.passage.unit else "开头"
    here, there = _words(later), _words(first)
    told = f"“{later.target.indicator}”的{what}前后不一致：这里是“{here}”，{place or '前文'}是“{there}”。核对后统一。"
    ask = Fix(FixKind.ASK, f"“{here}”和“{there}”，以哪一处为准？")
    return Finding(rule("target.conflict"), later.passage.place, later.target.text, told, later.target.span, ask)


def _words(told: _Told) -> str:
    by = f"{told.target.by}年，" if told.target.by and told.target.by.isdecimal() else ""
    return by + told.target.text.strip("，、 ")


def _sentence(text: str, span: Span) -> Span:
    start = max(text.rfind(mark, 0, span[0]) for mark in _SENTENCE_END) + 1
    ends = [at for mark in _SENTENCE_END if (at := text.find(mark, span[1])) >= 0]
    return start, min(ends, default=len(text))
