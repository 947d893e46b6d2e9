"""The Word document of a measure's three tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from chengwen_index.comparing.similarity import Relation
from chengwen_library.model import Clause, ClauseKind, Measure, Provenance
from chengwen_templates.comparison_table.content import Mark, Paragraph, Role, Row, Run, Table, TableDocument, plain
from chengwen_templates.comparison_table.phrases import day
from chengwen_templates.sources import SourceRow, copied_wholesale, source_table
from chengwen_templates.tables.indicators import Indicator, indicators
from chengwen_templates.tables.phrases import heads, phrase
from chengwen_templates.tables.tasks import Task, tasks, without_responsible

TASKS_MM = (14.0, 92.0, 48.0, 75.0, 32.0)
TARGETS_MM = (14.0, 90.0, 38.0, 22.0, 32.0, 65.0)
SOURCES_MM = (70.0, 84.0, 38.0, 37.0, 32.0)
NOTHING = "—"

Blocks = Iterator[Paragraph | Table]


def tables_document(draft: Measure, library: Sequence[Measure], today: date) -> TableDocument:
    """Return 任务分工表, 量化指标表 and 来源说明 of a draft or a measure, made from its text alone."""
    title = phrase("title", title=draft.title or draft.doc_number or phrase("untitled"))
    blocks = (plain(Role.TITLE, title), *_tasks(draft), *_targets(draft), *_sources(draft, library, today))
    return TableDocument(title, today.isoformat(), blocks, phrase("subject"))


def _tasks(draft: Measure) -> Blocks:
    found = tasks(draft)
    yield plain(Role.SECTION, phrase("sections", "tasks"))
    yield plain(Role.NOTE, phrase("notes", "tasks", count=len(found)) if found else phrase("notes", "no_tasks"))
    if lacking := without_responsible(draft):
        yield plain(Role.NOTE, phrase("notes", "without", places="；".join(map(place_name, lacking))))
    if found:
        rows = (_task_row(number, task) for number, task in enumerate(found, start=1))
        yield Table(TASKS_MM, heads("tasks"), tuple(rows))


def _task_row(number: int, task: Task) -> Row:
    organs = ("、".join(task.lead), "、".join(task.responsible))
    return _row(task.clause.eid, str(number), clause_name(task.clause), *organs, "；".join(task.deadlines))


def _targets(draft: Measure) -> Blocks:
    found = indicators(draft)
    yield plain(Role.SECTION, phrase("sections", "targets"))
    yield plain(Role.NOTE, phrase("notes", "targets", count=len(found)) if found else phrase("notes", "no_targets"))
    if found:
        rows = (_target_row(number, one) for number, one in enumerate(found, start=1))
        yield Table(TARGETS_MM, heads("targets"), tuple(rows))


def _target_row(number: int, one: Indicator) -> Row:
    words = (one.name, one.value, one.target.unit or "", one.by, clause_name(one.clause))
    return _row(one.clause.eid, str(number), *words)


def _sources(draft: Measure, library: Sequence[Measure], today: date) -> Blocks:
    rows = source_table(draft, library, today)
    yield plain(Role.SECTION, phrase("sections", "sources"))
    if not rows:
        yield plain(Role.NOTE, phrase("notes", "no_sources"))
        return
    taken = {row.eid for row in rows if row.provenance}
    count = {
        "count": len({row.eid for row in rows}),
        "taken": len(taken),
        "own": sum(not row.provenance for row in rows),
    }
    yield plain(Role.NOTE, phrase("notes", "sources", **count, day=day(today)))
    if warned := sum(row.warns for row in rows):
        yield _warning(phrase("notes", "warned", count=warned))
    if wholesale := copied_wholesale(draft):
        yield _warning(wholesale.message)
    yield Table(SOURCES_MM, heads("sources"), tuple(map(_source_row, rows)))


def _warning(words: str) -> Paragraph:
    return Paragraph(Role.NOTE, (Run(words, Mark.STRONG),))


def _source_row(row: SourceRow) -> Row:
    name = "".join(row.path[-1:]) + (row.heading or "")
    if row.provenance is None:
        return _row(row.eid, name, phrase("sources", "own"), "", "", "")
    state = Paragraph(Role.TEXT, (Run(row.state.value, Mark.STRONG if row.warns else None),))
    cells = _row(row.eid, name, source_name(row.provenance), change_words(row), day(row.provenance.taken)).cells
    return Row((*cells, (state,)), row.eid)


def source_name(source: Provenance) -> str:
    """Return region, 文号 (or title) and place of a source."""
    named = source.doc_number or (f"《{source.title}》" if source.title else "")
    region = source.region or phrase("sources", "no_region")
    return "　".join(filter(None, [region, named, "".join(source.path)]))


def change_words(row: SourceRow) -> str:
    """Return whether a clause was taken word for word, and how much of it was changed."""
    percent = round(row.changed * 100)
    share = f"约{percent}%" if percent else phrase("sources", "slight")
    return phrase("sources", row.relation or "none", share="" if row.relation is Relation.VERBATIM else share)


def clause_name(clause: Clause) -> str:
    """Return printed place and heading of a clause; of one without a heading its first words."""
    heading = clause.heading or _first_words(clause.text)
    return place_name(clause, stop=True) + heading


def place_name(clause: Clause, *, stop: bool = False) -> str:
    """Return the printed place of a clause from the first level down, with the stop at its end if wanted."""
    if clause.kind in (ClauseKind.PREAMBLE, ClauseKind.CLOSING):
        return phrase("places", clause.kind) + ("：" if stop else "")
    marks = "".join(clause.path)
    return marks if stop else marks.rstrip("、.．")


def _first_words(text: str) -> str:
    words = text.split("\n", 1)[0].split("，", 1)[0].split("。", 1)[0]
    return f"{words[:30]}…" if len(words) > 30 else words


def _row(eid: str, *texts: str) -> Row:
    return Row(tuple((plain(Role.TEXT, text or NOTHING),) for text in texts), eid)
