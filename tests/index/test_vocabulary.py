from collections.abc import Iterable

import pytest

from chengwen_index.vocabulary import Vocabulary

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
        ["质压融资", "质押融姿", "直押融资", "质融资", "押融资", "质押融", "质押押融资", "质押的融资", "质融押资", "押质融资"],
        ids=["wrong", "last wrong", "first wrong", "missing", "first missing", "last missing", "twice", "extra", "swapped", "first swapped"],
    )
    def test_a_character_wrong_missing_too_much_or_swapped_is_put_right(self, vocabulary: Vocabulary, mistyped: str):
        assert meant(vocabulary, mistyped)[0] == "质押融资"

    def test_a_mistyped_word_within_a_longer_one_is_put_right(self, vocabulary: Vocabulary):
        assert meant(vocabulary, "企业质压融资")[0] == "企业质押融资"

    def test_the_longest_word_comes_first(self, vocabulary: Vocabulary):
        assert meant(vocabulary, "知识产权保互中心")[0] == "知识产权保护中心"

    def test_frequent_words_come_before_rare_ones(self, vocabulary: Vocabulary):
        counted = Vocabulary({"质押融资": 1, "质押融合": 2}, {})
        assert meant(counted, "质押融洽") == ["质押融合", "质押融资"]

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

    @pytest.mark.parametrize("query", ["专利 质押", "专利　质押", "专利|质押", '"专利" 质押', "-专利 质押", "地区:东莞 质押"])
    def test_only_the_last_word_is_ended(self, vocabulary: Vocabulary, query: str):
        assert list(ending(vocabulary, query))[0] == query + "融资"

    @pytest.mark.parametrize("query", ['"质押', "＂质押", "-质押", "－质押", '专利 "质押', "专利 -质押", '"专利 质押', '-"专利 质押'])
    def test_in_quotes_or_behind_a_minus_nothing_is_ended(self, vocabulary: Vocabulary, query: str):
        assert list(ending(vocabulary, query)) == []

    @pytest.mark.parametrize("query", ["", " ", "质押 ", "专利|", "龘", "地区:质押"])
    def test_where_no_word_is_begun_nothing_is_ended(self, vocabulary: Vocabulary, query: str):
        assert list(ending(vocabulary, query)) == []

    @pytest.mark.parametrize("query", ["质押融资", "質押融資", "专利 质押融资"])
    def test_what_was_typed_is_not_proposed(self, vocabulary: Vocabulary, query: str):
        assert [found for found in ending(vocabulary, query) if found.endswith(" 质押融资") or found == "质押融资"] == []
        assert any(found.endswith("推进质押融资") for found in ending(vocabulary, query))

    def test_nothing_is_proposed_twice_and_no_more_than_asked_for(self, vocabulary: Vocabulary):
        found = list(ending(vocabulary, "质"))
        assert len(found) == len(set(found))
        assert list(ending(vocabulary, "质", limit=2)) == found[:2]

    def test_traditional_characters_capitals_and_width_do_not_matter(self, vocabulary: Vocabulary):
        assert list(ending(vocabulary, "質押"))[0] == "质押融资"
        assert list(ending(vocabulary, "pct")) == ["ＰＣＴ資助"]

    def test_terms_that_stand_nowhere_are_not_proposed(self):
        assert list(ending(Vocabulary({}, {}), "质")) == []
