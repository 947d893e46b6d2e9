"""Tables of cases in which every two values of different factors meet at least once."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import combinations, product
from typing import Any

Factors = Mapping[str, Sequence[Any]]
Case = dict[str, Any]
Meeting = frozenset[tuple[str, Any]]


def meetings(factors: Factors) -> list[Meeting]:
    """Return every two values of different factors."""
    return [
        frozenset({(first, one), (second, other)})
        for first, second in combinations(factors, 2)
        for one, other in product(factors[first], factors[second])
    ]


def met(case: Case) -> list[Meeting]:
    """Return the meetings of a case."""
    return [frozenset(two) for two in combinations(case.items(), 2)]


def cases(factors: Factors) -> list[Case]:
    """Return cases, the same ones each time, that hold every meeting of values."""
    missing = dict.fromkeys(meetings(factors))
    made: list[Case] = []
    used: Counter[tuple[str, Any]] = Counter()
    while missing:
        case = dict(next(iter(missing)))
        for name in factors:
            case.setdefault(name, _most_wanted(name, case, factors, missing, used))
        made.append({name: case[name] for name in factors})
        used.update(case.items())
        for meeting in met(case):
            missing.pop(meeting, None)
    return made


def _most_wanted(
    name: str, case: Case, factors: Factors, missing: Collection[Meeting], used: Mapping[tuple[str, Any], int]
) -> Any:
    """Return the value that brings the most missing meetings with those that the case has, or was used least."""

    def worth(value: Any) -> tuple[int, int]:
        gained = sum(frozenset({(name, value), other}) in missing for other in case.items())
        return gained, -used[name, value]

    return max(factors[name], key=worth)
