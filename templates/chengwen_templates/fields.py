"""The typed fields of a template, and the check of the values people give for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from chengwen_library.errors import InvalidAnswers

Value = str | int | date | list[str] | None

TYPES = {
    "text": "一行文字",
    "paragraph": "一段文字",
    "number": "整数",
    "date": "日期，写作 2026-01-20",
    "choice": "给出的几项之一",
    "list": "几行文字",
}


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a template: what it asks for, what it may hold, what stands there if nothing is given."""

    name: str
    label: str
    type: str
    help: str
    required: bool
    choices: tuple[str, ...]
    default: Value

    @staticmethod
    def from_table(table: dict[str, Any]) -> Field:
        """Return the field in a template's [[field]] table. Raises ValueError or KeyError if it is faulty."""
        if table["type"] not in TYPES:
            raise ValueError(f"字段“{table['name']}”的类型“{table['type']}”不在 {'、'.join(TYPES)} 之内")
        return Field(
            name=table["name"],
            label=table["label"],
            type=table["type"],
            help=table.get("help", ""),
            required=table.get("required", False),
            choices=tuple(table.get("choices", ())),
            default=table.get("default"),
        )

    def checked(self, value: object) -> Value:
        """Return the value if it fits the field's type, else raise InvalidAnswers."""
        if value is None or value == "":
            if self.required and self.default is None:
                raise InvalidAnswers(f"“{self.label}”（{self.name}）还没有填。{self.help}")
            return self.default if self.default is not None else ([] if self.type == "list" else "")
        if not self._fits(value):
            expected = "、".join(self.choices) if self.choices else TYPES[self.type]
            raise InvalidAnswers(f"“{self.label}”（{self.name}）应当是{expected}，现在是“{value}”。")
        return cast("Value", value)

    def _fits(self, value: object) -> bool:
        match self.type:
            case "number":
                return isinstance(value, int) and not isinstance(value, bool)
            case "date":
                return type(value) is date
            case "list":
                return isinstance(value, list) and all(map(_is_words, cast("list[object]", value)))
            case "choice":
                return value in self.choices
            case _:
                return isinstance(value, str)


def _is_words(value: object) -> bool:
    return isinstance(value, str) and bool(value)


def checked_values(fields: tuple[Field, ...], given: Mapping[str, Any], where: str) -> dict[str, Value]:
    """Return the value of every field. Raises InvalidAnswers for missing, wrong and unknown ones."""
    unknown = sorted(set(given) - {field.name for field in fields})
    if unknown:
        known = "、".join(field.name for field in fields)
        raise InvalidAnswers(f"{where}里没有“{unknown[0]}”这个字段。可以填的有：{known}。")
    return {field.name: field.checked(given.get(field.name)) for field in fields}
