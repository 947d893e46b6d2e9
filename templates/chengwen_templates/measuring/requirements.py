"""The measurable requirements of GB/T 9704-2012, read from requirements.toml."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

import tomli

from chengwen_library.model import PageForm


class Strength(StrEnum):
    """How strongly the standard asks; the first four are its own words (规定 also for 应当)."""

    MUST = "规定"
    USUAL = "一般"
    RECOMMENDED = "推荐"
    MAY = "可以"
    DERIVED = "推算"
    PRACTICE = "惯例"


class Comparison(StrEnum):
    """How a figure is compared with what is required."""

    EQUAL = "等于"
    AT_MOST = "不大于"
    AT_LEAST = "不小于"


@dataclass(frozen=True, slots=True)
class Requirement:
    """One measurable requirement; the fields are explained at the head of requirements.toml.

    `value`, `tolerance` are in `unit`: 毫米 mm, 字 characters of the element, 行 lines, 磅 pt;
    文字 and 字体 (a kind of font) are text. `needs` names the part of the document
    without which there is nothing to measure, `field` the field of Profile that changes it.
    """

    id: str
    element: str
    what: str
    clause: str
    strength: Strength
    value: float | str
    unit: str
    tolerance: float = 0.0
    compare: Comparison = Comparison.EQUAL
    forms: tuple[PageForm, ...] = tuple(PageForm)
    needs: str = ""
    when: str | None = None
    field: str | None = None

    @property
    def is_font(self) -> bool:
        """Tell whether a kind of font is required."""
        return self.unit == "字体"

    def required(self, value: float | str | None = None) -> str:
        """Return the requirement in words, 35±1 毫米; `value` stands in for the standard's."""
        wanted = self.value if value is None else value
        if isinstance(wanted, str):
            return wanted
        if self.compare is Comparison.AT_MOST:
            return f"≤{wanted + self.tolerance:g} {self.unit}"
        if self.compare is Comparison.AT_LEAST:
            return f"≥{wanted - self.tolerance:g} {self.unit}"
        return f"{wanted:g}{f'±{self.tolerance:g}' if self.tolerance else ''} {self.unit}"

    def met(self, got: float | str, value: float | str | None = None) -> bool:
        """Tell whether a measured figure meets the requirement; of a text, whether it is one of those named."""
        wanted = self.value if value is None else value
        if isinstance(wanted, str) or isinstance(got, str):
            return str(got) in _choices(str(wanted))
        if self.compare is Comparison.AT_MOST:
            return got <= wanted + self.tolerance
        if self.compare is Comparison.AT_LEAST:
            return got >= wanted - self.tolerance
        return abs(got - wanted) <= self.tolerance + 1e-9


@cache
def requirements() -> tuple[Requirement, ...]:
    """Return every requirement in the order of the standard."""
    return tuple(_requirement(name, table) for name, table in _tables().items() if name != "fonts")


@cache
def requirement(name: str) -> Requirement:
    """Return the requirement with the id `name`; raises KeyError."""
    return {one.id: one for one in requirements()}[name]


@cache
def font_kinds() -> dict[str, tuple[str, ...]]:
    """Return the names of well-known fonts by the kind that the standard names (小标宋, 仿宋 …)."""
    return {kind: tuple(names) for kind, names in _tables()["fonts"].items()}


def is_of_kind(font: str, kind: str) -> bool:
    """Tell whether the font called `font` (in a document or embedded in a PDF) is of the kind `kind`."""
    bare = font.rpartition("+")[2].casefold()
    return any(bare == name.casefold() for name in font_kinds()[kind])


@cache
def _tables() -> dict[str, dict[str, Any]]:
    source = files("chengwen_templates.measuring") / "requirements.toml"
    return tomli.loads(source.read_text(encoding="utf-8"))


def _requirement(name: str, table: dict[str, Any]) -> Requirement:
    values = dict(table)
    values["strength"] = Strength(values["strength"])
    values["compare"] = Comparison(values.get("compare", Comparison.EQUAL))
    values["forms"] = tuple(map(PageForm, values.get("forms", PageForm)))
    values["needs"] = values.get("needs", values["element"])
    return Requirement(id=name, **values)


def _choices(wanted: str) -> list[str]:
    return [wanted, *wanted.replace("或", "、").split("、")]
