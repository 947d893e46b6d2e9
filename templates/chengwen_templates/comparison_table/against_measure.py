"""Measure against measure: clauses that regulate the same side by side, moved, split, joined, on one side only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from chengwen_index.comparing.alignment import Alignment, Match, Shape, align
from chengwen_index.comparing.diff import Diff, diff
from chengwen_index.comparing.similarity import Relation
from chengwen_library.clauses import clauses
from chengwen_library.model import Clause, Measure
from chengwen_templates.comparison_table.content import Cell, Paragraph, Role, Row, Run, Table, TableDocument, plain
from chengwen_templates.comparison_table.explaining import remarks
from chengwen_templates.comparison_table.introduction import legend
from chengwen_templates.comparison_table.marking import base_runs, is_marked, new_runs, paragraphs
from chengwen_templates.comparison_table.naming import bare_place_of, name_of, place_of
from chengwen_templates.comparison_table.phrases import day, heads, phrase
from chengwen_templates.comparison_table.remarking import figures_line, remark_lines
from chengwen_templates.comparison_table.sentences import heading_sentence

WIDTHS_MM = (96.0, 96.0, 69.0)


def measure_document(base: Measure, new: Measure, today: date) -> TableDocument:
    """Return the table of two measures: `new` on the left in its own order, `base` on the right."""
    names = {"new": name_of(new), "base": name_of(base)}
    title = phrase("titles", "measure", **names)
    alignment = align(base, new)
    matched = phrase("intro", "matched", **_counts(alignment))
    return TableDocument(
        title,
        today.isoformat(),
        (
            plain(Role.TITLE, title),
            plain(Role.NOTE, phrase("intro", "measure", **names, day=day(today))),
            plain(Role.NOTE, matched),
            *legend(),
            Table(WIDTHS_MM, heads("measure", **names), tuple(_rows(alignment))),
        ),
    )


def _counts(alignment: Alignment) -> dict[str, int]:
    shapes = [match.shape for match in alignment.matches]
    return {
        "matched": len(alignment.matches),
        "moved": sum(match.moved for match in alignment.matches),
        "split": shapes.count(Shape.SPLIT),
        "joined": shapes.count(Shape.JOINED),
        "new_only": len(alignment.new_only),
        "base_only": len(alignment.base_only),
    }


def _rows(alignment: Alignment) -> Iterator[Row]:
    """Yield the rows in the order of the new measure, then what only the base has."""
    answered = {match.new[0].eid: match for match in alignment.matches}
    alone = {clause.eid: clause for clause in alignment.new_only}
    for eid in _order(alignment):
        yield _matched_row(answered[eid]) if eid in answered else _added_row(alone[eid])
    if alignment.base_only:
        yield Row(((plain(Role.GROUP, phrase("aligned", "removed_group")),),))
    yield from map(_removed_row, alignment.base_only)


def _order(alignment: Alignment) -> list[str]:
    """Return the eIds of the first clauses of all groups in the order of the new measure's text."""
    firsts = {match.new[0].eid for match in alignment.matches} | {clause.eid for clause in alignment.new_only}
    measure = next((clause.measure for match in alignment.matches for clause in match.new), None)
    measure = measure or next((clause.measure for clause in alignment.new_only), None)
    return [clause.eid for clause in clauses(measure) if clause.eid in firsts] if measure else []


def _added_row(clause: Clause) -> Row:
    verdict = plain(Role.VERDICT, phrase("aligned", "added"))
    return Row((_plain_side([clause]), (plain(Role.TEXT, phrase("aligned", "nothing")),), (verdict,)))


def _removed_row(clause: Clause) -> Row:
    verdict = plain(Role.VERDICT, phrase("aligned", "removed"))
    return Row(((plain(Role.TEXT, phrase("aligned", "nothing")),), _plain_side([clause]), (verdict,)))


def _matched_row(match: Match) -> Row:
    difference = diff(_text(match.base), _text(match.new))
    if not is_marked(match.relation, difference):
        return Row((_plain_side(match.new), _plain_side(match.base), _remarks(match, None)))
    left = _side(match.new, new_runs(difference))
    return Row((left, _side(match.base, base_runs(difference)), _remarks(match, difference)))


def _remarks(match: Match, difference: Diff | None) -> Cell:
    verdict, arrangement = plain(Role.VERDICT, _verdict(match)), map(_remark, _arrangement(match))
    return (verdict, *arrangement, *(_differences(match, difference) if difference else _figures(match)))


def _figures(match: Match) -> Cell:
    """Return what is told of clauses that are not marked word by word."""
    unmarked = (_remark(phrase("library", "unmarked")),) if match.relation else ()
    here = figures_line("aligned", "figures_here", _text(match.new))
    return (*unmarked, *here, *figures_line("aligned", "figures_there", _text(match.base)))


def _verdict(match: Match) -> str:
    if match.relation is None:
        return phrase("aligned", "unrelated")
    relation = phrase("relations", match.relation)
    if match.relation is Relation.VERBATIM:
        return relation
    return phrase("relations", "alike", relation=relation, share=int(match.similarity * 100))


def _arrangement(match: Match) -> Iterator[str]:
    if match.shape is Shape.SPLIT:
        yield phrase("aligned", "split", count=len(match.new))
    if match.shape is Shape.JOINED:
        yield phrase("aligned", "joined", count=len(match.base))
    if match.moved:
        yield phrase("aligned", "moved", places=_places(match.base))


def _differences(match: Match, difference: Diff) -> Cell:
    regions = match.base[0].measure.region, match.new[0].measure.region
    headings = match.base[0].heading, match.new[0].heading
    heading = heading_sentence(*headings) if match.shape is Shape.ONE else None
    return (*remark_lines(remarks(difference, *regions)), *([_remark(heading)] if heading else []))


def _places(side: Sequence[Clause]) -> str:
    return "、".join(bare_place_of(clause.kind, clause.path) for clause in side)


def _remark(text: str) -> Paragraph:
    return plain(Role.REMARK, text)


def _text(side: Sequence[Clause]) -> str:
    return "\n".join(clause.text for clause in side)


def _plain_side(side: Sequence[Clause]) -> Cell:
    return _side(side, [Run(_text(side))])


def _side(side: Sequence[Clause], runs: Sequence[Run]) -> Cell:
    """Return a cell of several clauses whose texts, a line feed between them, are `runs`."""
    lines = list(paragraphs(runs))
    cell: list[Paragraph] = []
    for clause in side:
        place = place_of(clause.kind, clause.path)
        if head := f"{place}{clause.heading or ''}":
            cell.append(plain(Role.HEADING, head))
        count = len([line for line in clause.text.split("\n") if line])
        cell += lines[:count]
        lines = lines[count:]
    return tuple(cell)
