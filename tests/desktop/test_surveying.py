"""`coverage` and `families` on the command line."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from chengwen_desktop.cli import chengwen
from commands import run


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHENGWEN_HOME", str(tmp_path / "home"))


def test_coverage_names_the_measures_and_the_places_of_each_topic():
    line = next(line for line in run("coverage").stdout.splitlines() if line.startswith("专利导航"))
    assert "5/5" in line
    assert "鄂州市 一、（四）" in line


def test_coverage_of_some_measures_asks_only_those():
    table = json.loads(run("coverage", "成知发〔2024〕3号", "--json").stdout)
    assert len(table["measures"]) == 1
    assert all(list(row["cells"]) == table["measures"] and row["cells"][table["measures"][0]] for row in table["rows"])


def test_families_show_the_same_clause_of_several_places_and_what_varies():
    found = json.loads(run("families", "--json").stdout)
    navigation = next(family for family in found if family["topic"] == "专利导航")
    assert len({clause["measure"] for clause in navigation["clauses"]}) == len(navigation["clauses"]) >= 3
    assert all(len(slot["values"]) == len(navigation["clauses"]) for slot in navigation["slots"])
    assert "专利导航" in run("families").stdout


def test_a_measure_that_is_not_there_is_told_in_one_line(capsys: pytest.CaptureFixture[str]):
    result = CliRunner().invoke(chengwen, ["families", "没有这件"])
    assert "条款库里没有“没有这件”" in str(result.exception)
