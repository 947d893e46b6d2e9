"""An answers file to be filled in: every field of a template with its help, in TOML."""

from __future__ import annotations

from collections.abc import Iterator

import tomli_w

from chengwen_templates.fields import Field
from chengwen_templates.template import Template


def blank_answers(template: Template) -> str:
    """Return an answers file for a template: required fields to fill in, the others behind a # until they are wanted.

    Behind the # stand samples; what is left empty of the required fields is told when the draft is made.
    """
    table = template.kind
    plain = [field for field in template.fields if field.type != "records"]
    lines = [f"# 模板：{template.name}。{template.description}", "", f"[{table}]"]
    if table == "notice":
        lines.append(_assignment("template", template.id))
    for field in plain:
        lines += ["", *_said(field), *_value(field, field.required)]
    for field in template.fields:
        if field.type == "records":
            lines += ["", *_said(field), *_row(field, table)]
    return "\n".join(lines) + "\n"


def _said(field: Field) -> Iterator[str]:
    need = "（必填）" if field.required else ""
    yield f"# {field.label}{need}：{field.help}"
    if field.choices:
        yield f"# 可以写：{'、'.join(field.choices)}"
    if field.guide:
        yield f"# {field.guide}"


def _value(field: Field, wanted: bool) -> list[str]:
    if wanted:
        empty = [] if field.type in ("list", "records") else ""
        return [_assignment(field.name, empty if field.default is None else field.default)]
    return [f"# {_assignment(field.name, field.sample())}"]


def _row(field: Field, table: str) -> Iterator[str]:
    yield f"{'' if field.required else '# '}[[{table}.{field.name}]]"
    for column in field.columns:
        note = f"  # {column.label}{'（必填）' if column.required else ''}：{column.help}"
        yield f"{_value(column, field.required and column.required)[0]}{note}"


def _assignment(name: str, value: object) -> str:
    words = tomli_w.dumps({name: value}).strip()
    return " ".join(line.strip() for line in words.splitlines()).replace(", ]", "]").replace("[ ", "[")
