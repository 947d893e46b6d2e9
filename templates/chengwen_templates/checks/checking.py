"""Checking a measure: every family of rules looks at it, and what they find is put in the order of the text."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from importlib import import_module

from chengwen_templates.checks.finding import Finding
from chengwen_templates.checks.subject import Subject

Check = Callable[[Subject], Iterable[Finding]]
"""A family's check; it yields findings of its own rules alone, in any order."""

FAMILIES: tuple[str, ...] = (
    "responsible",
    "targets",
    "validity",
    "basis",
    "numbering",
    "references",
    "docnumber",
    "dates",
    "title",
    "marks",
    "words",
    "numbers",
    "places",
    "notice",
    "attachment",
    "length",
    "burden",
    "fair",
    "review",
    "wording",
)
"""The modules of `checks.families`, each with a function `check`."""


def check(subject: Subject, switched_off: Collection[str] = ()) -> tuple[Finding, ...]:
    """Return the findings of all rules that are not switched off (by the subject's office, or by id here)."""
    off = {*switched_off, *subject.office.switched_off}
    order = {passage.place: number for number, passage in enumerate(subject.passages)}
    found = (one for family in _families() for one in family(subject) if one.rule.id not in off)
    return tuple(sorted(found, key=lambda one: (order.get(one.place, len(order)), one.span or (0, 0), one.rule.id)))


def _families() -> Iterator[Check]:
    for name in FAMILIES:
        yield import_module(f"chengwen_templates.checks.families.{name}").check
