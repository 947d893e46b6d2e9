"""Chinese numerals and the marks of numbered units: parse, render.

Covered: 第一编 第一章 第一节 第一条 一、 （一） 1. （1） ①, numerals 一 to
九百九十九, Arabic digits of any width, spaces inside a mark (第 1 0 条).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from chengwen_library.model import Form

DIGITS = "零一二三四五六七八九"
CIRCLED_ONE = 0x2460
LARGEST_CIRCLED = 20
LONGEST_MARK = 24
"""Characters that a mark takes at most, with what tells it from a reference."""

_NUMERAL = r"[零〇一二三四五六七八九十百]+"
_ARABIC = r"[0-9０-９](?:[ \u3000]?[0-9０-９])*"
_STOP = r"[.．﹒·。、]"
_ONE = "([一二三四五六七八九])"
_CHINESE = re.compile(rf"(?:{_ONE}百)?(零)?(?:{_ONE}?十)?{_ONE}?")
_NO_REFERENCE = r"(?!\s*[至、和及或与]\s*[（(]|项(?!目))"
"""（一）至（三）项 and （二）项规定 refer to units, they do not begin one."""
_NEEDLESS_STOP = r"(?:\s*[.．。、])?"
"""What many put behind the brackets, though nothing belongs there; it is taken for a part of the mark."""

_REFERENCE = (
    "[至、和或与的之]|规定|及(?!时)|到(?![期位])|第(?!三方)|款(?!项)|项(?!目)"
    "|所(?![有属在需得])|中(?![小央介标止期医国心试外级型])"
)
"""What follows 第三条 where it is a reference (第三条第一项, 第三条所称); 第三条项目单位应当 begins an article."""

_ENUMERATED = {"编": Form.PART, "章": Form.CHAPTER, "节": Form.SECTION, "条": Form.ARTICLE}


@dataclass(frozen=True, slots=True)
class Mark:
    """A unit's mark at the head of a text: its form, its number, and how many characters it takes."""

    form: Form
    number: int
    length: int


_PATTERNS: tuple[tuple[re.Pattern[str], Form | None], ...] = (
    # 第一章 总则；第 1 0 条
    (re.compile(rf"第\s*({_NUMERAL}|{_ARABIC})\s*([编章节条])(?!{_REFERENCE})"), None),
    # 一、总体要求；“二 、”
    (re.compile(rf"({_NUMERAL})\s*、"), Form.FIRST),
    # （一）工作思路；(一)；（一）、
    (re.compile(rf"[（(]\s*({_NUMERAL})\s*[）)]{_NO_REFERENCE}{_NEEDLESS_STOP}"), Form.SECOND),
    # （1）；(１)；（1）.
    (re.compile(rf"[（(]\s*({_ARABIC})\s*[）)]{_NO_REFERENCE}{_NEEDLESS_STOP}"), Form.FOURTH),
    # 1.项目申报；１．；1﹒；1、；not 1.5
    (re.compile(rf"({_ARABIC})\s*{_STOP}(?![0-9０-９])"), Form.THIRD),
)


def parse_numeral(text: str) -> int:
    """Return the number that a Chinese numeral or a run of digits stands for.

    Raises ValueError if `text` is neither, or is not well formed (十十).
    """
    compact = unicodedata.normalize("NFKC", re.sub(r"\s", "", text))
    if compact.isdecimal():
        return int(compact)
    value = _chinese_value(compact.replace("〇", "零"))
    if value is None:
        raise ValueError(f"not a numeral: {text!r}")
    return value


def render_numeral(number: int) -> str:
    """Return the Chinese numeral of 1 to 999 (十二, 一百零五). Raises ValueError outside."""
    if not 1 <= number <= 999:
        raise ValueError(f"no numeral for {number}")
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        text += "十" if tens == 1 and not hundreds else f"{DIGITS[tens]}十"
    elif hundreds and ones:
        text += "零"
    return text + (DIGITS[ones] if ones else "")


def parse_mark(text: str) -> Mark | None:
    """Return the mark at the very head of `text`, or None. Leading space is not skipped."""
    return _mark_at_head(text[:LONGEST_MARK])


@lru_cache(maxsize=4096)
def _mark_at_head(text: str) -> Mark | None:
    for pattern, form in _PATTERNS:
        match = pattern.match(text)
        if match is not None:
            return _mark(match, form)
    if text and 0 <= ord(text[0]) - CIRCLED_ONE < LARGEST_CIRCLED:
        return Mark(Form.FIFTH, ord(text[0]) - CIRCLED_ONE + 1, 1)
    return None


@lru_cache(maxsize=4096)
def render_mark(form: Form, number: int) -> str:
    """Return the mark of the `number`-th unit of a form; empty for 款.

    Raises ValueError where the form has no such mark (① ends at 20).
    """
    match form:
        case Form.PART | Form.CHAPTER | Form.SECTION | Form.ARTICLE:
            return f"第{render_numeral(number)}{form.value}"
        case Form.FIRST:
            return f"{render_numeral(number)}、"
        case Form.SECOND:
            return f"（{render_numeral(number)}）"
        case Form.THIRD:
            return f"{number}."
        case Form.FOURTH:
            return f"（{number}）"
        case Form.FIFTH:
            if not 1 <= number <= LARGEST_CIRCLED:
                raise ValueError(f"no circled digit for {number}")
            return chr(CIRCLED_ONE + number - 1)
        case Form.PARAGRAPH:
            return ""


def _mark(match: re.Match[str], form: Form | None) -> Mark | None:
    try:
        number = parse_numeral(match.group(1))
    except ValueError:
        return None
    if number == 0:
        return None
    return Mark(form or _ENUMERATED[match.group(2)], number, match.end())


def _chinese_value(text: str) -> int | None:
    match = _CHINESE.fullmatch(text)
    if not text or match is None:
        return None
    hundreds, zero, tens, ones = match.groups()
    if (zero is not None) != bool(hundreds and "十" not in text and ones):
        return None
    return (
        100 * (DIGITS.index(hundreds) if hundreds else 0)
        + 10 * (DIGITS.index(tens) if tens else int("十" in text))
        + (DIGITS.index(ones) if ones else 0)
    )
