"""施行日期 and 有效期, in the wordings of closings and last articles."""

from __future__ import annotations

import re
from datetime import date, timedelta

from chengwen_library.model import Validity
from chengwen_library.numbering import parse_numeral

_DATE = r"((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日"
_FROM_ISSUE = re.compile(r"自(?:印发|公布|发布|颁布|公告|签发|下发)之日起|自(?:印发|公布|发布)之日后?\d+日(?:后|起)?")
_FROM_YEAR = re.compile(r"自(?:19|20)\d{2}年(?:\d{1,2}月)?(?:起|开始)(?:正式)?(?:施行|实施|执行)")
_FROM_DATE = re.compile(
    rf"自{_DATE}(?:零时)?(?:起(?:正式)?(?:施行|实施|执行|生效|试行)?|(?:正式)?(?:施行|实施|执行|生效))"
)
_YEARS = re.compile(
    r"(?:有效期|试行期?|暂行期?|执行期限?|施行，暂定|暂定)(?:限)?(?:为|暂定)?\s*([0-9]+|[一二两三四五六七八九十]+)\s*年"
)
_UNTIL = re.compile(rf"(?:有效期)?(?:截止|延续)?(?:至|到){_DATE}")


def validity(text: str) -> Validity:
    """Return from when and how long a measure is valid, as its closing says; None where it does not say."""
    from_date = _FROM_DATE.search(text)
    from_words = _FROM_ISSUE.search(text) or _FROM_YEAR.search(text)
    years = _YEARS.search(text)
    until = _UNTIL.search(text)
    start = _iso(from_date) if from_date else from_words.group() if from_words else None
    end = _iso(until) if until else None
    return Validity(start, _number(years.group(1)) if years else _whole_years(start, end), end)


def _whole_years(start: str | None, end: str | None) -> int | None:
    """Return the years between two dates that the text gives, if they are whole: 2023-02-22 to 2026-02-21 are three."""
    if start is None or end is None or not start[0].isdecimal():
        return None
    first, after = date.fromisoformat(start), date.fromisoformat(end) + timedelta(days=1)
    years = after.year - first.year
    return years if years > 0 and (first.month, first.day) == (after.month, after.day) else None


def _iso(match: re.Match[str]) -> str:
    year, month, day = map(int, match.groups()[:3])
    return f"{year:04}-{month:02}-{day:02}"


def _number(words: str) -> int:
    return parse_numeral(words.replace("两", "二"))
