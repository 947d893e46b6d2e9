"""The draft as it would print with what has been filled in so far, and where the focused field shows. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from difflib import SequenceMatcher
from enum import StrEnum
from typing import cast

from chengwen_desktop.creating.values import Raw, shown
from chengwen_desktop.draft.notice_fields import date_words
from chengwen_library.model import Span
from chengwen_templates.fields import Field, Row, Value
from chengwen_templates.template import Template

OTHER = "〓"
"""What is put into a field to see where its words go."""


class Kind(StrEnum):
    """What a line of the example is."""

    ORGAN = "organ"
    NUMBER = "number"
    NOTICE_TITLE = "notice title"
    TITLE = "title"
    FLUSH = "flush"
    TEXT = "text"
    FIRST = "first level"
    RIGHT = "right"
    IMPRINT = "imprint"


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph; `marked` are the characters that come from the focused field."""

    kind: Kind
    text: str
    marked: Span | None = None


@dataclass(frozen=True, slots=True)
class Focus:
    """The focused field: of the measure's template or of the notice's, and its name."""

    of_notice: bool
    name: str


def example(
    template: Template,
    notice: Template | None,
    measure_raw: Mapping[str, Raw],
    notice_raw: Mapping[str, Raw],
    focus: Focus | None = None,
) -> list[Line]:
    """Return the lines of the draft. Raises TemplateFailed; own templates run in a process of their own."""
    values = {field.name: shown(field, measure_raw.get(field.name, "")) for field in template.fields}
    fields = notice.fields if notice else ()
    more = {field.name: shown(field, notice_raw.get(field.name, "")) for field in fields}
    lines = _lines(template, notice, values, more)
    focused = _field(template, notice, focus)
    if focus is None or focused is None:
        return lines
    held = (more if focus.of_notice else values)[focus.name]
    other = {focus.name: _other(focused, held)}
    varied = (
        _lines(template, notice, values, more | other)
        if focus.of_notice
        else _lines(template, notice, values | other, more)
    )
    return _marked(lines, varied, held)


def _field(template: Template, notice: Template | None, focus: Focus | None) -> Field | None:
    if focus is None:
        return None
    fields = (notice.fields if notice else ()) if focus.of_notice else template.fields
    return next((field for field in fields if field.name == focus.name), None)


def _lines(
    template: Template, notice: Template | None, values: Mapping[str, Value], more: Mapping[str, Value]
) -> list[Line]:
    blocks = template.render(values)
    head: list[Line] = []
    foot: list[Line] = []
    if notice is not None:
        kind = values.get("doc_type") or template.doc_type
        known: dict[str, Value] = {"title": blocks["title"], "region": values.get("region"), "doc_type": kind}
        head, foot = _notice(notice.render(known | dict(more)), more)
    body = [
        Line(_level(line), line) for block in ("preamble", "body", "closing") for line in blocks[block].splitlines()
    ]
    return [*head, Line(Kind.TITLE, blocks["title"]), *body, *foot]


def _notice(blocks: Mapping[str, str], values: Mapping[str, Value]) -> tuple[list[Line], list[Line]]:
    issuers = [str(one) for one in cast("list[object]", values.get("issuers") or [])]
    number, day, note = values.get("doc_number"), values.get("issue_date"), values.get("note")
    marks = [
        Line(Kind.ORGAN, name + ("文件" if place == len(issuers) - 1 else "")) for place, name in enumerate(issuers)
    ]
    lines = [*marks, Line(Kind.NUMBER, str(number or "　")), Line(Kind.NOTICE_TITLE, blocks["title"])]
    lines += [Line(Kind.FLUSH, f"{blocks['recipients']}：")] if blocks["recipients"] else []
    lines += [Line(Kind.TEXT, line) for line in blocks["body"].splitlines()]
    lines += [Line(Kind.RIGHT, name) for name in issuers]
    lines += [Line(Kind.RIGHT, date_words(day))] if isinstance(day, date) else []
    lines += [Line(Kind.TEXT, f"（{note}）")] if note else []
    copies, printer, printed = values.get("copies"), values.get("printer"), values.get("print_date")
    foot = [Line(Kind.IMPRINT, f"抄送：{copies}。")] if copies else []
    when = f"　{date_words(printed)}印发" if isinstance(printed, date) else ""
    foot += [Line(Kind.IMPRINT, f"{printer or ''}{when}".strip())] if printer or when else []
    return lines, foot


def _level(line: str) -> Kind:
    head = line.partition("、")[0]
    is_first = bool(head) and len(head) <= 3 and all(one in "一二三四五六七八九十" for one in head)
    return Kind.FIRST if is_first else Kind.TEXT


def _other(field: Field, value: Value) -> Value:
    """Return another value that fits, of which no character stands in the first; the last one stays (示例市 → 我市)."""
    if isinstance(value, bool) or value is None:
        return value
    match value:
        case str():
            if field.type == "choice":
                return next((one for one in field.choices if one != value), value)
            return OTHER + value[-1:] if value else value
        case int():
            return value + 1
        case date():
            return value + timedelta(days=40)
        case _:
            return [_other_entry(one) for one in value]  # type: ignore[return-value]


def _other_entry(entry: str | Row) -> str | Row:
    if isinstance(entry, str):
        return OTHER + entry[-1:]
    return {name: OTHER + cell[-1:] if isinstance(cell, str) and cell else cell for name, cell in entry.items()}


def _marked(lines: list[Line], varied: list[Line], value: Value) -> list[Line]:
    """Mark in each line what reads otherwise with the other value."""
    made = list(lines)
    pairs = SequenceMatcher(None, [one.text for one in lines], [one.text for one in varied], autojunk=False)
    for operation, first, last, there, beyond in pairs.get_opcodes():
        if operation == "equal":
            continue
        alike = last - first == beyond - there
        for at in range(first, last):
            text = lines[at].text
            span = _differing(text, varied[there + at - first].text, value) if alike else (0, len(text))
            made[at] = replace(lines[at], marked=span if span[0] < span[1] else None)
    return made


def _differing(text: str, other: str, value: Value) -> Span:
    start = 0
    while start < min(len(text), len(other)) and text[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(text), len(other)) - start and text[-1 - end] == other[-1 - end]:
        end += 1
    for words in _printed(value):
        at = text.find(words, max(0, start - len(words)))
        if words and 0 <= at <= start < at + len(words):
            return at, at + len(words)
    return start, len(text) - end


def _printed(value: Value) -> list[str]:
    if isinstance(value, date):
        return [date_words(value)]
    if isinstance(value, list):
        return [one for one in value if isinstance(one, str)]
    return [str(value)]
