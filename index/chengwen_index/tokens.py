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
from dataclasses import dataclass
from functools import lru_cache

from chengwen_index.analysis import pieces, words
from chengwen_index.token_patterns import TokenKind, token_pattern, word_list
from chengwen_library.facts.responsibility import responsibilities
from chengwen_library.folding import fold, fold_with_places
from chengwen_library.model import Span
from chengwen_library.numbering import parse_mark
from chengwen_library.regions import find_region, short_name


LONGEST_WORD = 4
"""Characters; longer terms of the field are cut into their words, since a change may touch one of them."""

LONGEST_SIGN = 9
"""Characters of the sign of the issuing organ in a 文号 at most (国市监知发)."""

_SINGLE = r"[\u4e00-\u9fffA-Za-z0-9０-９，。、；：（）《》〈〉“”〔〕％%.,:;()\-—–－]"
_FOLDS_SINGLY = re.compile(f"{_SINGLE}+")
_RUNS = re.compile(f"(?P<single>{_SINGLE}+)|(?:(?!{_SINGLE}).)+", re.DOTALL)
_DOC_NUMBER = re.compile(r"[〔\[【(]\d{4}[〕\]】)]第?\d{1,5}号")
_Piece = tuple[int, TokenKind]
"""Where a token begins in the folded text, and its kind."""


@dataclass(frozen=True, slots=True)
class Token:
    """A token: its characters in the text (white space behind it included), their fold, its kind, and its span."""

    text: str
    folded: str
    kind: TokenKind
    span: Span


@lru_cache(maxsize=2048)
def tokens(text: str) -> tuple[Token, ...]:
    """Return the tokens of a text; their spans touch and cover all of it."""
    folded, places = _fold_with_places(text)
    if not folded:
        return (Token(text, "", TokenKind.PUNCTUATION, (0, len(text))),) if text else ()
    pieces = [
        piece for piece in _pieces(text, folded, places) if places[piece[0]] != places[piece[0] - 1] or not piece[0]
    ]
    starts = [0, *(places[start] for start, _ in pieces[1:]), len(text)]
    cuts = [*(start for start, _ in pieces), len(folded)]
    return tuple(
        Token(text[starts[n] : starts[n + 1]], folded[cuts[n] : cuts[n + 1]], kind, (starts[n], starts[n + 1]))
        for n, (_, kind) in enumerate(pieces)
    )


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
        kind = TokenKind(match.lastgroup or "")
        first = _place_start(folded, at, match.start()) if kind is TokenKind.ORGAN else match.start()
        yield from _words(folded, at, first)
        yield first, kind
        at = match.end()
    yield from _words(folded, at, end)


def _words(folded: str, start: int, end: int) -> Iterator[_Piece]:
    """Yield the words of a stretch that no pattern covers; a modal verb only where it is used as one."""
    for run in re.finditer(r"[a-zA-Z][a-zA-Z0-9]*|[\u3400-\u9fff]+|.", folded[start:end], re.DOTALL):
        first = start + run.start()
        if run.group().isalpha() and len(run.group()) > 1:
            yield from _words_of_run(folded, first, run.group())
        else:
            yield first, TokenKind.WORD if run.group().isalnum() else TokenKind.PUNCTUATION


def _words_of_run(folded: str, start: int, run: str) -> Iterator[_Piece]:
    cut = [piece for word in words(run) for piece in _finer(word)]
    if "".join(cut) != run.lower():
        cut = list(run) if len("".join(cut)) != len(run) else cut
    at = start
    for word in cut:
        kind = TokenKind.WORD
        if word in word_list("modal") and _is_modal(folded, at, at + len(word)):
            kind = TokenKind.MODAL
        elif word in word_list("scope_words"):
            kind = TokenKind.SCOPE
        yield at, kind
        at += len(word)


@lru_cache(maxsize=4096)
def _finer(word: str) -> tuple[str, ...]:
    """Return what a long term of the field is made of (所有权或长期使用权: 所有权 或 长期 使用权); other words whole."""
    if len(word) <= LONGEST_WORD:
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
        name = folded[first - length : first]
        region = _region(name)
        if region is not None and name in (region, short_name(region)):
            return first - length
    return first


@lru_cache(maxsize=4096)
def _region(name: str) -> str | None:
    found = find_region(name)
    return found[0] if found else None
