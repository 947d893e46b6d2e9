"""本单位: what an office knows that no standard says: its organs, its limits, its words, the rules it does without."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Organ:
    """An organ of the 机关名录: full name, short names, and the full name of its successor, if it was renamed."""

    name: str
    short_names: tuple[str, ...] = ()
    successor: str | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """What the place's rules on normative documents allow: years of validity, also of trial measures; characters.

    None where the office has not said.
    """

    most_years: int | None = None
    most_trial_years: int | None = None
    most_characters: int = 5000
    most_characters_of_special_work: int = 4000


@dataclass(frozen=True, slots=True)
class Office:
    """The office's own data; an empty one knows nothing and forbids nothing.

    `terms` are words by what they should be; `switched_off` are ids of rules.
    """

    region: str | None = None
    organs: tuple[Organ, ...] = ()
    limits: Limits = Limits()
    terms: tuple[tuple[str, str], ...] = ()
    switched_off: frozenset[str] = frozenset()
