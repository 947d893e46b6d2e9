"""Where a clause goes by its topic."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from chengwen_library.clauses import clauses
from chengwen_library.model import Form, Measure, Unit
from chengwen_templates.draft import insert_unit, remove_unit
from chengwen_templates.placing import place_by_topic
from chengwen_templates.provenance import taken_unit
from chengwen_templates.sample import sample_draft
from chengwen_templates.tree import find_by_wid
from material import shipped_measures

DAY = date(2026, 1, 20)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> tuple[Measure, ...]:
    return shipped_measures(tmp_path_factory.mktemp("library"))


@pytest.fixture(scope="module")
def draft(library: tuple[Measure, ...]) -> Measure:
    return sample_draft(library, DAY)


def taken(library: tuple[Measure, ...], region: str, heading: str) -> Unit:
    measure = next(one for one in library if (one.region or "").startswith(region))
    return next(taken_unit(clause, DAY) for clause in clauses(measure) if clause.unit and clause.heading == heading)


def stands(draft: Measure, unit: Unit) -> tuple[str | None, str | None]:
    """Return the headings of the part and of the clause behind which the unit would stand."""
    parent, index = place_by_topic(draft, unit)
    part = find_by_wid(draft, parent)
    row = part.children if part else draft.units
    return part.heading if part else None, row[index - 1].heading if index else None


@pytest.mark.parametrize(
    ("region", "heading", "part", "behind"),
    [
        ("武汉", "强化知识产权金融赋能", "加大知识产权金融支持", "强化知识产权金融赋能"),
        ("广西", "完善知识产权融资模式", "加大知识产权金融支持", "加大知识产权金融支持力度"),
        ("成都", "创新知识产权金融支持", "加大知识产权金融支持", "加大知识产权金融支持力度"),
        ("东莞", "激发高校院所专利转化活力", "畅通知识产权转化渠道", "全面盘活高校及科研机构存量专利"),
        ("武汉", "深化专利分析与导航服务", "提升知识产权创造质量", "推进实施专利导航"),
        ("广西", "深入实施高价值专利培育工程", "提升知识产权创造质量", "围绕“卡脖子”技术培育一批高价值专利和专利组合"),
        ("成都", "推动知识产权保护多元化融合", "加强知识产权保护", "加强知识产权协同保护"),
        ("武汉", "严格知识产权司法保护", "加强知识产权保护", "健全知识产权保护制度"),
        ("成都", "畅通知识产权信息服务", "优化知识产权服务", "强化知识产权公共服务供给"),
        ("武汉", "加大知识产权人才培养力度", "优化知识产权服务", "加强专业人才队伍培养"),
        ("武汉", "加强组织领导", "强化组织保障", "加强组织领导"),
        ("成都", "加强资金保障", "强化组织保障", "优化专利转化运用政策措施"),
    ],
)  # fmt: skip
def test_a_clause_goes_behind_the_one_most_like_it_on_its_topic(
    library: tuple[Measure, ...], draft: Measure, region: str, heading: str, part: str, behind: str
) -> None:
    assert stands(draft, taken(library, region, heading)) == (part, behind)


@pytest.mark.parametrize(
    ("region", "heading", "part"),
    [
        ("武汉", "强化知识产权金融赋能", "加大知识产权金融支持"),
        ("鄂州", "构建重点产业科技创新成果专利池", "畅通知识产权转化渠道"),
        ("武汉", "推进农林植物新品种研发", "提升知识产权创造质量"),
        ("武汉", "加强考核督导", "强化组织保障"),
    ],
)
def test_a_part_without_clauses_is_known_by_its_heading(
    library: tuple[Measure, ...], draft: Measure, region: str, heading: str, part: str
) -> None:
    empty = replace(draft, units=tuple(replace(unit, children=()) for unit in draft.units))
    assert stands(empty, taken(library, region, heading)) == (part, None)


def test_a_topic_that_the_draft_lacks_goes_to_the_last_part_that_holds_clauses_but_not_among_the_safeguards(
    library: tuple[Measure, ...], draft: Measure
) -> None:
    other = taken(library, "成都", "项目申报")
    assert stands(draft, other) == ("优化知识产权服务", "加强专业人才队伍培养")
    emptied = draft
    for unit in draft.units[4].children:
        emptied = remove_unit(emptied, unit.wid)
    assert stands(emptied, other) == ("加强知识产权保护", "健全知识产权保护制度")


@pytest.mark.parametrize("heading", ["附则", "组织实施", "保障措施"])
def test_no_other_clause_joins_the_parts_that_end_a_measure(heading: str) -> None:
    closing = Unit("z", Form.FIRST, "一、", 1, heading=heading, children=(Unit("a", Form.SECOND, heading="解释"),))
    measures = Unit(
        "m", Form.FIRST, "一、", 1, heading="主要任务", children=(Unit("b", Form.SECOND, heading="优化审批"),)
    )
    unit = Unit("n", Form.SECOND, heading="推进质押融资", text="开展知识产权质押融资。")
    assert place_by_topic(Measure(units=(measures, closing)), unit) == ("m", 1)
    assert place_by_topic(Measure(units=(closing,)), unit) == (None, 0)


def test_what_ends_a_measure_goes_among_its_like() -> None:
    closing = Unit(
        "z", Form.CHAPTER, heading="附则", children=(Unit("a", Form.ARTICLE, text="本办法由市局负责解释。"),)
    )
    chapter = Unit("m", Form.CHAPTER, heading="保护", children=(Unit("b", Form.ARTICLE, heading="行政保护"),))
    measure = Measure(units=(chapter, closing))
    assert place_by_topic(measure, Unit("n", Form.ARTICLE, text="本办法自2026年1月1日起施行。"))[0] == "z"


def test_in_a_measure_without_parts_clauses_stand_before_what_ends_it() -> None:
    units = (
        Unit("a", Form.ARTICLE, text="开展专利导航，建设导航项目。"),
        Unit("b", Form.ARTICLE, text="推进知识产权质押融资，降低融资成本。"),
        Unit("c", Form.ARTICLE, text="本办法自印发之日起施行，由市局负责解释。"),
    )
    pledge = Unit("n", Form.ARTICLE, text="支持银行开展知识产权质押融资贷款。")
    other = Unit("n", Form.ARTICLE, text="加强知识产权人才培养。")
    assert place_by_topic(Measure(units=units), pledge) == (None, 2)
    assert place_by_topic(Measure(units=units), other) == (None, 2)
    assert place_by_topic(Measure(units=units[:1]), other) == (None, 1)
    assert place_by_topic(Measure(), other) == (None, 0)


def test_every_clause_of_the_five_measures_finds_a_place(library: tuple[Measure, ...], draft: Measure) -> None:
    before = sum(1 for _ in draft.walk())
    for measure in library:
        for clause in clauses(measure):
            unit = taken_unit(clause, DAY)
            put = insert_unit(draft, unit, *place_by_topic(draft, unit))
            assert sum(1 for _ in put.walk()) == before + sum(1 for _ in unit.walk())
            assert find_by_wid(put, unit.wid)
