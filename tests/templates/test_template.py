import pytest

from chengwen_library.errors import TemplateFailed
from chengwen_templates.template import find_template, parse_template, templates

HEAD = '+++\nname = "试"\nkind = "measure"\ndescription = ""\n+++\n'
BLOCKS = "{% block title %}题{% endblock %}{% block preamble %}{% endblock %}{% block closing %}{% endblock %}"


def with_body(body: str) -> str:
    return f"{HEAD}{BLOCKS}{{% block body %}}{body}{{% endblock %}}"


def test_the_templates_that_ship_are_complete() -> None:
    assert {(template.kind, template.name) for template in templates()} == {
        ("measure", "若干措施"),
        ("notice", "印发通知"),
    }
    for template in templates():
        assert template.description
        assert all(field.label for field in template.fields)


@pytest.mark.parametrize("name", ["若干措施", "several-measures"])
def test_a_template_is_found_by_name_and_id(name: str) -> None:
    assert find_template(name, "measure").name == "若干措施"


def test_an_unknown_template_is_told_with_the_known_ones() -> None:
    with pytest.raises(TemplateFailed, match="现有：若干措施"):
        find_template("管理规定", "measure")


def test_blocks_are_rendered_line_by_line() -> None:
    template = parse_template(
        "try", with_body("\n  {% for part in parts %}\n  {{ loop.index | numeral }}、{{ part }}\n  {% endfor %}\n")
    )
    assert template.render({"parts": ["甲", "乙"]})["body"] == "一、甲\n二、乙"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{% block title %}", "开头缺少"),
        ("+++\nname = \n+++\n", "开头的说明有错"),
        ('+++\nname = "x"\n+++\n', "开头的说明有错"),
        ('+++\nname = "x"\nkind = "poem"\ndescription = ""\n+++\n', "kind 只能是"),
        (HEAD.replace("+++\n{", "{") + "", ""),
    ],
)
def test_a_faulty_head_is_told(content: str, message: str) -> None:
    if not message:
        assert parse_template("try", content).fields == ()
        return
    with pytest.raises(TemplateFailed, match=message):
        parse_template("try", content)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("{{ missing }}", "missing"),
        ("{% for %}", "第 "),
        ("{{ ''.__class__.__mro__ }}", "模板“试”有错"),
        ("{{ cycler.__init__.__globals__ }}", "模板“试”有错"),
        ("{% for i in range(1000000) %}x{% endfor %}", "模板“试”"),
        ("{% for i in range(90000) %}长长的文字{% endfor %}", "已经停下"),
    ],
)
def test_a_faulty_or_hostile_template_is_refused_with_one_line(body: str, message: str) -> None:
    with pytest.raises(TemplateFailed, match=message) as caught:
        parse_template("try", with_body(body)).render({})
    assert "\n" not in str(caught.value)


def test_a_missing_block_is_told() -> None:
    with pytest.raises(TemplateFailed, match="缺少 body"):
        parse_template("try", HEAD + BLOCKS).render({})
