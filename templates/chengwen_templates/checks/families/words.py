"""用语: words written twice, places left to be filled in, names and words that are no longer used.

Not a finding: words that are right when doubled (`words.toml`: 与与会, 和和谐), what begins with 一 (一项一项),
Chinese numerals; × between numbers (3×4), 二○二四, XX inside Western words, blanks in annexes (forms that others
fill in), 【 】 around a heading, 示例市 in a draft of 示例市; an old name with 原 before it, inside 《》, or
inside its own new name; the name of an organ that goes on beyond the old name (农业部门).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from chengwen_library.model import Measure
from chengwen_templates.checks.finding import Finding, Fix, FixKind
from chengwen_templates.checks.passages import Part, Passage
from chengwen_templates.checks.rules import rule
from chengwen_templates.checks.subject import Subject
from chengwen_templates.checks.texts import PROSE, Hit, asked, family_table, findings, replaced, without_titles
from chengwen_templates.office import Office, old_names

_DOUBLE = re.compile(r"(?![一二三四五六七八九十百千]+(?:[\u4e00-\u9fff]{0,2}))([\u4e00-\u9fff]{2,8})\1")
_STOPS = re.compile(r"([，。、；：？！])\1+|[，；：、](?=[。；])|。(?=[，；、])|，(?=、)|、(?=，)")
_DATES = (Part.DATE, Part.PRINT_DATE)
_SKIPPED = frozenset({Part.NUMBER, Part.ANNEX_TEXT, Part.ANNEX_TITLE})
_PLACES = "省市区县州盟旗"
_FORMER = 8
"""Characters before the name of an organ among which 原 makes it a former one: 原黄石市工商局."""

LONGEST_OWN = 60
"""Characters of a clause's text from which on a second clause with the same text is told."""

