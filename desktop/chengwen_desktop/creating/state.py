"""What has been answered in the dialog so far, whether it fits or not: kept for the next time, turned into answers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from chengwen_desktop.creating.values import Raw, given, raw_of
from chengwen_desktop.translation import tr
from chengwen_library.errors import UnwritableFile
from chengwen_library.files import write_atomically
from chengwen_library.json_text import parsed_json
from chengwen_templates.answers import BY_TOPIC, Answers, ClauseAnswer
from chengwen_templates.answers_kept import carried
from chengwen_templates.template import Template


@dataclass(frozen=True, slots=True)
class Chosen:
    """A clause of the library to begin with; `under` is the heading of its part, "" for where its topic stands."""

    measure: str
    eid: str
    heading: str
    source: str = ""
    under: str = ""

    def answer(self, *, adapt: bool, slots: bool) -> ClauseAnswer:
        """Return it as an answers file has it."""
        place = None if self.under else BY_TOPIC
        return ClauseAnswer(self.measure, self.eid, self.under or None, adapt, None, None, place, slots)


@dataclass(frozen=True, slots=True)
class State:
    """The ids of the templates ("" for no notice), the words in their fields, and the clauses.

    `others` are the clauses of an answers file that are shown as they are. `refused` are the words
    not to be replaced; `blanks` says that amounts, years and names become blanks. `is_done` says that
    a draft has been made of it.
    """

    template: str = ""
    notice: str = ""
    measure: Mapping[str, Raw] = field(default_factory=dict[str, Raw])
    of_notice: Mapping[str, Raw] = field(default_factory=dict[str, Raw])
    clauses: tuple[Chosen, ...] = ()
    others: tuple[ClauseAnswer, ...] = ()
    refused: tuple[str, ...] = ()
    blanks: bool = False
    step: int = 0
    is_done: bool = False


def answers(state: State, template: Template, notice: Template | None, *, adapted: Mapping[str, bool]) -> Answers:
    """Return the answers in a state; `adapted` says by measure and eId which clauses are wholly put in local words."""
    told = {"template": notice.id, **given(notice.fields, state.of_notice)} if notice else None
    clauses = [one.answer(adapt=adapted.get(key(one), False), slots=state.blanks) for one in state.clauses]
    return Answers(given(template.fields, state.measure), told, (*state.others, *clauses))


def with_answers(state: State, found: Answers, template: Template, notice: Template | None) -> tuple[State, list[str]]:
    """Return the state with the answers of a file, as far as they fit; and what did not go along."""
    kept = carried(found, template, notice)
    measure = {one.name: raw_of(one, kept.answers.measure.get(one.name)) for one in template.fields}
    table = kept.answers.notice or {}
    of_notice = {one.name: raw_of(one, table.get(one.name)) for one in notice.fields} if notice else state.of_notice
    made = replace(
        state,
        notice=notice.id if notice else "",
        measure={**state.measure, **measure},
        of_notice={**state.of_notice, **of_notice},
        others=kept.answers.clauses,
        clauses=(),
    )
    return made, list(kept.left_out)


def key(one: Chosen) -> str:
    """Return what tells a chosen clause from others."""
    return f"{one.measure}#{one.eid}"


def read_state(path: Path) -> State:
    """Return what was kept; an empty state if there is nothing, or nothing that can be read."""
    try:
        table: dict[str, Any] = parsed_json(path.read_text(encoding="utf-8"))
        clauses = tuple(Chosen(**one) for one in table.pop("clauses"))
        others = tuple(ClauseAnswer(**one) for one in table.pop("others"))
        refused = tuple(table.pop("refused"))
        return State(**table, clauses=clauses, others=others, refused=refused)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return State()


def write_state(state: State, path: Path) -> None:
    """Keep a state. Raises UnwritableFile."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnwritableFile(tr("没能保存填写的内容：{reason}。", reason=error.strerror)) from error
    write_atomically(path, json.dumps(asdict(state), ensure_ascii=False).encode())
