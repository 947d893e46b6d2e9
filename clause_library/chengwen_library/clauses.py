"""A measure cut into clauses, what people search, insert and compare (decisions 1).

A clause is the lowest unit that has a heading or its own responsibility note
(an article always is one), with everything below it. What remains of the units
above is their lead; preamble and closing are clauses too. Every character of a
measure's text belongs to exactly one clause.
"""

from __future__ import annotations

from collections.abc import Iterator

from chengwen_library.facts.responsibility import responsibilities
from chengwen_library.model import Clause, ClauseKind, Form, Measure, Unit
from chengwen_library.places import CLOSING, PREAMBLE, Place, body, siblings, whole


def clauses(measure: Measure) -> tuple[Clause, ...]:
    """Return the clauses of the measure in the order of the text."""
    return tuple(_clauses(measure))


def find_clause(measure: Measure, eid: str) -> Clause | None:
    """Return the clause at `eid`, or the one that the deeper unit at `eid` belongs to, or None."""
    above = [clause for clause in clauses(measure) if clause.eid == eid or eid.startswith(clause.eid + "__")]
    return max(above, key=lambda clause: len(clause.eid), default=None)


def _clauses(measure: Measure) -> Iterator[Clause]:
    if measure.preamble:
        yield Clause(measure, PREAMBLE, ClauseKind.PREAMBLE, (), None, measure.preamble, None)
    for place in siblings(measure.units):
        yield from _clauses_at(measure, place)
    if measure.closing:
        yield Clause(measure, CLOSING, ClauseKind.CLOSING, (), None, measure.closing, None)


def _clauses_at(measure: Measure, place: Place) -> Iterator[Clause]:
    unit = place.unit
    inner = [below for below in siblings(unit.children, place.eid, place.path) if _holds_head(below.unit)]
    if not inner:
        yield Clause(measure, place.eid, ClauseKind.NUMBERED, place.path, unit.heading, body(unit), unit)
        return
    yield Clause(measure, place.eid, ClauseKind.LEAD, place.path, unit.heading, _lead(unit), None)
    for below in inner:
        yield from _clauses_at(measure, below)


def _lead(unit: Unit) -> str:
    """Return the words of a unit that stand in none of the clauses below it."""
    plain = [whole(child) for child in unit.children if not _holds_head(child)]
    return "\n".join(filter(None, [unit.text, unit.intro or "", *plain, unit.wrap_up or ""]))


def _holds_head(unit: Unit) -> bool:
    return any(_is_head(below) for below in unit.walk())


def _is_head(unit: Unit) -> bool:
    if unit.heading is not None or unit.form is Form.ARTICLE:
        return True
    return unit.form is not Form.PARAGRAPH and bool(responsibilities(unit.text) or responsibilities(unit.wrap_up or ""))
