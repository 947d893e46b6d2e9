"""One look at a draft: what the rules find, as the table, the page, the outline and the scroll bar show it. No Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from time import perf_counter

from chengwen_desktop.checking import ignoring, words
from chengwen_desktop.checking.knowing import Known
from chengwen_desktop.draft.lines import Key, lines, span_in
from chengwen_desktop.draft.marks import GRAVEST_FIRST, FindingMark
from chengwen_desktop.draft.outline_parts import row_of_place
from chengwen_desktop.theme.marks import Severity
from chengwen_library.model import Measure
from chengwen_templates.checks.finding import Finding, FixKind
from chengwen_templates.checks.rules import rules


@dataclass(frozen=True, slots=True)
class Spot:
    """Characters of a paragraph of the page; `number` is the paragraph's, from 0."""

    key: Key
    start: int
    end: int
    number: int


@dataclass(frozen=True, slots=True)
class Row:
    """A finding as the table shows it; `spot` is None for what stands in no paragraph of the page.

    `known_by` tells it from others as long as its words stay; `is_ignored` that the person passed over it.
    """

    finding: Finding
    known_by: str
    severity: Severity
    place: str
    basis: str
    fix: str
    spot: Spot | None
    is_ignored: bool

    @property
    def asks(self) -> bool:
        """Whether the fix is for a person to answer."""
        return self.finding.fix is not None and self.finding.fix.kind is FixKind.ASK

    @property
    def mark(self) -> FindingMark:
        """The mark on the page."""
        place, span = self.finding.place, self.finding.span or (0, 0)
        return FindingMark(place.wid, place.part, *span, self.severity, self.finding.message, self.fix)


@dataclass(frozen=True)
class Looked:
    """What was found in a draft: the gravest first, then in the order of the text; those passed over last.

    What the window asks of it is reckoned in the thread that looks, since the window must not wait.
    """

    draft: Measure
    rows: tuple[Row, ...] = ()
    rules: int = 0
    seconds: float = 0.0

    @cached_property
    def counted(self) -> tuple[Row, ...]:
        """The rows that the person has not passed over."""
        return tuple(row for row in self.rows if not row.is_ignored)

    @cached_property
    def mechanical(self) -> tuple[Row, ...]:
        """The rows that can be mended without asking anyone."""
        from chengwen_templates.checks.fixing import is_mechanical

        return tuple(row for row in self.counted if is_mechanical(row.finding))

    @cached_property
    def counts(self) -> Counter[Severity]:
        """How many findings of each severity there are."""
        return Counter(row.severity for row in self.counted)

    @cached_property
    def marks(self) -> list[FindingMark]:
        """The marks on the page."""
        return [row.mark for row in self.counted]

    @cached_property
    def ticks(self) -> dict[int, Severity]:
        """The gravest severity in each paragraph, by the paragraph's number."""
        return {row.spot.number: row.severity for row in reversed(self.counted) if row.spot is not None}

    @cached_property
    def severities(self) -> dict[str, Severity]:
        """The gravest severity in each row of the outline: by the wid of its unit, or the part of the draft."""
        found: dict[str, Severity] = {}
        for row in reversed(self.counted):  # the gravest come last and stay
            key = row_of_place(row.finding.place)
            if key is not None:
                found[key] = row.severity
        return found


def look(draft: Measure, known: Known) -> Looked:
    """Check a draft."""
    from chengwen_templates.checks.checking import check
    from chengwen_templates.checks.subject import Subject

    begun = perf_counter()
    found = check(Subject(draft, known.today, known.office, known.library))
    seconds = perf_counter() - begun
    rows = sorted(_rows(draft, found), key=lambda row: (row.is_ignored, GRAVEST_FIRST.index(row.severity)))
    looked = Looked(draft, tuple(rows), len(rules()) - len(known.office.switched_off), seconds)
    for name in ("mechanical", "counts", "marks", "ticks", "severities"):
        getattr(looked, name)
    return looked


def mended(draft: Measure, known: Known) -> Measure:
    """Return the draft with all mechanical fixes applied, those passed over left alone."""
    from chengwen_templates.checks.fixing import apply_all, is_mechanical
    from chengwen_templates.checks.subject import Subject

    passed = ignoring.ignored(draft)
    subject = Subject(draft, known.today, known.office, known.library)
    return apply_all(subject, wanted=lambda finding: is_mechanical(finding) and ignoring.key(finding) not in passed)


def _rows(draft: Measure, findings: Iterable[Finding]) -> list[Row]:
    numbered, passed, spot = words.numbers(draft), ignoring.ignored(draft), _spots(draft)
    return [
        Row(
            finding,
            known_by := ignoring.key(finding),
            words.severity(finding.rule),
            words.place_words(finding.place, numbered),
            words.basis_words(finding.rule),
            words.fix_words(finding),
            spot(finding),
            known_by in passed,
        )
        for finding in findings
    ]


def _spots(draft: Measure) -> Callable[[Finding], Spot | None]:
    """Return what finds the paragraph of a finding."""
    by_unit: dict[str, list[int]] = {}
    every = lines(draft)
    for number, line in enumerate(every):
        by_unit.setdefault(line.key[1], []).append(number)

    def spot(finding: Finding) -> Spot | None:
        place, span = finding.place, finding.span or (0, 0)
        for number in by_unit.get(place.wid or "", ()):
            line = every[number]
            found = span_in(line, place.part, *span)
            if found is not None:
                return Spot(line.key, *found, number)
        return None

    return spot
