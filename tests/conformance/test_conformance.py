"""Exported documents, measured against GB/T 9704-2012; README.md says how to read the table."""

import io
import re
import zipfile
from collections.abc import Sequence

import pytest

from chengwen_templates.export.docx import build_docx
from chengwen_templates.measuring.outcome import ExportReport, Verdict
from chengwen_templates.measuring.pages import Page, read_pages
from chengwen_templates.measuring.report import report_of_docx
from chengwen_templates.measuring.requirements import requirements
from chengwen_templates.measuring.telling import table
from conforming import DOCUMENTS, described, preprinted, profile_of
from pages import render_all, turned

LEAST_MEASURED = 45
BY_THE_FILE = {"binding_mirrored", "type_height", "line_closed_up", "title_bold"}
"""What the Word file alone shows; and fonts, of which pages show the substitutes."""
OF_ALL_PAGES = {"character_gap", "page_number_running"}


@pytest.fixture(scope="module")
def exported() -> dict[str, bytes]:
    return {
        name: build_docx(described(case), profile_of(case), preprinted=preprinted(case))
        for name, case in DOCUMENTS.items()
    }


@pytest.fixture(scope="module")
def reports(exported, tmp_path_factory) -> dict[str, ExportReport]:
    folder = tmp_path_factory.mktemp("conformance")
    files = {name: f"document{place}" for place, name in enumerate(DOCUMENTS)}
    render_all({files[name]: turned(content) for name, content in exported.items()}, folder)
    return {
        name: report(name, content, read_pages((folder / f"{files[name]}.pdf").read_bytes()))
        for name, content in exported.items()
    }


def report(name: str, content: bytes, pages: Sequence[Page] | None = None) -> ExportReport:
    case = DOCUMENTS[name]
    return report_of_docx(content, described(case), profile_of(case), pages=pages, preprinted=preprinted(case))


def changed(content: bytes, part: str, pattern: str, new: str) -> bytes:
    """Return the .docx with the first match of a pattern in a part replaced."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            words = source.read(name)
            if name == part:
                told, count = re.subn(pattern, new, words.decode(), count=1)
                assert count
                words = told.encode()
            target.writestr(name, words)
    return stream.getvalue()


def missed(told: ExportReport) -> list[str]:
    return [f"{row.requirement.element} {row.requirement.clause}：{row.why}" for row in told.rows if row.ok is False]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_an_exported_document_measures_what_the_standard_requires(name, reports):
    told = reports[name]
    print(f"\n\n{name}（{told.pages} 面）", *table(told), sep="\n")
    assert missed(told) == []
    assert len(told.rows) - told.count(Verdict.UNMEASURED) >= LEAST_MEASURED


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_word_file_alone_measures_nothing_else(name, exported):
    assert missed(report(name, exported[name])) == []


@pytest.mark.parametrize("one", requirements(), ids=lambda one: one.id)
def test_every_requirement_is_measured_on_the_pages_of_one_document_at_least(one, reports):
    found = [row.measurement for told in reports.values() for row in told.rows if row.requirement is one]
    somewhere = one.is_font or one.id in BY_THE_FILE | OF_ALL_PAGES
    assert any(measurement and (measurement.page or somewhere) for measurement in found)


FAULTS = {
    "wide_table_number": ("附件有横排表格，两面以上", "word/footer4.xml", r"(?<=<wp:posOffset>)\d+", "720000"),
    "seal_top": (
        "加盖印章，三个机关联合",
        "word/document.xml",
        r'(?<="署名"/>)(.*?)w:before="\d+"',
        r'\1w:before="2100"',
    ),
    "letter_rule_foot": ("信函格式", "word/header1.xml", r"(.*<wp:posOffset>)9\d{6}", r"\g<1>9000000"),
    "stamp_gap": ("加盖签名章", "word/document.xml", r'(?<="签发人职务"/>)(.*?)w:before="\d+"', r'\1w:before="1400"'),
    "blank_face_number": ("版记前有空白面", "word/document.xml", r"(.*<w:sectPr>)(<w:footerReference [^>]*/>)+", r"\1"),
}
"""By the requirement that it offends: a document, the part, what is changed in it, and what it becomes."""


@pytest.fixture(scope="module")
def faulty(exported, tmp_path_factory) -> dict[str, ExportReport]:
    folder = tmp_path_factory.mktemp("faulty")
    wrong = {name: changed(exported[document], *change) for name, (document, *change) in FAULTS.items()}
    render_all({name: turned(content) for name, content in wrong.items()}, folder)
    return {
        name: report(FAULTS[name][0], content, read_pages((folder / f"{name}.pdf").read_bytes()))
        for name, content in wrong.items()
    }


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_put_into_the_file_is_measured_on_its_pages(name, faulty):
    assert name in [row.requirement.id for row in faulty[name].rows if row.ok is False]


def test_a_profile_that_deviates_is_told_with_clause_and_strength(reports):
    told = [one.line for one in reports["34.6/32.6毫米的版式"].deviations]
    assert "天头：国标版式 37 毫米，本版式 34.58 毫米（5.2.1，规定）" in told
    assert reports["通用格式，一个机关"].deviations == ()
