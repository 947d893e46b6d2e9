"""Templates that ship, their parts, and what is wrong with a file that is none."""

from pathlib import Path

import pytest

import chengwen_templates
from chengwen_library.errors import TemplateFailed
from chengwen_library.model import Form
from chengwen_templates.fields import Row
from chengwen_templates.template import find_template, parse_template, read_template, templates
from chengwen_templates.template_filters import bare, grouped, ours, quoted, responsibility, sentence, titles
from chengwen_templates.template_head import BLOCKS

SHIPPED = [
    path
    for kind in ("measures", "notices")
    for path in sorted(Path(chengwen_templates.__file__).parent.joinpath(kind).glob("*.j2"))
]

HEAD = '+++\nname = "试"\nkind = "measure"\ndescription = ""\n+++\n'
PARTS = """+++
name = "试"
kind = "measure"
description = ""
[[field]]
name = "parts"
label = "部分"
type = "list"
+++
"""
OTHER_BLOCKS = "{% block title %}题{% endblock %}{% block preamble %}{% endblock %}{% block closing %}{% endblock %}"


def with_body(body: str, head: str = HEAD) -> str:
    return f"{head}{OTHER_BLOCKS}{{% block body %}}{body}{{% endblock %}}"


def faults(content: str) -> list[str]:
    return [str(fault) for fault in read_template("try", content)[1]]


def test_the_templates_that_ship_are_those_of_the_field() -> None:
    assert {template.name for template in templates() if template.kind == "measure"} == {
        "若干措施", "实施意见", "工作方案", "行动计划", "管理办法", "实施细则", "征求意见稿", "起草说明", "政策解读",
    }  # fmt: skip
    assert {template.name for template in templates() if template.kind == "notice"} == {
        "印发通知", "联合印发通知", "办公室印发通知", "转发通知", "公开征求意见公告",
    }  # fmt: skip


@pytest.mark.parametrize("template", templates(), ids=lambda template: template.id)
def test_every_template_that_ships_says_what_to_write(template) -> None:
    assert template.ships
    assert template.description.endswith("。")
    assert set(template.guides) == set(BLOCKS[template.kind])
    for field in template.fields:
        assert field.help.endswith("。"), field.name
        assert all(column.help.endswith("。") for column in field.columns), field.name


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_nothing_is_wrong_with_a_template_that_ships(path) -> None:
    template, wrong = read_template(path.stem, path.read_text(encoding="utf-8"))
    assert (template is not None, wrong) == (True, [])


def test_each_file_of_a_template_that_ships_is_one() -> None:
    assert [template.id for template in templates()] == [path.stem for path in SHIPPED]


@pytest.mark.parametrize("template", templates(), ids=lambda template: template.id)
def test_most_fields_of_a_template_that_ships_have_guidance(template) -> None:
    guided = [field for field in template.fields if field.guide]
    assert len(guided) * 2 > len(template.fields)


@pytest.mark.parametrize("name", ["若干措施", "several-measures"])
def test_a_template_is_found_by_name_and_id(name: str) -> None:
    assert find_template(name, "measure").name == "若干措施"


def test_an_unknown_template_is_told_with_the_known_ones() -> None:
    with pytest.raises(TemplateFailed, match=r"现有：.*若干措施"):
        find_template("管理规定", "measure")


def test_a_template_of_the_office_goes_before_one_that_ships() -> None:
    own = parse_template("several-measures", with_body("一、甲"))
    assert find_template("several-measures", "measure", (own,)) is own
    assert find_template("若干措施", "measure", (own,)).ships


def test_blocks_are_rendered_line_by_line() -> None:
    body = "\n  {% for part in parts %}\n  {{ loop.index | numeral }}、{{ part }}\n  {% endfor %}\n"
    template = parse_template("try", with_body(body, PARTS))
    assert template.render({"parts": ["甲", "乙"]})["body"] == "一、甲\n二、乙"


def test_windows_line_ends_and_a_byte_order_mark_are_read() -> None:
    content = "\ufeff" + with_body("一、甲\n二、乙").replace("\n", "\r\n")
    assert parse_template("try", content).render({})["body"] == "一、甲\n二、乙"


def test_the_head_says_which_numbers_run_on() -> None:
    content = with_body("一、甲", HEAD.replace("description", 'running_on = ["（一）", "1."]\ndescription'))
    assert parse_template("try", content).running_on == (Form.SECOND, Form.THIRD)


