import pytest
from hypothesis import given
from hypothesis import strategies as st

from chengwen_library.folding import fold
from chengwen_library.reading.punctuation import full_width, normalised, spaced


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("加强保护,提升效能;完善机制.", "加强保护，提升效能；完善机制。"),
        ("(责任单位:市科技局)", "（责任单位：市科技局）"),
        ("(2023-2025年)", "（2023-2025年）"),
        ("《协定》(RCEP)成员国", "《协定》（RCEP）成员国"),
        ("第一条(一)(外层(内层)外层)", "第一条（一）（外层（内层）外层）"),
        ('实施"千校万企"行动', "实施“千校万企”行动"),
        ("是否同意?同意!", "是否同意？同意！"),
    ],
)
def test_chinese_running_text_gets_full_width_punctuation(raw: str, text: str) -> None:
    assert full_width(raw) == text


@pytest.mark.parametrize(
    "text",
    [
        "GB/T 29490—2023",
        "1,000件",
        "09:26",
        "1.5亿元",
        "https://example.cn/a?b=1",
        "Word (2016)",
        "2.5件",
        '屏幕为27"以上',
    ],
)
def test_numbers_codes_and_latin_stay(text: str) -> None:
    assert full_width(text) == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("　　国办发〔2023〕37 号 ", "国办发〔2023〕37号"),
        ("（十）构建专利池。 以省平台", "（十）构建专利池。以省平台"),
        ("符合 GB/T 29490 要求", "符合GB/T 29490要求"),
        ("知识\u200b产权\ufeff", "知识产权"),
    ],
)
def test_spaces_beside_chinese_go_and_others_stay(raw: str, text: str) -> None:
    assert normalised(raw) == text


def test_a_title_keeps_one_space_between_organs() -> None:
    assert spaced(" 市市场监管局   市科技局关于(试行)的通知 ") == "市市场监管局 市科技局关于（试行）的通知"


@given(st.text())
def test_length_stays_and_no_word_is_lost_or_added(text: str) -> None:
    assert len(full_width(text)) == len(text)
    assert fold(full_width(text)) == fold(text)


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cf", "Cs"])))
def test_normalising_loses_no_word(text: str) -> None:
    assert fold(normalised(text)) == fold(text)
