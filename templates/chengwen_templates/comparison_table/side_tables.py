"""The last parts of a draft's table: topics it leaves out, figures side by side, the precedents' titles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chengwen_index.comparing.coverage import Figure, FigureRow, Uncovered, coverage, figures, uncovered
from chengwen_index.comparing.token_patterns import TokenKind
from chengwen_library.model import Clause, Measure
from chengwen_templates.comparison_table.content import Cell, Mark, Paragraph, Role, Row, Run, Table, plain
from chengwen_templates.comparison_table.naming import bare_place_of, clause_name, name_of, region_of
from chengwen_templates.comparison_table.phrases import day, heads, phrase, words

UNCOVERED_MM = (42.0, 24.0, 195.0)
FIGURES_MM = (42.0, 84.0, 135.0)
CITED_MM = (42.0, 127.0, 52.0, 40.0)
SHOWN = 12
"""Clauses or phrases in a cell; more are counted."""


def uncovered_part(
    draft: Measure, precedents: Sequence[Measure], *, selected: bool = False
) -> Iterator[Paragraph | Table]:
    """Yield the part on topics that precedents regulate and the draft does not."""
    missing = uncovered(draft, precedents)
    yield plain(Role.SECTION, phrase("sections", "uncovered"))
    yield plain(Role.NOTE, phrase("intro", "uncovered" if missing else "no_uncovered"))
    if selected:
        yield plain(Role.NOTE, phrase("intro", "selected", measures=len(precedents)))
    if missing:
        yield Table(UNCOVERED_MM, heads("uncovered"), tuple(map(_uncovered_row, missing)))


def figures_part(draft: Measure, precedents: Sequence[Measure]) -> Iterator[Paragraph | Table]:
    """Yield the part that sets sums, shares, numbers and periods side by side."""
    measures = [draft, *precedents]
    regulated = {row.topic for row in coverage(measures).rows if row.cells[0]}
    rows = [
        _figure_row(row, regulated) for row in figures(measures) if row.topic not in words("topics_without_figures")
    ]
    table = tuple(row for row in rows if row is not None)
    yield plain(Role.SECTION, phrase("sections", "figures"))
    yield plain(Role.NOTE, phrase("intro", "figures" if table else "no_figures"))
    if table:
        yield Table(FIGURES_MM, heads("figures"), table)


def cited_table(precedents: Sequence[Measure]) -> Table:
    """Return the precedents with title, 文号 and date."""
    return Table(CITED_MM, heads("cited"), tuple(map(_cited_row, precedents)))


def _cited_row(measure: Measure) -> Row:
    issued = day(measure.issue_date) if measure.issue_date else phrase("places", "no_date")
    number = measure.doc_number or phrase("places", "no_number")
    texts = (region_of(measure.region), name_of(measure), number, issued)
    return Row(tuple((plain(Role.TEXT, text),) for text in texts))


def _uncovered_row(item: Uncovered) -> Row:
    count = phrase("side", "measures", count=len(item.measures))
    lines = [_clauses_line(measure, item.clauses) for measure in item.measures[:SHOWN]]
    return Row(((plain(Role.HEADING, item.topic),), (plain(Role.TEXT, count),), _limited(lines, len(item.measures))))


def _clauses_line(measure: Measure, regulating: Sequence[Clause]) -> Paragraph:
    own = [clause_name(clause) for clause in regulating if clause.measure is measure]
    name = phrase("side", "named", source=region_of(measure.region))
    return Paragraph(Role.TEXT, (Run(name, Mark.STRONG), Run(phrase("side", "between").join(own))))


def _limited(lines: Sequence[Paragraph], count: int) -> Cell:
    """Return the first lines of a cell; further ones are counted."""
    more = [plain(Role.TEXT, phrase("side", "more", count=count))] if count > SHOWN else []
    return (*lines[:SHOWN], *more)


def _figure_row(row: FigureRow, regulated: set[str]) -> Row | None:
    """Return the row of a topic; None if no figure in it is worth a place."""
    own = tuple(_phrases(row.cells[0], source=False))
    others = [line for cell in row.cells[1:] for line in _phrases(cell, source=True)]
    if not own and not others:
        return None
    missing = phrase("side", "unstated" if row.topic in regulated else "uncovered")
    right = _limited(others, len(others)) or (plain(Role.TEXT, phrase("side", "none")),)
    return Row(((plain(Role.HEADING, row.topic),), own or (plain(Role.TEXT, missing),), right))


def _phrases(cell: Sequence[Figure], *, source: bool) -> Iterator[Paragraph]:
    """Yield a paragraph for each clause: its place, and the phrases in which its figures stand, each once."""
    told: dict[Clause, dict[str, list[Figure]]] = {}
    for figure in cell:
        told.setdefault(figure.clause, {}).setdefault(figure.phrase, []).append(figure)
    for clause, phrases in told.items():
        worth = [(text, named) for text, named in phrases.items() if any(map(_counts, named))]
        if worth:
            region = f"{region_of(clause.measure.region)}　" if source else ""
            place = phrase("side", "named", source=region + bare_place_of(clause.kind, clause.path))
            yield Paragraph(Role.TEXT, (Run(place), *_joined(worth)))


def _joined(worth: Sequence[tuple[str, Sequence[Figure]]]) -> Iterator[Run]:
    for place, (text, named) in enumerate(worth):
        if place:
            yield Run(phrase("side", "between"))
        yield from _marked(text, named)
        if any(figure.money and figure.money.cap for figure in named):
            yield Run(phrase("side", "cap"))


def _counts(figure: Figure) -> bool:
    """Tell whether a figure says how much or how long; bare numbers (“965”领域) and dates do not."""
    return figure.kind is not TokenKind.DATE and not figure.text.isdigit()


def _marked(text: str, named: Sequence[Figure]) -> Iterator[Run]:
    for figure in filter(_counts, named):
        before, found, text = text.partition(figure.text)
        if not found:
            text = before
            continue
        yield from [Run(before)] if before else []
        yield Run(found, Mark.STRONG)
    yield from [Run(text)] if text else []
