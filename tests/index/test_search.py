from dataclasses import replace
from datetime import date

import pytest

from chengwen_index.finding.filters import Filters
from chengwen_index.search import Answer, Index, marked
from chengwen_library.library import Library
from chengwen_library.model import Status


def texts(answer: Answer, group: str = "all") -> list[str]:
    return [hit.text for hit in answer.hits if hit.group == group]


class TestWords:
    def test_all_words_must_occur_in_any_order_in_heading_or_text(self, index_of, measure):
        index = index_of(measure(("加强商标保护", "支持专利。"), ("加强保护", "支持专利。"), (None, "商标和专利。")))
        assert set(texts(index.search("专利 商标"))) == {"支持专利。", "商标和专利。"}

    @pytest.mark.parametrize("query", ["押融", "风险补", "质押", "融资风险"])
    def test_a_word_that_is_no_word_of_the_text_is_found_literally(self, index_of, measure, query):
        index = index_of(measure((None, "建立质押融资风险补偿机制。"), (None, "无关。")))
        assert texts(index.search(query)) == ["建立质押融资风险补偿机制。"]

    def test_the_parts_of_a_word_may_stand_apart(self, index_of, measure):
        index = index_of(measure((None, "对贷款的利息给予补贴。"), (None, "贷款。")))
        assert texts(index.search("补贴贷款")) == ["对贷款的利息给予补贴。"]

    def test_width_and_capitals_do_not_matter(self, index_of, measure):
        index = index_of(measure((None, "资助ＰＣＴ专利（国际）。")))
        assert index.search("pct").total == index.search("PCT").total == index.search("专利(国际)").total == 1

    def test_digits_and_stop_words_alone_are_found(self, index_of, measure):
        index = index_of(measure((None, "按照第5号公告的要求。"), (None, "公告。")))
        assert [index.search(query).total for query in ("5", "5号", "的")] == [1, 1, 1]

    def test_a_query_of_nothing_finds_nothing(self, index_of_five: Index):
        assert [index_of_five.search(query).hits for query in ("", " ", '""', "-专利")] == [()] * 4

    @pytest.mark.parametrize(
        "query",
        ["\ud800", "\udc80\udc81", "\x00", '"\udfff"', "𠮷", "\u200b", "(*)[", "AND OR NOT", "a:b", "\ud800的了"],
    )
    def test_strange_characters_find_nothing_and_do_no_harm(self, index_of_five: Index, query: str):
        assert index_of_five.search(query).total == 0

    def test_words_that_occur_nowhere_find_nothing(self, index_of_five: Index):
        answer = index_of_five.search("龘龘")
        assert (answer.total, answer.hits) == (0, ())
        assert answer.facets == {"region": {}, "doc_type": {}, "topic": {}, "status": {}}


class TestWithout:
    def test_clauses_with_an_excluded_word_are_left_out(self, index_of, measure):
        index = index_of(measure((None, "专利。"), (None, "专利和商标。"), ("商标", "专利，")))
        assert texts(index.search("专利 -商标")) == ["专利。"]

    def test_exact_words_can_be_excluded(self, index_of, measure):
        index = index_of(measure((None, "地理标志。"), (None, "地理标志产品。")))
        assert texts(index.search('标志 -"标志产品"')) == ["地理标志。"]

    def test_partial_hits_do_not_have_it_either(self, index_of, measure):
        index = index_of(measure((None, "专利。"), (None, "专利版权。")))
        assert texts(index.search("专利 商标 -版权"), "partial") == ["专利。"]


