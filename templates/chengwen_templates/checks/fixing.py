"""Applying fixes: one, or all that are mechanical, until nothing mechanical is left."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from chengwen_library.model import Measure
from chengwen_templates.checks.checking import check
from chengwen_templates.checks.families.numbering import renumbered_as_found
from chengwen_templates.checks.finding import Finding, FixKind
from chengwen_templates.checks.passages import passages, with_text
from chengwen_templates.checks.subject import Subject
from chengwen_templates.draft import renumbered

MOST_ROUNDS = 6
"""Times that a text is checked anew; a fix can lay bare another fault, but not without end."""


def is_mechanical(finding: Finding) -> bool:
    """Tell whether a finding can be mended without asking anyone.

    What was seen in the source's lines alone is not: reading has mended it already.
    """
    if finding.fix is None or finding.fix.kind is FixKind.ASK:
        return False
    return finding.line is None or finding.span is not None


def apply(measure: Measure, finding: Finding) -> Measure:
    """Return the measure with a finding mended; unchanged where its fix asks, or its words are no longer there."""
    fix = finding.fix
    if fix is None or not is_mechanical(finding):
        return measure
    if fix.kind is FixKind.RENUMBER:
        return _renumbered(measure)
    here = next((one for one in passages(measure) if one.place == finding.place), None)
    if here is None:
        return measure
    start, end = finding.span or (0, len(here.text))
    if here.text[start:end] != finding.text:
        return measure
    words = "" if fix.kind is FixKind.DELETE else fix.text or ""
    return with_text(measure, finding.place, here.text[:start] + words + here.text[end:])


def apply_all(subject: Subject, wanted: Callable[[Finding], bool] = is_mechanical) -> Measure:
    """Return the subject's measure with all mechanical fixes of all rules in force applied.

    `wanted` can leave some of them out.
    """
    measure = subject.measure
    for _ in range(MOST_ROUNDS):
        found = check(replace(subject, measure=measure, lines=()))
        mended = _applied(measure, filter(wanted, found))
        if mended == measure:
            break
        measure = mended
    return measure


def _applied(measure: Measure, findings: Iterable[Finding]) -> Measure:
    """Apply fixes from the back of each text, of those that overlap the last alone; numbers in the end."""
    chosen = sorted(findings, key=lambda one: one.span or (0, 0), reverse=True)
    reached: dict[object, int] = {}
    for finding in chosen:
        if finding.fix is None or finding.fix.kind is FixKind.RENUMBER:
            continue
        start, end = finding.span or (0, 1)
        if end <= reached.get(finding.place, end):
            measure = apply(measure, finding)
            reached[finding.place] = start
    is_renumbering = any(one.fix is not None and one.fix.kind is FixKind.RENUMBER for one in chosen)
    return _renumbered(measure) if is_renumbering else measure


def _renumbered(measure: Measure) -> Measure:
    drafting = measure.drafting
    return renumbered(measure) if drafting is not None and drafting.template else renumbered_as_found(measure)
