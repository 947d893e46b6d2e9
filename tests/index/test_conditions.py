from datetime import date, timedelta

import pytest

from chengwen_index.finding.conditions import Condition, condition_of, field_names
from chengwen_index.finding.filters import Filters
from chengwen_index.search import Answer, Index
from chengwen_library.model import Status


def stated(text: str, *, excluded: bool = False) -> Condition | None:
    return condition_of(text, excluded=excluded)


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("地区:东莞", "region", "东莞"),
        ("城市:东莞", "region", "东莞"),
        ("类型:若干措施", "doc_type", "若干措施"),
        ("主题:质押融资", "topic", "质押融资"),
        ("单位:市财政局", "organ", "市财政局"),
        ("部门:市财政局", "organ", "市财政局"),
        ("文号:2024", "doc_number", "2024"),
        ("状态:已废止", "status", "已废止"),
        ("效力:现行有效", "status", "现行有效"),
    ],
)
def test_every_field_has_its_names(text: str, field: str, value: str):
    assert stated(text) == Condition(field, (value,), excluded=False)


@pytest.mark.parametrize("name", ["日期", "时间", "年份"])
def test_a_date_has_its_names(name: str):
    condition = stated(f"{name}:2023")
    assert condition is not None
    assert condition.field == "date"


def test_the_names_that_are_offered_are_understood():
    assert field_names() == ("地区", "类型", "主题", "单位", "文号", "日期", "状态")
    assert all(stated(f"{name}:2023") for name in field_names())


@pytest.mark.parametrize("text", ["地区：东莞", "地区:東莞", "地区:东莞，"])
def test_width_and_traditional_characters_do_not_matter(text: str):
    assert stated(text) == Condition("region", ("东莞",), excluded=False)


@pytest.mark.parametrize("mark", [",", "，", "、", ";", "；"])
def test_several_values_are_parted_by_a_comma_or_its_like(mark: str):
    condition = stated(f"地区:东莞{mark}武汉")
    assert condition is not None
    assert condition.values == ("东莞", "武汉")
    assert condition.accepts("武汉市")
    assert not condition.accepts("成都市")


def test_a_value_may_be_a_part_of_the_name():
    condition = stated("单位:财政局")
    assert condition is not None
    assert condition.accepts("市财政局")
    assert not condition.accepts("市财政厅")


def test_a_condition_can_be_excluded():
    assert stated("地区:东莞", excluded=True) == Condition("region", ("东莞",), excluded=True)


@pytest.mark.parametrize(
    "text",
    [
        "备注:专利",
        "a:b",
        "地区",
        "地区:",
        "地区: ",
        "地区:，",
        ":东莞",
        "所在地区:东莞",
        "日期:昨天",
        "日期:23",
        "日期:202",
        "日期:2023-13",
        "日期:2023-02-30",
        "日期:0000",
        "日期:2023年春",
        "日期:20230",
    ],
)
def test_what_names_no_field_or_no_value_is_no_condition(text: str):
    assert stated(text) is None


FOREVER = date.max.isoformat()
EVER = date.min.isoformat()


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2023", "2023-01-01", "2023-12-31"),
        ("2023年", "2023-01-01", "2023-12-31"),
        ("２０２３", "2023-01-01", "2023-12-31"),
        ("2023-05", "2023-05-01", "2023-05-31"),
        ("2023.5", "2023-05-01", "2023-05-31"),
        ("2023/12", "2023-12-01", "2023-12-31"),
        ("2024年2月", "2024-02-01", "2024-02-29"),
        ("2023-05-06", "2023-05-06", "2023-05-06"),
        ("2023.5.6", "2023-05-06", "2023-05-06"),
        ("2023年5月6日", "2023-05-06", "2023-05-06"),
        ("2022-2024", "2022-01-01", "2024-12-31"),
        ("2022—2024", "2022-01-01", "2024-12-31"),
        ("2022至2024", "2022-01-01", "2024-12-31"),
        ("2022年到2024年", "2022-01-01", "2024-12-31"),
        ("2022~2024", "2022-01-01", "2024-12-31"),
        ("2022..2024", "2022-01-01", "2024-12-31"),
        ("2022-11-2023-02", "2022-11-01", "2023-02-28"),
        ("2022年3月5日至2023年4月", "2022-03-05", "2023-04-30"),
        ("2022至", "2022-01-01", FOREVER),
        ("2022至今", "2022-01-01", FOREVER),
        ("2022年以来", "2022-01-01", FOREVER),
        ("自2022", "2022-01-01", FOREVER),
        (">=2022", "2022-01-01", FOREVER),
        ("≥2022-05", "2022-05-01", FOREVER),
        (">2022", "2023-01-01", FOREVER),
        (">2022-05", "2022-06-01", FOREVER),
        ("<=2022", EVER, "2022-12-31"),
        ("≤2022-05", EVER, "2022-05-31"),
        ("2022年以前", EVER, "2022-12-31"),
        ("<2022", EVER, "2021-12-31"),
        ("<2022-05-06", EVER, "2022-05-05"),
    ],
)
def test_a_date_is_a_period_in_any_way_of_writing(typed: str, first: str, last: str):
    condition = stated(f"日期:{typed}")
    assert condition is not None
    assert condition.values == (f"{first}/{last}",)


@pytest.mark.parametrize("typed", ["2023", "2022-2024", ">2022-05", "<2023-06-01", "2023-02"])
def test_a_date_is_accepted_from_the_first_day_of_the_period_to_the_last(typed: str):
    condition = stated(f"日期:{typed}")
    assert condition is not None
    first, last = map(date.fromisoformat, condition.values[0].split("/"))
    assert condition.accepts(first.isoformat())
    assert condition.accepts(last.isoformat())
    assert first == date.min or not condition.accepts((first - timedelta(1)).isoformat())
    assert last == date.max or not condition.accepts((last + timedelta(1)).isoformat())