class TestPartial:
    def test_with_fewer_than_five_hits_clauses_with_some_of_the_words_follow(self, index_of, measure):
        index = index_of(measure((None, "专利。"), (None, "专利商标。"), (None, "商标。"), (None, "版权。")))
        answer = index.search("专利 商标")
        assert [hit.group for hit in answer.hits] == ["all", "partial", "partial"]
        assert answer.total == 1
        assert {hit.text: hit.words for hit in answer.hits} == {
            "专利商标。": ("专利", "商标"),
            "专利。": ("专利",),
            "商标。": ("商标",),
        }

    def test_with_five_hits_there_are_none(self, index_of, measure):
        index = index_of(measure(*[(None, f"专利商标{place}。") for place in range(5)], (None, "专利。")))
        assert {hit.group for hit in index.search("专利 商标").hits} == {"all"}

    def test_exact_words_stay_required(self, index_of, measure):
        index = index_of(measure((None, "专利商标。"), (None, "专利。"), (None, "商标。"), (None, "商标版权。")))
        assert texts(index.search('"商标" 专利 版权'), "partial") == ["商标版权。", "专利商标。"]

    def test_a_term_of_the_field_counts_by_its_parts(self, index_of, measure):
        index = index_of(measure((None, "质押。"), (None, "专利。")))
        assert texts(index.search("质押融资"), "partial") == ["质押。"]

    @pytest.mark.parametrize("query", ["企业怎样办理专利商标", "专利 商标 有哪些"])
    def test_a_question_lists_clauses_with_any_of_its_words(self, index_of, measure, query):
        index = index_of(measure(*[(None, f"企业办理专利商标{place}。") for place in range(6)], (None, "商标。")))
        answer = index.search(query)
        assert (answer.total, texts(answer, "partial")) == (6, ["商标。"])

    def test_those_with_more_of_the_words_come_first(self, index_of, measure):
        index = index_of(measure((None, "专利专利专利专利。"), (None, "商标和版权也在内。"), (None, "专利。")))
        assert texts(index.search("专利 商标 版权"), "partial")[0] == "商标和版权也在内。"


class TestRanking:
    def test_a_word_of_the_heading_counts_more_than_one_of_the_text(self, index_of, measure):
        index = index_of(measure(("服务", "加强专利工作。"), ("专利", "加强服务工作。")))
        assert [hit.heading for hit in index.search("专利").hits] == ["专利", "服务"]

    def test_a_clause_with_the_query_as_a_whole_comes_first(self, index_of, measure):
        index = index_of(
            measure((None, "风险的补偿，补偿的风险，风险和补偿。"), (None, "风险补偿，以及其他的各种事情。"))
        )
        assert texts(index.search("风险补偿"))[0] == "风险补偿，以及其他的各种事情。"

    def test_a_word_comes_before_the_same_characters_across_words(self, index_of, measure):
        index = index_of(measure((None, "质押融资。"), (None, "押融。")))
        assert texts(index.search("质押"))[0] == "质押融资。"

    def test_equals_stand_in_the_order_of_measures_and_text(self, index_of, measure):
        articles = [(None, "专利。"), (None, "专利。")]
        index = index_of(measure(*articles, number=2), measure(*articles, number=1))
        found = [(hit.measure_id[-1], hit.path) for hit in index.search("专利").hits]
        assert found == [("1", ("一、",)), ("1", ("二、",)), ("2", ("一、",)), ("2", ("二、",))]

    def test_by_date_the_newest_come_first_and_the_unknown_last(self, index_of, measure):
        dates = [date(2022, 1, 1), None, date(2024, 1, 1)]
        index = index_of(*[measure((None, "专利。"), number=n, issue_date=day) for n, day in enumerate(dates)])
        found = [hit.date for hit in index.search("专利", sort="date").hits]
        assert found == [date(2024, 1, 1), date(2022, 1, 1), None]

    def test_scores_go_down_within_a_group(self, index_of_five: Index):
        hits = index_of_five.search("海外 维权 知识产权保护中心").hits
        for group in ("all", "partial"):
            scores = [hit.score for hit in hits if hit.group == group]
            assert scores == sorted(scores, reverse=True)

    def test_the_clause_on_finance_answers_a_question_about_pledges(self, index_of_five: Index):
        best = index_of_five.search("企业如何办理知识产权质押贷款贴息").hits[:4]
        assert "加大知识产权金融支持力度" in [hit.heading for hit in best]


