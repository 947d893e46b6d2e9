"""Clauses of the five measures by the names that the hand-made labels of tests/index/labels use."""

import tomllib
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

from chengwen_library.clauses import clauses
from chengwen_library.library import Library
from chengwen_library.model import Clause, ClauseKind, Measure

LABELS = Path(__file__).parent / "index" / "labels"
CITIES = ("鄂州", "东莞", "广西", "成都", "武汉")
HALVES = ("work", "report")


@cache
def five() -> dict[str, Measure]:
    """Return the measures that ship, by the first two characters of their region."""
    library = Library(Path(str(files("chengwen_library").joinpath("measures"))))
    return {(measure.region or "")[:2]: measure for measure in library.measures()}


@cache
def labels(name: str) -> dict[str, Any]:
    """Return a table of labels."""
    return tomllib.loads((LABELS / name).read_text(encoding="utf-8"))


def half_of(words: str) -> str:
    """Return the half that a label belongs to, told by a hash of its words."""
    return HALVES[sha256(words.encode()).digest()[0] % 2]


def clause_at(city: str, label: str) -> Clause:
    """Return the clause whose path is `label` or ends in it (四、（二）; 11.), or whose eId it is (preamble)."""
    found = clauses(five()[city])
    exact = [clause for clause in found if label in (clause.eid, "".join(clause.path))]
    ending = [
        clause
        for clause in found
        if clause.kind is not ClauseKind.LEAD
        and any("".join(clause.path[start:]) == label for start in range(len(clause.path)))
    ]
    assert exact or len(ending) == 1, (city, label, [clause.path for clause in ending])
    return (exact or ending)[0]
