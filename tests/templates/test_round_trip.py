"""What is exported reads back: the same tree, the same text, the same notice.

Not compared are wIds, which a new reading gives anew, and white space: a title is broken anew into lines, the organs
in it are set apart by a full-width space that may fall on a break, and between Chinese words the reader keeps none.
Nor is it compared where the preamble ends and the closing begins of a text without units, as nothing parts them.
`printed` names all else that the Word file does not hold.
"""

import re
import shutil
import subprocess
from collections import Counter
from dataclasses import fields, is_dataclass, replace
from datetime import date
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from chengwen_library.contract import reading_json
from chengwen_library.folding import fold
from chengwen_library.model import Form, Measure, Notice, PageForm, Sealing, Unit
from chengwen_library.numbering import parse_mark
from chengwen_library.reading.formats.docx import read_docx
from chengwen_library.reading.reader import read_file
from chengwen_templates.export.docx import export_docx
from chengwen_templates.profile import load_profile
from chengwen_templates.sample import sample_draft
from conforming import DOCUMENTS, described, preprinted
from material import shipped_measures
from scoring import CORPUS, words


def pairwise() -> ModuleType:
    """Return the module with the documents in which every two properties meet."""
    spec = spec_from_file_location("pairwise_documents", Path(__file__).with_name("test_export_pairwise.py"))
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


PAIRWISE = pairwise()
FIELDS = ("title", "doc_number", "issuers", "issue_date", "recipients", "preamble", "units", "closing", "annexes")
INVISIBLE = re.compile(r"[\s\x00-\x1f\ufffe\uffff]")
SECONDS = 180


def printed(measure: Measure) -> Measure:
    """Return what a Word file holds of a measure; the rest cannot be read back by anyone.

    - 成文日期 is the only date of issue that is printed; without it there is none.
    - A letter has no 印发机关 and 印发日期 (GB/T 9704-2012 10.1).
    - Beside a 签名章 the post is printed and not the organ (7.3.5.3); posts are printed with a 签名章 alone.
    - A measure that is issued by itself is nobody's 附件, and one without title and text leaves nothing behind.
    - Annexes are told to be bound apart by the 发文字号 above them; without it, or without annexes, nothing tells.
    - A unit's number is printed as its mark, one that the source had lost like any other (`implied`).
    """
    notice = measure.notice or Notice()
    is_letter = notice.page_form is PageForm.LETTER
    is_stamped = notice.sealing is Sealing.STAMP
    is_direct = not notice.title and not notice.body
    says_something = bool(measure.title or measure.preamble or measure.units or measure.closing or measure.annexes)
    notice = replace(
        notice,
        printer=None if is_letter else notice.printer,
        print_date_text=None if is_letter else notice.print_date_text,
        signature=() if is_stamped else notice.signature,
        posts=(notice.posts or notice.signature) if is_stamped else (),
        measure_as_annex=notice.measure_as_annex and not is_direct and says_something,
        annexes_apart=notice.annexes_apart and bool(measure.annexes and measure.doc_number),
    )
    return replace(
        measure,
        notice=notice,
        issue_date=measure.issue_date if notice.date_text else None,
        units=tuple(map(_printed_unit, measure.units)),
    )


def _printed_unit(unit: Unit) -> Unit:
    mark = parse_mark(unit.num)
    children = tuple(map(_printed_unit, unit.children))
    return replace(unit, number=mark.number if mark else None, implied=False, children=children)


def bare(value: Any) -> Any:
    """Return a value with no white space in its words, and units without what a reading makes anew."""
    if isinstance(value, str):
        return INVISIBLE.sub("", value)
    if isinstance(value, tuple):
        return tuple(map(bare, value))
    if is_dataclass(value):
        left_out = {"wid", "provenance"} if isinstance(value, Unit) else set()
        return {field.name: bare(getattr(value, field.name)) for field in fields(value) if field.name not in left_out}
    return value


def told(measure: Measure) -> dict[str, Any]:
    """Return the fields of a measure, those of its notice among them; without units the text is one."""
    values = {name: getattr(measure, name) for name in FIELDS}
    if not measure.units:
        values |= {"preamble": "\n".join(filter(None, [measure.preamble, measure.closing])), "closing": None}
    values |= {f"notice.{field.name}": getattr(measure.notice or Notice(), field.name) for field in fields(Notice)}
    return {name: bare(value) or None for name, value in values.items()}


def differences(
    measure: Measure, folder: Path, profile: str = "gbt9704", *, blank_head: bool = False
) -> dict[str, Any]:
    """Return what reads back otherwise, by its name: what it was and what it is. No word is lost or added."""
    path = folder / "exported.docx"
    export_docx(measure, path, load_profile(profile), preprinted=blank_head)
    assert words_read(path) == Counter(fold("".join(line.raw for line in read_docx(path.read_bytes(), path.name))))
    return otherwise(measure, path)


