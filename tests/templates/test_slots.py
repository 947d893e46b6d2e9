"""Fields to fill in clauses from elsewhere: what becomes one, and that none stays unfilled unnoticed."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from chengwen_library.clauses import clauses
from chengwen_library.facts.money import amounts
from chengwen_library.model import Form, Measure, Unit
from chengwen_templates.adapting import apply, substitutions
from chengwen_templates.blanks import filled, unfilled, with_blanks, with_values
from chengwen_templates.checks.checking import check
from chengwen_templates.checks.passages import Part
from chengwen_templates.checks.subject import Subject
from chengwen_templates.draft import insert_unit
from chengwen_templates.office import Office
from chengwen_templates.provenance import taken_unit
from chengwen_templates.slots import Slot, slots
from chengwen_templates.spots import texts_of
from drafts import small_draft
from material import shipped_measures

DAY = date(2026, 1, 20)
OWN = "示例市"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> tuple[Measure, ...]:
    return shipped_measures(tmp_path_factory.mktemp("library"))


def unit_of(text: str) -> Unit:
    return Unit("u", Form.SECOND, heading="设立资金", heading_mark="。", text=text)


def found(text: str, source: str | None = "鄂州市", own: str = OWN) -> list[tuple[str, str]]:
    return [(one.kind.value, one.words) for one in slots(unit_of(text), source, own)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("给予最高不超过50万元补助。", ("金额", "50万元")),
        ("给予50—200万元奖励。", ("金额", "50—200万元")),
        ("按实际投入的30%给予补助。", ("比例", "30%")),
        ("到2025年，", ("日期", "2025年")),
        ("于2025年底前完成。", ("日期", "2025年底")),
        ("2023-2025年实施。", ("日期", "2023-2025年")),
        ("支持期限不超过3年。", ("期限", "3年")),
        ("在5个工作日内办结。", ("期限", "5个工作日")),
        ("到期前，全市有效发明专利达到500件以上。", ("数量", "500")),
        ("按照鄂州市监〔2024〕35号执行。", ("文号", "鄂州市监〔2024〕35号")),
        ("落实《鄂州市专利条例》。", ("名称", "《鄂州市专利条例》")),
        ("探索建设中国（鄂州）知识产权保护中心。", ("名称", "中国（鄂州）知识产权保护中心")),
        ("支持“鄂州新城”发展。", ("名称", "鄂州新城")),
        ("（责任单位：中国人民银行鄂州市分行）", ("名称", "中国人民银行鄂州市分行")),
        ("支持华容区先行先试。", ("地名", "华容区")),
        ("结合鄂州实际。", ("地名", "鄂州")),
        ("服务湖北发展。", ("地名", "湖北")),
    ],
)  # fmt: skip
def test_what_holds_for_one_place_only_may_become_a_field(text: str, wanted: tuple[str, str]) -> None:
    assert found(text) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "每年组织一次培训，每半年通报一次。",
        "落实《专利转化运用专项行动方案（2023-2025年）》（国办发〔2023〕37号）。",
        "建设一站式服务平台，支持三类企业。",
        "按照本措施第三条办理。",
        "自印发之日起施行。",
        "支持“965”重点产业。",
        "示例市设立资金，示例知识产权保护中心参与。",
    ],
)
def test_what_holds_everywhere_is_no_field(text: str) -> None:
    assert found(text) == []


def test_places_that_the_own_place_shares_are_no_fields() -> None:
    assert found("服务湖北发展，推动鄂州同城化。", "鄂州市", "武汉市") == [("地名", "鄂州")]
    assert found("支持华容区、梁子湖区发展。", "鄂州市", "鄂州市") == []


def test_without_a_source_only_figures_are_fields() -> None:
    assert found("鄂州给予50万元。", source=None) == [("金额", "50万元")]


def test_a_field_is_told_by_the_words_before_it() -> None:
    (one,) = slots(unit_of("对认定的企业，给予最高50万元补助。"), "鄂州市", OWN)
    assert (one.label, one.place.part, one.span) == ("给予最高", Part.TEXT, (11, 15))


def test_chosen_fields_become_blanks_and_others_stay() -> None:
    unit = unit_of("到2025年，给予最高50万元补助。")
    year, amount = slots(unit, "鄂州市", OWN)
    assert with_blanks(unit, [amount]).text == "到2025年，给予最高【填写金额】补助。"
    assert with_blanks(unit, [year, amount]).text == "到【填写日期】，给予最高【填写金额】补助。"
    assert with_values(unit, {year: "2028年", amount: "30万元"}).text == "到2028年，给予最高30万元补助。"


def drafted(text: str) -> Measure:
    unit = unit_of(text)
    return insert_unit(small_draft(), with_blanks(unit, slots(unit, "鄂州市", OWN)), "p2", 1)


def test_a_blank_is_listed_with_its_place_and_found_by_the_check_until_it_is_filled() -> None:
    draft = drafted("到2025年，给予最高50万元补助。")
    listed = unfilled(draft)
    assert [(one.kind, one.label, one.place.wid) for one in listed] == [("日期", "到", "u"), ("金额", "给予最高", "u")]
    assert rules_found(draft).count("text.placeholder") == 2
    draft = filled(draft, listed[1], "30万元")
    draft = filled(draft, unfilled(draft)[0], "2028年")
    assert next(unit.text for unit in draft.walk() if unit.wid == "u") == "到2028年，给予最高30万元补助。"
    assert unfilled(draft) == ()
    assert "text.placeholder" not in rules_found(draft)


def rules_found(draft: Measure) -> list[str]:
    return [finding.rule.id for finding in check(Subject(draft, DAY))]


def test_a_blank_that_is_no_longer_there_is_not_filled() -> None:
    draft = drafted("给予最高50万元补助。")
    (blank,) = unfilled(draft)
    once = filled(draft, blank, "30万元")
    assert filled(once, blank, "40万元") == once


def test_blanks_that_a_person_or_a_template_left_are_listed_too() -> None:
    draft = insert_unit(small_draft(), unit_of("给予××万元，由【单位名称】负责。"), "p2", 1)
    assert [(one.kind, one.words) for one in unfilled(draft)] == [("内容", "××"), ("内容", "【单位名称】")]


def all_slots(library: tuple[Measure, ...]) -> list[tuple[Unit, Measure, tuple[Slot, ...]]]:
    found: list[tuple[Unit, Measure, tuple[Slot, ...]]] = []
    for measure in library:
        for clause in clauses(measure):
            unit = taken_unit(clause, DAY)
            unit = apply(unit, substitutions(unit, measure.region, OWN, Office()))
            found.append((unit, measure, slots(unit, measure.region, OWN)))
    return found


def test_over_the_five_measures_every_field_stands_at_its_place_and_none_overlap(library: tuple[Measure, ...]) -> None:
    count = 0
    for unit, _, here in all_slots(library):
        texts = dict(texts_of(unit))
        assert all(texts[one.place][slice(*one.span)] == one.words for one in here)
        for one, other in pairwise(here):
            assert one.place != other.place or one.span[1] <= other.span[0]
        count += len(here)
    assert count >= 80


def test_over_the_five_measures_every_sum_that_is_read_is_a_field(library: tuple[Measure, ...]) -> None:
    sums = 0
    for unit, _, here in all_slots(library):
        for place, text in texts_of(unit):
            for money in amounts(text):
                assert any(one.place == place and money.span == one.span and one.kind == "金额" for one in here)
                sums += 1
    assert sums >= 6


def test_over_the_five_measures_all_blanks_of_a_clause_are_found_in_the_draft(library: tuple[Measure, ...]) -> None:
    for unit, _, here in all_slots(library):
        draft = insert_unit(small_draft(), with_blanks(unit, here), "p2", 1)
        assert [one.kind for one in unfilled(draft)] == [one.kind for one in here]


def test_over_the_five_measures_no_name_of_the_source_is_left_once_all_is_chosen(library: tuple[Measure, ...]) -> None:
    for unit, measure, here in all_slots(library):
        blank = with_blanks(unit, here)
        assert slots(blank, measure.region, OWN) == ()
