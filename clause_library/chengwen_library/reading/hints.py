"""What a Word file tells of a paragraph beside its words: the element its style names, where a heading ends, clauses.

Documents whose styles are named after the elements of an official document tell what words alone
do not: which line is the title, where the notice ends, whose text a paragraph goes on with.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

CLAUSE_BOOKMARK = "条款_"
"""How the name of a bookmark begins in whose paragraph a clause does."""

LEAD_SUFFIX = "字符"
"""What is added to a heading style's name to name the style of a heading that runs into its text."""


class Named(StrEnum):
    """An element of an official document; the value is its paragraph style's name."""

    HEAD_GAP = "版头空行"
    COPY_NUMBER = "份号"
    SECRECY = "密级和保密期限"
    URGENCY = "紧急程度"
    MARK = "发文机关标志"
    SIGNER = "签发人"
    NUMBER = "发文字号"
    TITLE = "公文标题"
    RECIPIENTS = "主送机关"
    BODY = "公文正文"
    MEASURE_TITLE = "措施标题"
    FIRST = "一级标题"
    SECOND = "二级标题"
    THIRD = "三级标题"
    FOURTH = "四级标题"
    PART = "编标题"
    CHAPTER = "章标题"
    SECTION = "节标题"
    ARTICLE = "条标题"
    ANNEX_LIST = "附件说明"
    ANNEX_MARK = "附件标记"
    ANNEX_TITLE = "附件标题"
    ATTENDANCE = "出席人员"
    SIGNATURE = "署名"
    POST = "签发人职务"
    DATE = "成文日期"
    NOTE = "附注"
    CELL = "表格文字"
    MOVED_RECIPIENTS = "版记主送"
    COPIES = "抄送"
    IMPRINT = "印发机关和印发日期"


HEADINGS = frozenset({
    Named.PART, Named.CHAPTER, Named.SECTION, Named.ARTICLE, Named.FIRST, Named.SECOND, Named.THIRD, Named.FOURTH,
})  # fmt: skip
"""Headings; in 公文正文 a heading can run into the text behind it."""


FOUR_LEVELS = (Named.FIRST, Named.SECOND, Named.THIRD, Named.FOURTH)
"""The levels of GB/T 9704-2012 7.3.3; they are Word's own headings 1 to 4."""


@dataclass(frozen=True, slots=True)
class Hint:
    """What is told of a line: its element; how many characters as they stand are a heading that runs into the text.

    `begins` says that a clause begins with the line, as a bookmark tells.
    """

    named: Named
    lead: int = 0
    begins: bool = False


class Hinted(Protocol):
    """A line that may have a hint."""

    @property
    def hint(self) -> Hint | None:
        """Return what is told of it."""
        ...


def begins(line: Hinted) -> bool:
    """Tell whether a clause begins with a line, as a bookmark tells."""
    return line.hint is not None and line.hint.begins


def named(name: str) -> Named | None:
    """Return the element that a style's name stands for, or None."""
    return _BY_NAME.get(name.strip())


def of_word(name: str) -> Named | None:
    """Return the heading for which one of Word's own styles stands in a document whose other styles are named."""
    return _OF_WORD.get(name.strip().lower())


def is_lead(name: str) -> bool:
    """Tell whether a character style is that of a heading that runs into its text."""
    return _BY_NAME.get(name.strip().removesuffix(LEAD_SUFFIX)) in HEADINGS and name.strip().endswith(LEAD_SUFFIX)


_OF_WORD = {f"heading {level}": heading for level, heading in enumerate(FOUR_LEVELS, start=1)}
_BY_NAME = {str(one): one for one in Named}
