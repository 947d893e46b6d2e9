"""Findings that a person passed over: kept in the draft, by what they say of which words in which text."""

from __future__ import annotations

from dataclasses import replace

from chengwen_library.model import Drafting, Measure
from chengwen_templates.checks.finding import Finding


def key(finding: Finding) -> str:
    """Return what a finding is known by as long as its words stay in their text, wherever that moves to.

    The rule, the text's part and unit, and the words meant; of a finding without a span its text does not matter.
    """
    place = finding.place
    where = place.wid or (str(place.index) if place.index else "")
    return "|".join((finding.rule.id, place.part.value, where, finding.text if finding.span else ""))


def with_ignored(draft: Measure, known_by: str) -> Measure:
    """Return the draft in which the finding is passed over from now on."""
    drafting = draft.drafting or Drafting(template="")
    if known_by in drafting.ignored:
        return draft
    return replace(draft, drafting=replace(drafting, ignored=(*drafting.ignored, known_by)))


def without_ignored(draft: Measure, known_by: str) -> Measure:
    """Return the draft in which the finding counts again."""
    drafting = draft.drafting
    if drafting is None:
        return draft
    return replace(draft, drafting=replace(drafting, ignored=tuple(one for one in drafting.ignored if one != known_by)))


def ignored(draft: Measure) -> frozenset[str]:
    """Return what the findings passed over are known by."""
    return frozenset(draft.drafting.ignored if draft.drafting else ())
