"""The fields of the notice that issues a measure: how each is read from a draft and written into it. No Qt."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from chengwen_library.model import Measure, Notice

_DATE = re.compile(r"\s*(\d{4})\s*[年.\-/]\s*(\d{1,2})\s*[月.\-/]\s*(\d{1,2})\s*日?\s*")


class WrongValue(ValueError):
    """What was typed cannot stand in the field; the message says what can."""


@dataclass(frozen=True, slots=True)
class NoticeField:
    """A field: `rows` above 1 means several paragraphs. `write` raises WrongValue."""

    name: str
    label: str
    help: str
    read: Callable[[Measure, Notice], str]
    write: Callable[[Measure, Notice, str], Measure]
    rows: int = 1


def parsed_date(words: str) -> date | None:
    """Return the date in words like 2026年1月20日 or 2026-1-20; None for nothing. Raises WrongValue."""
    if not words.strip():
        return None
    match = _DATE.fullmatch(words)
    try:
        return date(*map(int, match.groups())) if match else _refuse()
    except ValueError as error:
        raise WrongValue("日期写成 2026年1月20日 的样子") from error


def date_words(day: date | None) -> str:
    """Return the date as an office writes it: 2026年1月20日."""
    return f"{day.year}年{day.month}月{day.day}日" if day else ""


def summary(draft: Measure) -> str:
    """Return the notice in one line, for the folded form."""
    if draft.notice is None:
        return "这份文稿还没有印发通知"
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


FIELDS = (
    NoticeField(
        "issuers", "发文机关", "联合行文时用顿号隔开，主办机关在前", lambda d, _: "、".join(d.issuers), _write_issuers
    ),
    NoticeField(
        "doc_number",
        "发文字号",
        "如 示政办发〔2026〕12号",
        lambda d, _: d.doc_number or "",
        lambda d, _, words: replace(d, doc_number=words or None),
    ),
    NoticeField("title", "标题", "通知的标题", lambda _, n: n.title or "", _plain("title"), 2),
    NoticeField(
        "recipients",
        "主送机关",
        "不写末尾的冒号",
        lambda d, _: d.recipients or "",
        lambda d, _, words: replace(d, recipients=words or None),
    ),
    NoticeField("body", "正文", "一段一行", lambda _, n: "\n".join(n.body), _write_body, 4),
    NoticeField(
        "date", "成文日期", "如 2026年1月20日", lambda d, n: date_words(d.issue_date) or n.date_text or "", _write_date
    ),
    NoticeField("note", "附注", "如 此件公开发布", lambda _, n: n.note or "", _plain("note")),
    NoticeField("copies", "抄送机关", "没有抄送可以不填", lambda _, n: n.copies or "", _plain("copies")),
    NoticeField("printer", "印发机关", "", lambda _, n: n.printer or "", _plain("printer")),
    NoticeField("print_date", "印发日期", "如 2026年1月21日", lambda _, n: n.print_date_text or "", _write_print_date),
)
"""The fields in the order of the printed notice."""
