"""What a reference means where it stands: the units of a tree, or a line of one, or that it is not certain."""

from dataclasses import replace

import pytest

from chengwen_library.model import Annex, Drafting, Form, Measure, Notice, Unit, replace_unit
from chengwen_templates.draft import renumbered
from chengwen_templates.references.bind import bind
from chengwen_templates.references.outline import WRAP_UP
from chengwen_templates.references.resolve import Reason


def items(prefix: str, count: int, form: Form = Form.SECOND) -> tuple[Unit, ...]:
    return tuple(Unit(f"{prefix}{n}", form, text=f"情形{n}；") for n in range(1, count + 1))


def rules() -> Measure:
    """A 办法: chapters, articles with 款, 项 below an intro and behind a wrap-up, lines of their own."""
    mixed = (
        Unit("p1", Form.PARAGRAPH, text="一般规定。"),
        Unit("p2", Form.PARAGRAPH, text="有下列情形的："),
        *items("i", 3),
        Unit("p3", Form.PARAGRAPH, text="特别规定。"),
    )
    first = (
        Unit("a1", Form.ARTICLE, text="为了管理，制定本办法。"),
        Unit("a2", Form.ARTICLE, children=mixed),
        Unit("a3", Form.ARTICLE, text="第一句。\n第二句。\n第三句。"),
    )
    second = (
        Unit("a4", Form.ARTICLE, intro="有下列情形之一：", children=items("x", 4), wrap_up="具体办法另定。"),
        Unit("a5", Form.ARTICLE, text="附则。"),
    )
    chapters = (
        Unit("c1", Form.CHAPTER, heading="总则", children=first),
        Unit("c2", Form.CHAPTER, heading="附则", children=second),
    )
    return renumbered(Measure(title="示例办法", units=chapters, closing="本办法自印发之日起施行。"))


def plan(*running_on: Form) -> Measure:
    """A 方案: parts with （一）, of which the second part's first has 1. below it."""
    deep = Unit("n1", Form.SECOND, heading="任务", intro="做下列工作：", children=items("k", 3, Form.THIRD))
    parts = (
        Unit("P", Form.FIRST, heading="目标", children=items("m", 3)),
        Unit("Q", Form.FIRST, heading="任务", children=(deep, *items("o", 2))),
        Unit("R", Form.FIRST, heading="保障", text="加强领导。"),
    )
    return renumbered(Measure(title="示例方案", units=parts, drafting=Drafting("x", running_on=running_on)))


def meant(measure: Measure, wid: str, words: str, where: str = "text") -> list[str] | Reason:
    """What the words mean put at the end of a text of a unit: wids, a line with its number; or why it is not certain."""
    unit = next(one for one in measure.walk() if one.wid == wid)
    changed = replace(unit, **{where: f"{getattr(unit, where) or ''}按照{words}执行。"})
    found = [one for one in bind(replace_unit(measure, wid, changed)) if one.place.wid == wid and one.words == words]
    assert len(found) == 1, [one.words for one in bind(replace_unit(measure, wid, changed))]
    resolution = found[0].resolution
    return resolution.reason or [named(target.wid, target.paragraph) for target in resolution.targets]


def named(wid: str, line: int) -> str:
    if line >= WRAP_UP:
        return f"{wid}/end"
    return f"{wid}/{line}" if line else wid


RULES = [
    ("a5", "第二条", ["a2"]),
    ("a5", "第一章", ["c1"]),
    ("a5", "第二条第一款", ["p1"]),
    ("a5", "第二条第二款第（三）项", ["i3"]),
    ("a5", "第二条第三款", ["p3"]),
    ("a5", "第三条第二款", ["a3/2"]),
    ("a5", "第三条第三款", ["a3/3"]),
    ("a5", "第三条第四款", Reason.MISSING),
    ("a5", "第四条第（四）项", ["x4"]),
    ("a5", "第四条第（五）项", Reason.MISSING),
    ("a5", "第四条第一款第（二）项", ["x2"]),
    ("a5", "第四条第（一）至（三）项", ["x1", "x2", "x3"]),
    ("a5", "第三条至第五条", ["a3", "a4", "a5"]),
    ("a5", "第五条至第三条", Reason.MISSING),
    ("a5", "第二、四条", ["a2", "a4"]),
    ("a5", "前条", ["a4"]),
    ("a5", "前两条", ["a3", "a4"]),
    ("a1", "前条", Reason.MISSING),
    ("p2", "前款", ["p1"]),
    ("p3", "前款", ["p2"]),
    ("p3", "前两款", ["p1", "p2"]),
    ("p3", "本条第一款", ["p1"]),
    ("p1", "前款", Reason.MISSING),
    ("i3", "前项", ["i2"]),
    ("i3", "前两项", ["i1", "i2"]),
    ("p3", "前三项", ["i1", "i2", "i3"]),
    ("i2", "本条第一款", ["p1"]),
    ("x2", "前项", ["x1"]),
    ("x1", "前项", Reason.MISSING),
    ("i1", "第（三）项", ["i3"]),
    ("x1", "第（三）项", ["x3"]),
]


