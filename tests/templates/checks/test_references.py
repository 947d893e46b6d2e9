"""reference.dangling and reference.count: cases on both sides."""

from dataclasses import replace
from datetime import date

import pytest

from chengwen_library.model import Annex, Drafting, Form, Measure, Unit
from chengwen_templates.checks.families.references import check
from chengwen_templates.checks.subject import Subject
from chengwen_templates.draft import remove_unit, renumbered


def clause(wid: str, text: str = "内容。", *children: Unit) -> Unit:
    words = {"intro": text} if children else {"text": text}
    return Unit(wid, Form.SECOND, heading=f"条标{wid}", heading_mark="。", children=children, **words)


def task(wid: str) -> Unit:
    return Unit(wid, Form.THIRD, heading=f"任务{wid}", heading_mark="。", text="内容。")


def articles(text: str) -> Measure:
    units = (
        Unit("a", Form.ARTICLE, text=text),
        Unit(
            "b",
            Form.ARTICLE,
            children=(Unit("p", Form.PARAGRAPH, text="甲。"), Unit("q", Form.PARAGRAPH, text="乙。")),
        ),
        Unit(
            "c",
            Form.ARTICLE,
            intro="有下列情形之一的：",
            children=(Unit("i", Form.SECOND, text="甲；"), Unit("j", Form.SECOND, text="乙。")),
        ),
    )
    return renumbered(Measure(title="示例办法", units=units, drafting=Drafting("x")))


def parts(intro: str = "内容：", closing: str | None = None) -> Measure:
    units = (
        Unit(
            "p",
            Form.FIRST,
            heading="主要任务",
            intro=intro,
            children=tuple(clause(f"m{n}", "内容：", task(f"t{n}1"), task(f"t{n}2"), task(f"t{n}3")) for n in range(2)),
        ),
        Unit("q", Form.FIRST, heading="保障", children=(clause("n1"), clause("n2"))),
    )
    return renumbered(Measure(title="示例方案", units=units, closing=closing, drafting=Drafting("x")))


def named(intro: str) -> Measure:
    """Return a plan of three 工程 with three tasks each, and what leads to them."""
    draft = parts(intro)
    works = tuple(clause(f"w{n}", "内容：", task(f"t{n}1"), task(f"t{n}2"), task(f"t{n}3")) for n in range(3))
    works = tuple(replace(one, heading=f"{one.wid}工程") for one in works)
    return renumbered(replace(draft, units=(replace(draft.units[0], children=works), draft.units[1])))


def last(text: str) -> Measure:
    """Return a plan of six tasks whose last part says something."""
    draft = parts()
    return renumbered(replace(draft, units=(draft.units[0], Unit("z", Form.FIRST, heading="保障", text=text))))


def found(measure: Measure) -> list[tuple[str, str]]:
    return [(one.rule.id, one.text) for one in check(Subject(measure, date(2026, 1, 1)))]


@pytest.mark.parametrize(
    "words",
    [
        "按照本办法第九条执行。", "第三条第（四）项规定的。", "依照第三条至第六条执行。", "本办法第二条第三款规定的。", "依照前款规定。",
        "按前条规定。", "依照本办法第三章执行。", "按照第×条执行。", "按第三条第（×）项执行。", "依照第三条之一规定。", "按本办法附件3执行。",
    ],
)  # fmt: skip
def test_a_reference_to_what_is_not_there_is_an_error(words):
    draft = replace(articles(words), annexes=(Annex("表", "甲"), Annex("单", "乙")))
    ((rule, text),) = found(draft)
    assert rule == "reference.dangling"
    assert text in words


@pytest.mark.parametrize(
    "words",
    [
        "按照本办法第三条执行。", "第三条第（二）项规定的。", "依照第二条至第三条执行。", "第二条第二款规定的。", "按下一条规定。",
        "依照《商标法》第九十条执行。", "依照民法典第一千条执行。", "《商标法》第五十条规定的，适用第六十条。", "引入第三方，抓好第九批。",
        "按附件2执行。", "建设第九条生产线。", "依照本条例外的规定。", "适用第一款规定。", "按照规定执行，属于前列各项的除外。",
    ],
)  # fmt: skip
def test_a_reference_to_what_is_there_or_to_another_document_is_none(words):
    draft = replace(articles(words), annexes=(Annex("表", "甲"), Annex("单", "乙")))
    assert found(draft) == []


def test_a_read_text_that_has_lost_its_paragraphs_has_no_finding_for_them():
    units = (
        Unit("a", Form.ARTICLE, "第一条", 1, text="甲。依照前款规定。"),
        Unit("b", Form.ARTICLE, "第二条", 2, text="乙。"),
    )
    assert found(Measure(units=units)) == []


def test_a_decision_that_amends_another_document_speaks_of_its_articles():
    assert found(replace(articles("将本办法第九条修改为："), title="关于修改《示例办法》的决定")) == []


def test_what_a_removed_clause_leaves_behind_is_found():
    assert found(remove_unit(articles("按本办法第三条第（一）项执行。"), "i")) == [
        ("reference.dangling", "本办法第三条第（×）项")
    ]


@pytest.mark.parametrize(
    ("draft", "words"),
    [
        (parts("实施好以下五项任务："), "以下五项任务"),
        (parts("落实7项重点任务，推进工作。"), "7项重点任务"),
        (parts("推进5项重点任务，推进工作。"), "5项重点任务"),
        (parts(closing="以上九项措施自印发之日起施行。"), "以上九项措施"),
        (named("围绕四大工程，推进工作。"), "四大工程"),
        (named("实施3大工程、12项任务。"), "12项任务"),
        (last("以上五项任务由市科技局牵头落实。"), "以上五项任务"),
        (articles("有下列三种情形：（一）甲；（二）乙。"), "下列三种情形"),
        (articles("有以下四类情形：①甲；②乙；③丙。"), "以下四类情形"),
    ],
)
def test_a_count_that_differs_from_what_is_counted_is_a_finding(draft, words):
    assert found(draft) == [("reference.count", words)]


@pytest.mark.parametrize(
    "draft",
    [
        named("实施三大工程、九项任务。"), named("参与国家级工程，建设四大平台。"), named("落实国家五大行动。"),
        last("以上六项任务由市科技局牵头落实。"), last("以上五项材料由市科技局受理。"),
        parts("实施好以下两项任务："), parts("落实6项重点任务，推进工作。"), parts("实施两大工程、落实6项重点任务。"),
        parts("落实国家100项重点任务。"), parts("每年支持5项发明专利。"), parts(closing="以上四项措施自印发之日起施行。"),
        parts(closing="本方案自印发之日起施行。"), articles("有下列两种情形：（一）甲；（二）乙。"), articles("突出良种繁育等四大环节。"),
        articles("抓好以下三项工作。"), articles("有下列情形之一的：（一）甲；（二）乙。"), articles("支持以下三类企业：高校、院所、国企。"),
    ],
)  # fmt: skip
def test_a_count_that_is_right_or_of_something_else_is_none(draft):
    assert found(draft) == []
