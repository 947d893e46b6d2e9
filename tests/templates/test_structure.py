"""Levels of a draft's tree, splitting, and where a new clause goes."""

from dataclasses import replace
from datetime import date

from chengwen_library.clauses import clauses
from chengwen_library.model import Drafting, Form, Measure, Unit
from chengwen_templates.draft import insert_unit, new_unit, remove_unit, renumbered
from chengwen_templates.provenance import taken_unit
from chengwen_templates.structure import (
    demoted,
    find_by_wid,
    is_part,
    join_units,
    last_place,
    locked,
    neighbours,
    place_after,
    promoted,
    split_unit,
    unlocked,
)


def clause(wid: str, text: str = "正文。", children: tuple[Unit, ...] = ()) -> Unit:
    return Unit(wid, Form.SECOND, heading=f"条{wid}", heading_mark="。", text=text, children=children)


def part(wid: str, *children: Unit) -> Unit:
    return Unit(wid, Form.FIRST, heading=f"部分{wid}", children=children)


DRAFT = renumbered(
    Measure(
        units=(part("p1", clause("a"), clause("b")), part("p2", clause("c"))),
        drafting=Drafting("x", running_on=(Form.SECOND,)),
    )
)


def marks(draft: Measure) -> list[str]:
    return [unit.num + unit.wid for unit in draft.walk()]


def test_a_lifted_unit_stands_behind_its_parent_in_the_parents_form():
    assert marks(promoted(DRAFT, "a")) == ["一、p1", "（一）b", "二、a", "三、p2", "（二）c"]


def test_a_unit_of_the_first_level_cannot_be_lifted():
    assert promoted(DRAFT, "p1") == DRAFT


def test_a_lowered_unit_stands_last_below_the_one_before_it():
    assert marks(demoted(DRAFT, "b")) == ["一、p1", "（一）a", "1.b", "二、p2", "（二）c"]


def test_a_unit_without_a_neighbour_before_it_cannot_be_lowered():
    assert demoted(DRAFT, "c") == DRAFT


def test_the_text_above_a_lowered_unit_is_text_again_when_it_is_lifted_back():
    assert promoted(demoted(DRAFT, "b"), "b") == DRAFT


def test_a_clause_goes_below_a_part_and_behind_a_clause():
    assert place_after(DRAFT, "p2") == ("p2", 0)
    assert place_after(DRAFT, "a") == ("p1", 1)


def test_a_clause_goes_behind_the_whole_clause_whose_inner_unit_has_the_caret():
    inner = Unit("i", Form.THIRD, text="内容。")
    draft = renumbered(replace(DRAFT, units=(part("p1", clause("a", "", (inner,))),)))
    assert place_after(draft, "i") == ("p1", 1)


def test_without_a_unit_a_clause_goes_first():
    assert place_after(DRAFT, None) == ("p1", 0)
    assert place_after(Measure(), None) == (None, 0)


def test_the_last_place_is_at_the_end_of_the_last_part():
    assert last_place(DRAFT) == ("p2", 1)
    assert last_place(Measure(units=(clause("a"),))) == (None, 1)


def test_a_part_is_what_has_clauses_below_it_or_could_have():
    assert is_part(part("x"))
    assert is_part(part("x", clause("a")))
    assert not is_part(clause("a"))
    assert not is_part(clause("a", children=(Unit("i", Form.THIRD, text="内容。"),)))
    assert not is_part(None)


def test_a_unit_is_split_at_a_character():
    split = split_unit(DRAFT, "a", 2, new_unit(Form.SECOND))
    first, second, _ = neighbours(split, "p1")
    assert (first.text, second.text, second.num) == ("正文", "。", "（二）")


def test_what_does_not_exist_is_not_changed():
    for changed in (promoted(DRAFT, "?"), demoted(DRAFT, "?"), split_unit(DRAFT, "?", 0, new_unit(Form.SECOND))):
        assert changed == DRAFT
    assert find_by_wid(DRAFT, "?") is None


def test_a_unit_joined_to_the_one_before_gives_it_its_words():
    joined = join_units(DRAFT, "b")
    assert marks(joined) == ["一、p1", "（一）a", "二、p2", "（二）c"]
    assert joined.units[0].children[0].text == "正文。条b。正文。"


def test_a_unit_without_a_neighbour_before_it_cannot_be_joined():
    assert join_units(DRAFT, "c") == DRAFT
    assert join_units(DRAFT, "?") == DRAFT


