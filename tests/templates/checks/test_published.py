"""The families 责任分工, 指标, 效力 and 依据 on documents as published: every finding was looked at by hand."""

from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
import tomli

from checked import TODAY
from chengwen_library.model import Measure
from chengwen_library.reading.reader import read_file
from chengwen_templates.checks.subject import Subject
from material import SEEDS, shipped_measures

CORPUS = SEEDS.parent / "corpus"
FAMILIES = ("responsible", "targets", "validity", "basis")
LISTED = tomli.loads(Path(__file__).with_name("published.toml").read_text(encoding="utf-8"))


@cache
def corpus() -> tuple[tuple[str, Measure], ...]:
    """Return the measures of the corpus by title, or by file where they have none; skips where it is not at hand."""
    if not CORPUS.is_dir():
        pytest.skip("needs the raw texts (../shared/corpus)")
    readings = [(path.stem, reading.measure) for path in sorted(CORPUS.glob("*.txt")) for reading in read_file(path)]
    return tuple((measure.title or name, measure) for name, measure in readings)


def findings(measure: Measure, library: tuple[Measure, ...]) -> list[list[str]]:
    subject = Subject(measure, TODAY, library=library)
    families = [import_module(f"chengwen_templates.checks.families.{name}") for name in FAMILIES]
    return sorted([one.rule.id, one.text] for family in families for one in family.check(subject))


def listed(name: str) -> list[list[str]]:
    return sorted(entry[:2] for entry in LISTED.get(name, {}).get("true", []))


def test_the_measures_that_ship_have_the_listed_findings_and_no_others(tmp_path):
    shipped = shipped_measures(tmp_path)
    assert {measure.id: findings(measure, shipped) for measure in shipped} == {
        measure.id: listed(measure.title or "") for measure in shipped
    }


def test_the_corpus_has_the_listed_findings_and_no_others():
    library = tuple(measure for _, measure in corpus())
    assert {name: findings(measure, library) for name, measure in corpus()} == {
        name: listed(name) for name, _ in corpus()
    }
