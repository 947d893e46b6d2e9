"""What there should be to measure in a document: the words of its elements, in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from chengwen_library.model import Measure, Notice, PageForm, Sealing
from chengwen_templates.content import Block, imprint, whole
from chengwen_templates.measuring.requirements import Requirement

_SPACE = re.compile(r"\s+")
_NAMES = {"公文标题": "标题", "公文正文": "正文", "措施标题": "被印发文件标题"}
"""Roles of blocks that the standard calls otherwise."""

_HEADINGS = frozenset({"一级标题", "二级标题", "三级标题", "四级标题"})
ALWAYS = frozenset({"页面", "版心", "页码", "空白面", "收紧的行距"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """An element's words without white space; the first `lead` characters are a heading, `heading` says which.

    `ordered` tells whether the words stand in the order of the text (elements of 版头 may not).
    """

    element: str
    words: str
    lead: int = 0
    heading: str = ""
    ordered: bool = True


def wanted(measure: Measure) -> tuple[Wanted, ...]:
    """Return the elements that a document of this measure has to show."""
    first = tuple(_first_face(measure.notice)) if measure.notice else ()
    taken = {one.element for one in first}
    moved = tuple(_moved(measure))
    attended = tuple(_attended(measure.notice)) if measure.notice else ()
    if attended:
        taken.add("出席人员")
    texts = [
        one for block in whole(measure) for one in _of_block(block, measure) if one.words and one.element not in taken
    ]
    return (*first, *texts, *attended, *moved)


@lru_cache(maxsize=4)
def present(measure: Measure) -> frozenset[str]:
    """Return the names of the parts that the document has, as `Requirement.needs` calls them."""
    notice = measure.notice
    names = {name for one in wanted(measure) for name in (one.element, one.heading)} | ALWAYS
    if names & _HEADINGS:
        names.add("各级标题")
    if notice is None:
        return frozenset(names - {""})
    if notice.page_form is PageForm.LETTER:
        names.add("信函双线")
        if names & {"份号", "密级和保密期限", "紧急程度"}:
            names.add("左上要素")
    if notice.page_form is PageForm.GENERAL and "发文字号" in names:
        names.add("分隔线")
    if notice.page_form is not PageForm.LETTER and names & {"抄送", "印发机关", "印发日期"}:
        names.add("版记分隔线")
    if any(annex.wide and annex.rows for annex in measure.annexes):
        names.add("横排表格")
    return frozenset(names - {""})


def applies(one: Requirement, measure: Measure, pages: int | None = None) -> bool:
    """Tell whether a requirement applies to a document of this measure; `pages` is how many it has, if known."""
    form = measure.notice.page_form if measure.notice else PageForm.GENERAL
    return form in one.forms and one.needs in present(measure) and _holds(one.when, measure, pages)


def bare(text: str) -> str:
    """Return the text without white space."""
    return _SPACE.sub("", text)


def _holds(when: str | None, measure: Measure, pages: int | None) -> bool:
    notice = measure.notice or Notice()
    single = len(notice.signature) <= 1
    return {
        None: True,
        "联合行文": len(measure.issuers) > 1 and notice.page_form is PageForm.GENERAL,
        "上行文": bool(notice.signers),
        "平行下行文": not notice.signers,
        "不加盖印章": notice.sealing is Sealing.NONE,
        "单一机关不加盖印章": single and notice.sealing is Sealing.NONE,
        "单一机关加盖印章": single and notice.sealing is Sealing.SEAL,
        "加盖印章": notice.sealing is Sealing.SEAL,
        "联合加盖印章": not single and notice.sealing is Sealing.SEAL,
        "加盖签名章": notice.sealing is Sealing.STAMP,
        "附件随文装订": not notice.annexes_apart,
        "附件不随文装订": notice.annexes_apart,
        "两面以上": pages is None or pages > 1,
    }[when]


def _first_face(notice: Notice) -> Iterator[Wanted]:
    """Yield the elements of 版头 whose order on the page is not that of the text."""
    if notice.copy_number:
        yield Wanted("份号", bare(notice.copy_number), ordered=False)
    if notice.secrecy:
        yield Wanted("密级和保密期限", bare(notice.secrecy), ordered=False)
    if notice.urgency:
        yield Wanted("紧急程度", bare(notice.urgency), ordered=False)
    if notice.signers:
        yield Wanted("签发人", "签发人：", ordered=False)
    for name in notice.signers:
        yield Wanted("签发人姓名", bare(name), ordered=False)


def _moved(measure: Measure) -> Iterator[Wanted]:
    """Yield 主送机关 as they read in 版记, where they may have been moved to (7.3.2)."""
    if measure.notice and measure.recipients:
        block = next(imprint(measure, measure.notice, with_recipients=True))
        yield Wanted("版记主送", bare(block.words), ordered=False)


def _attended(notice: Notice) -> Iterator[Wanted]:
    for one in notice.attendance:
        yield Wanted("出席人员名单", bare(f"{one.role}：{one.names}"), len(one.role), ordered=False)


def _of_block(block: Block, measure: Measure) -> Iterator[Wanted]:
    name = str(block.role)
    if name == "印发机关和印发日期":
        organ, _, day = block.words.partition("\t")
        yield Wanted("印发机关", bare(organ))
        yield Wanted("印发日期", bare(day))
    elif name == "发文字号":
        yield Wanted(name, bare(measure.doc_number or ""))
    elif name in _HEADINGS or (name.endswith("标题") and name[0] in "编章节条"):
        yield Wanted("正文", bare(block.words), len(bare(block.words)), name)
    else:
        yield Wanted(_NAMES.get(name, name), bare(block.words), len(bare(block.lead)), str(block.level or ""))
