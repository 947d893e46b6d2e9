"""What is said about the chosen clause."""

from dataclasses import replace
from datetime import date

from chengwen_desktop.clause import words
from chengwen_library.model import Clause, ClauseKind, Measure

MEASURE = Measure(title="若干措施", doc_number="鄂州市监〔2024〕35号", region="鄂州市", issue_date=date(2024, 8, 9))
CLAUSE = Clause(
    MEASURE,
    "x",
    ClauseKind.NUMBERED,
    ("二、", "（八）"),
    "支持鄂州企业",
    "鄂州市支持。（牵头单位：市科技局、市财政局）",
    None,
)


def test_the_place_names_region_and_marks():
    assert words.place(CLAUSE) == "鄂州二、（八）"


def test_where_there_is_little_room_the_last_mark_stands_for_the_place():
    assert words.short_place(CLAUSE) == "鄂州（八）"
    assert words.short_place(replace(CLAUSE, path=("三、", "11."))) == "鄂州 11."


def test_the_source_is_said_with_what_it_lacks():
    assert list(words.source_lines(CLAUSE)) == ["《若干措施》", "鄂州市监〔2024〕35号　2024年8月9日　效力未核实"]
    nothing = Clause(Measure(), "x", ClauseKind.PREAMBLE, (), None, "为了。", None)
    assert list(words.source_lines(nothing)) == ["原文没有标题", "未署日期　效力未核实"]
    assert words.heading(nothing) == "引言"


def test_each_role_has_a_line():
    assert list(words.responsibility_lines(CLAUSE)) == ["牵头单位：市科技局、市财政局"]


def test_matches_are_found_in_order_and_do_not_overlap():
    assert words.matches("质押融资和融资，GB", ("融资", "质押融资", "gb")) == ((0, 4), (5, 7), (8, 10))
