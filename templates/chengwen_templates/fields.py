"""The typed fields of a template, and the check of the values people give for them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from chengwen_library.errors import InvalidAnswers

Cell = str | int | date | list[str]
Row = dict[str, Cell]
Value = Cell | list[Row] | None

TYPES = {
    "text": "一行文字",
    "paragraph": "一段文字，中间不换行",
    "paragraphs": "几段文字，一段一行",
    "number": "整数",
    "date": "日期，写作 2026-01-20",
    "document_number": "发文字号，写作 示政办发〔2026〕12号",
    "choice": "给出的几项之一",
    "list": "几行文字",
    "records": "一张表，一行一项",
}
"""Types by what they hold, in words. Cells of `records` have any type but `records` itself."""

KEYS = (
    "name", "label", "type", "help", "guide", "required",
    "choices", "default", "least", "most", "not_at_ends", "column",
)  # fmt: skip
"""Keys of a [[field]] or [[field.column]] table."""

SAMPLE_DAY = date(2026, 1, 20)

_DOCUMENT_NUMBER = re.compile(r"\S+〔20\d\d〕[1-9]\d*号")
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_DATE_KEY = "$date"


class FieldFault(ValueError):
    """A [[field]] table is faulty: `key` is the key meant, `column` the index of the column, if it is in one."""

    def __init__(self, message: str, key: str | None = None, column: int | None = None) -> None:
        super().__init__(message)
        self.message, self.key, self.column = message, key, column


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a template, or a column of one: what it asks for, what it may hold, what stands there if empty.

    `help` says in a line what to write, `guide` how it is written well; it is shown beside the field.
    `least` and `most` bound a number's value, a text's characters, the entries of a list or of records.
    `not_at_ends` are words a text may neither begin nor end with.
    """

    name: str
    label: str
    type: str
    help: str = ""
    guide: str = ""
    required: bool = False
    choices: tuple[str, ...] = ()
    default: Value = None
    least: int | None = None
    most: int | None = None
    not_at_ends: tuple[str, ...] = ()
    columns: tuple[Field, ...] = ()

    @staticmethod
    def from_table(table: Mapping[str, Any]) -> Field:
        """Return the field in a template's [[field]] table. Raises FieldFault if it is faulty."""
        _refuse_wrong_keys(table)
        field = Field(
            name=table["name"],
            label=table["label"],
            type=table["type"],
            help=table.get("help", ""),
            guide=table.get("guide", "").strip(),
            required=table.get("required", False),
            choices=tuple(table.get("choices", ())),
            default=table.get("default"),
            least=table.get("least"),
            most=table.get("most"),
            not_at_ends=tuple(table.get("not_at_ends", ())),
            columns=_columns(table),
        )
        _refuse_wrong_default(field)
        return field

    def checked(self, value: object, row: str = "") -> Value:
        """Return the value if it fits the field, else raise InvalidAnswers; `row` says which row a column is in."""
        where = f"{row}“{self.label}”（{self.name}）"
        if value is None or value in ("", []):
            if self.required and self.default is None:
                raise InvalidAnswers(f"{where}还没有填。{self.help}")
            return self.default if self.default is not None else self._nothing()
        if not self._fits(value):
            expected = "、".join(self.choices) if self.choices else TYPES[self.type]
            raise InvalidAnswers(f"{where}应当是{expected}，现在是“{_shown(value)}”。")
        self._refuse_out_of_bounds(value, where)
        if self.type == "records":
            rows = cast("list[dict[str, object]]", value)
            return [self._checked_row(cells, number) for number, cells in enumerate(rows, start=1)]
        return cast("Value", value)

    def sample(self) -> Value:
        """Return a value that fits, to try a template with."""
        if self.default is not None:
            return self.default
        match self.type:
            case "number":
                return self.least or 1
            case "date":
                return SAMPLE_DAY
            case "document_number":
                return "示政办发〔2026〕12号"
            case "choice":
                return self.choices[0]
            case "list":
                return [self.label] * max(self.least or 1, 1)
            case "records":
                row = {column.name: cast("Cell", column.sample()) for column in self.columns}
                return [row] * max(self.least or 1, 1)
            case _:
                return self.label * ((self.least or 1) // len(self.label) + 1)

    def _nothing(self) -> Value:
        return [] if self.type in ("list", "records") else ""

    def _checked_row(self, cells: dict[str, object], number: int) -> Row:
        where = f"“{self.label}”第 {number} 行"
        _refuse_unknown(cells, self.columns, where)
        checked = {column.name: column.checked(cells.get(column.name), f"{where}的") for column in self.columns}
        return cast("Row", checked)

    def _fits(self, value: object) -> bool:
        match self.type:
            case "number":
                return isinstance(value, int) and not isinstance(value, bool)
            case "date":
                return type(value) is date
            case "list":
                return isinstance(value, list) and all(map(_is_words, cast("list[object]", value)))
            case "records":
                return isinstance(value, list) and all(isinstance(row, dict) for row in cast("list[object]", value))
            case "choice":
                return value in self.choices
            case "document_number":
                return isinstance(value, str) and bool(_DOCUMENT_NUMBER.fullmatch(value))
            case "paragraphs":
                return isinstance(value, str)
            case _:
                return isinstance(value, str) and "\n" not in value.strip()

    def _refuse_out_of_bounds(self, value: object, where: str) -> None:
        if isinstance(value, str):
            for words in self.not_at_ends:
                if value.startswith(words) or value.endswith(words):
                    raise InvalidAnswers(f"{where}前后不写“{words}”，模板会写上。现在是“{_shown(value)}”。")
        size = value if isinstance(value, int) else len(cast("Sequence[object]", value)) if _has_size(value) else None
        if size is None:
            return
        unit = "" if isinstance(value, int) else "字" if isinstance(value, str) else "项"
        if self.least is not None and size < self.least:
            raise InvalidAnswers(f"{where}不能少于 {self.least}{unit and ' ' + unit}，现在是 {size}。")
        if self.most is not None and size > self.most:
            raise InvalidAnswers(f"{where}不能超过 {self.most}{unit and ' ' + unit}，现在是 {size}。")


def checked_values(fields: tuple[Field, ...], given: Mapping[str, Any], where: str) -> dict[str, Value]:
    """Return the value of every field. Raises InvalidAnswers for missing, wrong and unknown ones."""
    _refuse_unknown(given, fields, where)
    return {field.name: field.checked(given.get(field.name)) for field in fields}


def values_to_json(values: object) -> str:
    """Return values as JSON from which `values_from_json` makes the same values again, dates included."""
    return json.dumps(values, ensure_ascii=False, default=lambda day: {_DATE_KEY: day.isoformat()})


def values_from_json(content: str) -> dict[str, Any]:
    """Return the values of `values_to_json`. Raises ValueError."""

    def restored(table: dict[str, Any]) -> object:
        return date.fromisoformat(table[_DATE_KEY]) if set(table) == {_DATE_KEY} else table

    try:
        return json.loads(content, object_hook=restored)
    except RecursionError as error:
        raise ValueError("nested too deep") from error


def _refuse_unknown(given: Mapping[str, Any], fields: tuple[Field, ...], where: str) -> None:
    unknown = sorted(set(given) - {field.name for field in fields})
    if unknown:
        known = "、".join(field.name for field in fields)
        raise InvalidAnswers(f"{where}里没有“{unknown[0]}”这个字段。可以填的有：{known}。")


def _refuse_wrong_keys(table: Mapping[str, Any]) -> None:
    for key in ("name", "label", "type"):
        if not isinstance(table.get(key), str) or not table[key]:
            raise FieldFault(f"字段“{table.get('name', '')}”没有写 {key}")
    name = table["name"]
    if not _NAME.fullmatch(name):
        raise FieldFault(f"字段名“{name}”要用小写英文字母开头，只含小写英文字母、数字和下划线", "name")
    if table["type"] not in TYPES:
        raise FieldFault(f"字段“{name}”的类型“{table['type']}”不在 {'、'.join(TYPES)} 之内", "type")
    for key in table:
        if key not in KEYS:
            raise FieldFault(f"字段“{name}”里没有“{key}”这一项，可以写的有：{'、'.join(KEYS)}", key)
    _refuse_wrong_kinds(table, name)


def _refuse_wrong_kinds(table: Mapping[str, Any], name: str) -> None:
    kinds = {"help": str, "guide": str, "required": bool, "choices": list, "least": int, "most": int}
    for key, kind in (kinds | {"not_at_ends": list, "column": list}).items():
        if key in table and not isinstance(table[key], kind):
            raise FieldFault(f"字段“{name}”的 {key} 写得不对", key)
    if (table["type"] == "choice") != bool(table.get("choices")):
        raise FieldFault(f"字段“{name}”：类型是 choice 的要写 choices，其他类型不写", "choices")
    if (table["type"] == "records") != bool(table.get("column")):
        raise FieldFault(f"字段“{name}”：类型是 records 的要写 [[field.column]]，其他类型不写", "type")


def _columns(table: Mapping[str, Any]) -> tuple[Field, ...]:
    columns: list[Field] = []
    for index, entry in enumerate(table.get("column", ())):
        try:
            column = Field.from_table(entry)
        except FieldFault as fault:
            raise FieldFault(fault.message, fault.key, index) from fault
        if column.type == "records":
            raise FieldFault(f"表“{table['name']}”里的“{column.name}”不能又是一张表", "type", index)
        columns.append(column)
    return tuple(columns)


def _refuse_wrong_default(field: Field) -> None:
    if field.default is None:
        return
    try:
        field.checked(field.default)
    except InvalidAnswers as error:
        raise FieldFault(f"字段“{field.name}”的 default 不合用：{str(error).rstrip('。')}", "default") from error


def _is_words(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _has_size(value: object) -> bool:
    return isinstance(value, str | list)


def _shown(value: object) -> str:
    words = " ".join(str(value).split())
    return words if len(words) <= 40 else f"{words[:40]}…"
