"""How an export came out: each requirement with what was measured for it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from chengwen_templates.measuring.deviations import Deviation
from chengwen_templates.measuring.measurement import Measurement
from chengwen_templates.measuring.requirements import Requirement


class Verdict(StrEnum):
    """How a requirement came out."""

    MET = "符合"
    PROFILE = "按版式"
    PRACTICE = "与惯例不同"
    SUBSTITUTED = "字体替代"
    UNMEASURED = "未测量"
    MISSED = "不符合"


@dataclass(frozen=True, slots=True)
class Row:
    """One requirement: `required` in words, `got` in words, and `why` if it is not simply met.

    `measurement` is the one furthest from what is required; `count` how many there are.
    """

    requirement: Requirement
    verdict: Verdict
    required: str
    got: str
    why: str
    measurement: Measurement | None
    count: int

    @property
    def ok(self) -> bool | None:
        """Whether nothing is wrong; None if it was not measured."""
        return None if self.verdict is Verdict.UNMEASURED else self.verdict is not Verdict.MISSED


@dataclass(frozen=True, slots=True)
class NamedFont:
    """A font that a file names: of which kind the standard calls it, and what stands in for it here.

    `kind` is empty for a font of no kind of the standard; `installed` is None if nobody
    said which fonts there are; `substitute` is None if it is installed or none is known.
    """

    name: str
    kind: str
    installed: bool | None
    substitute: str | None


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export measures, from the produced file itself or its pages."""

    profile: str
    pages: int | None
    rows: tuple[Row, ...]
    fonts: tuple[NamedFont, ...]
    deviations: tuple[Deviation, ...]

    @property
    def conforms(self) -> bool:
        """Tell whether nothing that was measured is wrong."""
        return all(row.verdict is not Verdict.MISSED for row in self.rows)

    def count(self, verdict: Verdict) -> int:
        """Return how many requirements came out like this."""
        return sum(row.verdict is verdict for row in self.rows)
