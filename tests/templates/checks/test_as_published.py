"""Rules on the form of a text, on documents as published: every finding was looked at by hand and is listed."""

from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
import tomli

from checking_texts import TODAY
from chengwen_library.reading.reader import file_content, read_file, source_lines
from chengwen_templates.checks.fixing import apply_all, is_mechanical
from chengwen_templates.checks.subject import Subject
from material import NAMES, SEEDS, shipped_measures

FAMILIES = (
    "numbering", "docnumber", "dates", "title", "marks", "words", "numbers", "places", "notice", "attachment", "length",
)  # fmt: skip
CORPUS = SEEDS.parent / "corpus"
LISTED = tomli.loads(Path(__file__).with_name("as_published.toml").read_text(encoding="utf-8"))
DOCUMENTS = [f"seeds/{name}" for name in NAMES] + [
    f"corpus/h{number}.txt" for number in ("01", "03", "07", "09", "12", "15", "16", "19", "22", "25")
]


@cache
def subjects(name):
    path = SEEDS.parent / name
    if not path.exists():
        pytest.skip("needs the raw texts (../shared)")
    lines, _ = source_lines(path, file_content(path))
    return [Subject(reading.measure, TODAY, lines=tuple(lines)) for reading in read_file(path)]


def findings(subject):
    families = [import_module(f"chengwen_templates.checks.families.{name}") for name in FAMILIES]
    return [one for family in families for one in family.check(subject)]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_published_document_has_the_listed_findings_and_no_others(name):
    told = [one for subject in subjects(name) for one in findings(subject)]
    here = sorted([one.rule.id, one.place.eid or str(one.place.part), one.text] for one in told)
    assert here == sorted(entry[:3] for entry in LISTED.get(Path(name).stem, {}).get("true", []))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_after_all_fixes_a_published_document_has_nothing_mechanical_left(name):
    for subject in subjects(name):
        mended = apply_all(subject)
        assert not [one for one in findings(Subject(mended, TODAY)) if is_mechanical(one)]
        assert apply_all(Subject(mended, TODAY)) == mended


def test_the_measures_that_ship_have_no_findings_that_their_sources_do_not_have(tmp_path):
    known = {(entry[0], entry[2]) for listed in LISTED.values() for entry in listed["true"]}
    for measure in shipped_measures(tmp_path):
        assert {(one.rule.id, one.text) for one in findings(Subject(measure, TODAY))} <= known
