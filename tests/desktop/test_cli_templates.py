"""`templates` and `draft` with the templates of an office, and with answers that were given before."""

from pathlib import Path

import pytest

from chengwen_templates.answers_kept import render_answers
from chengwen_templates.sample import sample_answers
from commands import fail, run, run_json
from own_template import OWN_TEMPLATE

OWN_ANSWERS = '[measure]\nregion = "示例市"\nitems = [{text = "为了考评，制定本办法"}]\n'


@pytest.fixture
def own(home: Path) -> Path:
    folder = home / "templates"
    folder.mkdir(parents=True)
    (folder / "appraisal.j2").write_text(OWN_TEMPLATE, encoding="utf-8")
    return folder


def answers(folder: Path, name: str = "work-plan") -> Path:
    path = folder / f"{name}.toml"
    path.write_text(render_answers(sample_answers(name)), encoding="utf-8")
    return path


def test_own_templates_come_first_and_are_marked(own: Path) -> None:
    first, *others = run_json("templates")
    assert (first["id"], first["name"], first["own"]) == ("appraisal", "考评办法", True)
    assert not any(entry["own"] for entry in others)
    assert "考评办法（appraisal，本单位的）" in run("templates").stdout


def test_a_field_is_told_with_type_bounds_guidance_and_columns() -> None:
    (entry,) = run_json("templates", "work-plan")
    fields = {field["name"]: field for field in entry["fields"]}
    assert fields["valid_years"]["least"] == 1
    assert fields["items"]["type"] == "records"
    assert [column["name"] for column in fields["items"]["columns"]][:2] == ["part", "heading"]
    assert fields["matter"]["guide"]
    assert set(entry["guides"]) == {"title", "preamble", "body", "closing"}


def test_a_faulty_own_template_is_told_with_file_and_line_and_others_are_listed(
    own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (own / "bad.j2").write_text(OWN_TEMPLATE.replace("{{ region }}", "{{ regoin }}"), encoding="utf-8")
    listed = run("templates")
    assert listed.exit_code == 0
    assert listed.stderr == "模板“bad.j2” 第 22 行：没有“regoin”这个字段。\n"
    assert "考评办法" in listed.stdout
    assert "第 22 行" in fail(monkeypatch, capsys, "templates", "bad")
    arguments = ("draft", "bad", "--answers", answers(tmp_path), "-o", tmp_path / "a.akn")
    assert "第 22 行" in fail(monkeypatch, capsys, *arguments)
    assert not (tmp_path / "a.akn").exists()


def test_a_draft_is_made_with_an_own_template(own: Path, tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(OWN_ANSWERS, encoding="utf-8")
    made = run("draft", "考评办法", "--answers", tmp_path / "a.toml", "-o", tmp_path / "a.akn")
    assert made.exit_code == 0
    assert "示例市考评办法，1 个层级单元" in made.stdout


def test_an_own_notice_issues_the_draft(own: Path, tmp_path: Path) -> None:
    notice = '+++\nname = "函"\nkind = "notice"\ndescription = ""\n+++\n{% block title %}印发{{ title | quoted }}{% endblock %}'
    notice += "{% block recipients %}{% endblock %}{% block body %}现印发。{% endblock %}"
    (own / "letter.j2").write_text(notice, encoding="utf-8")
    (tmp_path / "a.toml").write_text(f'{OWN_ANSWERS}[notice]\ntemplate = "函"\n', encoding="utf-8")
    assert run("draft", "appraisal", "--answers", tmp_path / "a.toml", "-o", tmp_path / "a.akn").exit_code == 0
    assert "印发《示例市考评办法》" in (tmp_path / "a.akn").read_text(encoding="utf-8")


def test_answers_of_a_draft_make_another_one_and_what_stays_behind_is_told(tmp_path: Path) -> None:
    assert run("draft", "工作方案", "--answers", answers(tmp_path), "-o", tmp_path / "plan.akn").exit_code == 0
    saved = tmp_path / "kept.toml"
    made = run(
        "draft", "若干措施", "--answers", tmp_path / "plan.akn", "-o", tmp_path / "b.akn", "--save-answers", saved
    )
    assert made.exit_code == 0
    assert "示例市盘活高校和科研机构存量专利若干措施" in made.stdout
    assert [line.split("”")[0] for line in made.stderr.splitlines()] == ["“goals", "“steps", "“safeguards"]
    again = run("draft", "若干措施", "--answers", saved, "-o", tmp_path / "c.akn")
    assert (again.exit_code, again.stderr) == (0, "")


def test_a_form_to_fill_in_is_printed_for_one_template() -> None:
    form = run("templates", "行动计划", "--blank")
    assert form.exit_code == 0
    assert 'region = ""' in form.stdout
    assert run("templates", "--blank").exit_code == 2


def test_a_form_that_was_not_filled_in_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    form = tmp_path / "form.toml"
    form.write_text(run("templates", "行动计划", "--blank").stdout, encoding="utf-8")
    assert "还没有填" in fail(monkeypatch, capsys, "draft", "行动计划", "--answers", form, "-o", tmp_path / "a.akn")


def test_an_unknown_template_is_told_with_the_known_ones(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "现有：" in fail(monkeypatch, capsys, "templates", "没有的")
