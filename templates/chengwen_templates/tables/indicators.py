"""量化指标: the quantities that the text wants reached, each with its clause."""

from __future__ import annotations

import re
from dataclasses import dataclass

from chengwen_library.clauses import clauses
from chengwen_library.facts.quantities import targets
from chengwen_library.model import Clause, Measure, Target
from chengwen_templates.tables.phrases import phrase

_ISO = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


@dataclass(frozen=True, slots=True)
class Indicator:
    """A row of the 量化指标表: a clause and a target in it."""

    clause: Clause
    target: Target

    @property
    def name(self) -> str:
        """What is measured; the text's own words where it has no name."""
        return self.target.indicator or self.target.text

    @property
    def value(self) -> str:
        """What is to be reached, as people say it: 不少于300, 翻一番."""
        if self.target.value is None:
            return self.target.comparator
        return phrase("comparators", self.target.comparator, value=f"{self.target.value:.10g}")

    @property
    def by(self) -> str:
        """Until when: 2027年, 2027年6月, or the text's own words (3年内); "" where it does not say."""
        match = _ISO.fullmatch(self.target.by or "")
        if match is None:
            return self.target.by or ""
        return "".join(f"{int(part)}{unit}" for part, unit in zip(match.groups(), "年月日", strict=True) if part)


def indicators(measure: Measure) -> tuple[Indicator, ...]:
    """Return the targets in the order of the text."""
    return tuple(Indicator(clause, target) for clause in clauses(measure) for target in targets(clause.text))
