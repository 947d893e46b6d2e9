"""Template, answers and library clauses to a numbered draft."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from chengwen_library.akn.names import work_uri
from chengwen_library.clauses import clauses
from chengwen_library.errors import InvalidAnswers, NotInLibrary
from chengwen_library.facts.citations import citations, mentions
from chengwen_library.facts.validity import validity
from chengwen_library.folding import fold
from chengwen_library.library import named
from chengwen_library.model import Clause, Drafting, Form, Measure, Notice, Status, Unit
from chengwen_library.reading.reader import parse_units
from chengwen_library.regions import find_region
from chengwen_templates.adapting import Substitution
from chengwen_templates.adopting import Adopted, adopted
from chengwen_templates.answers import BY_TOPIC, Answers, ClauseAnswer
from chengwen_templates.answers_kept import with_answers
from chengwen_templates.draft import insert_unit, new_unit, new_wid, renumbered
from chengwen_templates.fields import Value, checked_values
from chengwen_templates.office import Office
from chengwen_templates.placing import place_by_topic
from chengwen_templates.template import Template, find_template

FindTemplate = Callable[[str, str], Template]
"""Finds a template by its name and kind, as `template.find_template` and `OwnTemplates.find` do."""


@dataclass(frozen=True, slots=True)
class Assembled:
    """A draft, and the substitutions that were made in its clauses; their spans are those of the clauses as taken."""

    draft: Measure
    made: tuple[Substitution, ...]


def assemble(
    template: Template, answers: Answers, library: Sequence[Measure], today: date, find: FindTemplate = find_template
) -> Measure:
    """Return the draft of an office without a register. Raises as `assemble_for`."""
    return assemble_for(Office(), template, answers, library, today, find).draft


def assemble_for(
    office: Office,
    template: Template,
    answers: Answers,
    library: Sequence[Measure],
    today: date,
    find: FindTemplate = find_template,
) -> Assembled:
    """Return the office's draft. Raises InvalidAnswers, NotInLibrary or TemplateFailed with one line each."""
    values = checked_values(template.fields, answers.measure, f"模板“{template.name}”")
    draft = _from_template(template, values)
    made: list[Substitution] = []
    for wanted in answers.clauses:
        one = _wanted(wanted, library, draft.region or office.region or "", office, today)
        draft = _with_clause(draft, wanted, one.unit)
        made += one.made
    draft = renumbered(draft)
    if answers.notice is not None:
        draft = _with_notice(draft, answers.notice, find)
    draft = replace(draft, cites=citations(draft), mentions=mentions(draft), effective=validity(_last_words(draft)))
    draft = replace(draft, id=work_uri(draft.region_code, draft.issue_date, draft.doc_number, draft))
    return Assembled(with_answers(draft, answers), tuple(made))


def find_measure(library: Sequence[Measure], key: str) -> Measure:
    """Return the measure with this id, 文号 or title. Raises NotInLibrary."""
    measure = named(library, key)
    if measure is not None:
        return measure
    raise NotInLibrary(f"条款库里没有“{key}”。可以写文件的编号（id）、文号或标题，用 chengwen library list 查看。")


def find_in_measure(measure: Measure, place: str) -> Clause:
    """Return the clause at an eId or at the marks as printed: （八）, or 三、（四）11. Raises NotInLibrary."""
    folded = fold(place)
    found = [clause for clause in clauses(measure) if clause.eid == place or fold("".join(clause.path)) == folded]
    found = found or [clause for clause in clauses(measure) if clause.path and fold(clause.path[-1]) == folded]
    name = measure.title or measure.doc_number or measure.id
    if not found:
        raise NotInLibrary(f"“{name}”里没有“{place}”这一条。")
    if len(found) > 1:
        raise NotInLibrary(f"“{name}”里有 {len(found)} 个“{place}”，请从第一层写起，如“{''.join(found[0].path)}”。")
    return found[0]


