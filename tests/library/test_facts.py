from collections.abc import Callable
from time import process_time

import pytest

from chengwen_library.facts.citations import named_documents
from chengwen_library.facts.instruments import instruments
from chengwen_library.facts.quantities import amounts, ratios, targets
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
    ("text", "expected"),
    [
        ("（牵头单位：市科技局，责任单位：市教育局）", [("牵头单位", ["市科技局"]), ("责任单位", ["市教育局"])]),
        ("（牵头：市科技局；配合：市财政局）", [("牵头单位", ["市科技局"]), ("配合单位", ["市财政局"])]),
        ("（由市发改委会同市财政局负责）", [("责任单位", ["市发改委", "市财政局"])]),
        ("（市发改委牵头会同市教育局等部门落实）", [("牵头单位", ["市发改委"]), ("责任单位", ["市教育局"])]),
        ("（各区人民政府落实）", [("责任单位", ["各区人民政府"])]),
        ("（责任单位：市科技局；完成时限：2025年底）", [("责任单位", ["市科技局"])]),
        (
            "（责任分工：市科技局牵头，市税务局按职责分工负责）",
            [("牵头单位", ["市科技局"]), ("责任单位", ["市税务局"])],
        ),
        ("（牵头单位：市科技局；市财政局配合）", [("牵头单位", ["市科技局"]), ("配合单位", ["市财政局"])]),
        ("（责任单位：各县（市、区）政府、市科技局等）", [("责任单位", ["各县（市、区）政府", "市科技局"])]),
        ("【责任单位：市科技局】", [("责任单位", ["市科技局"])]),
        ("开展活动。责任单位：市科技局、市财政局。", [("责任单位", ["市科技局", "市财政局"])]),
        ("开展活动。\n由市科技局牵头，市财政局配合。", [("牵头单位", ["市科技局"]), ("配合单位", ["市财政局"])]),
        ("开展活动。（责任单位：市科技局\n其他", [("责任单位", ["市科技局"])]),
        ("开展活动。（市科技局、市财政局）", [("责任单位", ["市科技局", "市财政局"])]),
        ("市商务局，联系电话：1；市科技局，联系电话：2。", [("咨询单位", ["市商务局"]), ("咨询单位", ["市科技局"])]),
    ],
)
def test_notes_in_their_wordings(text: str, expected: list[tuple[str, list[str]]]) -> None:
    found = responsibilities(text)
    assert [(item.role, list(item.organs)) for item in found] == expected


@pytest.mark.parametrize(
    "text",
    [
        "责任单位：",
        "牵头单位：负责统筹协调。",
        "本办法由市科技局负责解释。",
        "鼓励企业牵头。",
        "各部门要按职责分工抓好落实。",
    ],
)
def test_captions_and_prose_are_no_notes(text: str) -> None:
    assert responsibilities(text) == ()


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
        ("备案次数同比增长10%。", "备案次数", "+", 10, "%", None),
        ("组建创新联合体20个以上。", "创新联合体", "≥", 20, "个", None),
        ("到2027年底，全市高新技术企业突破1500家。", "高新技术企业", ">", 1500, "家", "2027"),
        ("力争到2027年，专利授权量年均增长10%以上。", "专利授权量", "+", 10, "%", "2027"),
        ("3年内培育示范企业50家左右。", "示范企业", "≈", 50, "家", "3年内"),
        ("“十五五”期间，新增示范企业20家。", "示范企业", "+", 20, "家", "“十五五”期间"),
        ("2026年6月底前完成100家企业贯标。", "企业贯标", "=", 100, "家", "2026-06"),
        ("每年举办对接活动不少于１０场次。", "对接活动", "≥", 10, "场次", None),
        ("平均办理周期压缩至45个工作日以内。", "平均办理周期", "≤", 45, "个工作日", None),
        ("万元GDP能耗下降13.5%。", "万元GDP能耗", "-", 13.5, "%", None),
        ("建设2—3个专利池。", "专利池", "≥", 2, "个", None),
        ("打造20个“5G”应用场景。", "“5G”应用场景", "=", 20, "个", None),
        ("培育不少于30家龙头企业。", "龙头企业", "≥", 30, "家", None),
        ("示范企业数量在2022年基础上翻一番。", "示范企业数量", "翻一番", None, None, None),
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
        "对营业收入达到2000万元以上的企业，按30%给予补助。",
        "年营业收入达到2000万元以上或年纳税额达到200万元以上。",
        "申请单位从业人员10人以上，注册资本不低于100万元。",
        "每认定1家高新技术企业，一次性奖励10万元。",
        "截至2024年底，全市已有高新技术企业1200家。",
        "落实24项重点任务。",
        "《行动方案（2023—2025年）》提出培育。",
    ],
)
def test_thresholds_terms_and_grants_are_no_targets(text: str) -> None:
    assert targets(text) == ()


