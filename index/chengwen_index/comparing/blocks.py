"""What is equal and what is changed between two rows of tokens, cut as a reader would cut it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from chengwen_index.comparing.token_patterns import TokenKind, word_list
from chengwen_index.comparing.tokens import Token
from chengwen_library.model import Span

LONGEST_ISLAND = 8
"""Characters; longer equal stretches between two changes are always shown as equal."""

_PLAIN = frozenset([TokenKind.WORD, TokenKind.PUNCTUATION, TokenKind.SCOPE, TokenKind.MARK])
_NUMBERS = re.compile(r"\d+|[零一二三四五六七八九十百]+")
_STOPS = re.compile(r"[.;!?]$")


@dataclass(slots=True)
class Block:
    """Tokens of the base and of the new text that answer each other: spans of places among the tokens."""

    equal: bool
    old: Span
    young: Span


def blocks(old: Sequence[Token], young: Sequence[Token]) -> list[Block]:
    """Return what is equal and what is changed by turns, from the first token to the last."""
    codes = LCSseq.opcodes(_keys(old), _keys(young))
    found = _by_turns(
        Block(code.tag == "equal", (code.src_start, code.src_end), (code.dest_start, code.dest_end)) for code in codes
    )
    _slide(found, old, young)
    filled = [block for block in found if block.old[0] < block.old[1] or block.young[0] < block.young[1]]
    return _merged(_by_turns(filled), old, young)


def _keys(sequence: Sequence[Token]) -> list[str]:
    """Return what tokens are compared by; what is only renumbered has the same key."""
    keys: list[str] = []
    for place, token in enumerate(sequence):
        key = token.folded
        if token.kind is TokenKind.MARK:
            key = "\0mark"
        elif token.kind is TokenKind.REFERENCE and not _is_external(sequence, place):
            key = "\0" + _NUMBERS.sub("#", key)
        keys.append(key)
    return keys


def _is_external(sequence: Sequence[Token], place: int) -> bool:
    """Tell whether a reference is to another document, whose numbers are its own: 《专利法》第五十条."""
    before = [token.kind for token in sequence[max(place - 3, 0) : place] if token.folded not in "()"]
    return bool(before) and before[-1] in (TokenKind.TITLE, TokenKind.DOC_NUMBER)


def _by_turns(found: Iterable[Block]) -> list[Block]:
    """Return the blocks, those side by side that are equal, or changed, as one."""
    turns: list[Block] = []
    for block in found:
        if turns and turns[-1].equal == block.equal:
            turns[-1] = _whole(turns[-1], block)
        else:
            turns.append(block)
    return turns


def _whole(first: Block, last: Block) -> Block:
    """Return what reaches from one block to another as one of the kind of the first."""
    return Block(first.equal, (first.old[0], last.old[1]), (first.young[0], last.young[1]))


def _slide(found: list[Block], old: Sequence[Token], young: Sequence[Token]) -> None:
    """Shift insertions and deletions so that they begin behind a stop, where that makes no difference."""
    for before, block, after in zip(found, found[1:], found[2:], strict=False):
        is_insertion, is_deletion = block.old[0] == block.old[1], block.young[0] == block.young[1]
        if not (is_insertion or is_deletion):
            continue
        text, span = (young, block.young) if is_insertion else (old, block.old)
        by = _best_shift(text, span, before.old[1] - before.old[0], after.old[1] - after.old[0])
        before.old, before.young = _end_moved(before.old, by), _end_moved(before.young, by)
        block.old, block.young = _moved(block.old, by), _moved(block.young, by)
        after.old, after.young = _start_moved(after.old, by), _start_moved(after.young, by)


def _best_shift(text: Sequence[Token], span: Span, room_before: int, room_after: int) -> int:
    start, end = span
    back = forward = 0
    while back < room_before and text[start - 1 - back].folded == text[end - 1 - back].folded:
        back += 1
    while forward < room_after and text[start + forward].folded == text[end + forward].folded:
        forward += 1
    return max(range(-back, forward + 1), key=lambda by: (_worth(text, start + by, end + by), -abs(by)))


def _worth(text: Sequence[Token], start: int, end: int) -> int:
    """Return how well a change is cut: best behind a full stop."""
    before = text[start - 1].folded if start else "."
    if _STOPS.search(before):
        return 3
    last = text[end - 1].folded
    return 2 if before == "," or last in (".", ",", ";") else int(last == "、")


def _moved(span: Span, by: int) -> Span:
    return span[0] + by, span[1] + by


def _end_moved(span: Span, by: int) -> Span:
    return span[0], span[1] + by


def _start_moved(span: Span, by: int) -> Span:
    return span[0] + by, span[1]


def _merged(blocks: list[Block], old: Sequence[Token], young: Sequence[Token]) -> list[Block]:
    """Make one change of changes with nothing but an island of little meaning between them, until none is left."""
    result = list(blocks)
    place = 1
    while place < len(result) - 1:
        left, island, right = result[place - 1 : place + 2]
        if island.equal and not left.equal and not right.equal and _is_small(left, island, right, old, young):
            result[place - 1 : place + 2] = [_whole(left, right)]
            place = max(place - 2, 1)
        else:
            place += 1
    return result


def _is_small(left: Block, island: Block, right: Block, old: Sequence[Token], young: Sequence[Token]) -> bool:
    """Tell whether an equal stretch is too small beside the changes around it to be shown as equal."""
    inner = old[slice(*island.old)]
    if any(token.kind not in _PLAIN for token in inner):
        return False
    words = [token for token in inner if token.kind is not TokenKind.PUNCTUATION]
    size = sum(len(token.folded) for token in words if token.folded not in word_list("empty"))
    around = [max(_length(old, side.old), _length(young, side.young)) for side in (left, right)]
    if not words:
        return min(around) > 4 and not any(_STOPS.search(token.folded) for token in inner)
    return size <= LONGEST_ISLAND and max(size, 1) * 2 <= min(around)


def _length(sequence: Sequence[Token], span: Span) -> int:
    return sum(len(token.folded) for token in sequence[slice(*span)])
