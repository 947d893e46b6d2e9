"""The head of a document: 版头, the notice, the title of the measure, its preamble."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from chengwen_library.folding import fold
from chengwen_library.model import PageForm
from chengwen_library.reading import wording
from chengwen_library.reading.annexes import MARK as ANNEX_MARK
from chengwen_library.reading.documents import is_annex_mark
from chengwen_library.reading.masthead import take_masthead
from chengwen_library.reading.persons import take_attendance, take_posts
from chengwen_library.reading.punctuation import spaced
from chengwen_library.reading.source import Segment, cut
from chengwen_library.reading.zones import LETTERHEAD, Zones
from chengwen_library.regions import find_region

BEFORE = "正文之前的网页文字"
REPEATED = "重复的标题"
TITLE_FRAME = "标题外面的书名号和说明"
RECIPIENT_COLON = "主送机关后面的冒号"

LONGEST_LINE = 45
"""Characters of a line of a title."""

_RECIPIENTS = re.compile(r"\s*[^。；]{4,300}?[：:](?=\s*(?:现将|《|经|根据|为|按照|现就))")
_SIGNED = re.compile(
    r"(?<=[。；])\s*(?P<organ>[\u4e00-\u9fff]{2,30}?(?:人民政府|办公室|办公厅|委员会|局|厅))\s*(?P<date>20\d\d年\d{1,2}月\d{1,2}日)"
)
_NOTE = re.compile(r"\s*[（(][^（()）]{2,30}[）)]")


def sort_head(head: Sequence[Segment], zones: Zones) -> None:
    """Sort the lines above the first unit into the zones."""
    lines = take_posts(list(_pieces(take_masthead(head, zones))), zones)
    title = _index_of_title(lines)
    if title and _is_listed_annex(lines[title - 1], lines[title], zones):
        zones.measure_as_annex = True
        zones.drop(lines.pop(title - 1), ANNEX_MARK)
        title -= 1
    issued = zones.page_form is not PageForm.GENERAL or _is_issued(lines if title is None else lines[:title])
    for line in lines[: title or 0]:
        _sort_above(line, zones, issued)
    if title is not None:
        _take_title(lines[title], zones)
    for line in lines[0 if title is None else title + 1 :]:
        if not _sort_by_form(line, zones):
            zones.preamble.append(line.text)


def _pieces(head: Sequence[Segment]) -> Iterator[Segment]:
    """Yield the head's lines: a broken title joined, what stands glued on one line cut apart."""
    lines = list(_joined_titles(head))
    while lines:
        line = lines.pop(0)
        if lines and _begins_title(line) and wording.is_title(lines[0].text):
            line = _joined(line, lines.pop(0))
        yield from _unglued(line)


def _is_listed_annex(mark: Segment, title: Segment, zones: Zones) -> bool:
    """Tell whether the measure is the notice's 附件: the list of these names it, and the mark stands above it."""
    return is_annex_mark(mark.text) and fold(wording.bare_title(title.text)) in zones.annex_names


def _begins_title(line: Segment) -> bool:
    """Tell whether a line is the first half of a title that goes on on the next line."""
    text = line.text
    opens = text.startswith("关于") or find_region(text) is not None
    whole = wording.is_title(text) or wording.is_organ(text) or wording.is_letterhead(text) or wording.doc_number(text)
    return opens and not whole and len(text) <= LONGEST_LINE and re.search(r"[。；：！？]", text) is None


def _joined(line: Segment, following: Segment) -> Segment:
    return Segment(line.line, line.start, line.raw + following.raw, line.text + following.text)


def _joined_titles(head: Sequence[Segment]) -> Iterator[Segment]:
    pending: Segment | None = None
    for line in head:
        if pending is not None:
            line = _joined(pending, line)
        pending = line if line.text.count("《") > line.text.count("》") and len(line.text) <= 80 else None
        if pending is None:
            yield line
    if pending is not None:
        yield pending


def _unglued(line: Segment) -> list[Segment]:
    number = wording.DOC_NUMBER.search(line.raw)
    if number and number.start() and number.end() == len(line.raw.rstrip()) and "通知" in line.raw[: number.start()]:
        return cut(line, number.start())
    places: list[int] = []
    recipients = _RECIPIENTS.match(line.raw)
    if recipients and wording.is_recipients(line.text[: line.text.find("：") + 1]):
        places.append(recipients.end())
    signed = _SIGNED.search(line.raw)
    if signed:
        places += [signed.start("organ"), signed.start("date"), signed.end()]
        note = _NOTE.match(line.raw, signed.end())
        places += [note.end()] if note else []
    return cut(line, *places)


def _index_of_title(lines: Sequence[Segment]) -> int | None:
    titles = [
        index
        for index, line in enumerate(lines)
        if wording.is_title(line.text)
        and not wording.is_notice_title(line.text)
        and not wording.is_recipients(line.text)
    ]
    return titles[-1] if titles else None


def _is_issued(lines: Sequence[Segment]) -> bool:
    """Tell whether a notice stands above the title; without one, what stands there is the web page's."""
    return any(
        wording.is_recipients(line.text) or wording.is_notice_title(line.text) or wording.is_announcement(line.text)
        for line in lines
    )


def _take_title(line: Segment, zones: Zones) -> None:
    bare = wording.bare_title(line.text)
    zones.drop_around(line, bare, TITLE_FRAME)
    title = spaced(line.raw)
    zones.title = wording.bare_title(title) if bare != line.text else title


def _sort_above(line: Segment, zones: Zones, issued: bool) -> None:
    """Sort a line that stands above the measure's title."""
    text = line.text
    if wording.is_notice_title(text) and wording.is_title(text):
        if zones.notice_title is not None and fold(zones.notice_title) == fold(text):
            zones.drop(line, REPEATED)
        else:
            zones.notice_title = spaced(line.raw)
    elif wording.is_announcement(text) and zones.doc_number is None:
        zones.doc_number = text
    elif _sort_by_form(line, zones):
        return
    elif issued and text.endswith(("。", "：")):
        zones.notice_body.append(text)
    else:
        zones.drop(line, BEFORE, instead=zones.preamble)


def _sort_by_form(line: Segment, zones: Zones) -> bool:
    """Sort a line whose form alone says what it is; tell whether it was one."""
    text = line.text
    bare = text.strip("（）")
    if wording.is_doc_number(bare) and zones.doc_number is None:
        zones.doc_number = wording.doc_number(zones.drop_around(line, bare))
    elif wording.is_announcement_number(text) and zones.doc_number and "〔" not in zones.doc_number:
        zones.doc_number += text
    elif wording.is_recipients(text) and zones.recipients is None:
        zones.recipients = zones.drop_around(line, text[:-1], RECIPIENT_COLON)
    elif wording.is_date(bare) and zones.date_text is None:
        zones.date_text = zones.drop_around(line, bare)
    elif wording.is_note(text) and zones.note is None:
        zones.note = zones.drop_around(line, bare)
    elif organs := wording.letterhead_organs(spaced(line.raw)):
        zones.letterhead += organs
        zones.drop(line, LETTERHEAD)
    elif take_attendance(line, zones):
        return True
    elif all(map(wording.is_organ, spaced(line.raw).split(" "))):
        zones.sign(line, spaced(line.raw).split(" "))
    else:
        return False
    return True
