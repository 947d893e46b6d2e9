"""起步条款: what the library has by topic, what would be put in local words, and the draft that comes of it. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from chengwen_desktop.clause.proposing import Proposal, chosen, proposal, swaps
from chengwen_desktop.creating.state import Chosen, State, answers, key
from chengwen_desktop.search.finder import Finder
from chengwen_desktop.search.question import Question
from chengwen_index.search import Hit
from chengwen_library.errors import ChengwenError
from chengwen_library.model import Measure, Unit, replace_unit
from chengwen_templates.adapting import Substitution, apply, substitutions
from chengwen_templates.answers_kept import with_answers
from chengwen_templates.assembly import assemble_for
from chengwen_templates.office import Office
from chengwen_templates.own_templates import OwnTemplates
from chengwen_templates.provenance import taken_unit
from chengwen_templates.template import Template


@dataclass(frozen=True, slots=True)
class Order:
    """Everything that a draft is made of."""

    state: State
    template: Template
    notice: Template | None
    office: Office
    own: OwnTemplates

    @property
    def region(self) -> str:
        """The full name of the draft's region; "" if nobody said."""
        words = self.state.measure.get("region", "")
        return (words.strip() if isinstance(words, str) else "") or self.office.region or ""


def topic_counts(finder: Finder) -> list[tuple[str, int]]:
    """Return the topics that clauses of the library are about, with how many, in the order of the taxonomy."""
    found = ((topic, finder.find(_about(topic)).answer.total) for topic in finder.holdings().topics)
    return [(topic, count) for topic, count in found if count]


def clauses_about(finder: Finder, topic: str, words: str) -> tuple[Hit, ...]:
    """Return the clauses about a topic, of those with some words only the ones that hold them."""
    hits = finder.find(_about(topic, words)).answer.hits
    return tuple(hit for hit in hits if hit.group != "partial")


def proposals(finder: Finder, clauses: Iterable[Chosen], own: str, office: Office) -> dict[str, Proposal]:
    """Return what can be put in local words in each of the clauses. Raises NotInLibrary."""
    made: dict[str, Proposal] = {}
    for one in clauses:
        clause = finder.clause(one.measure, one.eid)
        unit = taken_unit(clause, date.today())  # noqa: DTZ011 - the desk's day
        made[key(one)] = proposal(unit, clause.measure.region, own, office)
    return made


def assembled(order: Order, found: Mapping[str, Proposal], finder: Finder, today: date) -> Measure:
    """Return the draft, with the substitutions that were not refused. Raises ChengwenError with one line."""
    refused = set(order.state.refused)
    wholly = {name: not any(told(one) in refused for one in each.substitutions) for name, each in found.items()}
    given = answers(order.state, order.template, order.notice, adapted=wholly)
    library = finder.measures_named(given.measures)
    draft = assemble_for(order.office, order.template, given, library, today, order.own.find).draft
    partly = {name for name, whole in wholly.items() if not whole}
    for unit in [*draft.walk()]:
        if unit.provenance and f"{unit.provenance[0].measure}#{unit.provenance[0].eid}" in partly:
            draft = replace_unit(draft, unit.wid, _adapted(unit, order, refused))
    return with_answers(draft, given)


def told(one: Substitution) -> str:
    """Return what a substitution is kept as when it is refused."""
    return f"{one.old}→{one.new}"


def without_gone(state: State, finder: Finder) -> State:
    """Return the state without clauses that are no longer in the library."""
    return replace(state, clauses=tuple(one for one in state.clauses if _is_there(finder, one)))


def _is_there(finder: Finder, one: Chosen) -> bool:
    try:
        finder.clause(one.measure, one.eid)
    except ChengwenError:
        return False
    return True


def _adapted(unit: Unit, order: Order, refused: set[str]) -> Unit:
    found = substitutions(unit, unit.provenance[0].region, order.region, order.office)
    agreed = [one for one in swaps(found) if f"{one.old}→{one.new}" not in refused]
    return apply(unit, chosen(found, agreed))


def _about(topic: str, words: str = "") -> Question:
    return Question(f"主题:{topic} {words}".strip())
