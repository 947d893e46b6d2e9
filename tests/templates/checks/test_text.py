"""标点、用语、数字、地名: what is found in a text, and what is not."""

import pytest

from checking_texts import draft_of, found, issued, read, words
from chengwen_library.model import Form, Measure, Unit
from chengwen_templates.office import Office, Organ

FOUND = [
    ("marks", "text.halfwidth", "加强管理,提升水平。", [","]),
    ("marks", "text.halfwidth", "企业(含个体工商户)可以申报。", ["(", ")"]),
    ("marks", "text.halfwidth", "重点是:创新;转化。", [":", ";"]),
    ("marks", "text.halfwidth", "由市科技局负责.", ["."]),
    ("marks", "text.quote", "落实《关于促进创新的意见，加强管理。", ["《"]),
    ("marks", "text.quote", "打造“一站式服务平台。", ["“"]),
    ("marks", "text.quote", "企业含个体工商户）可以申报。", ["）"]),
    ("marks", "text.quote", "落实《关于印发《方案》的通知》。", ["《方案》"]),
    ("marks", "text.quote", "以下简称“园区\"，下同。", ['"']),
    ("marks", "text.quote", "称为“所谓“试点”工作”。", ["“试点”"]),
    ("words", "text.repeated", "促进成果的的转化。", ["的的"]),
    ("words", "text.repeated", "对企业进行进行辅导。", ["进行进行"]),
    ("words", "text.repeated", "加强管理，，提升水平。", ["，，"]),
    ("words", "text.repeated", "知识产权知识产权保护。", ["知识产权知识产权"]),
    ("words", "text.repeated", "加强管理，。", ["，"]),
    ("words", "text.repeated", "对对符合条件的企业给予支持。", ["对对"]),
    ("words", "text.repeated", "培育约20家左右规上企业。", ["约20家左右"]),
    ("words", "text.repeated", "比重提高近10%以上。", ["近10%以上"]),
    ("words", "text.placeholder", "安排资金XX万元。", ["XX"]),
    ("words", "text.placeholder", "由××局负责。", ["××"]),
    ("words", "text.placeholder", "安排资金____万元。", ["____"]),
    ("words", "text.placeholder", "由{{ organ }}负责。", ["{{ organ }}"]),
    ("words", "text.placeholder", "期限为[待定]。", ["[待定]"]),
    ("words", "text.placeholder", "（此处补充背景）加强管理。", ["（此处补充背景）"]),
    ("words", "text.placeholder", "自20××年起施行。", ["20××"]),
    ("words", "text.placeholder", "自2026年×月×日起施行。", ["×", "×"]),
    ("words", "text.placeholder", "示例市加强管理。", ["示例市"]),
    ("words", "text.placeholder", "由【】负责。", ["【】"]),
    ("words", "text.placeholder", "每家给予（ ）万元奖励。", ["（ ）"]),
    ("words", "text.placeholder", "自2026年 月 日起施行。", ["2026年 月 日"]),
    ("words", "text.placeholder", "自 年 月 日起施行。", ["自 年 月 日"]),
    ("words", "text.term", "报国土资源部备案。", ["国土资源部"]),
    ("words", "text.term", "设立专门帐户。", ["帐户"]),
    ("words", "text.term", "做为重点任务。", ["做为"]),
    ("words", "text.term", "由市工商局、区环保局和黄石市人事局负责。", ["市工商局", "区环保局", "市人事局"]),
    ("numbers", "text.number-style", "在3-5年内完成。", ["-"]),
    ("numbers", "text.number-style", "实施2026-2028年行动。", ["-"]),
    ("numbers", "text.number-style", "给予5—10%的补助。", ["5—10%"]),
    ("numbers", "text.number-style", "给予5百万元补助。", ["5百万"]),
    ("numbers", "text.number-style", "贴息比例不超过百分之30。", ["百分之30"]),
    ("numbers", "text.number-style", "5个工作日内受理，10个工作日内审核，十五个工作日内办结。", ["十五个工作日"]),
    ("numbers", "text.number-style", "最高100万元；另给五十万元；再给20万元。", ["五十万元"]),
    ("numbers", "text.number-style", "增长百分之三十，增长20%，增长10%。", ["百分之三十"]),
    ("places", "text.leftover-place", "支持东莞市企业发展。", ["东莞市"]),
    ("places", "text.leftover-place", "落实广东省有关部署。", ["广东省"]),
    ("places", "text.leftover-place", "聚焦东莞“科技创新+先进制造”城市特色。", ["东莞"]),
    ("places", "text.leftover-place", "提升成都市创新能力。", ["成都市"]),
]  # fmt: skip

