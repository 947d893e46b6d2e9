"""量化指标: figures that contradict each other, and figures that only look so."""

import pytest

from checked import found, measure_of

GOAL = "主要目标。到2027年，专利质押融资登记金额达到20亿元，专利转让许可次数达到3000次。"


def conflicts(*texts):
    return found("target.conflict", measure_of(*texts))


@pytest.mark.parametrize(
    ("later", "what"),
    [
        ("到2027年，专利质押融资登记金额达到15亿元。", "数值"),
        ("专利质押融资登记金额达到25亿元以上。", "数值"),
        ("专利质押融资登记金额到2027年达到25亿元。", "数值"),
        ("到2027年底，专利转让许可次数超过2000次。", "数值"),
        ("到2028年，专利质押融资登记金额达到20亿元。", "时限"),
    ],
)
def test_another_value_or_another_year_for_the_same_indicator_is_found(later, what):
    (finding,) = conflicts(GOAL, f"扩大融资。{later}")
    assert finding.place.wid == "u-1"
    assert f"的{what}前后不一致" in finding.message
    assert "（一）主要目标" in finding.message
    assert finding.fix.kind == "ask"


@pytest.mark.parametrize(
    "later",
    [
        "到2027年，专利质押融资登记金额达到20亿元。",
        "到2026年，专利质押融资登记金额达到15亿元。",
        "其中，东城区专利质押融资登记金额达到5亿元。",
        "专利质押融资登记金额每年达到5亿元。",
        "累计专利质押融资登记金额达到60亿元。",
        "专利质押融资登记金额增长15%。",
        "专利质押融资登记户数达到200户。",
        "对专利质押融资登记金额达到500万元的企业给予补助。",
    ],
    ids=["the same", "a stage before", "of a part", "each year", "cumulative", "growth", "another unit", "a threshold"],
)
def test_what_can_be_meant_beside_it_is_left_alone(later):
    assert conflicts(GOAL, f"扩大融资。{later}") == []


def test_the_gross_product_of_a_region_is_no_place():
    goal = "主要目标。到2027年，研发经费占地区生产总值比重达到3%，专利质押融资登记金额达到20亿元。"
    assert len(conflicts(goal, "扩大融资。到2027年，专利质押融资登记金额达到15亿元。")) == 1


def test_each_contradicting_figure_is_told_once():
    texts = [GOAL, *(f"融资{n}。到2027年，专利质押融资登记金额达到{n}亿元。" for n in (15, 16))]
    assert [finding.place.wid for finding in conflicts(*texts)] == ["u-1", "u-2"]


def test_common_things_that_are_counted_in_many_places_are_no_indicator():
    assert conflicts("培育。到2027年，培育企业30家。", "服务。到2027年，服务企业500家。") == []
