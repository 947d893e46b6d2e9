"""The elements of 版头, of the end of a text and of 版记, each on lines that are named after it."""

from __future__ import annotations

import re

from chengwen_library.model import Attendance, PageForm
from chengwen_library.reading import wording
from chengwen_library.reading.elements import elements, minutes_organ, names, order_organ
from chengwen_library.reading.foot import LABEL as FOOT_LABEL
from chengwen_library.reading.head import RECIPIENT_COLON
from chengwen_library.reading.masthead import LABEL as HEAD_LABEL
from chengwen_library.reading.persons import LABEL as COLON
from chengwen_library.reading.punctuation import full_width
from chengwen_library.reading.source import Segment, cut
from chengwen_library.reading.zones import LETTERHEAD, Zones
from chengwen_library.styles import Role

HEAD = frozenset({
    Role.HEAD_GAP, Role.COPY_NUMBER, Role.SECRECY, Role.URGENCY, Role.MARK, Role.SIGNER, Role.NUMBER,
})  # fmt: skip
FOOT = frozenset({Role.MOVED_RECIPIENTS, Role.COPIES, Role.IMPRINT})
"""The elements that stand above and below all others; 版记 stands behind the annexes."""

_SIGNERS = re.compile(r"签\s*发\s*人\s*[：:]\s*")
_NOT_NAMED_SO = "与样式名称不符的文字"


def take_named(line: Segment, zones: Zones) -> bool:
    """Take a line as the element that it is named after; tell whether it was one. A blank line says nothing."""
    name = line.hint.named if line.hint is not None else None
    if not line.text:
        return True
    return any(take(name, line, zones) for take in (_take_above, _take_who, _take_below))


def _take_above(name: Role | None, line: Segment, zones: Zones) -> bool:
    match name:
        case Role.COPY_NUMBER:
            zones.copy_number = _value(line, zones)
        case Role.SECRECY:
            zones.secrecy = _value(line, zones)
        case Role.URGENCY:
            zones.urgency = _value(line, zones)
        case Role.MARK:
            _take_mark(line, zones)
        case Role.SIGNER | Role.NUMBER:
            _take_number_row(line, zones)
        case _:
            return False
    return True


def _take_who(name: Role | None, line: Segment, zones: Zones) -> bool:
    """Take who a document goes to, who was there, and who signs it."""
    match name:
        case Role.RECIPIENTS:
            zones.recipients = zones.drop_around(line, line.text.removesuffix("："), RECIPIENT_COLON)
        case Role.ATTENDANCE:
            _take_attendance(line, zones)
        case Role.SIGNATURE:
            zones.signature += [organ.text for organ in _columns(line)]
        case Role.POST:
            zones.posts += [post.text for post in _columns(line)]
        case _:
            return False
    return True


def _take_below(name: Role | None, line: Segment, zones: Zones) -> bool:
    match name:
        case Role.DATE:
            zones.date_text = line.text
        case Role.NOTE:
            zones.note = zones.drop_around(line, line.text.strip("（）"))
        case Role.MOVED_RECIPIENTS:
            zones.recipients = zones.drop_around(line, line.text.removeprefix("主送：").removesuffix("。"), FOOT_LABEL)
        case Role.COPIES:
            words = zones.drop_around(line, line.text.removeprefix("抄送：").removesuffix("。"), FOOT_LABEL)
            zones.copies = words if zones.copies is None else f"{zones.copies}\n{words}"
        case Role.IMPRINT:
            _take_imprint(line, zones)
        case _:
            return False
    return True


def _value(line: Segment, zones: Zones) -> str:
    """Return the words of 份号, 密级 or 紧急程度, without a label and without white space."""
    found = elements(line.raw)
    *labels, value = cut(line, found[0].value) if found and found[0].value > found[0].start else [line]
    for label in labels:
        zones.drop(label, HEAD_LABEL)
    return "".join(value.text.split())


def _take_mark(line: Segment, zones: Zones) -> None:
    """Take a 标志, which tells the format (7.2.4, 10); a joint one is a row of a table, the organs in one cell."""
    words = [one for cell in line.row.cells for one in cell.split("\n")] if line.row else [line.text]
    zones.drop(line, LETTERHEAD)
    zones.has_named_mark = True
    for text in words:
        organ = order_organ(text)
        if text.endswith("文件"):
            zones.page_form = PageForm.GENERAL
            zones.letterhead += filter(None, [text.removesuffix("文件")])
        elif organ is not None:
            zones.page_form = PageForm.ORDER
            zones.letterhead.append(organ)
        elif text.endswith("纪要"):
            zones.page_form = PageForm.MINUTES
            zones.letterhead.append(minutes_organ(text) or text)
        else:
            zones.page_form = zones.page_form if line.row else PageForm.LETTER
            zones.letterhead.append(text)


def _columns(line: Segment) -> list[Segment]:
    """Return the pieces of a line that tabs part."""
    return cut(line, *(match.end() for match in re.finditer(r"\t", line.raw)))


def _take_number_row(line: Segment, zones: Zones) -> None:
    """Take a row of 发文字号 and 签发人 (7.2.5, 7.2.6); in a letter another element stands at its left (10.1)."""
    for piece in _columns(line):
        label = _SIGNERS.match(piece.raw.lstrip())
        if label is not None:
            start = len(piece.raw) - len(piece.raw.lstrip()) + label.end()
            mark, *called = cut(piece, start)
            zones.drop(mark, HEAD_LABEL)
            zones.signers += ["".join(one.text.split()) for one in called]
        elif not _take_beside_number(piece, zones):
            zones.signers += names(piece.raw) or [piece.text]


def _take_beside_number(piece: Segment, zones: Zones) -> bool:
    """Take 份号, 密级 or 紧急程度 at the left of 发文字号, or that itself; tell whether it was one of them."""
    kinds = [element.kind for element in elements(piece.raw)]
    match kinds:
        case ["copy_number"] if zones.copy_number is None:
            zones.copy_number = _value(piece, zones)
        case ["secrecy"] if zones.secrecy is None:
            zones.secrecy = _value(piece, zones)
        case ["urgency"] if zones.urgency is None:
            zones.urgency = _value(piece, zones)
        case _ if zones.doc_number is None and not (zones.signers and names(piece.raw)):
            zones.doc_number = wording.doc_number(piece.text) if kinds == ["doc_number"] else piece.text
        case _:
            return False
    return True


def _take_attendance(line: Segment, zones: Zones) -> None:
    colon = re.search("[：:]", line.raw)
    if colon is None or not line.raw[colon.end() :].strip():
        zones.drop(line, _NOT_NAMED_SO)
        return
    role, mark, called = cut(line, colon.start(), colon.end())
    zones.attendance.append(Attendance(role.text, re.sub(r"\s+", "　", full_width(called.raw.strip()))))
    zones.drop(mark, COLON)


def _take_imprint(line: Segment, zones: Zones) -> None:
    """Take 印发机关 and 印发日期, which a tab parts (7.4.3)."""
    printed = wording.PRINTED.fullmatch(line.text)
    pieces = _columns(line)
    if len(pieces) > 1 or printed is None:
        dates = [piece.text for piece in pieces if piece.text.endswith("印发")]
        organs = [piece.text for piece in pieces if not piece.text.endswith("印发")]
        zones.printer = "".join(organs) or None
        zones.print_date_text = "".join(dates).removesuffix("印发") or None
    else:
        zones.printer, zones.print_date_text = printed.group(1), printed.group(2)
    if line.text.endswith("印发"):
        zones.drop_around(line, line.text.removesuffix("印发"), FOOT_LABEL)
