"""Names of places and organs in the words of one's own place: what is proposed, and what is never touched."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from chengwen_library.clauses import clauses
from chengwen_library.model import Form, Measure, Unit
from chengwen_library.places import whole
from chengwen_templates.adapting import Substitution, apply, substitutions
from chengwen_templates.office import Office, Organ
from chengwen_templates.organ_names import Why
from chengwen_templates.provenance import taken_unit
from chengwen_templates.spots import texts_of
from material import shipped_measures

DAY = date(2026, 1, 20)
OWN = "鄂城市"
OFFICE = Office(
    OWN,
    (
        Organ("鄂城市市场监督管理局", ("市市场监管局",)),
        Organ("鄂城市发展和改革委员会", ("市发改委",)),
        Organ("鄂城市地方金融管理局", ("市金融局",), "中共鄂城市委金融委员会办公室"),
        Organ("中共鄂城市委金融委员会办公室", ("市委金融办",)),
        Organ("国家金融监督管理总局鄂城监管分局"),
        Organ("鄂城市文化局", ("市文化局",)),
        Organ("鄂城市文化馆管理局", ("市文化馆局",)),
    ),
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> tuple[Measure, ...]:
    return shipped_measures(tmp_path_factory.mktemp("library"))


def unit_of(text: str) -> Unit:
    return Unit("u", Form.SECOND, heading="加强统筹", heading_mark="。", text=text)


def proposed(
    text: str, source: str | None = "鄂州市", own: str = OWN, office: Office = OFFICE
) -> list[tuple[str, str, str]]:
    return [(one.old, one.new, one.why.value) for one in substitutions(unit_of(text), source, own, office)]


@pytest.mark.parametrize(
    ("text", "source", "wanted"),
    [
        ("打造鄂州市知识产权服务业集聚区。", "鄂州市", ("鄂州市", "鄂城市", "地名")),
        ("结合鄂州实际推进。", "鄂州市", ("鄂州", "鄂城", "地名")),
        ("专利试点落户武汉。", "武汉市", ("武汉", "鄂城", "地名")),
        ("考察湖北武汉时强调。", "武汉市", ("湖北武汉", "鄂城", "地名")),
        ("由鄂州市财政局拨付。", "鄂州市", ("鄂州市", "鄂城市", "地名")),
        ("由鄂州市市场监管局负责。", "鄂州市", ("鄂州市市场监管局", "鄂城市市场监督管理局", "本地的机关")),
        ("（责任单位：国家金融监督管理总局鄂州监管分局）", "鄂州市", ("国家金融监督管理总局鄂州监管分局", "国家金融监督管理总局鄂城监管分局", "本地的机关")),
        ("（责任单位：市金融局）", "鄂州市", ("市金融局", "市委金融办", "机关改名")),
        ("（责任单位：市地方金融局）", "鄂州市", ("市地方金融局", "市委金融办", "机关改名")),
        ("（责任单位：市工商局）", "鄂州市", ("市工商局", "市市场监管局", "机关改名")),
        ("（责任单位：市发展改革委）", "鄂州市", ("市发展改革委", "市发改委", "机关名录里的写法")),
        ("提升全省创新能力。", "湖北省", ("全省", "全市", "层级")),
        ("支持我区企业创新。", "广西壮族自治区", ("我区", "我市", "层级")),
    ],
)  # fmt: skip
def test_a_name_of_the_source_is_proposed_in_own_words_with_the_reason(
    text: str, source: str, wanted: tuple[str, str, str]
) -> None:
    assert proposed(text, source) == [wanted]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("落实《鄂州市知识产权促进办法》。", "鄂州市"),
        ("落实《关于〈鄂州市专利条例〉的解释》。", "鄂州市"),
        ("按照鄂州市监〔2024〕35号执行。", "鄂州市"),
        ("支持东莞理工学院转化专利。", "东莞市"),
        ("在华中科技大学鄂州工业技术研究院建站。", "鄂州市"),
        ("提升武汉知识产权交易所、高校服务能力。", "武汉市"),
        ("探索建设中国（鄂州）知识产权保护中心。", "鄂州市"),
        ("服务“武汉新城”建设。", "武汉市"),
        ("推广“鄂州造”商标品牌。", "鄂州市"),
        ("（责任单位：武汉海关）", "武汉市"),
        ("支持华容区建设园区。", "鄂州市"),
        ("在朝阳区开展试点。", "朝阳市"),
        ("引进中山大学的成果，面向东方文化市场。", "中山市"),
        ("扩大全市场准入，保障安全区域。", "武汉市"),
        ("（责任单位：市市场监管局、各区人民政府）", "鄂州市"),
        ("由市市场监督管理局受理。", "鄂州市"),
        ("（责任单位：市文旅局）", "鄂州市"),
        ("与省财政厅、国家知识产权局对接。", "鄂州市"),
        ("支持我市企业创新，服务全市发展。", "鄂州市"),
    ],
)  # fmt: skip
def test_what_is_part_of_a_title_a_number_or_another_name_stays(text: str, source: str) -> None:
    assert proposed(text, source) == []


def test_a_province_the_own_place_lies_in_too_stays_before_the_citys_name() -> None:
    assert proposed("考察湖北武汉时强调。", "武汉市", "黄石市", Office()) == [("武汉", "黄石", "地名")]


def test_an_abbreviation_that_fits_two_organs_is_not_guessed() -> None:
    office = replace(OFFICE, organs=(*OFFICE.organs, Organ("鄂城市发展改革研究委员会", ("市发研委",))))
    assert proposed("（责任单位：市发展改革委）", office=office) == []


def test_a_clause_of_the_own_place_keeps_its_names_but_not_what_was_renamed() -> None:
    assert proposed("由鄂城市工商局会同市金融局在鄂城办理。", OWN) == [
        ("鄂城市工商局", "鄂城市市场监管局", "机关改名"),
        ("市金融局", "市委金融办", "机关改名"),
    ]


def test_without_a_known_place_only_renamings_are_proposed() -> None:
    assert proposed("鄂州市鼓励质押，由市工商局负责。", own="", office=Office()) == [
        ("市工商局", "市市场监管局", "机关改名")
    ]
    assert proposed("鄂州市鼓励质押，由市工商局负责。", source=None) == [("市工商局", "市市场监管局", "机关改名")]


def test_each_place_is_proposed_by_itself_with_its_field_and_span() -> None:
    child = Unit("c", Form.THIRD, text="鄂州市设立资金。")
    unit = Unit(
        "u", Form.SECOND, heading="擦亮鄂州名片", intro="鄂州市支持：", children=(child,), wrap_up="鄂州市落实。"
    )
    found = substitutions(unit, "鄂州市", OWN, OFFICE)
    assert [(one.place.wid, one.place.part, one.span) for one in found] == [
        ("u", "unit.heading", (2, 4)),
        ("u", "unit.intro", (0, 3)),
        ("c", "unit.text", (0, 3)),
        ("u", "unit.wrap_up", (0, 3)),
    ]
    changed = apply(unit, found[1:2])
    assert (changed.heading, changed.intro, changed.children) == ("擦亮鄂州名片", "鄂城市支持：", (child,))


def test_the_reason_is_told_in_words() -> None:
    (one,) = substitutions(unit_of("（责任单位：市工商局）"), "鄂州市", OWN, OFFICE)
    assert one.message == "“市工商局”改为“市市场监管局”（机关改名）"


def test_a_substitution_whose_words_have_changed_is_left_out() -> None:
    (one,) = substitutions(unit_of("鄂州市支持转化。"), "鄂州市", OWN, OFFICE)
    other = unit_of("我市支持转化。")
    assert apply(other, [one]) == other


def undone(unit: Unit, made: tuple[Substitution, ...]) -> Unit:
    """Return the unit with the substitutions turned round, each at the span its words have now."""
    turned: list[Substitution] = []
    for one in made:
        before = [other for other in made if other.place == one.place and other.span < one.span]
        start = one.span[0] + sum(len(other.new) - len(other.old) for other in before)
        turned.append(Substitution(one.place, (start, start + len(one.new)), one.new, one.old, Why.PLACE))
    return apply(unit, turned)


def test_over_the_five_measures_every_proposal_stands_at_its_place_and_can_be_taken_back(
    library: tuple[Measure, ...],
) -> None:
    count = 0
    for measure in library:
        for clause in clauses(measure):
            unit = taken_unit(clause, DAY)
            found = substitutions(unit, measure.region, OWN, OFFICE)
            texts = dict(texts_of(unit))
            assert all(texts[one.place][slice(*one.span)] == one.old != one.new for one in found)
            changed = apply(unit, found)
            assert undone(changed, found) == unit
            assert [one.wid for one in changed.walk()] == [one.wid for one in unit.walk()]
            assert changed.provenance == unit.provenance
            assert substitutions(changed, measure.region, OWN, OFFICE) == ()
            count += len(found)
    assert count >= 25


def test_over_the_five_measures_titles_and_numbers_stay_as_they_are(
    library: tuple[Measure, ...], tmp_path: Path
) -> None:
    for measure in library:
        for clause in clauses(measure):
            unit = taken_unit(clause, DAY)
            before, after = whole(unit), whole(apply(unit, substitutions(unit, measure.region, OWN, OFFICE)))
            assert titles(after) == titles(before)


def titles(text: str) -> list[str]:
    return [part.split("》")[0] for part in text.split("《")[1:]]


def test_an_old_name_is_found_in_running_text_but_not_within_another_word() -> None:
    assert proposed("由市环保局受理。") == [("市环保局", "市生态环境局", "机关改名")]
    assert proposed("由原市环保局受理，农业部门、文化部分配合，农业部署落实。") == []


def test_an_own_organ_is_found_wherever_the_text_names_it() -> None:
    assert proposed("各单位报市金融局备案。") == [("市金融局", "市委金融办", "机关改名")]
