"""What a person corrects in a reading, on small texts."""

from chengwen_library.model import Form
from chengwen_library.reading.corrections import Corrections
from chengwen_library.reading.reader import read_text
from chengwen_library.reading.report import Reading

TEXT = """首页 > 政策
示例市促进转化若干措施
为促进转化，制定本措施。
一、任务
（一）建平台。支持建设平台。
联系方式见网站。
（二）育企业。支持培育企业。给予奖励。
强化保障
二、附则
本措施自印发之日起施行。
点此分享
"""


def read(corrections: Corrections) -> Reading:
    (reading,) = read_text(TEXT, "a.txt", corrections)
    return reading


def outline(reading: Reading) -> list[tuple[str, str]]:
    return [(unit.num, unit.heading or unit.text) for unit in reading.measure.walk()]


def test_a_line_is_left_out_by_hand() -> None:
    reading = read(Corrections(dropped=frozenset({(6, 0)})))
    assert [(dropped.line, dropped.text) for dropped in reading.dropped if dropped.reason == "标为无关"] == [
        (6, "联系方式见网站。")
    ]
    assert "联系方式" not in str(reading.measure)


def test_a_dropped_line_is_wanted_back() -> None:
    before = read(Corrections())
    assert {dropped.line for dropped in before.dropped} == {1, 11}
    after = read(Corrections(kept=frozenset({(1, 0), (11, 0)})))
    assert after.dropped == ()
    assert "首页>政策" in (after.measure.preamble or "").replace(" ", "")
    assert "点此分享" in str(after.measure)


def test_a_line_becomes_a_unit_of_another_level() -> None:
    reading = read(Corrections(forms={(8, 0): Form.SECOND}))
    assert ("（三）", "强化保障") in outline(reading)
    assert [unit.implied for unit in reading.measure.walk() if unit.heading == "强化保障"] == [True]
    raised = read(Corrections(forms={(7, 0): Form.FIRST}))
    assert [unit.heading for unit in raised.measure.units] == ["任务", "育企业", "附则"]


def test_a_unit_becomes_a_paragraph() -> None:
    reading = read(Corrections(forms={(7, 0): Form.PARAGRAPH}))
    assert ("", "（二）育企业。支持培育企业。给予奖励。") in outline(reading)


def test_a_line_is_cut_and_another_joined_to_the_one_before() -> None:
    place = len("（二）育企业。支持培育企业。")
    cut = read(Corrections(splits=frozenset({(7, place)}), forms={(7, place): Form.SECOND}))
    assert ("（三）", "给予奖励") in outline(cut)
    joined = read(Corrections(joins=frozenset({(6, 0)})))
    assert ("（一）", "建平台") in outline(joined)
    assert "支持建设平台。联系方式见网站。" in str(joined.measure)


def test_every_line_leads_to_the_unit_its_words_are_in() -> None:
    reading = read(Corrections())
    wids = {unit.wid: unit for unit in reading.measure.walk()}
    assert [wids[reading.origins[line]].heading for line in (4, 5, 7, 9)] == ["任务", "建平台", "育企业", "附则"]
    assert wids[reading.origins[10]].text.startswith("本措施自印发")
    assert 1 not in reading.origins
