"""What reading a file yields: a measure, what was left out and why, what was unsure."""

from __future__ import annotations

from dataclasses import dataclass, field

from chengwen_library.model import Measure, Span
from chengwen_library.reading.corrections import Spot


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
    spots: dict[Spot, str] = field(default_factory=dict[Spot, str])
    """The unit (by wid) that the words at each place of the source went into."""

    @property
    def origins(self) -> dict[int, str]:
        """Return for each line of the source the unit (by wid) that its first words went into."""
        return {line: wid for (line, _), wid in sorted(self.spots.items(), reverse=True)}
