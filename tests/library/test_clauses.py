from collections import Counter

import pytest

from chengwen_library.clauses import clauses, find_clause
from chengwen_library.folding import fold
from chengwen_library.model import ClauseKind
from chengwen_library.places import places
from material import NAMES, read_seed

five = pytest.mark.parametrize("name", NAMES)


@pytest.mark.parametrize(
    ("name", "numbered", "preambles", "leads", "closings"),
    [
        ("ezhou.txt", 19, 1, 5, 1),
        ("dongguan.txt", 17, 1, 6, 0),
        ("guangxi.txt", 19, 1, 4, 0),
        ("chengdu.txt", 31, 1, 10, 1),
        ("wuhan.txt", 30, 0, 9, 0),
    ],
)
def test_the_five_measures_hold_so_many_clauses(
    name: str, numbered: int, preambles: int, leads: int, closings: int
) -> None:
    kinds = Counter(clause.kind for clause in clauses(read_seed(name).measure))
    assert kinds == Counter(
        {
            ClauseKind.NUMBERED: numbered,
            ClauseKind.PREAMBLE: preambles,
            ClauseKind.LEAD: leads,
            ClauseKind.CLOSING: closings,
        }
    )


@five
def test_every_character_belongs_to_exactly_one_clause(name: str) -> None:
    measure = read_seed(name).measure
    units = [part for unit in measure.walk() for part in (unit.heading, unit.text, unit.intro, unit.wrap_up)]
    whole = Counter(fold("".join(filter(None, [measure.preamble, measure.closing, *units]))))
    cut = Counter(fold("".join(f"{clause.heading or ''}{clause.text}" for clause in clauses(measure))))
    extra = cut - whole
    assert whole - cut == Counter()
    inner = [u for c in clauses(measure) if c.unit for u in c.unit.walk() if u is not c.unit]
    assert extra == Counter(fold("".join(f"{unit.num}{unit.heading_mark or ''}" for unit in inner)))


@five
def test_places_are_unique_and_lead_to_their_clause(name: str) -> None:
    measure = read_seed(name).measure
    found = clauses(measure)
    assert len({clause.eid for clause in found}) == len(found)
    for clause in found:
        assert find_clause(measure, clause.eid) == clause
    for place in places(measure):
        clause = find_clause(measure, place.eid)
        assert clause is not None
        assert place.eid.startswith(clause.eid)


def test_an_unknown_place_has_no_clause() -> None:
    assert find_clause(read_seed("ezhou.txt").measure, "dvs_9__sdv_99") is None


def test_a_unit_below_a_clause_leads_to_the_clause() -> None:
    measure = read_seed("chengdu.txt").measure
    condition = next(place for place in places(measure) if place.unit.text.startswith("重视知识产权工作"))
    clause = find_clause(measure, condition.eid)
    assert clause is not None
    assert clause.heading == "申报条件"
    assert condition.unit.text in clause.text
