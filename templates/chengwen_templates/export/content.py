"""What an exported document says, block by block, before any format.

The Word, text and Markdown exporters all start from these blocks, so that they
say the same. A block's role is the name of its paragraph style in Word.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from chengwen_library.model import Annex, Form, Measure, Notice, Unit


class Role(StrEnum):
    """What a paragraph is in the document; the value is its style's name."""

    MARK = "发文机关标志"
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
    SIGNATURE = "署名"
    DATE = "成文日期"
    NOTE = "附注"
    COPIES = "抄送"
    IMPRINT = "印发机关和印发日期"


CENTRED = frozenset({Role.PART, Role.CHAPTER, Role.SECTION})
"""Headings that stand alone in the middle of the line."""

_HEADINGS = {
    Form.PART: Role.PART,
    Form.CHAPTER: Role.CHAPTER,
    Form.SECTION: Role.SECTION,
    Form.ARTICLE: Role.ARTICLE,
    Form.FIRST: Role.FIRST,
    Form.SECOND: Role.SECOND,
    Form.THIRD: Role.THIRD,
    Form.FOURTH: Role.FOURTH,
    Form.FIFTH: Role.FOURTH,
}

_SPACED = frozenset({Form.PART, Form.CHAPTER, Form.SECTION, Form.ARTICLE})


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph: `lead` is a heading that runs into `text` on the same line.

    `level` is the heading's role when the block has a lead, else None.
    """

    role: Role
    text: str
    lead: str = ""
    level: Role | None = None

    @property
    def words(self) -> str:
        """The paragraph's whole text."""
        return self.lead + self.text


def head(measure: Measure) -> Iterator[Block]:
    """Yield 发文机关标志 (one block an organ, “文件” last if joint) and 发文字号 (7.2.4, 7.2.5)."""
    organs = measure.issuers
    if len(organs) == 1:
        yield Block(Role.MARK, organs[0].removesuffix("文件") + "文件")
    elif organs:
        yield from (Block(Role.MARK, organ) for organ in organs)
        yield Block(Role.MARK, "文件")
    yield Block(Role.NUMBER, measure.doc_number or "")


def is_direct(notice: Notice) -> bool:
    """Tell whether the measure is issued as the document itself, without a letter that issues it."""
    return not notice.title and not notice.body


def letter(measure: Measure, notice: Notice) -> Iterator[Block]:
    """Yield the first document from its title to its 附注 (7.3.1 to 7.3.6).

    This is the notice; where there is none (`is_direct`) it is the measure.
    """
    direct = is_direct(notice)
    if title := measure.title if direct else notice.title:
        yield Block(Role.TITLE, title)
    if measure.recipients:
        yield Block(Role.RECIPIENTS, measure.recipients.rstrip("：") + "：")
    if direct:
        yield from _provisions(measure)
    for paragraph in notice.body:
        yield from _paragraphs(paragraph)
    for organ in notice.signature:
        yield Block(Role.SIGNATURE, organ)
    if notice.date_text:
        yield Block(Role.DATE, notice.date_text)
    if notice.note:
        yield Block(Role.NOTE, f"（{notice.note.strip('（）()')}）")


def substance(measure: Measure) -> Iterator[Block]:
    """Yield the measure on its own face: title, preamble, units, closing, 附件说明.

    Nothing where `letter` has yielded it already.
    """
    if measure.notice is not None and is_direct(measure.notice):
        return
    if measure.title:
        yield Block(Role.MEASURE_TITLE, measure.title)
    yield from _provisions(measure)


def annexes(measure: Measure) -> Iterator[tuple[Block, ...]]:
    """Yield each annex's blocks; each annex starts a face of its own (7.3.7)."""
    for number, annex in enumerate(measure.annexes, start=1):
        mark = "附件" if len(measure.annexes) == 1 else f"附件{number}"
        title = (Block(Role.ANNEX_TITLE, annex.title),) if annex.title else ()
        yield (Block(Role.ANNEX_MARK, mark), *title, *_paragraphs(annex.text))


def imprint(notice: Notice) -> Iterator[Block]:
    """Yield 抄送 and 印发机关和印发日期 (7.4.2, 7.4.3); organ and date are parted by a tab."""
    if notice.copies:
        copies = notice.copies.removeprefix("抄送：").rstrip("。")
        yield Block(Role.COPIES, f"抄送：{copies}。")
    if notice.printer or notice.print_date_text:
        day = notice.print_date_text
        printed = f"{day.removesuffix('印发')}印发" if day else ""
        yield Block(Role.IMPRINT, f"{notice.printer or ''}\t{printed}")


def whole(measure: Measure) -> Iterator[Block]:
    """Yield every block of the export in the order of the text."""
    if measure.notice is not None:
        yield from head(measure)
        yield from letter(measure, measure.notice)
    yield from substance(measure)
    for annex in annexes(measure):
        yield from annex
    if measure.notice is not None:
        yield from imprint(measure.notice)


def unit_blocks(unit: Unit) -> Iterator[Block]:
    """Yield a unit and all below it; a heading with a final mark runs into its text."""
    lines = _lines(unit.intro) if unit.children else _lines(unit.text)
    yield from _opening(unit, lines)
    for child in unit.children:
        yield from unit_blocks(child)
    yield from _paragraphs(unit.wrap_up)


def _provisions(measure: Measure) -> Iterator[Block]:
    yield from _paragraphs(measure.preamble)
    for unit in measure.units:
        yield from unit_blocks(unit)
    yield from _paragraphs(measure.closing)
    if "附件：" not in (measure.closing or ""):
        yield from _annex_list(measure.annexes)


def _opening(unit: Unit, lines: list[str]) -> Iterator[Block]:
    level = _HEADINGS.get(unit.form)
    gap = "　" if unit.form in _SPACED and (unit.heading or lines) else ""
    label = unit.num + gap + (unit.heading or "") + (unit.heading_mark or "")
    stands_alone = level in CENTRED or (unit.heading is not None and not unit.heading_mark) or not lines
    if label and stands_alone:
        yield Block(level or Role.BODY, label)
    elif label:
        titled = unit.heading is not None or unit.form is Form.ARTICLE
        yield Block(Role.BODY, lines.pop(0), label, level if titled else None)
    yield from (Block(Role.BODY, line) for line in lines)


def _annex_list(every: tuple[Annex, ...]) -> Iterator[Block]:
    titles = [annex.title for annex in every if annex.title]
    for number, title in enumerate(titles, start=1):
        label = "附件：" if number == 1 else ""
        count = f"{number}." if len(titles) > 1 else ""
        yield Block(Role.ANNEX_LIST, f"{label}{count}{title}")


def _paragraphs(text: str | None) -> Iterator[Block]:
    return (Block(Role.BODY, line) for line in _lines(text))


def _lines(text: str | None) -> list[str]:
    return [line.strip() for line in (text or "").splitlines() if line.strip()]
