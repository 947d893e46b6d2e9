"""日期: 成文日期 and 印发日期 in Arabic digits, days that exist, and dates in their order.

Not a finding: other ways of writing dates in running text, dates with × that are still to be filled in
(text.placeholder), a number's year that is one before its date's where the date falls in January (approved in the
old year, numbered in the new one, or the other way round).
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from chengwen_library.numbering import DIGITS, parse_numeral
from chengwen_library.reading import wording
from chengwen_templates.checks.finding import Finding
from chengwen_templates.checks.passages import Part, Passage, Place
from chengwen_templates.checks.rules import rule
from chengwen_templates.checks.subject import Subject
from chengwen_templates.checks.texts import PROSE, Hit, asked, findings, replaced

_RIGHT = re.compile(r"(?:19|20)\d{2}年(?:[1-9]|1[0-2])月(?:[1-9]|[12]\d|3[01])日")
_CHINESE = re.compile(r"([〇○零一二三四五六七八九]{4}|[0-9０-９]{2,4})年([一二三四五六七八九十]{1,3}|[0-9０-９]{1,2})月([一二三四五六七八九十]{1,3}|[0-9０-９]{1,2})[日号]")  # fmt: skip  # noqa: E501
_DASHED = re.compile(r"((?:19|20)\d{2})[-./／．](\d{1,2})[-./／．](\d{1,2})日?")
_DAY = re.compile(r"(?:(?<!\d)(\d{4})\s*年\s*)?(?<![\d.第])(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_MONTH = re.compile(r"(?<!\d)(?:19|20)\d{2}\s*年\s*(\d{1,2})\s*月(?!\s*\d)")
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d{2})年?\s*[-—－–~～至]+\s*((?:19|20)\d{2})年")
_START = re.compile(r"自\s*((?:19|20)\d{2})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日\s*起\s*(?:施行|实施|执行|生效)")
_CITED_YEAR = re.compile(r"〔((?:19|20)\d{2})〕\s*\d{1,5}\s*号")
_SHORT_LINE = 24
_TITLES = (Part.TITLE, Part.NOTICE_TITLE)
_OF_DOCUMENT = (Part.DATE, Part.PRINT_DATE)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield the findings of the rules on dates."""
    for passage in subject.passages:
        if passage.place.part in _OF_DOCUMENT:
            yield from findings(_format(passage.text), passage)
        elif passage.place.part in _TITLES:
            yield from findings(_reversed(passage.text), passage)
        if passage.place.part in PROSE or passage.place.part in _OF_DOCUMENT:
            yield from findings(_faulty(passage.text), passage)
    yield from _in_source(subject)
    yield from _order(subject)


def _in_source(subject: Subject) -> Iterator[Finding]:
    """Yield the dates that stand alone on a line and that reading could not take for the date of the document."""
    notice = subject.measure.notice
    if notice is None or notice.date_text is not None:
        return
    for line in subject.lines:
        words = line.raw.strip()
        if len(words) <= _SHORT_LINE and (_CHINESE.fullmatch(words) or _DASHED.fullmatch(words)):
            for hit in (*_format(words), *_impossible(words)):
                yield Finding(rule(hit.rule), Place(Part.DATE), words, hit.message, None, hit.fix, line.line)


@lru_cache(maxsize=256)
def _format(text: str) -> tuple[Hit, ...]:
    text = unicodedata.normalize("NFKC", text)
    if _RIGHT.fullmatch(text.removesuffix("印发")) or re.search(r"[×xX*_]|年\s*月|月\s*日", text):
        return ()
    right = _usual(text)
    if right is None:
        message = f"日期“{text}”用阿拉伯数字写全年、月、日，如“2026年1月9日”。"
        return (Hit("date.format", (0, len(text)), message, asked("日期是哪一天？")),)
    if right == text:
        return ()
    message = f"日期“{text}”用阿拉伯数字，年份标全称，月、日不编虚位：“{right}”。"
    return (Hit("date.format", (0, len(text)), message, replaced(right)),)


def _usual(text: str) -> str | None:
    """Return the date as the standard writes it, or None if it cannot be told which day is meant."""
    match = _CHINESE.fullmatch(re.sub(r"\s", "", text)) or _DASHED.fullmatch(re.sub(r"\s", "", text))
    if match is None:
        return None
    try:
        year, month, day = _year(match.group(1)), parse_numeral(match.group(2)), parse_numeral(match.group(3))
    except ValueError:
        return None
    return f"{year}年{month}月{day}日" if year >= 1900 and 1 <= month <= 12 and 1 <= day <= 31 else None


