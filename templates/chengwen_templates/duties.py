"""责任分工 of a clause, read from its note and written back: what is not changed keeps the text's own words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chengwen_library.facts.responsibility import CONTACT_ROLE, note_spans, responsibilities
from chengwen_library.model import Measure, Responsibility, Unit
from chengwen_templates.checks.passages import Part, Place, with_text
from chengwen_templates.references.bind import unit_texts
from chengwen_templates.structure import find_by_wid

LEAD_ROLE, DUTY_ROLE = "牵头单位", "责任单位"
"""What the organs are called in a draft without any note of them."""

_LEAD = re.compile(r"牵头|主办|主责|^第一责任")
_SUPPORT = re.compile(r"配合|协|参与|参加")
_CLOSED = re.compile(r"（.*）", re.DOTALL)
_NAMED = re.compile(r"（?[^：:]{2,12}[：:].*", re.DOTALL)
_JOINTS = "；;，,。 \n"


@dataclass(frozen=True, slots=True)
class Duty:
    """A role of a note (牵头单位) and its organs, in the order in which they are written."""

    role: str
    organs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Noted:
    """The note of a clause: where it stands, its words from `start` on, and what it says; "" where there is none yet.

    Without one, `place` and `start` are where it would be put.
    """

    place: Place
    start: int
    words: str = ""
    duties: tuple[Duty, ...] = ()


def is_lead(role: str) -> bool:
    """Tell whether organs of this role are those that lead."""
    return bool(_LEAD.search(role))


def usual_role(draft: Measure) -> str:
    """Return what those who are responsible are mostly called in a draft, whatever they do."""
    roles = _roles(draft)
    return max(roles, key=lambda role: roles[role], default=DUTY_ROLE)


def usual_roles(draft: Measure) -> tuple[str, str]:
    """Return what those who lead and those who are responsible are mostly called in a draft."""
    roles = _roles(draft)
    leads = [role for role in roles if is_lead(role)]
    duties = [role for role in roles if not is_lead(role) and not _SUPPORT.search(role)]
    lead = max(leads, key=lambda role: roles[role], default=LEAD_ROLE)
    return lead, max(duties, key=lambda role: roles[role], default=DUTY_ROLE)


def organs_named(draft: Measure) -> tuple[str, ...]:
    """Return the organs that the notes of a draft name, the most frequent first."""
    named = Counter(organ for one in _duties(draft) for organ in one.organs)
    return tuple(organ for organ, _ in named.most_common())


def noted(draft: Measure, wid: str) -> Noted | None:
    """Return the note of the clause `wid`, the last of several, or where one would be put; None if it is gone."""
    unit = find_by_wid(draft, wid)
    if unit is None:
        return None
    found = [one for below in unit.walk() for one in _notes(below)]
    if found:
        return found[-1]
    last = _last(unit)
    return Noted(Place(Part.TEXT, last.wid), len(last.text))


def with_duties(draft: Measure, wid: str, duties: Sequence[Duty]) -> Measure:
    """Return the draft with this 责任分工 of the clause `wid`; with no organ at all its note is taken out."""
    note = noted(draft, wid)
    if note is None:
        return draft
    text = _text(draft, note.place)
    end = note.start + len(note.words)
    return with_text(draft, note.place, text[: note.start] + note_words(note, duties) + text[end:])


def with_note(draft: Measure, wid: str, answer: str) -> Measure:
    """Put a note behind the last text of a unit; an answer that names a role itself is taken as it is."""
    unit = find_by_wid(draft, wid)
    if unit is None or not answer:
        return draft
    last = _last(unit)
    note = bracketed(answer if _NAMED.fullmatch(answer) else f"{usual_role(draft)}：{answer}")
    return with_text(draft, Place(Part.TEXT, last.wid), last.text + note)


def note_words(note: Noted, duties: Sequence[Duty]) -> str:
    """Return the note as it reads with other duties; "" where nobody is named any more.

    Roles that stay keep their place and their own words, in a note of verbs too; where roles come or
    go, the note is written with labels, and what else stands in it (完成时限：…) behind them.
    """
    wanted = [one for one in duties if one.organs]
    if not wanted:
        return ""
    read = _read(note.words)
    if [one.role for one in wanted] == [one.role for one in read]:
        return _in_place(note.words, read, wanted)
    parts = [f"{one.role}：{'、'.join(one.organs)}" for one in wanted]
    words = "；".join([*parts, *_besides(note.words, read)])
    return f"{words}。" if note.words and note.words[0] not in "（(〔［[【" else bracketed(words)


def bracketed(words: str) -> str:
    """Return words in brackets, those that have them already as they are."""
    return words if not words or _CLOSED.fullmatch(words) else f"（{words}）"


def _in_place(words: str, read: Sequence[Responsibility], wanted: Sequence[Duty]) -> str:
    for one, duty in reversed([*zip(read, wanted, strict=True)]):
        if one.organs != duty.organs:
            start, end = one.span
            words = words[:start] + "、".join(duty.organs) + words[end:]
    return words


def _besides(words: str, read: Sequence[Responsibility]) -> Iterator[str]:
    """Yield what a note says with a label besides who is responsible."""
    for one in reversed(read):
        before = words[: one.span[0]].rstrip("：: ")
        start = len(before) - len(one.role) if before.endswith(one.role) else one.span[0]
        words = words[:start] + "；" + words[one.span[1] :]
    inner = words.strip("（()）〔〕［］[]【】")
    yield from (part.strip(_JOINTS) for part in re.split("[；;]", inner) if re.search("[：:]", part))


def _notes(unit: Unit) -> Iterator[Noted]:
    for place, text in unit_texts(unit):
        if place.part is not Part.HEADING:
            yield from (_noted(place, text, start, end) for start, end in note_spans(text) if _read(text[start:end]))


def _noted(place: Place, text: str, start: int, end: int) -> Noted:
    words = text[start:end]
    return Noted(place, start, words, tuple(Duty(one.role, one.organs) for one in _read(words)))


def _read(words: str) -> list[Responsibility]:
    return [one for one in responsibilities(words) if one.role != CONTACT_ROLE]


def _roles(draft: Measure) -> Counter[str]:
    return Counter(one.role for one in _duties(draft))


def _duties(draft: Measure) -> Iterator[Responsibility]:
    texts = (text for unit in draft.walk() for text in (unit.text, unit.wrap_up) if text)
    return (one for text in texts for one in _read(text))


def _last(unit: Unit) -> Unit:
    """Return the unit with the last text of a unit."""
    return [one for one in unit.walk() if not one.children][-1]


def _text(draft: Measure, place: Place) -> str:
    unit = find_by_wid(draft, place.wid)
    return next((text for one, text in unit_texts(unit) if one == place), "") if unit else ""
