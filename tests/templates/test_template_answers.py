"""Answers that are kept with the draft, written to a file, and used with another template."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from chengwen_library.akn.read import parse_measure
from chengwen_library.akn.write import render_measure
from chengwen_library.errors import InvalidAnswers
from chengwen_library.library import Library
from chengwen_library.model import Drafting, Measure
from chengwen_templates.answers import parse_answers
from chengwen_templates.answers_form import blank_answers
from chengwen_templates.answers_kept import answers_of, carried, render_answers
from chengwen_templates.assembly import assemble
from chengwen_templates.sample import sample_answers
from chengwen_templates.template import find_template, templates

DAY = date(2026, 1, 20)
MEASURES = [template for template in templates() if template.kind == "measure"]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> tuple[Measure, ...]:
    library = Library(tmp_path_factory.mktemp("library") / "library")
    library.fill()
    return library.measures()


@pytest.mark.parametrize("template", MEASURES, ids=lambda template: template.id)
def test_answers_come_back_from_a_saved_draft_and_from_a_file(template, library: tuple[Measure, ...]) -> None:
    answers = sample_answers(template.id)
    draft = parse_measure(render_measure(assemble(template, answers, library, DAY)), "draft.akn")
    assert answers_of(draft) == answers
    assert parse_answers(render_answers(answers), "answers.toml") == answers


def test_what_the_notice_says_by_now_goes_before_what_was_answered(library: tuple[Measure, ...]) -> None:
    draft = assemble(find_template("work-plan", "measure"), sample_answers("work-plan"), library, DAY)
    changed = replace(draft, doc_number="示政办发〔2026〕21号", issue_date=date(2026, 3, 9))
    notice = answers_of(changed).notice
    assert notice is not None
    assert (notice["doc_number"], notice["issue_date"]) == ("示政办发〔2026〕21号", date(2026, 3, 9))
    assert notice["template"] == "转发通知"


@pytest.mark.parametrize("kept", [None, Drafting(""), Drafting("x", "not json"), Drafting("x", '{"measure": 3}')])
def test_a_measure_that_no_template_made_has_no_answers(kept: Drafting | None) -> None:
    with pytest.raises(InvalidAnswers, match="甲"):
        answers_of(Measure(title="甲", drafting=kept))


def test_fields_of_the_same_name_go_along_to_another_template_and_others_are_told(library) -> None:
    result = carried(sample_answers("work-plan"), find_template("若干措施", "measure"))
    assert {"region", "matter", "basis", "aim", "parts", "items", "valid_years"} <= set(result.answers.measure)
    assert [line.split("”")[0].lstrip("“") for line in result.left_out] == ["goals", "steps", "safeguards"]
    draft = assemble(find_template("若干措施", "measure"), result.answers, library, DAY)
    assert draft.title == "示例市盘活高校和科研机构存量专利若干措施"
    assert len([unit for unit in draft.walk() if unit.num.startswith("（")]) == 7


def test_a_value_that_does_not_fit_the_other_template_stays_behind() -> None:
    answers = parse_answers('[measure]\nregion = "示例市"\narticles = [{ part = "一章", text = "甲。" }]\n', "a.toml")
    result = carried(answers, find_template("征求意见稿", "measure"))
    assert result.answers.measure == {"region": "示例市"}
    assert "“条文”（articles）没有带过去：“条文”第 1 行里没有“part”" in result.left_out[0]


def test_the_notice_can_change_its_template_too() -> None:
    result = carried(
        sample_answers("work-plan"), find_template("工作方案", "measure"), find_template("印发通知", "notice")
    )
    notice = result.answers.notice
    assert notice is not None
    assert notice["template"] == "issue"
    assert notice["issuers"] == ["示例市人民政府办公室"]
    assert "authors" not in notice
    assert any("“authors”没有带过去" in line for line in result.left_out)


@pytest.mark.parametrize("template", templates(), ids=lambda template: template.id)
def test_a_blank_form_reads_and_asks_for_what_is_required(template, library: tuple[Measure, ...]) -> None:
    form = blank_answers(template)
    answers = parse_answers(form, "blank.toml")
    given = answers.measure if template.kind == "measure" else answers.notice or {}
    assert {field.name for field in template.fields if field.required} <= set(given)
    assert all(field.label in form for field in template.fields)
    if template.kind == "measure":
        with pytest.raises(InvalidAnswers, match="还没有填"):
            assemble(template, answers, library, DAY)


def test_what_is_optional_in_a_form_can_be_taken_by_removing_its_mark() -> None:
    for template in templates():
        lines = blank_answers(template).splitlines()
        uncommented = [line.removeprefix("# ") if " = " in line or line.startswith("# [[") else line for line in lines]
        answers = parse_answers("\n".join(uncommented), f"{template.id}.toml")
        given = answers.measure if template.kind == "measure" else answers.notice or {}
        assert set(given) - {"template"} == {field.name for field in template.fields}


def test_answers_with_quotes_and_lines_come_back(tmp_path: Path) -> None:
    words = '他说："""甲\\乙"""。\n第二段'
    answers = replace(sample_answers("drafting-note"), measure={"background": words})
    assert parse_answers(render_answers(answers), "a.toml").measure["background"] == words
