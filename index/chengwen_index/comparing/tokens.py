"""Tokens of clause text: what a reviewer sees as one thing stays one thing.

Amounts with the limit before them (最高50%), numbers with their unit, dates, periods,
文号, references, names of organs, modal verbs and the words for those to whom a clause
applies (高新技术, 企业) are tokens; all else is words and single marks of punctuation. Joined,
the tokens are the text. The word lists are in `tokens.toml`. Texts that are equal
after folding have tokens that are equal after folding, save for characters that fold
into several (㎡).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from chengwen_index.comparing.token_patterns import TokenKind, token_pattern, word_list
from chengwen_index.words.analysis import pieces, words
from chengwen_library.facts.responsibility import responsibilities
from chengwen_library.folding import fold, fold_with_places
from chengwen_library.model import Span
from chengwen_library.numbering import parse_mark
from chengwen_library.regions import find_region, short_name

LONGEST_WORD = 4
"""Characters; longer terms of the field are cut into their words, since a change may touch one of them."""

LONGEST_SIGN = 9
"""Characters of the sign of the issuing organ in a 文号 at most (国市监知发)."""

AUTONOMOUS = "自治区"
"""What the names of some regions end with, and organs are called by within them."""

_SINGLE = r"[\u4e00-\u9fffA-Za-z0-9０-９，。、；：（）《》〈〉“”〔〕％%.,:;()\-—–－]"
_FOLDS_SINGLY = re.compile(f"{_SINGLE}+")
_RUNS = re.compile(f"(?P<single>{_SINGLE}+)|(?:(?!{_SINGLE}).)+", re.DOTALL)
_DOC_NUMBER = re.compile(r"[〔\[【(]\d{4}[〕\]】)]第?\d{1,5}号")
_WORD_RUN = re.compile(r"[a-zA-Z][a-zA-Z0-9]*|[\u3400-\u9fff]+|.", re.DOTALL)
_KINDS = {kind.value: kind for kind in TokenKind}
_Piece = tuple[int, TokenKind]
"""Where a token begins in the folded text, and its kind."""


class Token(NamedTuple):
    """A token: its characters in the text (white space behind it included), their fold, its kind, and its span."""

    text: str
    folded: str
    kind: TokenKind
    span: Span


@lru_cache(maxsize=256)
def tokens(text: str) -> tuple[Token, ...]:
    """Return the tokens of a text; their spans touch and cover all of it."""
    folded, places = _fold_with_places(text)
    if not folded:
        return (Token(text, "", TokenKind.PUNCTUATION, (0, len(text))),) if text else ()
    begun = [piece for piece in _pieces(text, folded, places) if not piece[0] or _is_new(places, piece[0])]
    cuts = [*(cut for cut, _ in begun), len(folded)]
    starts = [0, *(places[cut] for cut in cuts[1:-1]), len(text)]
    return tuple(
        Token(text[start:end], folded[cut:cut_end], kind, (start, end))
        for (_, kind), start, end, cut, cut_end in zip(begun, starts, starts[1:], cuts, cuts[1:], strict=False)
    )


def _is_new(places: list[int], place: int) -> bool:
    """Tell whether a character of the text begins at a place of its fold; ㎡ folds into two characters."""
    return places[place] != places[place - 1]


def _fold_with_places(text: str) -> tuple[str, list[int]]:
    """Do as `fold_with_places`, faster for what folds character by character."""
    if _FOLDS_SINGLY.fullmatch(text):
        return fold(text), list(range(len(text)))
    folded: list[str] = []
    places: list[int] = []
    for run in _RUNS.finditer(text):
        start, end = run.span()
        if run.lastgroup:
            folded.append(fold(run.group()))
            places.extend(range(start, end))
        else:
            words_of_run, inner = fold_with_places(run.group())
            folded.append(words_of_run)
            places.extend(start + place for place in inner)
    return "".join(folded), places


def _pieces(text: str, folded: str, places: list[int]) -> Iterator[_Piece]:
    """Yield the tokens of the folded text: marks, 文号 and the organs of notes first, the rest by patterns."""
    at = 0
    for start, end, kind in sorted([*_marks(text, places), *_organs_of_notes(text, places), *_doc_numbers(folded)]):
        if start >= at:
            yield from _by_pattern(folded, at, start)
            yield start, kind
            at = end
    yield from _by_pattern(folded, at, len(folded))


def _marks(text: str, places: list[int]) -> Iterator[tuple[int, int, TokenKind]]:
    for line in re.finditer(r"[^\n]+", text):
        words_of_line = line.group().lstrip()
        mark = parse_mark(words_of_line)
        if mark is not None:
            first = line.end() - len(words_of_line)
            yield bisect_left(places, first), bisect_left(places, first + mark.length), TokenKind.MARK


def _organs_of_notes(text: str, places: list[int]) -> Iterator[tuple[int, int, TokenKind]]:
    for note in responsibilities(text):
        at = note.span[0]
        for organ in note.organs:
            found = text.find(organ, at, note.span[1])
            if found >= 0:
                at = found + len(organ)
                yield bisect_left(places, found), bisect_left(places, at), TokenKind.ORGAN


def _doc_numbers(folded: str) -> Iterator[tuple[int, int, TokenKind]]:
    """Yield the 文号; words before the issuing organ's sign (贯彻国办发〔2023〕37号) do not belong to it."""
    for match in _DOC_NUMBER.finditer(folded):
        begin = match.start()
        while begin > max(match.start() - LONGEST_SIGN, 0) and "\u4e00" <= folded[begin - 1] <= "\u9fff":
            begin -= 1
        sign = folded[begin : match.start()]
        cuts = [place + len(word) for word in word_list("not_in_doc_number") if (place := sign.rfind(word, 0, -1)) >= 0]
        if sign:
            yield begin + max(cuts, default=0), match.end(), TokenKind.DOC_NUMBER


