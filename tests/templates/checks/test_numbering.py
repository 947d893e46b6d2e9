"""序号: which numbers, marks and levels are found, and which are right."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checking_texts import TODAY, draft_of, found, read, words
from chengwen_library.model import Drafting, Form, Measure, Unit
from chengwen_templates.checks.finding import FixKind
from chengwen_templates.checks.fixing import apply_all
from chengwen_templates.checks.rules import Severity
from chengwen_templates.checks.subject import Subject
from chengwen_templates.draft import insert_unit, remove_unit, renumbered
from chengwen_templates.structure import locked

HEAD = "黄石市若干措施\n"

SEQUENCE = [
    ("一、甲\n乙。\n三、丙\n丁。\n四、戊\n己。\n", ["三、"]),
    ("一、甲\n乙。\n二、丙\n丁。\n二、戊\n己。\n", ["二、"]),
    ("一、甲\n（一）乙。丙。\n（二）丁。戊。\n（四）己。庚。\n二、辛\n（一）壬。癸。\n（二）子。丑。\n", ["（四）"]),
    ("一、甲\n1.乙。丙。\n2.丁。戊。\n4.己。庚。\n3.辛。壬。\n", ["4.", "3."]),
    ("第一条 甲。\n第二条 乙。\n第四条 丙。\n第五条 丁。\n", ["第四条"]),
    ("一、甲\n乙。\n二、丙\n丁。\n二、戊\n己。\n四、庚\n辛。\n", ["二、"]),
    ("一、甲\n乙。\n二、丙\n丁。\n二、戊\n己。\n三、庚\n辛。\n", ["二、"]),
    ("一、甲\n一是加强管理；二是提升水平；四是促进转化。\n二、乙\n丙。\n", ["四是"]),
]

RIGHT_SEQUENCE = [
    "一、甲\n（一）乙。丙。\n（二）丁。戊。\n二、己\n（三）庚。辛。\n（四）壬。癸。\n三、子\n（五）丑。寅。\n",
    "一、甲\n（一）乙。丙。\n（二）丁。戊。\n二、己\n（一）庚。辛。\n（二）壬。癸。\n",
    "一、甲\n（一）乙\n1.丙。丁。\n2.戊。己。\n（二）庚\n3.辛。壬。\n4.癸。子。\n二、丑\n（一）寅\n1.卯。辰。\n2.巳。午。\n",
    "第一章 总则\n第一条 甲。\n第二条 乙。\n第二章 附则\n第三条 丙。\n第四条 丁。\n",
    "一、甲\n一是加强管理；二是提升水平。一是扩大范围；二是降低门槛。\n二、乙\n丙。\n",
]


@pytest.mark.parametrize(("text", "wanted"), SEQUENCE)
def test_numbers_out_of_order_are_found(text, wanted):
    assert words("numbering", read(HEAD + text), "numbering.sequence") == wanted


@pytest.mark.parametrize("text", RIGHT_SEQUENCE)
def test_numbers_that_run_on_or_begin_anew_are_right(text):
    assert words("numbering", read(HEAD + text), "numbering.sequence") == []


def test_a_number_that_the_source_lost_is_found():
    text = HEAD + "一、总体要求\n甲。\n加强组织领导\n乙。\n（二）加强宣传引导\n丙。\n（三）加强督促检查\n丁。\n"
    found_words = [one.fix.text for one in found("numbering", read(text), "numbering.sequence") if one.fix]
    assert found_words == ["（一）"]


STYLE = [
    ("一、甲\n1、乙。丙。\n2、丁。戊。\n", ["1、", "2、"]),
    ("一、甲\n（一）、乙。丙。\n（二）丁。戊。\n", ["（一）、"]),
    ("一、甲\n（一）乙。丙。\n（二）.丁。戊。\n", ["（二）。"]),
    ("第一条 甲。\n第2条 乙。\n第三条 丙。\n", ["第2条"]),
]

RIGHT_STYLE = [
    "一、甲\n1.乙。丙。\n2.丁。戊。\n",
    "一、甲\n１．乙。丙。\n２．丁。戊。\n",
    "第1条 甲。\n第2条 乙。\n第3条 丙。\n",
    "一、甲\n（一）乙。丙。\n（二）丁。戊。\n",
]


@pytest.mark.parametrize(("text", "wanted"), STYLE)
def test_marks_written_otherwise_are_found(text, wanted):
    assert words("numbering", read(HEAD + text), "numbering.style") == wanted


@pytest.mark.parametrize("text", RIGHT_STYLE)
def test_marks_of_the_standard_are_right(text):
    assert words("numbering", read(HEAD + text), "numbering.style") == []


SKIPS = [
    ("一、甲\n（一）乙。丙。\n（二）丁。戊。\n二、己\n1.庚。辛。\n2.壬。癸。\n", ["1."]),
    ("一、甲\n（一）乙\n（1）丙。\n（2）丁。\n（二）戊。己。\n", ["（1）"]),
    ("第一条 甲：\n1.乙；\n2.丙。\n第二条 丁。\n", ["1."]),
]

RIGHT_LEVELS = [
    "一、甲\n1.乙。丙。\n2.丁。戊。\n二、己\n1.庚。辛。\n2.壬。癸。\n",
    "一、甲\n（一）乙\n1.丙。丁。\n2.戊。己。\n（二）庚。辛。\n",
    "第一条 甲：\n（一）乙；\n（二）丙。\n第二条 丁。\n",
]


@pytest.mark.parametrize(("text", "wanted"), SKIPS)
def test_a_skipped_level_is_found(text, wanted):
    assert words("numbering", read(HEAD + text), "numbering.level-skip") == wanted


@pytest.mark.parametrize("text", RIGHT_LEVELS)
def test_levels_in_order_and_two_levels_are_right(text):
    assert words("numbering", read(HEAD + text), "numbering.level-skip") == []


SINGLES = [
    ("一、甲\n（一）乙。丙。\n二、丁\n（一）戊。己。\n（二）庚。辛。\n", ["（一）"]),
    ("一、甲\n乙。\n", ["一、"]),
    ("第一条 甲：\n（一）乙。\n第二条 丙。\n", ["（一）"]),
]

NO_SINGLES = [
    "一、甲\n（一）乙。丙。\n（二）丁。戊。\n二、己\n（三）庚。辛。\n三、壬\n（四）癸。子。\n（五）丑。寅。\n",
    "第一章 总则\n第一条 甲。\n第二章 附则\n第二条 乙。\n",
    "一、甲\n乙。\n二、丙\n丁。\n",
]


@pytest.mark.parametrize(("text", "wanted"), SINGLES)
def test_a_level_of_one_item_is_found(text, wanted):
    assert words("numbering", read(HEAD + text), "numbering.single") == wanted


@pytest.mark.parametrize("text", NO_SINGLES)
def test_items_that_run_on_and_chapters_of_one_article_are_right(text):
    assert words("numbering", read(HEAD + text), "numbering.single") == []


def test_a_drafts_numbers_are_right():
    assert found("numbering", draft_of("开展工作。"), "numbering.sequence") == []


def articles(chapters: tuple[int, ...], template: str = "x") -> Measure:
    """Return chapters of so many articles each, called a1, a2 and so on through all of them."""
    units: list[Unit] = []
    for number, many in enumerate(chapters, 1):
        first = sum(chapters[: number - 1]) + 1
        children = tuple(Unit(f"a{at}", Form.ARTICLE, text="内容。") for at in range(first, first + many))
        units.append(Unit(f"c{number}", Form.CHAPTER, heading="章", children=children))
    return renumbered(Measure(title="黄石市办法", units=tuple(units), drafting=Drafting(template)))


def told(measure: Measure) -> list[tuple[str, str, str]]:
    rules = ("numbering.sequence", "numbering.locked")
    return [(one.rule.severity, one.text, one.message) for rule in rules for one in found("numbering", measure, rule)]


templates = pytest.mark.parametrize("template", ["x", ""])


@templates
def test_a_locked_number_in_its_place_is_right(template):
    assert told(locked(articles((2, 3), template), "a4")) == []


@templates
def test_numbers_left_out_before_a_locked_one_are_a_hint(template):
    draft = remove_unit(remove_unit(locked(articles((4, 3), template), "a6"), "a1"), "a5")
    left_out = "锁定的序号“第六条”前面空出“第四条”至“第五条”。定稿时不保留空号的，解除锁定。"
    assert told(draft) == [(Severity.HINT, "第六条", left_out)]


@templates
def test_a_locked_number_that_has_been_passed_is_an_error_that_a_person_must_mend(template):
    draft = insert_unit(locked(articles((2, 3), template), "a4"), Unit("new", Form.ARTICLE, text="新。"), "c1", 0)
    passed = "锁定的序号“第四条”排在“第五条”后面。移走或者删去前面多出的内容，或者解除锁定。"
    assert told(draft) == [(Severity.ERROR, "第四条", passed)]
    assert [one.fix.kind for one in found("numbering", draft, "numbering.sequence") if one.fix] == [FixKind.ASK]
    assert apply_all(Subject(draft, TODAY)) == draft


def test_a_number_locked_twice_is_an_error():
    draft = locked(locked(articles((3,)), "a2"), "a3")
    (chapter,) = draft.units
    first, second, third = chapter.children
    twice = replace(draft, units=(replace(chapter, children=(first, second, replace(third, number=2, num="第二条"))),))
    wanted = "锁定的序号“第二条”重复。移走或者删去前面多出的内容，或者解除锁定。"
    assert told(renumbered(twice)) == [(Severity.ERROR, "第二条", wanted)]


@templates
def test_a_number_that_is_locked_elsewhere_is_put_in_order(template):
    draft = locked(articles((2, 2), template), "a3")
    first, second = draft.units
    taken = replace(first.children[1], number=3, num="第三条")
    broken = replace(draft, units=(replace(first, children=(first.children[0], taken)), second))
    assert [words for _, words, _ in told(broken)] == ["第三条", "第三条"]
    assert apply_all(Subject(broken, TODAY)) == draft


@templates
def test_a_locked_number_at_the_beginning_of_a_list_that_begins_anew_is_right(template):
    def clause(name: str, many: int) -> Unit:
        items = tuple(Unit(f"{name}{at}", Form.THIRD, text="内容。") for at in range(many))
        return Unit(name, Form.SECOND, heading="条", children=items)

    parts = (Unit("一", Form.FIRST, children=(clause("甲", 3),)), Unit("二", Form.FIRST, children=(clause("乙", 2),)))
    draft = renumbered(Measure(units=parts, drafting=Drafting(template)))
    assert told(locked(draft, "乙0")) == []


def test_numbers_left_out_do_not_include_those_locked_behind():
    numbers = (("a", 1), ("b", 5), ("c", 4))
    units = tuple(Unit(name, Form.ARTICLE, number=at, text="内容。", locked=at > 1) for name, at in numbers)
    left_out = "锁定的序号“第五条”前面空出“第二条”至“第三条”。定稿时不保留空号的，解除锁定。"
    assert (Severity.HINT, "第五条", left_out) in told(renumbered(Measure(units=units, drafting=Drafting("x"))))


@given(st.lists(st.tuples(st.booleans(), st.integers(1, 14)), min_size=1, max_size=10), st.sampled_from(["x", ""]))
def test_only_locked_numbers_are_found_in_a_renumbered_draft(given_units, template):
    taken: set[int] = set()
    units: list[Unit] = []
    for at, (wanted, number) in enumerate(given_units):
        is_locked = wanted and number not in taken
        taken |= {number} if is_locked else set()
        units.append(Unit(f"a{at}", Form.ARTICLE, number=number, text="内容。", locked=is_locked))
    draft = renumbered(Measure(units=tuple(units), drafting=Drafting(template)))
    passed = {
        unit.num
        for at, unit in enumerate(draft.units)
        if unit.locked and any((before.number or 0) > (unit.number or 0) for before in draft.units[:at])
    }
    assert {words for severity, words, _ in told(draft) if severity == Severity.ERROR} == passed
    present = {unit.number for unit in draft.units}
    hints = [words for severity, words, _ in told(draft) if severity == Severity.HINT]
    assert bool(hints) == (present != set(range(1, max(present) + 1)))
    assert apply_all(Subject(draft, TODAY)) == draft
