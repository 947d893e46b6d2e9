"""Small cases of what real documents do to their numbers and lines."""

import pytest

from chengwen_library.model import Measure, Unit
from chengwen_library.reading.reader import read_text
from chengwen_library.reading.report import Reading


def read(body: str, head: str = "示例市促进转化若干措施\n为促进转化，制定本措施。\n") -> Reading:
    (reading,) = read_text(head + body, "a.txt")
    return reading


def outline(measure: Measure) -> list[str]:
    def lines(units: tuple[Unit, ...], depth: int) -> list[str]:
        found: list[str] = []
        for unit in units:
            found += [f"{'  ' * depth}{unit.num}{unit.heading or unit.text or ''}", *lines(unit.children, depth + 1)]
        return found

    return lines(measure.units, 0)


def codes(reading: Reading) -> list[str]:
    return [warning.code for warning in reading.warnings]


def test_a_lost_first_item_is_restored_with_the_units_below_it() -> None:
    reading = read(
        "一、目标\n到2027年建成。\n二、任务\n实施培育工程。围绕重点产业。\n1.培育企业。支持。\n2.引进企业。支持。\n（二）实施平台工程。建设平台。\n3.建平台。支持。\n"
    )
    assert outline(reading.measure)[1:] == [
        "二、任务", "  （一）实施培育工程", "    1.培育企业", "    2.引进企业", "  （二）实施平台工程", "    3.建平台",
    ]  # fmt: skip
    assert [unit.heading for unit in reading.measure.walk() if unit.implied] == ["实施培育工程"]
    assert codes(reading) == ["number.missing"]


def test_numbers_that_run_on_are_no_lost_items() -> None:
    reading = read("一、甲\n（一）一条。正文。\n二、乙\n引语。\n（二）二条。正文。\n（三）三条。正文。\n")
    assert not any(unit.implied for unit in reading.measure.walk())
    assert codes(reading) == []


def test_a_lost_first_chapter_is_restored_without_a_heading() -> None:
    reading = read(
        "第一条　为加强管理，制定本办法。\n第二条　本办法适用于本市。\n第二章　附则\n第三条　本办法自印发之日起施行。\n",
        "",
    )
    assert [(unit.num, unit.implied, unit.heading) for unit in reading.measure.units] == [
        ("第一章", True, None),
        ("第二章", False, "附则"),
    ]
    assert codes(reading) == ["title.missing", "number.missing"]


def test_a_gap_and_a_repeated_number_are_told_and_kept() -> None:
    reading = read("第一条　甲。\n第二条　乙。\n第四条　丙。\n第四条　丁。\n")
    assert [unit.num for unit in reading.measure.units] == ["第一条", "第二条", "第四条", "第四条"]
    assert codes(reading) == ["number.gap", "number.repeat"]


def test_articles_may_stand_below_numbered_parts_or_above_numbered_items() -> None:
    parts = read(
        "一、支持\n第 1 条 设立基金，支持企业。\n二、奖励\n（一）固定资产\n第 2 条 给予奖励。\n三、保障\n第 3 条 成立小组。\n"
    )
    assert outline(parts.measure) == [
        "一、支持",
        "  第1条设立基金，支持企业。",
        "二、奖励",
        "  （一）固定资产",
        "    第2条给予奖励。",
        "三、保障",
        "  第3条成立小组。",
    ]
    items = read("第一章　总则\n第一条　条件如下：\n（一）申报条件\n1.注册；\n2.纳税。\n第二条　其他。\n")
    assert outline(items.measure)[1:] == [
        "  第一条",
        "    （一）申报条件",
        "      1.注册；",
        "      2.纳税。",
        "  第二条其他。",
    ]


@pytest.mark.parametrize("sentence", ["鼓励企业产品研发。", "支持对象：", "市科技局负责统筹。"])
def test_the_first_sentence_of_an_article_is_text(sentence: str) -> None:
    (unit,) = read(f"第一条　{sentence}给予取得专利的企业奖励。\n").measure.units
    assert (unit.heading, unit.text) == (None, f"{sentence}给予取得专利的企业奖励。")


def test_articles_that_begin_with_a_title_have_headings() -> None:
    titled = [
        f"第{n}条　鼓励{what}。对取得成果的企业给予奖励。"
        for n, what in enumerate(["产品研发", "标准创制", "技改升级"], 1)
    ]
    plain = "第4条　对新引进的总部经济项目，自认定当年起给予奖励。奖励不设上限。"
    units = read("\n".join([*titled, plain]) + "\n").measure.units
    assert [unit.heading for unit in units] == ["鼓励产品研发", "鼓励标准创制", "鼓励技改升级", None]


def test_two_short_first_sentences_among_many_articles_are_text() -> None:
    short = [f"第{n}条　市科技局负责统筹。各区配合。" for n in (1, 2)]
    long = [f"第{n}条　本办法所称转化，是指应用、推广的活动。法律另有规定的，从其规定。" for n in range(3, 8)]
    units = read("\n".join([*short, *long]) + "\n").measure.units
    assert {unit.heading for unit in units} == {None}


def test_a_short_sentence_before_further_paragraphs_of_an_article_is_its_first_paragraph() -> None:
    (unit,) = read("第一条　商业秘密受法律保护。\n任何单位不得侵犯。\n").measure.units
    assert (unit.heading, unit.text) == (None, "")
    assert [child.text for child in unit.children] == ["商业秘密受法律保护。", "任何单位不得侵犯。"]