class TestHits:
    def test_a_hit_says_what_and_where_it_is(self, index_of, measure):
        index = index_of(measure(("质押融资", "支持质押融资。"), doc_number="示府〔2024〕1号"))
        hit = index.search("质押").hits[0]
        assert (hit.measure_id, hit.eid, hit.kind) == ("/akn/cn-0000/act/2024-01-01/0001", "dvs_1", "numbered")
        assert (hit.region, hit.doc_type, hit.title) == ("示例市", "若干措施", "示例市若干措施")
        assert (hit.doc_number, hit.date, hit.path) == ("示府〔2024〕1号", date(2024, 1, 1), ("一、",))
        assert (hit.heading, hit.text, hit.status) == ("质押融资", "支持质押融资。", "未核实")
        assert "质押融资" in hit.topics

    def test_preamble_and_closing_are_found_as_such(self, index_of, measure):
        one = replace(
            measure((None, "正文。")), preamble="为贯彻精神，制定本措施。", closing="本措施自印发之日起施行。"
        )
        assert {hit.eid: hit.kind for hit in index_of(one).search("本措施").hits} == {
            "preamble": "preamble",
            "closing": "closing",
        }

    def test_marks_are_the_words_of_the_query_in_snippet_and_heading(self, index_of, measure):
        hit = index_of(measure(("推进质押", "支持质押、融资。"))).search("质押 融资").hits[0]
        assert marked(hit) == "支持<mark>质押</mark>、<mark>融资</mark>。"
        assert hit.heading_marks == ((2, 4),)

    def test_nothing_in_a_snippet_is_escaped(self, index_of, measure):
        assert marked(index_of(measure((None, "A<B&C，专利"))).search("专利").hits[0]) == "A<B&C，<mark>专利</mark>"

    def test_a_limit_cuts_the_hits_but_neither_total_nor_facets(self, index_of_five: Index):
        whole, cut = index_of_five.search("知识产权", limit=1000), index_of_five.search("知识产权", limit=3)
        assert cut.hits == whole.hits[:3]
        assert (cut.total, cut.facets) == (whole.total, whole.facets)


class TestFilters:
    @pytest.fixture
    def index(self, index_of, measure) -> Index:
        return index_of(
            measure(("质押融资", "专利一。"), number=1),
            measure((None, "专利二。"), number=2, region="样本市", doc_type="管理办法", issue_date=date(2022, 5, 1)),
            measure((None, "专利三。"), number=3, region=None, doc_type=None, issue_date=None),
            measure((None, "专利四。"), number=4, status=Status.REPEALED),
        )

    @pytest.mark.parametrize(
        ("filters", "expected"),
        [
            (Filters(), {"专利一。", "专利二。", "专利三。"}),
            (Filters(region="样本市"), {"专利二。"}),
            (Filters(region="示例"), {"专利一。"}),
            (Filters(doc_type="管理办法"), {"专利二。"}),
            (Filters(topic="质押融资"), {"专利一。"}),
            (Filters(status="未核实"), {"专利一。", "专利二。", "专利三。"}),
            (Filters(status="已废止"), {"专利四。"}),
            (Filters(date_from=date(2024, 1, 1)), {"专利一。"}),
            (Filters(date_to=date(2022, 5, 1)), {"专利二。"}),
            (Filters(date_from=date(2020, 1, 1), date_to=date(2030, 1, 1)), {"专利一。", "专利二。"}),
            (Filters(region="示例市", doc_type="管理办法"), set()),
        ],
    )
    def test_hits_are_what_the_filters_ask_for(self, index: Index, filters: Filters, expected: set[str]):
        assert set(texts(index.search("专利", filters))) == expected

    def test_facets_count_all_groups_and_leave_out_what_is_unknown(self, index: Index):
        answer = index.search("专利 质押")
        assert [hit.group for hit in answer.hits] == ["all", "partial", "partial"]
        assert answer.facets["region"] == {"样本市": 1, "示例市": 1}
        assert answer.facets["doc_type"] == {"管理办法": 1, "若干措施": 1}
        assert answer.facets["status"] == {"未核实": 3}
        assert answer.facets["topic"]["质押融资"] == 1


