"""Families of clauses, against families made by hand (labels/families.toml)."""

from collections.abc import Callable
from functools import cache

import pytest

from chengwen_index.comparing.families import Family, families, slots
from chengwen_index.comparing.token_patterns import TokenKind
from chengwen_library.clauses import clauses
from chengwen_library.model import Measure
from clause_labels import CITIES, HALVES, clause_at, five, half_of, labels


@cache
def families_of_five() -> tuple[Family, ...]:
    return families([five()[city] for city in CITIES])


def members(family: Family) -> dict[str, str]:
    return {(clause.measure.region or "")[:2]: clause.eid for clause in family.clauses}


@pytest.mark.parametrize("half", HALVES)
def test_nine_of_ten_cells_agree_with_the_hand_table(half: str) -> None:
    found = [members(family) for family in families_of_five()]
    wrong: list[tuple[str, str]] = []
    judged = 0
    for name, row in labels("families.toml").items():
        if half_of(name) != half:
            continue
        allowed = {city: {label and clause_at(city, label).eid for label in row[city]} for city in CITIES}
        nearest = max(found, key=lambda family: sum(eid in allowed[city] for city, eid in family.items()))
        judged += len(CITIES)
        wrong += [(name, city) for city in CITIES if nearest.get(city, "") not in allowed[city]]
    assert judged > 30
    assert 1 - len(wrong) / judged >= 0.90, wrong


def test_a_family_holds_one_clause_of_a_measure_and_the_largest_come_first() -> None:
    found = families_of_five()
    assert all(len(members(family)) == len(family.clauses) > 1 for family in found)
    sizes = [len(family.clauses) for family in found]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == len(CITIES)


def test_no_clause_is_in_two_families() -> None:
    found = [(clause.measure.id, clause.eid) for family in families_of_five() for clause in family.clauses]
    assert len(found) == len(set(found))


def test_a_family_is_named_for_its_topic() -> None:
    finance = next(family for family in families_of_five() if members(family).get("鄂州") == "dvs_2__sdv_8")
    assert finance.topic == "质押融资"


def test_slots_of_one_wording_stand_side_by_side_at_their_places(measure: Callable[..., Measure]) -> None:
    texts = [
        "对通过质押融资的企业，按利息的50%给予贴息，最高100万元，期限3年。（责任单位：市财政局）",
        "对通过质押融资的中小企业，按利息的30%给予贴息，最高80万元，期限2年。（责任单位：市市场监管局）",
        "对通过质押融资的企业，按利息的50%给予贴息，最高50万元，期限3年。（责任单位：市财政局）",
    ]
    found = slots([clauses(measure(("贴息", text), number=n))[0] for n, text in enumerate(texts, 1)])
    assert {(slot.kind, slot.values) for slot in found} == {
        (TokenKind.AMOUNT, ("最高100万元", "最高80万元", "最高50万元")),
        (TokenKind.PERCENTAGE, ("50%", "30%", "50%")),
        (TokenKind.PERIOD, ("3年", "2年", "3年")),
        (TokenKind.ORGAN, ("市财政局", "市市场监管局", "市财政局")),
        (TokenKind.SCOPE, ("", "中小", "")),
    }
    assert next(slot for slot in found if slot.kind is TokenKind.PERIOD).label == "期限"


def test_a_slot_that_a_member_lacks_is_empty_for_it(measure: Callable[..., Measure]) -> None:
    texts = ["对示范企业给予一次性奖励，最高100万元，三年内有效。", "对示范企业给予一次性奖励，三年内有效。"]
    found = slots([clauses(measure(("奖励", text), number=n))[0] for n, text in enumerate(texts, 1)])
    assert [slot.values for slot in found] == [("最高100万元", "")]


def test_clauses_of_different_wordings_list_what_they_name_by_kind() -> None:
    found = slots([clause_at("东莞", "11."), clause_at("武汉", "（四）4.")])
    organs = next(slot for slot in found if slot.kind is TokenKind.ORGAN)
    assert organs.values[0].startswith("市市场监管局、国家金融监督管理总局东莞监管分局")
    assert "市地方金融局" in organs.values[1]
    assert organs.label == ""


def test_what_all_members_have_alike_is_no_slot(measure: Callable[..., Measure]) -> None:
    same = [clauses(measure(("奖励", "给予最高100万元奖励。"), number=n))[0] for n in (1, 2)]
    assert slots(same) == ()
    assert slots(same[:1]) == ()


def test_measures_that_share_nothing_have_no_families(measure: Callable[..., Measure]) -> None:
    one = measure(("推进专利导航", "开展专利导航。"))
    other = measure(("组织消防演练", "每半年组织一次演练。"), number=2)
    assert families([one, other]) == ()
    assert families([]) == ()
