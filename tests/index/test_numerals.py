import pytest

from chengwen_index.search import Answer
from chengwen_index.words.numerals import ways_of_writing


@pytest.mark.parametrize(
    ("characters", "digits"),
    [
        ("十五日", "15日"),
        ("二〇二三年", "2023年"),
        ("十五个工作日", "15个工作日"),
        ("第三条", "第3条"),
        ("第三", "第3"),
        ("第一百零五条", "第105条"),
        ("百分之三十", "30%"),
        ("百分之一百", "100%"),
        ("二十万元", "20万元"),
        ("三年", "3年"),
        ("不少于二十件", "不少于20件"),
        ("三年内达到百分之五", "3年内达到5%"),
        ("五百家以上", "500家以上"),
    ],
)
def test_a_number_that_counts_is_written_either_way(characters: str, digits: str):
    assert set(ways_of_writing(characters)) == {characters, digits}
    assert set(ways_of_writing(digits)) == {characters, digits}


@pytest.mark.parametrize("word", ["十五日", "15日", "一站式", "专利"])
def test_the_word_itself_comes_first(word: str):
    assert ways_of_writing(word)[0] == word


@pytest.mark.parametrize(
    "word",
    [
        "一站式",
        "一体化",
        "十四五",
        "三农",
        "两站",
        "统一",
        "专利",
        "pct",
        "15",
        "1000家",
        "12.5万元",
        "33.5%",
        "0件",
        "第0条",
        "百分之百分之",
        "十十日",
        "",
    ],
)
def test_what_counts_nothing_stays(word: str):
    assert ways_of_writing(word) == (word,)


def texts(answer: Answer) -> list[str]:
    """The clauses with all that was asked for."""
    return [hit.text for hit in answer.hits if hit.group == "all"]


class TestHits:
    @pytest.mark.parametrize(
        ("query", "text"),
        [
            ("15日", "十五日内答复。"),
            ("十五日", "15日内答复。"),
            ("30%", "补贴百分之三十。"),
            ("百分之三十", "补贴30％。"),
            ("第3条", "按照第三条。"),
            ("第三条", "按照第3条。"),
            ("20万元", "奖励二十万元。"),
            ("專利質押", "专利质押。"),
            ("专利质押", "專利質押。"),
            ("ＰＣＴ", "PCT申请。"),
            ("pct", "ＰＣＴ申请。"),
            ("(国际)", "专利（国际）。"),
        ],
    )
    def test_words_are_found_in_any_form_and_marked_as_they_stand(self, index_of, measure, query: str, text: str):
        answer = index_of(measure((None, text), (None, "无关。"))).search(query)
        assert texts(answer) == [text]
        assert answer.hits[0].marks

    @pytest.mark.parametrize(
        ("query", "text"),
        [
            ("一站式", "1站式服务。"),
            ("1站式", "一站式服务。"),
            ("25日", "十五日内答复。"),
            ("十四五", "145规划。"),
            ("40%", "百分之三十。"),
            ("第3条", "第三十条。"),
        ],
    )
    def test_other_numbers_are_not_found(self, index_of, measure, query: str, text: str):
        assert index_of(measure((None, text))).search(query).total == 0

    def test_exact_words_know_numbers_and_traditional_characters(self, index_of, measure):
        index = index_of(measure((None, "十五日。"), (None, "15日。"), (None, "專利。"), (None, "专利。")))
        assert texts(index.search('"15日"')) == ["15日。"]
        assert texts(index.search('"專利"')) == ["專利。"]

    def test_an_excluded_number_is_excluded_in_any_form(self, index_of, measure):
        index = index_of(measure((None, "专利十五日。"), (None, "专利15日。"), (None, "专利三日。")))
        assert texts(index.search("专利 -15日")) == ["专利三日。"]
