"""Names of the styles and bookmarks of a Word document of ours, by which what was exported is known when it is read."""

from __future__ import annotations

from enum import StrEnum

CLAUSE_BOOKMARK = "条款_"
"""How the name of a bookmark begins in whose paragraph a clause does."""

LEAD_SUFFIX = "字符"
"""What is added to a heading style's name to name the style of a heading that runs into its text."""


class Role(StrEnum):
    """What a paragraph is in an official document; the value is its style's name."""

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
    Role.PART, Role.CHAPTER, Role.SECTION, Role.ARTICLE, Role.FIRST, Role.SECOND, Role.THIRD, Role.FOURTH,
})  # fmt: skip
"""Headings; in 公文正文 a heading can run into the text behind it."""

FOUR_LEVELS = (Role.FIRST, Role.SECOND, Role.THIRD, Role.FOURTH)
"""The levels of GB/T 9704-2012 7.3.3; they are Word's own headings 1 to 4."""