_QUESTION = "这里填什么？"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield the findings of text.repeated, text.placeholder and text.term."""
    terms = _terms(_names(subject))
    for passage in subject.passages:
        if passage.place.part in PROSE or passage.place.part in (Part.TITLE, Part.NOTICE_TITLE):
            yield from findings(_repeated(passage.text), passage)
            yield from findings(_outdated(passage.text, terms), passage)
        if passage.place.part not in _SKIPPED:
            yield from _unfilled(passage, subject.measure)
    yield from _twice(subject)


@lru_cache(maxsize=16384)
def _repeated(text: str) -> tuple[Hit, ...]:
    hits = [
        _deleted(match.start(), match.end(1), match.end(), text) for match in _DOUBLE.finditer(text) if _is_slip(match)
    ]
    hits += [_deleted(m.start(), m.start() + 1, m.start() + 2, text) for m in _single().finditer(text)]
    hits += [_stop(match) for match in _STOPS.finditer(text)]
    hits += [_redundant(match) for match in _about().finditer(text)]
    return tuple(hits)


def _is_slip(match: re.Match[str]) -> bool:
    return match.group(1) not in family_table("words.toml")["doubled"]["right"] and len(set(match.group(1))) > 1


def _deleted(start: int, middle: int, end: int, text: str) -> Hit:
    word = text[start:middle]
    message = f"“{word}”连写了两遍。去掉一个。"
    return Hit("text.repeated", (start, end), message, replaced(word))


def _stop(match: re.Match[str]) -> Hit:
    if match.group(1):
        message = f"标点“{match.group()}”重复。留一个。"
        return Hit("text.repeated", match.span(), message, replaced(match.group(1)))
    behind = match.string[match.end()]
    message = f"标点“{match.group()}{behind}”连用。去掉多余的“{match.group()}”。"
    return Hit("text.repeated", match.span(), message, Fix(FixKind.DELETE))


def _redundant(match: re.Match[str]) -> Hit:
    message = f"“{match['before']}”和“{match['after']}”意思重复：“{match.group()}”。留一个。"
    return Hit("text.repeated", match.span(), message, replaced(match["before"] + match["amount"]))


@cache
def _about() -> re.Pattern[str]:
    """Return the pattern of amounts that are told to be rough on both sides: 约20家左右."""
    table: dict[str, list[str]] = family_table("words.toml")["redundant"]
    before, after = ("|".join(table[side]) for side in ("before", "after"))
    amount = r"[\d.]+[%％\u4e00-\u9fff]{0,4}?"
    return re.compile(rf"(?<![条节大公最接附临靠])(?P<before>{before})(?P<amount>{amount})(?P<after>{after})")


@cache
def _single() -> re.Pattern[str]:
    """Return the pattern of single words doubled by mistake: 的的, unless what follows makes it right."""
    table: dict[str, str] = family_table("words.toml")["doubled"]["single"]
    return re.compile("|".join(f"{word}{word}(?![{right}])" if right else word * 2 for word, right in table.items()))


def _twice(subject: Subject) -> Iterator[Finding]:
    """Yield each clause that has, word for word, the long text of one before it."""
    seen: dict[str, str] = {}
    for passage in subject.passages:
        if passage.place.part is not Part.TEXT or len(passage.text) < LONGEST_OWN:
            continue
        before = seen.setdefault(passage.text, _mark(passage))
        if before != _mark(passage) or seen[passage.text] is not before:
            message = f"这一条的文字与“{before}”完全相同。核对是不是放进来两遍，去掉一处。"
            yield Finding(rule("text.repeated"), passage.place, passage.text[:20], message)


def _mark(passage: Passage) -> str:
    unit = passage.unit
    return f"{unit.num}{unit.heading or ''}" or passage.text[:10] if unit else ""


def _unfilled(passage: Passage, measure: Measure) -> Iterator[Finding]:
    own = measure.region if measure.region and measure.region.startswith("示例") else None
    hits = _placeholders(passage.text)
    for hit in hits:
        if own is None or not passage.text.startswith(own[:2], hit.span[0]):
            yield from findings([hit], passage)
    if not hits and passage.place.part in _DATES and re.search(r"年\s*月|月\s*日", passage.text):
        message = f"日期“{passage.text}”没有填完。"
        yield from findings(
            [Hit("text.placeholder", (0, len(passage.text)), message, asked("日期是哪一天？"))], passage
        )


@lru_cache(maxsize=16384)
def _placeholders(text: str) -> tuple[Hit, ...]:
    if not any(sign in text for sign in family_table("words.toml")["placeholder"]["signs"]):
        return ()
    return tuple(
        Hit("text.placeholder", match.span(), f"“{match.group()}”还没有填。填上内容，或者删去。", asked(_QUESTION))
        for match in _placeholder().finditer(text)
    )


@cache
def _placeholder() -> re.Pattern[str]:
    return re.compile("|".join(family_table("words.toml")["placeholder"]["patterns"]))


def _names(subject: Subject) -> tuple[tuple[str, str], ...]:
    """Return old words and new ones: the office's terms, its renamed organs, and the table's."""
    organs = ((organ.name, organ.successor) for organ in subject.office.organs if organ.successor)
    own = dict([*family_table("words.toml")["terms"].items(), *organs, *subject.office.terms])
    return tuple(sorted(own.items(), key=lambda pair: -len(pair[0])))


@dataclass(frozen=True, eq=False, slots=True)
class _Terms:
    """Old words with the new ones, and what finds the old ones; each is equal to itself alone."""

    new: dict[str, str]
    old: re.Pattern[str]


@lru_cache(maxsize=16)
def _terms(names: tuple[tuple[str, str], ...]) -> _Terms:
    words = "|".join(re.escape(old) for old, _ in names)
    local = rf"[{_PLACES}](?:{'|'.join(old_names()[1])})(?![长处科])"
    return _Terms(
        {**_organs_of_places(), **dict(names)}, re.compile(rf"(?<!原)(?<!原“)(?:{words or '(?!)'})(?!门)|{local}")
    )


@cache
def _organs_of_places() -> dict[str, str]:
    """Return the names that organs of places had before, with those that they have now: 市工商局, 市市场监管局."""
    names = (f"{place}{end}" for place in _PLACES for end in old_names()[1])
    return {name: Office().successor(name) or name for name in names}


@lru_cache(maxsize=16384)
def _outdated(text: str, terms: _Terms) -> tuple[Hit, ...]:
    bare, new = without_titles(text), terms.new
    return tuple(
        Hit("text.term", match.span(), f"“{match.group()}”应当写“{new[match.group()]}”。", replaced(new[match.group()]))
        for match in terms.old.finditer(bare)
        if not _is_within(bare, match, new[match.group()]) and not _is_former(bare, match)
    )


def _is_former(text: str, match: re.Match[str]) -> bool:
    """Tell whether 原 stands before a place's organ: 原黄石市工商局."""
    before = text[max(match.start() - _FORMER, 0) : match.start()]
    return match.group() in _organs_of_places() and re.search(r"原“?[^，。；、]*$", before) is not None


def _is_within(text: str, match: re.Match[str], new: str) -> bool:
    """Tell whether the old words are a part of the new ones, which stand there already."""
    at = new.find(match.group())
    return at >= 0 and text.startswith(new, match.start() - at)
