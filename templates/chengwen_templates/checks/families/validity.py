"""施行与有效期: normative documents say from when and how long they are valid, within the place's limits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache

from chengwen_library.facts.validity import validity
from chengwen_library.model import Measure, Validity
from chengwen_templates.checks.finding import Finding, Fix, FixKind
from chengwen_templates.checks.passages import Part, Passage, Place
from chengwen_templates.checks.rules import rule
from chengwen_templates.checks.subject import Subject

_NORMATIVE = re.compile(r"(?:若干(?:政策)?措施|若干政策|若干规定|办法|细则|规定|规则)$")
_NO_RULE = re.compile(r"解读|说明|征求意见的|(?:工作|落实|任务)措施$|(?:评选|评审|考核)办法$")
_TRIAL = re.compile(r"试行|暂行")
_BRACKETED = re.compile(r"[（(][^（）()]*[）)]$")
_SAYS = re.compile(r"施行|实施|执行|生效|有效期|废止|失效")
_OWN = re.compile(
    r"本(?:措施|办法|细则|规定|规则|政策|意见|通知|方案|实施细则|实施意见|条例|若干\w*)|"
    r"自(?!治)[^。]{0,20}(?:起|日)[^。，]{0,4}(?:施行|实施|执行|生效)"
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is missing in, or wrong with, the words on validity."""
    passages = _saying(subject)
    stated = _stated("\n".join(passage.text for passage in passages))
    yield from _missing(subject, passages, stated)
    yield from _range(subject, passages, stated)


def _stated(text: str) -> Validity:
    """Return what a text says; nothing of a text with a date that does not exist, which is another rule's."""
    try:
        return validity(text)
    except ValueError:
        return Validity()


def is_normative(measure: Measure) -> bool:
    """Tell whether a measure is called what normative documents are called (若干措施, 办法, 细则), by its own title."""
    title = _bare_title(measure.title or "") or measure.doc_type or ""
    return bool(measure.units) and _NORMATIVE.search(title) is not None and _NO_RULE.search(title) is None


def _bare_title(title: str) -> str:
    """Return a title without what stands in brackets behind it: （试行）, （征求意见稿）."""
    shorter = _BRACKETED.sub("", title)
    return title if shorter == title else _bare_title(shorter)


def _saying(subject: Subject) -> Sequence[Passage]:
    """Return the passages that can say from when the measure is valid: the notice, the closing, the last units."""
    parts = {Part.NOTICE_BODY, Part.CLOSING, Part.HEADING, Part.TEXT, Part.WRAP_UP, Part.INTRO}
    looked_at = (one for one in subject.passages if one.place.part in parts)
    return [one for one in looked_at if _is_saying(one.text, is_closing=one.place.part is Part.CLOSING)]


@lru_cache(maxsize=8192)
def _is_saying(text: str, *, is_closing: bool) -> bool:
    """Tell whether a text speaks of this document's validity, not of another's (有效期 of a licence)."""
    return _SAYS.search(text) is not None and (is_closing or _OWN.search(text) is not None)


def _missing(subject: Subject, passages: Sequence[Passage], stated: Validity) -> Iterator[Finding]:
    if not is_normative(subject.measure):
        return
    lacking = [
        *([] if stated.start else ["施行日期"]),
        *([] if stated.years or stated.until else ["有效期"]),
    ]
    if not lacking:
        return
    what = "和".join(lacking)
    told = f"没有写{what}。规范性文件要写明，如“自2026年1月1日起施行，有效期5年”；年限按本地的规定。"
    ask = "从哪一天起施行，有效几年？" if len(lacking) > 1 else f"{what}怎样写？"
    place, text = _place(subject, passages)
    yield Finding(rule("validity.missing"), place, text, told, None, Fix(FixKind.ASK, ask))


def _range(subject: Subject, passages: Sequence[Passage], stated: Validity) -> Iterator[Finding]:
    limits, measure = subject.office.limits, subject.measure
    trial = _TRIAL.search(measure.title or "") is not None
    most = limits.most_trial_years or limits.most_years if trial else limits.most_years
    start, until = _day(stated.start), _day(stated.until)
    first = start or measure.issue_date
    kind = "试行、暂行的文件" if trial and limits.most_trial_years else "规范性文件"
    if start and until and until < start:
        yield _out_of_range(subject, passages, f"有效期到 {stated.until}，早于施行日期 {stated.start}。核对两个日期。")
    elif most is not None and stated.years is not None and stated.years > most:
        told = f"有效期 {stated.years} 年，超过本地规定的 {most} 年（{kind}）。改短，或者核对本单位的年限。"
        yield _out_of_range(subject, passages, told)
    elif most is not None and first and until and until > _after(first, most):
        told = f"从 {first} 到 {until}，超过本地规定的 {most} 年（{kind}）。改短，或者核对本单位的年限。"
        yield _out_of_range(subject, passages, told)
    elif start and until and stated.years and abs(until - _after(start, stated.years)) > timedelta(days=1):
        told = f"写的是有效期 {stated.years} 年，从 {start} 到 {until} 却不是 {stated.years} 年。核对年限和日期。"
        yield _out_of_range(subject, passages, told)


def _after(first: date, years: int) -> date:
    """Return the day from which on a measure of so many years is no longer valid."""
    try:
        return first.replace(year=first.year + years)
    except ValueError:
        return date(first.year + years, 3, 1)


def _day(words: str | None) -> date | None:
    """Return the date that a text names, None for 自印发之日起 and dates that do not exist."""
    try:
        return date.fromisoformat(words or "")
    except ValueError:
        return None


def _out_of_range(subject: Subject, passages: Sequence[Passage], message: str) -> Finding:
    place, text = _place(subject, passages)
    return Finding(rule("validity.range"), place, text, message)


def _place(subject: Subject, passages: Sequence[Passage]) -> tuple[Place, str]:
    """Return where the measure speaks of its validity, or where it could: at its end, or by its title."""
    if passages:
        return passages[-1].place, _sentence(passages[-1].text)
    closing = next((one for one in subject.passages if one.place.part is Part.CLOSING), None)
    if closing is not None:
        return closing.place, closing.text[:40]
    return Place(Part.TITLE), subject.measure.title or ""


def _sentence(text: str) -> str:
    """Return the sentence that speaks of validity."""
    return next((one for one in re.findall(r"[^。\n]+。?", text) if _SAYS.search(one)), text)[:60]