def test_one_of_several_periods_is_enough():
    condition = stated("日期:2020,2023-05")
    assert condition is not None
    assert [condition.accepts(day) for day in ("2020-06-01", "2021-06-01", "2023-05-31")] == [True, False, True]


@pytest.mark.parametrize("typed", ["<0001", ">9999", ">9999-12-31", "<0001-01-01", ">=9999", "<=0001", "9999-12"])
def test_the_first_and_the_last_days_of_the_calendar_do_no_harm(typed: str):
    condition = stated(f"日期:{typed}")
    assert condition is None or not condition.accepts("2023-05-06")


def texts(answer: Answer) -> list[str]:
    """The clauses with all that was asked for."""
    return [hit.text for hit in answer.hits if hit.group == "all"]


class TestHits:
    @pytest.fixture
    def index(self, index_of, measure) -> Index:
        return index_of(
            measure(
                ("质押融资", "专利一。（责任单位：市财政局、市科技局）"),
                number=1,
                doc_number="示府〔2024〕1号",
                issuers=("示例市人民政府",),
            ),
            measure(
                (None, "专利二。"),
                number=2,
                region="样本市",
                doc_type="管理办法",
                issue_date=date(2022, 5, 1),
                doc_number="样知发〔2022〕7号",
                issuers=("样本市财政局",),
                status=Status.IN_FORCE,
            ),
            measure((None, "专利三。"), number=3, region=None, doc_type=None, issue_date=None),
            measure((None, "专利四。"), number=4, status=Status.REPEALED),
        )

    @pytest.mark.parametrize(
        ("conditions", "expected"),
        [
            ("地区:样本", "二"),
            ("城市:示例市", "一"),
            ("地区:示例,样本", "一二"),
            ("地区:示例|样本", "一二"),
            ("地区:示例|地区:样本", "一二"),
            ("地区:示例 地区:样本", "一二"),
            ("单位:科技局 单位:财政局", "一"),
            ("单位:科技局|财政局", "一二"),
            ("地区:例", "一"),
            ("-地区:样本", "一三"),
            ("类型:管理办法", "二"),
            ("类型:措施", "一"),
            ("-类型:措施", "二三"),
            ("主题:质押融资", "一"),
            ("主题:质押", "一"),
            ("-主题:质押", "二三"),
            ("单位:科技局", "一"),
            ("单位:财政局", "一二"),
            ("部门:人民政府", "一"),
            ("-单位:科技局", "二三"),
            ("文号:2024", "一"),
            ("文号:〔2022〕7号", "二"),
            ("文号:样知发", "二"),
            ("-文号:2024", "二三"),
            ("日期:2022", "二"),
            ("日期:2022-05", "二"),
            ("日期:2022年5月1日", "二"),
            ("日期:2022-2024", "一二"),
            ("日期:>2022", "一"),
            ("日期:2022至今", "一二"),
            ("-日期:2022", "一三"),
            ("状态:现行有效", "二"),
            ("状态:未核实", "一三"),
            ("状态:已废止", "四"),
            ("状态:已废止,现行有效", "二四"),
            ("-状态:未核实", "二"),
            ("地区:样本 日期:2022", "二"),
            ("地区:样本 日期:2024", ""),
            ("地区:别的地方", ""),
        ],
    )
    def test_hits_are_what_the_conditions_ask_for(self, index: Index, conditions: str, expected: str):
        wanted = set(expected)
        assert {hit.text[2] for hit in index.search(f"专利 {conditions}").hits} == wanted
        assert {hit.text[2] for hit in index.search(conditions).hits} == wanted

    def test_conditions_alone_list_all_and_count_them(self, index: Index):
        answer = index.search("日期:2022-2024")
        assert (answer.total, {hit.group for hit in answer.hits}, answer.did_you_mean) == (2, {"all"}, None)
        assert answer.facets["region"] == {"样本市": 1, "示例市": 1}

    @pytest.mark.parametrize("query", ["备注:专利", "a:专利"])
    def test_unknown_fields_are_words_that_stand_nowhere(self, index: Index, query: str):
        assert index.search(query).total == 0

    def test_unknown_fields_are_words_that_stand_somewhere(self, index_of, measure):
        assert texts(index_of(measure((None, "备注:专利。"), (None, "备注。"))).search("备注：专利")) == ["备注:专利。"]

    def test_conditions_and_filters_both_count(self, index: Index):
        assert texts(index.search("专利 地区:样本", Filters(doc_type="若干措施"))) == []
        assert texts(index.search("专利 地区:样本", Filters(doc_type="管理办法"))) == ["专利二。"]

    @pytest.mark.parametrize("query", ["日期:<0001", "日期:>9999-12-31", "日期:<0001-01-01 专利"])
    def test_days_outside_the_calendar_do_no_harm(self, index: Index, query: str):
        assert index.search(query).total == 0

    def test_facets_count_what_the_conditions_let_through(self, index: Index):
        facets = index.search("专利 -地区:样本").facets
        assert facets["region"] == {"示例市": 1}
        assert facets["doc_type"] == {"若干措施": 1}
        assert facets["status"] == {"未核实": 2}
        assert facets["topic"]["质押融资"] == 1

    def test_partial_hits_keep_the_conditions(self, index: Index):
        assert [hit.text for hit in index.search("专利 龘龘 地区:样本").hits] == ["专利二。"]
