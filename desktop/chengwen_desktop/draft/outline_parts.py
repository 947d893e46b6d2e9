"""The rows of the outline that are no units: 印发通知 and the title above them, the closing below. No Qt."""

from __future__ import annotations

import re
from enum import StrEnum

from chengwen_desktop.draft.lines import Part
from chengwen_desktop.draft.moving import Drop
from chengwen_desktop.translation import tr
from chengwen_library.model import Form, Measure
from chengwen_templates.checks import passages


class Head(StrEnum):
    """A row that is no unit; the value stands where rows of units have their wid."""

    NOTICE = "#notice"
    TITLE = "#title"
    CLOSING = "#closing"


_ROWS = {
    passages.Part.TITLE: Head.TITLE,
    passages.Part.PREAMBLE: Head.TITLE,
    passages.Part.CLOSING: Head.CLOSING,
    passages.Part.DOC_NUMBER: Head.NOTICE,
    passages.Part.RECIPIENTS: Head.NOTICE,
}
_LINES = {Part.TITLE: Head.TITLE, Part.PREAMBLE: Head.TITLE, Part.CLOSING: Head.CLOSING}
_VALIDITY = re.compile("施行|有效期|试行")


def heads(draft: Measure) -> tuple[tuple[Head, ...], tuple[Head, ...]]:
    """Return the rows above a draft's units, and those below them."""
    above = (Head.NOTICE, Head.TITLE) if draft.notice is not None else (Head.TITLE,)
    return above, (Head.CLOSING,) if draft.closing else ()


def head_words(head: Head, draft: Measure) -> str:
    """Return what a row says."""
    match head:
        case Head.NOTICE:
            return tr("印发通知")
        case Head.TITLE:
            return (draft.title or tr("还没有标题")).replace("\n", "")
        case Head.CLOSING:
            return tr("施行与有效期") if _VALIDITY.search(draft.closing or "") else tr("结尾")


def row_of_place(place: passages.Place) -> str | None:
    """Return the row that is marked for a finding at a place: that of its unit, or of its part of the draft."""
    if place.wid is not None:
        return place.wid
    return Head.NOTICE if place.part.startswith("notice.") else _ROWS.get(place.part)


def row_of_line(part: Part, wid: str | None) -> str | None:
    """Return the row of a paragraph of the page."""
    return wid or _LINES.get(part)


def drop_target(draft: Measure, target: str | None, drop: Drop) -> tuple[str | None, Drop] | None:
    """Return the unit that something is dropped at, seen from a row; None where nothing may be dropped.

    Nothing goes above the title or below the closing; behind the title stands the first unit.
    """
    if target == Head.CLOSING:
        return (None, Drop.BELOW) if drop is Drop.ABOVE else None
    if target == Head.TITLE and drop is Drop.BELOW:
        first = next((unit.wid for unit in draft.units if unit.form is not Form.PARAGRAPH), None)
        return first, Drop.ABOVE
    return None if target in (Head.TITLE, Head.NOTICE) else (target, drop)
