"""The lines of a document sorted into head, body and foot, and what each of them says.

head  版头 and 主体 of the notice, title, preamble
body  the numbered units
foot  closing sentences, signature, date
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from chengwen_library.model import Form
from chengwen_library.numbering import parse_mark
from chengwen_library.reading import wording
from chengwen_library.reading.furniture import furniture_reason
from chengwen_library.reading.punctuation import spaced
from chengwen_library.reading.report import Dropped
from chengwen_library.reading.source import Segment, cut

BEFORE = "正文之前的网页文字"
AFTER = "正文之后的网页文字"
TITLE_FRAME = "标题外面的书名号和说明"
RECIPIENT_COLON = "主送机关后面的冒号"

_OPENING_FORMS = (Form.PART, Form.CHAPTER, Form.ARTICLE, Form.FIRST, Form.SECOND, Form.THIRD)


@dataclass(slots=True)
class Zones:
    """What the lines of one document say, sorted; every word of the source is in one of the fields."""

    title: str | None = None
    notice_title: str | None = None
    doc_number: str | None = None
    recipients: str | None = None
    notice_body: list[str] = field(default_factory=list[str])
    signature: list[str] = field(default_factory=list[str])
    date_text: str | None = None
    preamble: list[str] = field(default_factory=list[str])
    body: list[Segment] = field(default_factory=list[Segment])
    closing: list[str] = field(default_factory=list[str])
    dropped: list[Dropped] = field(default_factory=list[Dropped])


def sort_lines(lines: Sequence[Segment]) -> Zones:
    """Return the document's lines sorted into zones."""
    zones = Zones()
    kept = list(_without_furniture(lines, zones))
    start = _start_of_body(kept)
    end = _end_of_body(kept, start)
    _sort_head(list(_pieces(kept[:start])), zones)
    zones.body = kept[start:end]
    _sort_foot(kept[end:], zones)
    zones.dropped.sort(key=lambda dropped: (dropped.line, dropped.span or (0, 0)))
    return zones


def _without_furniture(lines: Sequence[Segment], zones: Zones) -> Iterator[Segment]:
    for line in lines:
        reason = furniture_reason(spaced(line.raw))
        if reason is None:
            yield line
        else:
            zones.dropped.append(Dropped(line.line, None, line.raw, reason))


def _start_of_body(lines: Sequence[Segment]) -> int:
    """Return the index of the first unit: the first line with a mark of number one."""
    for index, line in enumerate(lines):
        mark = parse_mark(line.text)
        if mark is not None and mark.number == 1 and mark.form in _OPENING_FORMS:
            return index
    return len(lines)


def _end_of_body(lines: Sequence[Segment], start: int) -> int:
    """Return the index behind the last line of the numbered units."""
    last_mark = max((i for i in range(start, len(lines)) if parse_mark(lines[i].text)), default=start - 1)
    for index in range(last_mark + 1, len(lines)):
        text = lines[index].text
        if wording.is_closing(text) or wording.is_organ(text) or wording.whole_date(text):
            return index
    return len(lines)


def _pieces(head: Sequence[Segment]) -> Iterator[Segment]:
    """Yield the head's lines with a 文号 behind a title cut off, and the lines of a broken title joined."""
    for line in _joined_titles(head):
        match = wording.DOC_NUMBER.search(line.raw)
        if match and match.start() and match.end() == len(line.raw.rstrip()) and "通知" in line.raw[: match.start()]:
            yield from cut(line, match.start())
        else:
            yield line


def _joined_titles(head: Sequence[Segment]) -> Iterator[Segment]:
    pending: Segment | None = None
    for line in head:
        if pending is not None:
            line = Segment(pending.line, pending.start, pending.raw + line.raw, pending.text + line.text)
        if line.text.count("《") > line.text.count("》") and len(line.text) <= 80:
            pending = line
            continue
        pending = None
        yield line
    if pending is not None:
        yield pending


def _sort_head(head: Sequence[Segment], zones: Zones) -> None:
    title = _index_of_title(head)
    notice = _has_notice(head if title is None else head[:title])
    for line in head[: title or 0]:
        _sort_notice_line(line, zones, notice)
    if title is not None:
        _take_title(head[title], zones)
    for line in head[0 if title is None else title + 1 :]:
        _sort_preamble_line(line, zones)


def _index_of_title(head: Sequence[Segment]) -> int | None:
    titles = [
        i for i, line in enumerate(head) if wording.is_title(line.text) and not wording.is_notice_title(line.text)
    ]
    return titles[-1] if titles else None


def _has_notice(lines: Sequence[Segment]) -> bool:
    return any(wording.is_recipients(line.text) or wording.is_notice_title(line.text) for line in lines)


def _take_title(line: Segment, zones: Zones) -> None:
    title = wording.bare_title(spaced(line.raw))
    zones.title = title
    before, _, after = line.text.partition(wording.bare_title(line.text))
    for text, place in ((before, 0), (after, len(line.raw) - len(after))):
        if text:
            zones.dropped.append(Dropped(line.line, (place, place + len(text)), text, TITLE_FRAME))


def _sort_notice_line(line: Segment, zones: Zones, notice: bool) -> None:
    """Sort a line that stands above the title; without a notice it can only be the web page's."""
    text = line.text
    if wording.is_notice_title(text) and wording.is_title(text):
        zones.notice_title = spaced(line.raw)
    elif _sort_common(line, zones):
        return
    elif notice and zones.recipients is not None and text.endswith(("。", "：")):
        zones.notice_body.append(text)
    else:
        zones.dropped.append(Dropped(line.line, None, line.raw, BEFORE))


def _sort_preamble_line(line: Segment, zones: Zones) -> None:
    if not _sort_common(line, zones):
        zones.preamble.append(line.text)


def _sort_common(line: Segment, zones: Zones) -> bool:
    """Sort a line whose form alone says what it is; tell whether it was one."""
    text = line.text
    if wording.is_doc_number(text) and zones.doc_number is None:
        zones.doc_number = wording.doc_number(text)
    elif wording.is_recipients(text) and zones.recipients is None:
        zones.recipients = text[:-1]
        place = len(line.raw.rstrip()) - 1
        zones.dropped.append(Dropped(line.line, (place, place + 1), line.raw[place], RECIPIENT_COLON))
    elif wording.whole_date(text) and zones.date_text is None:
        zones.date_text = text
    elif wording.is_organ(text):
        zones.signature.append(text)
    else:
        return False
    return True


def _sort_foot(foot: Sequence[Segment], zones: Zones) -> None:
    for line in foot:
        text = line.text
        if wording.is_closing(text):
            zones.closing.append(text)
        elif zones.date_text is None and wording.whole_date(text):
            zones.date_text = re.sub(r"\s", "", text)
        elif wording.is_organ(text):
            zones.signature.append(text)
        else:
            zones.dropped.append(Dropped(line.line, None, line.raw, AFTER))
