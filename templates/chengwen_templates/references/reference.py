"""What a reference is: 本办法第三条第二款, 前两款, 第（一）至（三）项 as scope, steps and numbers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from chengwen_library.model import Form, Span

REMOVED = "×"
"""Stands for the number of a unit that is no longer there: 第（×）项. It is a reference that points at nothing."""


class Level(StrEnum):
    """The word that a reference counts by; bare marks (一、（三）) count by the mark's form."""

    PART = "编"
    CHAPTER = "章"
    SECTION = "节"
    DIVISION = "部分"
    ARTICLE = "条"
    PARAGRAPH = "款"
    ITEM = "项"
    POINT = "点"
    SUBITEM = "目"
    FIRST = "一、"
    SECOND = "（一）"
    THIRD = "1."
    FOURTH = "（1）"
    ANNEX = "附件"


MARKS: dict[Level, Form] = {
    Level.FIRST: Form.FIRST,
    Level.SECOND: Form.SECOND,
    Level.THIRD: Form.THIRD,
    Level.FOURTH: Form.FOURTH,
}
"""The levels that are marks, and their forms."""

RANKS = {
    Level.PART: 0,
    Level.CHAPTER: 1,
    Level.SECTION: 2,
    Level.DIVISION: 2,
    Level.FIRST: 2,
    Level.ARTICLE: 3,
    Level.PARAGRAPH: 4,
    Level.SECOND: 4,
    Level.ITEM: 5,
    Level.POINT: 5,
    Level.THIRD: 6,
    Level.SUBITEM: 6,
    Level.FOURTH: 7,
    Level.ANNEX: 9,
}
"""How deep a level lies: a step of a higher rank may follow one of a lower rank."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is written; `value` is None for × and `span` is that of the numeral, without brackets."""

    value: int | None
    span: Span
    bracketed: bool = False
    arabic: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One number, or a range from `first` to `last`."""

    first: Number
    last: Number | None = None

    @property
    def numbers(self) -> tuple[Number, ...]:
        """The numbers as written."""
        return (self.first, self.last) if self.last else (self.first,)


@dataclass(frozen=True, slots=True)
class Step:
    """One level of a reference.

    With `items` it is absolute (第三、五条). Without them it is relative: `offset` counts from the
    place of the reference (前两款 is -2, 下一条 is 1), 0 is the level that it stands in (本条).
    `ordinal` says that 第 is written, `repeated` that every number has 第 and level of its own
    (第三条、第五条), `final` is the last conjunction of a list, `range_mark` the sign of its ranges,
    `suffixed` that the level is written at all: 第五条（一） has no 项.
    `suffix` is one of 之一, 之二, as a number, or 0.
    """

    level: Level
    span: Span
    items: tuple[Item, ...] = ()
    offset: int = 0
    ordinal: bool = True
    repeated: bool = False
    suffixed: bool = True
    separator: str = "、"
    final: str = "、"
    range_mark: str = "至"
    suffix: int = 0


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference: `span` of the text, the document's own name before it (本办法) or "", and steps from the top down.

    `inherited` counts the steps at the beginning that stand before `span`, in the reference
    before it (第三条第一款、第二款第（一）项). `firm` says that it can be nothing but a reference.
    """

    span: Span
    scope: str
    steps: tuple[Step, ...]
    inherited: int = 0
    firm: bool = True

    @property
    def last(self) -> Step:
        """The step that names what is meant."""
        return self.steps[-1]

    @property
    def own_steps(self) -> tuple[Step, ...]:
        """The steps that stand within the span."""
        return self.steps[self.inherited :]
