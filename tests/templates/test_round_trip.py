"""What is exported reads back: the same tree, the same text, the same notice.

Not compared are wIds, which a new reading gives anew, white space, which the reader does not keep between Chinese
words, and what a page does not show: 印发机关 of a letter (10.1), the organs beside whose posts a 签名章 stands.
"""

import re
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from chengwen_library.model import Measure, Notice, PageForm, Sealing, Unit
from chengwen_library.reading.reader import read_file
from chengwen_templates.export.docx import export_docx
from chengwen_templates.profile import load_profile
from conforming import DOCUMENTS, described, preprinted
from material import shipped_measures
from scoring import CORPUS

WITHOUT_CLAUSES = {"一面的公文，版记在第二面", "版记前有空白面", "纪要格式"}
"""Documents of plain sentences, in which the reader finds no measure."""
OTHERWISE = {"信函格式，份号、密级和保密期限、紧急程度"}
CORPUS_OTHERWISE = {"h16", "h25"}
READ = [name for name in DOCUMENTS if name not in WITHOUT_CLAUSES | OTHERWISE]
PROFILE = load_profile("gbt9704")
FIELDS = ("title", "doc_number", "issuers", "issue_date", "recipients", "preamble", "units", "closing", "annexes")


def shown(measure: Measure) -> dict[str, Any]:
    """Return what a page shows of a measure, in words without white space."""
    notice = measure.notice or Notice()
    if notice.page_form is PageForm.LETTER:
        notice = replace(notice, printer=None, print_date_text=None)
    if notice.sealing is Sealing.STAMP:
        notice = replace(notice, signature=())
    if not notice.title and not notice.body:
        notice = replace(notice, measure_as_annex=False)
    if not measure.annexes:
        notice = replace(notice, annexes_apart=False)
    told = {name: getattr(measure, name) for name in FIELDS}
    told |= {f"notice.{field.name}": getattr(notice, field.name) for field in fields(Notice)}
    return {name: bare(value) for name, value in told.items()}


def bare(value: Any) -> Any:
    """Return a value with no white space in its words, and units without what a reading makes anew."""
    if isinstance(value, str):
        return re.sub(r"\s", "", value)
    if isinstance(value, tuple):
        return tuple(map(bare, value))
    if is_dataclass(value):
        left_out = {"wid", "number", "implied", "provenance"} if isinstance(value, Unit) else set()
        return tuple(bare(getattr(value, field.name)) for field in fields(value) if field.name not in left_out)
    return value


def unambiguous(measure: Measure) -> Measure:
    """Return the measure without text behind the last of several items, which on paper may as well be that item's."""
    return replace(measure, units=tuple(map(_unambiguous, measure.units)))


def _unambiguous(unit: Unit) -> Unit:
    return replace(unit, wrap_up=None, children=tuple(map(_unambiguous, unit.children)))


def differences(measure: Measure, folder: Path, *, blank_head: bool = False) -> dict[str, tuple[Any, Any]]:
    """Return what reads back otherwise, by its name: what it was and what it is."""
    path = folder / "exported.docx"
    export_docx(measure, path, PROFILE, preprinted=blank_head)
    readings = read_file(path)
    assert len(readings) == 1
    before, after = shown(measure), shown(readings[0].measure)
    return {name: (before[name], after[name]) for name in before if before[name] != after[name]}


@pytest.mark.parametrize("name", READ)
def test_a_document_reads_back_as_what_was_exported(name, tmp_path):
    case = DOCUMENTS[name]
    assert differences(unambiguous(described(case)), tmp_path, blank_head=preprinted(case)) == {}


def test_the_measures_that_ship_read_back_as_what_was_exported(tmp_path):
    told = {one.id: differences(one, tmp_path) for one in shipped_measures(tmp_path)}
    assert len(told) > 1
    assert {name: one for name, one in told.items() if one} == {}


def test_documents_of_the_corpus_read_back_as_what_was_exported(tmp_path):
    if not CORPUS.is_dir():
        pytest.skip("needs the practice corpus (../shared/corpus)")
    sources = [path for path in sorted(CORPUS.glob("*.txt")) if path.stem not in CORPUS_OTHERWISE]
    told = {path.name: differences(one.measure, tmp_path) for path in sources for one in read_file(path)}
    assert told
    assert {name: one for name, one in told.items() if one} == {}
