"""Exported documents, measured against GB/T 9704-2012; README.md says how to read the table."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import tomli

from chengwen_library.model import Annex, Measure
from chengwen_templates.export.docx import export_docx
from chengwen_templates.measuring.pages import read_pages
from chengwen_templates.measuring.report import ExportReport, Verdict, report_of_docx
from chengwen_templates.measuring.telling import table
from chengwen_templates.profile import load_profile
from notices import notice_of
from pages import render_all, turned

DOCUMENTS: dict[str, dict[str, Any]] = tomli.loads(Path(__file__).with_name("documents.toml").read_text("utf-8"))
ABSENT: dict[str, dict[str, Any]] = {
    "抄送": {"copies": None},
    "附注": {"note": None},
    "印发": {"printer": None, "print_date_text": None},
}
LEAST_MEASURED = 60


def described(case: dict[str, Any]) -> Measure:
    """Return the measure that a section of documents.toml describes."""
    measure = notice_of(tuple(case["issuers"]), parts=case["parts"])
    changes = {name: value for absent in case.get("without", ()) for name, value in ABSENT.get(absent, {}).items()}
    changes |= {
        name: tuple(value) if isinstance(value, list) else value for name, value in case.get("notice", {}).items()
    }
    annexes = tuple(Annex(title, f"{title}的内容由市知识产权局另行公布。") for title in case.get("annexes", ()))
    recipients = None if "主送" in case.get("without", ()) else measure.recipients
    return replace(measure, notice=replace(measure.notice, **changes), annexes=annexes, recipients=recipients)


@pytest.fixture(scope="module")
def reports(tmp_path_factory) -> dict[str, ExportReport]:
    folder = tmp_path_factory.mktemp("conformance")
    measures = {name: described(case) for name, case in DOCUMENTS.items()}
    profiles = {name: load_profile(case.get("profile", "gbt9704")) for name, case in DOCUMENTS.items()}
    contents, files = {}, {name: f"document{place}" for place, name in enumerate(DOCUMENTS)}
    for name, measure in measures.items():
        path = folder / f"exported-{files[name]}.docx"
        export_docx(measure, path, profiles[name])
        contents[name] = path.read_bytes()
    render_all({files[name]: turned(content) for name, content in contents.items()}, folder / "pages")
    return {
        name: report_of_docx(
            content,
            measures[name],
            profiles[name],
            pages=read_pages((folder / "pages" / f"{files[name]}.pdf").read_bytes()),
        )
        for name, content in contents.items()
    }


@pytest.mark.parametrize("name", DOCUMENTS)
def test_an_exported_document_measures_what_the_standard_requires(name, reports):
    report = reports[name]
    print(f"\n\n{name}（{report.pages} 面）", *table(report), sep="\n")
    missed = [
        f"{row.requirement.element} {row.requirement.clause}：{row.why}" for row in report.rows if row.ok is False
    ]
    assert missed == []
    assert len(report.rows) - report.count(Verdict.UNMEASURED) >= LEAST_MEASURED


def test_a_profile_that_deviates_is_told_with_clause_and_strength(reports):
    told = [one.line for one in reports["34.6/32.6毫米的版式"].deviations]
    assert "天头：国标版式 37 毫米，本版式 34.58 毫米（5.2.1，规定）" in told
    assert reports["通用格式，一个机关"].deviations == ()
