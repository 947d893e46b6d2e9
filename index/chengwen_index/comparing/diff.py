"""What differs between two wordings of a clause, in words, classed and weighed.

What folds away (width, kinds of quotes, white space) and what is only renumbered
(（三） → （五） at the head of a unit, 第三条 → 第五条 of the same measure) is no change:
such parts are EQUAL and keep the characters of both sides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from chengwen_index.comparing.blocks import Block, blocks
from chengwen_index.comparing.token_patterns import TokenKind, word_list
from chengwen_index.comparing.tokens import Token, tokens
from chengwen_library.model import Span


class Operation(StrEnum):
    """What became of a piece of the base."""

    EQUAL = "equal"
    INSERT = "insert"
    DELETE = "delete"
    REPLACE = "replace"


class Change(StrEnum):
    """What kind of words a change touches, the weightiest first.

    AMOUNT: sums, percentages and all other quantities with their limits. PERIOD:
    periods and dates. REFERENCE: references within a measure, 《titles》 and 文号.
    SCOPE: to whom or to what a clause applies. WORDING is the rest.
    """

    MODAL = "modal"
    AMOUNT = "amount"
    PERIOD = "period"
    ORGAN = "organ"
    REFERENCE = "reference"
    SCOPE = "scope"
    WORDING = "wording"
    PUNCTUATION = "punctuation"


WEIGHT = {change: place for place, change in enumerate(Change)}
"""The rank of a change: 0 is the weightiest."""

SENTENCE = 12
"""Characters from which on a change with several plain words counts as a sentence of its own."""

LONGEST_PAIRED = 30
"""Tokens of a replaced stretch in which what answers what is looked for."""

LONGEST_PAIRED_WORDS = 12
"""The same for modal verbs and scope, which in longer stretches stand in other company."""

_CLASSES = {
    TokenKind.MODAL: Change.MODAL,
    TokenKind.AMOUNT: Change.AMOUNT,
    TokenKind.PERCENTAGE: Change.AMOUNT,
    TokenKind.QUANTITY: Change.AMOUNT,
    TokenKind.PERIOD: Change.PERIOD,
    TokenKind.DATE: Change.PERIOD,
    TokenKind.ORGAN: Change.ORGAN,
    TokenKind.REFERENCE: Change.REFERENCE,
    TokenKind.DOC_NUMBER: Change.REFERENCE,
    TokenKind.TITLE: Change.REFERENCE,
    TokenKind.SCOPE: Change.SCOPE,
}


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of both texts; spans are half-open, in the characters of either text.

    `changes` are the classes of what changed, the weightiest first; empty for EQUAL
    parts and for marks (（三）) that were put in or taken out.
    """

    operation: Operation
    new: str
    base: str
    new_span: Span
    base_span: Span
    changes: tuple[Change, ...] = ()

    @property
    def change(self) -> Change | None:
        """The weightiest class of the part."""
        return self.changes[0] if self.changes else None


@dataclass(frozen=True, slots=True)
class Diff:
    """The pieces of two texts from the first to the last; joined they are either text."""

    parts: tuple[Part, ...]

    @property
    def changed(self) -> tuple[Part, ...]:
        """The changes, the weightiest first, those of one weight in the order of the text."""
        return tuple(sorted((part for part in self.parts if part.changes), key=lambda part: WEIGHT[part.changes[0]]))

    @property
    def classes(self) -> tuple[Change, ...]:
        """The classes of the changes, each once, the weightiest first: `changes` of the contract."""
        return tuple(self.counts())

    def counts(self) -> dict[Change, int]:
        """Return how many parts have a change of each class, the weightiest first."""
        found = Counter(change for part in self.parts for change in part.changes)
        return {change: found[change] for change in Change if found[change]}


def diff(base: str, new: str) -> Diff:
    """Return what was changed to make `new` of `base` (the precedent)."""
    old, young = tokens(base), tokens(new)
    pieces = (piece for block in blocks(old, young) for piece in _pieces(block, old, young))
    return Diff(tuple(_placed(_joined(pieces))))


def apply(difference: Diff, base: str) -> str:
    """Return the new text, made of the base and the difference. Raises ValueError if it is of another base."""
    if "".join(part.base for part in difference.parts) != base:
        raise ValueError("the difference is of another text")
    return "".join(part.new for part in difference.parts)


def revert(difference: Diff, new: str) -> str:
    """Return the base, made of the new text and the difference. Raises ValueError if it is of another text."""
    if "".join(part.new for part in difference.parts) != new:
        raise ValueError("the difference is of another text")
    return "".join(part.base for part in difference.parts)


