"""The words of a title: numbers with their units, names and terms whole, the dictionary for the rest."""

import pytest

from chengwen_templates.layout.title_words import ending_pattern, endings, title_words, word_lists


@pytest.mark.parametrize(
    "words",
    [
        "关于|专利|和|县域|经济|发展|的通知",
        "中共中央办公厅|关于|5G|网络",
        "2022—2025年|行动方案",
        "2024—2026年度|资金",
        "第三批|试点|（|2023年版|）",
        "第12条|措施",
        "20%|以上",
        "在|20个|城市",
        "3D|打印",
        "PCT|申请",
        "示例| |市",
        "长三角|一体化",
        "内蒙古自治区|人民政府",
        "广西壮族自治区|南宁市",
        "知识产权质押融资",
        "的|通知|的意见",
    ],
)
def test_numbers_names_and_terms_are_whole_words(words):
    assert list(title_words(words.replace("|", ""))) == words.split("|")


def test_of_names_that_begin_alike_the_longest_is_taken():
    for longer in ("中共中央办公厅", "中共中央", "国务院办公厅", "国务院"):
        assert next(title_words(f"{longer}关于结算的通知")) == longer


@pytest.mark.parametrize("text", ["", "的通知", "5G", "（2023年）《管理办法》的通知", "第三批 第四批", "甲😀乙"])
def test_joined_the_words_are_the_title(text):
    assert "".join(title_words(text)) == text


def test_only_at_the_end_of_a_title_a_kind_is_one_word_with_what_stands_before_it():
    assert endings() == {f"的{kind}" for kind in word_lists()["kinds"]}
    assert "的通知" not in list(title_words("的通知单"))
    assert ending_pattern().endswith("$")