@pytest.mark.parametrize(("wid", "words", "expected"), RULES, ids=[f"{wid} {words}" for wid, words, _ in RULES])
def test_in_rules_numbers_of_articles_run_on_and_items_are_those_around(wid, words, expected):
    assert meant(rules(), wid, words) == expected


@pytest.mark.parametrize(
    ("words", "expected"), [("前款", ["a4/1"]), ("前三项", ["x2", "x3", "x4"]), ("前四项", ["x1", "x2", "x3", "x4"])]
)
def test_what_stands_behind_the_items_looks_back_on_them(words, expected):
    assert meant(rules(), "a4", words, "wrap_up") == expected


def test_a_line_of_an_article_looks_back_on_the_lines_before_it():
    unit = next(one for one in rules().walk() if one.wid == "a3")
    changed = replace(unit, text="第一句。\n按照前款执行。\n按照前两款执行。")
    found = [one for one in bind(replace_unit(rules(), "a3", changed)) if one.place.wid == "a3"]
    told = [[(target.wid, target.paragraph) for target in one.resolution.targets] for one in found]
    assert told == [[("a3", 1)], [("a3", 1), ("a3", 2)]]


PLAN = [
    ("R", "第一部分", ["P"], ()),
    ("R", "第一部分第（二）项", ["m2"], ()),
    ("R", "第二部分第（一）项", ["n1"], ()),
    ("R", "第（二）项", Reason.AMBIGUOUS, ()),
    ("m3", "第（二）项", ["m2"], ()),
    ("o1", "第（三）项", ["o2"], ()),
    ("R", "第（二）项", ["m2"], (Form.SECOND,)),
    ("R", "第（六）项", ["o2"], (Form.SECOND,)),
    ("R", "第（七）项", Reason.MISSING, (Form.SECOND,)),
    ("o1", "前项", ["n1"], (Form.SECOND,)),
    ("o1", "前项", ["n1"], ()),
    ("k2", "第3目", ["k3"], ()),
    ("R", "前两部分", ["P", "Q"], ()),
    ("o1", "前条", ["n1"], ()),
    ("k2", "本条第一款", ["k2/1"], ()),
    ("k2", "本条第3目", ["k3"], ()),
]


@pytest.mark.parametrize(
    ("wid", "words", "expected", "running_on"), PLAN, ids=[f"{one[0]} {one[1]} {len(one[3])}" for one in PLAN]
)
def test_in_plans_the_way_of_counting_says_what_a_number_means(wid, words, expected, running_on):
    assert meant(plan(*running_on), wid, words) == expected


def test_items_below_several_lines_stand_in_the_last_of_them():
    unit = next(one for one in rules().walk() if one.wid == "a4")
    longer = replace_unit(rules(), "a4", replace(unit, intro="一般规定。\n有下列情形之一："))
    assert meant(longer, "x2", "前款") == ["a4/1"]
    assert meant(longer, "x2", "前项") == ["x1"]


def test_a_level_that_the_measure_does_not_have_is_not_meant():
    unit = next(one for one in rules().walk() if one.wid == "a5")
    assert bind(replace_unit(rules(), "a5", replace(unit, text="抓好第三节的学习。"))) == ()


def test_in_annexes_and_the_notice_only_what_names_the_document_counts():
    annexes = (Annex("清单", "按照本办法第二条和第三条办理。"),)
    notice = Notice(body=("本通知附件和本办法第五条请一并执行，第四条除外。",))
    found = bind(replace(rules(), annexes=annexes, notice=notice))
    told = [(one.words, [target.wid for target in one.resolution.targets]) for one in found]
    assert ("本办法第五条", ["a5"]) in told
    assert not [words for words, _ in told if "第四条" in words]


def headed() -> Measure:
    """A measure of parts whose clauses have headings and run on."""
    parts = tuple(
        Unit(part, Form.FIRST, heading=part, children=tuple(replace(one, heading="任务") for one in items(part, 2)))
        for part in "PQ"
    )
    return renumbered(Measure(title="若干措施", units=parts, drafting=Drafting("x", running_on=(Form.SECOND,))))


def test_without_articles_a_bare_article_is_the_clause_whose_number_runs_through_the_measure():
    assert meant(plan(), "R", "第三条") == ["R"]
    assert meant(headed(), "P1", "第三条") == ["Q1"]
    assert meant(headed(), "P1", "第五条") == Reason.MISSING
