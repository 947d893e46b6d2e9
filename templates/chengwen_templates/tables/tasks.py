"""任务分工: who does what by when, one row for each note of responsibility in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chengwen_library.clauses import clauses
from chengwen_library.facts.deadlines import deadlines
from chengwen_library.facts.responsibility import CONTACT_ROLE, note_spans, responsibilities
from chengwen_library.model import Clause, ClauseKind, Measure, Responsibility
from chengwen_templates.duties import is_lead

_STATED = re.compile(
    r"(?:完成时限|完成时间|完成期限|办结时限|时限|时间节点|时间要求|进度安排)\s*[：:]\s*([^；;）)。\n]+)"
)


@dataclass(frozen=True, slots=True)
class Task:
    """A row of the 任务分工表: a clause, and what one note in it says; `deadlines` are the text's own words."""

    clause: Clause
    lead: tuple[str, ...]
    responsible: tuple[str, ...]
    deadlines: tuple[str, ...]


def tasks(measure: Measure) -> tuple[Task, ...]:
    """Return the tasks in the order of the text: a row for each note, and no organ that the text does not name."""
    return tuple(task for clause in clauses(measure) for task in _of_clause(clause))


def without_responsible(measure: Measure) -> tuple[Clause, ...]:
    """Return the numbered clauses in which nobody is named, where other clauses name somebody."""
    found = [clause for clause in clauses(measure) if clause.kind is ClauseKind.NUMBERED]
    lacking = tuple(clause for clause in found if not _duties(clause.text))
    return lacking if len(lacking) < len(found) else ()


def _of_clause(clause: Clause) -> Iterator[Task]:
    duties = _duties(clause.text)
    before = 0
    for start, end in note_spans(clause.text) if duties else ():
        here = [one for one in duties if start <= one.span[0] < end]
        if here:
            yield _task(clause, here, clause.text[before:start], clause.text[start:end])
            before = end


def _task(clause: Clause, duties: Sequence[Responsibility], words: str, note: str) -> Task:
    lead = [organ for one in duties if is_lead(one.role) for organ in one.organs]
    others = [organ for one in duties if not is_lead(one.role) for organ in one.organs]
    stated = tuple(match.group(1).strip() for match in _STATED.finditer(note))
    found = stated or tuple(words[slice(*one.span)].strip("，") for one in deadlines(words))
    return Task(clause, tuple(lead), tuple(dict.fromkeys(others)), tuple(dict.fromkeys(found)))


def _duties(text: str) -> list[Responsibility]:
    return [one for one in responsibilities(text) if one.role != CONTACT_ROLE]