NOT_FOUND = [
    ("marks", "text.halfwidth", "金额1,000万元，时间24:00，比例3:1。"),
    ("marks", "text.halfwidth", "见https://www.example.gov.cn/a,b?c=1页面。"),
    ("marks", "text.halfwidth", "按照GB/T 9704-2012执行，增长1.5倍。"),
    ("marks", "text.halfwidth", "采用 Type (A, B) 标准。"),
    ("marks", "text.quote", "落实《关于印发〈方案〉的通知》。"),
    ("marks", "text.quote", "打造“‘双创’示范”基地（含分园〔东区〕）。"),
    ("marks", "text.quote", "包括：1）申请书；2）承诺书；a）其他。"),
    ("marks", "text.quote", "配备27\"显示器。"),
    ("words", "text.repeated", "邀请专家与与会代表座谈，构建和和谐谐的环境。"),
    ("words", "text.repeated", "常常、往往、人人、家家户户、进一步、一项一项落实。"),
    ("words", "text.repeated", "南宁市市级部门，各项各类政策，一一对应。"),
    ("words", "text.repeated", "报送情况……，分级分类——。"),
    ("words", "text.repeated", "开展对对口支援地区的帮扶，在在建项目中推广，给给水管网更新改造支持。"),
    ("words", "text.repeated", "节约20家以上单位用电，20家左右企业，约20家企业，最近20天以上。"),
    ("words", "text.placeholder", "提供7×24小时服务，面积3×4米。"),
    ("words", "text.placeholder", "二○二六年以来，MAXX平台上线。"),
    ("words", "text.placeholder", "【支持对象】本市企业。"),
    ("words", "text.placeholder", "建设国家知识产权示范市，发挥示例作用。"),
    ("words", "text.placeholder", "写明出生年月日，2026年月均增长，符合条件（一）的。"),
    ("words", "text.term", "原国土资源部批准的项目。"),
    ("words", "text.term", "落实《国土资源部关于促进节约用地的通知》。"),
    ("words", "text.term", "各级国土资源部门、自然资源部。"),
    ("words", "text.term", "原黄石市工商局登记的企业，市市场监管局，城市环保局长期推动。"),
    ("numbers", "text.number-style", "落实《行动方案（2023-2025年）》。"),
    ("numbers", "text.number-style", "联系电话0714-6512345，执行GB/T 9704-2012。"),
    ("numbers", "text.number-style", "在3～5年内完成，2026—2028年实施，日期2026-01-20。"),
    ("numbers", "text.number-style", "实施三年行动，有效期3年，5个工作日内办结，5万元。"),
    ("numbers", "text.number-style", "一次性给予一万元，再给二万元。"),
    ("numbers", "text.number-style", "不超过百分之三十，百分之百落实。"),
    ("places", "text.leftover-place", "落实《东莞市促进创新若干措施》（东府办〔2024〕3号）。"),
    ("places", "text.leftover-place", "加强与武汉市合作，融入武汉都市圈。"),
    ("places", "text.leftover-place", "发挥湖北省、黄石市政策优势。"),
    ("places", "text.leftover-place", "依托中国（深圳）知识产权保护中心。"),
    ("places", "text.leftover-place", "支持高校与北京大学、南京理工大学联系。"),
    ("places", "text.leftover-place", "推广元宇宙应用，发展朝阳产业，建设新乡村，服务经济南北轴线。"),
    ("places", "text.leftover-place", "服务京津冀、粤港澳大湾区和香港企业。"),
    ("places", "text.leftover-place", "学习深圳市经验做法。"),
]  # fmt: skip


