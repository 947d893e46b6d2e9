"""文号、日期、标题、通知、附件、篇幅: what surrounds a measure."""

from dataclasses import replace
from datetime import date

import pytest

from checking_texts import draft_of, found, issued, read, words
from chengwen_library.model import Annex, Form, Unit

TITLE = "黄石市人民政府办公室关于印发《黄石市促进创新若干措施》的通知"

NUMBERS = [
    ("docnumber.bracket", "按照国办发[2023]37号文件执行。", "[2023]", "〔2023〕"),
    ("docnumber.bracket", "按照国办发（2023）37号文件执行。", "（2023）", "〔2023〕"),
    ("docnumber.bracket", "按照国办发【2023】37号文件执行。", "【2023】", "〔2023〕"),
    ("docnumber.padding", "按照国办发〔2023〕07号文件执行。", "07", "7"),
    ("docnumber.padding", "按照鄂政发〔2023〕005号文件执行。", "005", "5"),
    ("docnumber.year", "按照国办发〔23〕37号文件执行。", "23", "2023"),
    ("docnumber.year", "按照鄂政发〔19〕5号文件执行。", "19", "2019"),
]


@pytest.mark.parametrize(("rule", "text", "wanted", "right"), NUMBERS)
def test_faults_of_a_cited_number_are_found(rule, text, wanted, right):
    (one,) = found("docnumber", draft_of(text))
    assert (one.rule.id, one.text, one.fix and one.fix.text) == (rule, wanted, right)


@pytest.mark.parametrize(
    "text",
    [
        "按照国办发〔2023〕37号、鄂政发〔2024〕10号文件执行。",
        "参照（2023）鄂02民初5号判决，国务院令第783号，公告2023年第5号。",
        "沿3号线（2024年建成）5号站，引用宜府发〔2015〕第5号。",
    ],
)
def test_right_numbers_and_other_numbers_are_left_alone(text):
    assert found("docnumber", draft_of(text)) == []


OWN = [
    ("黄政办发〔2026〕第3号", ["docnumber.padding"]),
    ("黄政办发〔2026〕03号", ["docnumber.padding"]),
    ("黄政办发〔26〕3号", ["docnumber.year"]),
    ("黄政办发[26]3号", ["docnumber.bracket", "docnumber.year"]),
    ("黄政办发〔2026〕3号", []),
    ("黄石市人民政府令〔2026〕第3号", []),
    ("黄石市人民政府公告〔2026〕第3号", []),
]


@pytest.mark.parametrize(("number", "wanted"), OWN)
def test_the_own_number_is_looked_at(number, wanted):
    assert [one.rule.id for one in found("docnumber", draft_of("工作。", doc_number=number))] == wanted


def test_what_reading_mended_in_the_own_number_is_found_in_the_source():
    text = f"黄政办发[2026]第3号\n{TITLE}\n各区人民政府：\n现印发给你们。\n黄石市促进创新若干措施\n一、甲\n乙。\n二、丙\n丁。\n"
    rules = [(one.rule.id, one.line) for one in found("docnumber", read(text))]
    assert rules == [("docnumber.bracket", 1), ("docnumber.padding", 1)]


def test_a_number_that_reading_took_for_none_is_found_in_the_source():
    text = f"黄政办发〔26〕3号\n{TITLE}\n各区人民政府：\n现印发给你们。\n黄石市促进创新若干措施\n一、甲\n乙。\n二、丙\n丁。\n"
    assert [(one.rule.id, one.line) for one in found("docnumber", read(text))] == [("docnumber.year", 1)]


FORMATS = [
    ("二〇二六年一月九日", "2026年1月9日"),
    ("2026年01月09日", "2026年1月9日"),
    ("26年1月9日", None),
    ("2026年1月9号", "2026年1月9日"),
    ("2026-01-09", "2026年1月9日"),
    ("二○二六年十二月三十一日", "2026年12月31日"),
]


@pytest.mark.parametrize(("text", "right"), FORMATS)
def test_a_date_written_otherwise_is_found(text, right):
    (one,) = found("dates", issued(date_text=text), "date.format")
    assert (one.fix.text if right else one.fix.kind) == (right or "ask")


@pytest.mark.parametrize("text", ["2026年1月9日", "2026年12月31日", "2026年×月×日", "2026年１月９日"])
def test_a_date_of_the_standard_is_right(text):
    assert found("dates", issued(date_text=text), "date.format") == []


@pytest.mark.parametrize("day", ["2026年2月30日", "2026年13月1日", "2025年2月29日", "6月31日", "2026年13月"])
def test_a_day_that_does_not_exist_is_found(day):
    assert words("dates", draft_of(f"自{day}起受理。"), "date.impossible") == [day]


@pytest.mark.parametrize("day", ["2024年2月29日", "2月29日", "12月31日", "3.15月度活动", "2026年12月"])
def test_days_that_exist_are_right(day):
    assert words("dates", draft_of(f"自{day}起受理。"), "date.impossible") == []


