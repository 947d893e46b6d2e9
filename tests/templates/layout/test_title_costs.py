"""What a break between two words of a title costs the sense: from where a reader pauses to inside a word (7.3.1)."""

from itertools import pairwise

import pytest

from chengwen_templates.layout.title_costs import break_costs, width

LINE = 19

RANKED = [
    ["国务院/关于支持企业", "印发/管理办法", "企业、/高校", "市财政局 /市教育局关于结算的通知"],
    [
        "转发/关于加强工作的意见",
        "国务院/印发管理办法",
        "《管理办法》/实施细则",
        "国务院/《管理办法》",
        "企业/加快发展",
        "企业/对高校",
        "市财政局/企业名单",
    ],
    ["发展的/若干措施"],
    ["技术改造/给予补助", "“专精特新”/企业", "建设/2025年度方案", "管理办法/（2021—2023年）"],
    ["管理办法/的通知", "支持/企业", "数字经济/发展"],
    ["高校/和科研机构", "专利转化运用/以及保护"],
    ["基础/研究", "县级/国有企业"],
    ["高校和/科研机构", "专利转化运用以及/保护"],
    ["关于/促进发展"],
    ["对/企业", "发展/的措施", "江苏省/人民政府办公厅", "示例/市财政局", "企业/税", "扶持/类企业", "对/《管理办法》"],
    ["企业/、高校", "企业/。", "市财政局/ 市教育局关于结算的通知", "5G＋/企业"],
    ["知识产/权", "国务/院", "第二/批"],
    ["20/25年度", "P/CT申请", "2/0%"],
]
"""Places to break that cost alike, from the best to the worst."""


def cost(marked: str) -> float:
    """Return what the break costs that is marked with “/”."""
    return break_costs(marked.replace("/", ""), 1)[marked.index("/")]


def held(title: str, characters: int, names: tuple[str, ...] = ()) -> list[str]:
    """Return what is held together on lines of so many characters and would not be on the narrowest."""
    wide, narrow = break_costs(title, characters, names), break_costs(title, 1, names)
    raised = [place for place, (one, other) in enumerate(zip(wide, narrow, strict=True)) if one > other]
    found: list[list[int]] = []
    for place in raised:
        if found and found[-1][1] == place:
            found[-1][1] = place + 1
        else:
            found.append([place - 1, place + 1])
    return [title[start:end] for start, end in found]


@pytest.mark.parametrize("alike", RANKED, ids=lambda places: places[0].replace("/", "|"))
def test_places_of_one_kind_cost_the_same(alike):
    assert len({cost(place) for place in alike}) == 1


def test_where_a_reader_pauses_costs_nothing_and_each_worse_place_more():
    costs = [cost(places[0]) for places in RANKED]
    assert costs[0] == 0
    assert all(better < worse for better, worse in pairwise(costs))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("关于印发《管理办法》的通知", "《管理办法》的通知"),
        ("落实《管理办法》重点工作", "《管理办法》"),
        ("培育“小巨人、单项冠军”企业", "“小巨人、单项冠军”"),
        ("培育“专精特新”企业", "“专精特新”"),
        ("三年行动计划（2021—2023年）", "（2021—2023年）"),
        ("落实国办发〔2023〕37号文件", "〔2023〕"),
        ("示例市人民政府办公室关于结算的通知", "示例市人民政府办公室"),
        ("示例市人民政府办公室印发管理办法", "示例市人民政府办公室"),
    ],
)
def test_what_stands_in_marks_and_the_name_of_an_organ_are_held_together_where_they_fit(title, expected):
    fitting = int(width(expected) + 0.5)
    assert held(title, fitting) == [expected]
    assert held(title, LINE) == [expected]
    assert held(title, fitting - 1) == []


def test_each_of_several_organs_is_held_together_for_itself():
    title = "示例市财政局 示例市教育局、示例市科技局关于结算的通知"
    assert held(title, LINE) == ["示例市财政局", "示例市教育局", "示例市科技局"]


def test_an_organ_behind_about_issues_nothing():
    assert held("关于支持示例市教育局的通知", LINE) == []


def test_a_name_of_the_documents_own_is_as_whole_as_a_word_where_it_fits():
    title, name = "支持示例新区企业", "示例新区"
    costs = break_costs(title, 4, (name,))
    assert [place for place, one in enumerate(costs) if one >= 100] == [1, 3, 4, 5, 7]
    assert held(title, LINE, (name,)) == [name]
    assert held(title, 3, (name,)) == []


@pytest.mark.parametrize(
    ("book", "dearer"),
    [(f"《{'题' * 20}》", [1, 2, 3, 4, 18, 19, 20, 21]), (f"《{'题' * 20}", [1, 2, 3, 4, 17, 18, 19, 20])],
)
def test_a_break_fewer_than_four_characters_from_a_book_mark_or_its_end_costs_more(book, dearer):
    costs, plain = break_costs(book, 1), break_costs(book.replace("《", "〈").replace("》", "〉"), 1)
    more = [one - other for one, other in zip(costs, plain, strict=True)]
    assert [place for place, one in enumerate(more) if one] == dearer
    assert len(set(more)) == 2


def test_there_is_a_cost_before_each_character_and_none_before_the_first():
    for title in ("", "题", "关于印发《管理办法》的通知"):
        costs = break_costs(title, LINE)
        assert len(costs) == len(title)
        assert costs[:1] == [0.0] * len(title[:1])


def test_western_characters_are_half_as_wide():
    assert [width(text) for text in ("", "字", "a1", "（字）5G")] == [0, 1, 1, 4]
