"""Where the words of a finding stand in the file that the measure was read from."""

from __future__ import annotations

from collections.abc import Sequence

from chengwen_library.folding import fold
from chengwen_library.reading.source import Segment
from chengwen_templates.checks.finding import Finding
from chengwen_templates.checks.passages import Passage
from chengwen_templates.checks.subject import Subject

SHORTEST = 4
"""Characters; shorter words are looked for with what stands beside them."""

CONTEXT = 12
"""Characters on either side of a finding's words by which their line is told from others."""


def line_of(finding: Finding, subject: Subject) -> int | None:
    """Return the line, from 1, that holds a finding's words; None for a draft, or where no one line holds them."""
    if finding.line is not None or not subject.lines:
        return finding.line
    passage = next((one for one in subject.passages if one.place == finding.place), None)
    wanted = _wanted(finding, passage)
    return next((line for words in wanted if (line := _first_line(words, subject.lines)) is not None), None)


def _wanted(finding: Finding, passage: Passage | None) -> list[str]:
    """Return what to look for: the words with their neighbours, the words alone, the beginning of the passage."""
    found: list[str] = []
    if passage is not None and finding.span is not None:
        first, last = finding.span
        found.append(passage.text[max(first - CONTEXT, 0) : last + CONTEXT])
    found.append(finding.text)
    found += [passage.text[: 2 * CONTEXT]] if passage is not None else []
    lines = (fold(words.split("\n", 1)[0]) for words in found)
    return [line for line in lines if len(line) >= SHORTEST]


def _first_line(words: str, lines: Sequence[Segment]) -> int | None:
    """Return the number of the line that holds the words, the first of several."""
    return next((line.line for line in lines if words in fold(line.text)), None)
