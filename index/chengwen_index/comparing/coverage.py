"""Topics × measures: who regulates what, what a draft leaves out, and the sums and periods side by side."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from chengwen_index.comparing.token_patterns import TokenKind
from chengwen_index.comparing.tokens import Token, tokens
from chengwen_library.clauses import clauses
from chengwen_library.facts.quantities import amounts
from chengwen_library.facts.responsibility import note_spans
from chengwen_library.facts.topics import taxonomy, topics
from chengwen_library.model import Clause, Measure, Money, Span

GENERAL = ("总体要求", "工作目标", "附则")
"""Topics that say nothing of what a measure regulates; a clause about them regulates no other."""

_Item = TypeVar("_Item")
_SENTENCE = re.compile(r"[^。；\n]+")
_PHRASE_END = re.compile(r"[，。；：！？\n]")
_FIGURES = frozenset([TokenKind.AMOUNT, TokenKind.PERCENTAGE, TokenKind.QUANTITY, TokenKind.PERIOD, TokenKind.DATE])


@dataclass(frozen=True, slots=True)
class Row:
    """A topic, and for each measure the clauses that regulate it (in the order of `Coverage.measures`)."""

    topic: str
    parent: str | None
    cells: tuple[tuple[Clause, ...], ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Topics × measures in the order of the taxonomy; topics that no measure regulates are left out."""

    measures: tuple[Measure, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Uncovered:
    """A topic that precedents regulate and the draft does not: which measures, and with which clauses."""

    topic: str
    measures: tuple[Measure, ...]
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A sum, share, number, period or date that a clause names.

    `phrase` are the words between two stops that it stands in, `span` its place in
    the clause's text; `money` what a sum is worth in yuan, and whether it is a cap.
    """

    clause: Clause
    kind: TokenKind
    text: str
    phrase: str
    span: Span
    money: Money | None


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A topic, and for each measure the figures that the clauses about it name."""

    topic: str
    cells: tuple[tuple[Figure, ...], ...]


def regulated(clause: Clause) -> tuple[str, ...]:
    """Return the topics that a clause regulates, those of the whole clause before those of one of its sentences."""
    whole = topics(clause.heading, clause.text)
    if not clause.text or set(GENERAL) & {*whole[:1], *topics(clause.heading, "")}:
        return ()
    found = dict.fromkeys(whole)
    for sentence in _SENTENCE.findall(_without_notes(clause.text)):
        found.update(dict.fromkeys(topics(None, sentence)))
    return tuple(topic for topic in found if topic not in GENERAL)


def coverage(measures: Sequence[Measure]) -> Coverage:
    """Return which clauses of which measure regulate which topic."""
    rows = _table(measures, lambda clause: ((topic, clause) for topic in regulated(clause)))
    parents = {topic.name: topic.parent for topic in taxonomy()}
    return Coverage(tuple(measures), tuple(Row(name, parents[name], cells) for name, cells in rows))


def uncovered(draft: Measure, precedents: Sequence[Measure]) -> tuple[Uncovered, ...]:
    """Return what the precedents regulate and the draft does not, what most of them regulate first.

    A broad topic counts as regulated if one of those below it is.
    """
    found = coverage([draft, *precedents])
    covered = {name for row in found.rows if row.cells[0] for name in (row.topic, row.parent)}
    missing = [
        Uncovered(
            row.topic,
            tuple(measure for measure, cell in zip(precedents, row.cells[1:], strict=True) if cell),
            tuple(clause for cell in row.cells[1:] for clause in cell),
        )
        for row in found.rows
        if row.topic not in covered
    ]
    return tuple(sorted(missing, key=lambda item: -len(item.measures)))


def figures(measures: Sequence[Measure]) -> tuple[FigureRow, ...]:
    """Return the sums, shares, numbers, periods and dates of the measures, by the main topic of their clauses."""

    def named(clause: Clause) -> Iterator[tuple[str, Figure]]:
        main = topics(clause.heading, clause.text)[:1]
        return ((main[0], figure) for figure in figures_of(clause)) if main else iter(())

    return tuple(FigureRow(topic, cells) for topic, cells in _table(measures, named))


def figures_of(clause: Clause) -> tuple[Figure, ...]:
    """Return the sums, shares, counts, periods and dates that a clause names, in the order of the text.

    Bare numbers (“965”产业) are left out.
    """
    worth = {money.span: money for money in amounts(clause.text)}
    return tuple(
        Figure(
            clause, token.kind, token.text.strip(), _phrase(clause.text, token.span), token.span, _money(token, worth)
        )
        for token in tokens(clause.text)
        if token.kind in _FIGURES and not token.folded.isdecimal()
    )


def _table(
    measures: Sequence[Measure], facts: Callable[[Clause], Iterable[tuple[str, _Item]]]
) -> list[tuple[str, tuple[tuple[_Item, ...], ...]]]:
    """Return topics in the order of the taxonomy, with a cell for each measure; topics without facts are left out."""
    cells: dict[str, list[list[_Item]]] = {topic.name: [[] for _ in measures] for topic in taxonomy()}
    for column, measure in enumerate(measures):
        for clause in clauses(measure):
            for topic, item in facts(clause):
                cells[topic][column].append(item)
    return [(name, tuple(map(tuple, row))) for name, row in cells.items() if any(row)]


def _without_notes(text: str) -> str:
    for start, end in reversed(note_spans(text)):
        text = text[:start] + text[end:]
    return text


def _phrase(text: str, span: Span) -> str:
    stops = [stop.start() for stop in _PHRASE_END.finditer(text)]
    start = max((stop + 1 for stop in stops if stop < span[0]), default=0)
    return text[start : min((stop for stop in stops if stop >= span[1]), default=len(text))].strip()


def _money(token: Token, worth: dict[Span, Money]) -> Money | None:
    return next((money for span, money in worth.items() if span[0] < token.span[1] and token.span[0] < span[1]), None)
