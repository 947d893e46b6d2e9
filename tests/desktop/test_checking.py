"""`check` and `tables` as people and scripts call them."""

import json
from pathlib import Path

import docx
import pytest

from checked import measure_of
from chengwen_library.akn.write import render_measure
from chengwen_templates.checks.rules import rules
from commands import fail, run

TEXT = """武汉市促进转化若干措施
一、主要措施
（一）培育专利。开展培育工作，建立工作机制。（责任单位：市科技局、市财政局）
（二）盘活存量。开展盘点工作，建立工作机制。（责任单位：市科技局、市财政局）
（三）推进转化。开展转化工作，建立工作机制。（责任部门：市科技局、市财政局）
（四）加强服务。开展服务工作，建立工作机制。（责任单位：市财政局；牵头单位：市科技局）
本措施自印发之日起施行。
"""
OWN = ("responsible.label", "responsible.order", "validity.missing")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "文稿.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def findings(path: Path, *more: str) -> list[dict]:
    answer = json.loads(run("check", path, "--json", *more).stdout)
    assert answer["file"] == str(path)
    return [one for one in answer["findings"] if one["rule"] in OWN]


def test_the_json_has_the_contracts_keys_and_the_lines_of_the_file(file: Path) -> None:
    found = findings(file)
    assert {one["rule"]: one["line"] for one in found} == {
        "responsible.label": 5,
        "responsible.order": 6,
        "validity.missing": 7,
    }
    label = found[0]
    assert {"rule", "severity", "basis", "line", "eid", "text", "message", "fix"} <= set(label)
    assert (label["severity"], label["text"], label["fix"]) == (
        "hint",
        "责任部门",
        {"kind": "replace", "text": "责任单位"},
    )


def test_every_finding_of_a_document_has_a_line(file: Path) -> None:
    notice = "武汉市人民政府办公室关于印发《武汉市促进转化若干措施》的通知\n现印发给你们。\n武汉市人民政府办公室\n2026年1月9日\n"
    file.write_text(notice + TEXT.replace("（三）", "（五）"), encoding="utf-8")
    found = [(one["rule"], one["line"]) for one in json.loads(run("check", file, "--json").stdout)["findings"]]
    assert all(line for _, line in found)
    assert ("notice.recipient", 1) in found
    assert [line for rule, line in found if rule == "numbering.sequence"] == [9, 10]


def test_findings_of_a_file_with_several_measures_name_theirs(file: Path) -> None:
    file.write_text(TEXT + TEXT.replace("转化若干措施", "创新若干措施"), encoding="utf-8")
    titles = ["武汉市促进转化若干措施", "武汉市促进创新若干措施"]
    assert [one["measure"] for one in findings(file)] == [title for title in titles for _ in OWN]
    lines = run("check", file).stdout.splitlines()
    assert [line for line in lines if line.startswith(tuple(titles))]
    assert sum(line.startswith(f"  《{titles[1]}》一、（三）") for line in lines) == 1


def test_a_draft_has_places_and_no_lines(tmp_path: Path) -> None:
    path = tmp_path / "文稿.akn"
    path.write_bytes(render_measure(measure_of("培育。做好。（责任单位：市财政局；牵头单位：市科技局）")))
    found = findings(path)
    assert [(one["rule"], one["line"]) for one in found] == [("validity.missing", None), ("responsible.order", None)]
    assert found[1]["eid"]


def test_rules_can_be_switched_off_here_and_by_the_office(file: Path, home: Path) -> None:
    assert {one["rule"] for one in findings(file, "--off", "responsible.label", "responsible.order")} == {
        "validity.missing"
    }
    (home / "office").mkdir(parents=True)
    (home / "office" / "rules.toml").write_text('switched_off = ["validity.missing"]', encoding="utf-8")
    assert {one["rule"] for one in findings(file)} == {"responsible.label", "responsible.order"}


def test_people_get_the_findings_by_severity_with_their_places(file: Path) -> None:
    off = [word for rule in rules() if rule not in OWN for word in ("--off", rule)]
    result = run("check", file, *off)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "武汉市促进转化若干措施：错误 0 处，警告 1 处，提示 2 处"
    assert lines.index("警告") < lines.index("提示")
    assert any(line.startswith("  一、（三）（第 5 行）：这里写“责任部门”") for line in lines)
    assert "    responsible.label　实务" in lines


def test_an_error_exits_with_1(file: Path) -> None:
    assert run("check", file).exit_code == 0
    file.write_text(TEXT.replace("（三）", "（五）"), encoding="utf-8")
    result = run("check", file, "--json")
    assert "error" in {one["severity"] for one in json.loads(result.stdout)["findings"]}
    assert result.exit_code == 1


@pytest.mark.parametrize("arguments", [["--off", "no.such"], ["another.txt"]])
def test_wrong_usage_exits_with_2(arguments: list[str], file: Path) -> None:
    assert run("check", file, *arguments).exit_code == 2


def test_faulty_files_of_the_office_are_told_in_one_line(
    file: Path, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "office").mkdir(parents=True)
    (home / "office" / "limits.toml").write_text("most_years = 0", encoding="utf-8")
    assert "“limits.toml”第 1 行" in fail(monkeypatch, capsys, "check", file)


def test_a_file_that_is_missing_exits_with_3(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "没有.txt" in fail(monkeypatch, capsys, "check", tmp_path / "没有.txt")


def test_tables_writes_the_three_tables(file: Path, tmp_path: Path) -> None:
    output = tmp_path / "表.docx"
    result = run("tables", file, "-o", output)
    assert result.exit_code == 0
    assert "任务 4 项，指标 0 项" in result.stderr
    document = docx.Document(str(output))
    assert [cell.text for cell in document.tables[0].rows[0].cells] == [
        "序号",
        "任务",
        "牵头单位",
        "责任单位",
        "完成时限",
    ]
    assert document.tables[0].rows[4].cells[2].text == "市科技局"


def test_tables_are_word_files_only(file: Path, tmp_path: Path) -> None:
    assert run("tables", file, "-o", tmp_path / "表.pdf").exit_code == 2
