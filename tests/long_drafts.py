"""Drafts as long as a test wants, of the clauses that the measures that ship are made of."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice

from chengwen_library.akn.read import parse_measure
from chengwen_library.library import shipped_files
from chengwen_library.model import Form, Measure, Unit
from chengwen_templates.draft import renumbered
from chengwen_templates.sample import sample_draft
from recombined import measures

TODAY = date(2026, 3, 5)
CLAUSES_OF_A_PART = 10
NUMERALS = "一二三四五六七八九十"
REFERRING_EVERY = 8
"""Clauses of which one refers to another."""


def long_draft(clauses: int, library: Sequence[Measure]) -> Measure:
    """Return the sample draft with so many clauses, ten a part: headings, sentences, notes of duty, references."""
    units = [_own(unit, number) for number, unit in enumerate(islice(_written(clauses), clauses))]
    starts = range(0, clauses, CLAUSES_OF_A_PART)
    parts = tuple(_part(number, units[start : start + CLAUSES_OF_A_PART]) for number, start in enumerate(starts))
    return renumbered(replace(sample_draft(library, TODAY), units=parts))


def shipped() -> tuple[Measure, ...]:
    """Return the measures that ship."""
    return tuple(parse_measure(content, name) for name, content in shipped_files())


def _written(clauses: int) -> Iterator[Unit]:
    return (unit for measure in measures(2 * clauses) for unit in measure.walk() if unit.text and unit.heading)


def _own(unit: Unit, number: int) -> Unit:
    referring = "" if number % REFERRING_EVERY else f"申报条件按照本措施第（{NUMERALS[number % 10]}）项执行。"
    return replace(unit, wid=f"c{number}", form=Form.SECOND, text=unit.text + referring)


def _part(number: int, units: Sequence[Unit]) -> Unit:
    return Unit(f"p{number}", Form.FIRST, heading=f"{units[0].heading}等", children=tuple(units))
