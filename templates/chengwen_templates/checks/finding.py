"""What a check finds: which rule, where, what it means, and what can be done."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from chengwen_library.model import Span
from chengwen_templates.checks.passages import Place
from chengwen_templates.checks.rules import Rule


class FixKind(StrEnum):
    """What a fix does; the value is the contract's."""

    REPLACE = "replace"
    RENUMBER = "renumber"
    INSERT = "insert"
    DELETE = "delete"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Fix:
    """A way to mend a finding: `text` takes the place of the finding's span, or is put in there.

    `ask` changes nothing: its text is the question that a person must answer.
    """

    kind: FixKind
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding: the words meant are `span` of the passage at `place`; the whole passage without a span.

    `message` says in Chinese what is wrong and what to do. `line` is the line of the source,
    from 1, where the measure was read from a file and the rule looked at its lines.
    """

    rule: Rule
    place: Place
    text: str
    message: str
    span: Span | None = None
    fix: Fix | None = None
    line: int | None = None
