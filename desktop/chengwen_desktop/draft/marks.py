"""Findings as the page shows them: where in a text, how grave, what to say and what to do."""

from __future__ import annotations

from dataclasses import dataclass

from chengwen_desktop.theme.marks import Severity
from chengwen_templates.checks.passages import Part

GRAVEST_FIRST = tuple(Severity)
"""The severities, the gravest first."""


@dataclass(frozen=True, slots=True)
class FindingMark:
    """A finding at the characters `start` to `end` of one text of the draft.

    `wid` is the unit, None for the title, the preamble and the closing. `part` says which text:
    TITLE, PREAMBLE, CLOSING, or of a unit NUMBER, HEADING, TEXT, INTRO, WRAP_UP; the span is of that
    field's own text, without number and heading. `start == end` marks the paragraph in the margin
    alone. `fix_words` are the words of the fix offered, empty if there is none.
    """

    wid: str | None
    part: Part
    start: int
    end: int
    severity: Severity
    message: str
    fix_words: str = ""


def gravest(severities: list[Severity]) -> Severity | None:
    """Return the gravest of the severities, None if there are none."""
    return min(severities, key=GRAVEST_FIRST.index, default=None)
