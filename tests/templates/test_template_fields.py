"""The types of fields, on both sides of what they hold."""

from datetime import date

import pytest

from chengwen_library.errors import InvalidAnswers
from chengwen_templates.fields import TYPES, Field, checked_values, values_from_json, values_to_json
from chengwen_templates.template import templates

COLUMNS = [
    {"name": "what", "label": "事", "type": "text", "required": True},
    {"name": "who", "label": "谁", "type": "list"},
    {"name": "many", "label": "数", "type": "number", "least": 1},
]


def field(kind: str, **more) -> Field:
    return Field.from_table({"name": "a", "label": "甲", "type": kind, **more})


def told(one: Field, value: object) -> str:
    with pytest.raises(InvalidAnswers) as caught:
        one.checked(value)
    assert "\n" not in str(caught.value)
    return str(caught.value)


FITTING = [
    ("text", {}, "甲"),
    ("paragraph", {}, "一段。"),
    ("paragraphs", {}, "一段。\n又一段。"),
    ("number", {}, 3),
    ("date", {}, date(2026, 1, 20)),
    ("document_number", {}, "示政办发〔2026〕12号"),
    ("choice", {"choices": ["是", "否"]}, "否"),
    ("list", {}, ["甲", "乙"]),
    ("records", {"column": COLUMNS}, [{"what": "事", "who": ["甲"], "many": 2}]),
]


@pytest.mark.parametrize(("kind", "more", "value"), FITTING)
def test_a_field_takes_what_fits_its_type(kind: str, more: dict, value: object) -> None:
    assert field(kind, **more).checked(value) == value


def test_every_type_is_tried() -> None:
    assert {kind for kind, _, _ in FITTING} == set(TYPES)


@pytest.mark.parametrize(
    ("kind", "more", "value"),
    [
        ("text", {}, 3),
        ("text", {}, "两\n行"),
        ("paragraph", {}, "两\n段"),
        ("number", {}, "五"),
        ("number", {}, True),
        ("date", {}, "昨天"),
        ("document_number", {}, "示政办发[2026]12号"),
        ("document_number", {}, "示政办发〔2026〕012号"),
        ("choice", {"choices": ["是", "否"]}, "也许"),
        ("list", {}, "甲"),
        ("list", {}, ["甲", ""]),
        ("records", {"column": COLUMNS}, ["甲"]),
    ],
)
def test_what_does_not_fit_is_told_with_what_would(kind: str, more: dict, value: object) -> None:
    said = told(field(kind, **more), value)
    assert "“甲”（a）应当是" in said
    assert (more.get("choices", [TYPES[kind]])[0]) in said


@pytest.mark.parametrize(
    ("kind", "more", "value", "message"),
    [
        ("number", {"least": 1}, 0, "不能少于 1，现在是 0"),
        ("number", {"most": 10}, 11, "不能超过 10，现在是 11"),
        ("text", {"most": 3}, "一二三四", "不能超过 3 字"),
        ("list", {"least": 2}, ["甲"], "不能少于 2 项"),
        ("text", {"not_at_ends": ["。"]}, "甲。", "前后不写“。”"),
        ("text", {"not_at_ends": ["为"]}, "为了甲", "前后不写“为”"),
        ("records", {"column": COLUMNS}, [{"what": "甲"}, {"who": ["乙"]}], "“甲”第 2 行的“事”（what）还没有填"),
        ("records", {"column": COLUMNS}, [{"what": "甲", "many": 0}], "“甲”第 1 行的“数”（many）不能少于 1"),
        ("records", {"column": COLUMNS}, [{"what": "甲", "other": 1}], "“甲”第 1 行里没有“other”这个字段"),
    ],
)
def test_what_is_out_of_bounds_is_told(kind: str, more: dict, value: object, message: str) -> None:
    assert message in told(field(kind, **more), value)


def test_what_is_not_given_becomes_the_default_or_nothing() -> None:
    assert field("text", default="甲").checked("") == "甲"
    assert field("list").checked(None) == []
    assert field("number").checked(None) == ""
    assert field("records", column=COLUMNS).checked([{"what": "甲"}]) == [{"what": "甲", "who": [], "many": ""}]
    assert "还没有填" in told(field("text", required=True), "")


def test_unknown_fields_are_told_with_the_known_ones() -> None:
    with pytest.raises(InvalidAnswers, match="没有“b”这个字段。可以填的有：a"):
        checked_values((field("text"),), {"b": 1}, "这里")


@pytest.mark.parametrize("template", templates(), ids=lambda template: template.id)
def test_the_sample_of_every_field_fits_it(template) -> None:
    for one in template.fields:
        assert one.checked(one.sample())


def test_values_come_back_from_json_with_their_dates() -> None:
    values = {"day": date(2026, 1, 20), "rows": [{"day": date(2026, 1, 21), "words": "甲"}], "n": 3}
    assert values_from_json(values_to_json(values)) == values
