"""What a measure is: plain frozen dataclasses, no input or output.

Texts are normalised Chinese running text (full-width punctuation). Spans are
half-open and count code points. A draft is a measure that has not been issued
yet and uses the same classes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

Span = tuple[int, int]


class Form(StrEnum):
    """The form of a unit's mark; the value is the form's name in the contract."""

    PART = "编"
    CHAPTER = "章"
    SECTION = "节"
    ARTICLE = "条"
    FIRST = "一、"
    SECOND = "（一）"
    THIRD = "1."
    FOURTH = "（1）"
    FIFTH = "①"
    PARAGRAPH = "款"


class Status(StrEnum):
    """Whether a measure is in force; never assumed (`UNVERIFIED` until a person says so)."""

    UNVERIFIED = "未核实"
    IN_FORCE = "现行有效"
    AMENDED = "已修改"
    REPEALED = "已废止"
    CONSULTATION = "征求意见稿"


class ClauseKind(StrEnum):
    """What a clause is within its measure."""

    NUMBERED = "numbered"
    PREAMBLE = "preamble"
    LEAD = "lead"
    CLOSING = "closing"


class PageForm(StrEnum):
    """公文格式: how a document is set; the formats of GB/T 9704-2012, clauses 7 and 10."""

    GENERAL = "通用格式"
    LETTER = "信函格式"
    ORDER = "命令（令）格式"
    MINUTES = "纪要格式"


class Sealing(StrEnum):
    """What stands for the organ under the text (GB/T 9704-2012 7.3.5); stamps and seals themselves are not kept."""

    NONE = "不加盖印章"
    SEAL = "加盖印章"
    STAMP = "加盖签发人签名章"


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who was there, in 纪要 (GB/T 9704-2012 10.3): 出席, 请假 or 列席, and the names as one text."""

    role: str
    names: str


