"""Side by side: the same clauses, tokens and queries for four engines, their turns alternating."""

import gc
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from time import perf_counter

from engines import OTHERS, TOP, Decoding, Engine, Names
from ours import Ours
from tables import at_95, milliseconds, p50, p95, table, tell

from chengwen_index.words.analysis import index_terms, question_words, stop_words, words
from chengwen_library.clauses import clauses
from chengwen_library.model import Measure
from shelves import Shelf

RUNS = 5
LONG = 8
"""Characters; a longer query without spaces asks for any of its words."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A query as every engine gets it."""

    tokens: tuple[str, ...]
    every: bool


@dataclass(frozen=True, slots=True)
class Runner:
    """An engine and how long it took to build its index."""

    engine: Engine
    seconds: float


def race(measures: list[Measure], typed: Sequence[str], folder: Path, names: Sequence[str]) -> Iterator[str]:
    """Yield the tables of the ranking step; `names` says who runs."""
    tell("cutting the clauses into tokens")
    texts = [index_terms(clause.text) for measure in measures for clause in clauses(measure)]
    asked = [query for query in map(as_asked, typed) if query.tokens]
    runners = [_built(name, measures, texts, folder / name) for name in names]
    engines = [runner.engine for runner in runners]
    times = _alternating(engines, asked)
    yield _speed(runners, times, len(texts))
    yield _agreement(engines, asked)
    yield from (_decoding(engine, asked) for engine in engines if isinstance(engine, Decoding))


def as_asked(typed: str) -> Asked:
    """Return the tokens of a query as typed, and whether all must be there; what is to be without is left out."""
    parts = [part for part in typed.split() if not part.startswith("-")]
    known = [word for part in parts for word in words(part)]
    question = any(word in question_words() for word in known)
    long = len(parts) == 1 and len(typed) > LONG and '"' not in typed
    silent = stop_words() | question_words()
    return Asked(tuple(dict.fromkeys(word for word in known if word not in silent)), not (question or long))


def _built(name: str, measures: list[Measure], texts: list[list[str]], folder: Path) -> Runner:
    tell(f"building {name}")
    folder.mkdir()
    start = perf_counter()
    engine = Ours(Shelf(measures), folder) if name == "ours" else OTHERS[name](texts, Names(), folder)
    return Runner(engine, perf_counter() - start)


def _alternating(engines: list[Engine], asked: list[Asked]) -> dict[str, list[float]]:
    """Return for each engine the median time of each query, after one run that nobody measures."""
    runs: dict[str, list[list[float]]] = {engine.name: [] for engine in engines}
    for run in range(RUNS + 1):
        tell(f"run {run} of {RUNS}" if run else "warming up")
        for engine in engines[run % len(engines) :] + engines[: run % len(engines)]:
            runs[engine.name].append(_times(engine, asked))
    return {name: [statistics.median(each) for each in zip(*times[1:], strict=True)] for name, times in runs.items()}


def _times(engine: Engine, asked: list[Asked]) -> list[float]:
    gc.collect()
    gc.disable()
    times = [milliseconds(engine.best, query.tokens, every=query.every) for query in asked]
    gc.enable()
    return times


def _speed(runners: list[Runner], times: dict[str, list[float]], count: int) -> str:
    first = times[runners[0].engine.name]
    rows = [_row(runner, times[runner.engine.name], first, count) for runner in runners]
    head = ["engine", "p50 ms", "p95 ms", "× p50", "× p95", "built, clauses/s"]
    note = f"From tokens to the numbers of the {TOP} best of {count:,} clauses. Median of {RUNS} alternating runs for each of {len(first)} queries. × is against the first row. Ours is built from measures, the others from tokens already cut."
    return table("Ranking step", head, rows, note)


def _row(runner: Runner, times: list[float], first: list[float], count: int) -> list[str]:
    median = statistics.median(times) / statistics.median(first)
    slow = at_95(times) / at_95(first)
    return [
        runner.engine.name,
        p50(times),
        p95(times),
        f"{median:.1f}",
        f"{slow:.1f}",
        f"{count / runner.seconds:,.0f}",
    ]


def _agreement(engines: list[Engine], asked: list[Asked]) -> str:
    """Return for each two engines how often they find as many clauses, and how much of their best is the same."""
    tell("comparing what was found")
    counts = {engine.name: [engine.count(query.tokens, every=query.every) for query in asked] for engine in engines}
    tops = {engine.name: [set(engine.best(query.tokens, every=query.every)) for query in asked] for engine in engines}
    rows = [_compared(one.name, other.name, counts, tops) for one, other in combinations(engines, 2)]
    kinds = sum(query.every for query in asked)
    note = f"{kinds} queries ask for all of their words, {len(asked) - kinds} for any. The share is that of queries that find more than {TOP}."
    return table("Agreement", ["engines", "same counts", f"same of the best {TOP}"], rows, note)


def _compared(one: str, other: str, counts: dict[str, list[int]], tops: dict[str, list[set[int]]]) -> list[str]:
    same = sum(a == b for a, b in zip(counts[one], counts[other], strict=True))
    many = [place for place, count in enumerate(counts[one]) if count > TOP]
    shares = [len(tops[one][place] & tops[other][place]) / TOP for place in many]
    overlap = f"{statistics.mean(shares):.3f} of {len(many)}" if shares else "-"
    return [f"{one}, {other}", f"{same} of {len(counts[one])}", overlap]


def _decoding(engine: Decoding, asked: list[Asked]) -> str:
    """Return how long a query takes whose terms were never asked for."""
    first: list[float] = []
    again: list[float] = []
    for query in asked:
        engine.forget()
        first.append(milliseconds(engine.best, query.tokens, every=query.every))
        again.append(milliseconds(engine.best, query.tokens, every=query.every))
    decoding = [max(0.0, a - b) for a, b in zip(first, again, strict=True)]
    rows = [
        ("all terms new", p50(first), p95(first)),
        ("at once again", p50(again), p95(again)),
        ("so decoding", p50(decoding), p95(decoding)),
    ]
    return table("Our decoding of postings", ["query", "p50 ms", "p95 ms"], rows)
