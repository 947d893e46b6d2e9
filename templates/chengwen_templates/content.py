"""What an exported document says, block by block, before any format.

The Word, text and Markdown exporters all start from these blocks, so that they
say the same. A block's role is the name of its paragraph style in Word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from chengwen_library.model import Form, Measure, Notice, PageForm, Sealing, Unit
from chengwen_library.styles import Role

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

SIGNERS_A_ROW = 2
"""Names of 签发人 on a row (7.2.6)."""
SIGNER_LABEL = "签发人："

_SPACED = frozenset({Form.PART, Form.CHAPTER, Form.SECTION, Form.ARTICLE})


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph: `lead` is a heading that runs into `text` on the same line.

    `level` is the heading's role when the block has a lead, else None. `wid` is the clause
    that begins with this block, `inner_wid` its first 款 where that runs on from the mark, which is the lead;
    `unbroken` are names that no line break of a title may part.
    """

    role: Role
    text: str
    lead: str = ""
    level: Role | None = None
    wid: str | None = None
    inner_wid: str | None = None
    unbroken: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The paragraph's whole text."""
        return self.lead + self.text


def head(measure: Measure) -> Iterator[Block]:
    """Yield 版头: 份号, 密级, 紧急程度, 发文机关标志 (a block an organ, “文件” last if joint), 签发人, 发文字号 (7.2).

    In letters (10.1) the 标志 comes first, of the organ in charge alone.
    """
    notice = measure.notice or Notice()
    marks = [Block(Role.MARK, words) for words in _marks(measure.issuers, notice.page_form)]
    above = list(_above_the_mark(notice))
    yield from [*marks, *above] if notice.page_form is PageForm.LETTER else [*above, *marks]
    yield from _number_rows(measure.doc_number or "", notice.signers)


def _above_the_mark(notice: Notice) -> Iterator[Block]:
    elements = (
        (Role.COPY_NUMBER, notice.copy_number),
        (Role.SECRECY, notice.secrecy),
        (Role.URGENCY, notice.urgency),
    )
    return (Block(role, words) for role, words in elements if words)


def _marks(organs: tuple[str, ...], page_form: PageForm) -> tuple[str, ...]:
    """Return the words of 发文机关标志 (7.2.4, 10.1 to 10.3)."""
    first = organs[0].removesuffix("文件") if organs else ""
    match page_form:
        case _ if not organs:
            return ()
        case PageForm.LETTER:
            return (first,)
        case PageForm.ORDER:
            return (first if first.endswith("令") else f"{first}令",)
        case PageForm.MINUTES:
            return (first if first.endswith("纪要") else f"{first}会议纪要",)
        case _:
            return (*organs, "文件") if len(organs) > 1 else (f"{first}文件",)


def _number_rows(number: str, signers: tuple[str, ...]) -> Iterator[Block]:
    """Yield the rows of 签发人, two names each, 发文字号 on the last; columns are parted by tabs (7.2.5, 7.2.6)."""
    rows = [signers[at : at + SIGNERS_A_ROW] for at in range(0, len(signers), SIGNERS_A_ROW)] or [()]
    for place, names in enumerate(rows):
        words = "\t".join(names)
        row = f"\t{SIGNER_LABEL}{words}" if names and place == 0 else f"\t{words}" if names else ""
        yield Block(Role.NUMBER, number + row) if place == len(rows) - 1 else Block(Role.SIGNER, row)


def is_direct(notice: Notice) -> bool:
    """Tell whether the measure is issued as the document itself, without a letter that issues it."""
    return not notice.title and not notice.body


def letter(measure: Measure, notice: Notice, *, with_recipients: bool = True) -> Iterator[Block]:
    """Yield the first document from its title to its 附注 (7.3.1 to 7.3.6, 10.3).

    This is the notice; where there is none (`is_direct`) it is the measure.
    """
    direct = is_direct(notice)
    if title := measure.title if direct else notice.title:
        yield Block(Role.TITLE, title, unbroken=_names(measure))
    if measure.recipients and with_recipients:
        yield Block(Role.RECIPIENTS, measure.recipients.rstrip("：") + "：")
    if direct:
        yield from _provisions(measure)
    for paragraph in notice.body:
        yield from _paragraphs(paragraph)
    if not direct and notice.measure_as_annex and measure.title:
        yield from _annex_list((measure.title,))
    for group in notice.attendance:
        yield Block(Role.ATTENDANCE, f"{group.names}", f"{group.role}：")
    yield from _signed(notice)
    if notice.note:
        yield Block(Role.NOTE, f"（{notice.note.strip('（）()')}）")


def _names(measure: Measure) -> tuple[str, ...]:
    return (measure.region,) if measure.region else ()


def _signed(notice: Notice) -> Iterator[Block]:
    """Yield 署名 and 成文日期, or the posts beside 签名章 (7.3.5); a stamp's row reads organ and post."""
    if notice.sealing is Sealing.STAMP:
        for post in notice.posts or notice.signature:
            yield Block(Role.POST, post)
    else:
        for organ in notice.signature:
            yield Block(Role.SIGNATURE, organ)
    if notice.date_text:
        yield Block(Role.DATE, notice.date_text)


def substance(measure: Measure) -> Iterator[Block]:
    """Yield the measure on its own face: title, preamble, units, closing, 附件说明.

    Nothing where `letter` has yielded it already. A measure that is the notice's 附件 begins
    with that mark (7.3.7).
    """
    if measure.notice is not None and is_direct(measure.notice):
        return
    as_annex = measure.notice is not None and measure.notice.measure_as_annex
    if as_annex and (measure.title or next(_provisions(measure), None)):
        yield Block(Role.ANNEX_MARK, "附件")
    if measure.title:
        yield Block(Role.ANNEX_TITLE if as_annex else Role.MEASURE_TITLE, measure.title, unbroken=_names(measure))
    yield from _provisions(measure)


