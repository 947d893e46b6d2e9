"""What reading a file yields: a measure, what was left out and why, what was unsure."""

from __future__ import annotations

from dataclasses import dataclass, field

from chengwen_library.model import Measure, Span


@dataclass(frozen=True, slots=True)
class Dropped:
    """Words of the source that are not in the measure; `span` is None for a whole line (numbered from 1)."""

    line: int
    span: Span | None
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class ReadingWarning:
    """A place where the reader was unsure; `message` says what it did and what to look at."""

    code: str
    line: int | None
    message: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A measure as it was read from `source`, with everything a person should know of the reading."""

    source: str
    measure: Measure
    dropped: tuple[Dropped, ...] = ()
    warnings: tuple[ReadingWarning, ...] = ()
    origins: dict[int, str] = field(default_factory=dict[int, str])
    """The unit (by wid) that each line of the source went into."""