class TestChoices:
    @pytest.fixture
    def index(self, index_of, measure) -> Index:
        return index_of(
            measure((None, "专利保护。"), (None, "商标保护。"), (None, "地理标志。"), (None, "地理的标志。"))
        )

    @pytest.mark.parametrize(
        ("query", "expected"),
        [
            ("专利|商标", {"专利保护。", "商标保护。"}),
            ('专利|"地理标志"', {"专利保护。", "地理标志。"}),
            ("专利|商标 保护", {"专利保护。", "商标保护。"}),
            ("专利|商标 -商标", {"专利保护。"}),
            ("保护 -专利|商标", set()),
            ("保护 -专利|版权", {"商标保护。"}),
            ("版权|商标", {"商标保护。"}),
            ("版权|专利导航", set()),
        ],
    )
    def test_one_of_the_choices_is_enough(self, index: Index, query: str, expected: set[str]):
        answer = index.search(query)
        assert set(texts(answer)) == expected
        assert answer.total == len(expected)

    def test_a_hit_names_and_marks_the_choices_it_holds(self, index: Index):
        hits = {hit.text: hit for hit in index.search('商标|"地理标志"').hits if hit.group == "all"}
        assert {text: hit.words for text, hit in hits.items()} == {"商标保护。": ("商标",), "地理标志。": ("地理标志",)}
        assert marked(hits["商标保护。"]) == "<mark>商标</mark>保护。"

    def test_choices_are_no_partial_hits_of_each_other(self, index: Index):
        assert {hit.group for hit in index.search("专利|商标").hits} == {"all"}


class TestStanding:
    def test_the_newer_comes_before_the_older_where_both_are_alike(self, index_of, measure):
        older = measure((None, "专利。"), number=1, issue_date=date(2014, 1, 1))
        newer = measure((None, "专利。"), number=2, issue_date=date(2024, 1, 1))
        assert [hit.date for hit in index_of(older, newer).search("专利").hits] == [newer.issue_date, older.issue_date]

    def test_what_is_on_the_point_comes_before_what_is_newer(self, index_of, measure):
        older = measure(("专利导航", "专利导航。"), number=1, issue_date=date(2014, 1, 1))
        newer = measure((None, "其他的各种事情，也有专利导航。"), number=2, issue_date=date(2024, 1, 1))
        assert index_of(older, newer).search("专利导航").hits[0].date == older.issue_date

    def test_what_is_in_force_comes_before_what_nobody_checked_and_what_is_retired_last(self, index_of, measure):
        states = (Status.REPEALED, Status.UNVERIFIED, Status.IN_FORCE)
        index = index_of(*[measure((None, "专利。"), number=n, status=status) for n, status in enumerate(states)])
        found = [hit.status for hit in index.search("专利 状态:现行有效,未核实,已废止").hits]
        assert found == ["现行有效", "未核实", "已废止"]

    def test_retired_clauses_are_neither_hits_nor_counted_unless_asked_for(self, index_of, measure):
        index = index_of(
            measure((None, "专利。"), number=1, status=Status.REPEALED), measure((None, "商标。"), number=2)
        )
        answer = index.search("专利")
        assert (answer.total, answer.hits, answer.facets["status"]) == (0, (), {})
        assert index.search("专利 状态:已废止").total == index.search("专利", Filters(status="已废止")).total == 1

    def test_whole_in_the_heading_comes_before_whole_in_the_text_and_scattered_last(self, index_of, measure):
        index = index_of(
            measure(
                (None, "风险的补偿，补偿的风险，风险和补偿。"),
                (None, "建立风险补偿机制，以及其他的各种事情。"),
                ("风险补偿机制", "以及其他的各种事情。"),
                ("风险补偿", "以及其他的各种事情。"),
            )
        )
        found = [hit.path[0][0] for hit in index.search("风险补偿").hits]
        assert found == ["四", "三", "二", "一"]

    def test_sorted_by_date_groups_stay_apart(self, index_of, measure):
        index = index_of(
            measure((None, "专利商标。"), number=1, issue_date=date(2014, 1, 1)),
            measure((None, "专利。"), number=2, issue_date=date(2024, 1, 1)),
            measure((None, "专利商标版权。"), number=3, issue_date=date(2020, 1, 1)),
        )
        found = [(hit.group, hit.date.year) for hit in index.search("专利 商标", sort="date").hits if hit.date]
        assert found == [("all", 2020), ("all", 2014), ("partial", 2024)]

    def test_sorted_by_date_the_better_of_a_day_comes_first_and_a_limit_keeps_the_newest(self, index_of, measure):
        index = index_of(
            measure((None, "各种事情，也有专利。"), ("专利", "专利。"), number=1, issue_date=date(2014, 1, 1)),
            measure((None, "各种事情，也有专利。"), number=2, issue_date=date(2024, 1, 1)),
        )
        hits = index.search("专利", sort="date").hits
        assert [(hit.date.year, hit.heading) for hit in hits if hit.date] == [
            (2024, None),
            (2014, "专利"),
            (2014, None),
        ]
        assert index.search("专利", limit=1, sort="date").hits == hits[:1]