def _by_pattern(folded: str, start: int, end: int) -> Iterator[_Piece]:
    at = start
    for match in token_pattern().finditer(folded, start, end):
        kind = _KINDS[match.lastgroup or ""]
        first = _place_start(folded, at, match.start()) if kind is TokenKind.ORGAN else match.start()
        yield from _words(folded, at, first)
        yield first, kind
        at = match.end()
    yield from _words(folded, at, end)


def _words(folded: str, start: int, end: int) -> Iterator[_Piece]:
    """Yield the words of a stretch that no pattern covers; a modal verb only where it is used as one."""
    for run in _WORD_RUN.finditer(folded, start, end):
        characters = run.group()
        if len(characters) > 1:
            yield from _words_of_run(folded, run.start(), characters)
        else:
            yield run.start(), TokenKind.WORD if characters.isalnum() else TokenKind.PUNCTUATION


def _words_of_run(folded: str, start: int, run: str) -> Iterator[_Piece]:
    modal, scope = word_list("modal"), word_list("scope_words")
    at = start
    for word in _cut(run):
        kind = TokenKind.SCOPE if word in scope else TokenKind.WORD
        if word in modal and _is_modal(folded, at, at + len(word)):
            kind = TokenKind.MODAL
        yield at, kind
        at += len(word)


@lru_cache(maxsize=16384)
def _cut(run: str) -> tuple[str, ...]:
    """Return the words of a run of characters; joined they are as long as the run."""
    cut = [piece for word in words(run) for piece in _finer(word)]
    return tuple(cut) if sum(map(len, cut)) == len(run) else tuple(run)


@lru_cache(maxsize=4096)
def _finer(word: str) -> tuple[str, ...]:
    """Return what a long Chinese term is made of (所有权或长期使用权: 所有权 或 长期 使用权); other words whole."""
    if len(word) <= LONGEST_WORD or word.isascii():
        return (word,)
    empty = word_list("empty")
    known = [
        piece
        for piece in sorted(pieces(word), key=len, reverse=True)
        if len(piece) <= LONGEST_WORD and piece[0] not in empty and piece[-1] not in empty
    ]
    found: list[str] = []
    at = 0
    while at < len(word):
        found.append(next((piece for piece in known if word.startswith(piece, at)), word[at]))
        at += len(found[-1])
    return tuple(found)


def _is_modal(folded: str, start: int, end: int) -> bool:
    follows = folded[end : end + 4]
    if not follows or not follows[0].isalnum() or follows.startswith(tuple(word_list("not_modal_before"))):
        return False
    return not folded.endswith(tuple(word_list("not_modal_after")), 0, start)


def _place_start(folded: str, at: int, first: int) -> int:
    """Return where the name of an organ begins, with the name of a place before it (东莞市财政局)."""
    for length in range(min(6, first - at), 1, -1):
        if _is_place(folded[first - length : first], folded[first : first + len(AUTONOMOUS)]):
            return first - length
    return first


def _is_place(name: str, following: str) -> bool:
    """Tell whether a name is a place's, also one that ends with what the organ begins with (广西壮族|自治区财政厅)."""
    region, whole = _region(name), name + AUTONOMOUS
    return name in (region, short_name(region or "")) or (following == AUTONOMOUS and _region(whole) == whole)


@lru_cache(maxsize=4096)
def _region(name: str) -> str | None:
    found = find_region(name)
    return found[0] if found else None
