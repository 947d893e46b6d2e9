"""Fixes: after all of them nothing mechanical is left to mend, and nothing else has changed."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checking_texts import TODAY, draft_of, found, issued, read
from chengwen_library.model import Form, Unit
from chengwen_templates.checks.checking import check
from chengwen_templates.checks.fixing import apply, apply_all, is_mechanical
from chengwen_templates.checks.passages import passages
from chengwen_templates.checks.subject import Subject

SOUND = "支持企业开展技术攻关，对符合条件的项目予以支持。"
FAULTS = {
    "加强管理,提升水平。": "加强管理，提升水平。",
    "企业(含个体工商户)可以申报。": "企业（含个体工商户）可以申报。",
    "促进成果的的转化。": "促进成果的转化。",
    "对企业进行进行辅导。": "对企业进行辅导。",
    "加强管理，，提升水平。": "加强管理，提升水平。",
    "按照国办发[2023]07号文件执行。": "按照国办发〔2023〕7号文件执行。",
    "在3-5年内完成。": "在3～5年内完成。",
    "给予5百万元补助。": "给予500万元补助。",
    "落实《关于印发《方案》的通知》。": "落实《关于印发〈方案〉的通知》。",
    "设立专门帐户。": "设立专门账户。",
    "建设“园区\"平台。": "建设“园区”平台。",
    "支持东莞市企业发展。": "支持黄石市企业发展。",
}  # fmt: skip
"""Faults with one mechanical fix each, or two, and what is left when they are mended."""


def mechanical(measure):
    return [one for one in check(Subject(measure, TODAY)) if is_mechanical(one)]


def texts(measure):
    return [(one.place.part, one.place.wid, one.text) for one in passages(measure)]


@pytest.mark.parametrize(("text", "mended"), FAULTS.items())
def test_a_fault_is_mended_and_the_rest_stays(text, mended):
    measure = draft_of(SOUND + text + SOUND)
    assert texts(apply_all(Subject(measure, TODAY))) == texts(draft_of(SOUND + mended + SOUND))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from([*FAULTS, SOUND]), min_size=1, max_size=8, unique=True))
def test_after_all_fixes_nothing_mechanical_is_left_and_nothing_else_has_changed(pieces):
    mended = apply_all(Subject(draft_of("".join(pieces)), TODAY))
    assert mechanical(mended) == []
    assert texts(mended) == texts(draft_of("".join(FAULTS.get(piece, piece) for piece in pieces)))


@given(st.permutations(["title", "number", "date"]))
@settings(max_examples=6, deadline=None)
def test_what_surrounds_a_measure_is_mended_in_any_order(order):
    faults = {"title": {"title": "黄石市若干措施。"}, "number": {"doc_number": "黄政办发[2026]03号"}, "date": {}}
    measure = issued(date_text="二〇二六年一月九日")
    for name in order:
        measure = replace(measure, **faults[name])
    mended = apply_all(Subject(measure, TODAY))
    assert mended.title == "黄石市若干措施"
    assert mended.doc_number == "黄政办发〔2026〕3号"
    assert mended.notice
    assert mended.notice.date_text == "2026年1月9日"
    assert mechanical(mended) == []


NUMBERED = [
    ("一、甲\n乙。\n三、丙\n丁。\n四、戊\n己。\n", ["一、", "二、", "三、"]),
    ("一、甲\n1、乙。丙。\n2、丁。戊。\n", ["一、", "1.", "2."]),
    (
        "一、甲\n（一）乙。丙。\n（二）丁。戊。\n二、己\n（三）庚。辛。\n（五）壬。癸。\n三、子\n（六）丑。寅。\n",
        ["一、", "（一）", "（二）", "二、", "（三）", "（四）", "三、", "（五）"],
    ),
    (
        "一、甲\n（一）乙\n1.丙。丁。\n2.戊。己。\n（二）庚\n3.辛。壬。\n5.癸。子。\n二、丑\n（一）寅\n1.卯。辰。\n2.巳。午。\n（二）未。申。\n",
        ["一、", "（一）", "1.", "2.", "（二）", "3.", "4.", "二、", "（一）", "1.", "2.", "（二）"],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), NUMBERED)
def test_numbers_of_a_measure_that_was_read_are_put_in_order(text, wanted):
    subject = read("黄石市若干措施\n" + text)
    mended = apply_all(subject)
    assert [unit.num for unit in mended.walk() if unit.num] == wanted
    assert found("numbering", mended, "numbering.sequence") == []
    assert [re.sub(r"\W", "", unit.text) for unit in mended.walk()] == [
        re.sub(r"\W", "", unit.text) for unit in subject.measure.walk()
    ]


def test_numbers_of_a_draft_are_put_in_order():
    draft = draft_of("开展工作。")
    (part,) = draft.units
    broken = replace(draft, units=(replace(part, number=2, num="二、"), replace(part, wid="q", number=4, num="四、")))
    mended = apply_all(Subject(broken, TODAY))
    assert [unit.num for unit in mended.units] == ["一、", "二、"]


def test_a_fix_that_asks_changes_nothing():
    draft = draft_of("由XX负责。")
    (one,) = found("words", draft, "text.placeholder")
    assert apply(draft, one) == draft


def test_a_fix_whose_words_are_gone_changes_nothing():
    (one,) = found("words", draft_of("成果的的转化。"), "text.repeated")
    other = draft_of("成果转化。")
    assert apply(other, one) == other


def test_what_reading_has_mended_is_left_as_it_is():
    subject = read("黄石市若干措施\n一、甲\n加强管理,提升水平。\n二、丙\n开展工作。\n")
    (one,) = found("marks", subject)
    assert apply(subject.measure, one) == subject.measure
    assert apply_all(subject) == subject.measure


def test_a_sound_measure_stays_as_it_is():
    units = (Unit("a", Form.FIRST, heading="甲", text=SOUND), Unit("b", Form.FIRST, heading="乙", text="开展工作。"))
    draft = replace(draft_of("。"), units=units)
    numbered = apply_all(Subject(draft, TODAY))
    assert apply_all(Subject(numbered, TODAY)) == numbered
