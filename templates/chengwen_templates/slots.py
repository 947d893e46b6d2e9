"""Fields to fill: what in a clause from elsewhere holds for its own place only.

Amounts, shares, numbers to be reached, dates, periods, 文号, the names of the source's places and of
its platforms and institutions. A person says which of them become blanks (`chengwen_templates.blanks`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from chengwen_index.comparing.token_patterns import TokenKind, word_list
from chengwen_index.comparing.tokens import Token, tokens
from chengwen_library.facts.figures import BETWEEN, NUMBER
from chengwen_library.facts.quantities import targets
from chengwen_library.model import Span, Unit
from chengwen_templates.adapting import overlaps, untouched_spans
from chengwen_templates.checks.passages import Place
from chengwen_templates.place_names import Region, place_names, region
from chengwen_templates.spots import texts_of

LONGEST_LABEL = 10
"""Characters before a slot by which it is told."""

STATE = ("国", "中")
"""What the 文号 of the state's documents begin with: they hold in every place."""

_CLAUSE = re.compile(r"[^，。；：！？、（）\n]*$")


class SlotKind(StrEnum):
    """What is to be filled in; the value is what people are told, and stands in the blank."""

    AMOUNT = "金额"
    SHARE = "比例"
    QUANTITY = "数量"
    DATE = "日期"
    PERIOD = "期限"
    NUMBER = "文号"
    NAME = "名称"
    PLACE = "地名"
    OTHER = "内容"

    @property
    def blank(self) -> str:
        """What stands in the text until a person fills it: 【填写金额】."""
        return f"【填写{self}】"


@dataclass(frozen=True, slots=True)
class Slot:
    """A field: its words (the source's, or the blank) at a span of the text at a place; `label` says what for."""

    kind: SlotKind
    label: str
    """The words before it, by which it is told."""
    words: str
    place: Place
    span: Span


def slots(unit: Unit, source: str | None, own: str) -> tuple[Slot, ...]:
    """Return what may become fields of a unit taken from a measure of the region `source`, in the order of the text.

    `own` is the full name of the draft's region, "" if it is not known. Ask after substitutions have
    been made: the source's names that are left are slots too.
    """
    there, here = region(source) if source else None, region(own)
    return tuple(slot for place, text in texts_of(unit) for slot in _in_text(place, text, there, here))


def _in_text(place: Place, text: str, source: Region | None, own: Region) -> Iterator[Slot]:
    found = [*_names(text, source, own)] if source is not None else []
    taken = [span for _, span in found]
    found += [(kind, span) for kind, span in _facts(text) if not overlaps(span, taken)]
    for kind, (start, end) in sorted(found, key=lambda one: one[1]):
        yield Slot(kind, label(text, start), text[start:end], place, (start, end))


def _facts(text: str) -> Iterator[tuple[SlotKind, Span]]:
    """Yield amounts, shares, dates, periods and 文号, and the numbers of what is to be reached."""
    reached = [target.span for target in targets(text)]
    for token in tokens(text):
        kind = _KINDS.get(token.kind)
        start, end = _without_limit(token)
        words = text[start:end]
        if kind is None or (kind is SlotKind.QUANTITY and not overlaps(token.span, reached)):
            continue
        if kind is SlotKind.QUANTITY and (number := _number().match(words)):
            end = start + number.end()
        if kind is SlotKind.PERIOD and words in word_list("period_words"):
            continue
        if kind is not SlotKind.NUMBER or not words.startswith(STATE):
            yield kind, (start, end)


def _names(text: str, source: Region, own: Region) -> Iterator[tuple[SlotKind, Span]]:
    """Yield the names of the source's places, or with them, that say nothing of the own place."""
    names = [one for one in place_names(text, source) if not _is_own(one.name, one.code, own)]
    titles = [span for span in untouched_spans(text) if text[span[0]] == "《"]
    last = 0
    for title in titles:
        if any(overlaps(one.span, [title]) for one in names):
            yield SlotKind.NAME, title
    for one in names:
        span = _organ_around(text, one.span) or one.within
        kind = SlotKind.NAME if span else SlotKind.PLACE
        span = span or one.span
        if span[0] >= last and not overlaps(one.span, untouched_spans(text)):
            yield kind, span
            last = span[1]


def _organ_around(text: str, span: Span) -> Span | None:
    """Return where the organ is named of whose name a place's is a part."""
    around = (token for token in tokens(text) if token.kind is TokenKind.ORGAN and overlaps(span, [token.span]))
    return next((token.span for token in around if token.span != span), None)


def _is_own(name: str, code: str, own: Region) -> bool:
    return own.is_related(code) or (bool(own.name) and name in (own.name, own.short))


def _without_limit(token: Token) -> Span:
    """Return the span of a token without 最高 and the like before its number, and without what is blank behind it."""
    limits = [word for word in word_list("limits") if token.folded.startswith(word)]
    start, end = token.span
    return start + max(map(len, limits), default=0), end - (len(token.text) - len(token.text.rstrip()))


def label(text: str, start: int) -> str:
    """Return the words before a place in a text by which what stands there is told."""
    before = text[:start].rstrip("“《（")
    clause = _CLAUSE.search(before)
    return ((clause.group() if clause else "") or before)[-LONGEST_LABEL:]


@cache
def _number() -> re.Pattern[str]:
    return re.compile(rf"{NUMBER}(?:{BETWEEN}{NUMBER})?")


_KINDS = {
    TokenKind.AMOUNT: SlotKind.AMOUNT,
    TokenKind.PERCENTAGE: SlotKind.SHARE,
    TokenKind.QUANTITY: SlotKind.QUANTITY,
    TokenKind.DATE: SlotKind.DATE,
    TokenKind.PERIOD: SlotKind.PERIOD,
    TokenKind.DOC_NUMBER: SlotKind.NUMBER,
}
