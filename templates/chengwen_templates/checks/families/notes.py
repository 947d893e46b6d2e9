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
    """A role of a note with its organs; `label` is the span of its words where it is written with a colon."""

    passage: Passage
    responsibility: Responsibility
    label: Span | None

    @property
    def name(self) -> str:
        """What the role is called."""
        return self.responsibility.role

    @property
    def organs(self) -> Iterator[tuple[str, Span]]:
        """The organs in the order of the note, each with its span in the passage."""
        at, end = self.responsibility.span
        for organ in self.responsibility.organs:
            found = self.passage.text.find(organ, at, end)
            if found >= 0:
                at = found + len(organ)
                yield organ, (found, at)


Note = tuple[Role, ...]
"""The roles of one note in the order in which they are written."""


def notes(subject: Subject) -> Iterator[Note]:
    """Yield the notes of the measure's running text; whom to ask by telephone is none."""
    for passage in subject.passages:
        if passage.place.part in RUNNING and passage.unit is not None:
            yield from notes_of(passage)


def notes_of(passage: Passage) -> Iterator[Note]:
    """Yield the notes of one passage."""
    found, spans = _read(passage.text)
    for start, end in spans:
        within = [one for one in found if start <= one.span[0] < end]
        if within:
            yield tuple(Role(passage, one, _label(passage.text, one)) for one in within)


def is_noted(text: str) -> bool:
    """Tell whether a text names who is responsible, or whom to ask."""
    return bool(_read(text)[1])


@lru_cache(maxsize=4096)
def _read(text: str) -> tuple[tuple[Responsibility, ...], tuple[Span, ...]]:
    """Return the roles and the spans of the notes of a text; kept, for most texts are checked again unchanged."""
    every = responsibilities(text)
    duties = tuple(one for one in every if one.role != CONTACT_ROLE)
    return duties, tuple(note_spans(text)) if duties else tuple(one.span for one in every)


def _label(text: str, one: Responsibility) -> Span | None:
    """Return where the role's own words stand before its organs; None where a verb or nothing says it."""
    before = text[: one.span[0]].rstrip("：: ")
    return (len(before) - len(one.role), len(before)) if before.endswith(one.role) else None
