import pytest

from chengwen_library.facts.citations import named_documents
from chengwen_library.facts.instruments import instruments
from chengwen_library.facts.quantities import amounts, targets
from chengwen_library.facts.responsibility import note_spans, responsibilities
from chengwen_library.facts.topics import taxonomy, topics
from chengwen_library.facts.validity import validity
from chengwen_library.model import Validity
from chengwen_library.regions import find_region, short_name


def test_labelled_notes_name_roles_and_organs() -> None:
    text = "完善机制。（牵头单位：市市场监管局，各区人民政府〈含开发区、长江新区管委会，下同〉；责任单位：市发改委、市科技局）"
    lead, duty = responsibilities(text)
    assert (lead.role, lead.organs) == ("牵头单位", ("市市场监管局", "各区人民政府〈含开发区、长江新区管委会，下同〉"))
    assert (duty.role, duty.organs) == ("责任单位", ("市发改委", "市科技局"))
    assert text[slice(*duty.span)] == "市发改委、市科技局"


def test_notes_without_a_label_are_read_by_their_verbs() -> None:
    found = responsibilities("推进试点。（市科技局牵头，市财政局、市教育局配合）")
    assert [(item.role, item.organs) for item in found] == [
        ("牵头单位", ("市科技局",)),
        ("配合单位", ("市财政局", "市教育局")),
    ]


@pytest.mark.parametrize(
    "text", ["专利（含实用新型）。", "维权站（点）", "《协定》（RCEP）", "市市场监管局（知识产权局）牵头成立工作专班。"]
)
def test_other_brackets_are_no_notes(text: str) -> None:
    assert note_spans(text) == []


@pytest.mark.parametrize(
    ("text", "indicator", "comparator", "value", "unit", "by"),
    [
        ("到2025年，每万人口高价值发明专利拥有量达到2.5件。", "每万人口高价值发明专利拥有量", "≥", 2.5, "件", "2025"),
        ("全市实现专利产品备案企业超过300家。", "专利产品备案企业", ">", 300, "家", None),
        ("备案次数同比增长10%。", "备案次数同比", "+", 10, "%", None),
        ("组建创新联合体20个以上。", "组建创新联合体", "≥", 20, "个", None),
        ("示范企业数量在2022年基础上翻一番。", "示范企业数量在2022年基础上", "翻一番", None, None, None),
    ],
)
def test_targets(
    text: str, indicator: str, comparator: str, value: float | None, unit: str | None, by: str | None
) -> None:
    (target,) = targets(text)
    assert (target.indicator, target.comparator, target.value, target.unit, target.by) == (
        indicator,
        comparator,
        value,
        unit,
        by,
    )
    assert text[slice(*target.span)] == target.text


@pytest.mark.parametrize(
    "text",
    [
        "获财政科技经费100万元以上的项目验收时。",
        "不低于10年的长期使用权。",
        "对授权超过5年没有实施的专利。",
        "给予最高不超过50万元奖励。",
        "支持期为3年。",
    ],
)
def test_thresholds_terms_and_grants_are_no_targets(text: str) -> None:
    assert targets(text) == ()


def test_amounts_are_in_yuan_and_say_whether_they_are_caps() -> None:
    found = amounts("给予50万元资助，单户最高100万元；基金规模1.5亿元，每件补助2000元以内。")
    assert [(item.amount, item.cap) for item in found] == [
        (500000, False),
        (1000000, True),
        (150000000, False),
        (2000, True),
    ]


def test_documents_keep_the_marks_inside_and_their_numbers() -> None:
    text = "贯彻《国务院办公厅关于印发〈方案（2023-2025年）〉的通知》（国办发〔2023〕37号）《另一件》"
    assert [(named.title, named.number) for named in named_documents(text)] == [
        ("国务院办公厅关于印发〈方案（2023-2025年）〉的通知", "国办发〔2023〕37号"),
        ("另一件", None),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("本措施自印发之日起执行。", Validity("自印发之日起")),
        ("本实施意见自公布之日起施行，有效期5年。", Validity("自公布之日起", 5)),
        ("本办法自2026年3月1日起施行，有效期至2029年2月28日。", Validity("2026-03-01", 3, "2029-02-28")),
        ("本办法自发布之日起施行，试行两年。", Validity("自发布之日起", 2)),
        ("本办法由市科技局负责解释。", Validity()),
    ],
)
def test_validity_in_its_wordings(text: str, expected: Validity) -> None:
    assert validity(text) == expected


def test_topics_follow_the_heading_first() -> None:
    assert topics("加大知识产权金融支持力度", "深挖企业融资需求，开展质押融资活动，支持人才培训。")[0] == "质押融资"
    assert topics(None, "天气很好。") == ()


def test_the_taxonomy_is_a_tree() -> None:
    names = [topic.name for topic in taxonomy()]
    assert len(set(names)) == len(names)
    assert all(topic.parent is None or topic.parent in names for topic in taxonomy())


def test_instruments_are_named_by_their_words() -> None:
    assert instruments("质押", "给予贴息和奖励，开展试点。") == ("奖励", "贴息", "试点", "金融产品")


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("鄂州市市场监督管理局", ("鄂州市", "4207")),
        ("广西深化改革若干措施", ("广西壮族自治区", "45")),
        ("市科技局", None),
        ("中共柳河县委", ("柳河县", "220524")),
        ("武汉市江岸区人民政府", ("江岸区", "420102")),
        ("四川省成都市武侯区", ("武侯区", "510107")),
        ("四川省成都市", ("成都市", "5101")),
        ("朝阳区人民政府", None),
        ("吉林省人民政府", ("吉林省", "22")),
        ("上海市", ("上海市", "31")),
    ],
)
def test_regions_are_known_by_full_and_short_names(text: str, region: tuple[str, str] | None) -> None:
    assert find_region(text) == region


@pytest.mark.parametrize(
    ("full", "short"), [("东莞市", "东莞"), ("广西壮族自治区", "广西"), ("湖北省", "湖北"), ("市", "市")]
)
def test_short_names(full: str, short: str) -> None:
    assert short_name(full) == short
