"""How good a search is on the labelled queries: nDCG@10 and recall@20."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from chengwen_library.library import Library

ON_THE_POINT, RELATED = 2, 1
NAMES = {"4207": "ezhou", "4419": "dongguan", "45": "guangxi", "5101": "chengdu", "4201": "wuhan"}
Place = tuple[str, str]
Search = Callable[[str], Iterable[Place]]
"""Returns ids of measures and eIds of clauses, the best first."""


@dataclass(frozen=True, slots=True)
class Query:
    text: str
    kind: str
    grades: dict[Place, int]


@dataclass(frozen=True, slots=True)
class Score:
    ndcg: float
    recall: float


def five() -> Library:
    return Library(Path(str(files("chengwen_library").joinpath("measures"))))


def queries(half: str) -> list[Query]:
    """The labelled queries of one half (work, report)."""
    ids = {NAMES[measure.region_code or ""]: measure.id for measure in five().measures()}
    table = tomllib.loads(Path(__file__).with_name(f"{half}.toml").read_text(encoding="utf-8"))
    return [Query(entry["text"], entry["kind"], _grades(entry, ids)) for entry in table["query"]]


def score(query: Query, search: Search) -> Score:
    """nDCG@10 and recall@20 of one query; gains are 2^grade - 1."""
    found = list(search(query.text))
    gains = [2 ** query.grades.get(place, 0) - 1 for place in found[:10]]
    ideal = sorted((2**grade - 1 for grade in query.grades.values()), reverse=True)[:10]
    recalled = sum(place in query.grades for place in found[:20])
    return Score(_discounted(gains) / _discounted(ideal), recalled / min(20, len(query.grades)))


def mean(scores: Iterable[Score]) -> Score:
    known = list(scores)
    return Score(sum(one.ndcg for one in known) / len(known), sum(one.recall for one in known) / len(known))


def _grades(entry: dict[str, list[str]], ids: dict[str, str]) -> dict[Place, int]:
    grades: dict[Place, int] = {}
    for grade, key in ((RELATED, "related"), (ON_THE_POINT, "on_the_point")):
        for reference in entry[key]:
            name, eid = reference.split()
            grades[ids[name], eid] = grade
    return grades


def _discounted(gains: list[int]) -> float:
    return sum(gain / math.log2(place + 2) for place, gain in enumerate(gains))
