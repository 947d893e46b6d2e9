"""Answers that are kept: with the draft they made, in a file, and for another template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

import tomli_w

from chengwen_library.errors import InvalidAnswers
from chengwen_library.model import Drafting, Measure
from chengwen_templates.answers import Answers, ClauseAnswer
from chengwen_templates.fields import Field, values_from_json, values_to_json
from chengwen_templates.template import Template


@dataclass(frozen=True, slots=True)
class Carried:
    """Answers for another template, and what did not go along: a Chinese line each, with the reason."""

    answers: Answers
    left_out: tuple[str, ...]


def with_answers(draft: Measure, answers: Answers) -> Measure:
    """Return the draft with the answers it was made from."""
    drafting = draft.drafting or Drafting("")
    tables = {
        "measure": answers.measure,
        "notice": answers.notice,
        "clauses": [asdict(clause) for clause in answers.clauses],
    }
    return replace(draft, drafting=replace(drafting, answers=values_to_json(tables)))


def answers_of(draft: Measure) -> Answers:
    """Return the answers that the draft was made from; what its notice says by now goes before what was answered.

    Clauses are those that were asked for: what the drafter did to the text since then is in the draft alone.
    Raises InvalidAnswers for a measure that no template made.
    """
    try:
        tables = values_from_json(draft.drafting.answers if draft.drafting else "{}")
        if not tables.get("measure") or not isinstance(tables["measure"], dict):
            raise InvalidAnswers(f"“{draft.title or '这份文稿'}”不是按模板起草的，没有填写的内容可以取出。")
        clauses = tuple(ClauseAnswer(**clause) for clause in tables.get("clauses", ()))
        notice = tables.get("notice")
        return Answers(tables["measure"], notice and notice | _present_notice(draft, notice), clauses)
    except (TypeError, ValueError, AttributeError) as error:
        raise InvalidAnswers(f"“{draft.title or '这份文稿'}”里存的填写内容坏了，取不出来。") from error


def render_answers(answers: Answers) -> str:
    """Return the answers as an answers file (TOML), from which `parse_answers` makes the same answers again."""
    tables: dict[str, Any] = {"measure": _without_nothing(answers.measure)}
    if answers.notice is not None:
        tables["notice"] = _without_nothing(answers.notice)
    clauses = [_without_nothing(asdict(clause)) for clause in answers.clauses]
    for clause in clauses:
        for key in ("adapt", "slots"):
            if clause.get(key) is False:
                del clause[key]
    return tomli_w.dumps(tables | ({"clauses": clauses} if clauses else {}), multiline_strings=True)


def carried(answers: Answers, template: Template, notice: Template | None = None) -> Carried:
    """Return the answers for another template: fields of the same name whose value fits go along, and all clauses.

    The notice's answers go along whole, or, if a template is given for it, in the same way.
    """
    values, left_out = _fitting(answers.measure, template)
    given = answers.notice
    if given is not None and notice is not None:
        fitting, more = _fitting({key: value for key, value in given.items() if key != "template"}, notice)
        given, left_out = {"template": notice.id, **fitting}, [*left_out, *more]
    return Carried(Answers(values, given, answers.clauses), tuple(left_out))


def _fitting(values: Mapping[str, Any], template: Template) -> tuple[dict[str, Any], list[str]]:
    fields = {field.name: field for field in template.fields}
    kept: dict[str, Any] = {}
    left_out: list[str] = []
    for name, value in _without_nothing(values).items():
        if name not in fields:
            left_out.append(f"“{name}”没有带过去：模板“{template.name}”里没有这个字段。")
        elif reason := _refusal(fields[name], value):
            left_out.append(f"“{fields[name].label}”（{name}）没有带过去：{reason}")
        else:
            kept[name] = value
    return kept, left_out


def _refusal(field: Field, value: object) -> str:
    try:
        field.checked(value)
    except InvalidAnswers as error:
        return str(error)
    return ""


def _present_notice(draft: Measure, answered: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the draft's notice says now under the names that were answered."""
    if draft.notice is None:
        return {}
    present = {
        "issuers": list(draft.issuers),
        "doc_number": draft.doc_number,
        "issue_date": draft.issue_date,
        "note": draft.notice.note,
        "copies": draft.notice.copies,
        "printer": draft.notice.printer,
    }
    return {name: value for name, value in present.items() if name in answered}


def _without_nothing(table: Mapping[str, Any]) -> dict[str, Any]:
    """Return the table without what is empty, in its rows too: TOML has no nothing."""
    kept = {name: value for name, value in table.items() if value is not None and value not in ("", [], {})}
    return {name: _rows(value) for name, value in kept.items()}


def _rows(value: object) -> object:
    if isinstance(value, list):
        return [_without_nothing(row) if isinstance(row, dict) else row for row in value]
    return value
