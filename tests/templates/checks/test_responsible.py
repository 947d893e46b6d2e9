"""责任分工: notes that are missing, labels that change, organs out of order or unknown, and notes that are right."""

import pytest

from checked import found, measure_of, words
from chengwen_templates.office import Office, Organ

NOTED = tuple(
    f"{name}。做好{name}工作。（责任单位：市科技局、市财政局）"
    for name in ("培育专利", "盘活存量", "推进转化", "扩大融资", "加强服务")
)
PLAIN = "强化激励。落实激励政策。"
LED = tuple(
    f"{name}。做好工作。（牵头单位：市科技局；责任单位：市财政局）" for name in ("培育", "盘活", "转化", "融资")
)
REGISTER = Office(
    region="示例市",
    organs=(
        Organ("示例市科学技术局", ("市科技局",)),
        Organ("示例市财政局", ("市财政局",)),
        Organ("示例市市场监督管理局", ("市市场监管局",)),
        Organ("示例市工商行政管理局", ("市工商局",), "示例市市场监督管理局"),
    ),
)


# responsible.missing


@pytest.mark.parametrize("place", [0, 2, 5])
def test_a_clause_without_a_note_among_clauses_with_one_is_found(place):
    texts = [*NOTED[:place], PLAIN, *NOTED[place:]]
    (finding,) = found("responsible.missing", measure_of(*texts))
    assert finding.text == "强化激励"
    assert finding.place.wid == f"u-{place}"
    assert "其他同类的 5 条都写了" in finding.message


@pytest.mark.parametrize(
    "texts",
    [
        NOTED,
        (PLAIN, "培育专利。开展培育。", "盘活存量。开展盘点。"),
        (*NOTED[:2], PLAIN),
        (*NOTED[:3], PLAIN, "建立机制。建立工作机制。", "加强协同。加强协同。"),
        (*NOTED, "主要目标。到2027年取得进展。"),
        (*NOTED, "附则。本措施自印发之日起施行。"),
    ],
    ids=["all have one", "none has one", "too few to tell", "a habit of neither", "a goal", "what takes effect"],
)
def test_where_most_have_none_or_none_is_due_nothing_is_said(texts):
    assert words("responsible.missing", measure_of(*texts)) == []


# responsible.label


@pytest.mark.parametrize(
    ("usual", "odd"),
    [("责任单位", "责任部门"), ("牵头单位", "牵头部门"), ("配合单位", "参与单位")],
)
def test_another_label_for_the_same_role_is_found_and_mended(usual, odd):
    texts = [text.replace("责任单位", usual) for text in NOTED]
    texts[3] = texts[3].replace(usual, odd)
    (finding,) = found("responsible.label", measure_of(*texts))
    assert (finding.text, finding.fix.kind, finding.fix.text) == (odd, "replace", usual)


def test_several_organs_none_of_which_leads_are_found_where_others_say_who_leads():
    (finding,) = found("responsible.label", measure_of(*LED, NOTED[0]))
    assert finding.text == "责任单位"
    assert "没有写由谁牵头" in finding.message


@pytest.mark.parametrize(
    "texts",
    [
        NOTED,
        (*LED, "强化激励。落实政策。（责任单位：市财政局）"),
        (*NOTED, "强化激励。落实政策。（牵头单位：市科技局；配合单位：市财政局）"),
        ("培育。做好工作。（第一责任单位：市科技局；牵头单位：市财政局）", *LED),
        ("培育。做好工作。（市科技局牵头，市财政局配合）", *NOTED),
    ],
    ids=["one label", "one organ leads itself", "another role", "a note tells them apart", "said by verbs"],
)
def test_labels_of_different_roles_are_left_alone(texts):
    assert words("responsible.label", measure_of(*texts)) == []


# responsible.order


@pytest.mark.parametrize(
    ("note", "meant"),
    [
        ("责任单位：市财政局；牵头单位：市科技局", "牵头单位"),
        ("责任单位：市教育局、各区人民政府、市财政局", "各区人民政府"),
        ("牵头单位：市科技局；责任单位：市财政局、市科技局", "市科技局"),
    ],
    ids=["lead behind", "all districts in the midst", "named twice"],
)
def test_organs_out_of_order_are_found(note, meant):
    assert words("responsible.order", measure_of(f"培育。做好工作。（{note}）")) == [meant]


@pytest.mark.parametrize(
    "note",
    [
        "牵头单位：市科技局；责任单位：市财政局，各区人民政府",
        "责任单位：各区人民政府、各有关部门",
        "责任单位：各市人民政府，省经济和信息化厅",
        "责任单位：市科技局、各县（市、区）人民政府",
        "责任单位：市科技局",
    ],
)
def test_organs_in_order_are_left_alone(note):
    assert words("responsible.order", measure_of(f"培育。做好工作。（{note}）")) == []


# responsible.unknown


@pytest.mark.parametrize("organ", ["市科技管理局", "市发改局", "示例市知识产权局"])
def test_an_organ_that_the_register_lacks_is_found(organ):
    measure = measure_of(f"培育。做好工作。（责任单位：市财政局、{organ}）")
    assert words("responsible.unknown", measure, office=REGISTER) == [organ]


def test_a_former_name_is_mended_to_the_present_one():
    measure = measure_of("培育。做好工作。（责任单位：市财政局、市环保局）")
    (finding,) = found("responsible.unknown", measure, office=REGISTER)
    assert (finding.fix.kind, finding.fix.text) == ("replace", "市生态环境局")


@pytest.mark.parametrize(
    "organs",
    [
        "市科技局、示例市财政局",
        "市市场监管局（市知识产权局）",
        "各区人民政府、有关部门",
        "省知识产权局、示例海关",
        "科学技术局",
    ],
    ids=["names of the register", "a second name in brackets", "all of a kind", "superiors", "without the place"],
)
def test_organs_of_the_register_and_others_that_it_need_not_have_are_left_alone(organs):
    measure = measure_of(f"培育。做好工作。（责任单位：{organs}）")
    assert words("responsible.unknown", measure, office=REGISTER) == []


def test_without_a_register_no_organ_is_unknown():
    assert words("responsible.unknown", measure_of("培育。做好工作。（责任单位：市某某局）")) == []