def test_the_years_of_a_title_are_in_their_order():
    assert words("dates", draft_of("工作。", title="黄石市行动计划（2028—2026年）"), "date.order") == ["2028—2026年"]
    assert words("dates", draft_of("工作。", title="黄石市行动计划（2026—2028年）"), "date.order") == []


ORDER = [
    ("自2025年1月1日起施行。", "自2025年1月1日起施行"),
    ("实施2028年—2026年行动。", "2028年—2026年"),
    ("按照国办发〔2028〕3号文件执行。", "〔2028〕3号"),
]


@pytest.mark.parametrize(("closing", "wanted"), ORDER)
def test_dates_out_of_order_are_found(closing, wanted):
    assert words("dates", replace(issued(), closing=closing), "date.order") == [wanted]


def test_a_printing_before_the_date_and_a_number_of_another_year_are_found():
    assert words("dates", issued(print_date_text="2026年1月8日"), "date.order") == ["2026年1月8日"]
    assert words("dates", replace(issued(), doc_number="黄政办发〔2023〕3号"), "date.order") == ["2023"]


@pytest.mark.parametrize(
    "closing", ["自2026年2月1日起施行。", "实施2026—2028年行动。", "按照国办发〔2025〕3号文件执行。"]
)
def test_dates_in_order_are_right(closing):
    assert words("dates", replace(issued(print_date_text="2026年1月12日"), closing=closing), "date.order") == []


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("黄石市若干措施。", ["。"]),
        ("加强保护，促进创新若干措施", ["，"]),
        ("黄石市若干措施：", ["："]),
        ("促进创新若干措施.", ["."]),
    ],
)
def test_stops_in_a_title_are_found(title, wanted):
    assert words("title", draft_of("工作。", title=title), "title.punctuation") == wanted


@pytest.mark.parametrize(
    "title",
    [
        "黄石市若干措施（试行）",
        "落实《意见，办法》的若干措施",
        "“专精特新”企业、高校若干措施",
        "2.0版行动计划（2026—2028年）",
    ],
)
def test_marks_that_titles_have_are_right(title):
    assert words("title", draft_of("工作。", title=title), "title.punctuation") == []


def test_a_stop_behind_a_notice_title_that_was_read_is_found():
    text = f"{TITLE}。\n各区人民政府：\n现印发给你们。\n黄石市促进创新若干措施\n一、甲\n乙。\n二、丙\n丁。\n"
    assert [one.line for one in found("title", read(text), "title.punctuation")] == [1]


def test_a_stop_behind_a_title_that_reading_did_not_take_for_one_is_found():
    text = "黄石市人民政府关于促进创新的实施意见。\n各区人民政府：\n为促进创新，提出如下意见。\n一、甲\n乙。\n二、丙\n丁。\n"
    assert [one.line for one in found("title", read(text), "title.punctuation")] == [1]


def test_a_sentence_that_ends_like_a_title_has_its_stop():
    text = "黄石市促进创新若干措施\n根据省政府关于促进创新的实施意见。\n一、甲\n乙。\n二、丙\n丁。\n"
    assert found("title", read(text), "title.punctuation") == []


def test_a_date_line_that_names_no_day_there_is_is_found_in_the_source():
    text = f"{TITLE}\n各区人民政府：\n现印发给你们。\n黄石市人民政府办公室\n2026年2月30日\n"
    measure = "黄石市促进创新若干措施\n一、甲\n乙。\n二、丙\n丁。\n"
    assert words("dates", read(text + measure), "date.impossible") == ["2026年2月30日"]


NOTICE_TITLES = [
    "关于印发《黄石市促进创新若干措施》的通知",
    "黄石市人民政府办公室关于印发《黄石市促进人才若干措施》的通知",
    "黄石市人民政府办公室关于印发《黄石市促进创新若干措施》",
    "黄石市人民政府办公室关于印发黄石市促进转化实施方案的通知",
]


@pytest.mark.parametrize("title", NOTICE_TITLES)
def test_a_notice_title_without_organ_or_type_or_with_another_measure_is_found(title):
    assert found("title", issued(title=title), "title.agreement")


@pytest.mark.parametrize(
    "title",
    [
        TITLE,
        "黄石市人民政府办公室关于印发黄石市促进创新若干措施的通知",
        "黄石市人民政府办公室关于印发《黄石市促进创新若干措施（试行）》的通知",
        "黄石市人民政府办公室关于印发《促进创新若干措施》的通知",
        "黄石市人民政府办公室关于印发黄石市促进创新的若干措施的通知",
    ],
)
def test_a_notice_title_that_names_the_measure_is_right(title):
    assert found("title", issued(title=title), "title.agreement") == []


@pytest.mark.parametrize("text", ["本办法自印发之日起施行。", "本意见由市科技局解释。", "本细则下列用语。"])
def test_a_measure_that_calls_itself_otherwise_is_found(text):
    assert words("title", draft_of(text), "title.agreement") == [text[:3]]


