"""The wordings by which the head and the foot of a document are told from its body."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from chengwen_library.data import load_table
from chengwen_library.numbering import parse_numeral

DOC_NUMBER = re.compile(
    r"([\u4e00-\u9fff]{2,14})\s*[〔\[［【（(]\s*((?:19|20)\d{2})\s*[〕\]］】）)]\s*(?:第\s*)?(\d{1,5})\s*号"
)
DATE = re.compile(r"((?:19|20)\d{2})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_WRITTEN_DATE = re.compile(
    r"([一二][〇○零一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)
"""As older documents write dates; today they stand in Arabic numerals (GB/T 9704-2012 7.3.5.4)."""
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")

PRINTED = re.compile(r"([\u4e00-\u9fff（）]{4,40})((?:19|20)\d{2}年\d{1,2}月\d{1,2}日)印发")
LONGEST_TITLE = 100
"""Characters of the longest title, that of a notice which names several measures included."""

SENTENCE_END = "。；：，！？、…"
_QUALIFIER = r"(?:（[^（）]*）)*"


def doc_number(text: str) -> str | None:
    """Return the 文号 that a text holds, brackets and spaces normalised: 成知发〔2024〕3号."""
    match = DOC_NUMBER.search(text)
    return f"{match.group(1)}〔{match.group(2)}〕{match.group(3)}号" if match else None


def is_doc_number(text: str) -> bool:
    """Tell whether a line is nothing but a 文号."""
    return DOC_NUMBER.fullmatch(text) is not None


def is_date(text: str) -> bool:
    """Tell whether a line is written as a date, 2024年8月9日 or 二〇二四年八月九日; the calendar may lack it."""
    return bool(DATE.fullmatch(text) or _WRITTEN_DATE.fullmatch(text))


def whole_date(text: str) -> date | None:
    """Return the date that a line consists of, or None."""
    match = DATE.fullmatch(text) or _WRITTEN_DATE.fullmatch(text)
    if match is None:
        return None
    year, month, day = match.groups()
    try:
        return date(int(year.translate(_DIGITS)), parse_numeral(month), parse_numeral(day))
    except ValueError:
        return None


def is_title(text: str) -> bool:
    """Tell whether a line reads as the title of a measure or of a notice."""
    return title_type(text) is not None and not any(mark in text for mark in "。；！？")


def is_notice_title(text: str) -> bool:
    """Tell whether a title is that of the notice that issues a measure."""
    return title_type(text) in ("通知", "函")


def title_type(title: str) -> str | None:
    """Return the type named at the end of a title (若干措施, 工作方案, 通知), or None."""
    if len(title) > LONGEST_TITLE:
        return None
    match = _title_end().search(bare_title(title))
    return match.group(1) if match else None


def is_type(words: str) -> bool:
    """Tell whether words are the name of a type, no more and no less."""
    return words in _words()["types"]


def usual_type(name: str) -> str:
    """Return the type under which a type is filed: 管理暂行办法 is a 管理办法."""
    return load_table("reading/wording.toml")["filed_under"].get(name, name)


def bare_title(title: str) -> str:
    """Return a title without the frame a web page sets around it, as in 《…》全文."""
    match = re.fullmatch(r"《([^》]+)》(?:全文|原文|（全文）)?", title)
    return match.group(1) if match else title


def is_recipients(text: str) -> bool:
    """Tell whether a line names the 主送机关: a list of organs that ends with a colon."""
    return text.endswith("：") and "。" not in text and _recipient_words().search(text) is not None


def is_letterhead(text: str) -> bool:
    """Tell whether a line is a 发文机关标志: the name of an organ and 文件."""
    return text.endswith("文件") and is_organ(text.removesuffix("文件"))


def letterhead_organs(words: str) -> list[str]:
    """Return the organs of a 发文机关标志 on one line, spaces between them; none if the line is no such mark."""
    organs = words.removesuffix("文件").split()
    if words.endswith("文件") and organs and all(map(is_organ, organs)):
        return organs
    together = "".join(words.split())
    return [together.removesuffix("文件")] if is_letterhead(together) else []


def is_organ(text: str) -> bool:
    """Tell whether a line is the name of one organ, as in a signature."""
    return _organ().fullmatch(text) is not None


def is_note(text: str) -> bool:
    """Tell whether a line is an 附注 in brackets, such as （此件公开发布）."""
    return re.fullmatch(r"（此[件文][^（）]{2,20}）", text) is not None


def is_announcement(text: str) -> bool:
    """Tell whether a line is the name of a 公告 or 令, whose number follows in brackets."""
    return re.fullmatch(r"[\u4e00-\u9fff]{4,40}(?:公告|令)", text) is not None


def is_announcement_number(text: str) -> bool:
    """Tell whether a line is the number of a 公告 or 令: （第38号）."""
    return re.fullmatch(r"（?第\d+号）?", text) is not None


def is_foot(text: str) -> bool:
    """Tell whether a line can only stand behind the text: signature, date, 附注, 版记."""
    return bool(
        is_organ(text) or is_date(text) or is_note(text) or PRINTED.fullmatch(text) or text.startswith("抄送：")
    )


def is_imprint(text: str) -> bool:
    """Tell whether a line stands in 版记: 主送, 抄送, or organ and date of printing."""
    return text.startswith(("主送：", "抄送：")) or PRINTED.fullmatch(text) is not None


def is_closing(text: str) -> bool:
    """Tell whether a paragraph says when a measure takes effect, who explains it, what it replaces."""
    return _closing().match(text) is not None


@cache
def _words() -> dict[str, list[str]]:
    return load_table("reading/wording.toml")


def _any(name: str) -> str:
    return "|".join(sorted(map(re.escape, _words()[name]), key=len, reverse=True))


@cache
def _title_end() -> re.Pattern[str]:
    return re.compile(rf"({_any('types')}){_QUALIFIER}》?{_QUALIFIER}$")


@cache
def _recipient_words() -> re.Pattern[str]:
    return re.compile(_any("recipients"))


@cache
def _organ() -> re.Pattern[str]:
    return re.compile(rf"(?!.*[，。；：、])[\u4e00-\u9fff（）]{{2,36}}(?:{_any('organs')})(?:（[^（）]*）)?")


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(
        rf"(?:本(?:{_any('types')})|此前|以上(?:措施|政策|条款)|原).*?(?:施行|执行|有效期|解释|废止|为准)"
    )
