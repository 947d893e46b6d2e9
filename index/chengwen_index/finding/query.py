"""The language of queries: words, "exact words", -without, A|B, 地区:东莞.

Straight quotes are syntax, “ ” are literal. An exact part ends at the first straight
quote before a space, a | or the end of the query, else at the last one; without any it
runs to the end, so that a query half typed is already right.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from chengwen_index.finding.conditions import Condition, condition_of, united, widened
from chengwen_index.words import analysis
from chengwen_index.words.normalizing import lower, normal
from chengwen_library.folding import fold
from chengwen_library.model import Span

LONG = 8
"""Characters; a longer query without spaces is ranked by any of its words (decisions 8)."""
_QUOTES = '"＂'
_MINUS = "-－"
_OR = "|｜"


@dataclass(frozen=True, slots=True)
class Word:
    """A word as typed, in normal form, and the words of the text it is made of (none: it only counts whole).

    `span` is where it stands in the query.
    """

    whole: str
    words: tuple[str, ...]
    span: Span = field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Exact:
    """Words that must stand in a clause just so; folded."""

    folded: str


Choice = tuple[Word | Exact, ...]
"""What is asked for at one place of the query: any of these will do."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked for: every choice, nothing of `without`, and every condition.

    `by_any_word` says that clauses with some of the words belong to the answer however
    many have all of them.
    """

    choices: tuple[Choice, ...]
    without: tuple[Word | Exact, ...]
    conditions: tuple[Condition, ...]
    by_any_word: bool

    @property
    def words(self) -> tuple[Word, ...]:
        """The words asked for, in their order."""
        return tuple(option for choice in self.choices for option in choice if isinstance(option, Word))

    @property
    def exact(self) -> tuple[str, ...]:
        """The exact words asked for, folded."""
        return tuple(option.folded for choice in self.choices for option in choice if isinstance(option, Exact))

    @property
    def whole(self) -> str:
        """What is asked for as one string in normal form."""
        return "".join(_plain_form(choice[0]) for choice in self.choices)


NOTHING = Query((), (), (), by_any_word=False)


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of the query; `joined` says that a | stands between it and the part before."""

    start: int
    text: str
    exact: bool
    without: bool
    joined: bool


def parse(text: str) -> Query:
    """Return what a query asks for. Every string is a query; one of nothing but signs asks for nothing."""
    choices: list[list[Word | Exact]] = []
    without: list[Word | Exact] = []
    conditions: list[Condition] = []
    excluding = after_condition = False
    for part in _parts(text):
        condition = None if part.exact else condition_of(part.text, excluded=part.without)
        if condition is not None:
            conditions.append(condition)
        elif part.joined and after_condition:
            conditions[-1] = widened(conditions[-1], part.text)
        after_condition = condition is not None or (part.joined and after_condition)
        option = None if after_condition else _option(part)
        if option is None:
            continue
        excluding = part.without or (part.joined and excluding)
        if excluding:
            without.append(option)
        elif part.joined and choices:
            choices[-1].append(option)
        else:
            choices.append([option])
    return _query(choices, without, conditions)


def _query(choices: list[list[Word | Exact]], without: list[Word | Exact], conditions: list[Condition]) -> Query:
    typed = [option for choice in choices for option in choice if isinstance(option, Word)]
    is_question = any(_asks(option.whole) for option in typed)
    said = [[option for option in choice if not _only_asks(option)] for choice in choices] if is_question else choices
    alone = len(choices) == len(typed) == 1
    return Query(
        choices=tuple(tuple(choice) for choice in said if choice) or tuple(map(tuple, choices)),
        without=tuple(without),
        conditions=united(conditions),
        by_any_word=is_question or (alone and len(typed[0].whole) > LONG),
    )


def _asks(whole: str) -> bool:
    return any(sign in whole for sign in analysis.question_signs()) or not analysis.question_words().isdisjoint(
        analysis.words(whole)
    )


def _only_asks(option: Word | Exact) -> bool:
    return isinstance(option, Word) and not option.words


def _option(part: _Part) -> Word | Exact | None:
    if part.exact:
        folded = fold(part.text)
        return Exact(folded) if folded else None
    whole = normal(part.text)
    return Word(whole, _saying(whole), (part.start, part.start + len(part.text))) if whole else None


def _saying(whole: str) -> tuple[str, ...]:
    """Return the words that say something in a search, each once."""
    silent = analysis.stop_words() | analysis.question_words()
    return tuple(dict.fromkeys(word for word in analysis.words(whole) if word not in silent))


def _plain_form(option: Word | Exact) -> str:
    return option.whole if isinstance(option, Word) else lower(option.folded)


def _parts(text: str) -> Iterator[_Part]:
    index, joined = 0, False
    while index < len(text):
        if text[index].isspace():
            index += 1
        elif text[index] in _OR:
            index, joined = index + 1, True
        else:
            without = text[index] in _MINUS
            index += without
            exact = index < len(text) and text[index] in _QUOTES
            start = index
            part, index = _quoted(text, index) if exact else _plain(text, index)
            yield _Part(start, part, exact, without, joined)
            joined = False


def _quoted(text: str, start: int) -> tuple[str, int]:
    """Return the exact words that begin with the quote at `start`, and the index behind them."""
    quotes = [index for index in range(start + 1, len(text)) if text[index] in _QUOTES]
    ending = [index for index in quotes if index + 1 == len(text) or _ends(text[index + 1])]
    if not quotes:
        return text[start + 1 :], len(text)
    end = ending[0] if ending else quotes[-1]
    return text[start + 1 : end], end + 1


def _plain(text: str, start: int) -> tuple[str, int]:
    """Return the word at `start`, which ends before a space, a | or a quote, and the index behind it.

    A quote behind the colon of a condition (单位:"市财政局") belongs to it.
    """
    end = start
    while end < len(text) and not _ends(text[end]):
        if text[end] in _QUOTES:
            if not condition_of(text[start:end] + "?", excluded=False):
                break
            _, end = _quoted(text, end)
            return text[start:end].translate({ord(quote): None for quote in _QUOTES}), end
        end += 1
    return text[start:end], end


def _ends(character: str) -> bool:
    return character.isspace() or character in _OR
