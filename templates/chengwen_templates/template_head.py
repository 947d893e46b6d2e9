"""The TOML head of a template's file, read with the line of every fault."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import tomli

from chengwen_library.model import Form
from chengwen_templates.fields import Field, FieldFault
from chengwen_templates.rendering import Fault

BLOCKS: dict[str, tuple[str, ...]] = {
    "measure": ("title", "preamble", "body", "closing"),
    "notice": ("title", "recipients", "body"),
}
"""The blocks that a template of each kind has."""

KEYS = ("name", "kind", "description", "doc_type", "status", "running_on", "guides", "field")
FENCE = "+++\n"

_FIELD, _COLUMN = re.compile(r"\s*\[\[\s*field\s*\]\]"), re.compile(r"\s*\[\[\s*field\.column\s*\]\]")


@dataclass(frozen=True, slots=True)
class Head:
    """What a head says; see `Template`."""

    name: str
    kind: str
    description: str
    doc_type: str | None
    status: str | None
    running_on: tuple[Form, ...]
    guides: Mapping[str, str]
    fields: tuple[Field, ...]


def split_head(content: str) -> tuple[str, str] | None:
    """Return the head and the blocks below it, these with empty lines for the head's so that lines keep their numbers.

    None for a content without a head.
    """
    parts = content.removeprefix("\ufeff").replace("\r\n", "\n").split(FENCE, 2)
    if len(parts) != 3 or parts[0].strip():
        return None
    above = parts[0].count("\n") + parts[1].count("\n") + 2
    return parts[1], "\n" * above + parts[2]


def read_head(text: str) -> tuple[Head | None, list[Fault]]:
    """Return the head in the text between the fences, or its faults; lines count the fence above."""
    try:
        table = tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        return None, [Fault(error.lineno + 1, f"说明不是正确的 TOML（{error.msg}）")]
    except RecursionError:
        return None, [Fault(None, "说明里的括号一层套一层太深，读不下去")]
    faults = [*_plain_faults(table, text)]
    fields: list[Field] = []
    for index, entry in enumerate(_tables(table.get("field"))):
        try:
            fields.append(Field.from_table(entry))
        except FieldFault as fault:
            faults.append(Fault(_line(text, fault.key, index, fault.column), fault.message))
    faults += _same_names(fields, text)
    if faults:
        return None, faults
    return _head(table, tuple(fields)), []


def _head(table: dict[str, Any], fields: tuple[Field, ...]) -> Head:
    return Head(
        name=table["name"],
        kind=table["kind"],
        description=table["description"],
        doc_type=table.get("doc_type"),
        status=table.get("status"),
        running_on=tuple(Form(form) for form in table.get("running_on", ())),
        guides={block: words.strip() for block, words in table.get("guides", {}).items()},
        fields=fields,
    )


def _plain_faults(table: dict[str, Any], text: str) -> list[Fault]:
    faults = [
        Fault(_line(text, key), f"说明里没有“{key}”这一项，可以写的有：{'、'.join(KEYS)}")
        for key in table
        if key not in KEYS
    ]
    faults += [
        Fault(_line(text, key), f"说明里没有写 {key}")
        for key in ("name", "kind", "description")
        if not isinstance(table.get(key), str) or (key == "name" and not table[key])
    ]
    kind = table.get("kind")
    if isinstance(kind, str) and kind not in BLOCKS:
        faults.append(Fault(_line(text, "kind"), f"kind 只能是 {' 或 '.join(BLOCKS)}"))
    forms = [form.value for form in Form]
    running_on = table.get("running_on", [])
    if not isinstance(running_on, list) or any(form not in forms for form in running_on):
        faults.append(Fault(_line(text, "running_on"), f"running_on 里只能写 {'、'.join(forms)}"))
    guides = table.get("guides", {})
    if not isinstance(guides, dict) or not all(isinstance(words, str) for words in guides.values()):
        faults.append(Fault(_line(text, "guides"), "guides 里一块一段话，如 body = “…”"))
    if not isinstance(table.get("field", []), list):
        faults.append(Fault(_line(text, "field"), "字段要写成 [[field]]"))
    return faults


def _same_names(fields: list[Field], text: str) -> list[Fault]:
    names = [field.name for field in fields]
    again = [index for index, name in enumerate(names) if name in names[:index]]
    return [Fault(_line(text, "name", index), f"字段“{names[index]}”写了两次") for index in again]


def _tables(value: object) -> list[dict[str, Any]]:
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def _line(text: str, key: str | None, field: int | None = None, column: int | None = None) -> int | None:
    """Return the line of a key in the head itself, in a [[field]] or in a column of it; else of the table."""
    lines = text.split("\n")
    starts = [number for number, line in enumerate(lines) if _FIELD.match(line)]
    start, end = 0, starts[0] if starts else len(lines)
    if field is not None:
        if field >= len(starts):
            return None
        start, end = starts[field], (*starts, len(lines))[field + 1]
        columns = [number for number in range(start, end) if _COLUMN.match(lines[number])]
        if column is not None and column < len(columns):
            start, end = columns[column], (*columns, end)[column + 1]
        elif columns:
            end = columns[0]
    wanted = re.compile(rf"\s*\[*{re.escape(key)}\]*\s*(=|$)") if key else None
    found = next((number for number in range(start, end) if wanted and wanted.match(lines[number])), None)
    if found is None and field is None:
        return None
    return (start if found is None else found) + 2
