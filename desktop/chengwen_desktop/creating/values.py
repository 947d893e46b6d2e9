"""What stands in the fields of the dialog, as words: put right, checked, and turned into a template's values. No Qt."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from chengwen_desktop.draft.notice_fields import WrongValue, date_words, parsed_date
from chengwen_desktop.translation import tr
from chengwen_library.errors import InvalidAnswers
from chengwen_templates.fields import SAMPLE_DAY, Cell, Field, Row, Value

RawRow = dict[str, str]
Raw = str | list[RawRow]
"""The words of a field; of records, those of each row by its columns."""

_YEAR = re.compile(r"\s*[\[［(（【〔]\s*((?:19|20)\d\d)\s*[\]］)）】〕]\s*第?\s*0*(\d+)\s*号")
_YEAR_ALONE = re.compile(r"\s*[\[［(（【〔]\s*((?:19|20)\d\d)\s*[\]］)）】〕]\s*第?\s*0*(\d+)\s*号?$")
_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")
_BULLET = re.compile(r"^\s*(?:[-•·●]|\d+[.、．]|（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、)\s*")


@dataclass(frozen=True, slots=True)
class Corrected:
    """Words as they are to stand, and what was done to those that were typed; "" if nothing was."""

    words: str
    told: str = ""


def corrected(field: Field, words: str) -> Corrected:
    """Return typed words with what is certainly meant: brackets of 文号, dates, and what the template writes itself."""
    match field.type:
        case "document_number":
            return _told(words, _YEAR_ALONE.sub(r"〔\1〕\2号", "".join(words.translate(_WIDE).split())))
        case "date":
            return _told(words, _date(words))
        case "number":
            return _told(words, words.translate(_WIDE).strip().removesuffix("年").strip())
        case "list":
            lines = [_YEAR.sub(r"〔\1〕\2号", _BULLET.sub("", line)).strip() for line in words.splitlines()]
            return _told(words.strip(), "\n".join(filter(None, lines)))
        case "paragraph" | "text":
            return _without_ends(field, " ".join(_YEAR.sub(r"〔\1〕\2号", words).split("\n")).strip())
        case _:
            return Corrected(words.strip())


def parsed(field: Field, raw: Raw) -> Value:
    """Return the value of a field. Raises InvalidAnswers with a sentence that does not name the field."""
    try:
        return field.checked(_value(field, raw))
    except WrongValue as error:
        raise InvalidAnswers(tr("{error}。", error=error)) from error
    except InvalidAnswers as error:
        raise InvalidAnswers(str(error).removeprefix(f"“{field.label}”（{field.name}）")) from error


def raw_of(field: Field, value: object) -> Raw:
    """Return what stands in a field that holds a value."""
    if field.type == "records":
        rows = cast("list[dict[str, object]]", value or [])
        return [{column.name: _words(row.get(column.name)) for column in field.columns} for row in rows]
    return _words(value)


def given(fields: tuple[Field, ...], raw: Mapping[str, Raw]) -> dict[str, Any]:
    """Return the answers in the fields that have any; what does not fit yet is left out."""
    found: dict[str, Any] = {}
    for field in fields:
        try:
            value = _value(field, raw.get(field.name, ""))
            if value not in (None, "", []):
                field.checked(value)
                found[field.name] = value
        except (InvalidAnswers, WrongValue):
            continue
    return found


def shown(field: Field, raw: Raw) -> Value:
    """Return a value to show in an example: the field's own, or 【what belongs there】."""
    try:
        return parsed(field, raw)
    except InvalidAnswers:
        return _placeholder(field)


def wrong(field: Field, raw: Raw) -> str:
    """Say why the field cannot stay as it is; nothing if it can."""
    try:
        parsed(field, raw)
    except InvalidAnswers as error:
        return str(error)
    return ""


def _value(field: Field, raw: Raw) -> object:
    if isinstance(raw, list):
        columns = {column.name: column for column in field.columns}
        return [_row(columns, row) for row in raw]
    words = corrected(field, raw).words
    match field.type:
        case "number":
            return int(words) if re.fullmatch(r"-?\d+", words) else words
        case "date":
            return parsed_date(words)
        case "list":
            return [line for line in words.splitlines() if line]
        case "records":
            return []
        case _:
            return words


def _row(columns: Mapping[str, Field], row: RawRow) -> dict[str, object]:
    cells = {name: _value(columns[name], words) for name, words in row.items() if name in columns}
    return {name: value for name, value in cells.items() if value not in (None, "", [])}


def _words(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return date_words(value)
    if isinstance(value, list):
        return "\n".join(map(str, cast("list[object]", value)))
    return str(value).strip()


def _date(words: str) -> str:
    try:
        return date_words(parsed_date(words.translate(_WIDE)))
    except WrongValue:
        return words.strip()


def _without_ends(field: Field, words: str) -> Corrected:
    """Take away what the template writes itself, again and again, and say so."""
    gone: list[str] = []
    while end := next((one for one in field.not_at_ends if one and words != one and words.endswith(one)), ""):
        words = words.removesuffix(end).rstrip()
        gone.append(end)
    while start := next((one for one in field.not_at_ends if one and words != one and words.startswith(one)), ""):
        words = words.removeprefix(start).lstrip()
        gone.append(start)
    told = tr("“{gone}”不用写，模板会写上，已去掉。", gone=tr("”“").join(dict.fromkeys(gone))) if gone else ""
    return Corrected(words, told)


def _told(words: str, right: str) -> Corrected:
    if "".join(words.split()) == "".join(right.split()):
        return Corrected(right)
    if "\n" in words or len(words) > 24:
        return Corrected(right, tr("已改成规范写法。"))
    return Corrected(right, tr("“{said}”已改成规范写法。", said=words.strip()))


def _placeholder(field: Field) -> Value:
    blank = f"【{field.label}】"
    match field.type:
        case "number":
            return field.least or 1
        case "date":
            return SAMPLE_DAY
        case "choice":
            return field.choices[0]
        case "list":
            return [blank]
        case "records":
            row: Row = {column.name: _cell(column) for column in field.columns}
            return [row]
        case _:
            return blank


def _cell(column: Field) -> Cell:
    if column.required:
        return cast("Cell", _placeholder(column))
    return cast("Cell", column.checked(None))
