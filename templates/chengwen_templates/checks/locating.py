"""Where the words of a finding stand in the file that the measure was read from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chengwen_library.folding import fold
from chengwen_templates.checks.finding import Finding
from chengwen_templates.checks.passages import Part, Passage, Place
from chengwen_templates.checks.subject import Subject

SHORTEST = 4
"""Characters; shorter words are looked for with what stands beside them."""

CONTEXT = 12
"""Characters on either side of a finding's words by which their line is told from others."""

_PRINTED = {part: number for number, part in enumerate(Part)}


def lines_of(findings: Sequence[Finding], subject: Subject) -> list[int | None]:
    """Return for each finding the line, from 1, that holds its words; None for drafts, which have no lines.

    What is missing, or stands on no line whole, gets the line of what stands before it.
    """
    if not subject.lines:
        return [finding.line for finding in findings]
    folded = [(line.line, fold(line.text)) for line in subject.lines]
    return [finding.line or _line(finding, subject, folded) for finding in findings]


def _line(finding: Finding, subject: Subject, lines: Sequence[tuple[int, str]]) -> int:
    passages = list(_before(finding.place, subject))
    here = next((one for one in passages if one.place == finding.place), None)
    wanted = [*_of_finding(finding, here), *(words for passage in passages for words in _of_passage(passage))]
    found = (_first_line(words, lines) for words in map(fold, wanted) if len(words) >= SHORTEST)
    return next((line for line in found if line is not None), lines[0][0])


def _of_finding(finding: Finding, here: Passage | None) -> Iterator[str]:
    """Yield the words of a finding with their neighbours, and alone."""
    if here is not None and finding.span is not None:
        first, last = finding.span
        yield _first_of(here.text[max(first - CONTEXT, 0) : last + CONTEXT])
    if here is None or here.place.part is not Part.NUMBER or finding.text != here.text:
        yield _first_of(finding.text)


def _of_passage(passage: Passage) -> Iterator[str]:
    """Yield what a passage begins with: of a unit's mark the words behind it too."""
    unit = passage.unit
    if passage.place.part is Part.NUMBER and unit is not None:
        yield _first_of(f"{unit.num}{unit.heading or unit.text or unit.intro or ''}")[: 2 * CONTEXT]
    yield _first_of(passage.text)[: 2 * CONTEXT]


def _first_of(words: str) -> str:
    return words.split("\n", 1)[0]


def _before(place: Place, subject: Subject) -> Iterator[Passage]:
    """Yield the passage at a place, if there is one, and those before it, the nearest first."""
    passages = subject.passages
    at = next((number for number, one in enumerate(passages) if one.place == place), None)
    if at is None and place.wid is not None:
        at = max((number for number, one in enumerate(passages) if one.place.wid == place.wid), default=None)
    if at is None:
        printed = _PRINTED[place.part]
        at = sum(1 for one in passages if _PRINTED[one.place.part] <= printed) - 1
    yield from reversed(passages[: at + 1])


def _first_line(words: str, lines: Sequence[tuple[int, str]]) -> int | None:
    """Return the number of the line that holds the words, the first of several."""
    return next((number for number, line in lines if words in line), None)
