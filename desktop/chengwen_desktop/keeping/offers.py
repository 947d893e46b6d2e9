"""What a program that is gone has left: what is offered, and in which words. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from chengwen_desktop.differences import differences
from chengwen_desktop.keeping.copies import Copy, remove_copy
from chengwen_desktop.translation import moment_words, tr
from chengwen_library.errors import UnreadableFile
from chengwen_library.model import Measure
from chengwen_templates.draft import load_draft


@dataclass(frozen=True, slots=True)
class Offer:
    """A copy that has more than its file; `before` is what the file holds, None if there is no file to be read."""

    copy: Copy
    before: Measure | None
    changes: int


def offers(copies: Iterable[Copy]) -> tuple[Offer, ...]:
    """Return what can be offered; copies that have nothing their files lack are removed."""
    found: list[Offer] = []
    for copy in copies:
        before = _held(copy)
        changes = len(differences(before, copy.draft)) if before else 0
        if before is not None and not changes:
            remove_copy(copy.file)
        else:
            found.append(Offer(copy, before, changes))
    return tuple(found)


def words(offer: Offer, *, is_open: bool, now: datetime) -> str:
    """Return the sentence that offers a copy; `is_open` says that its file is the open draft's."""
    when = moment_words(offer.copy.at, now.date())
    if is_open:
        found = tr("上次没有正常关闭，找到 {when} 的备份", when=when)
    else:
        found = tr("上次没有正常关闭，找到“{name}” {when} 的备份", name=offer.copy.name, when=when)
    if offer.before is not None:
        return found + tr("，比文件多 {count} 条改动。", count=offer.changes)
    return found + (tr("，原来的文件读不到了。") if offer.copy.path else tr("，它还没有保存过。"))


def _held(copy: Copy) -> Measure | None:
    if copy.path is None:
        return None
    try:
        return load_draft(copy.path)
    except UnreadableFile:
        return None