@pytest.mark.parametrize(("family", "rule", "text", "wanted"), FOUND)
def test_words_are_found(family, rule, text, wanted):
    assert words(family, draft_of(text), rule) == wanted


@pytest.mark.parametrize(("family", "rule", "text"), NOT_FOUND)
def test_words_are_left_alone(family, rule, text):
    assert words(family, draft_of(text), rule) == []


def test_a_half_width_comma_of_a_file_is_found_on_its_line():
    (one,) = found("marks", read("黄石市若干措施\n一、总体要求\n加强管理,提升水平。\n二、其他\n开展工作。\n"))
    assert (one.rule.id, one.line, one.text) == ("text.halfwidth", 3, "加强管理,提升水平。")


def test_half_width_marks_of_what_is_not_in_the_measure_are_not_told():
    assert found("marks", read("当前位置: 首页 > 政策\n黄石市若干措施\n一、总体要求\n加强管理。\n")) == []


def test_a_file_in_half_width_throughout_is_told_once():
    text = "黄石市若干措施\n一、总体要求\n" + "加强管理,提升水平,促进转化.\n" * 20
    (one,) = found("marks", read(text))
    assert one.message.startswith("全文有60处半角标点")


def test_quotes_may_open_in_a_heading_and_close_in_its_text():
    clause = Unit("c", Form.FIRST, heading="打造“品牌", text="城市”工作。")
    assert found("marks", Measure(units=(clause,)), "text.quote") == []


def test_quotes_may_not_open_in_one_clause_and_close_in_another():
    assert words("marks", read("黄石市若干措施\n一、打造“品牌\n二、其他\n开展”工作。\n"), "text.quote") == ["“", "”"]


def test_the_same_long_clause_is_found_when_it_stands_twice():
    clause = "支持企业、高校和科研机构联合开展关键核心技术攻关，对符合条件的项目给予资金支持，并在用地、用能、人才引进等方面予以保障，推动产业链上下游协同发展。"
    text = f"黄石市若干措施\n一、创新\n{clause}\n二、转化\n{clause}\n"
    (one,) = found("words", read(text), "text.repeated")
    assert one.place.eid == "dvs_2"


def test_a_short_clause_may_stand_twice():
    assert (
        found("words", read("黄石市若干措施\n一、创新\n按规定执行。\n二、转化\n按规定执行。\n"), "text.repeated") == []
    )


def test_the_sample_region_is_no_placeholder_in_its_own_drafts():
    assert words("words", draft_of("示例市加强管理。", region="示例市", region_code=None), "text.placeholder") == []


def test_a_date_without_its_day_is_a_placeholder():
    assert words("words", issued(date_text="2026年 月 日"), "text.placeholder") == ["2026年 月 日"]


def test_the_offices_words_and_renamed_organs_are_terms():
    office = Office(terms=(("营商软环境", "营商环境"),), organs=(Organ("黄石市外贸局", (), "黄石市商务局"),))
    text = "优化营商软环境，由黄石市外贸局负责，黄石市商务局配合。"
    assert words("words", draft_of(text), "text.term", office) == ["营商软环境", "黄石市外贸局"]


@pytest.mark.parametrize(("text", "wanted"), [("推动东莞市商圈改造。", "东莞市"), ("支持东莞企业发展。", "东莞")])
def test_a_place_that_the_table_of_regions_lacks_has_other_cities_left_over(text, wanted):
    nowhere = {"title": "海岱市促进创新若干措施", "region": None, "region_code": None}
    assert words("places", draft_of(text, **nowhere), "text.leftover-place") == [wanted]


@pytest.mark.parametrize(
    "title", ["智慧城市建设若干措施", "知识产权强市若干措施", "促进市场主体若干措施", "海岱市若干措施"]
)
def test_a_title_that_names_no_place_and_the_own_province_leave_no_place_over(title):
    nowhere = {"title": title, "region": None, "region_code": None}
    text = "落实广东省部署。" if title.startswith("海岱") else "支持东莞市企业。"
    assert words("places", draft_of(text, **nowhere), "text.leftover-place") == []


def test_without_a_region_no_place_is_left_over():
    assert words("places", draft_of("支持东莞市企业。", region=None, region_code=None), "text.leftover-place") == []