def test_units_below_a_joined_unit_come_along():
    inner = Unit("i", Form.THIRD, text="内容。")
    draft = renumbered(
        replace(DRAFT, units=(part("p1", clause("a"), replace(clause("b", "", (inner,)), intro="引语：")),))
    )
    (joined,) = join_units(draft, "b").units[0].children
    assert (joined.text, joined.intro, [child.num for child in joined.children]) == ("", "正文。条b。引语：", ["1."])


def test_words_joined_to_a_unit_with_units_below_stand_behind_them():
    inner = Unit("i", Form.THIRD, text="内容。")
    first = replace(clause("a", "", (inner,)), intro="引语：")
    plain = join_units(renumbered(replace(DRAFT, units=(part("p1", first, clause("b")),))), "b")
    assert plain.units[0].children[0].wrap_up == "条b。正文。"
    second = replace(clause("b", "", (replace(inner, wid="k"),)), intro="又：")
    both = join_units(renumbered(replace(DRAFT, units=(part("p1", first, second),))), "b").units[0].children[0]
    assert [(child.num, child.text) for child in both.children] == [
        ("1.", "内容。"),
        ("", "条b。又："),
        ("2.", "内容。"),
    ]


def test_a_unit_that_loses_its_last_unit_below_has_its_text_again():
    assert remove_unit(demoted(DRAFT, "b"), "b").units[0].children[0].text == "正文。"


def test_locking_changes_no_number():
    numbers = marks(DRAFT)
    assert [marks(locked(DRAFT, unit.wid)) for unit in DRAFT.walk()] == [numbers] * len(numbers)


def test_a_locked_number_stays_when_those_before_it_go():
    draft = remove_unit(locked(DRAFT, "c"), "a")
    assert marks(draft) == ["一、p1", "（一）b", "二、p2", "（三）c"]
    assert marks(unlocked(draft, "c")) == ["一、p1", "（一）b", "二、p2", "（二）c"]


def test_others_that_reach_a_locked_number_go_on_behind_it_until_there_is_room():
    draft = insert_unit(locked(DRAFT, "b"), clause("n"), "p1", 0)
    assert marks(draft) == ["一、p1", "（一）n", "（三）a", "（二）b", "二、p2", "（四）c"]
    assert marks(remove_unit(draft, "n")) == marks(DRAFT)


def test_units_without_a_number_are_not_locked():
    draft = replace(DRAFT, units=(replace(part("p1"), children=(Unit("k", Form.PARAGRAPH, text="款。"),)),))
    assert locked(draft, "k") == draft


def test_what_is_not_there_or_not_locked_stays_as_it_is():
    for changed in (locked(DRAFT, "?"), unlocked(DRAFT, "?"), unlocked(DRAFT, "a")):
        assert changed == DRAFT


def test_a_number_that_there_is_no_mark_for_is_not_kept():
    odd = Unit("k", Form.FIFTH, "㉑", 99, text="内容。", locked=True)
    assert renumbered(Measure(units=(odd,))).units[0].num == "①"


def test_what_comes_in_is_not_locked():
    coming = replace(clause("n", "", (replace(clause("m"), form=Form.THIRD, locked=True),)), number=9, locked=True)
    assert not any(unit.locked for unit in insert_unit(DRAFT, coming, "p1", 0).walk())


def test_a_clause_taken_from_the_library_is_not_locked():
    inner = Unit("i", Form.THIRD, "1.", 1, text="内容。", locked=True)
    issued = Measure(units=(replace(clause("a", "", (inner,)), num="（一）", number=1, locked=True),))
    (taken,) = (taken_unit(one, date(2026, 1, 20)) for one in clauses(issued))
    assert [unit.locked for unit in taken.walk()] == [False, False]


def test_numbers_below_a_unit_that_gets_another_level_are_unlocked():
    inner = Unit("i", Form.THIRD, text="内容。")
    draft = renumbered(replace(DRAFT, units=(part("p1", clause("a", "", (inner,)), clause("b")),)))
    assert not any(unit.locked for unit in promoted(locked(draft, "i"), "a").walk())


def test_a_unit_that_gets_another_level_is_unlocked_even_in_the_same_form():
    draft = renumbered(replace(DRAFT, units=(part("p1", clause("a")), clause("b"))))
    lowered = demoted(locked(draft, "b"), "b")
    assert [unit.locked for unit in lowered.walk()] == [False, False, False]