@dataclass(frozen=True, slots=True)
class Responsibility:
    """A 责任分工: one role and its organs, read from `span` of the unit's text."""

    role: str
    organs: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Target:
    """A 量化指标, a quantity to be reached; `value` is null for a unit such as 翻一番's."""

    text: str
    indicator: str
    comparator: str
    value: float | None
    unit: str | None
    by: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in yuan; `cap` says that it is an upper limit, `ratio` the share (0.3) of a sum that it limits."""

    text: str
    amount: float
    cap: bool
    span: Span
    ratio: float | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A 依据: a basis document with its 文号, if the text gives one."""

    title: str
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Validity:
    """施行与有效期. `start` is an ISO date or the text's words (自印发之日起)."""

    start: str | None = None
    years: int | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a draft's unit was taken from: a library clause on the day it was taken.

    `original` is the source's own body at that time, so that the share of change
    can be told even when the source has left the library.
    """

    measure: str
    eid: str
    region: str | None
    doc_number: str | None
    title: str | None
    path: tuple[str, ...]
    taken: date
    original: str


@dataclass(frozen=True, slots=True)
class Unit:
    """层级单元: a numbered (or, in 款, unnumbered) node of a measure's tree.

    `num` is the mark as it stands in the text (（一）, 第3条), empty for 款;
    `number` is what it stands for. `implied` says that the source lost the mark,
    `locked` that the number stays whatever comes and goes before the unit.
    `text` is the body of a unit without children; with children the body is
    `intro` before them and `wrap_up` after them. `heading` lacks its final
    `heading_mark` (。 or ：). `wid` is the unit's identity for life.
    """

    wid: str
    form: Form
    num: str = ""
    number: int | None = None
    implied: bool = False
    heading: str | None = None
    heading_mark: str | None = None
    text: str = ""
    intro: str | None = None
    wrap_up: str | None = None
    children: tuple[Unit, ...] = ()
    provenance: tuple[Provenance, ...] = ()
    locked: bool = False

    def walk(self) -> Iterator[Unit]:
        """Yield this unit and all units below it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex of a measure: its text, and a table below it, if there is one.

    `rows` holds the table's cells, its first row being the head; rows are equally long.
    `wide` says that the table lies across the page (横排表格, GB/T 9704-2012 8).
    """

    title: str | None
    text: str
    rows: tuple[tuple[str, ...], ...] = ()
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """印发通知: what issues a measure (版头, 主体 and 版记 except 文号 and issuers).

    `body` holds one string a paragraph; `printer` and `print_date_text` are the
    印发机关 and 印发日期 of the 版记, `copies` the 抄送 organs, `note` the 附注.

    Of the elements that few documents have (clauses of GB/T 9704-2012): `copy_number` 份号
    (7.2.1), `secrecy` 密级和保密期限 such as 机密★1年 (7.2.2), `urgency` 紧急程度 (7.2.3),
    `signers` 签发人 of a document that goes up (7.2.6), `posts` the titles of those whose
    签名章 the document bears, one for each organ of `signature` or one alone (7.3.5.3),
    `attendance` of 纪要 (10.3). `measure_as_annex` makes the measure the notice's 附件, with
    附件说明; `annexes_apart` says that annexes are not bound with the text (7.3.7).
    """

    title: str | None = None
    body: tuple[str, ...] = ()
    signature: tuple[str, ...] = ()
    date_text: str | None = None
    copies: str | None = None
    note: str | None = None
    printer: str | None = None
    print_date_text: str | None = None
    page_form: PageForm = PageForm.GENERAL
    copy_number: str | None = None
    secrecy: str | None = None
    urgency: str | None = None
    signers: tuple[str, ...] = ()
    sealing: Sealing = Sealing.NONE
    posts: tuple[str, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    measure_as_annex: bool = False
    annexes_apart: bool = False


@dataclass(frozen=True, slots=True)
class Drafting:
    """What a draft remembers of its making: template, answers (JSON) and numbering.

    `running_on` names the forms whose numbers run on across their parents.
    `identity` tells this draft from all others, whatever its file is called; empty in old files.
    `ignored` are the findings of the checks that the drafter passed over, by what they are known by.
    """

    template: str
    answers: str = "{}"
    running_on: tuple[Form, ...] = ()
    identity: str = ""
    ignored: tuple[str, ...] = ()


class Opinion(StrEnum):
    """What a reviewer wants done with a clause; the value is what people read."""

    AGREE = "同意"
    CHANGE = "修改"
    DELETE = "删除"


class TextPart(StrEnum):
    """A part of a measure's text that is not a unit."""

    TITLE = "title"
    PREAMBLE = "preamble"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Remark:
    """审阅意见: what somebody says about a draft's clause, bound to the clause and not to its number.

    `target` is the wid of the unit, or the part of the text; `about` what that was called when the
    remark was written, to name it by when the unit is gone. `who` is the office or role that the
    person gave, never guessed. `proposal` is the wording proposed instead. `written` and `resolved`
    (None: still open) know their time zone.
    """

    id: str
    target: str | TextPart
    about: str
    text: str
    opinion: Opinion | None
    who: str
    written: datetime
    proposal: str | None = None
    resolved: datetime | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """措施文件: one normative text with its metadata and its tree of units.

    Unknown is None, never a guess. `id` is an FRBR work URI (decisions 5).
    """

    id: str = ""
    title: str | None = None
    doc_number: str | None = None
    issuers: tuple[str, ...] = ()
    issue_date: date | None = None
    recipients: str | None = None
    doc_type: str | None = None
    region: str | None = None
    region_code: str | None = None
    status: Status = Status.UNVERIFIED
    repeals: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    effective: Validity = field(default_factory=Validity)
    cites: tuple[Citation, ...] = ()
    mentions: tuple[str, ...] = ()
    notice: Notice | None = None
    preamble: str | None = None
    units: tuple[Unit, ...] = ()
    closing: str | None = None
    annexes: tuple[Annex, ...] = ()
    drafting: Drafting | None = None
    remarks: tuple[Remark, ...] = ()

    def walk(self) -> Iterator[Unit]:
        """Yield every unit in the order of the text."""
        for unit in self.units:
            yield from unit.walk()


@dataclass(frozen=True, slots=True)
class Clause:
    """条款: what people search, insert and compare (decisions 1).

    `text` is the clause's own words without its heading, those of the units
    below it included, each on a line of its own. `eid` names the unit or the
    part of the measure (`preamble`, `dvs_3__intro`, `closing`); `unit` is None
    for clauses that are not units.
    """

    measure: Measure
    eid: str
    kind: ClauseKind
    path: tuple[str, ...]
    heading: str | None
    text: str
    unit: Unit | None


def replace_unit(measure: Measure, wid: str, new: Unit) -> Measure:
    """Return the measure with the unit `wid` replaced; unchanged if there is none."""
    return replace(measure, units=tuple(_replaced(unit, wid, new) for unit in measure.units))


def _replaced(unit: Unit, wid: str, new: Unit) -> Unit:
    if unit.wid == wid:
        return new
    return replace(unit, children=tuple(_replaced(child, wid, new) for child in unit.children))
