"""Notes of responsibility as the rules look at them: where they stand, and the roles in them as they are written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from chengwen_library.facts.responsibility import CONTACT_ROLE, note_spans, responsibilities
from chengwen_library.model import Responsibility, Span
from chengwen_templates.checks.passages import RUNNING, Passage
from chengwen_templates.checks.subject import Subject


@dataclass(frozen=True, slots=True)
class Role:
    """A role of a note with its organs, each with its span in the passage, in the order of the note.

    `label` is the span of its words where it is written with a colon.
    """

    passage: Passage
    responsibility: Responsibility
    label: Span | None
    organs: tuple[tuple[str, Span], ...]

    @property
    def name(self) -> str:
        """What the role is called."""
        return self.responsibility.role


Note = tuple[Role, ...]
"""The roles of one note in the order in which they are written."""


def notes(subject: Subject) -> Iterator[Note]:
    """Yield the notes of the measure's running text; whom to ask by telephone is none."""
    for passage in subject.passages:
        if passage.place.part in RUNNING and passage.unit is not None:
            yield from (tuple(Role(passage, *role) for role in note) for note in _read(passage.text)[0])


def is_noted(text: str) -> bool:
    """Tell whether a text names who is responsible, or whom to ask."""
    return _read(text)[1]


_Read = tuple[Responsibility, Span | None, tuple[tuple[str, Span], ...]]
"""A role as it is read from a text: what it says, its label, its organs with their spans."""


@lru_cache(maxsize=8192)
def _read(text: str) -> tuple[tuple[tuple[_Read, ...], ...], bool]:
    """Return the notes of a text, and whether it has any or says whom to ask.

    Kept, for most texts are checked again unchanged.
    """
    every = responsibilities(text)
    duties = [one for one in every if one.role != CONTACT_ROLE]
    spans = note_spans(text) if duties else []
    found = (tuple(one for one in duties if start <= one.span[0] < end) for start, end in spans)
    notes = tuple(tuple((one, _label(text, one), _organs(text, one)) for one in within) for within in found if within)
    return notes, bool(spans if duties else every)


def _label(text: str, one: Responsibility) -> Span | None:
    """Return where the role's own words stand before its organs; None where a verb or nothing says it."""
    before = text[: one.span[0]].rstrip("：: ")
    return (len(before) - len(one.role), len(before)) if before.endswith(one.role) else None


def _organs(text: str, one: Responsibility) -> tuple[tuple[str, Span], ...]:
    found: list[tuple[str, Span]] = []
    at, end = one.span
    for organ in one.organs:
        start = text.find(organ, at, end)
        if start >= 0:
            at = start + len(organ)
            found.append((organ, (start, at)))
    return tuple(found)