def _from_template(template: Template, values: dict[str, Value]) -> Measure:
    blocks = template.render(values)
    region = _text(values.get("region"))
    known = find_region(region) if region else None
    return Measure(
        title=blocks["title"] or None,
        doc_type=_text(values.get("doc_type")) or template.doc_type,
        region=region,
        region_code=known[1] if known and known[0] == region else None,
        status=template.status or Status.UNVERIFIED,
        preamble=blocks["preamble"] or None,
        units=_units(blocks["body"]),
        closing=blocks["closing"] or None,
        drafting=Drafting(template.id, "{}", template.running_on),
    )


def _units(body: str) -> tuple[Unit, ...]:
    return tuple(map(_with_own_wids, parse_units(body)))


def _with_clause(draft: Measure, wanted: ClauseAnswer, unit: Unit) -> Measure:
    if wanted.place == BY_TOPIC:
        return insert_unit(draft, unit, *place_by_topic(draft, unit))
    parent = _part(draft, wanted.under) if wanted.under else None
    index = len(parent.children) if parent else len(draft.units)
    return insert_unit(draft, unit, parent.wid if parent else None, index)


def _wanted(wanted: ClauseAnswer, library: Sequence[Measure], own: str, office: Office, today: date) -> Adopted:
    if wanted.measure is None or wanted.eid is None:
        return Adopted(new_unit(Form.SECOND, wanted.heading, wanted.text or ""))
    clause = find_in_measure(find_measure(library, wanted.measure), wanted.eid)
    return adopted(clause, wanted, own, office, today)


def _part(draft: Measure, under: str) -> Unit:
    """Return the unit that is meant by its heading or its mark. Raises InvalidAnswers."""
    folded = fold(under)
    for unit in draft.walk():
        if folded in (fold(unit.heading or "-"), fold(unit.num or "-"), fold(f"{unit.num}{unit.heading}")):
            return unit
    parts = "、".join(unit.heading for unit in draft.units if unit.heading)
    raise InvalidAnswers(f"文稿里没有“{under}”这一部分。现有：{parts}。")


def _with_notice(draft: Measure, given: dict[str, object], find: FindTemplate) -> Measure:
    name = given.get("template")
    if not isinstance(name, str):
        raise InvalidAnswers("[notice] 里要用 template 写明通知的模板，如“印发通知”。")
    template = find(name, "notice")
    own = {key: value for key, value in given.items() if key != "template"}
    values = checked_values(template.fields, own, f"模板“{template.name}”")
    issuers = _texts(values.get("issuers"))
    of_the_measure: dict[str, Value] = {"title": draft.title, "region": draft.region, "doc_type": draft.doc_type}
    blocks = template.render(of_the_measure | values)
    day = values.get("issue_date")
    notice = Notice(
        title=blocks["title"],
        body=tuple(blocks["body"].splitlines()),
        signature=issuers,
        date_text=_date_text(day),
        copies=_text(values.get("copies")),
        note=_text(values.get("note")),
        printer=_text(values.get("printer")),
        print_date_text=_date_text(values.get("print_date")),
    )
    return replace(
        draft,
        notice=notice,
        issuers=issuers,
        issue_date=day if isinstance(day, date) else None,
        doc_number=_text(values.get("doc_number")),
        recipients=blocks["recipients"] or None,
    )


def _with_own_wids(unit: Unit) -> Unit:
    return replace(unit, wid=new_wid(), children=tuple(map(_with_own_wids, unit.children)))


def _texts(value: Value) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else ()


def _text(value: Value) -> str | None:
    return str(value) if value else None


def _date_text(value: Value) -> str | None:
    return f"{value.year}年{value.month}月{value.day}日" if isinstance(value, date) else None


def _last_words(draft: Measure) -> str:
    """Return the words that say from when the draft holds: its closing, or its last article."""
    articles = [unit.text for unit in draft.walk() if unit.form is Form.ARTICLE]
    return draft.closing or (articles[-1] if articles else "")
