"""Scores readings of the practice corpus against its hand-made labels, field by field."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from chengwen_library.contract import reading_json
from chengwen_library.folding import fold
from chengwen_library.reading.reader import read_file
from material import all_units

CORPUS = Path(__file__).parent.parent.parent / "shared" / "corpus"
LEVELS = {"level1": ("一、", "章"), "level2": ("（一）",), "level3": ("1.",), "articles": ("条",)}


def labels() -> list[dict[str, Any]]:
    """Return the labels of the corpus; the test is skipped where it is not at hand."""
    if not CORPUS.is_dir():
        pytest.skip("needs the practice corpus (../shared/corpus)")
    return json.loads((CORPUS / "labels.json").read_text(encoding="utf-8"))


def read(name: str) -> list[dict[str, Any]]:
    """Return the contract's objects for a file of the corpus."""
    return [reading_json(reading) for reading in read_file(CORPUS / name)]


def fields(label: dict[str, Any], measures: list[dict[str, Any]]) -> dict[str, bool]:
    """Return, for each labelled field, whether the reading has it right."""
    first = measures[0]
    titles = {_fold(title) for title in [label["title"], *label["title_alternatives"]]}
    numbers = {_fold(number) for number in [label["doc_number"], *label.get("doc_number_alternatives", [])]}
    units = [unit for measure in measures for unit in all_units(measure["units"])]
    counts = Counter(unit["form"] for unit in units)
    found = {
        "title": _fold(first["title"]) in titles,
        "notice_title": _fold(first["notice_title"]) == _fold(label["notice_title"]),
        "doc_number": _fold(first["doc_number"]) in numbers,
        "issuers": set(map(fold, first["issuers"])) == set(map(fold, label["issuers"])),
        "issue_date": first["issue_date"] == label["issue_date"],
        "recipients": _fold(first["recipients"]) == _fold(label["recipients"]),
        "doc_type": first["doc_type"] == label["doc_type"],
        "responsible_units_count": sum(bool(unit["responsible"]) for unit in units) == label["responsible_units_count"],
        "cited_documents": _cites(measures) == set(map(fold, label["cited_documents"])),
        **_effective(label["effective"], [measure["effective"] for measure in measures]),
    }
    for level, forms in LEVELS.items():
        found[f"counts.{level}"] = sum(counts[form] for form in forms) == label["counts"][level]
    found |= dict(_headings("headings_level1", label, units, LEVELS["level1"]))
    found |= dict(_headings("first_level2_headings", label, units, LEVELS["level2"]))
    found |= dict(_headings("first_level3_headings", label, units, LEVELS["level3"]))
    texts = [text for measure in measures for text in (measure["title"], measure["preamble"], measure["closing"])]
    texts += [unit[field] for unit in units for field in ("heading", "text", "intro", "wrap_up")]
    kept = {fold(line) for text in texts if text for line in text.split("\n")}
    found |= {f"boilerplate {line}": not _holds(kept, line) for line in label["boilerplate_lines"]}
    found |= {f"must keep {line}": _holds(kept, line) for line in label["must_keep_lines"]}
    return {name: right for name, right in found.items() if name not in label["lenient"]}


def unaccounted(name: str, measures: list[dict[str, Any]]) -> tuple[Counter[str], Counter[str]]:
    """Return the folded characters that the reading lost and those it added."""
    source = Counter(fold((CORPUS / name).read_text(encoding="utf-8")))
    got = Counter(fold("".join(filter(None, words(measures)))))
    return source - got, got - source


def words(measures: list[dict[str, Any]]) -> Iterator[str | None]:
    """Yield all words of the measures read from one source; a notice that they share counts once."""
    for number, measure in enumerate(measures):
        shared = number > 0 and measure["notice"] == measures[0]["notice"]
        yield from (measure["title"], measure["preamble"], measure["closing"])
        if not shared:
            yield from (measure["notice_title"], measure["doc_number"], measure["recipients"])
            yield from _notice_words(measure["notice"])
        for unit in all_units(measure["units"]):
            yield from (unit[field] for field in ("heading", "heading_mark", "text", "intro", "wrap_up"))
            yield None if unit["implied"] else unit["num"]
        for annex in measure["annexes"]:
            yield from (annex["title"], annex["text"], *(cell for row in annex.get("rows", ()) for cell in row))
        yield from (dropped["text"] for dropped in measure["dropped"])


def _notice_words(notice: dict[str, Any] | None) -> Iterable[str | None]:
    if notice is None:
        return []
    single = ("body", "date_text", "copies", "note", "printer", "print_date_text")
    rare = [notice.get(field) for field in ("copy_number", "secrecy", "urgency")]
    several = [*notice["signature"], *notice.get("signers", ()), *notice.get("posts", ())]
    present = [words for group in notice.get("attendance", ()) for words in group.values()]
    return [*several, *present, *rare, *(notice[field] for field in single)]


def _fold(value: str | None) -> str | None:
    return fold(value) if value is not None else None


def _holds(kept: set[str], line: str) -> bool:
    """Tell whether a line is in the body: as a whole line, or within one if it is long enough to be told."""
    words = fold(line)
    return words in kept or (len(words) > 6 and any(words in text for text in kept))


def _cites(measures: list[dict[str, Any]]) -> set[str]:
    return {fold(cite["title"]) for measure in measures for cite in measure["cites"]}


def _effective(label: dict[str, Any], read: list[dict[str, Any]]) -> dict[str, bool]:
    start = label["date"] or label["start_text"]
    return {
        "effective.from": any(entry["from"] == start for entry in read),
        "effective.years": any(entry["valid_years"] == label["validity_years"] for entry in read),
        "effective.until": any(entry["until"] == label["end_date"] for entry in read),
    }


def _headings(
    name: str, label: dict[str, Any], units: list[dict[str, Any]], forms: tuple[str, ...]
) -> Iterator[tuple[str, bool]]:
    want = [fold(heading) for heading in label.get(name, [])]
    got = [fold(unit["heading"]) for unit in units if unit["form"] in forms and unit["heading"]]
    if want:
        yield name, got[: len(want)] == want if name != "headings_level1" else got == want
