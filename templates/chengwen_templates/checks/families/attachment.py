"""附件: what 附件说明 and the text announce is there, under the same numbers and titles (GB/T 9704-2012 7.3.7).

Not a finding: a measure read from a file that holds no annex at all (annexes are often published apart), the
annexes of another document (《…》附件2), a draft's 附件说明 (it is made from its annexes), titles that differ in
brackets, spaces and stops alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from chengwen_library.folding import fold
from chengwen_library.numbering import parse_numeral
from chengwen_library.reading.punctuation import normalised
from chengwen_templates.checks.finding import Finding
from chengwen_templates.checks.passages import Part, Place
from chengwen_templates.checks.rules import rule
from chengwen_templates.checks.subject import Subject
from chengwen_templates.checks.texts import PROSE, Hit, asked, findings, without_titles

_CITED = re.compile(r"(?<![》）的])附件\s*([0-9０-９]{1,2}|[一二三四五六七八九十]{1,2})(?![0-9年月日])")
_PLAIN = re.compile(r"(?:详见|见|如|按照?|填写)附件(?![0-9０-９一二三四五六七八九十：])")
_LIST = re.compile(r"^\s*附\s*件\s*[：:]\s*(?=\S)")
_MARK = re.compile(r"附\s*件\s*(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,2})?\s*[：:]?")
_ITEM = re.compile(r"^\s*([0-9０-９]{1,2})\s*[.．、]\s*(\S.*)$")

MOST_TITLE_LINES = 4
"""Lines over which the title of an annex may be broken."""

LONGEST = 30
"""Characters of an annex's first lines that a message shows."""


def check(subject: Subject) -> Iterator[Finding]:
    """Yield the findings of attachment.mismatch."""
    titles = _titles(subject)
    count = max(len(titles), len(subject.measure.annexes))
    if not count and subject.measure.drafting is None:
        return
    for passage in subject.passages:
        if passage.place.part in PROSE and passage.place.part is not Part.ANNEX_TEXT:
            yield from findings(_beyond(passage.text, count), passage)
    listed = _listed(subject)
    if listed and titles:
        yield from _otherwise(subject, listed, titles)


def _titles(subject: Subject) -> list[str]:
    """Return what follows each 附件 that stands alone on a line of the source; the titles of annexes without one."""
    rows = [normalised(line.raw) for line in subject.lines]
    if not rows:
        return [annex.title or "" for annex in subject.measure.annexes]
    marks = [index for index, words in enumerate(rows) if _MARK.fullmatch(words)]
    return ["".join(rows[index + 1 : index + 1 + MOST_TITLE_LINES]) for index in marks]


@lru_cache(maxsize=16384)
def _beyond(text: str, count: int) -> tuple[Hit, ...]:
    if "附件" not in text:
        return ()
    bare = without_titles(text)
    hits: list[Hit] = []
    for match in _CITED.finditer(bare):
        number = parse_numeral(match.group(1))
        if number > count or number == 0:
            there = f"只有{count}个附件" if count else "没有附件"
            message = f"正文提到“{match.group()}”，文件{there}。补上附件，或者改正编号。"
            hits.append(Hit("attachment.mismatch", match.span(), message, asked("是哪一个附件？")))
    if not count:
        message = "正文提到附件，文件没有附件。补上附件，或者删去这句话。"
        hits += [Hit("attachment.mismatch", m.span(), message, asked("附件是什么？")) for m in _PLAIN.finditer(bare)]
    return tuple(hits)


def _listed(subject: Subject) -> list[tuple[str, int | None]]:
    """Return the titles of 附件说明 with their lines: of the source, or of the closing words."""
    rows = [(normalised(line.raw), line.line) for line in subject.lines]
    rows = rows or [(words, None) for words in (subject.measure.closing or "").split("\n")]
    start = next((index for index, (words, _) in enumerate(rows) if _LIST.match(words)), None)
    if start is None:
        return []
    first = _LIST.sub("", rows[start][0])
    if not _ITEM.match(first):
        return [(first, rows[start][1])]
    found: list[tuple[str, int | None]] = []
    for words, line in [(first, rows[start][1]), *rows[start + 1 :]]:
        match = _ITEM.match(words)
        if match is None or parse_numeral(match.group(1)) != len(found) + 1:
            break
        found.append((match.group(2), line))
    return found


def _otherwise(subject: Subject, listed: list[tuple[str, int | None]], titles: list[str]) -> Iterator[Finding]:
    """Yield where 附件说明 and the annexes differ in number or title."""
    if len(listed) != len(titles):
        message = f"附件说明列了{len(listed)}个附件，后面有{len(titles)}个。改为一致。"
        yield Finding(rule("attachment.mismatch"), _place(subject), listed[0][0], message, line=listed[0][1])
        return
    for number, ((title, line), there) in enumerate(zip(listed, titles, strict=True), 1):
        if there and not _folded(there).startswith(_folded(title)):
            message = f"附件说明里附件{number}的名称是“{title}”，附件上的标题是“{there[:LONGEST]}”。改为一致。"
            fix = asked("哪一个名称是对的？")
            yield Finding(rule("attachment.mismatch"), _place(subject), title, message, fix=fix, line=line)


def _place(subject: Subject) -> Place:
    closing = subject.measure.closing
    return Place(Part.CLOSING) if closing and "附件：" in closing else Place(Part.ANNEX_TITLE)


@lru_cache(maxsize=256)
def _folded(title: str) -> str:
    return re.sub(r"[\s《》“”（）()。；，]", "", fold(title))
