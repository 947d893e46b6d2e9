"""The drafting rules for laws, as hints: 应当/必须, 不得/禁止, 以上/以下, 和/以及/或者.

Words of duty are looked at only in texts of articles (办法, 细则, 规定 …, or with 第×条): in
若干措施 and 方案, 必须 and 严禁 are usual. Bounds and doubled conjunctions are looked at everywhere, since a
limit that belongs to two brackets is a fault in any text. Not looked at: titles in 《》, quoted slogans.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

import tomli

from chengwen_library.model import Form, Measure, Span
from chengwen_templates.checks.finding import Finding, Fix, FixKind
from chengwen_templates.checks.passages import Passage
from chengwen_templates.checks.rules import rule
from chengwen_templates.checks.sentences import LOOKED_AT, blanked
from chengwen_templates.checks.subject import Subject

_NUMBER = r"[\d０-９.．,一二三四五六七八九十百千]+"
_UNIT = (
    r"(?:亿元|万元|元|周岁|岁|个月|个工作日|工作日|平方米|公顷|公里|公斤|千克|吨|亩"
    r"|米|年|天|日|人|家|件|项|户|分|倍|级|[%％])"
)
_BOUND = re.compile(
    rf"(?P<under>不满|不足|低于|少于|小于|未满)?(?P<over>(?<!不)(?:超过|高于|大于|多于))?(?P<to>[至到])?"
    rf"(?P<value>{_NUMBER}{_UNIT})(?:（[^（）]*）)?(?P<word>及?以[上下内])?(?P<ends>(?=[、，；的]))?"
)
_NOT = re.compile(r"不(?:得|能|应)?$")
_ABOUT_ENDS = re.compile(r"^(?:对|的|其中|以及|和|或者)+|(?:在|为|达到|达|满)$")
_BOUND_WORDS = re.compile("以[上下内]|不满|不足|未满|低于|少于|小于|超过|高于|大于|多于")
_NEAR = 90
_SAID = {
    ("upper", "lower"): "都包括{0}，两档重合。把其中一档改为“不满”或者“超过”。",
    ("under", "over"): "都不包括{0}，正好{0}的没有规定。把其中一档改为“以上”或者“以下”。",
}
_MIXED = re.compile(r"或者|(?<![间抑亦])或(?![者许然])")
_THREE = re.compile(
    r"(?:、[^、，。；：和（）]{1,10}和[^、，。；：和（）]{1,10}|[^、，。；：和（）]{1,10}和[^、，。；：和（）]{1,5})和(?![^、，。；]{0,3}的)"
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A hint with its span, and what it says."""

    rule: str
    span: Span
    says: str
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class _Bound:
    span: Span
    value: str
    kind: str
    about: str


def check(subject: Subject) -> Iterator[Finding]:
    """Yield hints on words of duty, bounds and conjunctions."""
    statutory = is_statutory(subject.measure)
    for passage in subject.passages:
        if passage.place.part in LOOKED_AT:
            yield from (_finding(passage, hit) for hit in hits(passage.text, statutory))


def is_statutory(measure: Measure) -> bool:
    """Return whether a measure is written in articles, as 办法 and 细则 are."""
    titled = re.search(_table()["statutory_titles"], measure.title or "")
    return bool(titled) or any(unit.form is Form.ARTICLE for unit in measure.walk())


@lru_cache(maxsize=8192)
def hits(text: str, statutory: bool) -> tuple[Hit, ...]:
    """Return the hints for one text; remembered, since most texts stay as they are between two checks."""
    shown = blanked(text)
    found = [*_doubled(shown), *_brackets(shown)]
    if statutory:
        found += [*_modal(shown), *_alternatives(shown), *_chains(shown)]
    return tuple(found)


