"""What the extraction must reach on clauses labelled by hand (labels/*.toml).

Half of the clauses, told by a hash of their place, were for work, the other half
is for the report; each half is held to the same figures. A target, a note or a
sum counts as found when all its fields are right.
"""

import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from chengwen_library.clauses import clauses
from chengwen_library.facts.instruments import instruments
from chengwen_library.facts.quantities import amounts, ratios, targets
from chengwen_library.facts.responsibility import responsibilities
from chengwen_library.facts.topics import taxonomy, topics
from chengwen_library.model import Clause
from chengwen_library.reading.reader import read_file

LABELS = Path(__file__).parent / "labels"
SHARED = LABELS.parent.parent.parent.parent / "shared"
HALVES = ("work", "report")
SCALE = {"亿": 100_000_000, "万": 10_000}

halves = pytest.mark.parametrize("half", HALVES)


@dataclass(frozen=True)
class Labelled:
    """A clause and what its label says, by kind of fact; each fact as a hashable tuple."""

    place: str
    clause: Clause
    topic: list[str] | None
    facts: dict[str, Counter[Any]]

    @property
    def half(self) -> str:
        return HALVES[sha256(self.place.encode()).digest()[0] % 2]


@cache
def labelled() -> tuple[Labelled, ...]:
    """Return all labelled clauses; the test is skipped where the raw texts are not at hand."""
    if not (SHARED / "seeds").is_dir() or not (SHARED / "corpus").is_dir():
        pytest.skip("needs the raw texts (../shared/seeds)")
    return tuple(item for path in sorted(LABELS.glob("*.toml")) for item in _labelled_in(path))


def _labelled_in(path: Path) -> Iterator[Labelled]:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    measure = read_file(SHARED / table["source"])[table["part"] - 1].measure
    found = {clause.eid: clause for clause in clauses(measure)}
    named = {eid for kind in ("topics", "responsible", "targets", "money") for eid in table.get(kind, {})}
    assert named <= set(found), named - set(found)
    for eid, clause in found.items():
        yield Labelled(f"{path.stem}/{eid}", clause, table.get("topics", {}).get(eid), _facts(table, eid))


def _facts(table: dict[str, Any], eid: str) -> dict[str, Counter[Any]]:
    money = [_sum(word) for word in table["money"].get(eid, "").split()]
    return {
        "responsibilities": Counter((role, tuple(organs)) for role, *organs in table["responsible"].get(eid, [])),
        "targets": Counter(tuple(field or None for field in fields) for fields in table["targets"].get(eid, [])),
        "money": Counter(item for item in money if item[0] == "sum"),
        "shares": Counter(item for item in money if item[0] == "share"),
    }


def _sum(word: str) -> tuple[str, float, bool, float | None]:
    """Return what `^500万@30%` stands for: a sum of 5,000,000 yuan, the upper limit of a share of 30 %."""
    figure, _, share = word.removeprefix("^").partition("@")
    if figure.endswith("%"):
        return "share", float(figure[:-1]) / 100, word.startswith("^"), None
    value = float(figure.rstrip("亿万")) * SCALE.get(figure[-1], 1)
    return "sum", value, word.startswith("^"), float(share[:-1]) / 100 if share else None


def found_in(item: Labelled, kind: str) -> Counter[Any]:
    """Return what the program finds in a clause, in the form of the labels."""
    text = item.clause.text
    if kind == "responsibilities":
        return Counter((note.role, note.organs) for note in responsibilities(text))
    if kind == "money":
        return Counter(("sum", money.amount, money.cap, money.ratio) for money in amounts(text))
    if kind == "shares":
        return Counter(("share", share.ratio, share.cap, None) for share in ratios(text))
    return Counter(_in_label(item, target) for target in targets(text))


def _in_label(item: Labelled, target: Any) -> tuple[Any, ...]:
    """Return a target with the words of its label, if it stands on them."""
    wanted = [label[0] for label in item.facts["targets"] if label[0] in target.text]
    rest = (target.indicator, target.comparator, target.value, target.unit, target.by)
    fitting = [words for words in wanted if (words, *rest) in item.facts["targets"]]
    return ((fitting or wanted or [target.text])[0], *rest)


def precision_and_recall(half: str, kind: str, find: Callable[[Labelled], Counter[Any]]) -> tuple[float, float]:
    right = found = wanted = 0
    for item in labelled():
        if item.half == half:
            got = find(item)
            right += (got & item.facts[kind]).total()
            found += got.total()
            wanted += item.facts[kind].total()
    print(f"\n{half:6} {kind:16} wanted {wanted:4} found {found:4} right {right:4}", end="")
    return right / found, right / wanted


@halves
@pytest.mark.parametrize("kind", ["responsibilities", "targets", "money", "shares"])
def test_precision_and_recall_of_facts_are_at_least_95_percent(kind: str, half: str) -> None:
    precision, recall = precision_and_recall(half, kind, lambda item: found_in(item, kind))
    print(f"  precision {precision:.1%} recall {recall:.1%}")
    assert precision >= 0.95
    assert recall >= 0.95


@halves
def test_at_least_90_percent_of_the_clauses_have_the_right_main_topic(half: str) -> None:
    with_topic = [item for item in labelled() if item.topic is not None and item.half == half]
    right = [item for item in with_topic if main_topic(item.clause) == item.topic[0]]
    print(f"\n{half:6} main topic       {len(right)} of {len(with_topic)}  {len(right) / len(with_topic):.1%}")
    assert len(right) >= 0.9 * len(with_topic)


@halves
def test_instruments_are_found_at_90_percent_and_two_of_three_found_are_meant(half: str) -> None:
    with_topic = [item for item in labelled() if item.topic is not None and item.half == half]
    got = [(set(instruments(item.clause.heading, item.clause.text)), set(item.topic[1:])) for item in with_topic]
    right, found, wanted = (sum(map(len, sets)) for sets in zip(*((a & b, a, b) for a, b in got), strict=True))
    print(f"\n{half:6} instruments      precision {right / found:.1%} recall {right / wanted:.1%}")
    assert right >= 2 / 3 * found
    assert right >= 0.9 * wanted


def test_the_labels_cover_every_clause_of_the_five_measures_and_name_known_topics() -> None:
    with_topic = [item for item in labelled() if item.topic is not None]
    names = {topic.name for topic in taxonomy()} | {""}
    assert len(with_topic) == 156
    assert {item.topic[0] for item in with_topic} <= names


def main_topic(clause: Clause) -> str:
    """Return the likeliest topic of a clause, "" if there is none."""
    return next(iter(topics(clause.heading, clause.text)), "")