@pytest.mark.parametrize(
    "text", ["本措施自印发之日起施行。", "本政策有效期3年。", "《市本办法》、基本办法、样本方案。", "本通知。"]
)
def test_a_measure_that_calls_itself_by_its_type_is_right(text):
    assert words("title", draft_of(text), "title.agreement") == []


def test_a_notice_without_recipients_is_found():
    assert found("notice", replace(issued(), recipients=None), "notice.recipient")


@pytest.mark.parametrize(
    ("recipients", "wanted"),
    [
        ("各区人民政府，市政府各部门。", ["。"]),
        ("各区人民政府，市科技局，市科技局", ["市科技局"]),
        ("各区人民政府、", ["、"]),
    ],
)
def test_faults_of_the_recipients_are_found(recipients, wanted):
    assert words("notice", replace(issued(), recipients=recipients), "notice.recipient") == wanted


@pytest.mark.parametrize(
    "recipients", ["各县（市、区）人民政府，市政府各部门", "各区人民政府，市政府各部门：", "市科技局"]
)
def test_recipients_in_order_are_right(recipients):
    assert words("notice", replace(issued(), recipients=recipients), "notice.recipient") == []


@pytest.mark.parametrize("signature", [("大冶市人民政府办公室",), ("黄石市人民政府",), ("黄石市科学技术局",), ()])
def test_a_signature_that_is_not_the_titles_is_found(signature):
    assert found("notice", issued(signature=signature), "notice.signature")


def test_signatures_by_long_or_short_name_are_right():
    assert found("notice", issued(), "notice.signature") == []
    text = "市市场监督管理局 市科技局关于印发《甲若干措施》的通知\n各区：\n现印发给你们。\n"
    end = "黄石市市场监督管理局\n黄石市科学技术局\n2026年1月9日\n甲若干措施\n一、甲\n乙。\n二、丙\n丁。\n"
    assert found("notice", read(text + end), "notice.signature") == []
    assert found("notice", issued(title="黄石市科技局等部门关于印发《甲》的通知"), "notice.signature") == []


@pytest.mark.parametrize(
    ("copies", "wanted"),
    [
        ("市政府各部门", ["市政府各部门"]),
        ("市委各部门，市法院，市法院", ["市法院"]),
        ("市委各部门，", ["，"]),
    ],
)
def test_faults_of_the_copies_are_found(copies, wanted):
    assert words("notice", issued(copies=copies), "notice.copy") == wanted


@pytest.mark.parametrize("copies", ["市委各部门，市法院。", "抄送：市委办公室", "市委各部门，市人大常委会办公室"])
def test_copies_in_order_are_right(copies):
    assert words("notice", issued(copies=copies), "notice.copy") == []


ANNEXES = (Annex("申报表", "姓名。"), Annex("评分表", "分值。"))


@pytest.mark.parametrize(
    ("text", "annexes", "wanted"),
    [("详见附件3。", ANNEXES, ["附件3"]), ("见附件。", (), ["见附件"]), ("按附件二填报。", ANNEXES[:1], ["附件二"])],
)
def test_an_annex_that_is_not_there_is_found(text, annexes, wanted):
    assert words("attachment", draft_of(text, annexes=annexes), "attachment.mismatch") == wanted


@pytest.mark.parametrize("text", ["详见附件1、附件2。", "按照《实施方案》附件3执行。", "报送附件材料。"])
def test_annexes_that_are_there_are_right(text):
    assert words("attachment", draft_of(text, annexes=ANNEXES), "attachment.mismatch") == []


BODY = "黄石市若干措施\n一、甲\n乙。\n二、丙\n丁。\n"


def test_a_list_of_annexes_that_differs_is_found():
    fewer = BODY + "附件：1.申报表\n2.评分表\n附件1\n申报表\n姓名。\n"
    other = BODY + "附件：申请表\n附件\n申报表\n姓名。\n"
    assert [one.text for one in found("attachment", read(fewer))] == ["申报表"]
    assert [one.text for one in found("attachment", read(other))] == ["申请表"]


def test_a_list_of_annexes_that_agrees_or_whose_annexes_are_published_apart_is_right():
    same = BODY + "附件：1.申报表\n2.评分表\n附件1\n申报表\n姓名。\n附件2\n评分表\n分值。\n"
    assert found("attachment", read(same)) == []
    assert found("attachment", read(BODY + "附件：1.申报表\n2.评分表\n")) == []


@pytest.mark.parametrize(
    ("title", "length"), [("黄石市若干措施", 5100), ("黄石市专项行动方案", 4100), ("黄石市实施意见", 9000)]
)
def test_a_long_text_is_found(title, length):
    assert found("length", draft_of("字" * length, title=title))


def test_texts_within_the_limit_articles_and_texts_from_before_the_limit_are_right():
    assert found("length", draft_of("字" * 4900)) == []
    assert found("length", draft_of("字" * 6000, issue_date=date(2024, 1, 1))) == []
    article = Unit("a", Form.ARTICLE, num="第一条", number=1, text="字" * 6000)
    assert found("length", replace(draft_of("字。"), units=(article,))) == []