class _Piece(NamedTuple):
    """Words of the base and of the new text, and the classes of their change; None where they are equal."""

    base: str
    new: str
    changes: tuple[Change, ...] | None


def _pieces(block: Block, old: Sequence[Token], young: Sequence[Token]) -> Iterator[_Piece]:
    before, after = old[slice(*block.old)], young[slice(*block.young)]
    if block.equal:
        yield _piece(before, after, is_equal=True)
        return
    for mine, theirs in _paired(before, after):
        yield _piece(mine, theirs, is_equal=_folded(mine) == _folded(theirs))


def _piece(old: Sequence[Token], young: Sequence[Token], *, is_equal: bool) -> _Piece:
    base, new = ("".join(token.text for token in side) for side in (old, young))
    return _Piece(base, new, None if is_equal else _changes(old, young))


def _folded(side: Sequence[Token]) -> str:
    return "".join(token.folded for token in side)


def _paired(old: Sequence[Token], young: Sequence[Token]) -> Iterator[tuple[Sequence[Token], Sequence[Token]]]:
    """Cut a replaced stretch at the amounts, periods, organs … that answer each other in it."""
    at = (0, 0)
    if max(len(old), len(young)) <= LONGEST_PAIRED:
        for mine, theirs in _answers(old, young):
            if at[0] < mine or at[1] < theirs:
                yield old[at[0] : mine], young[at[1] : theirs]
            yield old[mine : mine + 1], young[theirs : theirs + 1]
            at = mine + 1, theirs + 1
    if at[0] < len(old) or at[1] < len(young):
        yield old[at[0] :], young[at[1] :]


def _answers(old: Sequence[Token], young: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield the places of tokens of the same class, in the order of both sides."""
    is_short = max(len(old), len(young)) <= LONGEST_PAIRED_WORDS
    paired = _CLASSES.keys() - (() if is_short else (TokenKind.MODAL, TokenKind.SCOPE))
    mine = [place for place, token in enumerate(old) if token.kind in paired]
    theirs = [place for place, token in enumerate(young) if token.kind in paired]
    kinds = [[_CLASSES[side[place].kind] for place in places] for side, places in ((old, mine), (young, theirs))]
    for code in LCSseq.opcodes(*kinds):
        if code.tag == "equal":
            pairs = zip(mine[code.src_start : code.src_end], theirs[code.dest_start : code.dest_end], strict=True)
            yield from pairs


def _changes(old: Sequence[Token], young: Sequence[Token]) -> tuple[Change, ...]:
    """Return the classes of a change: of the tokens that stand on one side only."""
    left, right = Counter(token.folded for token in old), Counter(token.folded for token in young)
    gone, come = left - right, right - left
    touched = [token for token in old if token.folded in gone] + [token for token in young if token.folded in come]
    touched = touched or [*old, *young]
    found = {_CLASSES[token.kind] for token in touched if token.kind in _CLASSES}
    if _is_sentence(old) or _is_sentence(young):
        found -= {Change.SCOPE}
        if not any(token.folded in word_list("duty") for token in touched):
            found -= {Change.MODAL}
    if not found and any(token.kind is TokenKind.WORD or token.kind in _CLASSES for token in touched):
        found = {Change.WORDING}
    if not found and any(token.kind is TokenKind.PUNCTUATION for token in touched):
        found = {Change.PUNCTUATION}
    return tuple(change for change in Change if change in found)


def _is_sentence(side: Sequence[Token]) -> bool:
    plain = [token for token in side if token.kind is TokenKind.WORD and token.folded not in word_list("empty")]
    return len(plain) >= 2 and len(_folded(side)) >= SENTENCE


def _joined(pieces: Iterable[_Piece]) -> list[_Piece]:
    """Return the pieces; those side by side that are equal, or changed alike, are made one."""
    joined: list[_Piece] = []
    for piece in pieces:
        if joined and joined[-1].changes == piece.changes:
            last = joined[-1]
            joined[-1] = _Piece(last.base + piece.base, last.new + piece.new, piece.changes)
        else:
            joined.append(piece)
    return joined


def _placed(pieces: Iterable[_Piece]) -> Iterator[Part]:
    """Yield the parts with their spans."""
    base_at = new_at = 0
    for piece in pieces:
        base, new = (base_at, base_at + len(piece.base)), (new_at, new_at + len(piece.new))
        yield Part(_operation(piece), piece.new, piece.base, new, base, piece.changes or ())
        base_at, new_at = base[1], new[1]


def _operation(piece: _Piece) -> Operation:
    if piece.changes is None:
        return Operation.EQUAL
    if piece.base and piece.new:
        return Operation.REPLACE
    return Operation.DELETE if piece.base else Operation.INSERT
