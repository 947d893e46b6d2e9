"""通知: 主送机关, 署名 and 抄送机关.

Not a finding: a notice without 主送机关 where none is usual (公告, 通告, 命令, 纪要) or where the measure was
read without its notice's text; 主送 without the colon, 抄送 without 。 (the layout sets both); a signature that is
the long or short form of the organ in the title, one of joint issuers, or an organ's title with 等部门.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from chengwen_library.model import Measure, Notice, PageForm
from chengwen_library.reading import wording
from chengwen_templates.checks.finding import Finding, Fix, FixKind
from chengwen_templates.checks.passages import Part, Passage, Place
from chengwen_templates.checks.rules import rule
from chengwen_templates.checks.subject import Subject
from chengwen_templates.checks.texts import Hit, asked, findings

_ORGANS = re.compile(r"^(.{2,80}?)(?=关于|印发|转发|批转|公布|发布)")
_SEPARATORS = re.compile(r"[，、；,;\s]+")
_TO_MANY = re.compile(r"公告|通告|令$|纪要|公报|决议")
_OFFICE = re.compile(r"办公[厅室]$|府办$|[委政]办$")
_ODD = re.compile(r"[。；！？.;!?]+$|[，、]+[：:]?$")


def check(subject: Subject) -> Iterator[Finding]:
    """Yield the findings of the rules on what surrounds a measure."""
    measure, notice = subject.measure, subject.measure.notice
    if notice is None:
        return
    by_part = {passage.place.part: passage for passage in subject.passages}
    yield from _recipients(notice, by_part.get(Part.RECIPIENTS))
    yield from _signature(measure, notice, by_part)
    yield from _copies(measure, by_part.get(Part.COPIES))


def _recipients(notice: Notice, passage: Passage | None) -> Iterator[Finding]:
    if passage is None:
        if notice.title and notice.body and _needs_recipients(notice):
            message = "没有主送机关。写上全称、规范化简称或者同类型机关统称，如“各区人民政府，市政府各部门”。"
            fix = asked("发给哪些机关？")
            yield Finding(rule("notice.recipient"), Place(Part.RECIPIENTS), "", message, fix=fix)
        return
    yield from _listed("notice.recipient", "主送机关", passage)


def _needs_recipients(notice: Notice) -> bool:
    is_plain = notice.page_form in (PageForm.GENERAL, PageForm.LETTER)
    return is_plain and not _TO_MANY.search(notice.title or "")


def _listed(identity: str, name: str, passage: Passage) -> Iterator[Finding]:
    """Yield the faults of a list of organs: a stop at its end, an organ named twice."""
    text = passage.text
    odd = _ODD.search(text.rstrip("：:") if identity == "notice.recipient" else text.removesuffix("。"))
    if odd:
        told = "句末用冒号" if identity == "notice.recipient" else "句末用句号"
        message = f"{name}末尾的“{odd.group()}”去掉，{told}。"
        yield from findings([Hit(identity, odd.span(), message, Fix(FixKind.DELETE))], passage)
    counted = Counter(_organs(text))
    for organ, count in counted.items():
        if count > 1:
            at = text.rfind(organ)
            message = f"{name}里“{organ}”写了{count}次。留一个。"
            yield from findings([Hit(identity, (at, at + len(organ)), message)], passage)


def _organs(text: str) -> list[str]:
    """Return the organs of a list, what stands in brackets left with its organ."""
    together = re.sub(r"（[^（）]*）", lambda match: match.group().replace("、", "\0").replace("，", "\0"), text)
    pieces = _SEPARATORS.split(together.removeprefix("抄送：").rstrip("：。"))
    return [piece.replace("\0", "、") for piece in pieces if len(piece) > 1]


def _signature(measure: Measure, notice: Notice, by_part: dict[Part, Passage]) -> Iterator[Finding]:
    title = by_part.get(Part.NOTICE_TITLE)
    if not notice.signature:
        if measure.drafting is not None and measure.issuers and notice.title:
            words = " ".join(measure.issuers)
            message = f"没有署名。写上发文机关“{words}”。"
            yield Finding(rule("notice.signature"), Place(Part.SIGNATURE), "", message, fix=asked("由哪个机关署名？"))
        return
    passage = Passage(Place(Part.SIGNATURE), notice.signature[0])
    whole = (0, len(passage.text))
    named = _named_in(title.text) if title else []
    if named and not all(any(_is_same(organ, own) for own in notice.signature) for organ in named):
        signed = " ".join(notice.signature)
        message = f"标题里的发文机关是“{' '.join(named)}”，署名是“{signed}”。改为一致。"
        fix = asked("发文机关是哪一个？")
        yield from findings([Hit("notice.signature", whole, message, fix)], passage)
    elif measure.drafting is not None and measure.issuers and set(measure.issuers) != set(notice.signature):
        message = f"发文机关是“{' '.join(measure.issuers)}”，署名是“{' '.join(notice.signature)}”。改为一致。"
        yield from findings([Hit("notice.signature", whole, message, asked("由哪个机关署名？"))], passage)


def _named_in(title: str) -> list[str]:
    """Return the organs that a title begins with; none where it leaves some out (等部门) or names none."""
    match = _ORGANS.match(title)
    if match is None or "等" in match.group(1) or "《" in match.group(1):
        return []
    organs = [organ for organ in re.split(r"[\s、，]+", match.group(1)) if organ]
    return organs if all(wording.is_organ(organ) for organ in organs) else []


def _is_same(short: str, full: str) -> bool:
    """Tell whether one name is the other, or a shortened form of it: its characters in their order.

    A government and its office are two organs.
    """
    if bool(_OFFICE.search(short)) is not bool(_OFFICE.search(full)):
        return False
    rest = iter(full)
    if all(character in rest for character in short):
        return True
    rest = iter(short)
    return all(character in rest for character in full)


def _copies(measure: Measure, passage: Passage | None) -> Iterator[Finding]:
    if passage is None:
        return
    yield from _listed("notice.copy", "抄送机关", passage)
    recipients = set(_organs(measure.recipients or ""))
    for organ in dict.fromkeys(_organs(passage.text)):
        if organ in recipients:
            at = passage.text.find(organ)
            message = f"“{organ}”已经是主送机关，不再抄送。"
            yield from findings([Hit("notice.copy", (at, at + len(organ)), message)], passage)
