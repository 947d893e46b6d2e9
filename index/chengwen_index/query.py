"""The language of queries: words, "exact words", -without.

Straight quotes are syntax, “ ” are literal. An exact part ends at the first straight
quote before a space or the end of the query, else at the last one; without any it
runs to the end, so that a query half typed is already right.
"""

from __future__ import annotations

from dataclasses import dataclass

from chengwen_index import analysis
from chengwen_library.folding import fold

LONG = 8
"""Characters; a longer query without spaces is ranked by any of its words (decisions 8)."""
_QUOTES = '"＂'
_MINUS = "-－"


@dataclass(frozen=True, slots=True)
class Word:
    """A word as typed, in normal form, and the words of the text it is made of (none: it only counts whole)."""

    whole: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked for. `exact` and `without_exact` are folded, the rest is in normal form.

    `by_any_word` says that clauses with some of the words belong to the answer
    however many have all of them.
    """

    words: tuple[Word, ...]
    exact: tuple[str, ...]
    without: tuple[str, ...]
    without_exact: tuple[str, ...]
    by_any_word: bool

    @property
    def whole(self) -> str:
        """What is asked for as one string in normal form."""
        return "".join([*(word.whole for word in self.words), *map(analysis.lower, self.exact)])


@dataclass(frozen=True, slots=True)
class _Part:
    text: str
    exact: bool
    without: bool


def parse(text: str) -> Query:
    """Return what a query asks for. Every string is a query; one of nothing but signs asks for nothing."""
    parts = _parts(text)
    typed = [analysis.normal(part.text) for part in parts if not part.exact and not part.without]
    words, is_question = _words([word for word in typed if word])
    exact = tuple(fold(part.text) for part in parts if part.exact and not part.without)
    alone = len(typed) == 1 and not any(exact)
    return Query(
        words=words,
        exact=tuple(filter(None, exact)),
        without=tuple(filter(None, (analysis.normal(p.text) for p in parts if p.without and not p.exact))),
        without_exact=tuple(filter(None, (fold(p.text) for p in parts if p.without and p.exact))),
        by_any_word=is_question or (alone and len(typed[0]) > LONG),
    )


def _words(typed: list[str]) -> tuple[tuple[Word, ...], bool]:
    """Return the words without those that only make a question, and whether there were such."""
    cut = [(whole, analysis.words(whole)) for whole in typed]
    asking = analysis.question_words()
    is_question = any(word in asking for _, words in cut for word in words)
    found = tuple(Word(whole, _saying(words)) for whole, words in cut)
    asked = tuple(word for word in found if word.words or not is_question)
    return asked or found, is_question


def _saying(words: list[str]) -> tuple[str, ...]:
    """Return the words that say something in a search, each once."""
    silent = analysis.stop_words() | analysis.question_words()
    return tuple(dict.fromkeys(word for word in words if word not in silent))


def _parts(text: str) -> list[_Part]:
    parts: list[_Part] = []
    index = 0
    while index < len(text):
        if text[index].isspace():
            index += 1
            continue
        without = text[index] in _MINUS
        index += without
        exact = index < len(text) and text[index] in _QUOTES
        part, index = _quoted(text, index) if exact else _plain(text, index)
        parts.append(_Part(part, exact, without))
    return parts


def _quoted(text: str, start: int) -> tuple[str, int]:
    """Return the exact words that begin with the quote at `start`, and the index behind them."""
    quotes = [index for index in range(start + 1, len(text)) if text[index] in _QUOTES]
    ending = [index for index in quotes if index + 1 == len(text) or text[index + 1].isspace()]
    if not quotes:
        return text[start + 1 :], len(text)
    end = ending[0] if ending else quotes[-1]
    return text[start + 1 : end], end + 1


def _plain(text: str, start: int) -> tuple[str, int]:
    """Return the word at `start`, which ends before a space or a quote, and the index behind it."""
    end = start
    while end < len(text) and not text[end].isspace() and text[end] not in _QUOTES:
        end += 1
    return text[start:end], end