def words_read(path: Path) -> Counter[str]:
    """Return the characters of the measure read from a file, and of what was left out."""
    return Counter(fold("".join(filter(None, words([reading_json(reading) for reading in read_file(path)])))))


def otherwise(measure: Measure, path: Path) -> dict[str, Any]:
    """Return in what a file differs from the measure it was made of."""
    readings = read_file(path)
    assert len(readings) == 1
    before, after = told(printed(measure)), told(readings[0].measure)
    return {name: (before[name], after[name]) for name in before if before[name] != after[name]}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_of_the_conformance_suite_reads_back_as_what_was_exported(name, tmp_path):
    case = DOCUMENTS[name]
    measure, profile = described(case), case.get("profile", "gbt9704")
    assert differences(measure, tmp_path, profile, blank_head=preprinted(case)) == {}


@pytest.mark.parametrize("name", PAIRWISE.CASES)
def test_a_document_of_any_two_properties_reads_back_as_what_was_exported(name, tmp_path):
    case = PAIRWISE.CASES[name]
    assert differences(PAIRWISE.described(case), tmp_path, case["版式"], blank_head=case["套打"]) == {}


def test_the_measures_that_ship_read_back_as_what_was_exported(tmp_path):
    found = {one.id: differences(one, tmp_path) for one in shipped_measures(tmp_path)}
    assert len(found) == 5
    assert {name: one for name, one in found.items() if one} == {}


def paragraphs(*texts: str) -> tuple[Unit, ...]:
    return tuple(Unit(wid=text, form=Form.PARAGRAPH, text=text) for text in texts)


ARTICLES = (
    Unit("a", Form.ARTICLE, "第一条", 1, children=paragraphs("市科技局负责统筹。", "各区负责落实。")),
    Unit("b", Form.ARTICLE, "第二条", 2, intro="按照下列规定办理。", children=paragraphs("应当公开。")),
    Unit("c", Form.ARTICLE, "第三条", 3, heading="适用范围", children=paragraphs("适用于本市。", "县参照执行。")),
    Unit("d", Form.ARTICLE, "第四条", 4, children=paragraphs("项目单位应当按期验收。")),
    Unit("e", Form.ARTICLE, "第五条", 5, text="商业秘密受法律保护。任何单位不得侵犯。"),
)
ITEMS = tuple(
    Unit(f"i{number}", Form.THIRD, f"{number}.", number, children=paragraphs(f"甲{number}。", f"乙{number}。"))
    for number in (1, 2)
)


@pytest.mark.parametrize("units", [ARTICLES, ITEMS])
def test_paragraphs_that_run_on_from_a_mark_read_back_as_such(units, tmp_path):
    measure = Measure(title="示例市管理办法", units=units)
    assert differences(measure, tmp_path) == {}
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("needs LibreOffice (soffice)")
    assert otherwise(measure, saved_anew(program, [tmp_path / "exported.docx"], tmp_path)[0]) == {}


def test_the_sample_draft_reads_back_as_what_was_exported(tmp_path):
    draft = sample_draft(shipped_measures(tmp_path), date(2026, 3, 5))
    assert differences(draft, tmp_path) == {}


def test_documents_of_the_corpus_read_back_as_what_was_exported(tmp_path):
    if not CORPUS.is_dir():
        pytest.skip("needs the practice corpus (../shared/corpus)")
    sources = [path for path in sorted(CORPUS.iterdir()) if path.suffix in (".txt", ".html")]
    found = {
        f"{path.name} {one.measure.title}": differences(one.measure, tmp_path)
        for path in sources
        for one in read_file(path)
    }
    assert len(found) >= len(sources)
    assert {name: one for name, one in found.items() if one} == {}


def saved_anew(program: str, sources: list[Path], folder: Path) -> list[Path]:
    """Return the files as LibreOffice saves them."""
    after = folder / "after"
    command = [program, "--headless", f"-env:UserInstallation={(folder / 'office').as_uri()}", "--convert-to"]
    kind = ["docx:MS Word 2007 XML", "--outdir", str(after)]
    subprocess.run([*command, *kind, *map(str, sources)], check=True, capture_output=True, timeout=SECONDS)
    return [after / path.name for path in sources]


def test_documents_saved_anew_by_another_program_read_back_as_what_was_exported(tmp_path):
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("needs LibreOffice (soffice)")
    before = tmp_path / "before"
    before.mkdir()
    files = {name: f"document{place}.docx" for place, name in enumerate(DOCUMENTS)}
    for name, file in files.items():
        export_docx(described(DOCUMENTS[name]), before / file, load_profile("gbt9704"))
    after = saved_anew(program, [before / file for file in files.values()], tmp_path)
    found = {name: otherwise(described(DOCUMENTS[name]), path) for name, path in zip(files, after, strict=True)}
    assert {name: one for name, one in found.items() if one} == {}