def annexes(measure: Measure) -> Iterator[tuple[Block, ...]]:
    """Yield each annex's blocks; each annex starts a face of its own (7.3.7).

    Annexes that are not bound with the text bear its 发文字号 before their mark.
    """
    apart = measure.notice is not None and measure.notice.annexes_apart
    number = (measure.doc_number or "") if apart else ""
    for place, annex in enumerate(measure.annexes, start=1):
        mark = "附件" if len(measure.annexes) == 1 else f"附件{place}"
        title = (Block(Role.ANNEX_TITLE, annex.title, unbroken=_names(measure)),) if annex.title else ()
        yield (Block(Role.ANNEX_MARK, number + mark), *title, *_paragraphs(annex.text))


def imprint(measure: Measure, notice: Notice, *, with_recipients: bool = False) -> Iterator[Block]:
    """Yield 版记: 主送 where it was moved here, 抄送, 印发机关和印发日期 parted by a tab (7.3.2, 7.4.2, 7.4.3).

    Letters have no 印发机关和印发日期 (10.1).
    """
    if with_recipients and measure.recipients:
        yield Block(Role.MOVED_RECIPIENTS, f"主送：{measure.recipients.rstrip('：。')}。")
    if notice.copies:
        copies = notice.copies.removeprefix("抄送：").rstrip("。")
        yield Block(Role.COPIES, f"抄送：{copies}。")
    if (notice.printer or notice.print_date_text) and notice.page_form is not PageForm.LETTER:
        day = notice.print_date_text
        printed = f"{day.removesuffix('印发')}印发" if day else ""
        yield Block(Role.IMPRINT, f"{notice.printer or ''}\t{printed}")


def whole(measure: Measure) -> Iterator[Block]:
    """Yield every block of the export in the order of the text, tables of annexes left out."""
    if measure.notice is not None:
        yield from head(measure)
        yield from letter(measure, measure.notice)
    yield from substance(measure)
    apart = measure.notice is not None and measure.notice.annexes_apart
    bound = () if apart else annexes(measure)
    for annex in bound:
        yield from annex
    if measure.notice is not None:
        yield from imprint(measure, measure.notice)
    for annex in annexes(measure) if apart else ():
        yield from annex


def unit_blocks(unit: Unit) -> Iterator[Block]:
    """Yield a unit and all below it; a heading with a final mark runs into its text, a mark into the first 款."""
    lines = _lines(unit.intro) if unit.children else _lines(unit.text)
    opening = _opening(unit, lines)
    below = [block for child in unit.children for block in unit_blocks(child)]
    if _runs_on(unit, opening):
        below[0] = _behind_mark(unit, below[0])
        opening = []
    for place, block in enumerate(opening):
        yield replace(block, wid=unit.wid) if place == 0 else block
    yield from below
    yield from _paragraphs(unit.wrap_up)


def _runs_on(unit: Unit, opening: Sequence[Block]) -> bool:
    """Tell whether nothing but the mark stands above the first 款, which then stands on the line of the mark."""
    first = unit.children[0] if unit.children else None
    is_mark = [block.words for block in opening] == [unit.num] and opening[0].role not in CENTRED
    return (
        is_mark and first is not None and first.form is Form.PARAGRAPH and not first.heading and _says_something(first)
    )


def _says_something(paragraph: Unit) -> bool:
    return bool(_lines(paragraph.intro if paragraph.children else paragraph.text))


def _behind_mark(unit: Unit, first: Block) -> Block:
    """Return the block of the first 款 with the mark of its unit before it."""
    level = _HEADINGS[unit.form] if unit.form is Form.ARTICLE else None
    return replace(first, lead=unit.num + _gap(unit), level=level, wid=unit.wid, inner_wid=first.wid)


def _gap(unit: Unit) -> str:
    """Return what parts a mark from the words behind it."""
    return "　" if unit.form in _SPACED else ""


def _provisions(measure: Measure) -> Iterator[Block]:
    yield from _paragraphs(measure.preamble)
    for unit in measure.units:
        yield from unit_blocks(unit)
    yield from _paragraphs(measure.closing)
    if "附件：" not in (measure.closing or ""):
        yield from _annex_list([annex.title for annex in measure.annexes if annex.title])


def _opening(unit: Unit, lines: list[str]) -> list[Block]:
    """Return the unit's heading and own text."""
    level = _HEADINGS.get(unit.form)
    gap = _gap(unit) if unit.heading or lines else ""
    label = unit.num + gap + (unit.heading or "") + (unit.heading_mark or "")
    stands_alone = level in CENTRED or (unit.heading is not None and not unit.heading_mark) or not lines
    opening: list[Block] = []
    if label and stands_alone:
        opening.append(Block(level or Role.BODY, label))
    elif label:
        titled = unit.heading is not None or unit.form is Form.ARTICLE
        opening.append(Block(Role.BODY, lines.pop(0), label, level if titled else None))
    return opening + [Block(Role.BODY, line) for line in lines]


def _annex_list(titles: Sequence[str]) -> Iterator[Block]:
    """Yield 附件说明 (7.3.4), a name a line."""
    for number, title in enumerate(titles, start=1):
        label = "附件：" if number == 1 else ""
        count = f"{number}." if len(titles) > 1 else ""
        yield Block(Role.ANNEX_LIST, f"{label}{count}{title}")


def _paragraphs(text: str | None) -> Iterator[Block]:
    return (Block(Role.BODY, line) for line in _lines(text))


def _lines(text: str | None) -> list[str]:
    return [line.strip() for line in (text or "").splitlines() if line.strip()]
