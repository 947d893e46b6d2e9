"""What is checked: a measure with its texts, the source it was read from, and what the office knows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from chengwen_library.model import Measure
from chengwen_library.reading.source import Segment
from chengwen_templates.checks.passages import Passage, passages
from chengwen_templates.checks.sentences import Sentence, sentences
from chengwen_templates.office import Office


@dataclass(frozen=True)
class Subject:
    """A measure that is checked on `today` in an `office`; `library` are the measures it may have been made from.

    `lines` are the lines of the file that it was read from, as they stand there; none for a draft.
    """

    measure: Measure
    today: date
    office: Office = field(default_factory=Office)
    library: Sequence[Measure] = ()
    lines: tuple[Segment, ...] = ()

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The texts of the measure with their places."""
        return passages(self.measure)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of its running text and headings."""
        return tuple(sentences(self.measure, self.passages))
