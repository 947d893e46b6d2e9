"""Slots made blank, filled, and listed: a blank (【填写金额】) is what `text.placeholder` finds until it is filled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from chengwen_library.model import Measure, Unit
from chengwen_templates.checks.families import words as placeholders
from chengwen_templates.checks.passages import Place, passages, with_text
from chengwen_templates.checks.subject import Subject
from chengwen_templates.slots import Slot, SlotKind, label
from chengwen_templates.spots import Edit, edited

_BLANK = re.compile(r"【填写(.+?)】")


def with_blanks(unit: Unit, chosen: Iterable[Slot]) -> Unit:
    """Return the unit with the chosen slots blank."""
    return with_values(unit, {slot: slot.kind.blank for slot in chosen})


def with_values(unit: Unit, values: Mapping[Slot, str]) -> Unit:
    """Return the unit with other words in its slots; those whose words are not at their place stay as they are."""
    return edited(unit, (Edit(slot.place, slot.span, slot.words, value) for slot, value in values.items()))


def unfilled(draft: Measure) -> tuple[Slot, ...]:
    """Return all blanks of a draft, its template's too, in the order of the text: what `text.placeholder` finds."""
    texts = {passage.place: passage.text for passage in passages(draft)}
    subject = Subject(draft, draft.issue_date or date.min)
    found = [one for one in placeholders.check(subject) if one.rule.id == "text.placeholder" and one.span]
    order = list(texts)
    found.sort(key=lambda one: (order.index(one.place), one.span))
    return tuple(
        Slot(_kind(one.text), label(texts[one.place], one.span[0]), one.text, one.place, one.span)
        for one in found
        if one.span
    )


def filled(draft: Measure, slot: Slot, value: str) -> Measure:
    """Return the draft with a value in a blank; unchanged if the blank is not at its place any more."""
    wanted = slot.place
    text = next((one.text for one in passages(draft) if _same(one.place, wanted)), "")
    start, end = slot.span
    if text[start:end] != slot.words:
        return draft
    return with_text(draft, wanted, text[:start] + value + text[end:])


def _same(one: Place, other: Place) -> bool:
    return (one.part, one.wid, one.index) == (other.part, other.wid, other.index)


def _kind(words: str) -> SlotKind:
    blank = _BLANK.fullmatch(words)
    kinds = {kind.value: kind for kind in SlotKind}
    return kinds.get(blank.group(1), SlotKind.OTHER) if blank else SlotKind.OTHER
