"""A draft against the library: each clause beside its best precedent, then what the precedents have besides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from chengwen_index.comparing.comparison import Compared, Precedent
from chengwen_index.comparing.similarity import Relation
from chengwen_library.model import Clause, ClauseKind, Measure, Provenance
from chengwen_library.places import places
from chengwen_templates.comparison_table.content import (
    Cell,
    Mark,
    Paragraph,
    Role,
    Row,
    Run,
    Table,
    TableDocument,
    plain,
)
from chengwen_templates.comparison_table.explaining import remarks
from chengwen_templates.comparison_table.introduction import legend
from chengwen_templates.comparison_table.marking import base_runs, is_marked, new_runs, paragraphs
from chengwen_templates.comparison_table.naming import name_of, place_of, region_of, short_source_of, source_of
from chengwen_templates.comparison_table.phrases import day, heads, phrase
from chengwen_templates.comparison_table.remarking import figures_line, remark_lines
from chengwen_templates.comparison_table.sentences import heading_sentence
from chengwen_templates.comparison_table.side_tables import cited_table, figures_part, uncovered_part

WIDTHS_MM = (94.0, 94.0, 73.0)


def library_document(
    draft: Measure,
    compared: Sequence[Compared],
    precedents: Sequence[Measure],
    today: date,
    searched: int | None = None,
) -> TableDocument:
    """Return the table of a draft and its precedents.

    `compared` is what `chengwen_index.comparing.comparison.compare` yields. `precedents` are the
    measures whose topics and figures are set beside the draft's; `searched` is how many
    the draft was compared with, where those are more.
    """
    searched = searched or len(precedents)
    title = phrase("titles", "library", title=name_of(draft))
    blocks: list[Paragraph | Table] = [
        plain(Role.TITLE, title),
        *_introduction(compared, searched, today),
        plain(Role.SECTION, phrase("sections", "library")),
        Table(WIDTHS_MM, heads("library"), tuple(_rows(draft, compared))),
        *uncovered_part(draft, precedents, selected=searched > len(precedents)),
        *figures_part(draft, precedents),
    ]
    if precedents:
        blocks += [plain(Role.SECTION, phrase("sections", "cited")), cited_table(precedents)]
    return TableDocument(title, today.isoformat(), tuple(blocks))


def _introduction(compared: Sequence[Compared], searched: int, today: date) -> Iterator[Paragraph]:
    yield plain(Role.NOTE, phrase("intro", "library", clauses=len(compared), measures=searched, day=day(today)))
    found = Counter(one.relation or "none" for one in compared)
    counts = "，".join(
        phrase("relations", "count", relation=phrase("relations", relation), count=found[relation])
        for relation in (*Relation, "none")
    )
    yield plain(Role.NOTE, phrase("intro", "counts", counts=counts))
    yield from legend()


def _rows(draft: Measure, compared: Sequence[Compared]) -> Iterator[Row]:
    """Yield a row for each clause, and one for each heading of a part when its first clause comes."""
    headings = {place.path: place.unit.heading for place in places(draft) if place.unit.heading}
    said: set[tuple[str, ...]] = set()
    for one in compared:
        clause = one.clause
        own = len(clause.path) if clause.kind is ClauseKind.LEAD else len(clause.path) - 1
        for length in range(1, own + 1):
            path = clause.path[:length]
            if path in headings and path not in said:
                said.add(path)
                yield Row(((plain(Role.GROUP, f"{path[-1]}{headings[path]}"),),))
        yield _row(one)


def _row(one: Compared) -> Row:
    if not one.precedents:
        return Row((_unmarked(one.clause), (plain(Role.TEXT, phrase("library", "nothing")),), _without(one.clause)))
    best = one.precedents[0]
    if best.relation is Relation.VERBATIM:
        same = (plain(Role.SOURCE, source_of(best.hit)), plain(Role.TEXT, phrase("library", "same")))
        return Row((_unmarked(one.clause), same, _remarks(one)))
    if not is_marked(best.relation, best.diff):
        return Row((_unmarked(one.clause), _unmarked_precedent(best), _remarks(one)))
    left = (*_head(one.clause, new_runs(best.heading)), *paragraphs(new_runs(best.diff)))
    right = paragraphs(base_runs(best.diff))
    return Row((left, (*_precedent_head(best, base_runs(best.heading)), *right), _remarks(one)))


def _unmarked(clause: Clause) -> Cell:
    return (*_head(clause, (Run(clause.heading or ""),)), *paragraphs([Run(clause.text)]))


def _unmarked_precedent(best: Precedent) -> Cell:
    return (*_precedent_head(best, (Run(best.hit.heading or ""),)), *paragraphs([Run(best.hit.text)]))


def _head(clause: Clause, heading: tuple[Run, ...]) -> Cell:
    """Return the line above a clause of the draft: its last mark, or what part of the measure it is, and heading."""
    part = clause.kind is not ClauseKind.NUMBERED
    place = place_of(clause.kind, clause.path[-1:]) if part else "".join(clause.path[-1:])
    heading = () if clause.kind is ClauseKind.LEAD else heading
    return (Paragraph(Role.HEADING, (Run(place), *heading)),) if place or heading else ()


def _precedent_head(best: Precedent, heading: tuple[Run, ...]) -> Cell:
    source = plain(Role.SOURCE, source_of(best.hit))
    return (source, Paragraph(Role.HEADING, heading)) if best.hit.heading else (source,)


def _without(clause: Clause) -> Cell:
    """Return the third cell of a clause without precedents."""
    lines = [phrase("library", "own"), *_elsewhere(clause, None)]
    told = [plain(Role.REMARK, line) for line in lines]
    return (
        plain(Role.VERDICT, phrase("relations", "none")),
        *told,
        *figures_line("library", "figures_here", clause.text),
    )


def _remarks(one: Compared) -> Cell:
    """Return the third cell: what the clause is to its precedent, what differs, which others there are."""
    best, clause = one.precedents[0], one.clause
    cells = [plain(Role.VERDICT, _verdict(best, clause))]
    cells += [plain(Role.REMARK, line) for line in _elsewhere(clause, best)]
    cells += _differences(clause, best)
    if further := one.precedents[1:]:
        cells.append(Paragraph(Role.REMARK, (Run(phrase("library", "further"), Mark.STRONG),)))
        cells += [plain(Role.REMARK, _further(precedent)) for precedent in further]
    return tuple(cells)


def _differences(clause: Clause, best: Precedent) -> Cell:
    if best.relation is Relation.VERBATIM:
        return ()
    heading = heading_sentence(best.hit.heading, clause.heading)
    if is_marked(best.relation, best.diff):
        found = remarks(best.diff, best.hit.region, clause.measure.region)
        return (*remark_lines(found), *([plain(Role.REMARK, heading)] if heading else []))
    here, there = (
        figures_line("library", "figures_here", clause.text),
        figures_line("library", "figures_there", best.hit.text),
    )
    return (plain(Role.REMARK, phrase("library", "unmarked")), *here, *there)


def _elsewhere(clause: Clause, best: Precedent | None) -> Iterator[str]:
    """Yield the precedents that the clause was taken from, as the draft remembers, the one shown beside it left out."""
    for taken in clause.unit.provenance if clause.unit else ():
        if best is None or not _is_source(taken, best):
            source = f"{region_of(taken.region)}　{''.join(taken.path)}".rstrip("、.")
            yield phrase("library", "taken_elsewhere", source=source)


def _is_source(taken: Provenance, best: Precedent) -> bool:
    return (taken.measure, taken.eid) == (best.hit.measure_id, best.hit.eid)


def _verdict(best: Precedent, clause: Clause) -> str:
    verdict = phrase("relations", best.relation)
    if best.relation is not Relation.VERBATIM:
        verdict = phrase("relations", "alike", relation=verdict, share=_share(best))
    is_taken = clause.unit is not None and any(_is_source(taken, best) for taken in clause.unit.provenance)
    return phrase("library", "taken", verdict=verdict) if is_taken else verdict


def _further(precedent: Precedent) -> str:
    heading = precedent.hit.heading or ""
    relation = phrase("relations", precedent.relation)
    source = short_source_of(precedent.hit)
    return phrase("library", "further_one", source=source, heading=heading, relation=relation, share=_share(precedent))


def _share(precedent: Precedent) -> int:
    return int(precedent.similarity * 100)
