"""The rules and their severities: one table, `rules.toml`, set from the strength of each basis (decisions 20)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

import tomli


class Severity(StrEnum):
    """How much a finding weighs; the value is the contract's."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class Strength(StrEnum):
    """How binding a rule's basis is."""

    MUST = "规定"
    USUAL = "一般"
    PRACTICE = "惯例"


WEIGHT = {Strength.MUST: Severity.ERROR, Strength.USUAL: Severity.WARNING, Strength.PRACTICE: Severity.HINT}
"""The severity that a basis of this strength gives a rule."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as people know it: its id, what it asks for, how much it weighs, and what it rests on.

    `why` says in Chinese why its severity is what it is, where that needs saying.
    """

    id: str
    title: str
    severity: Severity
    strength: Strength
    basis: str
    why: str = ""

    @property
    def family(self) -> str:
        """The first half of the id."""
        return self.id.partition(".")[0]


@cache
def rules() -> dict[str, Rule]:
    """Return all rules by id, in the order of the table."""
    source = files("chengwen_templates.checks") / "rules.toml"
    tables: list[dict[str, Any]] = tomli.loads(source.read_text(encoding="utf-8"))["rule"]
    made = (_rule(table) for table in tables)
    return {rule.id: rule for rule in made}


def rule(identity: str) -> Rule:
    """Return the rule with this id; raises KeyError."""
    return rules()[identity]


def _rule(table: dict[str, Any]) -> Rule:
    strength, severity = Strength(table["strength"]), Severity(table["severity"])
    return Rule(table["id"], table["title"], severity, strength, table["basis"], table.get("why", ""))
