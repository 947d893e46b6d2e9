from collections.abc import Iterable

import pytest

from chengwen_index.search import Index
from chengwen_index.words.vocabulary import Vocabulary

WORDS = {
    "质押融资": 9,
    "质押贷款": 3,
    "风险补偿": 5,
    "维权援助": 4,
    "知识产权": 30,
    "保护中心": 2,
    "知识产权保护中心": 2,
    "补贴": 7,
    "贴息": 6,
    "东莞": 4,
    "贷款": 8,
}
HEADINGS = {"推进质押融资": 2, "质押融资": 1, "加强贴息 贷款": 1, "ＰＣＴ資助": 1}


@pytest.fixture
def vocabulary() -> Vocabulary:
    return Vocabulary(WORDS, HEADINGS)


def meant(vocabulary: Vocabulary, word: str, *, only_terms: bool = False) -> list[str]:
    return list(vocabulary.meant(word, only_terms=only_terms))


class TestMeant:
    @pytest.mark.parametrize(
        "mistyped",
        [
            "质压融资",
            "质押融姿",
            "直押融资",
            "质融资",
            "押融资",
            "质押融",
            "质押押融资",
            "质押的融资",
            "质融押资",
            "押质融资",
        ],
        ids=[
            "wrong",
            "last wrong",
            "first wrong",
            "missing",
            "first missing",
            "last missing",
            "twice",
            "extra",
            "swapped",
            "first swapped",
        ],
    )
    def test_a_character_wrong_missing_too_much_or_swapped_is_put_right(self, vocabulary: Vocabulary, mistyped: str):
        assert meant(vocabulary, mistyped)[0] == "质押融资"

    def test_a_mistyped_word_within_a_longer_one_is_put_right(self, vocabulary: Vocabulary):
        assert meant(vocabulary, "企业质压融资")[0] == "企业质押融资"

    def test_the_longest_word_comes_first(self, vocabulary: Vocabulary):
        assert meant(vocabulary, "知识产权保互中心")[0] == "知识产权保护中心"

    def test_frequent_words_come_before_rare_ones(self, vocabulary: Vocabulary):
        counted = Vocabulary({"质押融资": 1, "质押融合": 2}, {})
        assert meant(counted, "质押融洽")[:2] == ["质押融合", "质押融资"]

    @pytest.mark.parametrize("word", ["龘龘", "质压融姿", "资融押质", "", "x", "市政府令"])
    def test_where_nothing_near_is_known_nothing_is_meant(self, vocabulary: Vocabulary, word: str):
        assert meant(vocabulary, word) == []

    @pytest.mark.parametrize("word", sorted(WORDS))
    def test_a_known_word_is_not_itself_put_right(self, vocabulary: Vocabulary, word: str):
        assert word not in meant(vocabulary, word)

    def test_of_two_characters_only_terms_of_the_field_are_thought_of(self, vocabulary: Vocabulary):
        assert meant(vocabulary, "贴西") == ["贴息"]
        assert meant(vocabulary, "东菀") == []

    def test_only_terms_of_three_characters_and_more_if_that_is_asked_for(self, vocabulary: Vocabulary):
        assert meant(vocabulary, "质压融资", only_terms=True) == ["质押融资"]
        assert meant(vocabulary, "贴西", only_terms=True) == []


def ending(vocabulary: Vocabulary, query: str, limit: int = 8) -> Iterable[str]:
    return vocabulary.completions(query, limit)


class TestCompletions:
    def test_terms_of_the_field_come_before_headings(self, vocabulary: Vocabulary):
        found = list(ending(vocabulary, "质"))
        assert found == ["质押融资", "质押贷款", "推进质押融资"]

    def test_those_that_begin_with_it_come_before_those_that_contain_it(self, vocabulary: Vocabulary):
        found = list(ending(vocabulary, "贴"))
        assert found[:2] == ["贴息", "补贴"]

    def test_frequent_terms_come_before_rare_ones(self, vocabulary: Vocabulary):
        assert list(ending(vocabulary, "质押"))[:2] == ["质押融资", "质押贷款"]

    @pytest.mark.parametrize(
        "query", ["专利 质押", "专利　质押", "专利|质押", '"专利" 质押', "-专利 质押", "地区:东莞 质押"]
    )
    def test_only_the_last_word_is_ended(self, vocabulary: Vocabulary, query: str):
        assert next(iter(ending(vocabulary, query))) == query + "融资"

    @pytest.mark.parametrize(
        "query", ['"质押', "＂质押", "-质押", "－质押", '专利 "质押', "专利 -质押", '"专利 质押', '-"专利 质押']
    )
    def test_in_quotes_or_behind_a_minus_nothing_is_ended(self, vocabulary: Vocabulary, query: str):
        assert list(ending(vocabulary, query)) == []

    @pytest.mark.parametrize("query", ["", " ", "质押 ", "专利|", "龘", "地区:质押"])
    def test_where_no_word_is_begun_nothing_is_ended(self, vocabulary: Vocabulary, query: str):
        assert list(ending(vocabulary, query)) == []

    @pytest.mark.parametrize("query", ["质押融资", "質押融資", "专利 质押融资"])
    def test_what_was_typed_is_not_proposed(self, vocabulary: Vocabulary, query: str):
        assert [
            found for found in ending(vocabulary, query) if found.endswith(" 质押融资") or found == "质押融资"
        ] == []
        assert any(found.endswith("推进质押融资") for found in ending(vocabulary, query))

    def test_nothing_is_proposed_twice_and_no_more_than_asked_for(self, vocabulary: Vocabulary):
        found = list(ending(vocabulary, "质"))
        assert len(found) == len(set(found))
        assert list(ending(vocabulary, "质", limit=2)) == found[:2]

    def test_traditional_characters_capitals_and_width_do_not_matter(self, vocabulary: Vocabulary):
        assert next(iter(ending(vocabulary, "質押"))) == "质押融资"
        assert list(ending(vocabulary, "pct")) == ["ＰＣＴ資助"]

    def test_terms_that_stand_nowhere_are_not_proposed(self):
        assert list(ending(Vocabulary({}, {}), "质")) == []