def _year(words: str) -> int:
    digits = "".join(str(DIGITS.index(one)) if one in DIGITS else one for one in words.translate({0x3007: "零", 0x25CB: "零"}))  # fmt: skip  # noqa: E501
    return parse_numeral(digits)


@lru_cache(maxsize=8192)
def _faulty(text: str) -> tuple[Hit, ...]:
    """Return the days that do not exist, and the years in the wrong order; nothing of a text without 月 and 年."""
    if "月" not in text and "年" not in text:
        return ()
    return (*_impossible(text), *_reversed(text))


def _impossible(text: str) -> tuple[Hit, ...]:
    hits = [_no_day(match) for match in _DAY.finditer(text)]
    hits += [_no_month(match) for match in _MONTH.finditer(text)]
    return tuple(hit for hit in hits if hit is not None)


def _no_day(match: re.Match[str]) -> Hit | None:
    year, month, day = int(match.group(1) or 2024), int(match.group(2)), int(match.group(3))
    if 1 <= month <= 12 and 1 <= day <= monthrange(max(year, 1), month)[1]:
        return None
    return Hit("date.impossible", match.span(), f"没有“{match.group()}”这一天。核对日期。", asked("应当是哪一天？"))


def _no_month(match: re.Match[str]) -> Hit | None:
    if 1 <= int(match.group(1)) <= 12:
        return None
    return Hit("date.impossible", match.span(), f"没有“{match.group()}”。核对月份。", asked("应当是哪一个月？"))


def _reversed(text: str) -> tuple[Hit, ...]:
    return tuple(
        Hit("date.order", match.span(), f"“{match.group()}”的起止年份前后颠倒。核对年份。", asked("从哪年到哪年？"))
        for match in _YEARS.finditer(text)
        if int(match.group(1)) > int(match.group(2))
    )


def _order(subject: Subject) -> Iterator[Finding]:
    notice = subject.measure.notice
    text = notice.date_text if notice else None
    issued = subject.measure.issue_date or (wording.whole_date(text) if text else None)
    for passage in subject.passages:
        if issued is not None and passage.place.part is Part.PRINT_DATE:
            yield from _before(passage, issued)
        elif issued is not None and passage.place.part is Part.DOC_NUMBER:
            yield from findings(_other_year(passage.text, issued), passage)
        elif passage.place.part in PROSE:
            is_annex = passage.place.part is Part.ANNEX_TEXT
            start = None if is_annex else issued
            yield from findings(_too_early(passage.text, start, (issued or subject.today).year), passage)


def _before(passage: Passage, issued: date) -> Iterator[Finding]:
    printed = wording.whole_date(passage.text.removesuffix("印发"))
    if printed is not None and printed < issued:
        message = f"印发日期“{passage.text}”早于成文日期“{_told(issued)}”。核对两个日期。"
        yield from findings([Hit("date.order", (0, len(passage.text)), message, asked("哪一天印发？"))], passage)


def _other_year(text: str, issued: date) -> Iterator[Hit]:
    for match in _CITED_YEAR.finditer(text):
        year = int(match.group(1))
        if (
            year != issued.year
            and not (year == issued.year - 1 and issued.month == 1)
            and not (year == issued.year + 1 and issued.month == 12)
        ):
            message = f"发文字号的年份是{year}年，成文日期是{_told(issued)}。核对哪一个有误。"
            yield Hit("date.order", match.span(1), message, asked("年份应当是哪一年？"))


@lru_cache(maxsize=8192)
def _too_early(text: str, issued: date | None, year: int) -> tuple[Hit, ...]:
    """Return the days of coming into force before the day of issue, and the documents cited of later years."""
    if "年" not in text and "〔" not in text:
        return ()
    return (*(_starts_before(text, issued) if issued else ()), *_cited_later(text, year))


def _starts_before(text: str, issued: date) -> Iterator[Hit]:
    for match in _START.finditer(text):
        try:
            start = date(*map(int, match.groups()))
        except ValueError:
            continue
        if start < issued:
            message = f"施行日期“{_told(start)}”早于成文日期“{_told(issued)}”。核对施行日期，确需溯及以前的写明理由。"
            yield Hit("date.order", match.span(), message, asked("从哪一天起施行？"))


def _cited_later(text: str, year: int) -> tuple[Hit, ...]:
    return tuple(_later(match, year) for match in _CITED_YEAR.finditer(text) if int(match.group(1)) > year)


def _later(match: re.Match[str], year: int) -> Hit:
    message = f"引用的文件“{match.group()}”晚于本文件的年份（{year}年）。核对文号。"
    return Hit("date.order", match.span(), message, asked("文号应当是什么？"))


def _told(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