def test_numbers_that_go_on_in_the_same_way_need_no_verb() -> None:
    found = targets("3年内建成孵化器8家、研发机构50家。培育3家综合型平台，20家行业型、专业型平台。")
    assert [(item.indicator, item.value, item.by) for item in found] == [
        ("孵化器", 8, "3年内"),
        ("研发机构", 50, "3年内"),
        ("综合型平台", 3, None),
        ("行业型、专业型平台", 20, None),
    ]


def test_a_year_holds_for_the_sentences_after_it() -> None:
    found = targets("到2025年，体系更加完善。\n拥有量达到30件；基金规模达到15亿元。到2030年，拥有量达到50件。")
    assert [(item.value, item.unit, item.by) for item in found] == [
        (30, "件", "2025"),
        (15, "亿元", "2025"),
        (50, "件", "2030"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("给予１０００万元奖励。", [(1e7, False)]),
        ("给予１ ０ ０ 万元奖励。", [(1e6, False)]),
        ("最高奖励1,000万元。", [(1e7, True)]),
        ("给予50—200万元补贴。", [(5e5, False), (2e6, False)]),
        ("给予50万元至100万元奖励。", [(5e5, False), (1e6, False)]),
        ("分别奖励100、50、30万元。", [(1e6, False), (5e5, False), (3e5, False)]),
        ("分别给予最高60万元、40万元扶持。", [(6e5, True), (4e5, True)]),
        ("获最高科学技术奖的个人给予300万元奖励。", [(3e6, False)]),
        ("每家最高给予500万元，累计不超过二百万元，上限20万元。", [(5e6, True), (2e6, True), (2e5, True)]),
        ("每户100元/亩，以10万元为上限。", [(100, False), (1e5, True)]),
        ("投资500万美元，多元投入。", []),
    ],
)
def test_sums_in_their_wordings(text: str, expected: list[tuple[float, bool]]) -> None:
    found = amounts(text)
    assert [(item.amount, item.cap) for item in found] == expected
    assert all(text[slice(*item.span)] == item.text for item in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("按实际投入的30%给予补助。", [(0.3, False)]),
        ("按不超过项目投资额30%的比例给予奖补。", [(0.3, True)]),
        ("按合同额的５－１０％给予奖励。", [(0.05, False), (0.1, False)]),
        ("给予五年房租补贴，其中前两年100%、后三年50%。", [(1, False), (0.5, False)]),
        ("研发投入占比达到5%的企业，给予10%奖励。", [(0.1, False)]),
        ("普及率超过30%。", []),
    ],
)
def test_shares_of_a_sum_that_is_granted(text: str, expected: list[tuple[float, bool]]) -> None:
    assert [(item.ratio, item.cap) for item in ratios(text)] == expected


def test_a_cap_knows_the_share_that_it_limits() -> None:
    (own, cap) = amounts("投资500万元的，按实际投入的30%给予补助，最高100万元。")
    assert (own.ratio, cap.ratio) == (None, 0.3)


HOSTILE_UNITS = "1|1 |1，|1、|（|（）|，|、|培育1家、|最高1元|给予1%|2025年、|一万|（责任单位：市局、|市局牵头，|牵头|。1|1\n|《|最高|按照|责任单位：|的|全市"
HOSTILE = [unit * (100_000 // len(unit)) for unit in HOSTILE_UNITS.split("|")]


@pytest.mark.parametrize("read", [targets, amounts, ratios, responsibilities])
def test_hostile_texts_of_100000_characters_take_less_than_two_seconds(read: Callable[[str], object]) -> None:
    for text in HOSTILE:
        begin = process_time()
        read(text)
        assert process_time() - begin < 2, text[:10]


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


def test_a_longer_word_hides_the_shorter_ones_within_it() -> None:
    assert topics(None, "（责任单位：市版权局）") == ()
    assert topics("推进专利导航", "")[0] == "专利导航"


def test_no_word_stands_twice_for_a_topic() -> None:
    for topic in taxonomy():
        words = [*topic.words, *topic.marks, *topic.heads]
        assert len(set(words)) == len(words), topic.name


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