class TestDidYouMean:
    @pytest.fixture
    def index(self, index_of, measure) -> Index:
        return index_of(
            measure(
                ("质押融资", "推进知识产权质押融资，给予贴息，建立风险补偿机制。（责任单位：市财政局）"),
                ("维权", "海外维权援助，专利导航，商标，保险。"),
            )
        )

    @pytest.mark.parametrize("mistyped", ["质压融资", "质融资", "质押融融资", "质融押资", "質压融資", "质压融资　"])
    def test_a_character_wrong_missing_too_much_or_swapped_is_put_right(self, index: Index, mistyped: str):
        assert (index.search(mistyped).did_you_mean or "").strip() == "质押融资"

    @pytest.mark.parametrize(
        ("query", "meant"),
        [
            ("地区:示例 质压融资", "地区:示例 质押融资"),
            ("质压融资 地区:示例 -日期:2020", "质押融资 地区:示例 -日期:2020"),
            ("贴息 质压融资", "贴息 质押融资"),
            ('"贴息" 质压融资 -保险', '"贴息" 质押融资 -保险'),
            ("商标|质压融资", "商标|质押融资"),
            ("知识产权质压融资", "知识产权质押融资"),
            ("维全援助", "维权援助"),
        ],
    )
    def test_all_else_in_the_query_is_kept(self, index: Index, query: str, meant: str):
        assert index.search(query).did_you_mean == meant

    @pytest.mark.parametrize("query", ["单位:质压融资 质压融资", '"质压融资" 质压融资', "-质压融资 质压融资"])
    def test_only_the_word_itself_is_put_right(self, index: Index, query: str):
        assert index.search(query).did_you_mean == f"{query.removesuffix('质压融资')}质押融资"

    def test_what_is_meant_is_found(self, index: Index):
        assert index.search(index.search("质压融资").did_you_mean or "").total == 1

    @pytest.mark.parametrize(
        "query",
        [
            "质押融资",
            "質押融資",
            "押融",
            "风险补偿机制",
            "贴息 质押融资",
            "贷款质押",
            "龘龘",
            "市政府令",
            '"质压融资"',
            "-质压融资",
            "单位:质压局",
            "地区:示例",
            "",
            "xyz",
        ],
    )
    def test_right_words_exact_ones_and_what_is_near_nothing_are_left_alone(self, index: Index, query: str):
        assert index.search(query).did_you_mean is None

    @pytest.mark.parametrize(
        ("mistyped", "meant"), [("专力", "专利"), ("押质", "质押"), ("知识产全", "知识产权"), ("质压", "质押")]
    )
    def test_of_the_five_the_word_that_everybody_uses_is_meant(self, index_of_five: Index, mistyped: str, meant: str):
        assert index_of_five.search(mistyped).did_you_mean == meant

    @pytest.mark.parametrize("query", ["海外专利布局", "商标转让", "专利转让", "十五日", "补贴贷款"])
    def test_of_the_five_right_words_that_stand_apart_are_left_alone(self, index_of_five: Index, query: str):
        assert index_of_five.search(query).did_you_mean is None


class TestSuggestions:
    def test_terms_of_the_field_come_first_then_headings(self, index_of_five: Index):
        assert index_of_five.suggestions("质押")[0] == "质押融资"
        assert "加强知识产权协同保护" in index_of_five.suggestions("加强知识产权")

    def test_only_the_last_word_is_ended(self, index_of_five: Index):
        ended = index_of_five.suggestions("专利 质押")
        assert ended == tuple(f"专利 {word}" for word in index_of_five.suggestions("质押"))

    @pytest.mark.parametrize("query", ['"质押', "-质押", "", "质押融资 ", "龘", "地区:东"])
    def test_quotes_exclusions_and_unknown_words_are_left_alone(self, index_of_five: Index, query: str):
        assert index_of_five.suggestions(query) == ()

    def test_every_suggestion_finds_something(self, index_of_five: Index):
        for typed in ("质", "专利", "保护中", "贴", "海外"):
            for suggested in index_of_five.suggestions(typed):
                assert suggested != typed
                assert index_of_five.search(suggested).total, suggested

    def test_no_more_are_made_than_asked_for(self, index_of_five: Index):
        assert len(index_of_five.suggestions("知识产权", 3)) == 3