def test_a_heading_of_an_article_stands_alone_and_ends_without_a_mark() -> None:
    (unit,) = read("第一条　适用范围\n本办法适用于本市。\n").measure.units
    assert (unit.heading, unit.heading_mark, unit.text) == ("适用范围", None, "本办法适用于本市。")


def test_an_article_may_begin_with_a_word_that_references_have_too() -> None:
    measure = read("第一条　申请应当公开。\n第二条　项目单位应当按期验收。\n第三条　中小企业可以联合申请。\n").measure
    assert outline(measure) == ["第一条申请应当公开。", "第二条项目单位应当按期验收。", "第三条中小企业可以联合申请。"]


def test_a_paragraph_behind_a_list_belongs_to_the_article() -> None:
    article = read("第一条　下列情形不予支持：\n（一）虚假；\n（二）失信。\n前款情形由市科技局认定。\n").measure.units[
        0
    ]
    assert article.intro == "下列情形不予支持："
    assert [child.num or child.text for child in article.children] == ["（一）", "（二）", "前款情形由市科技局认定。"]


def test_two_paragraphs_are_numberless_units() -> None:
    (unit,) = read("一、指导思想\n第一段。\n第二段。\n").measure.units
    assert (unit.text, [child.text for child in unit.children]) == ("", ["第一段。", "第二段。"])


def test_a_note_on_a_line_of_its_own_joins_its_text() -> None:
    (unit,) = read("1.支持创新。给予支持。\n（责任单位：市科技局）\n").measure.units
    assert unit.text == "给予支持。（责任单位：市科技局）"


@pytest.mark.parametrize(
    "line",
    [
        "第六条至第十六条由市科技局负责。",
        "第二条、第三条除外。",
        "第三条第一项规定的单位除外。",
        "（一）至（三）项不受限制。",
        "（一）、（二）项由各区负责。",
    ],
)
def test_a_reference_at_the_head_of_a_line_is_no_unit(line: str) -> None:
    reading = read(f"一、职责\n{line}\n二、附则\n施行。\n")
    assert reading.measure.units[0].text == line


def test_a_table_of_contents_is_dropped() -> None:
    reading = read("目　录\n第一章 总则\n第二章 附则\n第一章 总则\n第一条 甲。\n第二章 附则\n第二条 乙。\n")
    assert [dropped.reason for dropped in reading.dropped] == ["目录"] * 3
    assert [unit.heading for unit in reading.measure.units] == ["总则", "附则"]


def test_lists_that_repeat_in_every_article_are_no_table_of_contents() -> None:
    lists = "（一）申报条件\n1.注册；\n2.纳税。\n（二）申报材料\n1.申请表；\n2.承诺书。\n"
    reading = read(f"第一条　补贴。\n{lists}第二条　奖励。\n{lists}")
    assert reading.dropped == ()
    assert [len(unit.children) for unit in reading.measure.units] == [2, 2]


TWO = """示例市人民政府办公室关于印发甲措施和乙方案的通知
示政办发〔2026〕1号
各区人民政府：
现印发给你们。
示例市人民政府办公室
2026年1月20日
支持转化若干措施
为支持转化，制定本措施。
一、支持平台
建平台。
二、支持企业
育企业。
本措施自印发之日起施行。
示例市转化行动计划
为落实要求，制定本计划。
一、总体要求
抓落实。
附件1
工作组名单
组长单位：市科技局
"""


def test_one_notice_may_carry_two_measures() -> None:
    first, second = read_text(TWO, "two.txt")
    assert (first.measure.title, second.measure.title) == ("支持转化若干措施", "示例市转化行动计划")
    assert first.measure.doc_number == second.measure.doc_number == "示政办发〔2026〕1号"
    assert [len(reading.measure.units) for reading in (first, second)] == [2, 1]
    assert first.measure.closing == "本措施自印发之日起施行。"
    assert first.measure.id != second.measure.id


def test_an_annex_is_kept_as_text() -> None:
    _, second = read_text(TWO, "two.txt")
    (annex,) = second.measure.annexes
    assert (annex.title, annex.text) == ("工作组名单", "组长单位：市科技局")


def test_the_imprint_belongs_to_the_notice() -> None:
    measure = read("一、任务\n抓落实。\n抄送：市委各部门。\n示例市人民政府办公室　2026年1月21日印发\n").measure
    assert measure.notice is not None
    assert (measure.notice.copies, measure.notice.printer, measure.notice.print_date_text) == (
        "市委各部门", "示例市人民政府办公室", "2026年1月21日",
    )  # fmt: skip


def test_a_notice_glued_into_one_line_is_taken_apart() -> None:
    head = "示例市人民政府关于印发示例市储备管理办法的通知\n各区人民政府：现将《示例市储备管理办法》印发给你们。示例市人民政府2026年1月20日（此件公开发布）示例市储备管理办法第一章  总则第一条  甲。"
    measure = read("", head).measure
    assert measure.title == "示例市储备管理办法"
    assert measure.recipients == "各区人民政府"
    assert measure.notice is not None
    assert (measure.notice.signature, measure.notice.date_text, measure.notice.note) == (
        ("示例市人民政府",),
        "2026年1月20日",
        "此件公开发布",
    )