class TestQuestions:
    @pytest.mark.parametrize(
        ("question", "heading"),
        [
            ("怎么鼓励银行给专利贷款", "加大知识产权金融支持力度"),
            ("企业如何办理知识产权质押贷款贴息？", "加大知识产权金融支持力度"),
        ],
    )
    def test_a_question_in_plain_words_finds_the_clause(self, index_of_five: Index, question: str, heading: str):
        assert heading in [hit.heading for hit in index_of_five.search(question).hits[:5]]

    def test_the_words_that_ask_are_neither_needed_nor_marked(self, index_of, measure):
        answer = index_of(measure((None, "鼓励专利。"), (None, "如何。"))).search("如何鼓励专利")
        assert [hit.text for hit in answer.hits] == ["鼓励专利。"]
        assert "如何" not in answer.hits[0].words

    @pytest.mark.parametrize("query", ["专利被侵权怎么办", "专利 怎么办", "专利 能不能 资助", "有没有专利资助"])
    def test_however_the_question_is_put(self, index_of, measure, query: str):
        index = index_of(measure(*[(None, f"资助专利{place}。") for place in range(6)], (None, "怎么办能不能有没有。")))
        assert {hit.text[:4] for hit in index.search(query).hits} == {"资助专利"}

    def test_no_question_lists_only_what_has_all_words_if_that_is_enough(self, index_of, measure):
        index = index_of(measure(*[(None, f"专利和商标{place}。") for place in range(6)], (None, "商标。")))
        assert {hit.group for hit in index.search("专利 商标").hits} == {"all"}
        assert {hit.group for hit in index.search("专利 商标 如何").hits} == {"all", "partial"}


def test_the_five_are_searched_in_less_than_five_milliseconds(index_of_five: Index):
    queries = [
        "质押融资",
        "专利 商标",
        "海外维权",
        '"知识产权"',
        "高校 科研机构 转化",
        "保护",
        "企业如何申请",
        "贴息 担保",
    ]
    for query in queries:
        index_of_five.search(query)
    took = sorted(index_of_five.search(query).took_ms for query in queries for _ in range(5))
    assert took[len(took) // 2] < 5


def test_the_five_hold_the_clauses_of_the_library(index_of_five: Index, five: Library):
    assert {hit.measure_id for hit in index_of_five.search("知识产权", limit=1000).hits} == {
        measure.id for measure in five.measures()
    }


class TestWholeNumbers:
    @pytest.mark.parametrize(("query", "found"), [("5日", "5日内"), ("3%", "不超过3%"), ("15日", "15日内")])
    def test_a_number_is_not_found_within_a_longer_one(self, index_of, measure, query, found):
        index = index_of(measure((None, "5日内"), (None, "15日内"), (None, "不超过3%"), (None, "不超过13%")))
        assert texts(index.search(query)) == [found]

    def test_exactly_it_is(self, index_of, measure):
        index = index_of(measure((None, "15日内")))
        assert index.search('"5日"').total == 1
