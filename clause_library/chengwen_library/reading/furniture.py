"""Lines that belong to the web page and not to the document: each is dropped with a reason."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from chengwen_library.data import load_table
from chengwen_library.reading.corrections import Corrections, spot
from chengwen_library.reading.punctuation import spaced
from chengwen_library.reading.report import Dropped
from chengwen_library.reading.source import Segment

BY_HAND = "标为无关"


def remove_furniture(lines: Sequence[Segment], corrections: Corrections) -> tuple[list[Segment], list[Dropped]]:
    """Return the lines that may belong to the document, and those dropped; a person or a style goes first."""
    kept: list[Segment] = []
    dropped: list[Dropped] = []
    for line in lines:
        if spot(line) in corrections.dropped:
            dropped.append(Dropped(line.line, (line.start, line.end), line.raw, BY_HAND))
            continue
        is_told = line.hint is not None or spot(line) in corrections.kept
        reason = None if is_told else furniture_reason(spaced(line.raw))
        if reason is None:
            kept.append(line)
        else:
            dropped.append(Dropped(line.line, None, line.raw, reason))
    return kept, dropped


def furniture_reason(text: str) -> str | None:
    """Return why a line is web page furniture, or None if it may belong to the document."""
    return next((reason for reason, pattern in _patterns() if pattern.search(text)), None)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    kinds = load_table("reading/furniture.toml")["kind"]
    return tuple((kind["reason"], re.compile("|".join(kind["patterns"]))) for kind in kinds)
