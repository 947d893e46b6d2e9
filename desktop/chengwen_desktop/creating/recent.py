"""The drafts of late, each in three words: how long, what is still open. No Qt in the work."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from chengwen_desktop.draft.lines import figures
from chengwen_desktop.translation import day_words, tr
from chengwen_library.errors import ChengwenError
from chengwen_library.model import Measure
from chengwen_templates.draft import load_draft

DAYS = 2
"""Days that have a name: 今天, 昨天."""


def states(paths: Iterable[Path]) -> dict[Path, str]:
    """Return for each draft what is told of it; those that cannot be read are told so."""
    return {path: _state(path) for path in paths}


def when(path: Path, now: datetime) -> str:
    """Return when a file was last written, as the office says it: 14:31, 昨天 14:31, 2026年1月20日; "" if unknown."""
    try:
        written = datetime.fromtimestamp(path.stat().st_mtime)  # noqa: DTZ006 (the clock on the desk)
    except OSError:
        return ""
    days = (now.date() - written.date()).days
    if 0 <= days < DAYS:
        clock = f"{written:%H:%M}"
        return clock if days == 0 else tr("昨天 {clock}", clock=clock)
    return day_words(written)


def _state(path: Path) -> str:
    try:
        return told(load_draft(path))
    except ChengwenError:
        return tr("读不了")


def told(draft: Measure) -> str:
    """Return a draft in a few words: 18 条，2 处待填，1 条意见."""
    from chengwen_templates.blanks import unfilled

    blanks = len(unfilled(draft))
    remarks = sum(1 for remark in draft.remarks if remark.resolved is None)
    said = [tr("{count} 条", count=figures(draft)[1])]
    said += [tr("{count} 处待填", count=blanks)] if blanks else []
    said += [tr("{count} 条意见", count=remarks)] if remarks else []
    return tr("，").join(said)
