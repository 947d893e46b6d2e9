import pytest

from chengwen_index.numerals import ways_of_writing


@pytest.mark.parametrize(
    ("characters", "digits"),
    [
        ("十五日", "15日"),
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
        "第三方"[1:],
        "统一",
        "专利",
        "pct",
        "15",
        "2023年",
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
