"""The fields of the notice that issues a measure: how each is read from a draft and written into it. No Qt."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from chengwen_desktop.translation import marked, tr
from chengwen_library.model import Attendance, Measure, Notice, PageForm, Sealing

YES = "是"
"""What a switch reads when it is on."""

_ROLES = ("出席", "请假", "列席")
_COPY_NUMBER = re.compile(r"\d{6}")
_SECRECY = re.compile(r"(?:绝密|机密|秘密)(?:★(?:\d+(?:年|个月|日)|长期))?")
_DATE = re.compile(r"\s*(\d{4})\s*[年.\-/]\s*(\d{1,2})\s*[月.\-/]\s*(\d{1,2})\s*日?\s*")


class WrongValue(ValueError):
    """What was typed cannot stand in the field; the message says what can."""


@dataclass(frozen=True, slots=True)
class NoticeField:
    """A field: `rows` above 1 means several paragraphs. `write` raises WrongValue.

    `choices` are all that can stand there; a `switch` holds 是 or nothing. `rare` fields stand
    below 更多要素, and only where they make sense: `applies` tells for a notice.
    """

    name: str
    label: str
    help: str
    read: Callable[[Measure, Notice], str]
    write: Callable[[Measure, Notice, str], Measure]
    rows: int = 1
    group: str = marked("主体")
    choices: tuple[str, ...] = ()
    switch: bool = False
    rare: bool = False
    applies: Callable[[Notice], bool] = lambda _: True


def parsed_date(words: str) -> date | None:
    """Return the date in words like 2026年1月20日 or 2026-1-20; None for nothing. Raises WrongValue."""
    if not words.strip():
        return None
    match = _DATE.fullmatch(words)
    try:
        return date(*map(int, match.groups())) if match else _refuse()
    except ValueError as error:
        raise WrongValue(tr("日期写成 2026年1月20日 的样子")) from error


def date_words(day: date | None) -> str:
    """Return the date as an office writes it: 2026年1月20日."""
    return f"{day.year}年{day.month}月{day.day}日" if day else ""


def summary(draft: Measure) -> str:
    """Return the notice in one line, for the folded form."""
    if draft.notice is None:
        return tr("这份文稿还没有印发通知")
    return "　".join(filter(None, ["、".join(draft.issuers), draft.doc_number, draft.notice.title]))


def _refuse() -> date:
    raise ValueError


def _with(draft: Measure, notice: Notice, **changes: object) -> Measure:
    return replace(draft, notice=replace(notice, **changes))  # type: ignore[arg-type]


def _organs(words: str) -> tuple[str, ...]:
    return tuple(filter(None, (organ.strip() for organ in re.split(r"[、\s]", words))))


def _write_issuers(draft: Measure, notice: Notice, words: str) -> Measure:
    return replace(_with(draft, notice, signature=_organs(words)), issuers=_organs(words))


def _write_date(draft: Measure, notice: Notice, words: str) -> Measure:
    day = parsed_date(words)
    return replace(_with(draft, notice, date_text=date_words(day) or None), issue_date=day)


def _write_print_date(draft: Measure, notice: Notice, words: str) -> Measure:
    return _with(draft, notice, print_date_text=date_words(parsed_date(words)) or None)


def _write_body(draft: Measure, notice: Notice, words: str) -> Measure:
    return _with(draft, notice, body=tuple(line.strip() for line in words.splitlines() if line.strip()))


def _plain(name: str) -> Callable[[Measure, Notice, str], Measure]:
    return lambda draft, notice, words: _with(draft, notice, **{name: words or None})


def _write_copy_number(draft: Measure, notice: Notice, words: str) -> Measure:
    if words and not _COPY_NUMBER.fullmatch(words):
        raise WrongValue(tr("份号写成 6 位数字，如 000012"))
    return _with(draft, notice, copy_number=words or None)


def _write_secrecy(draft: Measure, notice: Notice, words: str) -> Measure:
    words = words.replace("*", "★").replace("☆", "★")
    if words and not _SECRECY.fullmatch(words):
        raise WrongValue(tr("写成 机密★1年 的样子：绝密、机密或秘密，★后面是保密期限；也可以只写密级"))
    return _with(draft, notice, secrecy=words or None)


def _tuple(name: str) -> Callable[[Measure, Notice, str], Measure]:
    return lambda draft, notice, words: _with(draft, notice, **{name: _organs(words)})


def _switch(name: str) -> Callable[[Measure, Notice, str], Measure]:
    return lambda draft, notice, words: _with(draft, notice, **{name: words == YES})


def _write_page_form(draft: Measure, notice: Notice, words: str) -> Measure:
    return _with(draft, notice, page_form=PageForm(words))


def _write_sealing(draft: Measure, notice: Notice, words: str) -> Measure:
    return _with(draft, notice, sealing=Sealing(words))


def _names(notice: Notice, role: str) -> str:
    return next((group.names for group in notice.attendance if group.role == role), "")


def _attendance(role: str) -> Callable[[Measure, Notice, str], Measure]:
    """Return what writes the names of a role; the roles stand in the order of _ROLES, others behind them."""

    def write(draft: Measure, notice: Notice, words: str) -> Measure:
        groups = [group for group in notice.attendance if group.role != role]
        groups += [Attendance(role, words)] if words else []
        order = {known: place for place, known in enumerate(_ROLES)}
        groups.sort(key=lambda group: order.get(group.role, len(order)))
        return _with(draft, notice, attendance=tuple(groups))

    return write


def _attendance_field(name: str, role: str) -> NoticeField:
    return NoticeField(
        name,
        role,
        tr("姓名之间空一字，或用顿号隔开"),
        lambda _, notice: _names(notice, role),
        _attendance(role),
        rare=True,
        applies=lambda notice: notice.page_form is PageForm.MINUTES or bool(notice.attendance),
    )


FIELDS = (
    NoticeField(
        "page_form",
        marked("公文格式"),
        marked("国标第 10 章的特定格式，或通用格式"),
        lambda _, n: n.page_form.value,
        _write_page_form,
        group=marked("版头"),
        choices=tuple(PageForm),
        rare=True,
    ),
    NoticeField(
        "copy_number",
        marked("份号"),
        marked("6 位数字，如 000012；涉密公文才必须有"),
        lambda _, n: n.copy_number or "",
        _write_copy_number,
        group=marked("版头"),
        rare=True,
    ),
    NoticeField(
        "secrecy",
        marked("密级和保密期限"),
        marked("如 机密★1年"),
        lambda _, n: n.secrecy or "",
        _write_secrecy,
        group=marked("版头"),
        rare=True,
    ),
    NoticeField(
        "urgency",
        marked("紧急程度"),
        marked("特急或加急"),
        lambda _, n: n.urgency or "",
        _plain("urgency"),
        group=marked("版头"),
        choices=("", marked("特急"), marked("加急")),
        rare=True,
    ),
    NoticeField(
        "issuers",
        marked("发文机关"),
        marked("联合行文时用顿号隔开，主办机关在前"),
        lambda d, _: "、".join(d.issuers),
        _write_issuers,
        group=marked("版头"),
    ),
    NoticeField(
        "doc_number",
        marked("发文字号"),
        marked("如 示政办发〔2026〕12号"),
        lambda d, _: d.doc_number or "",
        lambda d, _, words: replace(d, doc_number=words or None),
        group=marked("版头"),
    ),
    NoticeField(
        "signers",
        marked("签发人"),
        marked("上行文才有；几个人用顿号隔开，主办机关的在前"),
        lambda _, n: "、".join(n.signers),
        _tuple("signers"),
        group=marked("版头"),
        rare=True,
    ),
    NoticeField("title", marked("标题"), marked("通知的标题"), lambda _, n: n.title or "", _plain("title"), 2),
    NoticeField(
        "recipients",
        marked("主送机关"),
        marked("不写末尾的冒号"),
        lambda d, _: d.recipients or "",
        lambda d, _, words: replace(d, recipients=words or None),
    ),
    NoticeField("body", marked("正文"), marked("一段一行"), lambda _, n: "\n".join(n.body), _write_body, 4),
    NoticeField(
        "measure_as_annex",
        marked("措施作为附件"),
        marked("加上附件说明，措施首面标“附件”；印发类通知通常不这样做"),
        lambda _, n: YES if n.measure_as_annex else "",
        _switch("measure_as_annex"),
        switch=True,
        rare=True,
    ),
    NoticeField(
        "annexes_apart",
        marked("附件不与正文装订"),
        marked("附件首面左上角标发文字号和附件顺序号"),
        lambda _, n: YES if n.annexes_apart else "",
        _switch("annexes_apart"),
        switch=True,
        rare=True,
    ),
    _attendance_field("present", marked("出席")),
    _attendance_field("excused", marked("请假")),
    _attendance_field("listening", marked("列席")),
    NoticeField(
        "sealing",
        marked("用印"),
        marked("盖章的地方留出来，不打印"),
        lambda _, n: n.sealing.value,
        _write_sealing,
        choices=tuple(Sealing),
        rare=True,
    ),
    NoticeField(
        "posts",
        marked("签发人职务"),
        marked("签名章左边的职务全称；几个机关用顿号隔开"),
        lambda _, n: "、".join(n.posts),
        _tuple("posts"),
        rare=True,
        applies=lambda notice: notice.sealing is Sealing.STAMP or bool(notice.posts),
    ),
    NoticeField(
        "date",
        marked("成文日期"),
        marked("如 2026年1月20日"),
        lambda d, n: date_words(d.issue_date) or n.date_text or "",
        _write_date,
    ),
    NoticeField("note", marked("附注"), marked("如 此件公开发布"), lambda _, n: n.note or "", _plain("note")),
    NoticeField(
        "copies",
        marked("抄送机关"),
        marked("没有抄送可以不填"),
        lambda _, n: n.copies or "",
        _plain("copies"),
        group=marked("版记"),
    ),
    NoticeField(
        "printer", marked("印发机关"), "", lambda _, n: n.printer or "", _plain("printer"), group=marked("版记")
    ),
    NoticeField(
        "print_date",
        marked("印发日期"),
        marked("如 2026年1月21日"),
        lambda _, n: n.print_date_text or "",
        _write_print_date,
        group=marked("版记"),
    ),
)
"""The fields in the order of the printed notice."""


def is_used(field: NoticeField, draft: Measure, notice: Notice) -> bool:
    """Tell whether something stands in a field other than what stands there from the start."""
    return field.read(draft, notice) != field.read(Measure(), Notice())
