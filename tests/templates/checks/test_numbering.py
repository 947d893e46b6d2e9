"""序号: which numbers, marks and levels are found, and which are right."""

import pytest

from checking_texts import draft_of, found, read, words

HEAD = "黄石市若干措施\n"

SEQUENCE = [
    ("一、甲\n乙。\n三、丙\n丁。\n四、戊\n己。\n", ["三、"]),
    ("一、甲\n乙。\n二、丙\n丁。\n二、戊\n己。\n", ["二、"]),
    ("一、甲\n（一）乙。丙。\n（二）丁。戊。\n（四）己。庚。\n二、辛\n（一）壬。癸。\n（二）子。丑。\n", ["（四）"]),
    ("一、甲\n1.乙。丙。\n2.丁。戊。\n4.己。庚。\n3.辛。壬。\n", ["4.", "3."]),
    ("第一条 甲。\n第二条 乙。\n第四条 丙。\n第五条 丁。\n", ["第四条"]),
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
    ("一、甲\n（一）、乙。丙。\n（二）丁。戊。\n", ["、"]),
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
