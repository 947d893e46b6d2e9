"""An office's own templates: files in a folder, each checked when it is loaded."""

from pathlib import Path

import pytest

from chengwen_library.errors import TemplateFailed
from chengwen_templates.own_templates import LARGEST_TEMPLATE, load_templates
from chengwen_templates.template import templates
from own_template import OWN_TEMPLATE


def put(folder: Path, content: str, name: str = "own.j2") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(content, encoding="utf-8")
    return folder


def faults(folder: Path, content: str) -> list[str]:
    return [str(fault) for fault in load_templates(put(folder, content)).faults]


def test_a_good_template_is_offered_and_found_before_those_that_ship(tmp_path: Path) -> None:
    loaded = load_templates(put(tmp_path, OWN_TEMPLATE))
    assert loaded.faults == ()
    assert [(one.id, one.name, one.ships) for one in loaded.templates] == [("own", "考评办法", False)]
    assert loaded.find("考评办法", "measure") is loaded.templates[0]
    assert loaded.find("若干措施", "measure").ships


def test_a_template_of_the_name_of_one_that_ships_takes_its_place(tmp_path: Path) -> None:
    loaded = load_templates(put(tmp_path, OWN_TEMPLATE.replace("考评办法", "若干措施")))
    assert not loaded.find("若干措施", "measure").ships


def test_a_folder_that_is_not_there_has_no_templates(tmp_path: Path) -> None:
    assert load_templates(tmp_path / "nowhere").templates == ()


@pytest.mark.parametrize("shipped", templates(), ids=lambda template: template.id)
def test_every_template_that_ships_would_do_as_ones_own(tmp_path: Path, shipped) -> None:
    folder = "measures" if shipped.kind == "measure" else "notices"
    source = Path(__file__).parents[2] / "templates" / "chengwen_templates" / folder / f"{shipped.id}.j2"
    assert faults(tmp_path, source.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('type = "text"\n', 'type = "colour"\n', "模板“own.j2” 第 9 行：字段“region”的类型“colour”不在"),
        ("{% endfor %}", "", "模板“own.j2” 第 28 行：没有“endblock”这种标记，或者前面有一处没有写 end。"),
        ("{{ region }}考评", "{{ regoin }}考评", "模板“own.j2” 第 22 行：没有“regoin”这个字段。"),
        ("item.text", "item.txet", "模板“own.j2” 第 26 行：没有“txet”这一项。"),
        ("{% block closing %}{% endblock %}", "", "模板“own.j2”：缺少 closing 这几块。"),
        ("| numeral", "| nummer", "模板“own.j2” 第 26 行：没有“nummer”这个过滤器"),
        ("{{ region }}考评", "{{ region.__class__ }}考评", "模板“own.j2” 第 22 行：模板不能读取程序的内部"),
        ('kind = "measure"', "kind = measure", "模板“own.j2” 第 3 行：说明不是正确的 TOML"),
        ("+++\nname", "name", "模板“own.j2” 第 1 行：开头缺少 +++ 之间的说明。"),
        (
            "{% for item in items %}",
            "{% for item in range(99999999) %}",
            "模板“own.j2” 第 25 行：循环的次数太多，已经停下。",
        ),
    ],
)
def test_a_faulty_template_is_told_with_file_and_line(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in OWN_TEMPLATE
    (said,) = faults(tmp_path, OWN_TEMPLATE.replace(old, new, 1))
    assert said.startswith(message)
    assert "\n" not in said


def test_a_branch_that_only_empty_fields_reach_is_tried_too(tmp_path: Path) -> None:
    content = OWN_TEMPLATE.replace(
        "{% for item", "{% if not items %}{{ 1 // (items | length) }}{% endif %}\n{% for item"
    )
    assert faults(tmp_path, content) == ["模板“own.j2” 第 25 行：这里算不出来（ZeroDivisionError）。"]


def test_a_faulty_template_does_not_keep_others_from_being_offered(tmp_path: Path) -> None:
    put(tmp_path, OWN_TEMPLATE, "good.j2")
    put(tmp_path, "x", "bad.j2")
    loaded = load_templates(tmp_path)
    assert [one.id for one in loaded.templates] == ["good"]
    assert [fault.file for fault in loaded.faults] == ["bad.j2"]
    with pytest.raises(TemplateFailed, match=r"bad\.j2.*开头缺少"):
        loaded.find("bad", "measure")


def test_a_file_that_is_no_text_or_too_large_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.j2").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "b.j2").write_bytes(b"x" * (LARGEST_TEMPLATE + 1))
    said = [str(fault) for fault in load_templates(tmp_path).faults]
    assert "不是 UTF-8" in said[0]
    assert "太大" in said[1]
    assert all(line.count("。") >= 1 and "\n" not in line for line in said)


def test_a_template_that_was_mended_is_read_anew(tmp_path: Path) -> None:
    assert faults(tmp_path, OWN_TEMPLATE.replace("numeral", "nummer"))
    assert faults(tmp_path, OWN_TEMPLATE) == []


def test_a_notice_may_use_what_the_measure_is_called_and_no_more_of_it(tmp_path: Path) -> None:
    notice = """+++
name = "印发函"
kind = "notice"
description = ""
+++
{% block title %}关于印发{{ title | quoted }}的函{% endblock %}
{% block recipients %}{{ region }}各单位{% endblock %}
{% block body %}现印发{{ doc_type }}。WORDS{% endblock %}
"""
    assert faults(tmp_path, notice.replace("WORDS", "")) == []
    assert faults(tmp_path, notice.replace("WORDS", "{{ matter }}")) == ["模板“own.j2” 第 8 行：没有“matter”这个字段。"]