def _modal(text: str) -> Iterator[Hit]:
    taken: set[int] = set()
    for word in _table()["word"]:
        for match in _compiled(word["find"]).finditer(text):
            before = text[max(0, match.start() - 6) : match.start()]
            if _wanted(word, before) and match.start() not in taken:
                taken.add(match.start())
                says = f"“{match[0]}”{word['says']}。改为“{word['replace']}”。"
                yield Hit(word["rule"], match.span(), says, Fix(FixKind.REPLACE, word["replace"]))


def _wanted(word: dict[str, str], before: str) -> bool:
    if "needs_before" in word:
        return bool(_compiled(word["needs_before"]).search(before))
    return not _compiled(word["unless_before"]).search(before)


def _doubled(text: str) -> Iterator[Hit]:
    for one in _table()["doubled"]:
        for match in _compiled(one["find"]).finditer(text):
            if "before" in one and not _compiled(one["before"]).search(
                text[max(0, match.start() - 12) : match.start()]
            ):
                continue
            fix = Fix(FixKind.DELETE) if one["do"].startswith("删去") else None
            around = text[max(0, match.start() - 4) : match.end() + 4]
            yield Hit(one["rule"], match.span(), f"“{around}”：{one['says']}。{one['do']}。", fix)


def _brackets(text: str) -> Iterator[Hit]:
    """Yield the second of two bounds of one thing that both take in a value, or that both leave it out."""
    for kinds, said in _SAID.items():
        bounds = [bound for bound in _bounds(text) if bound.kind in kinds]
        for first, second in pairwise(bounds):
            near = second.span[0] - first.span[1] <= _NEAR
            if near and first.value == second.value and first.kind != second.kind and second.about in ("", first.about):
                one, other = text[slice(*first.span)], text[slice(*second.span)]
                yield Hit("wording.bounds", second.span, f"“{one}”和“{other}”" + said.format(first.value))


def _bounds(text: str) -> Iterator[_Bound]:
    if not _BOUND_WORDS.search(text):
        return
    about, end = "", 0
    for match in _BOUND.finditer(text):
        *before, between = re.split(r"[，。；：、]", text[end : match.start()])
        about = _ABOUT_ENDS.sub("", between) if between or before else about
        end = match.end()
        if not _NOT.search(text[: match.start()]):
            yield _Bound(match.span(), match["value"], _kind(match), about)


def _kind(match: re.Match[str]) -> str:
    if match["under"] or match["over"]:
        return "under" if match["under"] else "over"
    if match["word"]:
        return "lower" if match["word"].endswith("上") else "upper"
    return "upper" if match["to"] and match["ends"] is not None else ""


def _alternatives(text: str) -> Iterator[Hit]:
    """Yield 或 in sentences that also say 或者."""
    for sentence in re.finditer(r"[^。；\n]+", text):
        found = list(_MIXED.finditer(sentence[0]))
        if len({match[0] for match in found}) < 2:
            continue
        for match in found:
            if match[0] == "或":
                start = sentence.start() + match.start()
                says = "同一句里“或”和“或者”并用。统一用“或者”。"
                yield Hit("wording.conjunction", (start, start + 1), says, Fix(FixKind.REPLACE, "或者"))


def _chains(text: str) -> Iterator[Hit]:
    """Yield lists with two 和: 甲、乙和丙和丁, 甲和乙和丙."""
    for match in _THREE.finditer(text):
        if not _compiled(_table()["organ_names"]).search(match[0] + text[match.end() : match.end() + 4]):
            said = match[0].lstrip("、")
            says = f"“{said}”连用两个“和”，层次不清。同一层次的用顿号，最后两项之间用“和”，次要的用“以及”。"
            yield Hit("wording.conjunction", (match.end() - len(said), match.end()), says)


def _finding(passage: Passage, hit: Hit) -> Finding:
    words = passage.text[slice(*hit.span)]
    return Finding(rule(hit.rule), passage.place, words, hit.says, hit.span, hit.fix)


@cache
def _table() -> dict[str, Any]:
    source = files("chengwen_templates.checks.families") / "wording.toml"
    return tomli.loads(source.read_text(encoding="utf-8"))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