FIELD = '[[field]]\nname = "a"\nlabel = "甲"\ntype = "text"\n'
HEADED = '+++\nname = "试"\nkind = "measure"\ndescription = ""\n{}+++\n'


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{% block title %}", "第 1 行，开头缺少"),
        ("+++\nname = \n+++\n", "第 2 行，说明不是正确的 TOML"),
        ('+++\nname = "x"\n+++\n', "没有写 kind"),
        (HEAD.replace("measure", "poem"), "第 3 行，kind 只能是 measure 或 notice"),
        (HEADED.format("colour = 1\n"), "第 5 行，说明里没有“colour”这一项"),
        (HEADED.format('running_on = ["甲"]\n'), "第 5 行，running_on 里只能写"),
        (HEADED.format('status = "有效"\n'), "status 只能是"),
        (HEADED.format('guides = "多"\n'), "第 5 行，guides 里"),
        (HEADED.format(FIELD + FIELD), "第 10 行，字段“a”写了两次"),
        (HEADED.format(FIELD.replace('"text"', '"colour"')), "第 8 行，字段“a”的类型“colour”不在"),
        (HEADED.format(FIELD.replace('"a"', '"A b"')), "第 6 行，字段名“A b”"),
        (HEADED.format(FIELD + 'helpp = "x"\n'), "第 9 行，字段“a”里没有“helpp”"),
        (HEADED.format(FIELD + 'help = 3\n'), "第 9 行，字段“a”的 help 写得不对"),
        (HEADED.format(FIELD + 'choices = ["x"]\n'), "第 9 行，字段“a”：类型是 choice 的要写 choices"),
        (HEADED.format(FIELD + "default = 3\n"), "第 9 行，字段“a”的 default 不合用"),
        (HEADED.format(FIELD.replace('label = "甲"\n', "")), "第 5 行，字段“a”没有写 label"),
        (HEADED.format(FIELD.replace('"text"', '"records"')), "第 8 行，字段“a”：类型是 records 的要写"),
        (
            HEADED.format(
                FIELD.replace('"text"', '"records"')
                + '[[field.column]]\nname = "b"\nlabel = "乙"\ntype = "text"\n'
                + '[[field.column]]\nname = "c"\nlabel = "丙"\ntype = "records"\n'
            ),
            "第 16 行，字段“c”：类型是 records",
        ),
    ],
)  # fmt: skip
def test_a_faulty_head_is_told_with_its_line(content: str, message: str) -> None:
    assert message in faults(content)[0]


def test_all_faults_of_a_head_are_told_at_once() -> None:
    content = HEADED.format('colour = 1\n' + FIELD.replace('"text"', '"colour"') + FIELD.replace('"a"', '"B"'))  # fmt: skip
    assert len(faults(content)) == 3


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("{{ missing }}", "第 7 行，没有“missing”这个字段"),
        ("\n\n{% if missing %}甲{% endif %}", "第 9 行，没有“missing”这个字段"),
        ("\n{% for %}", "第 8 行，"),
        ("{% fro x in [] %}", "没有“fro”这种标记"),
        ("{% if 1 %}", "第 7 行，没有“endblock”这种标记，或者前面有一处没有写 end"),
        ("{{ 1 | nosuch }}", "第 7 行，没有“nosuch”这个过滤器"),
        ("{{ nosuch() }}", "第 7 行，模板里不能调用“nosuch”"),
    ],
)
def test_a_faulty_source_is_told_with_its_line(body: str, message: str) -> None:
    content = with_body("甲" + body).replace("甲" + body, "\n" + body)
    assert message in faults(content)[0]


def test_a_missing_block_is_told() -> None:
    assert faults(HEAD + OTHER_BLOCKS) == ["缺少 body 这几块"]


def test_a_failure_while_rendering_is_told_with_its_line() -> None:
    template = parse_template("try", with_body("\n\n{{ 1 / 0 }}"))
    with pytest.raises(TemplateFailed, match=r"^模板“试”有错：第 8 行，这里算不出来（ZeroDivisionError）。$"):
        template.render({})


ROWS: list[Row] = [
    {"part": "", "name": "甲"},
    {"part": "二", "name": "乙"},
    {"part": "", "name": "丙"},
    {"part": "三", "name": "丁"},
]


def test_rows_stand_under_their_headings_and_none_is_lost() -> None:
    found = [(group.heading, [row["name"] for row in group.rows]) for group in grouped(ROWS, "part", ["一", "二"])]
    assert found == [("一", ["甲"]), ("二", ["乙", "丙"]), ("三", ["丁"])]


def test_a_heading_without_rows_stays() -> None:
    assert [group.heading for group in grouped([], "part", ["一", "二"])] == ["一", "二"]


@pytest.mark.parametrize(
    ("lead", "others", "deadline", "note"),
    [
        (["市甲局"], ["市乙局", "各区人民政府"], "", "（牵头单位：市甲局；责任单位：市乙局、各区人民政府）"),
        ([], ["市乙局"], "2026年底前", "（责任单位：市乙局；完成时限：2026年底前）"),
        ([], [], "", ""),
    ],
)
def test_a_note_of_responsibility_names_what_is_known(lead, others, deadline, note) -> None:
    assert responsibility(lead, others, deadline) == note


@pytest.mark.parametrize(
    ("region", "words"),
    [
        ("示例市", "我市"),
        ("广西壮族自治区", "我区"),
        ("柳河县", "我县"),
        ("阿坝藏族羌族自治州", "我州"),
        ("东莞", "本地"),
    ],
)
def test_a_region_speaks_of_itself(region: str, words: str) -> None:
    assert ours(region) == words


def test_titles_in_titles_take_single_marks() -> None:
    assert quoted("关于印发《甲》的通知") == "《关于印发〈甲〉的通知》"


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (["《甲》", "《乙》"], "《甲》《乙》"),
        (["《甲》（某发〔2026〕1号）", "《乙》"], "《甲》（某发〔2026〕1号）、《乙》"),
        (["《甲》"], "《甲》"),
        (["国家有关规定", "《乙》"], "国家有关规定、《乙》"),
        ([], ""),
    ],
)
def test_titles_that_follow_each_other_need_no_mark_between_them(names: list[str], words: str) -> None:
    assert titles(names) == words


@pytest.mark.parametrize(("words", "whole"), [("甲", "甲。"), ("甲。", "甲。"), ("甲；", "甲；"), (" ", "")])
def test_a_sentence_ends_once(words: str, whole: str) -> None:
    assert sentence(words) == whole
    assert bare(whole) == words.strip("。； ")
