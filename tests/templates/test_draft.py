from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chengwen_library.model import Drafting, Form, Measure, Unit
from chengwen_library.places import places
from chengwen_templates.draft import (
    insert_unit,
    load_draft,
    move_unit,
    new_unit,
    place_of,
    remove_unit,
    renumbered,
    reword_unit,
    save_draft,
)


def unit(wid: str, form: Form, *children: Unit, text: str = "") -> Unit:
    return Unit(wid=wid, form=form, heading=f"标题{wid}", text=text, children=children)


def draft(running_on: tuple[Form, ...] = (Form.SECOND,)) -> Measure:
    parts = (
        unit("1", Form.FIRST, unit("a", Form.SECOND), unit("b", Form.SECOND)),
        unit("2", Form.FIRST, unit("c", Form.SECOND, unit("x", Form.THIRD), unit("y", Form.THIRD))),
        unit("3", Form.FIRST, text="只有一段。"),
    )
    return renumbered(
        Measure(
            id="/akn/cn/act/0001/0", title="示例", units=parts, drafting=Drafting("several-measures", "{}", running_on)
        )
    )


def marks(measure: Measure) -> dict[str, str]:
    return {place.unit.wid: place.unit.num for place in places(measure)}


def test_numbers_run_on_where_the_template_says_so() -> None:
    assert marks(draft()) == {
        "1": "一、", "a": "（一）", "b": "（二）", "2": "二、", "c": "（三）", "x": "1.", "y": "2.", "3": "三、",
    }  # fmt: skip


def test_numbers_restart_in_each_part_otherwise() -> None:
    assert marks(draft(()))["c"] == "（一）"


def test_an_inserted_clause_takes_form_and_number_of_its_place() -> None:
    other = new_unit(Form.THIRD, "新的条款", "正文。")
    after = insert_unit(draft(), other, "1", 1)
    assert marks(after)[other.wid] == "（二）"
    assert marks(after)["c"] == "（四）"


def test_units_below_an_inserted_clause_take_the_forms_of_their_levels() -> None:
    clause = unit("n", Form.THIRD, unit("m", Form.FOURTH), Unit("p", Form.PARAGRAPH, text="款"))
    after = marks(insert_unit(draft(), clause, None, 0))
    assert (after["n"], after["m"], after["p"]) == ("一、", "（一）", "")


def test_text_of_a_unit_that_gets_units_below_becomes_its_lead() -> None:
    after = insert_unit(draft(), new_unit(Form.SECOND, "新", "文。"), "3", 0)
    third = after.units[2]
    assert (third.text, third.intro) == ("", "只有一段。")
    assert third.children[0].num == "（四）"


def test_removing_closes_the_gap() -> None:
    after = marks(remove_unit(draft(), "a"))
    assert "a" not in after
    assert (after["b"], after["c"]) == ("（一）", "（二）")


@pytest.mark.parametrize(("by", "order"), [(1, ["b", "a"]), (5, ["b", "a"]), (-1, ["a", "b"]), (0, ["a", "b"])])
def test_moving_stops_at_the_ends(by: int, order: list[str]) -> None:
    assert [child.wid for child in move_unit(draft(), "a", by).units[0].children] == order


def test_rewording_keeps_identity_number_and_units_below() -> None:
    after = reword_unit(draft(), "2", "新的标题", "引语。")
    assert (after.units[1].heading, after.units[1].intro, after.units[1].text) == ("新的标题", "引语。", "")
    assert after.units[1].children == draft().units[1].children
    leaf = reword_unit(draft(), "a", None, "没有标题。").units[0].children[0]
    assert (leaf.heading, leaf.heading_mark, leaf.text, leaf.num) == (None, None, "没有标题。", "（一）")


def test_a_place_is_named_by_parent_and_index() -> None:
    assert place_of(draft(), "y") == ("c", 1)
    assert place_of(draft(), "3") == (None, 2)
    assert place_of(draft(), "unknown") is None


def test_identities_are_never_given_twice() -> None:
    assert len({new_unit(Form.SECOND).wid for _ in range(1000)}) == 1000


def test_a_saved_draft_opens_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "示例.akn"
    save_draft(draft(), path)
    assert load_draft(path) == draft()


def test_a_library_measure_opens_as_a_draft(tmp_path: Path) -> None:
    path = tmp_path / "measure.akn"
    save_draft(replace(draft(), drafting=None), path)
    assert load_draft(path).drafting == Drafting("")


changes = st.lists(
    st.tuples(st.sampled_from(["insert", "remove", "move"]), st.integers(0, 30), st.integers(-3, 3)), max_size=15
)


@given(changes, st.sampled_from([(), (Form.SECOND,), (Form.SECOND, Form.THIRD)]))
def test_numbers_are_right_after_any_changes(steps: list[tuple[str, int, int]], running_on: tuple[Form, ...]) -> None:
    measure = draft(running_on)
    for kind, choice, by in steps:
        wids = [found.wid for found in measure.walk()]
        wid = wids[choice % len(wids)] if wids else None
        if kind == "insert":
            measure = insert_unit(measure, new_unit(Form.SECOND, "新", "文。"), wid, 0)
        elif wid is not None:
            measure = remove_unit(measure, wid) if kind == "remove" else move_unit(measure, wid, by)
    assert measure == renumbered(measure)
    for form in Form:
        numbers = [found.number for found in measure.walk() if found.form is form]
        if form in running_on:
            assert numbers == list(range(1, len(numbers) + 1))
