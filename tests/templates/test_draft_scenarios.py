"""Scenarios of changes: a tree, what is done to it, the tree afterwards, and what becomes of references (draft_scenarios.toml)."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import tomli

from chengwen_library.clauses import clauses
from chengwen_library.model import Drafting, Form, Measure, Unit
from chengwen_templates.draft import insert_unit, move_unit, remove_unit, renumbered, reword_unit
from chengwen_templates.provenance import taken_unit
from chengwen_templates.references.bind import unresolved
from chengwen_templates.structure import demoted, find_by_wid, join_units, locked, promoted, split_unit, unlocked

TABLE = tomli.loads(Path(__file__).with_name("draft_scenarios.toml").read_text(encoding="utf-8"))
FORMS = {
    "章": Form.CHAPTER,
    "条": Form.ARTICLE,
    "款": Form.PARAGRAPH,
    "一": Form.FIRST,
    "项": Form.SECOND,
    "目": Form.THIRD,
}
_ISSUED = Measure(title="某市办法", units=(Unit("n", Form.ARTICLE, "第二条", 2, text="别处的内容。", locked=True),))
LOCKED_CLAUSE = (clauses(_ISSUED)[0], date(2026, 1, 20))
"""A clause of the library whose number was locked when it was a draft, and the day it is taken."""
SCENARIOS = [
    pytest.param(operation, *case, id=f"{operation['name']}：{case[1]}")
    for operation in TABLE["operation"]
    for case in operation["cases"]
]


def tree(lines: list[str], depth: int = 0) -> tuple[Unit, ...]:
    """Return the units of an indented list of forms and wids."""
    units: list[Unit] = []
    while lines and len(lines[0]) - len(lines[0].lstrip()) >= depth:
        form, wid = lines.pop(0).split()
        children = tree(lines, depth + 1)
        text = "" if any(child.form is not Form.PARAGRAPH for child in children) or children else f"{wid}的内容。"
        units.append(Unit(wid, FORMS[form], text=text, children=children))
    return tuple(units)


def base(name: str) -> Measure:
    table = TABLE["base"][name]
    running_on = tuple(Form(mark) for mark in table.get("running_on", ()))
    units = tree(table["units"].strip().splitlines())
    return renumbered(Measure(title=f"示例市{name}", units=units, drafting=Drafting("x", running_on=running_on)))


def words_of(draft: Measure, place: str) -> str:
    if place in ("preamble", "closing"):
        return getattr(draft, place)
    unit = find_by_wid(draft, place)
    assert unit is not None
    return (unit.intro if unit.children else unit.text) or ""


def with_words(draft: Measure, place: str, words: str) -> Measure:
    if place in ("preamble", "closing"):
        return replace(draft, **{place: words})
    return reword_unit(draft, place, None, words)


ON_ONE_UNIT = {
    "remove": remove_unit,
    "promote": promoted,
    "demote": demoted,
    "join": join_units,
    "lock": locked,
    "unlock": unlocked,
}


def done(draft: Measure, step: list[Any]) -> Measure:
    match step:
        case ["insert", parent, index]:
            text = "新的内容。"
            return insert_unit(draft, Unit("new", _form(draft, parent), text=text), parent, index)
        case ["move", wid, by]:
            return move_unit(draft, wid, by)
        case ["split", wid]:
            return split_unit(draft, wid, len(words_of(draft, wid)) - 3, Unit("new", Form.ARTICLE))
        case ["take", parent, index]:
            return insert_unit(draft, replace(taken_unit(*LOCKED_CLAUSE), wid="new"), parent, index)
        case ["reword", wid]:
            return reword_unit(draft, wid, None, "改写了的话。")
        case [name, wid]:
            return ON_ONE_UNIT[name](draft, wid)
        case _:
            raise AssertionError(step)


def _form(draft: Measure, parent: str) -> Form:
    unit = find_by_wid(draft, parent)
    assert unit is not None
    return unit.children[0].form if unit.children else Form.SECOND


def run(draft: Measure, steps: list[list[Any]]) -> Measure:
    past = [draft]
    for step in steps:
        past.append(past[-2] if step == ["undo"] else done(past[-1], step))
    return past[-1]


@pytest.mark.parametrize(("operation", "place", "before", "after"), SCENARIOS)
def test_a_reference_means_after_a_change_what_it_meant_before(operation, place, before, after):
    changed = run(with_words(base(operation["base"]), place, before), operation["do"])
    assert words_of(changed, place).startswith(after.removesuffix("。"))
    assert [broken.place.wid or broken.place.part for broken in unresolved(changed)] == (
        [place] if "×" in after else []
    )


@pytest.mark.parametrize("operation", TABLE["operation"], ids=lambda operation: operation["name"])
def test_numbers_are_those_of_the_tree_after_a_change(operation):
    changed = run(base(operation["base"]), operation["do"])
    assert " ".join(unit.num + unit.wid for unit in changed.walk()) == operation["tree"]
    assert [unit.wid for unit in changed.walk() if unit.locked] == operation.get("locked", [])


def test_there_are_at_least_150_scenarios():
    assert len(SCENARIOS) >= 150
