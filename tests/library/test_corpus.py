"""The practice corpus: real documents as they were found, against hand-made labels."""

import pytest

import scoring

NAMES = [f"h{number}.txt" for number in ("01", "03", "07", "09", "12", "15", "16", "19", "22", "25")]
LEAST_SHARE = 0.97
"""The share of labelled fields that must be read right over the whole corpus."""


def label_of(name: str) -> dict:
    return next(label for label in scoring.labels() if label["file"] == name)


@pytest.mark.parametrize("name", NAMES)
def test_units_are_counted_right(name: str) -> None:
    found = scoring.fields(label_of(name), scoring.read(name))
    assert [field for field, right in found.items() if field.startswith("counts") and not right] == []


@pytest.mark.parametrize("name", NAMES)
def test_no_word_is_lost_or_added(name: str) -> None:
    scoring.labels()
    lost, added = scoring.unaccounted(name, scoring.read(name))
    assert (dict(lost), dict(added)) == ({}, {})


def test_nearly_all_fields_are_read_right() -> None:
    results = {
        (label["file"], field): right
        for label in scoring.labels()
        for field, right in scoring.fields(label, scoring.read(label["file"])).items()
    }
    wrong = [place for place, right in results.items() if not right]
    assert 1 - len(wrong) / len(results) >= LEAST_SHARE, wrong
