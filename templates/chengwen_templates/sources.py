"""来源说明: where each clause of a draft came from, how much of it was changed, and what became of its source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from chengwen_index.comparing.similarity import Relation, relation, similarity
from chengwen_library.clauses import clauses
from chengwen_library.folding import fold
from chengwen_library.model import Form, Measure, Provenance, Status, Unit
from chengwen_library.numbering import parse_mark
from chengwen_library.places import body, places
from chengwen_library.regions import find_region

NEARLY_VERBATIM = 0.90
"""Similarity from which on a clause counts as copied; a place name or a year may differ."""

WHOLESALE = 0.60
"""Share of a draft's words, copied from one document of a superior, from which on a person is warned."""


class SourceState(StrEnum):
    """What became of a clause's source since it was taken; the value is what people are told."""

    UNCHANGED = "没有变动"
    CHANGED = "原文已改动"
    RETIRED = "原文件已废止"
    REPLACED = "原文件已被代替"
    EXPIRED = "原文件有效期已过"
    ABSENT = "条款库里已没有原文件"


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A clause of a draft and one source of it; the drafter's own words have no provenance.

    `similarity` is the one measure of the house (decisions 12) against the source as it was taken,
    numbers of items left out; `relation` is None where the words have become other ones.
    """

    wid: str | None
    eid: str
    path: tuple[str, ...]
    heading: str | None
    provenance: Provenance | None = None
    similarity: float = 0.0
    relation: Relation | None = None
    state: SourceState = SourceState.UNCHANGED

    @property
    def changed(self) -> float:
        """The share of change, 0 to 1: 0 only for words taken as they are."""
        return 1.0 - self.similarity

    @property
    def warns(self) -> bool:
        """Tell whether the source's state needs a person to look."""
        return self.provenance is not None and self.state is not SourceState.UNCHANGED


@dataclass(frozen=True, slots=True)
class Wholesale:
    """A draft that mostly copies one document of a superior: which, and what share of the draft's words."""

    measure: str
    title: str
    share: float

    @property
    def message(self) -> str:
        """What a person is told."""
        return (
            f"文稿约有 {int(self.share * 100)}% 的文字照录自上位文件《{self.title}》。"
            "国办发〔2018〕37号要求不得照抄照搬上位文件，核对哪些条款要结合本地实际改写。"
        )


def source_table(draft: Measure, library: Sequence[Measure], today: date) -> tuple[SourceRow, ...]:
    """Return a row for each numbered clause and each of its sources, in the order of the text.

    Units that were taken into a clause, or hold clauses, and have sources of their own have rows too.
    """
    held = {measure.id: measure for measure in library}
    return tuple(_rows(draft, held, today))


def changed_share(unit: Unit, source: Provenance) -> float:
    """Return how much of a unit's body differs from the source as it was taken, 0 to 1."""
    return 1.0 - _similarity(unit, source)


def copied_wholesale(draft: Measure) -> Wholesale | None:
    """Return which document of a superior region, or of the state, most of the draft is copied from, or None."""
    copied: defaultdict[str, int] = defaultdict(int)
    sources: dict[str, Provenance] = {}
    for unit in draft.walk():
        for source in unit.provenance:
            sources[source.measure] = source
            if _similarity(unit, source) >= NEARLY_VERBATIM:
                copied[source.measure] += len(body(unit))
    whole = sum(len(body(unit)) for unit in draft.units)
    for identity, characters in copied.items():
        source, share = sources[identity], min(characters / whole, 1.0)
        if share >= WHOLESALE and _is_superior(source, draft):
            return Wholesale(identity, source.title or source.doc_number or identity, share)
    return None


def _rows(draft: Measure, held: dict[str, Measure], today: date) -> Iterator[SourceRow]:
    numbered = {clause.eid for clause in clauses(draft) if clause.unit is not None}
    above: dict[str, bool] = {}
    for place in places(draft):
        parent = place.eid.rpartition("__")[0]
        above[place.eid] = bool(place.unit.provenance) or above.get(parent, False)
        row = (place.unit.wid, place.eid, place.path, place.unit.heading)
        for source in place.unit.provenance:
            value = _similarity(place.unit, source)
            state = _state(source, held, today)
            yield SourceRow(*row, source, value, relation(value), state)
        if place.eid in numbered and not above[place.eid] and not _holds_sources(place.unit):
            yield SourceRow(*row)


def _holds_sources(unit: Unit) -> bool:
    return any(below.provenance for child in unit.children for below in child.walk())


def _similarity(unit: Unit, source: Provenance) -> float:
    return similarity(_bare(body(unit)), _bare(source.original))


def _bare(text: str) -> str:
    """Return a text without the marks at the heads of its lines, which change when a clause finds its new place."""
    return "\n".join(_without_mark(line) for line in text.splitlines())


def _without_mark(line: str) -> str:
    mark = parse_mark(line)
    return line[mark.length :] if mark is not None and mark.form is not Form.ARTICLE else line


def _state(source: Provenance, held: dict[str, Measure], today: date) -> SourceState:
    measure = held.get(source.measure)
    if measure is None:
        return SourceState.ABSENT
    if measure.status is Status.REPEALED:
        return SourceState.RETIRED
    if any(_names(other, measure) for other in held.values()):
        return SourceState.REPLACED
    if measure.effective.until and measure.effective.until < today.isoformat():
        return SourceState.EXPIRED
    return SourceState.UNCHANGED if _stands(source, measure) else SourceState.CHANGED


def _names(other: Measure, measure: Measure) -> bool:
    """Tell whether another measure says that it repeals or replaces this one."""
    keys = {fold(name) for name in (measure.id, measure.title, measure.doc_number) if name}
    return any(fold(name.strip("《》")) in keys for name in (*other.repeals, *other.replaces))


def _stands(source: Provenance, measure: Measure) -> bool:
    """Tell whether the words that were taken still stand in the measure, at their place or elsewhere."""
    original = fold(source.original)
    return any(fold(clause.text) == original for clause in clauses(measure))


def _is_superior(source: Provenance, draft: Measure) -> bool:
    """Tell whether a source is of the state or of a region that the draft's lies in."""
    number, title = source.doc_number or "", source.title or ""
    if source.region is None:
        return number.startswith(("国", "中")) or title.startswith(("国务院", "国家", "中共中央"))
    found = find_region(source.region)
    own = draft.region_code or (find_region(draft.region or "") or ("", ""))[1]
    return found is not None and len(found[1]) < len(own) and own.startswith(found[1])
