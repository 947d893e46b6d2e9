"""发文字号: 〔 〕 around the year, the whole year, no 虚位 and no 第 (GB/T 9704-2012 7.2.5).

Looked at: the measure's own number, and numbers that the text cites. Not a finding: 第 in a number that is
cited or in that of a 公告, 通告 or 令 (国务院令第783号, 公告2023年第5号), numbers of cases ((2023)粤01民初5号).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from chengwen_library.reading import wording
from chengwen_templates.checks.finding import Finding, Fix
from chengwen_templates.checks.passages import Part, Passage, Place
from chengwen_templates.checks.subject import Subject
from chengwen_templates.checks.texts import PROSE, Hit, asked, finding, findings, replaced

_NUMBER = re.compile(
    r"(?P<code>[\u4e00-\u9fff]{2,14})\s*(?P<open>[〔\[［【（(〈<{｛])\s*(?P<year>(?:19|20)\d{2}|\d{2})\s*年?\s*"
    r"(?P<close>[〕\]］】）)〉>}｝])\s*(?P<di>第\s*)?(?P<zeros>0*)(?P<number>[1-9]\d{0,4})\s*号"
)
_NAMED_OTHERWISE = re.compile(r"(?:公告|通告|令)$")
LONGEST_LINE = 40
"""Characters of a line of the 版头 that bears the number."""


def check(subject: Subject) -> Iterator[Finding]:
    """Yield the findings of the rules on numbers of documents."""
    for passage in subject.passages:
        if passage.place.part in PROSE or passage.place.part in (Part.DOC_NUMBER, Part.TITLE, Part.NOTICE_TITLE):
            own = passage.place.part is Part.DOC_NUMBER
            yield from findings(_hits(passage.text, subject.today.year % 100, own=own), passage)
    yield from _in_source(subject)


def _in_source(subject: Subject) -> Iterator[Finding]:
    """Yield what reading has mended in the measure's own number: brackets and 第; or the line it took for none."""
    number = subject.measure.doc_number
    if number is None:
        yield from _not_read(subject)
    for line in subject.lines if number else ():
        if len(line.raw) <= LONGEST_LINE and wording.doc_number(line.text) == number:
            here = Passage(Place(Part.DOC_NUMBER), line.raw.strip())
            known = {hit.rule for hit in _hits(number or "", subject.today.year % 100, own=True)}
            for hit in _hits(here.text, subject.today.year % 100, own=True):
                if hit.rule not in known:
                    yield _of_source(finding(hit, here, line.line))
            return


def _not_read(subject: Subject) -> Iterator[Finding]:
    """Yield the faults of a number alone on a line that reading did not take for one: 黄政发〔26〕3号."""
    for line in subject.lines:
        words = line.text.strip()
        if _NUMBER.fullmatch(words):
            here = Passage(Place(Part.DOC_NUMBER), words)
            for hit in _hits(words, subject.today.year % 100, own=True):
                yield replace(_of_source(finding(hit, here, line.line)), fix=None)
            return


def _of_source(found: Finding) -> Finding:
    """Return the finding without its span, which is one of the line."""
    return Finding(found.rule, found.place, found.text, found.message, None, found.fix, found.line)


@lru_cache(maxsize=8192)
def _hits(text: str, year: int, *, own: bool) -> tuple[Hit, ...]:
    if "号" not in text:
        return ()
    return tuple(hit for match in _NUMBER.finditer(text) for hit in _of_number(match, year, own=own))


def _of_number(match: re.Match[str], year: int, *, own: bool) -> Iterator[Hit]:
    opening, closing = match.group("open"), match.group("close")
    if (opening, closing) != ("〔", "〕"):
        span = (match.start("open"), match.end("close"))
        right = f"〔{match.group('year')}〕"
        told = f"发文字号“{match.group()}”的年份写在六角括号里：“{right}”。"
        yield Hit("docnumber.bracket", span, told, replaced(right))
    if match.group("zeros"):
        right = match.group("number")
        told = f"发文字号“{match.group()}”的序号不编虚位，“{match.group('zeros')}{right}”写成“{right}”。"
        yield Hit("docnumber.padding", (match.start("zeros"), match.end("number")), told, replaced(right))
    if own and match.group("di") and not _NAMED_OTHERWISE.search(match.group("code")):
        told = f"发文字号“{match.group()}”的序号前面不加“第”。"
        yield Hit("docnumber.padding", match.span("di"), told, replaced(""))
    if len(match.group("year")) == 2:
        told = f"发文字号“{match.group()}”的年份标全称，写四位数。"
        yield Hit("docnumber.year", match.span("year"), told, _whole_year(match.group("year"), year))


def _whole_year(digits: str, year: int) -> Fix:
    return replaced(f"20{digits}") if int(digits) <= year else asked("是哪一年的文件？")
