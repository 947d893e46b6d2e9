"""数字: one way of writing for things of one kind, ranges with — or ～, amounts in whole digits (GB/T 15835-2011).

Not a finding: what stands in 《》, dates with two hyphens, codes and telephone numbers, 文号, Chinese numerals in
fixed words (三年行动, 十四五, 一年一度), measures of articles that write all numbers in Chinese.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from chengwen_library.numbering import parse_numeral, render_numeral
from chengwen_templates.checks.finding import Finding, Fix
from chengwen_templates.checks.passages import Part, Passage
from chengwen_templates.checks.subject import Subject
from chengwen_templates.checks.texts import PROSE, Hit, family_table, findings, replaced, without_titles

_YEARS = re.compile(r"(?<![A-Za-z0-9\-./])((?:19|20)\d{2}年?)[-－–~](?=(?:19|20)\d{2}年)")
_SHARES = re.compile(r"(?<![A-Za-z0-9.])(\d+(?:\.\d+)?)([-－–—~～至])(\d+(?:\.\d+)?)([%％])")
_THOUSANDS = re.compile(r"(?<![\d.])(\d+)(百|千|十)(万|亿)?(?=[元家户人名件项亩吨台套个])")
_PERCENT = re.compile(r"百分之(\d+(?:\.\d+)?)(?![%％])")
_DASHES = frozenset("-－–~")
_TIMES = {"十": 10, "百": 100, "千": 1000}
_MOST = 999


class Amount(NamedTuple):
    """A number with its unit: the kind, how it is written, where its numeral stands, what it would be otherwise."""

    kind: str
    is_chinese: bool
    start: int
    end: int
    other: str | None


def check(subject: Subject) -> Iterator[Finding]:
    """Yield the findings of text.number-style."""
    prose = [one for one in subject.passages if one.place.part in PROSE and one.place.part is not Part.ANNEX_TEXT]
    for passage in prose:
        yield from findings(_single(passage.text), passage)
    yield from _mixed(prose)


@lru_cache(maxsize=16384)
def _single(text: str) -> tuple[Hit, ...]:
    bare = without_titles(text)
    hits: list[Hit] = []
    if not _DASHES.isdisjoint(bare):
        hits += [_range(m.start(), m.end(), m.group(1), bare) for m in _YEARS.finditer(bare)]
        ranges = (m for m in _ranges().finditer(bare) if not _YEARS.match(bare, m.start()))
        hits += [_range(m.start(), m.end(), m.group(1), bare) for m in ranges]
    hits += [_share(match) for match in _SHARES.finditer(bare)]
    hits += [_whole(match) for match in _THOUSANDS.finditer(bare)]
    hits += [_percent(match) for match in _PERCENT.finditer(bare)]
    return tuple(hits)


def _range(start: int, end: int, first: str, text: str) -> Hit:
    dash = "—" if re.fullmatch(r"(?:19|20)\d{2}年?", first) else "～"
    words = text[start : end + 4]
    message = f"“{words}”里表示起止的“{text[end - 1]}”改用“{dash}”。"
    return Hit("text.number-style", (end - 1, end), message, replaced(dash))


def _share(match: re.Match[str]) -> Hit:
    low, dash, high, sign = match.groups()
    right = f"{low}{sign}{'～' if dash in '-－–~' else dash}{high}{sign}"
    message = f"“{match.group()}”的前一个数也要写百分号：“{right}”。"
    return Hit("text.number-style", match.span(), message, replaced(right))


def _percent(match: re.Match[str]) -> Hit:
    right = f"{match.group(1)}%"
    message = f"“百分之”后面用汉字数字，阿拉伯数字用百分号：“{match.group()}”写成“{right}”。"
    return Hit("text.number-style", match.span(), message, replaced(right))


def _whole(match: re.Match[str]) -> Hit:
    digits, times, ten_thousands = match.groups()
    right = f"{int(digits) * _TIMES[times]}{ten_thousands or ''}"
    message = f"阿拉伯数字后面只加“万”“亿”：“{match.group()}”写成“{right}”。"
    return Hit("text.number-style", match.span(), message, replaced(right))


def _mixed(prose: list[Passage]) -> Iterator[Finding]:
    """Yield the amounts written otherwise than most of their kind are."""
    found = [(passage, amount) for passage in prose for amount in _amounts(passage.text)]
    for kind in dict.fromkeys(amount.kind for _, amount in found):
        alike = [pair for pair in found if pair[1].kind == kind]
        chinese = [pair for pair in alike if pair[1].is_chinese]
        arabic = [pair for pair in alike if not pair[1].is_chinese]
        if not chinese or not arabic:
            continue
        fewer, most = (chinese, arabic) if len(chinese) <= len(arabic) else (arabic, chinese)
        example_passage, example = most[0]
        shown = example_passage.text[example.start : example.end]
        for passage, amount in fewer:
            yield from findings([_otherwise(passage.text, amount, shown)], passage)


def _otherwise(text: str, amount: Amount, shown: str) -> Hit:
    words = text[amount.start : amount.end]
    message = f"“{words}”与别处的“{shown}”写法不一，同一类的数字用一种写法。"
    fix: Fix | None = replaced(amount.other) if amount.other else None
    return Hit(
        "text.number-style", (amount.start, amount.end), message + (f"改成“{amount.other}”。" if fix else ""), fix
    )


@lru_cache(maxsize=16384)
def _amounts(text: str) -> tuple[Amount, ...]:
    bare = without_titles(text)
    return tuple(
        _amount(kind, match)
        for kind, pattern, signs in _kinds()
        if any(sign in bare for sign in signs)
        for match in pattern.finditer(bare)
    )


def _amount(kind: str, match: re.Match[str]) -> Amount:
    chinese, arabic = match.group("chinese"), match.group("arabic")
    if kind == "百分数":
        return Amount(kind, chinese is not None, match.start(), match.end(), _other_share(chinese, arabic))
    start = match.start("chinese") if chinese else match.start("arabic")
    unit = match.string[match.end("chinese" if chinese else "arabic") : match.end()]
    other = _other(chinese, arabic)
    return Amount(kind, chinese is not None, start, match.end(), f"{other}{unit}" if other else None)


def _other(chinese: str | None, arabic: str | None) -> str | None:
    try:
        number = parse_numeral(chinese or arabic or "")
    except ValueError:
        return None
    if chinese:
        return str(number)
    return render_numeral(number) if 1 <= number <= _MOST else None


def _other_share(chinese: str | None, arabic: str | None) -> str | None:
    other = _other(chinese, arabic)
    return f"{other}%" if other and chinese else f"百分之{other}" if other else None


@cache
def _ranges() -> re.Pattern[str]:
    units = "|".join(map(re.escape, family_table("numbers.toml")["range_units"]))
    return re.compile(
        rf"(?<![A-Za-z0-9\-－–~./])(\d{{1,6}}(?:\.\d+)?(?:%|万|亿)?)[-－–~](?=\d{{1,6}}(?:\.\d+)?(?:{units}))(?!\d+(?:\.\d+)?[%％])"
    )


@cache
def _kinds() -> tuple[tuple[str, re.Pattern[str], frozenset[str]], ...]:
    """Return the kinds with their patterns and signs: a text without one of the signs holds none of the kind."""
    table = family_table("numbers.toml")
    patterns: dict[str, str] = table["kinds"]
    signs: dict[str, list[str]] = table["signs"]
    return tuple((kind, re.compile(pattern), frozenset(signs[kind])) for kind, pattern in patterns.items())
