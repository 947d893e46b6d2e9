import pytest

from chengwen_index.words import analysis
from chengwen_index.words.normalizing import lower


def test_text_is_folded_by_width_and_lower_case():
    assert analysis.normal("ＰＣＴ 专利（２０２４）") == "pct专利(2024)"


def test_lower_case_never_changes_the_length():
    assert len(lower("Aİß")) == 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("海关总署公告第5号", "5号"),
        ("最高100万元。", "100万元"),
        ("到2025年底", "2025年"),
        ("增长2.5%以上", "2.5%"),
        ("A类项目", "a"),
        ("第 3 类", "3类"),
        ("国办发〔2023〕37号", "37号"),
    ],
)
def test_single_digits_letters_and_numbers_with_their_units_are_words(text: str, expected: str):
    assert expected in analysis.words(text)


def test_punctuation_is_no_word():
    assert analysis.words("“，。〔〕、；”") == []


@pytest.mark.parametrize("term", ["入园惠企", "质押融资", "专利密集型产品", "风险补偿"])
def test_a_term_of_the_field_is_one_word(term: str):
    assert term in analysis.words(f"鼓励开展{term}工作")


def test_what_a_term_is_made_of_is_indexed_too():
    assert {"质押融资", "质押", "融资"} <= set(analysis.index_terms("开展质押融资"))
    assert analysis.pieces("质押融资") == ("质押", "融资")


def test_a_number_is_indexed_without_its_unit_too():
    assert {"100万元", "100"} <= set(analysis.index_terms("不超过100万元"))


def test_stop_words_are_not_indexed():
    assert analysis.index_terms("的") == []
