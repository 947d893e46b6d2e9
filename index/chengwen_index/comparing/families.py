"""The same clause over several cities, and what varies within it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from chengwen_index.comparing.affinity import AKIN_FROM, Portrait, affinity, portrait
from chengwen_index.comparing.diff import Operation, diff
from chengwen_index.comparing.similarity import ADAPTED_FROM, similarity
from chengwen_index.comparing.token_patterns import TokenKind
from chengwen_index.comparing.tokens import Token, tokens
from chengwen_library.clauses import clauses
from chengwen_library.folding import fold
from chengwen_library.model import Clause, ClauseKind, Measure, Span

VARYING = (
    TokenKind.MODAL,
    TokenKind.AMOUNT,
    TokenKind.PERCENTAGE,
    TokenKind.QUANTITY,
    TokenKind.PERIOD,
    TokenKind.DATE,
    TokenKind.ORGAN,
    TokenKind.DOC_NUMBER,
    TokenKind.TITLE,
    TokenKind.SCOPE,
)
"""What may vary within a family, in the order in which it is shown."""

LISTED = frozenset(VARYING) - {TokenKind.MODAL, TokenKind.SCOPE}
"""What is listed of clauses in different wordings, in which no place answers another."""

_LABEL = 8
"""Characters before a slot by which it is told."""


@dataclass(frozen=True, slots=True)
class Slot:
    """What varies: its kind, the words before it, and each member's words in the order of the family ("" for none)."""

    kind: TokenKind
    label: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """Clauses of different measures that regulate the same, in the order of the measures; at most one of each."""

    topic: str | None
    clauses: tuple[Clause, ...]
    slots: tuple[Slot, ...]


def families(measures: Sequence[Measure]) -> tuple[Family, ...]:
    """Return the families of two or more clauses over the measures, those of most measures first."""
    members = [
        (column, clause)
        for column, measure in enumerate(measures)
        for clause in clauses(measure)
        if clause.kind is ClauseKind.NUMBERED and clause.text
    ]
    portraits = [portrait(clause) for _, clause in members]
    groups = _clusters(portraits, [column for column, _ in members])
    found = [
        Family(_main_topic([portraits[place] for place in group]), those, slots(those))
        for group in groups
        if (those := tuple(members[place][1] for place in group))
    ]
    return tuple(sorted(found, key=lambda family: -len(family.clauses)))


def slots(members: Sequence[Clause]) -> tuple[Slot, ...]:
    """Return what varies between clauses that regulate the same.

    Where all are one wording, adapted, a slot is a place in it; else a slot holds all
    that a clause names of one kind.
    """
    texts = [clause.text for clause in members]
    if len(texts) < 2:
        return ()
    alike = all(similarity(texts[0], text) >= ADAPTED_FROM for text in texts[1:])
    found = _aligned(texts) if alike else _listed(texts)
    varying = [slot for slot in found if len({fold(value) for value in slot.values}) > 1]
    return tuple(sorted(varying, key=lambda slot: VARYING.index(slot.kind)))


def _clusters(portraits: Sequence[Portrait], columns: Sequence[int]) -> list[list[int]]:
    """Join the likeliest groups as long as they regulate the same on average and are of different measures."""
    groups: dict[int, list[int]] = {place: [place] for place in range(len(portraits))}
    worth = _affinities(portraits, columns)
    while len(groups) > 1:
        one, other = map(int, np.unravel_index(np.argmax(worth), worth.shape))
        if worth[one, other] < AKIN_FROM:
            break
        mine, theirs = len(groups[one]), len(groups[other])
        mean = (worth[one] * mine + worth[other] * theirs) / (mine + theirs)
        groups[one] += groups.pop(other)
        worth[one, :] = worth[:, one] = mean
        worth[other, :] = worth[:, other] = -np.inf
        worth[one, one] = -np.inf
    return sorted(sorted(group) for group in groups.values() if len(group) > 1)


def _affinities(portraits: Sequence[Portrait], columns: Sequence[int]) -> npt.NDArray[np.float64]:
    """Return the affinity of each pair; -inf for clauses of one measure, which stays -inf in every mean."""
    worth = np.full((len(portraits), len(portraits)), -np.inf)
    for i, one in enumerate(portraits):
        for j in range(i):
            if columns[i] != columns[j]:
                worth[i, j] = worth[j, i] = affinity(one, portraits[j])
    return worth


def _main_topic(members: Sequence[Portrait]) -> str | None:
    named = Counter(topic for member in members for topic in member.topics[:1])
    return named.most_common(1)[0][0] if named else None


def _listed(texts: Sequence[str]) -> list[Slot]:
    found = [tokens(text) for text in texts]
    return [
        Slot(
            kind,
            "",
            tuple(
                "、".join(
                    dict.fromkeys(_words(token) for token in of if token.kind is kind and not token.folded.isdecimal())
                )
                for of in found
            ),
        )
        for kind in VARYING
        if kind in LISTED
    ]


def _aligned(texts: Sequence[str]) -> list[Slot]:
    """Return the places of the first text that hold something else, or nothing, in another one."""
    base = texts[0]
    answers = [_answers(base, text) for text in texts[1:]]
    own = {(token.span, token.kind): _words(token) for token in tokens(base) if token.kind in VARYING}
    places = sorted({place for answer in answers for place in answer} | set(own))
    return [
        Slot(
            kind,
            _label(base, span),
            (own.get((span, kind), ""), *(found.get((span, kind), "") for found in answers)),
        )
        for span, kind in places
    ]


def _answers(base: str, text: str) -> dict[tuple[Span, TokenKind], str]:
    """Return what stands in `text` at the places of the base that may vary; what it puts in stands at an empty span."""
    found: dict[tuple[Span, TokenKind], str] = {}
    olds, news = ([token for token in tokens(words) if token.kind in VARYING] for words in (base, text))
    for part in diff(base, text).parts:
        old, end = _within(olds, part.base_span), part.base_span[1]
        if part.operation is Operation.EQUAL:
            found |= {(token.span, token.kind): _words(token) for token in old}
            continue
        new = _within(news, part.new_span)
        for token in old:
            same = next((other for other in new if other.kind is token.kind), None)
            found[token.span, token.kind] = _words(same) if same else ""
            new = [other for other in new if other is not same]
        for kind in dict.fromkeys(token.kind for token in new):
            found[(end, end), kind] = "、".join(_words(token) for token in new if token.kind is kind)
    return found


def _within(row: Sequence[Token], span: Span) -> list[Token]:
    return [token for token in row if span[0] <= token.span[0] < span[1]]


def _words(token: Token) -> str:
    return token.text.strip()


def _label(text: str, span: Span) -> str:
    before = text[max(span[0] - _LABEL, 0) : span[0]]
    return before[max(before.rfind(stop) for stop in "，。；：、\n") + 1 :]
